"""Cards in, the pages of a workbook out: what a team receives, and what the organisation receives."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.terms import Lang
from kasales_xl.sheets.page import Page
from kasales_xl.sheets.pages_accounts import accounts_page, risks_page
from kasales_xl.sheets.pages_dimensions import heat_page, patterns_page, questions_page, support_page
from kasales_xl.sheets.pages_findings import findings_page
from kasales_xl.sheets.pages_organisation import FileFindings, organisation_pages
from kasales_xl.sheets.pages_policy import policy_page
from kasales_xl.sheets.pages_progress import progress_page
from kasales_xl.sheets.pages_team import overview_page, subtitle, team_page
from kasales_xl.sheets.parts import SellerParts, seller_parts

__all__ = ["FileFindings", "SellerParts", "organisation_pages", "seller_parts", "team_pages"]


def team_pages(team: str, parts: Sequence[SellerParts], lang: Lang) -> tuple[Page, ...]:
    """Overview, team table, progress (once there is a past), heat-map, one page a seller, questions,
    accounts at risk, support, patterns, all accounts, findings, policy; sellers in the order given.
    Raises ValueError without sellers."""
    if not parts:
        raise ValueError("a team without sellers has no pages")
    standings = tuple(part.standing for part in parts)
    on = parts[0].on
    below = subtitle(standings, on, lang)
    policy = parts[0].policy
    progress = progress_page(team, [(part.standing, part.past) for part in parts], below, lang)
    return (
        overview_page(team, standings, on, lang),
        team_page(team, standings, on, lang),
        *((progress,) if progress else ()),
        heat_page(team, [part.heat for part in parts], policy, below, lang),
        *(part.page for part in parts),
        questions_page(team, [row for part in parts for row in part.questions], below, lang),
        risks_page(team, [row for part in parts for row in part.risks], below, lang),
        support_page(team, [row for part in parts for row in part.waiting], below, lang),
        patterns_page(team, [deal for part in parts for deal in part.closed], policy, below, lang),
        accounts_page(team, [row for part in parts for row in part.accounts], below, lang),
        findings_page(team, [row for part in parts for row in part.findings], below, lang),
        policy_page(policy, below, lang),
    )
