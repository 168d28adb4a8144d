"""What changed since an earlier snapshot, and which cause each change is put down to: plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from kasales_xl.core.history.fact_changes import FactChange
from kasales_xl.core.policy.fields import PolicyChange
from kasales_xl.core.terms import KeyAccount, Level, Tier
from kasales_xl.core.verdicts.levels import Counts


class Cause(Enum):
    """Why something changed, in the order in which causes are told apart. Only ``FACTS`` are earned."""

    PROGRAM = "program"
    POLICY = "policy"
    TARGET = "target"
    SCOPE = "scope"
    TIME = "time"
    FACTS = "facts"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AccountChange:
    """An account that is judged differently; ``was`` None: it is new, ``now`` None: it is gone.
    ``because``: the people and data behind it, as far as they belong to the cause."""

    account_id: str
    account: str
    was: Tier | None
    now: Tier | None
    key_was: KeyAccount | None
    key_now: KeyAccount | None
    counted_was: bool
    counted_now: bool
    because: tuple[FactChange, ...] = ()

    @property
    def matters(self) -> bool:
        """Did it move the counts that the level rests on?"""
        return self.counted_was != self.counted_now or (self.counted_now and self.was is not self.now)


@dataclass(frozen=True, slots=True)
class GradeChange:
    """``dimension`` by code; ``was`` and ``now`` its grade, 0–3. ``points``: by how many its seven
    practices rose or fell in all (Effort)."""

    dimension: str
    was: int
    now: int
    points: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """What one cause alone changed."""

    cause: Cause
    level_was: Level
    level_now: Level
    counts_was: Counts
    counts_now: Counts
    accounts: tuple[AccountChange, ...] = ()
    grades: tuple[GradeChange, ...] = ()

    @property
    def any(self) -> bool:
        """Did this cause change anything at all?"""
        moved = (self.level_was, self.counts_was) != (self.level_now, self.counts_now)
        return moved or bool(self.accounts) or bool(self.grades)


@dataclass(frozen=True, slots=True)
class PolicySwitch:
    """Other rules than before: the editions as printed, and the settings that differ."""

    was: str
    now: str
    changes: tuple[PolicyChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """From ``since`` to ``on``. ``stages``: causes that changed anything. ``switch``: where the rules
    are others now. Shares 0–1 inside the level of their day."""

    seller_id: str
    name: str
    team: str
    since: dt.date
    on: dt.date
    level_was: Level
    level_now: Level
    progress_was: float
    progress_now: float
    stages: tuple[Stage, ...] = field(default=())
    switch: PolicySwitch | None = None

    @property
    def direction(self) -> int:
        """1 rose, −1 fell, 0 stayed: the level first, then the progress inside it."""
        was, now = (self.level_was.rank, self.progress_was), (self.level_now.rank, self.progress_now)
        return (now > was) - (now < was)
