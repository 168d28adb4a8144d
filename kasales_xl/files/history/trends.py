"""What a history says of everybody at once, worked out where it lies."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.schema import BY_AGE, SNAPSHOTS


@dataclass(frozen=True, slots=True)
class OrganisationDay:
    """``levels``: how many sellers; ``counts``: their key accounts by tier."""

    on: dt.date
    levels: Mapping[Level, int]
    counts: Counts

    @property
    def sellers(self) -> int:
        return sum(self.levels.values())


def latest_rows() -> Select[Any]:
    """The rows of each seller's last day, from old to new."""
    of = SNAPSHOTS.c
    last = select(of.seller_id, func.max(of.on_day).label("on_day")).group_by(of.seller_id).subquery()
    same_day = (of.seller_id == last.c.seller_id) & (of.on_day == last.c.on_day)
    return select(SNAPSHOTS).join(last, same_day).order_by(*BY_AGE)


def organisation_rows() -> Select[Any]:
    """Sellers and their key accounts by day and level, every scoring counted."""
    of = SNAPSHOTS.c
    sums = (func.sum(of.strong), func.sum(of.mid), func.sum(of.junior))
    by = (of.on_day, of.level)
    return select(*by, func.count(), *sums).group_by(*by).order_by(of.on_day)


def repeated_rows() -> Select[Any]:
    """The rows of sellers and days with several scorings, from old to new."""
    of = SNAPSHOTS.c
    days = (
        select(of.seller_id, of.on_day).group_by(of.seller_id, of.on_day).having(func.count() > 1).subquery()
    )
    columns = (of.seller_id, of.on_day, of.level, of.strong, of.mid, of.junior)
    same_day = (of.seller_id == days.c.seller_id) & (of.on_day == days.c.on_day)
    return select(*columns).join(days, same_day).order_by(*BY_AGE)


def organisation_days(connection: Connection) -> tuple[OrganisationDay, ...]:
    """From old to new; of several scorings on a day the last counts. Levels that this program doesn't know
    are passed over."""
    totals = {(row[0], row[1]): list(row[2:]) for row in connection.execute(organisation_rows())}
    last: dict[tuple[str, dt.date], Any] = {}
    for row in connection.execute(repeated_rows()):
        before = last.get((row.seller_id, row.on_day))
        if before is not None:
            less = (1, before.strong, before.mid, before.junior)
            total = totals[before.on_day, before.level]
            total[:] = [had - gone for had, gone in zip(total, less, strict=True)]
        last[row.seller_id, row.on_day] = row
    levels: defaultdict[dt.date, dict[Level, int]] = defaultdict(dict)
    counts: defaultdict[dt.date, Counts] = defaultdict(lambda: Counts(0, 0, 0))
    known = {level.value: level for level in Level}
    for (day, code), (sellers, *tiers) in totals.items():
        if sellers and code in known:
            levels[day][known[code]] = sellers
            counts[day] = Counts(*(had + more for had, more in zip(counts[day], tiers, strict=True)))
    return tuple(OrganisationDay(day, found, counts[day]) for day, found in levels.items())
