"""What one seller's card gives to the pages of a team: made once per book, small enough to wait on disk
until the whole team is there."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing, standing
from kasales_xl.core.dimensions.evidence.deal_elements import Closed
from kasales_xl.core.dimensions.team import HeatRow
from kasales_xl.core.history.past import Past
from kasales_xl.core.policy import Policy
from kasales_xl.pages.page import Content, Page
from kasales_xl.pages.seller.dimensions import detail_page
from kasales_xl.pages.seller.overview import seller_page
from kasales_xl.pages.team.accounts import account_rows, risk_rows
from kasales_xl.pages.team.deals import DealLine, deal_lines
from kasales_xl.pages.team.dimensions import heat_row, question_rows
from kasales_xl.pages.team.findings import finding_rows
from kasales_xl.pages.team.growth import GrowthLine, growth_lines
from kasales_xl.pages.team.people import people_rows
from kasales_xl.pages.team.support import SupportLine, support_line

Rows = tuple[tuple[Content, ...], ...]


@dataclass(frozen=True, slots=True)
class SellerParts:
    """``on`` as yyyy-mm-dd; ``page`` the seller's own and ``detail`` that of the five dimensions; rows of
    the team's lists (accounts at risk, all accounts, people, questions, findings); the heat-map's line, key
    accounts, open deals, support, and the closed deals that the team's patterns are made of."""

    standing: Standing
    on: str
    policy: Policy
    page: Page
    detail: Page
    risks: Rows
    accounts: Rows
    findings: Rows
    questions: Rows
    heat: HeatRow
    growth: tuple[GrowthLine, ...]
    deals: tuple[DealLine, ...]
    people: Rows
    support: SupportLine
    closed: tuple[Closed, ...]
    past: Past | None = None


def seller_parts(card: SellerCard, past: Past | None = None) -> SellerParts:
    """Everything that pages need to know of a card; past: of the same seller, None without a history."""
    where = standing(card)
    page = seller_page(card, where, card.risks, past)
    return SellerParts(
        standing=where,
        on=card.on.isoformat(),
        policy=card.policy,
        page=page,
        detail=detail_page(card, past, page.subtitle),
        risks=risk_rows(card, card.risks),
        accounts=account_rows(card),
        findings=finding_rows(card),
        questions=question_rows(card),
        heat=heat_row(card),
        growth=growth_lines(card),
        deals=deal_lines(card),
        people=people_rows(card),
        support=support_line(card),
        closed=card.dimensions.pbm.closed,
        past=past,
    )
