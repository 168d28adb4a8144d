"""Many machines, by a Dask cluster: the root knows where every result is, and holds few of them.

Books go out in chunks; what is made of them stays where it was made. The root gets the few values it needs
to choose among copies and to tell who is in which team, then each team is gathered on one machine, chunk by
chunk of its members, and comes back as a finished workbook. What a machine that dies had made is made
again."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Self, TypeVar, cast

from kasales_xl.batch.cache.program import program_fingerprint
from kasales_xl.batch.engines import dask_tasks as tasks
from kasales_xl.batch.engines.engine import Came, ClusterError, Entry, Team, Ticket
from kasales_xl.batch.grading.judging import Wanted, not_judged
from kasales_xl.batch.grading.packing import unpacked
from kasales_xl.batch.grading.spool import Spool
from kasales_xl.batch.output.team import TeamTask
from kasales_xl.batch.workers.pool import Limits, Lost
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.text import Text

Item = TypeVar("Item")
#: Books a task, and tasks that each processor should have at the least.
_CHUNK, _EACH = 12, 3
#: Pieces that are gathered at a time on the way to a team.
_FAN = 16
#: Seconds to wait for the scheduler.
_KNOCK = 20
#: Chunks whose texts the root keeps for the next question.
_NEAR = 4

UNREACHABLE = Text(
    "连不上集群 {where}：{why}。dask scheduler 在跑吗？地址写成 dask://HOST:8786",
    "The cluster at {where} cannot be reached: {why}. Is dask scheduler running? Write dask://host:8786",
)
NO_WORKERS = Text(
    "集群 {where} 上没有干活的机器：dask worker 在跑吗？", "No workers at {where}: is dask worker running?"
)
NOT_INSTALLED = Text(
    '--engine dask:// 要先装：pip install "kasales_xl[dask]"',
    '--engine dask:// needs pip install "kasales_xl[dask]"',
)
OTHER_PROGRAM = Text(
    "{who} 上的 kasales 和这里的不是同一版，结果会不一样。装成同一版再来",
    "kasales on {who} is not the one here; the results would differ. Install the same version there",
)
FAR_HISTORY = Text(
    "集群上的机器读不到历史库（{why}）。历史放进 PostgreSQL（--history postgresql://…），或加 --no-history",
    "The machines cannot read the history ({why}). Keep it in PostgreSQL (--history postgresql://…) or add "
    "--no-history",
)


@dataclass(frozen=True, slots=True)
class Remote(Ticket[Item]):
    """For one text or the parts of one book, wherever they are."""

    chunk: int
    at: int
    name: str


class DaskEngine:
    """Raises ClusterError while it is opened."""

    meanwhile = False
    reused = 0

    def __init__(self, where: str, limits: Limits, history: str | None) -> None:
        self._limits = limits
        self._client = _connected(where)
        self._check(where, history)
        self._spool = Spool()
        #: Of every chunk: where its results are. Of a book that has come back with its team: its texts.
        self._chunks: list[Any] = []
        self._here: dict[Ticket[Any], Ticket[Any]] = {}
        self._texts = lru_cache(maxsize=_NEAR)(self._fetch)

    def grade(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Came]]:
        from distributed import as_completed

        threads = sum(self._client.nthreads().values())
        size = max(1, min(_CHUNK, len(wanted) // (threads * _EACH)))
        away = [_absolute(one) for one in wanted]
        coming = as_completed(loop=self._client.loop)
        place: dict[str, tuple[int, range]] = {}
        for start in range(0, len(wanted), size):
            chunk, future = self._lights(away[start : start + size])
            place[future.key] = chunk, range(start, min(start + size, len(wanted)))
            coming.add(future)
        for future in coming:
            chunk, numbers = place.pop(future.key)
            error = future.exception()
            if error is None:
                for at, light in enumerate(future.result()):
                    yield numbers[at], self._came(light, wanted[numbers[at]], chunk, at)
            elif type(error).__name__ != "KilledWorker":
                raise error
            elif len(numbers) == 1:
                # even apart from all others: this file ends whole machines
                yield numbers[0], self._lost(wanted[numbers[0]])
            else:
                for number in numbers:
                    chunk, alone = self._lights([away[number]])
                    place[alone.key] = chunk, range(number, number + 1)
                    coming.add(alone)

    def _lights(self, wanted: Sequence[Wanted]) -> tuple[int, Any]:
        judged = self._client.submit(tasks.judge_chunk, tuple(wanted), self._limits, pure=False)
        self._chunks.append(judged)
        return len(self._chunks) - 1, self._client.submit(tasks.lights, judged, pure=False)

    def _came(self, light: tasks.Light, wanted: Wanted, chunk: int, at: int) -> Came:
        entry = None
        if light.claimant is not None and light.standing is not None:
            claimant = replace(light.claimant, path=wanted.source.path)
            entry = Entry(
                claimant,
                light.standing,
                Remote(chunk, at, "card"),
                Remote(chunk, at, "parts"),
                Remote(chunk, at, "contacts"),
                Remote(chunk, at, "snapshot") if "snapshot" in light.texts else None,
                Remote(chunk, at, "web") if "web" in light.texts else None,
            )
        return Came(light.file, Remote(chunk, at, "findings"), entry)

    def _lost(self, wanted: Wanted) -> Came:
        judged = not_judged(wanted.source, Lost.CRASHED, self._limits)
        return Came(judged.file, self._spool.lay(judged.findings), None)

    def write(self, teams: Sequence[Team]) -> Iterator[tuple[int, Pooled]]:
        from distributed import as_completed

        coming = as_completed(loop=self._client.loop)
        numbers: dict[str, int] = {}
        for number, team in enumerate(teams):
            future = self._team(team)
            numbers[future.key] = number
            coming.add(future)
        for future in coming:
            number = numbers[future.key]
            team, result = teams[number], cast(tasks.TeamResult, future.result())
            team.path.write_bytes(result.workbook)
            if team.web:
                team.web.write_bytes(result.web)
            for ticket, texts in zip(cast(tuple[Remote[Any], ...], team.members), result.texts, strict=True):
                for name, content in texts.items():
                    if content:
                        self._here[replace(ticket, name=name)] = self._spool.lay(content)
            yield number, result.past

    def _team(self, team: Team) -> Any:
        """The members' chunks, what is needed of each picked where it lies, gathered in a tree."""
        members = cast(tuple[Remote[Any], ...], team.members)
        by_chunk: defaultdict[int, list[int]] = defaultdict(list)
        for ticket in members:
            by_chunk[ticket.chunk].append(ticket.at)
        submit = self._client.submit
        pieces = [submit(tasks.pick, self._chunks[chunk], at, pure=False) for chunk, at in by_chunk.items()]
        while len(pieces) > _FAN:
            some = [pieces[start : start + _FAN] for start in range(0, len(pieces), _FAN)]
            pieces = [submit(tasks.gather, group, pure=False) for group in some]
        places = [(chunk, at) for chunk, several in by_chunk.items() for at in several]
        where = {place: number for number, place in enumerate(places)}
        order = [where[ticket.chunk, ticket.at] for ticket in members]
        task = TeamTask(team.team, team.path, (), team.on, team.lang, team.web)
        return submit(tasks.team_result, task, pieces, order, pure=False)

    def get(self, ticket: Ticket[Item]) -> Item:
        spooled = self._here.get(ticket, ticket)
        if not isinstance(spooled, Remote):
            item: Item = self._spool.get(spooled)
            return item
        there = cast(Remote[Item], spooled)
        if there.name == "parts":
            chunk = self._chunks[there.chunk]
            (member,) = self._client.submit(tasks.pick, chunk, [there.at], pure=False).result()
            pages: Item = unpacked(member.parts)
            return pages
        waiting: Item = unpacked(self._texts(there.chunk)[there.at][there.name])
        return waiting

    def _fetch(self, chunk: int) -> list[dict[str, bytes]]:
        found: list[dict[str, bytes]] = self._client.submit(
            tasks.texts, self._chunks[chunk], pure=False
        ).result()
        return found

    def _check(self, where: str, history: str | None) -> None:
        """The same program everywhere, and a history that everybody can read."""
        for who, fingerprint in self._client.run(program_fingerprint).items():
            if fingerprint != program_fingerprint():
                raise ClusterError(OTHER_PROGRAM(who=who))
        if history is not None:
            for why in self._client.run(tasks.reaches_history, history).values():
                if why:
                    raise ClusterError(FAR_HISTORY(why=why))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._chunks.clear()
        self._spool.close()
        self._client.close()


def _connected(where: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(NOT_INSTALLED) from error
    try:
        client = Client(where.replace("dask://", "tcp://", 1), timeout=_KNOCK, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(UNREACHABLE(where=where, why=str(error).splitlines()[0])) from error
    try:
        # machines that were started together with this run
        client.wait_for_workers(1, timeout=_KNOCK)
    except TimeoutError as error:
        client.close()
        raise ClusterError(NO_WORKERS(where=where)) from error
    return client


def _absolute(wanted: Wanted) -> Wanted:
    """Another machine begins paths elsewhere."""
    source = wanted.source
    if source.url:
        return wanted
    return replace(wanted, source=replace(source, path=type(source.path)(os.path.abspath(source.path))))
