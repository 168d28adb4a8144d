"""Tables read before, by their content: where one row of a book has changed, only its table is read again,
and only that row is made anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from kasales_xl.core.findings import Finding
from kasales_xl.core.rows.book import Sheet
from kasales_xl.reading.checked import Line, checked_rows
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading a table gave, before rows of other sheets had a say. ``table``: None where it could not be
    read."""

    table: Table | None
    sheet: Sheet
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    keys: tuple[str, ...]
    lines: list[Line]
    rows: tuple[Any, ...]


class KeptReadings:
    """``most``: tables kept; the one not asked for longest goes first."""

    def __init__(self, most: int = 24) -> None:
        self._most = most
        self._read: OrderedDict[Hashable, _Read] = OrderedDict()
        self._made: dict[str, _Made] = {}
        self._lock = Lock()

    def table(
        self, name: Hashable, key: str, journal: Journal, read: Callable[[], Table | None]
    ) -> Table | None:
        """name: of everything that reading depends on; key: of the sheet. A table of its own for whoever
        asks: others' rows will change it."""
        with self._lock:
            known = self._read.get(name)
            if known is not None:
                self._read.move_to_end(name)
        if known is None:
            before = len(journal.findings)
            table = read()
            known = _Read(table, journal.sheets[key], tuple(journal.findings[before:]))
            with self._lock:
                self._read[name] = known
                while len(self._read) > self._most:
                    self._read.popitem(last=False)
        else:
            journal.sheets[key] = known.sheet
            journal.findings += known.findings
        return known.table.copy() if known.table is not None else None

    def clear(self) -> None:
        with self._lock:
            self._read.clear()
            self._made.clear()

    def rows(self, table: Table, keys: tuple[str, ...], lines: list[Line]) -> tuple[Any, ...]:
        """As ``checked_rows``; lines that stand where they stood last time give the row of last time."""
        model, before = table.layout.model, self._made.get(table.key)
        if before is None or before.keys != keys:
            rows = tuple(checked_rows(model, keys, lines))
        else:
            rows = _renewed(model, keys, lines, before)
        self._made[table.key] = _Made(keys, lines, rows)
        return rows


def _renewed(model: Any, keys: Sequence[str], lines: list[Line], before: _Made) -> tuple[Any, ...]:
    same = [line == old for line, old in zip(lines, before.lines, strict=False)]
    same += [False] * (len(lines) - len(same))
    fresh = iter(
        checked_rows(model, keys, [line for line, known in zip(lines, same, strict=True) if not known])
    )
    return tuple(before.rows[at] if known else next(fresh) for at, known in enumerate(same))
