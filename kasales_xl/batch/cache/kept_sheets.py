"""Where a worker finds what was read of a book before."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kasales_xl.batch.cache.store import Missing, body_of, connect
from kasales_xl.batch.grading.file import Read
from kasales_xl.batch.grading.packing import Unpacked, unpacked

#: The body of an entry that holds it.
READ = "read"


@dataclass(frozen=True, slots=True)
class KeptSheets:
    """``key`` blank: nothing is there yet, what is read is to be kept."""

    file: Path
    key: str
    secret: bytes = field(repr=False)

    def find(self) -> Read | None:
        if not self.key:
            return None
        try:
            content = unpacked(body_of(_connection(self.file), self.key, READ, self.secret))
        except (Missing, Unpacked, sqlite3.Error):
            return None
        return content if isinstance(content, Read) else None


@lru_cache(maxsize=1)
def _connection(file: Path) -> sqlite3.Connection:
    """Kept open by the worker."""
    return connect(file)
