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
from kasales_xl.pages.organisation.similar import Similar, similar_page
from kasales_xl.pages.organisation.standings import sellers_page, teams_page
from kasales_xl.pages.page import Cell, Page
from kasales_xl.pages.parts import marked, shared_unit, team_name
from kasales_xl.pages.style import BAD
from kasales_xl.pages.team.calibration import company_calibration_page
from kasales_xl.pages.team.overview import overview_page, subtitle
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
) -> tuple[Page, ...]:
    """Overview, teams, all sellers, heat-map, patterns, what came of tiers (once there is a past), conflicts,
    files; sellers by team and ID, never ranked.
    pasts: the closed deals of each team, counted; policy: the company's, for what is a law;
    attendance: where there is a roster; similar: what may be one under two names."""
    sellers = sorted(standings, key=lambda s: (s.team, s.seller_id))
    clashes, unit = conflicts(sellers), shared_unit(sellers)
    below = subtitle(sellers, on)
    teams = [(team_name(team), tuple(members)) for team, members in groupby(sellers, key=attrgetter("team"))]
    calibration = company_calibration_page(teams, policy, below)
    attention = (*roster_attention(attendance), *_counted_twice(clashes))
    return (
        overview_page(WORDS["title-organisation"], sellers, below, attention),
        teams_page(sellers, unit, below),
        sellers_page(sellers, unit, below),
        heat_all_page(sellers, below, policy),
        patterns_page(WORDS["all-teams"], together(pasts), policy, below),
        *((calibration,) if calibration else ()),
        conflicts_page(clashes, below),
        *((similar_page(similar, below),) if similar else ()),
        *((roster_page(attendance, below),) if attendance else ()),
        files_page(files, below),
    )


def _counted_twice(clashes: Sequence[Conflict]) -> tuple[Cell, ...]:
    double = sum(clash.double for clash in clashes)
    if not double:
        return ()
    text = WORDS["attention-double"](n=double, tab=WORDS["tab-conflicts"])
    return (Cell(marked(text), BAD, "conflicts"),)
