"""The little statistics that the indicators need, honest with small numbers. Plain floats in and out."""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, bisect_right
from collections import Counter
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


class Stratum(NamedTuple):
    """One account of a question: ``n`` of its ``total`` cases have the value asked about, ``won`` of all
    of them were won. ``name`` tells accounts apart where that matters, blank where only counts do."""

    name: str
    n: int
    won: int
    total: int

    @property
    def tells(self) -> bool:
        """Can this account say anything? Not where it has only one value, or only one end."""
        return 0 < self.n < self.total and 0 < self.won < self.total

    @property
    def expected(self) -> float:
        """Wins among the ``n`` if the value had nothing to do with the end."""
        return self.n * self.won / self.total

    @property
    def variance(self) -> float:
        n, won, total = self.n, self.won, self.total
        return self.expected * (total - won) * (total - n) / (total * (total - 1))


#: From this variance of the sum on, some 1,000 cases that tell, its exact distribution and the normal one
#: differ by less than a printed digit, and only the normal one is still quick.
EXACT_UP_TO = 250.0


def stratified(k: int, strata: Iterable[tuple[Stratum, int]]) -> Exact:
    """The exact conditional test of Cochran, Mantel and Haenszel, two-sided: ``k`` wins in all among the
    cases with a value, each account compared with itself only. strata: those that tell, each with how
    often it comes. The distribution of the sum is the convolution of the accounts' hypergeometrics; of
    a single account it is Fisher's."""
    counts: Counter[tuple[int, int, int]] = Counter()
    for one, times in strata:
        counts[one[1:]] += times
    parts = sorted(counts.items())
    if len(parts) == 1 and parts[0][1] == 1:
        n, won, total = parts[0][0]
        return fisher(k, n, won, total)
    return _stratified(k, tuple(parts))


@lru_cache(maxsize=2048)
def _stratified(k: int, parts: tuple[tuple[tuple[int, int, int], int], ...]) -> Exact:
    strata = [(Stratum("", *part), times) for part, times in parts]
    if not strata:
        return Exact(1.0, 1.0)
    variance = math.fsum(one.variance * times for one, times in strata)
    if variance > EXACT_UP_TO:
        away = abs(k - math.fsum(one.expected * times for one, times in strata)) - 0.5
        return Exact(math.erfc(max(0.0, away) / math.sqrt(2 * variance)), 0.0)
    whole = math.prod(math.comb(one.total, one.n) ** times for one, times in strata)
    # each account's ways as one large number, a result a digit: multiplied, they are convolved, exactly
    digit = whole.bit_length() // 8 + 1
    ways, lowest, results = 1, 0, 1
    for one, times in strata:
        least, most = max(0, one.n - (one.total - one.won)), min(one.n, one.won)
        ways *= _ways(one, least, most, digit) ** times
        lowest += least * times
        results += (most - least) * times
    digits = ways.to_bytes(digit * results, "little")
    counts = [int.from_bytes(digits[at : at + digit], "little") for at in range(0, len(digits), digit)]
    seen, rarest = counts[k - lowest], min(counts)
    p, least_p = (sum(n for n in counts if n <= most) / whole for most in (seen, rarest))
    return Exact(p, least_p)


def _ways(one: Stratum, least: int, most: int, digit: int) -> int:
    """In how many ways each number of wins, from least to most, can come about; a digit has so many bytes."""
    lost = one.total - one.won
    return sum(
        math.comb(one.won, k) * math.comb(lost, one.n - k) << 8 * digit * (k - least)
        for k in range(least, most + 1)
    )


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
