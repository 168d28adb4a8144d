"""What a worker process does when it begins: its limits, its memory, its signals."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Modules that every worker needs: loaded once, before the first begins.
AT_HAND = ("kasales_xl.batch.judging", "kasales_xl.batch.checking")
#: How a process ends that may have no more memory.
MEMORY_GONE = 77
#: A book makes some 50,000 objects that live until it is done; looking through them meanwhile is in vain.
_THRESHOLDS = (1_000_000, 50, 50)
#: Bytes of a block larger than any that a typical book needs.
_LARGE = 16 << 20


def begin(megabytes: int) -> None:
    """megabytes: the most memory that this process may have; 0 for any."""
    # at once, whatever it is doing: the pool ends a process whose time is up in this way
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    hold_memory(megabytes)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    # the C library learns from a large block given back that more will come, and from then on keeps the
    # memory of one book for the next instead of returning it page by page
    bytes(_LARGE)


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


def within_memory(task: Callable[[Item], Result], item: Item) -> Result:
    """A process without memory cannot go on: it ends, and its end says why."""
    try:
        return task(item)
    except MemoryError:
        os._exit(MEMORY_GONE)
