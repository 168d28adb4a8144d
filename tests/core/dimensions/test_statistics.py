"""The little statistics behind the indicators, against known values and by their properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.core.dimensions.evidence.statistics import (
    discoveries,
    fisher,
    median,
    rank_correlation,
    ranks,
    shrunk,
    wilson,
)


def test_three_of_four_could_be_thirty_to_ninety_five_percent() -> None:
    low, high = wilson(3, 4)
    assert (round(low, 2), round(high, 2)) == (0.30, 0.95)
    low, high = wilson(6, 20)
    assert (round(low, 2), round(high, 2)) == (0.15, 0.52)
    assert wilson(0, 0) == (0, 1)


COUNTS = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_the_interval_contains_the_rate_and_stays_between_none_and_all(counts: tuple[int, int]) -> None:
    k, n = counts
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1


@given(COUNTS, st.floats(0, 1), st.floats(0, 100))
def test_a_shrunk_rate_lies_between_its_own_and_the_mean(
    counts: tuple[int, int], mean: float, strength: float
) -> None:
    k, n = counts
    found = shrunk(k, n, mean, strength)
    assert min(k / n, mean) - 1e-9 <= found <= max(k / n, mean) + 1e-9


def test_two_wins_of_three_are_pulled_towards_the_mean_by_five_cases() -> None:
    assert shrunk(2, 3, 0.4, 5) == pytest.approx(0.5)
    assert shrunk(0, 0, 0.4, 5) == pytest.approx(0.4)


def test_the_middle_of_nothing_is_nothing() -> None:
    assert (median([]), median([3]), median([1, 4]), median([5, 1, 3])) == (None, 3, 2.5, 3)


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert ranks([10, 30, 10, 20]) == [1.5, 4, 1.5, 3]


def test_rank_correlation_by_known_values() -> None:
    assert rank_correlation([1, 2, 3, 4], [10, 20, 30, 400]) == pytest.approx(1)
    assert rank_correlation([1, 2, 3, 4], [9, 7, 5, 1]) == pytest.approx(-1)
    # the textbook case of ten pupils: hours of television against IQ
    intelligence = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
    hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
    assert rank_correlation(intelligence, hours) == pytest.approx(-29 / 165)


def test_what_does_not_vary_has_no_correlation() -> None:
    assert rank_correlation([1, 2, 3], [5, 5, 5]) is None
    assert rank_correlation([], []) is None


def test_the_lady_tasting_tea() -> None:
    """Fisher's own case: four cups of eight with milk first, all told right, or three of them."""
    assert fisher(4, 4, 4, 8).p == pytest.approx(2 / 70)
    assert fisher(3, 4, 4, 8).p == pytest.approx(34 / 70)


TABLES = st.integers(1, 60).flatmap(
    lambda total: st.tuples(st.integers(0, total), st.integers(0, total), st.just(total))
)


@given(TABLES, st.data())
def test_the_exact_test_equals_counting_every_outcome(
    table: tuple[int, int, int], data: st.DataObject
) -> None:
    won, n, total = table
    k = data.draw(st.integers(max(0, n - (total - won)), min(n, won)))
    outcomes = [
        math.comb(won, i) * math.comb(total - won, n - i)
        for i in range(max(0, n - (total - won)), min(n, won) + 1)
    ]
    seen = math.comb(won, k) * math.comb(total - won, n - k)
    whole = math.comb(total, n)
    exact = fisher(k, n, won, total)
    assert exact.p == pytest.approx(sum(o for o in outcomes if o <= seen) / whole)
    assert exact.least == pytest.approx(sum(o for o in outcomes if o == min(outcomes)) / whole)
    assert exact.least <= exact.p * (1 + 1e-9)


def test_benjamini_hochberg_steps_up() -> None:
    """Their own example of 15 tests at 5%: the first four hold, though the third alone would not."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    assert discoveries(p, 0.05) == (True,) * 4 + (False,) * 11
    assert discoveries([0.04, 0.05], 0.05) == (True, True)
    assert discoveries([0.04, 0.06], 0.05) == (False, False)
    assert discoveries([], 0.1) == ()


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.01, 0.3), st.floats(0, 0.3))
def test_a_looser_rate_never_loses_a_finding(p: list[float], rate: float, more: float) -> None:
    strict, loose = discoveries(p, rate), discoveries(p, rate + more)
    assert all(b for a, b in zip(strict, loose, strict=True) if a)
