"""The one win chance of a deal, sums with their interval, and which way of telling is used."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import random
from typing import Any

import pytest
from dimension_books import ON, account, days_ago, deal, read, record
from hypothesis import given, settings
from hypothesis import strategies as st
from needed import needed

from kasales_xl.core.dimensions.evidence.chance import Chance, Hopeless, sum_interval
from kasales_xl.core.dimensions.evidence.prediction import (
    AccountRates,
    Candidate,
    Ended,
    Told,
    brier,
    choose,
    predictor,
    split,
)
from kasales_xl.core.dimensions.evidence.regression import PENALTY, regression
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import DealStage, Procurement, YesNoUnknown
from kasales_xl.text.verdicts.chances import chance_text, choice_text

OPEN = [stage for stage in DealStage if stage.is_open]
TENDER: dict[str, Any] = {"procurement": Procurement.OPEN_TENDER}
FRAMEWORK: dict[str, Any] = {"procurement": Procurement.FRAMEWORK}


def chance(*past: Any, stage: DealStage = DealStage.SOLUTION, **fields: Any) -> Chance:
    found = read(accounts=[account(1), account(2)], deals=[deal(1, 1, stage, **fields), *past])
    told = found.tas.cards[0].chance
    assert told is not None
    return told


def test_with_nothing_closed_the_chance_is_the_stages() -> None:
    assert [chance(stage=stage).value for stage in OPEN] == pytest.approx([0.1, 0.2, 0.4, 0.6, 0.8])


def test_an_account_that_wins_more_than_usual_lifts_the_chance_and_one_that_loses_lowers_it() -> None:
    winner, loser = chance(*record(6, 6, of=1)), chance(*record(0, 6, of=1))
    assert loser.value < 0.4 < winner.value
    assert winner.rate > 0.5 > loser.rate


@pytest.mark.parametrize(("field", "why"), [("is_real", Hopeless.NOT_REAL), ("can_win", Hopeless.CANNOT_WIN)])
def test_what_is_not_real_or_cannot_be_won_has_no_chance_whatever_the_record(
    field: str, why: Hopeless
) -> None:
    told = chance(*record(9, 9), stage=DealStage.CONTROL, **{field: YesNoUnknown.NO})
    assert (told.value, told.hopeless) == (0.0, why)
    assert chance_text(told, DealStage.CONTROL).pick("zh") == f"自己填了{why.zh}，按 0 算"


def test_a_deal_on_hold_has_no_chance_and_is_in_no_sum() -> None:
    found = read(accounts=[account()], deals=[deal(1, 1, DealStage.ON_HOLD, amount=50.0)])
    assert found.tas.cards == ()
    assert found.tas.expected.value is None
    assert [(held.deal.deal_id, held.chance) for held in found.tas.held] == [("D1", None)]


def test_a_law_moves_the_chance_and_says_so() -> None:
    past = [*record(6, 6, **TENDER), *record(0, 6, **FRAMEWORK)]
    with_it, against, unknown = (chance(*past, **ways) for ways in (TENDER, FRAMEWORK, {}))
    assert against.value < unknown.value < with_it.value
    assert (with_it.lawful, unknown.lawful) == (True, False)
    assert chance_text(with_it, DealStage.SOLUTION).pick("zh").endswith("已按规律调整")


def test_a_company_that_wins_more_than_half_says_what_its_stage_chances_go_with() -> None:
    """The record that is usual in the company moves nothing."""
    past = record(80, 100)
    usual = read(accounts=[account()], deals=[deal(1), *past], policy=Policy(usual_win_rate=0.8))
    assert usual.tas.cards[0].chance.value == pytest.approx(0.4, abs=0.005)  # type: ignore[union-attr]


BETS = st.lists(st.tuples(st.floats(1, 1000), st.floats(0, 1)), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(BETS, st.sampled_from([0.5, 0.8, 0.95]))
def test_the_interval_of_a_sum_is_that_of_all_outcomes(bets: list[tuple[float, float]], share: float) -> None:
    """Against every outcome counted, to the width of the grid."""
    outcomes = []
    for ends in itertools.product((0, 1), repeat=len(bets)):
        weight, total = 1.0, 0.0
        for end, (amount, p) in zip(ends, bets, strict=True):
            weight *= p if end else 1 - p
            total += amount * end
        outcomes.append((total, weight))
    low, high = sum_interval(bets, share)
    whole = math.fsum(amount for amount, _ in bets)
    room = whole * len(bets) / 1000
    tail = (1 - share) / 2 + 1e-9
    assert sum(weight for total, weight in outcomes if total < low - room) <= tail
    assert sum(weight for total, weight in outcomes if total > high + room) <= tail
    expected = math.fsum(amount * p for amount, p in bets)
    assert 0 <= low <= expected <= high
    assert high <= whole + 1e-9 * whole


def test_one_large_deal_makes_two_humps_and_the_interval_knows_both() -> None:
    assert sum_interval([(1000.0, 0.5)], 0.8) == (0.0, 1000.0)
    assert sum_interval([(1000.0, 1.0)], 0.8) == (1000.0, 1000.0)
    assert sum_interval([], 0.8) == (0.0, 0.0)


def test_a_deal_nearly_certain_or_nearly_lost_has_an_interval_with_its_expected_amount_in_it() -> None:
    assert sum_interval([(1000.0, 0.95)], 0.8) == (950.0, 1000.0)
    assert sum_interval([(1000.0, 0.05)], 0.8) == (0.0, 50.0)


def past_of(n: int, effect: float, seed: int = 5) -> list[Ended]:
    """n deals over time; the value x wins more by the effect."""
    dice = random.Random(seed)
    deals = []
    for place in range(n):
        value = dice.choice("xyz")
        rate = 0.35 + (effect if value == "x" else 0.0)
        told = Told({"procurement": value, "competitor": dice.choice("abcd")}, f"A{place % 6}")
        deals.append(Ended(told, dice.random() < rate, dt.date(2024, 1, 1) + dt.timedelta(days=place)))
    return deals


@pytest.mark.parametrize(("n", "compared"), [(59, False), (60, True)])
def test_below_sixty_closed_deals_the_shrunk_rate_alone_tells(n: int, compared: bool) -> None:
    chosen = choose(past_of(n, 0.6), DEFAULT_POLICY)
    assert (chosen.base is not None) is compared
    if not compared:
        assert chosen.used is Candidate.RATE
        assert (
            choice_text(chosen, DEFAULT_POLICY)
            .pick("zh")
            .startswith("赢单把握用估计赢率：已结 59 个，满 60 个")
        )


def test_where_a_value_tells_who_wins_a_candidate_that_sees_it_is_chosen() -> None:
    chosen = choose(past_of(300, 0.6), DEFAULT_POLICY)
    assert chosen.used in (Candidate.SIGNALS, Candidate.REGRESSION)
    assert chosen.scores[chosen.used] == min(chosen.scores.values())
    assert chosen.base is not None
    assert chosen.scores[chosen.used] < chosen.base
    assert "最准" in choice_text(chosen, DEFAULT_POLICY).pick("zh")


def test_where_nothing_tells_better_than_the_plain_share_the_simplest_is_taken() -> None:
    chosen = choose(past_of(300, 0.0), DEFAULT_POLICY)
    if chosen.base is not None and min(chosen.scores.values()) >= chosen.base:
        assert chosen.used is Candidate.RATE
    always = [deal._replace(won=place % 2 == 0) for place, deal in enumerate(past_of(120, 0.0))]
    flat = choose(always, DEFAULT_POLICY)
    assert flat.scores[flat.used] <= flat.scores[Candidate.RATE]


def test_the_later_deals_are_never_learnt_from() -> None:
    deals = past_of(100, 0.3)
    earlier, later = split(deals, 0.3)
    assert (len(earlier), len(later)) == (70, 30)
    assert max(d.closed for d in earlier) < min(d.closed for d in later)  # type: ignore[type-var]
    turned = [*earlier, *(d._replace(won=not d.won) for d in later)]
    for one in Candidate:
        told = [
            predictor(one, split(rows, 0.3)[0], DEFAULT_POLICY)(later[0].told) for rows in (deals, turned)
        ]
        assert told[0] == told[1]


def test_a_book_with_enough_closed_deals_uses_what_did_best_in_every_place() -> None:
    rows = []
    for place, one in enumerate(past_of(200, 0.6)):
        way = {"x": Procurement.OPEN_TENDER, "y": Procurement.DIRECT, "z": Procurement.FRAMEWORK}
        stage = DealStage.WON if one.won else DealStage.LOST
        fields = {"closed": days_ago(400 - place), "procurement": way[one.told.elements["procurement"]]}
        rows.append(deal(f"p{place}", 1 + place % 6, stage, amount=10.0, **fields))
    accounts = [account(n) for n in range(1, 7)]
    found = read(
        accounts=accounts, deals=[deal(1, amount=100.0, **TENDER), deal(2, amount=100.0, **FRAMEWORK), *rows]
    )
    used = found.chances.choice.used
    assert used is not Candidate.RATE
    better, worse = found.tas.cards[:2]
    assert better.chance is not None
    assert worse.chance is not None
    assert (better.chance.by, better.chance.value > worse.chance.value) == (used, True)
    assert better.expected == pytest.approx(100 * better.chance.value)
    assert found.mci.ranking[0].value == better.expected


def test_the_regression_is_the_ridge_optimum_that_scipy_finds() -> None:
    try:
        import numpy
        from scipy.optimize import minimize
    except ImportError:
        needed("scipy: pip install kasales_xl[test]")
    deals = past_of(150, 0.4)
    rows = [(tuple(d.told.elements.items()), 0.0, d.won) for d in deals]
    weights = regression(rows, least=3)
    pairs = sorted(pair for pair in weights if pair is not None)
    design = numpy.array([[1.0, *(float(pair in row[0]) for pair in pairs)] for row in rows])
    signs = numpy.array([1.0 if row[2] else -1.0 for row in rows])

    def loss(beta: Any) -> float:
        return float(numpy.logaddexp(0, -signs * (design @ beta)).sum() + PENALTY / 2 * (beta[1:] ** 2).sum())

    best = minimize(loss, numpy.zeros(len(pairs) + 1)).x
    told = design @ numpy.array([weights[None], *(weights[pair] for pair in pairs)])
    assert told == pytest.approx(design @ best, abs=0.1)


def test_a_base_that_is_learnt_from_leaves_the_deal_itself_out() -> None:
    deals = past_of(20, 0.0)
    rates, others = AccountRates(deals, DEFAULT_POLICY), AccountRates(deals[1:], DEFAULT_POLICY)
    assert rates.without(deals[0]) == pytest.approx(others(deals[0].told))


def test_a_coin_scores_a_quarter() -> None:
    assert brier(lambda _told: 0.5, past_of(10, 0.0)) == 0.25
    assert days_ago(1) < ON
