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
from kasales_xl.core.verdicts.big_contributions import contributions


class Direction(Term):
    """Of quality (average amount) or quantity (projects a year), one window against the one before."""

    RISING = "rising", "升", "up"
    LEVEL = "level", "平", "level"
    FALLING = "falling", "降", "down"
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
    """Two windows of ``months`` each, and where quality and quantity went."""

    recent: Projects
    before: Projects
    months: int
    quality: Direction
    quantity: Direction

    @property
    def known(self) -> bool:
        return self.quantity is not Direction.UNDECIDED and self.quality is not Direction.UNDECIDED

    @property
    def growing(self) -> bool:
        """One of the two rises and neither falls."""
        both = (self.quality, self.quantity)
        return self.known and Direction.RISING in both and Direction.FALLING not in both

    @property
    def falling(self) -> bool:
        """Both fall."""
        return self.quality is self.quantity is Direction.FALLING


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


def usual_gap(deals: Sequence[Deal], least: float | None, rows: SortedRows) -> float | None:
    """Median months between the big contributions of one account (K2); least: from which amount one is big.
    None below two of them."""
    if least is None:
        return None
    big = contributions(deals, least, rows.policy, rows.on).big
    return median(months_between(one.on, other.on) for one, other in pairwise(big))


def window_of(gap: float | None, months: int, tolerance: float) -> int:
    """Whole months of an account's own window: ``months``, drawn out to whole gaps between its big
    contributions, so that each holds as many of them wherever in the rhythm the scoring date falls. A gap
    shorter than ``months`` by no more than the tolerance is long enough by itself."""
    step = round(gap) if gap else 0
    if step <= 0:
        return months
    return step if step >= months * (1 - tolerance) else -(-months // step) * step


def trend(deals: Sequence[Deal], gap: float | None, rows: SortedRows) -> Trend:
    """deals: all of one account; gap: its median months between big deals, None while unknown. An empty
    window only speaks where the account's records reach back to before it began; then no project is a
    fall in both. Amounts missing, or no record: 数据不足."""
    months = window_of(gap, rows.policy.window_months, rows.policy.trend_tolerance)
    now, then = rows.windows(months)
    won = [deal for deal in deals if deal.stage.is_won]
    recent, before = projects(won, now, months), projects(won, then, months)
    days = [day for deal in deals for day in (deal.created, deal.closed) if day is not None]
    known_since = min(days, default=None)
    reaches_back = known_since is not None and known_since <= then.after
    quality, quantity = _directions(recent, before, reaches_back, rows.policy.trend_tolerance)
    return Trend(recent, before, months, quality, quantity)


def _directions(
    recent: Projects, before: Projects, reaches_back: bool, tolerance: float
) -> tuple[Direction, Direction]:
    """Quality and quantity."""
    nothing = Direction.UNDECIDED, Direction.UNDECIDED
    if not recent.count:
        return (Direction.FALLING, Direction.FALLING) if before.count else nothing
    if not before.count:
        return (Direction.RISING, Direction.RISING) if reaches_back else nothing
    quality = Direction.UNDECIDED
    if recent.average is not None and before.average is not None:
        quality = _direction(recent.average, before.average, tolerance)
    return quality, _direction(recent.count, before.count, tolerance)


def _direction(now: float, before: float, tolerance: float) -> Direction:
    """Level within the tolerance, the ends included."""
    band, was = exact(tolerance) * exact(before), exact(before)
    if abs(exact(now) - was) <= band:
        return Direction.LEVEL
    return Direction.RISING if exact(now) > was else Direction.FALLING


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
