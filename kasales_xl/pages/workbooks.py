"""Cards in, the pages of a workbook out: what a team receives, and what the organisation receives."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.dimensions.team import Pooled, TeamPast, pooled
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.organisation.overview import organisation_pages
from kasales_xl.pages.page import Page
from kasales_xl.pages.parts import shared_unit, team_name
from kasales_xl.pages.policy import policy_page
from kasales_xl.pages.seller_parts import SellerParts, seller_parts
from kasales_xl.pages.team.accounts import accounts_page
from kasales_xl.pages.team.calibration import team_calibration_page
from kasales_xl.pages.team.deals import by_team_alone, deals_page, with_team_past
from kasales_xl.pages.team.findings import findings_page
from kasales_xl.pages.team.growth import growth_page
from kasales_xl.pages.team.heat import heat_page
from kasales_xl.pages.team.overview import overview_page, subtitle
from kasales_xl.pages.team.patterns import patterns_page
from kasales_xl.pages.team.people import people_page
from kasales_xl.pages.team.progress import progress_page
from kasales_xl.pages.team.questions import questions_page
from kasales_xl.pages.team.risks import risks_page
from kasales_xl.pages.team.support import support_page
from kasales_xl.pages.team.team import team_page
from kasales_xl.text.pages.words import WORDS

__all__ = ["FileFindings", "SellerParts", "organisation_pages", "seller_parts", "team_pages", "team_past"]


def team_past(parts: Sequence[SellerParts]) -> Pooled:
    """The closed deals of these sellers, counted under the policy of the first."""
    return pooled((deal for part in parts for deal in part.closed), parts[0].policy)


def team_pages(team: str, parts: Sequence[SellerParts], past: Pooled | None = None) -> tuple[Page, ...]:
    """Overview, team table, progress and what came of tiers (once there is a past), heat-map, two pages a
    seller, questions, accounts at risk, growth, open deals, people, support, patterns, all accounts,
    findings, policy; sellers in the order given. past: ``team_past`` where it is at hand. Raises
    ValueError without sellers."""
    if not parts:
        raise ValueError("a team without sellers has no pages")
    standings = tuple(part.standing for part in parts)
    name, below = team_name(team), subtitle(standings, parts[0].on)
    policy, unit = parts[0].policy, shared_unit(standings)
    past = past or team_past(parts)
    deals = with_team_past((line for part in parts for line in part.deals), TeamPast(past.pool, policy))
    progress = progress_page(name, [(part.standing, part.past) for part in parts], below)
    calibration = team_calibration_page(name, standings, policy, below)
    return (
        overview_page(WORDS["title-overview"](team=name), standings, below),
        team_page(name, standings, unit, below),
        *((progress,) if progress else ()),
        *((calibration,) if calibration else ()),
        heat_page(name, [part.heat for part in parts], policy, below),
        *(page for part in parts for page in (part.page, part.detail)),
        questions_page(name, (line for part in parts for line in part.questions), below),
        risks_page(name, (line for part in parts for line in part.risks), below),
        growth_page(name, (line for part in parts for line in part.growth), unit, below),
        deals_page(name, deals, unit, below),
        people_page(name, (line for part in parts for line in part.people), below),
        support_page(name, [part.support for part in parts], below),
        patterns_page(name, past, policy, below, by_team_alone(deals)),
        accounts_page(name, (line for part in parts for line in part.accounts), below),
        findings_page(name, (line for part in parts for line in part.findings), below),
        policy_page(policy, below),
    )
