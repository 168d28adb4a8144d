"""Does a tier tell who will win? Won of closed by the tier of the account when the deal was opened (T8).

The tiers come from the history, the days from the book. Ours (F); it changes no verdict."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.statistics import wilson
from kasales_xl.core.policy import Policy, TierBasis
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import Tier


class Tiers(NamedTuple):
    """The tiers of one account on one day; ``confirmed`` None where the manager had not said."""

    claimed: Tier
    confirmed: Tier | None = None


class RememberedDay(NamedTuple):
    """A day of the history and the tiers of that day by account ID."""

    on: dt.date
    tiers: Mapping[str, Tiers]


class Outcomes(NamedTuple):
    """Deals closed, and how many of them were won."""

    won: int
    closed: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Closed deals by the claimed and by the confirmed tier of their account on the day they were opened.
    ``untold``: closed deals of which the history or the book does not say."""

    claimed: Mapping[Tier, Outcomes] = field(default_factory=dict)
    confirmed: Mapping[Tier, Outcomes] = field(default_factory=dict)
    untold: int = 0

    def of(self, basis: TierBasis) -> Mapping[Tier, Outcomes]:
        return self.claimed if basis is TierBasis.CLAIMED else self.confirmed

    def told(self, basis: TierBasis) -> int:
        """How many closed deals stand in the table."""
        return sum(outcomes.closed for outcomes in self.of(basis).values())


class CalibrationLine(NamedTuple):
    """One tier: ``rate`` with Wilson's 95 % interval, all 0–1."""

    basis: TierBasis
    tier: Tier
    won: int
    closed: int
    rate: float
    low: float
    high: float


def calibrate(deals: Iterable[Deal], remembered: Sequence[RememberedDay], on: dt.date) -> Calibration:
    """deals: all of one seller; remembered: the seller's days in order. A deal counts by the last day
    remembered up to the one it was created on, once it is closed by ``on``."""
    days = [day.on for day in remembered]
    found: dict[TierBasis, Counter[tuple[Tier, bool]]] = {basis: Counter() for basis in TierBasis}
    untold = 0
    for deal in deals:
        if not deal.stage.is_closed or deal.closed is None or deal.closed > on:
            continue
        place = bisect_right(days, deal.created) if deal.created is not None else 0
        tiers = remembered[place - 1].tiers.get(deal.account) if place else None
        if tiers is None:
            untold += 1
            continue
        found[TierBasis.CLAIMED][tiers.claimed, deal.stage.is_won] += 1
        if tiers.confirmed is not None:
            found[TierBasis.CONFIRMED][tiers.confirmed, deal.stage.is_won] += 1
    return Calibration(_outcomes(found[TierBasis.CLAIMED]), _outcomes(found[TierBasis.CONFIRMED]), untold)


def _outcomes(counted: Counter[tuple[Tier, bool]]) -> dict[Tier, Outcomes]:
    """Strongest tier first; tiers without a closed deal are left out."""
    whole = {tier: counted[tier, True] + counted[tier, False] for tier in reversed(Tier)}
    return {tier: Outcomes(counted[tier, True], closed) for tier, closed in whole.items() if closed}


def together(parts: Iterable[Calibration]) -> Calibration:
    """Several sellers as one."""
    many = tuple(parts)
    return Calibration(
        claimed=_sum([one.claimed for one in many]),
        confirmed=_sum([one.confirmed for one in many]),
        untold=sum(one.untold for one in many),
    )


def _sum(parts: Sequence[Mapping[Tier, Outcomes]]) -> dict[Tier, Outcomes]:
    totals = {}
    for tier in reversed(Tier):
        told = [part[tier] for part in parts if tier in part]
        if told:
            totals[tier] = Outcomes(sum(one.won for one in told), sum(one.closed for one in told))
    return totals


def calibration_lines(
    calibration: Calibration, policy: Policy, basis: TierBasis = TierBasis.CLAIMED
) -> tuple[CalibrationLine, ...]:
    """Strongest tier first; nothing below ``policy.calibration_min_deals`` closed deals in all: chance
    would do the talking."""
    if calibration.told(basis) < policy.calibration_min_deals:
        return ()
    return tuple(
        CalibrationLine(basis, tier, won, closed, won / closed, *wilson(won, closed))
        for tier, (won, closed) in calibration.of(basis).items()
    )
