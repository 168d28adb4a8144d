"""What one seller's card gives to the pages of a team: made once per book, small enough to wait on disk
until the whole team is there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kasales_xl.core.card.concerns import Concern
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing, standing
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.deal_elements import Closed
from kasales_xl.core.dimensions.team import HeatRow
from kasales_xl.core.findings import Finding
from kasales_xl.core.history.calibration import calibrate
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.coaching import Question
from kasales_xl.core.policy import Policy
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.account.plan import plan_pages
from kasales_xl.pages.list_page import Line, lines_of
from kasales_xl.pages.page import Page
from kasales_xl.pages.relations.plain import MapOut, key_account_plain_maps
from kasales_xl.pages.seller.dimensions import detail_page
from kasales_xl.pages.seller.overview import seller_page
from kasales_xl.pages.seller.share import ShareCard, share_card
from kasales_xl.pages.team.deals import DealLine, deal_lines
from kasales_xl.pages.team.findings import finding_lines
from kasales_xl.pages.team.growth import growth_lines
from kasales_xl.pages.team.heat import heat_row
from kasales_xl.pages.team.people import AccountPeople, people_lines
from kasales_xl.pages.team.questions import question_lines
from kasales_xl.pages.team.support import SupportLine, support_line


@dataclass(frozen=True, slots=True)
class SellerDetails:
    """``page``: that of the five dimensions; lines of the team's lists (all accounts, findings, questions,
    heat-map, key accounts, people, support)."""

    page: Page
    accounts: tuple[Line[AccountVerdict], ...]
    findings: tuple[Line[Finding], ...]
    questions: tuple[Line[Question], ...]
    heat: HeatRow
    growth: tuple[Line[AccountGrowth], ...]
    people: tuple[Line[AccountPeople], ...]
    support: SupportLine


@dataclass(frozen=True, slots=True)
class SellerParts:
    """``on`` as yyyy-mm-dd; ``page`` the seller's own; lines of the team's lists (accounts at risk, open
    deals), and the closed deals that the team's patterns are made of. ``maps``: the relationship maps of the
    key accounts, the best score first; ``share``: what is sent round in a chat; ``details``: where they are
    asked for."""

    standing: Standing
    on: str
    policy: Policy
    page: Page
    risks: tuple[Line[Concern], ...]
    deals: tuple[DealLine, ...]
    closed: tuple[Closed, ...]
    maps: list[MapOut]
    share: ShareCard
    past: Past | None = None
    details: SellerDetails | None = None
    plans: tuple[Page, ...] = ()


def seller_parts(
    card: SellerCard,
    past: Past | None = None,
    *,
    details: bool = False,
    linked: bool | None = None,
    plans: bool = False,
) -> SellerParts:
    """Everything that pages need to know of a card; past: of the same seller, None without a history.
    details: with what the long lists need; linked: does the seller's page lead to the one in detail, by
    default where there is one; plans: with a page of each key account."""
    known = past
    where = standing(card, past)
    if past is not None and past.remembered:
        came_of_it = calibrate(card.book.deals, past.remembered, card.on)
        # what it was made of need not wait on disk
        where, past = replace(where, calibration=came_of_it), replace(past, remembered=())
    page = seller_page(card, where, past, detailed=details if linked is None else linked)
    return SellerParts(
        standing=where,
        on=card.on.isoformat(),
        policy=card.policy,
        page=page,
        risks=lines_of(card, card.concerns),
        deals=deal_lines(card),
        closed=card.dimensions.pbm.closed,
        maps=key_account_plain_maps(card),
        share=share_card(card, where),
        past=past,
        details=_details(card, past, page) if details else None,
        plans=plan_pages(card, known, page.subtitle) if plans else (),
    )


def _details(card: SellerCard, past: Past | None, page: Page) -> SellerDetails:
    return SellerDetails(
        page=detail_page(card, past, page.subtitle),
        accounts=lines_of(card, card.accounts),
        findings=finding_lines(card),
        questions=question_lines(card),
        heat=heat_row(card),
        growth=growth_lines(card),
        people=people_lines(card),
        support=support_line(card),
    )
