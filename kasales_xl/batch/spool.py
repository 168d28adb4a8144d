"""Results of single books wait on disk until their team is written, so that memory does not grow with
the number of books."""

from __future__ import annotations

import pickle
import tempfile
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")


class Spool(Generic[Item]):
    """Items by number, in an unnamed temporary file of this process: nobody else can write what is
    unpickled here."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kasales-")  # noqa: SIM115 closed by __exit__
        self._starts: list[int] = []

    def put(self, item: Item) -> int:
        """Keep an item; returns its number."""
        self._file.seek(0, 2)
        self._starts.append(self._file.tell())
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        return len(self._starts) - 1

    def get(self, number: int) -> Item:
        self._file.seek(self._starts[number])
        item: Item = pickle.load(self._file)  # noqa: S301
        return item

    def __len__(self) -> int:
        return len(self._starts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
