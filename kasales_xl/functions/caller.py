"""Who asks a worksheet function, and the calling workbook as the host shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kasales_xl.core.terms import Lang
from kasales_xl.functions.declared import CellError, Cells, Refusal
from kasales_xl.functions.open_books import OpenBook, find_open_book, open_tables

#: How a host shows the calling workbook: its tables by sheet key, or the handle of tables opened already.
Workbook = Callable[[], Mapping[str, Cells] | str]


class KeptTables:
    """The handle of tables that a host keeps between calls: looked through again only when the host
    hands over another object, for many cells ask in one calculation."""

    def __init__(self, cell: str = "") -> None:
        self._cell = cell
        self._tables: Mapping[str, Cells] | None = None
        self._on = dt.date.min
        self._handle = ""

    def handle(self, tables: Mapping[str, Cells], on: dt.date) -> str:
        if tables is not self._tables or on != self._on or find_open_book(self._handle) is None:
            self._handle = open_tables(tables, on, self._cell)
            self._tables, self._on = tables, on
        return self._handle


class NoWorkbook(Exception):
    """The book was left out where no workbook can be seen, or where the one that is seen holds none of our
    tables; ``said`` says so, ``{function}`` being who asked. Never leaves ``functions.call``."""

    def __init__(self, said: str = "no-workbook") -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True)
class Caller:
    """Who asks: the day, the language of answers that belong to no book, the calling workbook's tables
    where the host can see them, and the calling cell (``cell_name``) where the host knows it."""

    on: dt.date
    lang: Lang
    workbook: Workbook | None = None
    cell: str = ""

    def book(self, handle: str | None = None) -> OpenBook:
        """The book of a handle, the calling workbook where it is left out. Stale: #REF!"""
        if handle is None:
            if self.workbook is None:
                raise NoWorkbook
            shown = self.workbook()
            handle = shown if isinstance(shown, str) else open_tables(shown, self.on, self.cell)
        book = find_open_book(handle)
        if book is None:
            raise Refusal(CellError.REF)
        return book
