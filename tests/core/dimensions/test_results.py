"""术 TAS+: win rate with its interval, weighed amounts, cycle, attainment, pipeline coverage."""

from __future__ import annotations

import datetime as dt

import pytest
from dimension_books import (
    ON,
    SELLER,
    account,
    days_ago,
    deal,
    lost,
    read,
    record,
    won,
)

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.text.verdicts.dimensions import win_rate_text


def closed(k: int, n: int) -> Dimensions:
    return read(accounts=[account()], deals=[*record(k, n), deal(1, amount=100.0)])


def test_no_percentage_under_five_closed_deals() -> None:
    four, five = closed(3, 4), closed(3, 5)
    assert (four.tas.headline.value, four.tas.headline.status, four.tas.headline.n) == (None, Status.FEW, 4)
    assert five.tas.headline.value == 0.6
    assert win_rate_text(four.rates.seller).pick("zh") == "4 个赢了 3 个（可能在 30%–95% 之间）"
    assert win_rate_text(five.rates.seller).pick("zh") == "5 个赢了 3 个，60%（23%–88%）"
    assert closed(0, 0).tas.headline.status is Status.NOTHING
    assert win_rate_text(closed(0, 0).rates.seller).pick("en") == "not enough data (nothing recorded)"


def test_the_expected_amount_is_the_amount_by_the_one_chance() -> None:
    """The account won 2 of 2, the seller 5 of 10, usual is one half: the seller is told as 0.5, the account
    as (2 + 5 × 0.5) / (2 + 5) = 9/14; at 方案 40% in odds 2/3 × 9/5 = 6/5."""
    deals = [*record(2, 2, of=1), *record(3, 8, of=2), deal(1, of=1, amount=1100.0), deal(2, of=1)]
    found = read(accounts=[account(1), account(2)], deals=deals)
    card, blank = found.tas.cards
    assert card.chance is not None
    assert (card.chance.k, card.chance.n, card.chance.stage) == (2, 2, 0.4)
    assert card.chance.rate == pytest.approx(9 / 14)
    assert card.expected == pytest.approx(1100 * 6 / 11)
    assert blank.expected is None
    assert (found.tas.expected.value, found.tas.expected.n) == (card.expected, 1)


def test_the_cycle_is_the_median_from_created_to_closed_of_what_was_won() -> None:
    deals = [won(n, ON, created=days_ago(days)) for n, days in enumerate((100, 50, 200))]
    deals += [lost(9, created=days_ago(900)), won(10, ON)]
    cycle = read(deals=deals).measures["tas.cycle"]
    assert (cycle.value, cycle.n, cycle.recorded) == (100, 3, 4)
    assert read(deals=[deal(1)]).measures["tas.cycle"].status is Status.NOTHING


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (dt.date(2025, 12, 31), False),
        (dt.date(2026, 1, 1), True),
        (ON, True),
        (ON + dt.timedelta(days=1), False),
    ],
)
def test_attainment_counts_the_target_year_up_to_the_scoring_date(day: dt.date, counts: bool) -> None:
    found = read(deals=[won(1, day, 250), deal(2)])
    assert found.measures["tas.attainment"].value == (0.25 if counts else 0)


def test_the_target_year_ends_after_twelve_months() -> None:
    after = dt.date(2027, 3, 1)
    days = (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    values = [read(deals=[won(1, day, 250)], on=after).measures["tas.won"].value for day in days]
    assert values == [250, 0]


def test_without_a_target_or_any_deal_attainment_is_not_zero() -> None:
    no_target = SELLER.model_copy(update={"annual_target": None})
    zero = SELLER.model_copy(update={"annual_target": 0.0})
    for seller in (no_target, zero):
        assert read(deals=[won(1, ON)], seller=seller).measures["tas.attainment"].value is None
    assert read().measures["tas.attainment"].status is Status.NOTHING


@pytest.mark.parametrize(
    ("due", "expected"),
    [(ON, 0.5), (days_ago(1), 0.0), (dt.date(2026, 12, 31), 0.5), (dt.date(2027, 1, 1), 0.0)],
)
def test_pipeline_coverage_takes_what_is_due_in_the_rest_of_the_year(due: dt.date, expected: float) -> None:
    """200 won of 1,000; 400 open cover half of the 800 left."""
    found = read(deals=[won(1, ON, 200), deal(2, amount=400.0, expected_close=due)])
    assert found.measures["tas.coverage"].value == expected


def test_a_reached_target_needs_no_coverage() -> None:
    left = read(deals=[won(1, ON, 999), deal(2, amount=2.0, expected_close=ON)])
    assert left.measures["tas.coverage"].value == 2
    assert read(deals=[won(1, ON, 1000)]).measures["tas.coverage"].value is None


def test_the_coverage_required_is_one_over_the_win_rate() -> None:
    assert closed(2, 5).measures["tas.coverage_needed"].value == 2.5
    assert closed(2, 4).measures["tas.coverage_needed"].value is None
    assert closed(0, 5).measures["tas.coverage_needed"].value is None
