"""What a seller's open deals should bring, quarter by quarter of the target year (TAS+, F)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from kasales_xl.core.calendar import add_months
from kasales_xl.core.dimensions.results import Period, period
from kasales_xl.core.rows import Deal

if TYPE_CHECKING:
    from kasales_xl.core.dimensions import Dimensions

_MONTHS = 3


class Quarter(NamedTuple):
    """A quarter of the calendar."""

    year: int
    number: int

    @property
    def start(self) -> dt.date:
        return dt.date(self.year, _MONTHS * (self.number - 1) + 1, 1)

    @property
    def end(self) -> dt.date:
        """The first day after it."""
        return add_months(self.start, _MONTHS)

    @property
    def name(self) -> str:
        return f"{self.year}Q{self.number}"

    def next(self) -> Quarter:
        return quarter_of(self.end)

    def holds(self, day: dt.date | None) -> bool:
        return day is not None and self.start <= day < self.end


def quarter_of(day: dt.date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


class Span(Enum):
    """What a line of a forecast is about."""

    QUARTER = "quarter"
    YEAR = "year"
    LATER = "later"
    NO_DAY = "no_day"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """``expected`` with ``low`` and ``high`` (``policy.forecast_interval``) over the ``deals`` open ones that
    have an amount and are due then; ``won`` so far; ``gap``: what neither covers of ``target``. Book's
    money unit; None where it does not apply. ``quarter`` only of a quarter's line. ``NO_DAY``: overdue, or
    without an expected close."""

    span: Span
    expected: float
    low: float
    high: float
    deals: int
    quarter: Quarter | None = None
    won: float | None = None
    target: float | None = None

    @property
    def gap(self) -> float | None:
        if self.target is None or self.won is None:
            return None
        return max(0.0, self.target - self.won - self.expected)


class Due(NamedTuple):
    """The open ``deals`` that are due in a span, with or without an amount, what is ``won`` in it and its
    part of the ``target``. Book's money unit; None where it does not apply."""

    span: Span
    deals: Sequence[Deal]
    quarter: Quarter | None = None
    won: float | None = None
    target: float | None = None


def forecast(dimensions: Dimensions) -> tuple[ForecastLine, ...]:
    """The quarters of the target year (without one the four from the scoring date on), the year, what is due
    later, what has no day ahead, and everything."""
    return tuple(_line(dimensions, one) for one in due_by_span(dimensions))


def due_by_span(dimensions: Dimensions) -> tuple[Due, ...]:
    """What each line of the forecast is about, in its order."""
    rows = dimensions.rows
    seller = rows.book.seller
    begins = seller.period_start if seller else None
    year = period(begins if begins is not None else quarter_of(rows.on).start)
    target = seller.annual_target if seller and begins is not None else None
    ahead = [d for d in rows.open_deals if d.expected_close is not None and d.expected_close >= rows.on]
    due = {deal.deal_id for deal in ahead}
    this_year = [deal for deal in ahead if year.holds(deal.expected_close)]
    # a book without any deal has not won nothing: nobody wrote anything down
    recorded = bool(rows.book.deals)
    lines = [
        Due(
            Span.QUARTER,
            [deal for deal in this_year if quarter.holds(deal.expected_close)],
            quarter=quarter,
            won=won_in(rows.closed_deals, quarter, year) if recorded else None,
            target=_share(target, quarter, year),
        )
        for quarter in quarters(year)
    ]
    won = math.fsum(line.won or 0.0 for line in lines) if recorded else None
    return (
        *lines,
        Due(Span.YEAR, this_year, won=won, target=target),
        Due(Span.LATER, [d for d in ahead if (d.expected_close or rows.on) >= year.end]),
        Due(Span.NO_DAY, [deal for deal in rows.open_deals if deal.deal_id not in due]),
        Due(Span.ALL, rows.open_deals),
    )


def quarters(year: Period) -> Iterator[Quarter]:
    """Those of the calendar that the year touches."""
    yield from quarters_from(quarter_of(year.start), year.end)


def quarters_from(first: Quarter, end: dt.date) -> Iterator[Quarter]:
    """One after the other while they begin before ``end``; the calendar's last one has none after it."""
    quarter = first
    while quarter.start < end:
        yield quarter
        if quarter.next() == quarter:
            return
        quarter = quarter.next()


def _line(dimensions: Dimensions, due: Due) -> ForecastLine:
    sized = [deal for deal in due.deals if deal.amount is not None]
    low, high = dimensions.chances.interval(sized)
    expected = math.fsum(dimensions.chances.expected(deal) or 0.0 for deal in sized)
    return ForecastLine(due.span, expected, low, high, len(sized), due.quarter, due.won, due.target)


def won_in(deals: Iterable[Deal], quarter: Quarter, year: Period | None = None) -> float:
    """Amount won in a quarter, inside the target year where one is given."""
    return math.fsum(
        deal.amount
        for deal in deals
        if deal.stage.is_won and deal.amount is not None and quarter.holds(deal.closed)
        if year is None or year.holds(deal.closed)
    )


def _share(target: float | None, quarter: Quarter, year: Period) -> float | None:
    """The quarter's part of the annual target, by months, by days where the year begins mid-month."""
    if target is None:
        return None
    start, end = max(quarter.start, year.start), min(quarter.end, year.end)
    if year.start.day == 1:
        return target * ((end.year - start.year) * 12 + end.month - start.month) / 12
    return target * (end - start).days / (year.end - year.start).days
