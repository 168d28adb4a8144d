"""The cheapest way up (P2): which accounts to bring up, through whom, and which practices to lift."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.account_moves import ways_up
from kasales_xl.core.moves.move import (
    COMPLETE_DATA,
    COST_UNIT,
    Move,
    Way,
    costs_of,
    to_be_won,
    to_confirm,
    to_fill_in,
    total_cost,
)
from kasales_xl.core.moves.practice_moves import DimensionLift, lifts
from kasales_xl.core.moves.slots import Choice, Option, fill_slots
from kasales_xl.core.policy import Counting, Policy, TierBasis
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.verdicts.levels import Counts, capability_needs
from kasales_xl.core.verdicts.requirements import ExpertProof, Requirement
from kasales_xl.core.verdicts.tier import AccountVerdict

NOBODY = Counts(0, 0, 0)


@dataclass(frozen=True, slots=True)
class AccountPlan:
    """One account to bring up: the tier that counts ``now``, and ``then`` after ``moves``. ``undecided``: it
    counts only if the data to be filled in shows that it is a key account; ``enters``: it is none yet,
    and the moves make it one."""

    verdict: AccountVerdict
    now: Tier
    then: Tier
    moves: tuple[Move, ...]
    undecided: bool
    enters: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The least that leads to ``level``; None at the top. ``accounts``: fewest moves first, then best
    score, then by name. ``shared``: what no single account owns (the seller's target). ``new``: key
    accounts to win besides, as many as all moves together leave slots open. ``cost`` by the policy's
    weights. ``practices``: dimensions to lift. ``expert``: what the top asks for besides (L6)."""

    level: Level | None
    accounts: tuple[AccountPlan, ...] = ()
    shared: tuple[Move, ...] = ()
    new: Counts = NOBODY
    cost: float = 0.0
    practices: tuple[DimensionLift, ...] = ()
    expert: tuple[Requirement, ...] = ()

    @property
    def moves(self) -> tuple[Move, ...]:
        """All moves in the order in which to make them."""
        return self.shared + tuple(move for plan in self.accounts for move in plan.moves)


@dataclass(frozen=True, slots=True)
class _Candidate:
    verdict: AccountVerdict
    option: Option
    ways: dict[Tier, Way]
    data: tuple[Move, ...]


def plan(card: SellerCard, wanted: Level | None = None) -> Plan:
    """The cheapest way to ``wanted`` (default: the next level). Accounts are exact, ties go to the
    higher score, then to the name; the same facts always give the same plan. Rule P2."""
    level = wanted or card.next_level
    if level is None:
        return Plan(None)
    candidates = _candidates(card)
    choice = fill_slots([c.option for c in candidates], level, card.policy)
    accounts = _accounts(candidates, choice)
    shared = dict.fromkeys(m for plan in accounts for m in plan.moves if not m.account_id)
    accounts = tuple(_without(plan, shared) for plan in accounts)
    moves = [*shared, *(m for plan in accounts for m in plan.moves)]
    return Plan(
        level,
        tuple(sorted(accounts, key=_order)),
        tuple(shared),
        choice.new,
        total_cost(moves, card.policy) / COST_UNIT,
        lifts(card.capability, card.book.practices, level, card.policy),
        _expert(card, level),
    )


def _expert(card: SellerCard, level: Level) -> tuple[Requirement, ...]:
    needs = capability_needs(card.capability, level, card.policy)
    return tuple(need for need in needs if isinstance(need.demand, ExpertProof) and need.missing)


def account_ways(card: SellerCard, verdict: AccountVerdict) -> dict[Tier, Way]:
    """The least-cost way of one account to each higher tier, key account or not. Rule P2."""
    people = card.book.people_of(verdict.account.account_id)
    return ways_up(verdict.account, people, verdict.facts, verdict.tier, card.policy)


def _candidates(card: SellerCard) -> list[_Candidate]:
    """The seller's own accounts that count or may count, in order of preference."""
    exactly = card.policy.counting is Counting.EXCLUSIVE
    candidates, costs = [], costs_of(card.policy)
    for verdict in sorted(card.accounts, key=preference):
        if not verdict.counted and not verdict.undecided:
            continue
        account = verdict.account
        people = card.book.people_of(account.account_id)
        ways = ways_up(
            account, people, verdict.facts, verdict.tier, card.policy, exactly=exactly, costs=costs
        )
        candidates.append(_candidate(verdict, ways, _to_enter(card, verdict), card.policy))
    return candidates


def _to_enter(card: SellerCard, verdict: AccountVerdict) -> tuple[Move, ...]:
    """What makes an undecided account a key account: blank cells filled in, deals won (K3)."""
    test, account = verdict.key_test, verdict.account
    wins = to_be_won(test.to_win, account, card.seller.money_unit) if test.to_win else ()
    return (*(to_fill_in(cell, account) for cell in test.fill_in), *wins)


def preference(verdict: AccountVerdict) -> tuple[float, float, str, str]:
    """Higher score first, then the name. Rule P2. What time wears down of a score only decides between
    accounts that are level without it, so that no week changes the plan by itself: all fade alike."""
    score = verdict.score
    return -score.lasting, -score.fading, verdict.account.account, verdict.account.account_id


def _candidate(
    verdict: AccountVerdict, ways: dict[Tier, Way], data: tuple[Move, ...], policy: Policy
) -> _Candidate:
    """What the seller's own form lacks is asked of all accounts alike, so it doesn't tell them apart."""
    extra = total_cost((move for move in data if move.account_id), policy)
    costs: dict[Tier, int] = {}
    by_result: dict[Tier, Way] = {}
    now = verdict.counting
    reachable = [*ways.values()]
    if policy.tier_counts is TierBasis.CONFIRMED:
        reachable = _confirmed([Way(verdict.tier, (), 0), *reachable], verdict, policy)
    if data:
        reachable = [Way(now, (), 0), *reachable]
    # the way to one tier may end higher: what counts is where it ends
    for way in reachable:
        if way.tier not in by_result or way.cost < by_result[way.tier].cost:
            by_result[way.tier] = way
            costs[way.tier] = way.cost + extra
    slots = {tier: cost for tier, cost in costs.items() if tier >= Tier.JUNIOR}
    return _Candidate(verdict, Option(None if data else now, slots), by_result, data)


def _confirmed(ways: list[Way], verdict: AccountVerdict, policy: Policy) -> list[Way]:
    """Where only a confirmed tier counts, the manager's word is the last move of each way (T8)."""
    confirmed = []
    for way in ways:
        if way.tier > verdict.counting:
            moves = (*way.moves, to_confirm(way.tier, verdict.account))
            confirmed.append(Way(way.tier, moves, total_cost(moves, policy)))
    return confirmed


def _accounts(candidates: list[_Candidate], choice: Choice) -> tuple[AccountPlan, ...]:
    return tuple(
        AccountPlan(
            verdict=candidate.verdict,
            now=candidate.verdict.counting,
            then=tier,
            moves=candidate.data + candidate.ways[tier].moves,
            undecided=any(move.kind == COMPLETE_DATA for move in candidate.data),
            enters=bool(candidate.data),
        )
        for candidate, tier in zip(candidates, choice.tiers, strict=True)
        if tier is not None
    )


def _without(plan: AccountPlan, shared: dict[Move, None]) -> AccountPlan:
    return replace(plan, moves=tuple(move for move in plan.moves if move not in shared))


def _order(plan: AccountPlan) -> tuple[int, float, float, str, str]:
    return len(plan.moves), *preference(plan.verdict)
