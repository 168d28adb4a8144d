"""Which accounts to bring up so that the slots of a level are filled at the least cost: exact (P2).

Ties are part of the cost, in digits behind the last of it, so that one choice alone is the best one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kasales_xl.core.moves.exchange import Exchange
from kasales_xl.core.policy import Counting, Policy
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.verdicts.levels import SLOT_TIERS, Counts, accounts_needed

# bits that tell the up to four outcomes of one account apart
_DIGIT = 2


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
    kept = _worth_keeping(options, _most_upgrades(options, level, policy), exclusive)
    asked = _needs(level, policy)
    outcomes = [
        _outcomes(option, exclusive) if number in kept else [(option.now, 0)]
        for number, option in enumerate(options)
    ]
    unit = 1 << _DIGIT * len(outcomes)
    prices = [price * unit for price in _prices(asked, outcomes)]
    exchange = Exchange(_ranked(outcomes, unit), prices, nested=not exclusive)
    for tier, count in zip(SLOT_TIERS, asked, strict=True):
        for _one in range(count):
            exchange.ask(_rung(tier))
    chosen = [
        next((tier, cost) for tier, cost in own if _rung(tier) == rung)
        for own, rung in zip(outcomes, exchange.rung_of, strict=True)
    ]
    tiers = tuple(
        None if tier is option.now else tier for option, (tier, _cost) in zip(options, chosen, strict=True)
    )
    new = Counts(*(exchange.new[_rung(tier)] for tier in SLOT_TIERS))
    return Choice(tiers, sum(cost for _tier, cost in chosen), new)


def _rung(tier: Tier | None) -> int:
    return 0 if tier not in SLOT_TIERS else len(SLOT_TIERS) - SLOT_TIERS.index(tier)


def _ranked(outcomes: Sequence[Sequence[tuple[Tier | None, int]]], unit: int) -> list[dict[int, int]]:
    """Costs with the order of preference in their last digits, one digit an option, the first one's the
    highest: equal costs are told apart, and nothing else is."""
    costs = []
    for number, own in enumerate(outcomes, start=1):
        digit = unit >> _DIGIT * number
        by_rung: dict[int, int] = {}
        for place, (tier, cost) in enumerate(own):
            by_rung.setdefault(_rung(tier), cost * unit + place * digit)
        costs.append(by_rung)
    return costs


def _needs(level: Level, policy: Policy) -> Counts:
    """What ``level`` and every level below it ask of the accounts, for levels are climbed rung by rung: by
    exact tier when counting exclusively, else tier or better."""
    rungs = [accounts_needed(rung, policy) for rung in Level if rung <= level]
    return Counts(*(max(needed.get(tier, 0) for needed in rungs) for tier in SLOT_TIERS))


def _most_upgrades(options: Sequence[Option], level: Level, policy: Policy) -> int:
    """No optimal choice brings up more accounts than this: each of them fills a slot that is open.
    Counting exclusively an upgrade opens the slot that it leaves, so all slots may be open."""
    asked = _needs(level, policy)
    if policy.counting is Counting.EXCLUSIVE:
        return sum(asked)
    now = [_rung(option.now) for option in options]
    return sum(
        max(0, count - sum(rung >= _rung(tier) for rung in now))
        for tier, count in zip(SLOT_TIERS, asked, strict=True)
    )


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
    outcomes: list[tuple[Tier | None, int]] = []
    for tier in SLOT_TIERS:
        cost = option.costs.get(tier)
        if cost is not None and (exclusive or not outcomes or cost < outcomes[-1][1]):
            outcomes.append((tier, cost))
    return [*outcomes, (option.now, 0)]


def _prices(
    asked: Counts, outcomes: Iterable[Sequence[tuple[Tier | None, int]]]
) -> tuple[int, int, int, int]:
    """What a new account costs by rung: as few as possible, then the lowest; one alone costs more than
    all moves together."""
    # with fewer than ``scale`` new accounts in all, one account outweighs every difference between rungs,
    # one strong account every mid one, and ``most`` any moves of accounts that are there already
    scale = sum(asked) + 1
    most = sum(max(cost for _tier, cost in own) for own in outcomes) + 1
    return 0, scale * scale * most, (scale * scale + 1) * most, (scale * scale + scale) * most
