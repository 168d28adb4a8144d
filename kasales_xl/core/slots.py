"""Which accounts to bring up so that the slots of a level are filled at the least cost: exact (P2).

A dynamic programme over the accounts; its state is what the slots still need. In front of it, per kind
of account and tier only as many of the cheapest are kept as an optimal choice can use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.levels import Counts, account_needs
from kasales_xl.core.policy import Counting, Policy
from kasales_xl.core.terms import Level, Tier

_TIERS = (Tier.STRONG, Tier.MID, Tier.JUNIOR)
_NONE = Counts(0, 0, 0)


class State(NamedTuple):
    """What the slots still need: by exact tier when counting exclusively, else tier or better."""

    strong: int
    mid: int
    junior: int


@dataclass(frozen=True, slots=True)
class Option:
    """An account to choose for: what it counts as now (None: not at all) and the cost of each tier
    that it can be brought to."""

    now: Tier | None
    costs: Mapping[Tier, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """``tiers``: per option the tier to bring it to, None to leave it. ``new``: key accounts that have
    to be won besides, at these tiers, for even the best choice leaves slots open."""

    tiers: tuple[Tier | None, ...]
    cost: int
    new: Counts


def fill_slots(options: Sequence[Option], level: Level, policy: Policy) -> Choice:
    """The choice with the fewest new accounts needed, of these the cheapest. Of equal ones the
    options that come first are brought up, and as high as they can. Rules P2, L2.

    options: in order of preference; those that count now count here too."""
    exclusive = policy.counting is Counting.EXCLUSIVE
    fill = _Fill(exclusive)
    kept = _worth_keeping(options, _most_upgrades(options, level, policy), exclusive)
    start = _needs(level, policy)
    for number, option in enumerate(options):
        if number not in kept:
            start = fill[option.now][start]
    order = [(number, _outcomes(options[number], exclusive)) for number in sorted(kept)]
    layers = [{start}]
    for _number, outcomes in order:
        steps = [fill[tier] for tier, _cost in outcomes]
        layers.append({step[state] for state in layers[-1] for step in steps})
    prices = _prices(layers[-1], start, sum(max(o.costs.values(), default=0) for o in options), exclusive)
    best = [prices]
    for (_number, outcomes), states in zip(reversed(order), reversed(layers[:-1]), strict=True):
        after = best[-1]
        steps_costs = [(fill[tier], cost) for tier, cost in outcomes]
        best.append({s: min([cost + after[step[s]] for step, cost in steps_costs]) for s in states})
    return _walk(options, order, best[::-1], start, fill)


class _Steps(dict[State, State]):
    """From what is still needed to what is needed with one more account of this tier."""

    def __init__(self, tier: Tier | None, exclusive: bool) -> None:
        super().__init__()
        self._tier, self._exclusive = tier, exclusive

    def __missing__(self, state: State) -> State:
        self[state] = _filled(state, self._tier, self._exclusive)
        return self[state]


class _Fill(dict["Tier | None", _Steps]):
    def __init__(self, exclusive: bool) -> None:
        super().__init__()
        self.exclusive = exclusive

    def __missing__(self, tier: Tier | None) -> _Steps:
        self[tier] = _Steps(tier, self.exclusive)
        return self[tier]


def _needs(level: Level, policy: Policy) -> State:
    """What ``level`` and every level below it ask of the accounts: levels are climbed rung by rung."""
    needs: dict[str, int] = {}
    for rung in (rung for rung in Level if rung <= level):
        for need in account_needs(_NONE, rung, policy):
            tier = need.requirement.split("_")[1]
            needs[tier] = max(needs.get(tier, 0), int(need.need))
    return State(*(needs.get(tier.value, 0) for tier in _TIERS))


def _filled(state: State, tier: Tier | None, exclusive: bool) -> State:
    """What is still needed once one more account has this tier."""
    strong, mid, junior = state
    if tier is Tier.STRONG:
        strong -= strong > 0
    if tier is Tier.MID or (tier is Tier.STRONG and not exclusive):
        mid -= mid > 0
    if tier is Tier.JUNIOR or (tier in (Tier.MID, Tier.STRONG) and not exclusive):
        junior -= junior > 0
    return State(strong, mid, junior)


def _most_upgrades(options: Sequence[Option], level: Level, policy: Policy) -> int:
    """No optimal choice brings up more accounts than this: each of them fills a slot that is open.
    Counting exclusively an upgrade opens the slot that it leaves, so all slots may be open."""
    open_slots = _needs(level, policy)
    if policy.counting is not Counting.EXCLUSIVE:
        for option in options:
            open_slots = _filled(open_slots, option.now, False)
    return sum(open_slots)


def _worth_keeping(options: Sequence[Option], most: int, exclusive: bool) -> set[int]:
    """Accounts that an optimal choice may bring up. Exact: one beyond the ``most`` cheapest of its kind
    for a tier could be swapped for one of those, which is left free, at no greater cost."""
    ranked: dict[tuple[Tier | None, Tier], list[tuple[int, int]]] = {}
    for number, option in enumerate(options):
        for tier, cost in _outcomes(option, exclusive):
            if tier is not None and tier is not option.now:
                ranked.setdefault((option.now, tier), []).append((cost, number))
    kept: set[int] = set()
    for costs in ranked.values():
        kept.update(number for _cost, number in sorted(costs)[:most])
    return kept


def _outcomes(option: Option, exclusive: bool) -> list[tuple[Tier | None, int]]:
    """What an account may become, highest tier first, and last what it is now. A tier that costs as
    much as a higher one is never worth having unless accounts are counted exclusively."""
    found: list[tuple[Tier | None, int]] = []
    for tier in _TIERS:
        cost = option.costs.get(tier)
        if cost is not None and (exclusive or not found or cost < found[-1][1]):
            found.append((tier, cost))
    return [*found, (option.now, 0)]


def _new_accounts(state: State, exclusive: bool) -> Counts:
    """The fewest and lowest accounts that would fill what is still open."""
    strong, mid, junior = state
    if not exclusive:
        mid = max(0, mid - strong)
        junior = max(0, junior - strong - mid)
    return Counts(strong, mid, junior)


def _prices(states: Iterable[State], start: State, most: int, exclusive: bool) -> dict[State, int]:
    """What the slots left open cost: fewest new accounts first, then the lowest; any of them more than
    ``most``, the cost of all moves together."""
    scale = sum(start) + 1
    prices = {}
    for state in states:
        new = _new_accounts(state, exclusive)
        prices[state] = ((sum(new) * scale + new.strong) * scale + new.mid) * (most + 1)
    return prices


def _walk(
    options: Sequence[Option],
    order: Sequence[tuple[int, list[tuple[Tier | None, int]]]],
    best: Sequence[Mapping[State, int]],
    start: State,
    fill: _Fill,
) -> Choice:
    """Forward through the accounts, at each the highest tier that is still optimal."""
    tiers: list[Tier | None] = [None] * len(options)
    state, spent = start, 0
    for step, (number, outcomes) in enumerate(order):
        for tier, cost in outcomes:
            following = fill[tier][state]
            if cost + best[step + 1][following] == best[step][state]:
                if tier is not options[number].now:
                    tiers[number] = tier
                state, spent = following, spent + cost
                break
    return Choice(tuple(tiers), spent, _new_accounts(state, fill.exclusive))
