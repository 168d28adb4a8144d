"""What each table holds: a column's name, and what it holds of a card and of one line of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure, ratio
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.findings import Finding
from kasales_xl.core.moves.move import Move
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Dimension, Tier
from kasales_xl.core.verdicts.requirements import Requirement
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.text.findings.sentences import fix, what

Line = TypeVar("Line")
#: A column's name and what it holds of a card and of one line of it.
Columns = Mapping[str, Callable[[SellerCard, Line], object]]


class Step(NamedTuple):
    """One move of the plan; ``tier``: what its account rises to with all of its moves, None for what
    concerns the seller alone."""

    move: Move
    tier: Tier | None


def steps(card: SellerCard) -> list[Step]:
    """The plan's moves in the order in which to make them."""
    shared = [Step(move, None) for move in card.plan.shared]
    return shared + [Step(move, account.then) for account in card.plan.accounts for move in account.moves]


def _grade_of(dimension: Dimension) -> Callable[[SellerCard, SellerCard], int]:
    return lambda card, _: card.capability.grades[dimension].grade


def _points_of(dimension: Dimension) -> Callable[[SellerCard, SellerCard], int]:
    return lambda card, _: card.capability.grades[dimension].total


SELLERS: Columns[SellerCard] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "name": lambda card, _: card.seller.name,
    "team": lambda card, _: card.seller.team,
    "on": lambda card, _: card.on,
    "level": lambda card, _: card.level.value,
    "accounts_level": lambda card, _: card.ladders.accounts_level.value,
    "capability_level": lambda card, _: card.ladders.capability_level.value,
    "blocked_by": lambda card, _: card.ladders.blocked_by,
    "progress": lambda card, _: card.progress,
    "strong": lambda card, _: card.counts.strong,
    "mid": lambda card, _: card.counts.mid,
    "junior": lambda card, _: card.counts.junior,
    **{f"grade_{dimension.value}": _grade_of(dimension) for dimension in Dimension},
    **{f"points_{dimension.value}": _points_of(dimension) for dimension in Dimension},
    "confirmed": lambda card, _: card.capability.confirmed,
    "annual_target": lambda card, _: card.seller.annual_target,
    "money_unit": lambda card, _: card.seller.money_unit.value,
    "file": lambda card, _: card.book.file,
}

ACCOUNTS: Columns[AccountVerdict] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "account_id": lambda _, verdict: verdict.account.account_id,
    "account": lambda _, verdict: verdict.account.account,
    "key": lambda _, verdict: verdict.key.value,
    "counted": lambda _, verdict: verdict.counted,
    "key_ground": lambda _, verdict: verdict.key_test.ground.value,
    "tier": lambda _, verdict: verdict.tier.value,
    "confirmed_tier": lambda _, verdict: verdict.confirmed.value if verdict.confirmed else "",
    "counting_tier": lambda _, verdict: verdict.counting.value,
    "evidence": lambda _, verdict: ratio(verdict.facts.evidenced, verdict.facts.influenced),
    "score": lambda _, verdict: verdict.score.total,
    "potential_12m": lambda _, verdict: verdict.account.potential_12m,
    "key_departments": lambda _, verdict: len(verdict.facts.key_departments),
    "covered_departments": lambda _, verdict: len(verdict.facts.covered),
    "contacts": lambda _, verdict: verdict.facts.contacts,
    "dms": lambda _, verdict: len(verdict.facts.dms),
    "influenced_dms": lambda _, verdict: len(verdict.facts.influenced_dms),
    "opposed_dms": lambda _, verdict: len(verdict.facts.opposed_dms),
    "influenced_related": lambda _, verdict: len(verdict.facts.influenced_related),
}

GAPS: Columns[Requirement] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "next_level": lambda card, _: card.next_level.value if card.next_level else "",
    "requirement": lambda _, need: need.demand.code,
    "have": lambda _, need: need.have,
    "need": lambda _, need: need.need,
    "missing": lambda _, need: need.missing,
}

FINDINGS: Columns[Finding] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "file": lambda _, finding: finding.at.file,
    "sheet": lambda _, finding: finding.at.sheet,
    "cell": lambda _, finding: finding.at.cell,
    "severity": lambda _, finding: finding.severity.value,
    "code": lambda _, finding: finding.code,
    "got": lambda _, finding: finding.got,
    "now": lambda _, finding: finding.now,
    "what": lambda _, finding: what(finding),
    "fix": lambda _, finding: fix(finding),
}


def _side(card: SellerCard, line: DealCard) -> str:
    """With or against a law, or unknown; blank without enough closed deals."""
    fit = card.dimensions.pbm.fits.get(line.deal.deal_id)
    return fit.side.value if fit else ""


DEALS: Columns[DealCard] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "deal_id": lambda _, line: line.deal.deal_id,
    "deal": lambda _, line: line.deal.deal,
    "account_id": lambda _, line: line.deal.account,
    "account": lambda _, line: line.account,
    "stage": lambda _, line: line.deal.stage.value,
    "amount": lambda _, line: line.deal.amount,
    "chance": lambda _, line: line.chance.value if line.chance else None,
    "expected": lambda _, line: line.expected,
    "created": lambda _, line: line.deal.created,
    "expected_close": lambda _, line: line.deal.expected_close,
    "overdue_days": lambda _, line: line.overdue_days,
    "pattern": _side,
    "relationship": lambda _, line: line.advantages.relationship,
    "solution": lambda _, line: line.advantages.solution,
    "price": lambda _, line: line.advantages.price,
    "insight": lambda _, line: line.advantages.insight,
    "granted_days": lambda _, line: line.granted,
    "flags": lambda _, line: ",".join(flag.code for flag in line.flags),
}

MEASURES: Columns[Measure] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "indicator": lambda _, line: line.code,
    "dimension": lambda _, line: INDICATORS[line.code].dimension.value,
    "unit": lambda _, line: INDICATORS[line.code].unit,
    "value": lambda _, line: line.value,
    "n": lambda _, line: line.n,
    "recorded": lambda _, line: line.recorded,
    "low": lambda _, line: line.low,
    "high": lambda _, line: line.high,
}

MOVES: Columns[Step] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "level": lambda card, _: card.plan.level.value if card.plan.level else "",
    "kind": lambda _, line: line.move.kind,
    "account_id": lambda _, line: line.move.account_id,
    "account": lambda _, line: line.move.account,
    "person": lambda _, line: line.move.person,
    "department": lambda _, line: line.move.department,
    "column": lambda _, line: line.move.datum.column if line.move.datum else "",
    "deal_id": lambda _, line: line.move.deal_id,
    "amount": lambda _, line: line.move.amount or None,
    "by": lambda _, line: line.move.by,
    "tier": lambda _, line: line.tier.value if line.tier else "",
}

PEOPLE: Columns[Contact] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "contact_id": lambda _, line: line.contact_id,
    "account_id": lambda _, line: line.account,
    "name": lambda _, line: line.name,
    "department": lambda _, line: line.department,
    "title": lambda _, line: line.title,
    "key_decision_maker": lambda _, line: line.key_decision_maker.value,
    "business_related": lambda _, line: line.business_related.value,
    "can_influence": lambda _, line: line.can_influence.value,
    "influence_evidence": lambda _, line: line.influence_evidence,
    "stance": lambda _, line: line.stance.value,
    "value": lambda _, line: line.value,
    "trust": lambda _, line: line.trust,
    "last_contact": lambda _, line: line.last_contact,
}
