"""The hidden sheet of last results of a rep's own workbook: what it is to hold now."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from kasales_xl.files.formulas.results import Address, ResultCells, RowsPlace, result_cells
from kasales_xl.files.formulas.tree import Area, Call, Literal, Name, Node, NotUnderstood, Operation, Value
from kasales_xl.files.refresh.sheet_values import New, made_row
from kasales_xl.files.refresh.values import Calculation
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.last_results import DAY_NAME, NO_RESULT, RESULT_SHEETS, VALUE_COLUMN
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import HANDLE_NAME
from kasales_xl.text.findings.files import FILE_DAMAGED

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\s*(?:/>|>.*</(?:\w+:)?sheetData>)", re.DOTALL)
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")


def results_title(cells: WorkbookCells) -> str | None:
    """The sheet of last results; None in a book that has none."""
    area = cells.named_area(DAY_NAME)
    return None if area is None else area[0]


def last_results(cells: WorkbookCells, alive: Calculation, on: dt.date) -> ResultCells:
    """Nothing for a book without that sheet."""
    title = results_title(cells)
    if title is None:
        return {}

    def live(address: Address) -> Value:
        sheet, spot = address[0], address[1:]
        cell = cells.formulas(sheet).get(spot)
        if cell is None:
            return cells.stored(sheet, spot)
        try:
            return cell.at(alive.value(sheet, spot), spot)
        except NotUnderstood:
            return NO_RESULT

    def shown(address: Address) -> Value:
        return cells.stored(address[0], address[1:])

    return result_cells(on, _kept(cells, title), dict(row_places(cells)), shown, live)


def row_places(cells: WorkbookCells) -> Iterator[tuple[str, RowsPlace]]:
    """Where the rows of the tables with calculated columns stand; columns are told by their hidden keys."""
    for key in RESULT_SHEETS:
        table = cells.parts.tables.get(LAYOUT[key].table.casefold())
        if table is None:
            continue
        title, top, left, bottom, right = table.place
        columns: dict[str, int] = {}
        for column in range(left, right + 1):
            named = cells.stored(title, (top - 1, column))
            if isinstance(named, str) and named.startswith(f"{key}."):
                columns.setdefault(named.removeprefix(f"{key}."), column)
        yield key, RowsPlace(title, top + table.header, bottom - table.totals, columns)


def _kept(cells: WorkbookCells, title: str) -> Iterator[tuple[int, Address]]:
    """Cells outside tables, with the row of their last result, as their formulas say."""
    seen: set[int] = set()
    for cell in cells.every_formula():
        try:
            row = kept_at(cells.tree(cell), title)
        except NotUnderstood:
            continue
        if row and row not in seen:
            seen.add(row)
            yield row, (cell.sheet, *cell.spot)


def kept_at(node: Node, title: str) -> int:
    """The row in ``IF(KA="",'上次结果'!$B$7,…)``; 0 for any other formula."""
    match node:
        case Call("IF", (Operation("=", Name(name), Literal("")), Area() as last, _)):
            fits = name.casefold() == HANDLE_NAME.casefold() and last.sheet.casefold() == title.casefold()
            row = last.rows[0]
            return row if fits and last.rows == (row, row) and last.columns == (VALUE_COLUMN,) * 2 else 0
    return 0


def with_results(xml: bytes, results: ResultCells) -> bytes:
    """The sheet with these cells and no others. A blank answer is a formula of blank text."""
    data = _DATA.search(xml)
    if data is None:
        raise Refused(FILE_DAMAGED, "sheetData")
    prefix = data[1]
    rows = []
    for number, line in groupby(sorted(results.items()), key=lambda item: item[0][0]):
        new = {
            spot[1]: New(value, typed=value != "", formula='""' if value == "" else "")
            for spot, value in line
        }
        rows.append(made_row(prefix, number, new))
    tag = prefix + b"sheetData"
    body = b"<%s>%s</%s>" % (tag, b"".join(rows), tag)
    return _DIMENSION.sub(b"", xml[: data.start()]) + body + xml[data.end() :]
