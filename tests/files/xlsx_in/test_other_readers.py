"""What we read of a file is what other programs read of it: openpyxl and LibreOffice, on 300 odd files. Each
difference that may be has a name and its reason."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from libreoffice import Calc
from odd_books import odd_book

from kasales_xl.files.xlsx_in.book import open_sheets
from kasales_xl.files.xlsx_in.workbook import Sheets
from kasales_xl.functions import CellError
from kasales_xl.reading.cells.cell import UNSAVED

FILES = 300
Spot = tuple[str, int, int]
DAY = dt.timedelta(days=1)
#: The serial number of the last day, in books that count from 1900 and from 1904.
LAST_DAY, DAYS_1904 = 2958465, 1462
#: LibreOffice's numbers for errors.
CALC_ERRORS = {521: "#NULL!", 525: "#NAME?", 532: "#DIV/0!", 503: "#NUM!"}

OPENPYXL_MAY = {
    "a formula without a stored result": "openpyxl computes nothing and says None, as for a blank cell",
    "a day after 9999": "openpyxl makes an error of it, for us it stays a number; Excel shows ####",
}
CALC_MAY = {
    "a formula without a stored result": "LibreOffice computes it; we tell the reader to save the file",
    "a tab within a text": "LibreOffice keeps the cell's tab as the character 1; openpyxl and we keep the tab",
}


def cells_of(sheets: Sheets) -> dict[Spot, object]:
    """What we read: value or error text of each cell that holds something."""
    found: dict[Spot, object] = {}
    for title, page in sheets.pages.items():
        grid = page.grid
        for r, line in enumerate(grid.cells, grid.first_row):
            for c, value in enumerate(line, grid.first_column):
                value = grid.errors.get((r, c), value)
                if value not in ("", None):
                    found[title, r, c] = value
    return found


def plain(value: object) -> object:
    """Days and moments alike, and so are whole numbers and others."""
    if type(value) is dt.date:
        return dt.datetime.combine(value, dt.time())
    return float(value) if type(value) is int else value


def by_openpyxl(book: Any) -> dict[Spot, object]:
    cells = (cell for page in book.worksheets for line in page.iter_rows() for cell in line)
    return {(c.parent.title, c.row, c.column): plain(c.value) for c in cells if c.value not in ("", None)}


def odd_to_openpyxl(ours: object, theirs: object, *, dates_1904: bool) -> str:
    """The name of the difference, blank where there is none."""
    if type(plain(ours)) is type(theirs) and plain(ours) == theirs:
        return ""
    if ours == UNSAVED and theirs is None:
        return "a formula without a stored result"
    if isinstance(ours, float) and theirs == "#VALUE!" and dates_1904 and ours > LAST_DAY - DAYS_1904:
        return "a day after 9999"
    return f"{ours!r} is {theirs!r}"


def as_serial(value: object, *, dates_1904: bool) -> object:
    """As LibreOffice says it: everything that is no text is a number."""
    value = plain(value)
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, dt.timedelta):
        return value / DAY
    if isinstance(value, dt.time):
        return (dt.datetime.combine(dt.date.min, value) - dt.datetime.min) / DAY  # noqa: DTZ901 no time zone
    if isinstance(value, dt.datetime):
        return (value - dt.datetime(1899, 12, 30)) / DAY - (DAYS_1904 if dates_1904 else 0)  # noqa: DTZ001
    return value


def odd_to_calc(ours: object, theirs: object, *, dates_1904: bool) -> str:
    number = as_serial(ours, dates_1904=dates_1904)
    if isinstance(theirs, CellError):
        theirs = theirs.value
    elif isinstance(theirs, int):
        theirs = CALC_ERRORS.get(theirs, theirs)
    if isinstance(number, float) and isinstance(theirs, float):
        return "" if number == pytest.approx(theirs, rel=1e-11, abs=1e-8) else f"{ours!r} is {theirs!r}"
    if number == theirs:
        return ""
    if ours == UNSAVED:
        return "a formula without a stored result"
    if isinstance(ours, str) and "\t" in ours and theirs == ours.replace("\t", "\x01"):
        return "a tab within a text"
    return f"{ours!r} is {theirs!r}"


def differences(
    ours: Mapping[Spot, object], theirs: Mapping[Spot, object]
) -> Iterator[tuple[Spot, object, object]]:
    for spot in sorted({**ours, **theirs}):
        yield spot, ours.get(spot), theirs.get(spot)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Cell .* is marked as a date")
def test_openpyxl_reads_the_same_in_300_odd_files() -> None:
    named: Counter[str] = Counter()
    ways: Counter[bool] = Counter()
    for number in range(FILES):
        data = odd_book(number)
        sheets, book = open_sheets(data), openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        assert list(sheets.pages) == book.sheetnames, number
        ways.update(page.plain is not None for page in sheets.pages.values())
        for title, page in sheets.pages.items():
            assert page.grid.hidden == (book[title].sheet_state != "visible"), (number, title)
            merged = {(m.min_row, m.min_col, m.max_row, m.max_col) for m in book[title].merged_cells.ranges}
            assert set(page.grid.merged) == merged, (number, title)
        for spot, ours, theirs in differences(cells_of(sheets), by_openpyxl(book)):
            if name := odd_to_openpyxl(ours, theirs, dates_1904=sheets.dates_1904):
                assert name in OPENPYXL_MAY, (number, spot, name)
                named[name] += 1
    assert named.keys() == OPENPYXL_MAY.keys(), "a difference that is allowed for, and never was"
    assert min(ways[True], ways[False]) > FILES // 2, "one way of reading is hardly tried"


def test_libreoffice_reads_the_same_in_300_odd_files(calc: Calc, tmp_path: Path) -> None:
    named: Counter[str] = Counter()
    path = tmp_path / "a.xlsx"
    for number in range(FILES):
        path.write_bytes(odd_book(number))
        sheets, opened = open_sheets(path.read_bytes()), calc.open(path)
        assert list(sheets.pages) == opened.sheets(), number
        shown = {
            (title, r, c): value
            for title in sheets.pages
            for r, line in enumerate(opened.area(title), 1)
            for c, value in enumerate(line, 1)
            if value != ""
        }
        for spot, ours, theirs in differences(cells_of(sheets), shown):
            if name := odd_to_calc(ours, theirs, dates_1904=sheets.dates_1904):
                assert name in CALC_MAY, (number, spot, name)
                named[name] += 1
        opened.close()
    assert named.keys() == CALC_MAY.keys(), "a difference that is allowed for, and never was"
