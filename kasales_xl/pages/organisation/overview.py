"""The organisation from the standings of its sellers: what its workbook holds, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from kasales_xl.core.card.standing import Conflict, Standing, conflicts
from kasales_xl.core.dimensions.team import Pooled, together
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.pages.organisation.books import FileFindings, conflicts_page, files_page
from kasales_xl.pages.organisation.heat import heat_all_page
from kasales_xl.pages.organisation.roster import Attendance, roster_attention, roster_page
from kasales_xl.pages.organisation.settle import books_page
from kasales_xl.pages.organisation.similar import Similar, similar_page
from kasales_xl.pages.organisation.standings import sellers_page, teams_page
from kasales_xl.pages.pack.first_page import overview_page, subtitle
from kasales_xl.pages.page import Cell, Page
from kasales_xl.pages.parts import marked, shared_unit, team_name
from kasales_xl.pages.style import BAD
from kasales_xl.pages.team.calibration import company_calibration_page
from kasales_xl.pages.team.patterns import patterns_page
from kasales_xl.text.pages.words import WORDS


def organisation_pages(
    standings: Iterable[Standing],
    files: Iterable[FileFindings],
    on: str,
    pasts: Iterable[Pooled] = (),
    policy: Policy = DEFAULT_POLICY,
    *,
    attendance: Attendance | None = None,
    similar: Sequence[Similar] = (),
    details: bool = False,
) -> tuple[Page, ...]:
    """The first page, the teams, what to settle in the books, and who handed in where there is a roster.
    With details also all sellers, heat-map, patterns, what came of tiers (once there is a past), and what to
    settle as whole lists; sellers by team and ID, never ranked.
    pasts: the closed deals of each team, counted; policy: the company's, for what is a law;
    attendance: where there is a roster; similar: what may be one under two names."""
    sellers = sorted(standings, key=lambda s: (s.team, s.seller_id))
    clashes, unit = conflicts(sellers), shared_unit(sellers)
    below = subtitle(sellers, on)
    teams = [(team_name(team), tuple(members)) for team, members in groupby(sellers, key=attrgetter("team"))]
    attention = (*roster_attention(attendance), *_counted_twice(clashes, "conflicts" if details else "books"))
    title = WORDS["title-organisation"]
    first = overview_page(title, sellers, below, policy, attention, linked=False)
    roster = (roster_page(attendance, below),) if attendance else ()
    if not details:
        return (first, teams_page(sellers, unit, below), books_page(clashes, similar, files, below), *roster)
    calibration = company_calibration_page(teams, policy, below)
    return (
        first,
        teams_page(sellers, unit, below),
        sellers_page(sellers, unit, below),
        heat_all_page(sellers, below, policy),
        patterns_page(WORDS["all-teams"], together(pasts), policy, below),
        *((calibration,) if calibration else ()),
        conflicts_page(clashes, below),
        *((similar_page(similar, below),) if similar else ()),
        *roster,
        files_page(files, below),
    )


def _counted_twice(clashes: Sequence[Conflict], page: str) -> tuple[Cell, ...]:
    """page: where they are listed."""
    double = sum(clash.double for clash in clashes)
    if not double:
        return ()
    text = WORDS["attention-double"](n=double, tab=WORDS[f"tab-{page}"])
    return (Cell(marked(text), BAD, page),)
