"""This machine, all its cores."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Self, TypeVar, overload

from kasales_xl.batch.engines.engine import Came, Entry, Team, Ticket
from kasales_xl.batch.grading.judging import Judged, Wanted, judge, not_judged
from kasales_xl.batch.grading.spool import Spool
from kasales_xl.batch.output.team import TeamTask, write_team
from kasales_xl.batch.workers.pool import Limits, Lost, each
from kasales_xl.core.dimensions.team import Pooled

Item = TypeVar("Item")


class LocalEngine:
    """What waits lies in a temporary file."""

    meanwhile = True

    def __init__(self, jobs: int | None, limits: Limits) -> None:
        self._jobs, self._limits = jobs, limits
        self._spool = Spool()

    def grade(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Came]]:
        for number, came in each(judge, wanted, jobs=self._jobs, limits=self._limits):
            if isinstance(came, Lost):
                came = not_judged(wanted[number].source, came, self._limits)
            yield number, self._came(came)

    def write(self, teams: Sequence[Team]) -> Iterator[tuple[int, Pooled]]:
        tasks = _Tasks(teams, self._spool)
        # a team may be of any size: no clock, and one that a worker has no memory for is written here
        unhurried = replace(self._limits, seconds=math.inf)
        for number, past in each(write_team, tasks, jobs=self._jobs, limits=unhurried):
            yield number, write_team(tasks[number]) if isinstance(past, Lost) else past

    def get(self, ticket: Ticket[Item]) -> Item:
        return self._spool.get(ticket)

    def _came(self, judged: Judged) -> Came:
        lay = self._spool.lay
        entry = None
        if judged.claimant is not None and judged.standing is not None:
            entry = Entry(
                judged.claimant,
                judged.standing,
                lay(judged.card),
                lay(judged.parts),
                lay(judged.contacts),
                lay(judged.snapshot) if judged.snapshot else None,
            )
        return Came(judged.file, lay(judged.findings), entry)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._spool.close()


class _Tasks(Sequence[TeamTask]):
    """The members' parts are looked up when a team's turn has come: one team a worker in memory."""

    def __init__(self, teams: Sequence[Team], spool: Spool) -> None:
        self._teams, self._spool = teams, spool

    def __len__(self) -> int:
        return len(self._teams)

    @overload
    def __getitem__(self, at: int) -> TeamTask: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[TeamTask]: ...

    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        one = self._teams[at]
        parts = [self._spool.packed(ticket) for ticket in one.members]
        return TeamTask(one.team, one.path, parts, one.on, one.lang)
