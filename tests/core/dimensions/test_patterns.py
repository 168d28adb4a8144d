"""The pattern engine is honest: it finds what is planted, and next to nothing where there is nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.core.dimensions.evidence.patterns import NO_LAWS, Law, could_speak, laws, patterns
from kasales_xl.core.dimensions.evidence.pools import Case, Pool, PoolLevel, pool
from kasales_xl.core.policy import DEFAULT_POLICY, Policy

SELLER, ACCOUNT = PoolLevel.SELLER, PoolLevel.ACCOUNT
ELEMENTS = {
    "budget_month": [f"{month:02d}" for month in range(1, 13)],
    "procurement": ["open_tender", "negotiation", "single_source", "framework"],
    "deciding_department": ["采购部", "信息部", "财务部"],
    "key_criterion": ["price", "technology", "relationship"],
    "competitor": ["甲", "乙", "丙", "丁"],
    "incumbent": ["yes", "no"],
}


def chance(dice: random.Random, rate: float) -> Case:
    """A deal whose elements have nothing to do with its end."""
    return Case(dice.random() < rate, {name: dice.choice(values) for name, values in ELEMENTS.items()})


def book(dice: random.Random) -> list[Pool]:
    """A seller of 120 deals at eight accounts that differ in nothing but luck."""
    rate = dice.uniform(0.3, 0.7)
    cases = [[chance(dice, rate) for _ in range(15)] for _ in range(8)]
    accounts = [pool(ACCOUNT, f"A{place}", found) for place, found in enumerate(cases)]
    return [*accounts, pool(SELLER, "", (case for found in cases for case in found))]


def test_where_there_is_no_pattern_few_books_show_one() -> None:
    """300 books of pure chance: the share that shows any law stays at or below the promised 10%, with
    the luck of 300 draws allowed for (three standard errors)."""
    dice, books = random.Random(20260630), 300
    fooled = sum(bool(laws(book(dice), DEFAULT_POLICY)) for _ in range(books))
    promised = DEFAULT_POLICY.false_discovery
    assert fooled / books <= promised + 3 * (promised * (1 - promised) / books) ** 0.5
    naive = sum(
        any(p.n >= 3 and (p.low > p.base.k / p.base.n or p.high < p.base.k / p.base.n) for p in found)
        for found in (
            patterns(book(dice)[-1], NO_LAWS, DEFAULT_POLICY, mean=0.5, usual=None) for _ in range(50)
        )
    )
    assert naive / 50 > 0.3, "without the control most books of chance would show something"


def test_a_planted_pattern_is_found_and_little_else() -> None:
    """Deals the finance department decides are won four times in five, the others once in four."""
    dice, found, false, hits = random.Random(7), 0, 0, 0
    for _ in range(60):
        cases = []
        for _ in range(120):
            case = chance(dice, 0)
            rate = 0.8 if case.elements["deciding_department"] == "财务部" else 0.25
            cases.append(Case(dice.random() < rate, case.elements))
        shown = laws([pool(SELLER, "", cases)], DEFAULT_POLICY)
        hits += Law(SELLER, "", ("deciding_department", "财务部")) in shown
        found += len(shown)
        false += sum(law.pair[0] != "deciding_department" for law in shown)
    assert hits >= 57
    assert false / found <= DEFAULT_POLICY.false_discovery + 0.05


def test_a_pattern_of_one_account_is_found_though_the_seller_as_a_whole_has_none() -> None:
    """At one account tenders in March always win and others never; elsewhere March means nothing."""
    dice = random.Random(11)
    there = [Case(True, {"budget_month": "03"})] * 6 + [Case(False, {"budget_month": "09"})] * 6
    elsewhere = [Case(dice.random() < 0.5, {"budget_month": dice.choice(("03", "09"))}) for _ in range(200)]
    pools = [pool(ACCOUNT, "A1", there), pool(SELLER, "", elsewhere)]
    assert {(law.level, law.pool) for law in laws(pools, DEFAULT_POLICY)} == {(ACCOUNT, "A1")}


def both(k: int, n: int, others_k: int, others_n: int) -> Pool:
    cases = [Case(place < k, {"procurement": "framework"}) for place in range(n)]
    cases += [Case(place < others_k, {"procurement": "open_tender"}) for place in range(others_n)]
    return pool(SELLER, "", cases)


@pytest.mark.parametrize(
    ("n", "lawful"), [(2, False), (3, True)], ids=["two are an anecdote", "three may be a law"]
)
def test_a_law_needs_three_deals_however_clear_it_is(n: int, lawful: bool) -> None:
    found = laws([both(n, n, 0, 20)], DEFAULT_POLICY)
    assert (Law(SELLER, "", ("procurement", "framework")) in found) is lawful


def test_at_the_edge_of_chance_one_deal_decides() -> None:
    """4 of 4 against 0 of 4 is p = 0.029; 3 of 4 against 0 of 4 is p = 0.14."""
    assert laws([both(4, 4, 0, 4)], DEFAULT_POLICY)
    assert not laws([both(3, 4, 0, 4)], DEFAULT_POLICY)


def test_losing_is_a_pattern_too() -> None:
    found = laws([both(0, 6, 6, 6)], DEFAULT_POLICY)
    assert Law(SELLER, "", ("procurement", "framework")) in found
    shown = patterns(both(0, 6, 6, 6), found, DEFAULT_POLICY, mean=0.5, usual=0.5)
    assert {p.value: p.k / p.n > p.base.k / p.base.n for p in shown} == {
        "framework": False,
        "open_tender": True,
    }


def test_more_questions_make_each_answer_harder() -> None:
    """The same deals, but eleven other elements are asked as well, each with nothing to say."""
    clear = [Case(place < 4, {"a": "x" if place < 4 else "y"}) for place in range(8)]
    assert laws([pool(SELLER, "", clear)], DEFAULT_POLICY)
    noise = {f"n{i}": [str((place >> (i % 3)) & 1) for place in range(8)] for i in range(11)}
    crowded = [
        Case(
            case.won,
            {**case.elements, **{name: values[place] for name, values in noise.items() if name != "n2"}},
        )
        for place, case in enumerate(clear)
    ]
    assert not laws([pool(SELLER, "", crowded)], DEFAULT_POLICY)


def test_a_question_that_no_result_could_answer_is_not_counted_against_the_others() -> None:
    clear = both(4, 4, 0, 4)
    tiny = [pool(ACCOUNT, f"A{n}", [Case(True, {"a": "x"}), Case(False, {"a": "y"})] * 2) for n in range(50)]
    assert laws([clear, *tiny], DEFAULT_POLICY) == laws([clear], DEFAULT_POLICY)


@pytest.mark.parametrize(("n", "can"), [(4, False), (5, True)])
def test_five_deals_are_the_fewest_that_could_ever_speak_at_ten_percent(n: int, can: bool) -> None:
    """Of 4 the rarest split is 1 in 6, of 5 it is 1 in 10."""
    assert could_speak(n, DEFAULT_POLICY) is can


def test_a_pattern_shows_its_counts_interval_lift_and_shrunk_rate() -> None:
    shown = patterns(both(3, 4, 1, 4), NO_LAWS, DEFAULT_POLICY, mean=0.4, usual=0.5)
    found = next(p for p in shown if p.value == "framework")
    assert (found.k, found.n, round(found.low, 2), round(found.high, 2)) == (3, 4, 0.30, 0.95)
    assert found.lift == 1.5
    assert found.rate == pytest.approx((3 + 5 * 0.4) / (4 + 5))
    assert (found.base.k, found.base.n, found.law) == (4, 8, False)


def test_no_mean_and_no_rate_leave_the_shrunk_rate_and_the_lift_blank() -> None:
    (found,) = patterns(both(1, 2, 0, 0), NO_LAWS, DEFAULT_POLICY, mean=None, usual=0.0)
    assert (found.rate, found.lift) == (None, None)


CASES = st.lists(
    st.builds(
        Case,
        st.booleans(),
        st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz"), max_size=3),
    ),
    max_size=40,
)


@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_the_deals_is_irrelevant(cases: list[Case], dice: random.Random) -> None:
    mixed = list(cases)
    dice.shuffle(mixed)
    one, other = pool(SELLER, "", cases), pool(SELLER, "", mixed)
    assert one == other
    found = laws([one], DEFAULT_POLICY)
    assert found == laws([other], DEFAULT_POLICY)
    shown = (patterns(both, found, DEFAULT_POLICY, mean=0.5, usual=0.5) for both in (one, other))
    assert next(shown) == next(shown)


@given(CASES)
def test_a_stricter_policy_never_shows_more_laws(cases: list[Case]) -> None:
    groups = [pool(SELLER, "", cases)]
    strict, loose = Policy(law_min_deals=6), Policy(law_min_deals=6, false_discovery=0.3)
    assert laws(groups, strict).keys() <= laws(groups, loose).keys()


@given(CASES)
def test_every_pattern_is_counted_once_and_its_interval_holds_its_rate(cases: list[Case]) -> None:
    group = pool(SELLER, "", cases)
    for found in patterns(group, NO_LAWS, DEFAULT_POLICY, mean=0.5, usual=None):
        own = [case for case in cases if case.elements.get(found.element) == found.value]
        assert (found.k, found.n) == (sum(case.won for case in own), len(own))
        assert found.low <= found.k / found.n <= found.high
