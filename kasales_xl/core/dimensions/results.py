"""What a seller's deals came to: cycle, attainment of the target, cover of what is left of it (F)."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from kasales_xl.core.calendar import add_months
from kasales_xl.core.dimensions.evidence.chance import hopeless
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.dimensions.evidence.winrate import Rates
from kasales_xl.core.dimensions.measure import Measure

_MONTHS_OF_A_TARGET = 12


@dataclass(frozen=True, slots=True)
class Period:
    """The target year: from ``start`` on, before ``end``."""

    start: dt.date
    end: dt.date

    def holds(self, day: dt.date | None) -> bool:
        return day is not None and self.start <= day < self.end


def period(start: dt.date) -> Period:
    return Period(start, add_months(start, _MONTHS_OF_A_TARGET))


def results(rows: SortedRows, rates: Rates) -> tuple[Measure, ...]:
    """Cycle, attainment, pipeline_coverage, and the pipeline_coverage that the win rate requires."""
    needed = rates.seller.rate
    return (
        cycle(rows),
        won_in_period(rows),
        attainment(rows),
        coverage(rows),
        Measure("tas.coverage_needed", 1 / needed if needed else None, rates.seller.n, rates.seller.n),
    )


def cycle(rows: SortedRows) -> Measure:
    """Median days from ``created`` to ``closed`` of the won deals that have both."""
    days = [
        (deal.closed - deal.created).days
        for deal in rows.closed_deals
        if deal.stage.is_won and deal.closed and deal.created and deal.created <= deal.closed
    ]
    return Measure("tas.cycle", median(days), len(days), sum(d.stage.is_won for d in rows.closed_deals))


def won_in_period(rows: SortedRows) -> Measure:
    """Amount won in the target year up to ``on``, book's money unit; a year without a win is a true 0
    once any deal is recorded."""
    seller, recorded = rows.book.seller, len(rows.book.deals)
    if seller is None or seller.period_start is None:
        return Measure("tas.won", None, 0, recorded)
    year = period(seller.period_start)
    amounts = [
        deal.amount
        for deal in rows.closed_deals
        if deal.stage.is_won and deal.amount is not None and year.holds(deal.closed)
        if deal.closed is not None and deal.closed <= rows.on
    ]
    return Measure("tas.won", math.fsum(amounts) if recorded else None, len(amounts), recorded)


def attainment(rows: SortedRows) -> Measure:
    """Amount won in the target year / annual target; None without a target or a period."""
    seller, won = rows.book.seller, won_in_period(rows)
    target = seller.annual_target if seller else None
    value = won.value / target if target and target > 0 and won.value is not None else None
    return Measure("tas.attainment", value, won.n, won.recorded)


def coverage(rows: SortedRows) -> Measure:
    """pipeline_coverage: open amount due in the target year / (target − won): expected close from ``on`` on,
    and what is not real or cannot be won covers nothing. None without target or period, once the target
    is reached or the year is over."""
    seller = rows.book.seller
    recorded = len(rows.open_deals)
    nothing = Measure("tas.coverage", None, 0, recorded)
    if seller is None or seller.period_start is None or not seller.annual_target:
        return nothing
    year = period(seller.period_start)
    left = seller.annual_target - (won_in_period(rows).value or 0.0)
    if left <= 0 or rows.on >= year.end or not rows.book.deals:
        return nothing
    amounts = [
        deal.amount
        for deal in rows.open_deals
        if deal.amount is not None and year.holds(deal.expected_close)
        if deal.expected_close is not None and deal.expected_close >= rows.on
        if not hopeless(deal)
    ]
    return Measure("tas.coverage", math.fsum(amounts) / left, len(amounts), recorded)
