"""The little statistics that the indicators need, honest with small numbers. Plain floats in and out."""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

#: Two-sided 95% point of the normal distribution.
Z_95 = 1.959963984540054
#: Probabilities this close count as equal: sums of logarithms must not decide at a threshold.
_TIE = 1 + 1e-7


class Interval(NamedTuple):
    """Shares 0–1."""

    low: float
    high: float


def wilson(k: int, n: int) -> Interval:
    """Wilson's 95% interval of k out of n; n = 0 says nothing: 0–1. 3/4 gives 0.30–0.95."""
    if n <= 0:
        return Interval(0.0, 1.0)
    share, z2 = k / n, Z_95 * Z_95
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    # exact at both ends, where rounding would leave a hair above 0 or below 1
    return Interval(0.0 if k == 0 else max(0.0, middle - half), 1.0 if k == n else min(1.0, middle + half))


def shrunk(k: float, n: float, mean: float, strength: float) -> float:
    """(k + m μ) / (n + m): the rate of few cases pulled towards the mean rate of many."""
    return (k + strength * mean) / (n + strength) if n + strength > 0 else mean


def median(values: Iterable[float]) -> float | None:
    """The middle value, the mean of the two middle ones when even; None of nothing."""
    ranked = sorted(values)
    return float(statistics.median(ranked)) if ranked else None


def shares(amounts: Iterable[float]) -> tuple[float, ...]:
    """Each amount as a share of their sum, the largest first; only positive amounts count."""
    positive = sorted((amount for amount in amounts if amount > 0), reverse=True)
    whole = math.fsum(positive)
    return tuple(amount / whole for amount in positive) if whole else ()


def effective_number(parts: Sequence[float]) -> float | None:
    """1 / Σs²: how many equal parts would be as concentrated. None of nothing."""
    return 1 / math.fsum(part * part for part in parts) if parts else None


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, ties share the mean of their ranks."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + 1 + bisect_right(ordered, value)) / 2 for value in values]


def rank_correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Spearman's ρ, −1 to 1: the correlation of the ranks. None where one side does not vary."""
    first, second = ranks(left), ranks(right)
    middle = (len(first) + 1) / 2
    a = [value - middle for value in first]
    b = [value - middle for value in second]
    spread = math.sqrt(math.fsum(x * x for x in a) * math.fsum(y * y for y in b))
    if not spread:
        return None
    return max(-1.0, min(1.0, math.fsum(x * y for x, y in zip(a, b, strict=True)) / spread))


class Exact(NamedTuple):
    """``p`` of what was seen; ``least`` the smallest p that any result with these totals could give."""

    p: float
    least: float


@lru_cache(maxsize=4096)
def fisher(k: int, n: int, won: int, total: int) -> Exact:
    """Fisher's exact test, two-sided: ``k`` of ``n`` cases won here, ``won`` of ``total`` in all (these
    ``n`` included). The chance of a result at least as unlikely if the two had nothing to do with
    each other, by the hypergeometric distribution."""
    lowest, highest = max(0, n - (total - won)), min(n, won)
    if lowest >= highest:
        # the totals leave one result only, so it says nothing
        return Exact(1.0, 1.0)
    chances = _hypergeometric(lowest, highest, n, won, total)
    seen, rarest = chances[k - lowest] * _TIE, min(chances) * _TIE
    p = math.fsum(chance for chance in chances if chance <= seen)
    least = math.fsum(chance for chance in chances if chance <= rarest)
    return Exact(min(1.0, p), min(1.0, least))


def _hypergeometric(lowest: int, highest: int, n: int, won: int, total: int) -> list[float]:
    """Chances of lowest … highest wins among n, walked outwards from the likeliest so that nothing
    that matters underflows."""
    ways = math.lgamma
    lost = total - won
    mode = min(highest, max(lowest, (n + 1) * (won + 1) // (total + 2)))
    log_peak = ways(won + 1) - ways(mode + 1) - ways(won - mode + 1)
    log_peak += ways(lost + 1) - ways(n - mode + 1) - ways(lost - n + mode + 1)
    log_peak -= ways(total + 1) - ways(n + 1) - ways(total - n + 1)
    # only the peak needs logarithms; each neighbour is a simple fraction of it
    peak = chance = math.exp(log_peak)
    below = []
    for i in range(mode, lowest, -1):
        chance *= i * (lost - n + i) / ((won - i + 1) * (n - i + 1))
        below.append(chance)
    below.reverse()
    chance, chances = peak, [*below, peak]
    for i in range(mode, highest):
        chance *= (won - i) * (n - i) / ((i + 1) * (lost - n + i + 1))
        chances.append(chance)
    return chances


def at_most(p: float, threshold: float) -> bool:
    """p ≤ threshold, with room for rounding: 1 in 10 is at most 0.1."""
    return p <= threshold * _TIE


def discoveries(p_values: Sequence[float], rate: float) -> tuple[bool, ...]:
    """Benjamini–Hochberg: which of these tests may be called findings so that at most ``rate`` of the
    findings are false on average."""
    n, ranked = len(p_values), enumerate(sorted(p_values), start=1)
    # stepping up: the last p below its line carries all smaller ones, even those above their own
    line = max((p for place, p in ranked if at_most(p, rate * place / n)), default=-1.0)
    return tuple(p <= line for p in p_values)
