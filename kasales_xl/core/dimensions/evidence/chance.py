"""The one win chance of a deal: its stage, moved by what is known of it (TAS+, F)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.prediction import Candidate
from kasales_xl.core.dimensions.evidence.regression import logit, sigmoid
from kasales_xl.core.dimensions.evidence.statistics import shrunk
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import Term, YesNoUnknown


class Hopeless(Term):
    """What makes a chance 0, in the seller's own words."""

    NOT_REAL = "not_real", "需求不属实", "the need is not real"
    CANNOT_WIN = "cannot_win", "没机会赢", "cannot be won"


@dataclass(frozen=True, slots=True)
class Chance:
    """``value`` 0–1. ``stage``: what deals at this stage come to; ``rate``: what deals like this one come
    to, whatever their stage, told by ``by`` (k of the account's n closed deals won); ``usual``: what
    the stage chances presuppose. A rate above the usual one lifts the stage's chance, one below lowers it.
    ``lawful``: a law moved the rate; ``hopeless``: why the value is 0."""

    value: float
    stage: float
    rate: float
    usual: float
    by: Candidate
    k: int
    n: int
    lawful: bool
    hopeless: Hopeless | None


def hopeless(deal: Deal) -> Hopeless | None:
    """Said to be not real, or not winnable."""
    if deal.is_real is YesNoUnknown.NO:
        return Hopeless.NOT_REAL
    return Hopeless.CANNOT_WIN if deal.can_win is YesNoUnknown.NO else None


def moved_by_laws(rate: float, fit: Fit | None, policy: Policy) -> float:
    """The rate pulled towards what deals under the same laws came to, each by its cases within accounts;
    as it is where no law speaks."""
    if fit is None or not fit.laws:
        return rate
    told = [shrunk(law.question.k, law.question.n, rate, policy.pattern_prior) for law in fit.laws]
    return math.fsum(told) / len(told)


def chance(
    deal: Deal, rate: float, fit: Fit | None, *, by: Candidate, of_account: tuple[int, int], policy: Policy
) -> Chance:
    """deal: an open one; rate: what ``by`` tells of it; of_account: won and closed. In odds: the stage's,
    times the rate's over the usual one's."""
    lawful = by is Candidate.RATE and fit is not None and bool(fit.laws)
    if lawful:
        rate = moved_by_laws(rate, fit, policy)
    stage, usual, zero = policy.stage_chance(deal.stage), policy.usual_win_rate, hopeless(deal)
    value = 0.0 if zero else sigmoid(logit(stage) + logit(rate) - logit(usual))
    return Chance(
        value=value,
        stage=stage,
        rate=rate,
        usual=usual,
        by=by,
        k=of_account[0],
        n=of_account[1],
        lawful=lawful,
        hopeless=zero,
    )


#: Cells of the grid on which a sum is spread.
_GRID = 1000


def sum_interval(bets: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    """bets: (amount, chance) of each deal, amounts ≥ 0. The interval that holds the sum won with at least
    this probability, equal tails, deals independent: the distribution of all outcomes, not a normal curve,
    for one large deal makes two humps. Amounts are rounded to 1/1,000 of the whole. Widened to what is
    expected, which lies outside where a large deal is nearly certain, or nearly lost."""
    whole = math.fsum(amount for amount, _chance in bets)
    if whole <= 0:
        return 0.0, 0.0
    # small ones first: the line stays short for longest
    sizes = sorted((round(amount / whole * _GRID), p) for amount, p in bets if p > 0)
    chances, top = [1.0], 0
    for size, p in sizes:
        if size:
            lost, nothing = 1 - p, [0.0] * size
            kept = zip(chances + nothing, nothing + chances, strict=True)
            chances, top = [one * lost + other * p for one, other in kept], top + size
    tail = (1 - share) / 2
    low, high = _first_above(chances, tail), top - _first_above(chances[::-1], tail)
    expected = math.fsum(amount * p for amount, p in bets)
    # sizes are rounded, so all together may come to more than the whole
    return min(expected, whole * low / _GRID), max(expected, min(whole, whole * high / _GRID))


def _first_above(chances: Sequence[float], tail: float) -> int:
    """The first place up to which more than ``tail`` has gathered."""
    gathered = 0.0
    for place, one in enumerate(chances):
        gathered += one
        if gathered > tail + 1e-12:
            return place
    return len(chances) - 1
