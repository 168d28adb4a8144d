"""One card as version 2 of ``cards.json`` holds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.measure import Measure, ratio
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.findings import tally
from kasales_xl.core.moves.move import Move
from kasales_xl.core.moves.plan import Plan
from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import Dimension
from kasales_xl.core.verdicts.requirements import Requirement
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.files.cards_json import shape
from kasales_xl.text.private import without_addresses as clean


def card_object(card: SellerCard) -> shape.Card:
    """One card as plain values; codes as in the method, amounts in the book's money unit."""
    seller, ladders = card.seller, card.ladders
    return {
        "seller_id": seller.seller_id,
        "name": seller.name,
        "team": seller.team,
        "manager": seller.manager,
        "file": card.book.file,
        "level": card.level.value,
        "next_level": card.next_level.value if card.next_level else "",
        "accounts_level": ladders.accounts_level.value,
        "capability_level": ladders.capability_level.value,
        "blocked": {
            "by": ladders.blocked_by,
            "reasons": [need.demand.code for need in card.gap if need.missing],
        },
        "progress": card.progress,
        "confirmed": card.capability.confirmed,
        "counts": card.counts._asdict(),
        "money": _money(card),
        "dimensions": {d.value: _dimension(card, d) for d in Dimension},
        "indicators": {code: _indicator(one) for code, one in card.dimensions.measures.items()},
        "accounts": [_account(verdict) for verdict in card.accounts],
        "deals": [_deal(deal, card.dimensions.pbm) for deal in card.dimensions.tas.cards],
        "gap": [_requirement(need) for need in card.gap],
        "plan": _plan(card.plan),
        "findings": tally(card.findings),
    }


def _money(card: SellerCard) -> shape.Money:
    measures = card.dimensions.measures
    expected = measures["tas.expected"]
    return {
        "unit": card.seller.money_unit.value,
        "target": card.seller.annual_target,
        "won": measures["tas.won"].value,
        "attainment": measures["tas.attainment"].value,
        "expected": {
            "value": expected.value,
            "low": expected.low,
            "high": expected.high,
            "deals": expected.n,
        },
    }


def _dimension(card: SellerCard, dimension: Dimension) -> shape.DimensionOut:
    grade = card.capability.grades[dimension]
    return {"grade": grade.grade, "points": grade.total, "confirmed": grade.confirmed}


def _indicator(one: Measure) -> shape.Indicator:
    return {"value": one.value, "n": one.n, "recorded": one.recorded, "low": one.low, "high": one.high}


def _account(verdict: AccountVerdict) -> shape.AccountOut:
    account = verdict.account
    return {
        "account_id": account.account_id,
        "account": clean(account.account),
        "owned": verdict.owned,
        "counted": verdict.counted,
        "potential": account.potential_12m,
        "key": verdict.key.value,
        "key_ground": verdict.key_test.ground.value,
        "key_deals": [deal.deal_id for deal in verdict.key_test.deals],
        "key_reasons": _reasons(verdict.key_test.reasons),
        "tier": verdict.tier.value,
        "confirmed_tier": verdict.confirmed.value if verdict.confirmed else "",
        "counting_tier": verdict.counting.value,
        "evidence": ratio(verdict.facts.evidenced, verdict.facts.influenced),
        "score": verdict.score.total,
        "lacking": _reasons(verdict.lacking),
        "warnings": [warning.code for warning in verdict.warnings],
    }


def _reasons(reasons: Iterable[Reason]) -> list[shape.ReasonOut]:
    return [
        {"code": one.code, "names": _cleaned(one.names), "have": one.have, "need": one.need}
        for one in reasons
    ]


def _cleaned(names: Sequence[str]) -> list[str]:
    return [clean(name) for name in names]


def _deal(card: DealCard, pbm: Pbm) -> shape.DealOut:
    deal, fit = card.deal, pbm.fits.get(card.deal.deal_id)
    return {
        "deal_id": deal.deal_id,
        "deal": clean(deal.deal),
        "account_id": deal.account,
        "stage": deal.stage.value,
        "amount": deal.amount,
        "chance": card.chance.value if card.chance else None,
        "expected": card.expected,
        "expected_close": _day(deal.expected_close),
        "pattern": fit.side.value if fit else "",
        "flags": [flag.code for flag in card.flags],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _requirement(need: Requirement) -> shape.Requirement:
    return {"requirement": need.demand.code, "have": need.have, "need": need.need, "missing": need.missing}


def _plan(way: Plan) -> shape.PlanOut:
    shared = [_move(move, "") for move in way.shared]
    return {
        "level": way.level.value if way.level else "",
        "moves": [
            *shared,
            *(_move(move, account.then.value) for account in way.accounts for move in account.moves),
        ],
        "new_accounts": way.new._asdict(),
        "practice_points": {lift.dimension.value: lift.steps for lift in way.practices},
    }


def _move(move: Move, tier: str) -> shape.MoveOut:
    return {
        "kind": move.kind,
        "account_id": move.account_id,
        "account": clean(move.account),
        "person": clean(move.person),
        "department": clean(move.department),
        "column": move.datum.column if move.datum else "",
        "deal_id": move.deal_id,
        "amount": move.amount or None,
        "by": _day(move.by),
        "tier": tier,
    }
