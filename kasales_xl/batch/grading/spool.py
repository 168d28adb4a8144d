"""Results of single books wait on disk until they are written, so that memory does not grow with the
number of books."""

from __future__ import annotations

import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from kasales_xl.batch.engines.engine import Ticket
from kasales_xl.batch.grading.packing import packed, unpacked
from kasales_xl.files.whole import writing

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Spooled(Ticket[Item]):
    """For one item of a spool."""

    start: int
    size: int


class Spool:
    """Items of any kind, packed, in an unnamed temporary file of this process."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kasales-")  # noqa: SIM115 closed by close
        # two threads of a run may look things up at once
        self._turn = threading.Lock()

    def put(self, item: Item) -> Ticket[Item]:
        """Keep an item; ``get`` takes its ticket, as often as needed. Raises CannotWrite on a full disk."""
        return self.lay(packed(item))

    def lay(self, content: bytes) -> Ticket[Any]:
        """The same for an item that a worker has packed."""
        with self._turn, writing(Path(tempfile.gettempdir())):
            start = self._file.seek(0, 2)
            self._file.write(content)
            self._file.flush()
        return Spooled(start, len(content))

    def get(self, ticket: Ticket[Item]) -> Item:
        return cast(Item, unpacked(self.packed(ticket)))

    def packed(self, ticket: Ticket[Any]) -> bytes:
        """An item as it lies here."""
        place = cast(Spooled[Any], ticket)
        with self._turn:
            self._file.seek(place.start)
            return self._file.read(place.size)

    def close(self) -> None:
        self._file.close()
