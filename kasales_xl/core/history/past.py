"""A seller's way so far: the steps of the trend, and what changed since the last one and since the best."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kasales_xl.core.history.calibration import RememberedDay
from kasales_xl.core.history.causes import compare
from kasales_xl.core.history.progress import Progress
from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.verdicts.levels import Counts


class Remembered(Protocol):
    """What any remembered day of a seller offers."""

    @property
    def on(self) -> dt.date: ...
    @property
    def level(self) -> Level: ...
    @property
    def counts(self) -> Counts: ...
    @property
    def progress(self) -> float: ...


class Step(NamedTuple):
    """One day of the trend; ``progress`` 0–1 inside the level of that day."""

    on: dt.date
    level: Level
    counts: Counts
    progress: float


@dataclass(frozen=True, slots=True)
class Start:
    """The earliest remembered day of the time looked at, and the tiers of that day by account ID."""

    on: dt.date
    tiers: dict[str, Tier]


@dataclass(frozen=True, slots=True)
class Past:
    """``steps`` from old to new, today last. ``since``: change since the last earlier day;
    ``since_best``: since the best day, where that is another one; ``start``: what growth of tiers is
    counted from (§7). None without an earlier day. ``remembered``: the tiers of every earlier day (T8)."""

    steps: tuple[Step, ...]
    since: Progress | None = None
    since_best: Progress | None = None
    start: Start | None = None
    remembered: tuple[RememberedDay, ...] = ()

    @property
    def best_yet(self) -> bool:
        """Is today better than every earlier day?"""
        *earlier, today = ((step.level.rank, step.progress) for step in self.steps)
        return bool(earlier) and max(earlier) < today


def past(
    now: Snapshot,
    series: Iterable[Remembered],
    latest: Snapshot | None,
    best: Snapshot | None,
    start: Snapshot | None = None,
    remembered: Iterable[RememberedDay] = (),
) -> Past:
    """series: the remembered days in order, today's among them or not; latest, best and start: of the
    days before today; remembered: their tiers. Rules L7, P3, T8, §7."""
    earlier = (Step(p.on, p.level, p.counts, p.progress) for p in series if p.on < now.on)
    today = Step(now.on, now.level, now.counts, now.progress)
    other = best is not None and (latest is None or best.on != latest.on) and best.standing > now.standing
    return Past(
        (*earlier, today),
        compare(now, latest) if latest else None,
        compare(now, best) if best and other else None,
        Start(start.on, {a.account_id: a.tier for a in start.accounts}) if start else None,
        tuple(remembered),
    )
