"""This machine, all its cores; books that have not changed are not read again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Self, TypeVar, cast, overload

from kasales_xl.batch.cache.memory import Memory, Stored, digest_of_packed
from kasales_xl.batch.engines.engine import Came, Entry, Team, Ticket
from kasales_xl.batch.grading.judging import Judged, Wanted, judge, not_judged
from kasales_xl.batch.grading.packing import unpacked
from kasales_xl.batch.grading.spool import Spool
from kasales_xl.batch.output.team import TeamTask, write_team
from kasales_xl.batch.workers.pool import Limits, Lost, each
from kasales_xl.core.dimensions.team import Pooled

Item = TypeVar("Item")
#: Files looked at together for what is known of them, before the unknown ones are graded.
_WINDOW = 512


class LocalEngine:
    """What waits lies in a temporary file, or where it lay before."""

    meanwhile = True

    def __init__(self, jobs: int | None, limits: Limits, memory: Memory | None = None) -> None:
        self._jobs, self._limits, self._memory = jobs, limits, memory
        self._spool = Spool()
        self.reused = 0

    def grade(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Came]]:
        if self._memory is None:
            for number, judged in self._judged(wanted):
                yield number, self._came(judged)
            return
        for start in range(0, len(wanted), _WINDOW):
            yield from self._window(self._memory, wanted, range(start, min(start + _WINDOW, len(wanted))))

    def _window(self, memory: Memory, wanted: Sequence[Wanted], numbers: range) -> Iterator[tuple[int, Came]]:
        contents = dict(zip(numbers, memory.digests([wanted[n] for n in numbers]), strict=True))
        unknown: list[int] = []
        for number, content in contents.items():
            came = memory.find(wanted[number], content) if content else None
            if came is None:
                unknown.append(number)
            else:
                self.reused += 1
                yield number, came
        tasks = [replace(wanted[n], before=memory.before(wanted[n], contents[n])) for n in unknown]
        for at, judged in self._judged(tasks):
            number = unknown[at]
            memory.keep(wanted[number], contents[number], judged)
            yield number, self._came(judged)

    def _judged(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Judged]]:
        for number, came in each(judge, wanted, jobs=self._jobs, limits=self._limits):
            if isinstance(came, Lost):
                came = not_judged(wanted[number].source, came, self._limits)
            yield number, came

    def write(self, teams: Sequence[Team]) -> Iterator[tuple[int, Pooled]]:
        parts = [self._digests(team) for team in teams]
        changed: list[int] = []
        for number, team in enumerate(teams):
            known = self._memory.team(team, parts[number]) if self._memory else None
            if known is None:
                changed.append(number)
            else:
                yield number, known
        tasks = _Tasks([teams[number] for number in changed], self)
        # a team may be of any size: no clock, and one that a worker has no memory for is written here
        unhurried = replace(self._limits, seconds=math.inf)
        for at, came in each(write_team, tasks, jobs=self._jobs, limits=unhurried):
            number, past = changed[at], write_team(tasks[at]) if isinstance(came, Lost) else came
            if self._memory:
                self._memory.keep_team(teams[number], parts[number], past)
            yield number, past

    def get(self, ticket: Ticket[Item]) -> Item:
        return cast(Item, unpacked(self.packed(ticket)))

    def packed(self, ticket: Ticket[Any]) -> bytes:
        if isinstance(ticket, Stored) and self._memory:
            return self._memory.packed(ticket)
        return self._spool.packed(ticket)

    def _digests(self, team: Team) -> list[str]:
        if self._memory is None:
            return []
        return [
            one.digest if isinstance(one, Stored) else digest_of_packed(self._spool.packed(one))
            for one in team.members
        ]

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
                lay(judged.web) if judged.web else None,
            )
        return Came(judged.file, lay(judged.findings), entry)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._spool.close()
        if self._memory:
            self._memory.close()


class _Tasks(Sequence[TeamTask]):
    """The members' parts are looked up when a team's turn has come: one team a worker in memory."""

    def __init__(self, teams: Sequence[Team], engine: LocalEngine) -> None:
        self._teams, self._engine = teams, engine

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
        parts = [self._engine.packed(ticket) for ticket in one.members]
        return TeamTask(one.team, one.path, parts, one.on, one.lang, one.web, one.sheets)
