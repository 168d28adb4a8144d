"""One key account on one A4 page: where the relation stands and why, the map, what is next, its deals, what
its past says, support, history."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.plan import AccountPlan
from kasales_xl.core.relations.make import relation_map
from kasales_xl.core.rows import Deal
from kasales_xl.core.text import HALVES, NOTHING, Text, join, same
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import (
    Block,
    Bullets,
    Cell,
    Content,
    Figure,
    Figures,
    Heading,
    Page,
    Paragraph,
    Picture,
    Words,
)
from kasales_xl.pages.parts import confirmed_cell, decision_makers, marked, people_link, tier_cell
from kasales_xl.pages.relations.plain import plain_map
from kasales_xl.pages.seller.deals import by_worth, flags_cell
from kasales_xl.pages.style import CENTER, DATE, GOOD, LINK, MONEY, NEUTRAL, QUIET, SHARE, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses
from kasales_xl.text.verdicts.dimensions import waiting_text
from kasales_xl.text.verdicts.moves import move_person, move_text
from kasales_xl.text.verdicts.patterns import fit_text
from kasales_xl.text.verdicts.verdicts import explain_reason, ground_and_deals

#: Lines of each kind that fit one page together.
DEALS, MOVES, CLOSED, DAYS = 6, 5, 6, 6
_ARROW = same(" → ")
_DAY = same("{on} {tier}")


def plan_link(seller_id: str, account_id: str) -> str:
    """Key of an account's page."""
    return f"plan:{seller_id}:{account_id}"


def plan_pages(card: SellerCard, past: Past | None, subtitle: Words) -> tuple[Page, ...]:
    """Of every account that counts towards the level, the best relation first."""
    counted = sorted(
        (verdict for verdict in card.accounts if verdict.counted),
        key=lambda verdict: (-verdict.tier.rank, -verdict.score.total, verdict.account.account),
    )
    return tuple(plan_page(card, verdict, past, subtitle) for verdict in counted)


def plan_page(card: SellerCard, verdict: AccountVerdict, past: Past | None, subtitle: Words) -> Page:
    """past: with its remembered days; None without a history."""
    account, seller = verdict.account, card.seller
    deals = sorted(
        (deal for deal in card.dimensions.tas.cards if deal.deal.account == account.account_id), key=by_worth
    )
    return Page(
        plan_link(seller.seller_id, account.account_id),
        WORDS["title-plan"](account=account.account),
        WORDS["tab-plan"](account=account.account),
        (
            _figures(card, verdict, deals),
            Heading(WORDS["plan-map"]),
            Picture(plain_map(relation_map(card, verdict)), WORDS["plan-map"]),
            Heading(WORDS["plan-next"]),
            *_next(card, verdict),
            Heading(WORDS["plan-deals"](unit=seller.money_unit)),
            table("deals", _DEAL_FIELDS, deals[:DEALS], empty=WORDS["no-deals"]),
            *_patterns(card, deals[:DEALS]),
            Heading(WORDS["plan-support"]),
            Bullets(tuple(_support(card, deals)), WORDS["no-support"]),
            Heading(WORDS["plan-history"](unit=seller.money_unit)),
            *_history(card, verdict, past),
        ),
        subtitle,
        back=Cell(WORDS["to-seller"](name=seller.name), LINK, people_link(seller.seller_id)),
    )


def _figures(card: SellerCard, verdict: AccountVerdict, deals: Sequence[DealCard]) -> Figures:
    unit, account = card.seller.money_unit, verdict.account
    amount = math.fsum(deal.deal.amount or 0.0 for deal in deals)
    return Figures(
        (
            Figure(WORDS["tier"], tier_cell(verdict.tier), note=ground_and_deals(verdict.key_test)),
            Figure(WORDS["confirmed-tier"], confirmed_cell(verdict)),
            Figure(WORDS["dms"], decision_makers(verdict.facts)),
            Figure(WORDS["in-play"], amount, MONEY, WORDS["plan-open"](n=len(deals))),
            Figure(WORDS["plan-potential"], account.potential_12m, MONEY),
        ),
        WORDS["plan-standing"](unit=unit),
    )


def _next(card: SellerCard, verdict: AccountVerdict) -> tuple[Block, ...]:
    """What the next tier lacks, the moves of the plan, and what the rep has written down."""
    account = verdict.account
    lacking = tuple(map(explain_reason, verdict.lacking))
    planned = next((p for p in card.plan.accounts if p.verdict is verdict), None)
    written = card.dimensions.esp.by_account.get(account.account_id)
    objective = without_addresses(account.objective)
    blocks: list[Block] = [
        Bullets(lacking, WORDS["plan-top"], WORDS["lacking"]),
        Bullets(tuple(_moves(planned)), WORDS["plan-no-moves"], WORDS["plan-moves"]),
    ]
    step = without_addresses(account.next_action)
    lines: list[Content] = [WORDS["pair"](name=WORDS["objective"], text=objective)] if objective else []
    if step:
        late = written.plan.overdue_days if written else None
        day = account.next_action_date.isoformat() if account.next_action_date else ""
        text = WORDS["pair"](name=WORDS["next-step"], text=join((day, step), same(" ")))
        lines.append(Cell(WORDS["step-late"](n=late, text=step), WATCH) if late else text)
    blocks.append(Bullets(tuple(lines), WORDS["no-step"], WORDS["plan-written"]))
    return tuple(blocks)


def _moves(planned: AccountPlan | None) -> Iterator[Text]:
    for move in planned.moves[:MOVES] if planned else ():
        yield join((move_text(move), move_person(move)), same(" · "))


def _patterns(card: SellerCard, deals: Sequence[DealCard]) -> tuple[Block, ...]:
    """What the past says of its open deals."""
    pbm = card.dimensions.pbm
    told = tuple(
        WORDS["pair"](name=deal.deal.deal, text=fit_text(fit, pbm.spelt))
        for deal in deals
        if (fit := pbm.fits.get(deal.deal.deal_id))
    )
    return (Bullets(told, WORDS["no-fits"], WORDS["fits"]),)


def _support(card: SellerCard, deals: Sequence[DealCard]) -> Iterator[Content]:
    own = {deal.deal.deal_id for deal in deals}
    for facts in card.dimensions.mci.waiting:
        if facts.deal is not None and facts.deal.deal_id in own:
            text = WORDS["pair"](name=facts.deal.deal, text=waiting_text(facts))
            late = facts.late is not None and facts.late > 0
            yield Cell(marked(text), WATCH) if late else text
    granted = math.fsum(deal.granted for deal in deals)
    if granted:
        yield WORDS["plan-granted"](days=f"{granted:g}")


def _history(card: SellerCard, verdict: AccountVerdict, past: Past | None) -> tuple[Block, ...]:
    """The tier on earlier days, and its latest closed deals."""
    key = verdict.account.account_id
    days = [(day.on, day.tiers[key].claimed) for day in (past.remembered if past else ()) if key in day.tiers]
    days = [*days, (card.on, verdict.tier)][-DAYS:]
    way = join((_DAY(on=on.isoformat(), tier=tier) for on, tier in days), _ARROW)
    closed = [deal for deal in card.book.deals_of(key) if deal.stage.is_closed]
    closed.sort(key=lambda deal: deal.closed or dt.date.min, reverse=True)
    return (
        Paragraph(WORDS["pair"](name=WORDS["tier"], text=way), QUIET),
        table("closed", _CLOSED_FIELDS, closed[:CLOSED], empty=WORDS["plan-no-past"]),
    )


def _due(card: DealCard) -> Content:
    close = card.deal.expected_close
    return Cell(f"▲ {close.isoformat()}", WATCH) if close and card.overdue_days else close


def _end(deal: Deal) -> Cell:
    if deal.stage.is_won:
        return Cell(WORDS["plan-won"], GOOD)
    return Cell(join((WORDS["plan-lost"], deal.lost_reason or NOTHING), HALVES), NEUTRAL)


_DEAL_FIELDS: tuple[Field[DealCard], ...] = (
    Field("deal", WORDS["deal"], lambda card: card.deal.deal, WRAP, 5),
    Field("stage", WORDS["stage"], lambda card: card.deal.stage, CENTER, 2),
    Field("amount", WORDS["amount"], lambda card: card.deal.amount, MONEY, 2),
    Field("chance", WORDS["chance"], lambda card: card.chance.value if card.chance else None, SHARE, 2),
    Field("expected", WORDS["expected"], lambda card: card.expected, MONEY, 2),
    Field("due", WORDS["due"], _due, DATE, 3),
    Field("flags", WORDS["red-flags"], lambda card: flags_cell(card.flags), WRAP, 6),
)
_CLOSED_FIELDS: tuple[Field[Deal], ...] = (
    Field("deal", WORDS["deal"], lambda deal: deal.deal, WRAP, 7),
    Field("end", WORDS["plan-end"], _end, CENTER, 4),
    Field("closed", WORDS["plan-closed"], lambda deal: deal.closed, DATE, 3),
    Field("amount", WORDS["amount"], lambda deal: deal.amount, MONEY, 3),
)
