"""The exact test within accounts: against other people's programs, and on simulated books."""

from __future__ import annotations

import random
import sys
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from needed import needed
from paths import ROOT

from kasales_xl.core.dimensions.evidence.patterns import Law, laws
from kasales_xl.core.dimensions.evidence.pools import Case, PoolLevel, gather, pool
from kasales_xl.core.dimensions.evidence.statistics import EXACT_UP_TO, Stratum, fisher, stratified
from kasales_xl.core.policy import DEFAULT_POLICY

STRATA = st.lists(
    st.integers(2, 14).flatmap(
        lambda total: st.builds(
            Stratum, st.just(""), st.integers(1, total - 1), st.integers(1, total - 1), st.just(total)
        )
    ),
    min_size=1,
    max_size=6,
)


def library(name: str):
    try:
        return __import__(name, fromlist=["_"])
    except ImportError:
        needed(f"{name}: pip install kasales_xl[test]")


@settings(max_examples=60, deadline=None)
@given(STRATA, st.floats(0, 1))
def test_the_test_within_accounts_is_the_convolution_of_hypergeometrics(
    strata: list[Stratum], place: float
) -> None:
    """scipy's hypergeometrics, convolved by numpy."""
    hypergeom, numpy = library("scipy.stats").hypergeom, library("numpy")
    parts, lowest = [], 0
    for one in strata:
        law = hypergeom(one.total, one.won, one.n)
        low, high = law.support()
        parts.append(law.pmf(numpy.arange(low, high + 1)))
        lowest += int(low)
    chances = reduce(numpy.convolve, parts)
    k = lowest + round(place * (len(chances) - 1))
    seen = chances[k - lowest]
    expected = min(1.0, float(chances[chances <= seen * (1 + 1e-7)].sum()))
    found = stratified(k, [(one, 1) for one in strata])
    assert found.p == pytest.approx(expected, abs=1e-9)
    assert found.least <= found.p + 1e-12


def test_many_accounts_agree_with_mantel_and_haenszel_of_statsmodels() -> None:
    """The large-sample test of the same name, continuity corrected, over 300 accounts."""
    tables = library("statsmodels.stats.contingency_tables")
    dice = random.Random(3)
    strata, cells, k = [], [], 0
    for _ in range(300):
        rows = [(dice.random() < 0.5, dice.random() < 0.5) for _ in range(12)]
        a, b, c, d = (
            rows.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))
        )
        one = Stratum("", a + b, a + c, 12)
        if one.tells:
            strata.append((one, 1))
            cells.append([[a, b], [c, d]])
            k += a
    asymptotic = tables.StratifiedTable(cells).test_null_odds(correction=True)
    assert stratified(k, strata).p == pytest.approx(asymptotic.pvalue, abs=0.01)


def test_of_one_account_it_is_fishers_and_equal_accounts_may_share_a_line() -> None:
    one = Stratum("", 6, 6, 12)
    assert stratified(6, [(one, 1)]) == fisher(6, 6, 6, 12)
    alone = stratified(9, [(one, 1)] * 3)
    assert stratified(9, [(one, 3)]).p == pytest.approx(alone.p)


def test_where_the_exact_test_hands_over_to_the_normal_curve_both_say_the_same() -> None:
    one = Stratum("", 20, 20, 40)
    times = int(EXACT_UP_TO / one.variance)
    k = int(times * one.expected + 2.2 * (times * one.variance) ** 0.5)
    exact = stratified(k, [(one, times)])
    normal = stratified(k + int(one.expected), [(one, times + 1)])
    assert exact.least > 0 or exact.p > 0
    assert normal.least == 0
    assert exact.p == pytest.approx(normal.p, rel=0.03)


def test_within_accounts_a_simpson_reversal_is_told_the_right_way_round() -> None:
    """Tender wins more in each account, though less in all: the weak account buys by tender."""

    def account(name: str, tender: tuple[int, int], other: tuple[int, int]) -> list[Case]:
        rows = [Case(i < tender[0], {"procurement": "open_tender"}, name) for i in range(tender[1])]
        return rows + [Case(i < other[0], {"procurement": "direct"}, name) for i in range(other[1])]

    cases = [*account("weak", (10, 30), (0, 8)), *account("good", (6, 6), (20, 32))]
    pools = [pool(PoolLevel.ACCOUNT, n, [c for c in cases if c.account == n]) for n in ("weak", "good")]
    seller = gather(PoolLevel.SELLER, "", pools)
    held = laws([seller], DEFAULT_POLICY)
    tender, direct = seller.of_pair["procurement", "open_tender"], seller.of_pair["procurement", "direct"]
    assert tender.k / tender.n < direct.k / direct.n
    assert held[Law(PoolLevel.SELLER, "", ("procurement", "open_tender"))].raises
    assert not held[Law(PoolLevel.SELLER, "", ("procurement", "direct"))].raises


def test_books_of_unequal_accounts_show_a_law_in_at_most_one_of_ten() -> None:
    """150 books, rates 75/25, each account 90% on its own values; all in one pool most would show one."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import law_simulation as simulation
    finally:
        sys.path.pop(0)
    dice, books = random.Random(20260630), 150
    shown = pooled = 0
    for _ in range(books):
        cases = simulation.simulate(simulation.NOTHING[0], dice)
        shown += bool(laws(simulation.pools_of(cases), DEFAULT_POLICY))
        pooled += bool(laws(simulation.as_one_pool(cases), DEFAULT_POLICY))
    assert shown / books <= DEFAULT_POLICY.false_discovery
    assert pooled / books > 0.5


def test_an_effect_inside_accounts_is_found_as_often_as_before_within_ten_points() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import law_simulation as simulation
    finally:
        sys.path.pop(0)
    dice, books = random.Random(7), 80
    law = Law(PoolLevel.SELLER, "", simulation.PLANTED)
    now = before = 0
    for _ in range(books):
        cases = simulation.simulate(simulation.EFFECTS[1], dice)
        now += law in laws(simulation.pools_of(cases), DEFAULT_POLICY)
        before += law in laws(simulation.as_one_pool(cases), DEFAULT_POLICY)
    assert now / books >= before / books - 0.10
    assert now / books > 0.7
