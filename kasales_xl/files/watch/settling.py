"""Which of the books in a watched folder were saved and have come to rest. Pure: the clock and what the disk
says are handed in.

A book counts as whole when nothing of it has changed for a while: programs save in several steps, and a cloud
drive brings a file piece by piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it: size in bytes, time of the last change
    in nanoseconds, number of the file."""

    size: int
    changed: int
    number: int


@dataclass
class _Waiting:
    stamp: Stamp
    since: float
    least: float = 0.0


@dataclass
class Settling:
    """``quiet``: seconds without a change after which a book is whole. ``seen``: the state in which each book
    was done last; what is done in one state is not done again, whoever wrote that state."""

    quiet: float
    seen: dict[Path, Stamp] = field(default_factory=dict)
    _waiting: dict[Path, _Waiting] = field(default_factory=dict)

    def look(self, there: Mapping[Path, Stamp], now: float) -> None:
        """What lies in the folder now. A file without a byte is a place held for one that is to come."""
        for path in self.seen.keys() - there.keys():
            del self.seen[path]
        for path in self._waiting.keys() - there.keys():
            del self._waiting[path]
        for path, stamp in there.items():
            waiting = self._waiting.get(path)
            if self.seen.get(path) == stamp or stamp.size == 0:
                self._waiting.pop(path, None)
            elif waiting is None or waiting.stamp != stamp:
                self._waiting[path] = _Waiting(stamp, now)

    @property
    def waits(self) -> bool:
        """Is there a book that has not been done as it stands now?"""
        return bool(self._waiting)

    def due(self, now: float) -> list[Path]:
        """Those that have come to rest, in the order in which they did."""
        rested = [
            (waiting.since, path)
            for path, waiting in self._waiting.items()
            if now >= max(waiting.since + self.quiet, waiting.least)
        ]
        return [path for _, path in sorted(rested)]

    def done(self, path: Path) -> None:
        """It was done as it stood when it came to rest. Whatever was written since, by us too, is looked at
        once more and then found to be up to date: so nothing saved meanwhile is missed."""
        waiting = self._waiting.pop(path, None)
        if waiting is not None:
            self.seen[path] = waiting.stamp

    def later(self, path: Path, at: float) -> None:
        """Not before then: it is open, or could not be written."""
        if path in self._waiting:
            self._waiting[path].least = at
