"""The cache of a run opened, or none where it cannot be."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.cache.memory import Memory
from kasales_xl.batch.cache.place import secret
from kasales_xl.batch.cache.store import Store

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History


def memory_at(folder: Path, history: History | None, on: dt.date) -> Memory | None:
    """A cache that cannot be used costs time and nothing else. Raises HistoryError."""
    marks = None
    if history is not None:
        from kasales_xl.files.history.marks import marks_before

        marks = marks_before(history, on)
    try:
        return Memory(Store(folder, secret()), marks)
    except (OSError, sqlite3.Error):
        return None
