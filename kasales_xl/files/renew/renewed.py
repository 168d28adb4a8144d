"""A fresh template with what people typed into their book: for a book of an older template edition, and for
one whose drop-downs, protection or formulas are gone. Both are one thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kasales_xl.core.history.past import Step
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.book.book import book_bytes
from kasales_xl.files.book.writer import BookWriter
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.files.refresh.workbook_parts import read_parts
from kasales_xl.files.renew.own_sheets import copy_sheets
from kasales_xl.files.styles.text_size import writable
from kasales_xl.files.xlsx_in.book import open_sheets, read_book_bytes
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.template import TEMPLATE_VERSION, TREND_NAME
from kasales_xl.reading.shape.tabs import is_filled_in
from kasales_xl.reading.typed_book import TypedBook, read_typed, same_value
from kasales_xl.text.findings.files import NOT_OUR_TEMPLATE, TEMPLATE_NEWER


class NotCarried(Exception):
    """A cell would not be in the new book as it was in the old one: ``cell`` by its name, ``before`` and
    ``after`` what it holds. Nothing was written."""

    def __init__(self, cell: str, before: object, after: object) -> None:
        super().__init__(f"{cell}: {before!r} → {after!r}")
        self.cell, self.before, self.after = cell, before, after

    def __reduce__(self) -> tuple[type[NotCarried], tuple[str, object, object]]:
        """A worker hands it on."""
        return NotCarried, (self.cell, self.before, self.after)


@dataclass(frozen=True)
class Renewed:
    """``data``: the new file; ``cells``: how many typed cells it took over, each compared; ``sheets`` and
    ``columns``: those of somebody's own, by name; ``beside``: cells that a template has no place for, with
    what they hold; ``edition``: of the template before."""

    data: bytes
    cells: int
    sheets: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    beside: tuple[tuple[str, object], ...] = ()
    edition: str = ""


def typed_cells(data: bytes) -> TypedBook:
    """Raises Refused, for a workbook that is not ours or newer than this program too."""
    typed = read_typed(open_sheets(data, is_filled_in).grids)
    if typed is None:
        raise Refused(NOT_OUR_TEMPLATE)
    if older(TEMPLATE_VERSION, typed.meta.version):
        raise Refused(TEMPLATE_NEWER, typed.meta.version, own=TEMPLATE_VERSION)
    return typed


def is_older(data: bytes) -> bool:
    """Is it a book of an older template edition? Raises Refused."""
    return older(typed_cells(data).meta.version, TEMPLATE_VERSION)


def older(one: str, other: str) -> bool:
    """Is one edition older than the other? A blank one is as old as can be."""
    return _edition(one) < _edition(other)


def _edition(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def renewed_book(data: bytes, name: str, *, on: dt.date) -> Renewed:
    """The book in a template of today, its results true for ``on``. name: of the file. Raises Refused, and
    NotCarried where a typed cell would be lost or changed: then nothing may be replaced."""
    typed = typed_cells(data)
    read = read_book_bytes(data, name, on=on)
    book = Book(read.seller, lang=typed.lang)

    def own(writer: BookWriter) -> None:
        copy_sheets(writer, data, typed.others)

    fresh = book_bytes(
        book,
        policy=DEFAULT_POLICY,
        on=on,
        lang=typed.lang,
        trend=tuple(_steps(data)),
        typed=typed,
        more=own if typed.others else None,
    )
    count = _compare(typed, typed_cells(fresh))
    beside = tuple(cell for sheet in typed.sheets.values() for cell in sheet.beside)
    columns = tuple(column.header for sheet in typed.sheets.values() for column in sheet.extra)
    return Renewed(fresh, count, typed.others, columns, beside, typed.meta.version)


def _compare(before: TypedBook, after: TypedBook) -> int:
    """Every typed cell stands in the new book as it stood in the old one; how many there are."""
    there = dict(after.cells())
    count = 0
    for cell, value in before.cells():
        wanted = writable(value) if isinstance(value, str) else value
        if not same_value(wanted, there.get(cell, "")):
            raise NotCarried(cell, value, there.get(cell))
        count += 1
    return count


def _steps(data: bytes) -> Iterator[Step]:
    """The steps that the trend of My scorecard shows; it counts no accounts."""
    cells = WorkbookCells(read_parts(data))
    area = cells.named_area(TREND_NAME)
    if area is None:
        return
    title, top, left, bottom, _ = area
    levels = {side: level for level in Level for side in (level.zh, level.en)}
    for row in range(top, bottom + 1):
        day, level, progress = (cells.stored(title, (row, left + n)) for n in range(3))
        if isinstance(day, float) and day > 0 and level in levels and isinstance(progress, float):
            on = dt.date(1899, 12, 30) + dt.timedelta(days=int(day))
            yield Step(on, levels[str(level)], Counts(0, 0, 0), progress)
