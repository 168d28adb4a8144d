"""What open deals should bring by quarter: lines that add up, target and gap."""

from __future__ import annotations

import datetime as dt

import pytest
from dimension_books import ON, SELLER, account, deal, read, won

from kasales_xl.core.dimensions.forecast import (
    ForecastLine,
    Quarter,
    Span,
    forecast,
    quarter_of,
    quarters_from,
)
from kasales_xl.core.rows import Seller
from kasales_xl.core.terms import DealStage

Q3, Q4 = dt.date(2026, 8, 15), dt.date(2026, 10, 1)


def lines(*rows, seller: Seller = SELLER) -> dict[str, ForecastLine]:
    told = forecast(read(accounts=[account()], deals=rows, seller=seller))
    return {line.quarter.name if line.quarter else line.span.value: line for line in told}


def test_each_open_deal_stands_in_one_line_and_the_lines_add_up_to_everything() -> None:
    told = lines(
        deal(1, amount=100.0, expected_close=Q3),
        deal(2, amount=200.0, expected_close=Q4),
        deal(3, amount=300.0, expected_close=dt.date(2027, 1, 1)),
        deal(4, amount=400.0, expected_close=ON - dt.timedelta(days=1)),
        deal(5, amount=500.0),
        deal(6, expected_close=Q3),
        deal(7, 1, DealStage.ON_HOLD, amount=900.0, expected_close=Q3),
    )
    assert list(told) == ["2026Q1", "2026Q2", "2026Q3", "2026Q4", "year", "later", "no_day", "all"]
    parts = [told[name].expected for name in ("2026Q3", "2026Q4", "later", "no_day")]
    assert parts == pytest.approx([40, 80, 120, 360])
    assert told["all"].expected == pytest.approx(sum(parts))
    assert told["year"].expected == pytest.approx(120)
    assert (told["2026Q3"].deals, told["no_day"].deals, told["all"].deals) == (1, 2, 5)


def test_the_gap_is_what_neither_wins_nor_open_deals_cover() -> None:
    told = lines(won(1, dt.date(2026, 5, 1), 300.0), deal(2, 2, amount=100.0, expected_close=Q3))
    assert [told[q].target for q in ("2026Q1", "2026Q3", "year")] == [250, 250, 1000]
    assert told["2026Q2"].won == 300
    assert told["2026Q2"].gap == 0
    assert told["2026Q3"].gap == pytest.approx(250 - told["2026Q3"].expected)
    assert told["year"].gap == pytest.approx(1000 - 300 - told["2026Q3"].expected)
    assert told["2026Q3"].expected > 40, "the seller has won one of one"


def test_the_interval_holds_the_expected_amount_of_many_deals() -> None:
    told = lines(*(deal(n, amount=100.0, expected_close=Q3) for n in range(10)))["2026Q3"]
    assert (told.low, told.high) == (200, 600)
    assert told.low < told.expected < told.high


def test_without_a_period_the_four_quarters_from_today_have_no_target() -> None:
    told = lines(deal(1, amount=1.0), seller=SELLER.model_copy(update={"period_start": None}))
    assert list(told)[:4] == ["2026Q2", "2026Q3", "2026Q4", "2027Q1"]
    assert told["2026Q2"].target is None


def test_a_book_without_any_deal_has_not_won_nothing() -> None:
    assert lines()["2026Q1"].won is None
    assert lines()["year"].gap is None


def test_a_target_year_from_april_has_four_quarters_and_one_from_mid_month_is_shared_by_days() -> None:
    april = SELLER.model_copy(update={"period_start": dt.date(2026, 4, 1)})
    assert [line.target for line in lines(seller=april).values()][:4] == [250] * 4
    odd = SELLER.model_copy(update={"period_start": dt.date(2026, 1, 15)})
    told = [line.target or 0 for line in lines(seller=odd).values()][:5]
    assert sum(told) == pytest.approx(1000)


@pytest.mark.parametrize(("day", "name"), [(dt.date(2026, 3, 31), "2026Q1"), (dt.date(2026, 4, 1), "2026Q2")])
def test_a_quarter_begins_on_its_first_day(day: dt.date, name: str) -> None:
    assert quarter_of(day).name == name
    assert Quarter(2026, 4).next() == Quarter(2027, 1)
    assert Span.ALL.value == "all"


def test_the_last_quarter_of_the_calendar_has_none_after_it() -> None:
    last = quarter_of(dt.date.max)
    assert list(quarters_from(last, dt.date.max)) == [last]
    assert [
        quarter.name for quarter in quarters_from(quarter_of(dt.date(2026, 8, 3)), dt.date(2027, 1, 1))
    ] == [
        "2026Q3",
        "2026Q4",
    ]
