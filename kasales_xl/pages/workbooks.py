"""Cards in, the pages of a workbook out: what a team receives, and what the organisation receives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.card.concerns import Concern
from kasales_xl.core.dimensions.team import Pooled, TeamPast, pooled
from kasales_xl.pages.list_page import Line
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.organisation.overview import organisation_pages
from kasales_xl.pages.pack.first_page import overview_page, subtitle
from kasales_xl.pages.page import Page
from kasales_xl.pages.parts import shared_unit, team_name
from kasales_xl.pages.policy import policy_page
from kasales_xl.pages.seller_parts import SellerParts, seller_parts
from kasales_xl.pages.team.accounts import accounts_page
from kasales_xl.pages.team.calibration import team_calibration_page
from kasales_xl.pages.team.deals import by_team_alone, deals_page, first_deals_page, with_team_past
from kasales_xl.pages.team.findings import findings_page
from kasales_xl.pages.team.growth import growth_page
from kasales_xl.pages.team.heat import heat_page
from kasales_xl.pages.team.patterns import patterns_page
from kasales_xl.pages.team.people import people_page
from kasales_xl.pages.team.progress import progress_page
from kasales_xl.pages.team.questions import questions_page
from kasales_xl.pages.team.risks import risks_page
from kasales_xl.pages.team.support import support_page
from kasales_xl.pages.team.team import team_page
from kasales_xl.text.pages.words import WORDS

__all__ = [
    "USUAL_SHEETS",
    "FileFindings",
    "SellerParts",
    "Sheets",
    "TeamPages",
    "organisation_pages",
    "seller_parts",
    "team_pages",
    "team_past",
]

#: Accounts at risk, deals and sellers who moved that fit a page each.
RISKS, DEALS, MOVERS = 26, 26, 18


def team_past(parts: Sequence[SellerParts]) -> Pooled:
    """The closed deals of these sellers, counted under the policy of the first."""
    return pooled((deal for part in parts for deal in part.closed), parts[0].policy)


@dataclass(frozen=True, slots=True)
class Sheets:
    """How much a team's workbook holds. ``details``: every list and a second page a seller; ``plans``: a page
    a key account; ``ranking``: the index from the highest level down."""

    details: bool = False
    plans: bool = False
    ranking: bool = False


USUAL_SHEETS = Sheets()


def team_pages(
    team: str, parts: Sequence[SellerParts], past: Pooled | None = None, sheets: Sheets | None = None
) -> tuple[Page, ...]:
    """Of the workbook: see ``TeamPages.workbook``. sheets: by default as much as the parts hold. Raises
    ValueError without sellers."""
    made = TeamPages(team, parts, past)
    return made.workbook(sheets or Sheets(details=all(part.details for part in parts)))


class TeamPages:
    """The pages of a team, each made once. past: ``team_past`` where it is at hand."""

    def __init__(self, team: str, parts: Sequence[SellerParts], past: Pooled | None = None) -> None:
        if not parts:
            raise ValueError("a team without sellers has no pages")
        self._parts, self._name, self._past = parts, team_name(team), past
        self._standings = tuple(part.standing for part in parts)
        self._below = subtitle(self._standings, parts[0].on)
        self._policy, self._unit = parts[0].policy, shared_unit(self._standings)

    def workbook(self, sheets: Sheets) -> tuple[Page, ...]:
        """The first page, an index of sellers, accounts at risk, the largest deals and who moved (once there
        is a past), then a page a seller, in the order given. With details the lists are whole, and more of
        them follow behind; the parts have to hold them."""
        if sheets.details:
            between = tuple(
                page for part in self._parts if part.details for page in (part.page, part.details.page)
            )
            return (*self._opening(sheets), *self._middle, *between, *self._plans(sheets), *self._lists)
        index = team_page(
            self._name, self._standings, self._unit, self._below, details=False, ranking=sheets.ranking
        )
        lines = (line for part in self._parts for line in part.deals)
        return (
            self._first,
            index,
            risks_page(self._name, self._risks, self._unit, self._below, most=RISKS),
            first_deals_page(self._name, lines, self._unit, self._below, DEALS),
            *self._progress(MOVERS),
            *(part.page for part in self._parts),
            *self._plans(sheets),
        )

    def _plans(self, sheets: Sheets) -> tuple[Page, ...]:
        return tuple(page for part in self._parts for page in part.plans) if sheets.plans else ()

    def everything(self) -> tuple[Page, ...]:
        """Every page that is not about a single seller, the lists whole."""
        return (*self._opening(Sheets(details=True)), *self._middle, *self._lists)

    @cached_property
    def _first(self) -> Page:
        title = WORDS["title-overview"](team=self._name)
        return overview_page(title, self._standings, self._below, self._policy, linked=True)

    @property
    def _risks(self) -> Iterator[Line[Concern]]:
        return (line for part in self._parts for line in part.risks)

    def _progress(self, most: int | None) -> tuple[Page, ...]:
        told = [(part.standing, part.past) for part in self._parts]
        moved = progress_page(self._name, told, self._below, most=most)
        return (moved,) if moved else ()

    def _opening(self, sheets: Sheets) -> tuple[Page, ...]:
        index = team_page(self._name, self._standings, self._unit, self._below, ranking=sheets.ranking)
        return (self._first, index)

    @cached_property
    def _middle(self) -> tuple[Page, ...]:
        calibration = team_calibration_page(self._name, self._standings, self._policy, self._below)
        heat = [part.details.heat for part in self._parts if part.details]
        return (
            risks_page(self._name, self._risks, self._unit, self._below),
            *self._progress(None),
            *((calibration,) if calibration else ()),
            heat_page(self._name, heat, self._policy, self._below),
        )

    @cached_property
    def _lists(self) -> tuple[Page, ...]:
        name, below = self._name, self._below
        details = [part.details for part in self._parts if part.details]
        past = self._past or team_past(self._parts)
        lines = (line for part in self._parts for line in part.deals)
        deals = with_team_past(lines, TeamPast(past.pool, self._policy))
        return (
            questions_page(name, (line for of in details for line in of.questions), below),
            growth_page(name, (line for of in details for line in of.growth), self._unit, below),
            deals_page(name, deals, self._unit, below),
            people_page(name, (line for of in details for line in of.people), below),
            support_page(name, [of.support for of in details], below),
            patterns_page(name, past, self._policy, below, by_team_alone(deals)),
            accounts_page(name, (line for of in details for line in of.accounts), below),
            findings_page(name, (line for of in details for line in of.findings), below),
            policy_page(self._policy, below),
        )
