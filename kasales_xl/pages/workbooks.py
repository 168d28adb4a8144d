"""Cards in, the pages of a workbook out: what a team receives, and what the organisation receives."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.dimensions.team import Pooled, TeamPast, pooled
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

__all__ = ["FileFindings", "SellerParts", "organisation_pages", "seller_parts", "team_pages", "team_past"]

#: Accounts at risk, deals and sellers who moved that fit a page each.
RISKS, DEALS, MOVERS = 26, 26, 18


def team_past(parts: Sequence[SellerParts]) -> Pooled:
    """The closed deals of these sellers, counted under the policy of the first."""
    return pooled((deal for part in parts for deal in part.closed), parts[0].policy)


def team_pages(
    team: str,
    parts: Sequence[SellerParts],
    past: Pooled | None = None,
    *,
    ranking: bool = False,
) -> tuple[Page, ...]:
    """The first page, an index of sellers, accounts at risk, the largest deals and who moved (once there is a
    past), a page each; then a page a seller, in the order given. Where the parts have details, those lists
    are whole, and behind follow what came of tiers, heat-map, a second page a seller, questions, growth,
    people, support, patterns, all accounts, findings, policy. past: ``team_past`` where it is at hand.
    ranking: the index from the highest level down. Raises ValueError without sellers."""
    if not parts:
        raise ValueError("a team without sellers has no pages")
    standings = tuple(part.standing for part in parts)
    name, below = team_name(team), subtitle(standings, parts[0].on)
    policy, unit = parts[0].policy, shared_unit(standings)
    detailed = all(part.details for part in parts)
    first = overview_page(WORDS["title-overview"](team=name), standings, below, policy, linked=True)
    index = team_page(name, standings, unit, below, details=detailed, ranking=ranking)
    risks = risks_page(
        name, (line for part in parts for line in part.risks), unit, below, most=None if detailed else RISKS
    )
    moved = progress_page(
        name, [(part.standing, part.past) for part in parts], below, most=None if detailed else MOVERS
    )
    progress = (moved,) if moved else ()
    if not detailed:
        lines = (line for part in parts for line in part.deals)
        deals = first_deals_page(name, lines, unit, below, DEALS)
        return (first, index, risks, deals, *progress, *(part.page for part in parts))
    return (first, index, risks, *progress, *_details(team, parts, past or team_past(parts)))


def _details(team: str, parts: Sequence[SellerParts], past: Pooled) -> tuple[Page, ...]:
    standings = tuple(part.standing for part in parts)
    name, below = team_name(team), subtitle(standings, parts[0].on)
    policy, unit = parts[0].policy, shared_unit(standings)
    details = [part.details for part in parts if part.details]
    deals = with_team_past((line for part in parts for line in part.deals), TeamPast(past.pool, policy))
    calibration = team_calibration_page(name, standings, policy, below)
    return (
        *((calibration,) if calibration else ()),
        heat_page(name, [of.heat for of in details], policy, below),
        *(page for part, of in zip(parts, details, strict=True) for page in (part.page, of.page)),
        questions_page(name, (line for of in details for line in of.questions), below),
        growth_page(name, (line for of in details for line in of.growth), unit, below),
        deals_page(name, deals, unit, below),
        people_page(name, (line for of in details for line in of.people), below),
        support_page(name, [of.support for of in details], below),
        patterns_page(name, past, policy, below, by_team_alone(deals)),
        accounts_page(name, (line for of in details for line in of.accounts), below),
        findings_page(name, (line for of in details for line in of.findings), below),
        policy_page(policy, below),
    )
