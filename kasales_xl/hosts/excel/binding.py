"""Which formulas of a book that was just opened do not find our functions, and have to be entered anew.

Decided here, entered by the add-in's VBA: Excel may calculate while a cell is entered, and then asks this
very Python, which must be idle. Nothing is entered where all formulas find their functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings

from kasales_xl.hosts.excel.formulas import calls_us, formula_grid
from kasales_xl.layout.template import HANDLE_NAME
from kasales_xl.reading.grid import letters

#: Between the lines of a plan, and between the parts of a line; no cell can hold them.
LINE, PART = "\x1e", "\x1f"
#: What a cell shows whose function is not found: #NAME?
NOT_FOUND = -2146826259
#: ``'C:\…\kasales.xlam'!`` or ``kasales.xlam!``; doubled quotes belong to the path.
_LINK = re.compile(
    r"(?<!')'(?:[^'k]|''|k(?!asales\.xlam'!))*+kasales\.xlam'!|\bkasales\.xlam!", re.IGNORECASE
)


@dataclass(frozen=True)
class Entry:
    """``kind``: ``column`` the cells of a table's column, ``array`` those of one formula, ``cells`` others
    with one formula."""

    sheet: str
    kind: str
    cells: str
    formula: str


@xlwings.func
@xlwings.ret("raw")
def plan(calculated):  # type: ignore[no-untyped-def] # xlwings' converters stumble over annotations
    """For the calling workbook. calculated: were its cells of ours calculated since it was opened? Then a
    function that is not found shows. Lines of sheet, kind, cells and formula, the handle's cell last, for all
    others wait for it."""
    wanted = entries(xlwings.Book.caller(), bool(calculated))
    return [[LINE.join(PART.join((e.sheet, e.kind, e.cells, e.formula)) for e in wanted)]]


def entries(book: Any, calculated: bool) -> list[Entry]:
    handle = _handle_cell(book)
    grids = {sheet.name: formula_grid(sheet) for sheet in book.sheets}
    ours = {
        name: {place for place, formula in grid.items() if calls_us(formula)} for name, grid in grids.items()
    }
    linked = {n: {p for p in places if is_linked(grids[n][p])} for n, places in ours.items()}
    wanted = ours if calculated and _lost(book, ours, handle) else linked
    found = [e for sheet in book.sheets for e in _of_sheet(sheet, grids[sheet.name], wanted[sheet.name])]
    sheet, place = (handle[0], _address(handle[1], handle[1])) if handle else ("", "")
    return sorted(found, key=lambda e: (e.sheet == sheet, (e.sheet, e.cells) == (sheet, place)))


def is_linked(formula: object) -> bool:
    """Does it name the file of an add-in?"""
    return isinstance(formula, str) and bool(_LINK.search(formula))


def unlinked(formula: str) -> str:
    """The formula with plain names, whosever copy of the add-in it named."""
    return _LINK.sub("", formula)


def _handle_cell(book: Any) -> tuple[str, tuple[int, int]] | None:
    """Sheet, row and column of the cell that opens the book."""
    try:
        cell = book.api.Names.Item(HANDLE_NAME).RefersToRange
        return str(cell.Worksheet.Name), (int(cell.Row), int(cell.Column))
    except Exception:  # pywin32's own error class: there is no such name
        return None


def _lost(book: Any, ours: dict[str, set[tuple[int, int]]], handle: Any) -> bool:
    """Does one of our cells show that its function is not found, or the handle's cell nothing at all?"""
    for sheet in book.sheets:
        places = ours[sheet.name]
        if not places:
            continue
        used = sheet.used_range
        values = used.raw_value
        rows = values if isinstance(values, (tuple, list)) else ((values,),)
        for row, column in places:
            value = rows[row - used.row][column - used.column]
            if value == NOT_FOUND or ((sheet.name, (row, column)) == handle and value in (None, "")):
                return True
    return False


def _of_sheet(sheet: Any, grid: dict[tuple[int, int], str], wanted: set[tuple[int, int]]) -> Iterator[Entry]:
    """Table columns as a whole where all their cells hold one formula, runs of equal cells, single ones."""
    rest = set(wanted)
    for table in sheet.api.ListObjects if wanted else ():
        for column in table.ListColumns:
            body = column.DataBodyRange
            if body is None:
                continue
            cells = [(body.Row + down, body.Column) for down in range(body.Rows.Count)]
            if not rest & set(cells):
                continue
            relative = _column(body.FormulaR1C1)
            runs = _runs([relative[at] if cell in rest else None for at, cell in enumerate(cells)])
            for first, last in runs:
                kind = "column" if last - first + 1 == len(cells) else "cells"
                yield Entry(sheet.name, kind, _address(cells[first], cells[last]), _text(sheet, cells[first]))
            rest -= set(cells)
    for cell in sorted(rest):
        yield from _single(sheet, cell)


def _single(sheet: Any, cell: tuple[int, int]) -> Iterator[Entry]:
    """Of an array or a spill only the first cell holds the formula."""
    area = sheet.range(cell).api
    if getattr(area, "HasSpill", False) is True:
        first = area.SpillParent
        if (first.Row, first.Column) == cell:
            yield Entry(sheet.name, "cells", _address(cell, cell), _text(sheet, cell))
    elif area.HasArray:
        array = area.CurrentArray
        last = (array.Row + array.Rows.Count - 1, array.Column + array.Columns.Count - 1)
        if (array.Row, array.Column) == cell:
            yield Entry(sheet.name, "array", _address(cell, last), unlinked(str(area.Formula)))
    else:
        yield Entry(sheet.name, "cells", _address(cell, cell), _text(sheet, cell))


def _text(sheet: Any, cell: tuple[int, int]) -> str:
    """In the spelling of an Excel that spills, where this is one: the older one would stop it."""
    area = sheet.range(cell).api
    try:
        return unlinked(str(area.Formula2))
    except Exception:  # an Excel of before 2020
        return unlinked(str(area.Formula))


def _column(formulas: Any) -> list[Any]:
    return [row[0] for row in formulas] if isinstance(formulas, (tuple, list)) else [formulas]


def _runs(formulas: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """First and last place of each run of one formula; None stands between."""
    start = 0
    for at in range(1, len(formulas) + 1):
        if at == len(formulas) or formulas[at] != formulas[start]:
            if formulas[start] is not None:
                yield start, at - 1
            start = at


def _address(first: tuple[int, int], last: tuple[int, int]) -> str:
    here, there = (f"{letters(column)}{row}" for row, column in (first, last))
    return here if first == last else f"{here}:{there}"
