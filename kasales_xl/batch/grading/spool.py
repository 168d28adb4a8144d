"""Results of single books wait on disk until they are written, so that memory does not grow with the
number of books."""

from __future__ import annotations

import pickle
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from kasales_xl.files.whole import writing

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Ticket(Generic[Item]):
    """For one item of a spool."""

    start: int


class Spool:
    """Items of any kind, in an unnamed temporary file of this process: nobody but it and its workers can
    write what is unpickled here."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kasales-")  # noqa: SIM115 closed by __exit__

    def put(self, item: Item) -> Ticket[Item]:
        """Keep an item; ``get`` takes its ticket, as often as needed. Raises CannotWrite on a full disk."""
        return self.lay(pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL))

    def lay(self, pickled: bytes) -> Ticket[Any]:
        """The same for an item that a worker has pickled."""
        with writing(Path(tempfile.gettempdir())):
            start = self._file.seek(0, 2)
            self._file.write(pickled)
            self._file.flush()
        return Ticket(start)

    def get(self, ticket: Ticket[Item]) -> Item:
        self._file.seek(ticket.start)
        item: Item = pickle.load(self._file)  # our own file  # noqa: S301  # nosec B301
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()
