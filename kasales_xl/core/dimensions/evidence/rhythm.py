"""How projects come: quality and quantity in two windows, and the months between big deals (ESP+, F)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kasales_xl.core.calendar import months_between
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows, Window
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.exact import exact
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import Term


class Quadrant(Term):
    """Quality (average amount) first, quantity (projects a year) second; holding counts as rising."""

    BOTH_UP = "quality_up_quantity_up", "质升量升", "quality up, quantity up"
    QUALITY_UP = "quality_up_quantity_down", "质升量降", "quality up, quantity down"
    QUANTITY_UP = "quality_down_quantity_up", "质降量升", "quality down, quantity up"
    BOTH_DOWN = "quality_down_quantity_down", "质降量降", "quality down, quantity down"
    UNDECIDED = "undecided", "数据不足", "not enough data"


@dataclass(frozen=True, slots=True)
class Projects:
    """Won projects of one account in one window: how many, how many a year, and their average amount
    (book's money unit; None where no amount is known)."""

    count: int
    a_year: float
    average: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    recent: Projects
    before: Projects
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Big deals won (K2's amount). ``gaps`` and ``since_last`` in months; ``next_expected`` the nearest
    open big deal not overdue; ``broken``: the pause since the last is longer than any gap before, and
    nothing is in sight."""

    gaps: tuple[float, ...]
    typical_gap: float | None
    since_last: float | None
    next_expected: dt.date | None
    broken: bool


def projects(deals: Sequence[Deal], window: Window, months: int) -> Projects:
    """deals: won ones of one account; months: the window's length."""
    inside = [deal for deal in deals if window.holds(deal.closed)]
    amounts = [exact(deal.amount) for deal in inside if deal.amount is not None]
    average = float(sum(amounts) / len(amounts)) if amounts else None
    return Projects(len(inside), len(inside) * 12 / months, average)


def trend(deals: Sequence[Deal], rows: SortedRows) -> Trend:
    """deals: all of one account. An empty window only speaks where the account's records reach back
    to before it began; then no project is a fall in both. Amounts missing, or no record: 数据不足."""
    months = rows.policy.window_months
    won = [deal for deal in deals if deal.stage.is_won]
    recent, before = projects(won, rows.recent, months), projects(won, rows.before, months)
    days = [day for deal in deals for day in (deal.created, deal.closed) if day is not None]
    known_since = min(days, default=None)
    reaches_back = known_since is not None and known_since <= rows.before.after
    return Trend(recent, before, _quadrant(recent, before, reaches_back))


def _quadrant(recent: Projects, before: Projects, reaches_back: bool) -> Quadrant:
    if not recent.count:
        return Quadrant.BOTH_DOWN if before.count else Quadrant.UNDECIDED
    if not before.count:
        return Quadrant.BOTH_UP if reaches_back else Quadrant.UNDECIDED
    if recent.average is None or before.average is None:
        return Quadrant.UNDECIDED
    quality, quantity = recent.average >= before.average, recent.count >= before.count
    if quality:
        return Quadrant.BOTH_UP if quantity else Quadrant.QUALITY_UP
    return Quadrant.QUANTITY_UP if quantity else Quadrant.BOTH_DOWN


def rhythm(deals: Sequence[Deal], least: float | None, on: dt.date) -> Rhythm:
    """deals: all of one account; least: from which amount a deal is big, None while unknown."""
    if least is None:
        return Rhythm(gaps=(), typical_gap=None, since_last=None, next_expected=None, broken=False)
    big = [deal for deal in deals if deal.amount is not None and deal.amount >= least]
    won = sorted(d.closed for d in big if d.stage.is_won and d.closed is not None and d.closed <= on)
    expected = [d.expected_close for d in big if d.stage.is_open and d.expected_close is not None]
    ahead = min((day for day in expected if day >= on), default=None)
    gaps = tuple(months_between(earlier, later) for earlier, later in pairwise(won))
    since = months_between(won[-1], on) if won else None
    broken = bool(gaps) and since is not None and since > max(gaps) and ahead is None
    return Rhythm(gaps=gaps, typical_gap=median(gaps), since_last=since, next_expected=ahead, broken=broken)
