"""A rep's workbook → its Book: checked, read, and every odd thing a finding at its cell."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.rows.book import Book
from kasales_xl.files.xlsx_in.guard import MOST_FILE, check_name, check_start
from kasales_xl.files.xlsx_in.package import opened
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.workbook import Sheets, read_sheets
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import read_grids
from kasales_xl.reading.cells.cell import shown
from kasales_xl.reading.grid import column_number
from kasales_xl.reading.shape.tabs import is_filled_in
from kasales_xl.text.findings.files import (
    DATES_1904,
    FILE_CHANGING,
    FILE_PLACEHOLDER,
    FILE_TOO_BIG,
    FILE_TRIMMED,
    FILE_UNREADABLE,
    NO_FILE,
)
from kasales_xl.text.findings.formulas import FORMULAS_GONE, TYPED_OVER

#: What Windows says of a file that its cloud drive has not downloaded.
_CLOUD_ERRORS = frozenset(range(358, 405))
#: File attributes of such a file: recall on open, recall on data access, offline.
_CLOUD_ATTRIBUTES = 0x00040000 | 0x00400000 | 0x00001000


def read_book(path: str | Path, *, on: dt.date) -> Book:
    """One workbook. ``on`` is the scoring date. Never raises for what the file holds, nor for a file
    that cannot be opened: then ``seller`` is None and a finding says why."""
    file = Path(path)
    try:
        data = file_bytes(file)
    except Refused as refused:
        return refused_book(refused, file.name)
    return read_book_bytes(data, file.name, on=on)


def file_bytes(file: Path) -> bytes:
    """The whole file; one that changes while it is read is read once more. Raises Refused."""
    for _ in range(2):
        try:
            before = file.stat()
            if not stat.S_ISREG(before.st_mode):
                # a pipe would be waited for
                raise Refused(NO_FILE)
            if getattr(before, "st_file_attributes", 0) & _CLOUD_ATTRIBUTES:
                raise Refused(FILE_PLACEHOLDER)
            if before.st_size > MOST_FILE:
                raise Refused(FILE_TOO_BIG, f"{before.st_size >> 20} MB")
            data = file.read_bytes()
            after = file.stat()
        except OSError as error:
            raise unreadable(file.name, error) from error
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise Refused(FILE_CHANGING)


def unreadable(name: str, error: OSError) -> Refused:
    """Why the system would not open a file; what its name says goes first."""
    try:
        check_name(name)
    except Refused as refused:
        return refused
    if getattr(error, "winerror", None) in _CLOUD_ERRORS:
        return Refused(FILE_PLACEHOLDER)
    return Refused(FILE_UNREADABLE, error.strerror or type(error).__name__)


def read_book_bytes(data: bytes, name: str, *, on: dt.date) -> Book:
    """The same for bytes already read; ``name`` is how findings name the file."""
    try:
        sheets = book_sheets(data, name)
    except Refused as refused:
        return refused_book(refused, name)
    return book_of_sheets(sheets, name, on=on)


def book_sheets(data: bytes, name: str) -> Sheets:
    """The sheets of a book that are filled in: all of it that has to be parsed. Raises Refused."""
    check_name(name, data)
    return open_sheets(data, is_filled_in)


def book_of_sheets(sheets: Sheets, name: str, *, on: dt.date) -> Book:
    """What ``read_book_bytes`` makes of sheets that were read, as often as needed."""
    book = read_grids(sheets.grids, on=on, file=name)
    return replace(book, findings=(*_of_file(sheets, name), *book.findings, *_typed_over(book, sheets)))


def open_sheets(data: bytes, wanted: Callable[[str], bool] = lambda _title: True) -> Sheets:
    """The worksheets of a file, those ``wanted`` by their titles. Raises Refused."""
    check_start(data)
    with opened(data) as package:
        package.refuse_document_types()
        return read_sheets(package, wanted)


def structure(path: str | Path) -> tuple[Finding, ...]:
    """What only settings show: drop-downs and protection gone (55). Nothing for a file that cannot be
    read."""
    from kasales_xl.files.xlsx_in.book_structure import structure_findings

    file = Path(path)
    try:
        data = file_bytes(file)
        check_name(file.name, data)
        sheets = open_sheets(data, is_filled_in)
    except Refused:
        return ()
    return structure_findings(sheets, file.name)


def refused_book(refused: Refused, name: str) -> Book:
    finding = Finding(refused.kind, Place(file=name), refused.got, words=tuple(refused.words.items()))
    return Book(None, file=name, findings=(finding,))


def _of_file(sheets: Sheets, name: str) -> list[Finding]:
    trimmed = (title for title, page in sheets.pages.items() if page.many_blank)
    findings = [Finding(FILE_TRIMMED, Place(name, title=title), title) for title in trimmed]
    if sheets.dates_1904:
        findings.append(Finding(DATES_1904, Place(name)))
    return findings


def _typed_over(book: Book, sheets: Sheets) -> list[Finding]:
    """Calculated cells are never read as input; those typed over are named (53), a column that has
    nothing but values left once."""
    findings = []
    for key, layout in LAYOUT.items():
        sheet = book.sheets.get(key)
        if sheet is None or not layout.calculated:
            continue
        at = {sheet.letters[c.key]: c for c in layout.calculated if c.key in sheet.letters}
        rows = {row.row for row in getattr(book, key)} | {row for held, row in book.held if held == key}
        page = sheets.pages.get(sheet.title)
        if page is None:
            continue
        typed, formulas = page.typed_over(at)
        typed = [(row, letters) for row, letters in typed if row in rows]
        for letters in dict.fromkeys(letters for _row, letters in typed if letters not in formulas):
            place = Place(book.file, key, sheet.title, column=at[letters].key)
            findings.append(Finding(FORMULAS_GONE, place, words=(("label", at[letters].header),)))
        for row, letters in typed:
            if letters in formulas:
                spot = (row, column_number(letters))
                got = page.grid.errors.get(spot) or shown(page.grid.at(*spot))
                place = Place(book.file, key, sheet.title, row, at[letters].key, f"{letters}{row}")
                findings.append(Finding(TYPED_OVER, place, got, words=(("label", at[letters].header),)))
    return findings
