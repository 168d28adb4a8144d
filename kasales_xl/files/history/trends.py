"""What a history says of everybody at once, worked out where it lies."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Select, func, select

from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.rows import Codes
from kasales_xl.files.history.schema import SNAPSHOTS


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
    """The last row of each seller."""
    of = SNAPSHOTS.c
    order = (of.on_day.desc(), of.sequence.desc(), of.snapshot.desc())
    rank = func.row_number().over(partition_by=of.seller_id, order_by=order)
    ranked = select(of.snapshot, rank.label("rank")).subquery()
    return select(SNAPSHOTS).where(of.snapshot.in_(select(ranked.c.snapshot).where(ranked.c.rank == 1)))


def organisation_rows() -> Select[Any]:
    """Sellers and their key accounts by day and level; of several scorings on a day the last counts."""
    of = SNAPSHOTS.c
    newer = SNAPSHOTS.alias()
    replaced = (
        select(newer.c.snapshot)
        .where(newer.c.seller_id == of.seller_id, newer.c.on_day == of.on_day)
        .where(
            (newer.c.sequence > of.sequence)
            | ((newer.c.sequence == of.sequence) & (newer.c.snapshot > of.snapshot))
        )
        .exists()
    )
    sums = (func.sum(of.strong), func.sum(of.mid), func.sum(of.junior))
    return (
        select(of.on_day, of.level, func.count(), *sums)
        .where(~replaced)
        .group_by(of.on_day, of.level)
        .order_by(of.on_day)
    )


def organisation_days(connection: Connection) -> tuple[OrganisationDay, ...]:
    """From old to new. Levels that this program doesn't know are passed over."""
    level = cast(Codes, Level)
    levels: defaultdict[dt.date, dict[Level, int]] = defaultdict(dict)
    counts: defaultdict[dt.date, Counts] = defaultdict(lambda: Counts(0, 0, 0))
    for day, code, sellers, *tiers in connection.execute(organisation_rows()):
        with suppress(ValueError):
            known = level(code)
            levels[day][known] = sellers
            counts[day] = Counts(*(had + more for had, more in zip(counts[day], tiers, strict=True)))
    return tuple(OrganisationDay(day, found, counts[day]) for day, found in levels.items())
