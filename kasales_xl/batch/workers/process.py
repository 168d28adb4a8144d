"""What a worker process does when it begins: its limits, its memory, its signals."""

from __future__ import annotations

import multiprocessing.process
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kasales_xl.batch.workers.collecting import collect_rarely

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Modules that every worker needs: loaded once, before the first begins.
AT_HAND = ("kasales_xl.batch.grading.judging", "kasales_xl.batch.one_book.refreshing_apart")
#: How a process ends that may have no more memory.
MEMORY_GONE = 77


@contextmanager
def may_have_children() -> Iterator[None]:
    """A worker of a cluster is ended by its nurse and for that reason may not start processes, by a rule of
    ``multiprocessing``. Those of a pool end by themselves when nobody asks them any more."""
    settings = getattr(multiprocessing.process.current_process(), "_config", {})
    daemon = settings.pop("daemon", None)
    try:
        yield
    finally:
        if daemon is not None:
            settings["daemon"] = daemon


def begin(megabytes: int) -> None:
    """megabytes: the most memory that this process may have; 0 for any."""
    # at once, whatever it is doing: the pool ends a process whose time is up in this way
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    hold_memory(megabytes)
    collect_rarely()


def hold_memory(megabytes: int) -> None:
    """Linux holds a process to an amount of addresses; other systems to none that could be set here."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            addresses, resident = map(int, file.read().split()[:2])
    except (ImportError, OSError):
        return
    if megabytes:
        page = resource.getpagesize()
        most = (addresses - resident) * page + (megabytes << 20)
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))


def within_memory(task: Callable[[Item], Result], item: Item, folder: str) -> Result:
    """folder: where paths begin that are not absolute. A process without memory cannot go on: it ends, and
    its end says why."""
    try:
        os.chdir(folder)
        return task(item)
    except MemoryError:
        os._exit(MEMORY_GONE)
