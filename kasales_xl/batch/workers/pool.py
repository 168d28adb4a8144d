"""Each file in a process of its own that may die: what crashes, hangs or eats memory costs that file only.

The pool is pebble's: it alone of the well-kept ones ends the one process whose time is up and goes on with
the others. Around it stand a second try for a file whose process died (somebody else may have ended it), a
new pool should one break, and a start that needs no ``if __name__ == "__main__"`` in the caller's script."""

from __future__ import annotations

import multiprocessing
import os
import queue
import sys
import threading
import time
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing.context import BaseContext, SpawnProcess
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from kasales_xl.batch.workers.process import AT_HAND, MEMORY_GONE, begin, may_have_children, within_memory

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one task: seconds by the clock; megabytes of memory (where the system can hold a process to it:
    Linux)."""

    seconds: float = 20.0
    megabytes: int = 500


LIMITS = Limits()
#: Windows can wait for so many processes at once.
_MOST_JOBS = 60
#: Tasks handed on ahead of the workers, for each of them.
_AHEAD = 3
#: Seconds beyond a file's own after which a pool that says nothing is given up.
_GRACE = 15
#: Seconds after which a pool that says nothing is looked at.
_LOOK = 1


class Lost(Enum):
    """Why a file has no result."""

    CRASHED = "crashed"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"


def all_cores() -> int:
    """Cores that this process may use."""
    given = getattr(os, "sched_getaffinity", None)
    return min(len(given(0)) if given else os.cpu_count() or 1, _MOST_JOBS)


def each(
    task: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int | None = None,
    limits: Limits = LIMITS,
    isolated: bool = False,
) -> Iterator[tuple[int, Result | Lost]]:
    """``task`` of every item, in up to ``jobs`` processes (default: all cores): the item's number and what
    came of it, in the order of completion. ``task`` is a function of a module, items and results are
    pickled; items of a sequence are asked for when their turn comes. What the task raises is raised here.
    Leaving early ends what is still running. isolated: also in a process that ends with another one."""
    wanted = items if isinstance(items, Sequence) else list(items)
    if multiprocessing.current_process().daemon and not isolated:
        # a process that may have none of its own
        yield from ((number, task(item)) for number, item in enumerate(wanted))
        return
    size = min(jobs or all_cores(), len(wanted), _MOST_JOBS)
    if size:
        yield from _Run(task, wanted, size, limits).results()


def in_order(results: Iterable[tuple[int, Result]]) -> Iterator[Result]:
    """The results of ``each`` by number, as soon as all before them are there."""
    waiting: dict[int, Result] = {}
    following = 0
    for number, result in results:
        waiting[number] = result
        while following in waiting:
            yield waiting.pop(following)
            following += 1


@dataclass
class _Run(Generic[Item, Result]):
    task: Callable[[Item], Result]
    items: Sequence[Item]
    size: int
    limits: Limits
    #: At a time; fewer than there are workers after a pool broke, to see which file does it.
    abreast: int = 0
    running: dict[int, ProcessFuture[Any]] = field(default_factory=dict)
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]] = field(default_factory=queue.SimpleQueue)
    died: set[int] = field(default_factory=set)

    def results(self) -> Iterator[tuple[int, Result | Lost]]:
        self.abreast = self.size * _AHEAD
        left = list(range(len(self.items)))[::-1]
        try:
            while left or self.running:
                try:
                    while left and len(self.running) < self.abreast:
                        self._hand_on(left)
                    number, future = self._next_done()
                    result = self._result(number, future)
                except (BrokenProcessPool, CancelledError):
                    yield from self._after_break(left)
                    continue
                if result is Lost.CRASHED and number not in self.died:
                    self.died.add(number)
                    left.append(number)
                else:
                    yield number, result
        finally:
            if self.running:
                _close()

    def _hand_on(self, left: list[int]) -> None:
        if self.running and not _active():
            raise BrokenProcessPool("stopped")
        number = left.pop()
        pool, given = _pool(self.size, self.limits), (self.task, self.items[number], os.getcwd())
        future = pool.schedule(within_memory, args=given, timeout=self.limits.seconds)
        self.running[number] = future
        future.add_done_callback(lambda _ended: self.done.put((number, future)))

    def _next_done(self) -> tuple[int, ProcessFuture[Any]]:
        """Raises BrokenProcessPool where none gets done."""
        latest = time.monotonic() + self.limits.seconds + _GRACE
        while True:
            try:
                number, future = self.done.get(timeout=_LOOK)
            except queue.Empty:
                if time.monotonic() < latest and _active():
                    continue
                raise BrokenProcessPool("no answer") from None
            # those of a pool that broke have been handed on anew
            if self.running.get(number) is future:
                del self.running[number]
                return number, future

    def _result(self, number: int, future: ProcessFuture[Any]) -> Result | Lost:
        try:
            result: Result = future.result()
        except ProcessExpired as ended:
            return Lost.TOO_MUCH_MEMORY if ended.exitcode == MEMORY_GONE else Lost.CRASHED
        except TimeoutError:
            return Lost.TOO_SLOW
        except (BrokenProcessPool, CancelledError):
            self.running[number] = future
            raise
        return result

    def _after_break(self, left: list[int]) -> Iterator[tuple[int, Result | Lost]]:
        """A new pool, and one file at a time from now on: should it break again, that one is to blame."""
        _close()
        if self.abreast == 1:
            (number,) = self.running
            yield number, Lost.CRASHED
        else:
            left.extend(sorted(self.running, reverse=True))
        self.abreast = 1
        self.running.clear()


class _OfThread(threading.local):
    """The pool of this thread, kept warm between runs."""

    pool: ProcessPool | None = None
    made_for: tuple[int, int] | None = None
    of_process = 0
    forked = False


_Pools = _OfThread()


def _pool(size: int, limits: Limits) -> ProcessPool:
    if _Pools.of_process != os.getpid():
        # what a forked process finds here is its parent's
        _Pools.forked = _Pools.forked or _Pools.of_process != 0
        _Pools.pool, _Pools.made_for, _Pools.of_process = None, None, os.getpid()
    if _Pools.pool is None or _Pools.made_for != (size, limits.megabytes) or not _Pools.pool.active:
        _close()
        _Pools.pool = ProcessPool(
            size, initializer=begin, initargs=[limits.megabytes], context=_Context(_Pools.forked)
        )
        _Pools.made_for = (size, limits.megabytes)
    return _Pools.pool


def _active() -> bool:
    return _Pools.pool is not None and _Pools.pool.active


def _close() -> None:
    pool, _Pools.pool = _Pools.pool, None
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


class _Context:
    """How processes start: from a small server that has the modules loaded, where the system knows that
    (and a forked copy of a process that had one cannot use it); never as a copy of this process, which may
    have threads and open databases. The caller's script is not run again in them."""

    def __init__(self, forked: bool) -> None:
        served = not forked and "forkserver" in multiprocessing.get_all_start_methods()
        self._other: BaseContext = multiprocessing.get_context("forkserver" if served else "spawn")
        self.Process = Served if served else Spawned
        if served:
            self._other.set_forkserver_preload(list(AT_HAND))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._other, name)


class _WithoutScript:
    """While a process starts, the caller's script is not to be seen: else it would be run once more in it,
    and a script without a guard would start again from its first line."""

    def start(self) -> None:
        with _TURN:
            script = sys.modules["__main__"]
            sys.modules["__main__"] = types.ModuleType("__main__")
            try:
                with may_have_children():
                    super().start()  # type: ignore[misc]
            finally:
                sys.modules["__main__"] = script


class Spawned(_WithoutScript, SpawnProcess):
    pass


class Served(_WithoutScript, getattr(multiprocessing.context, "ForkServerProcess", SpawnProcess)):  # type: ignore[misc]
    pass


#: Processes start one after the other.
_TURN = threading.Lock()
