"""LibreOffice Calc: how it hands arguments over, what it takes back, how its documents are read.

Calc passes numbers and dates as floats, ranges as tuples of rows, what is left out as None; it takes
an error back as a NaN that carries the error's number. Nothing is decided here."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.functions import Answer, CellError, Cells, Function, Shape, call
from kasales_xl.hosts.hidden_keys import sheet_of_key
from kasales_xl.hosts.today import today

#: Calc's numbers of the errors that a worksheet function may answer.
_NUMBERS = {CellError.NA: 32767, CellError.VALUE: 519, CellError.REF: 524}
#: Formula cells whose result is an error (com.sun.star.sheet.FormulaResult).
_ERROR_RESULT = 4
#: Cells that hold something (com.sun.star.sheet.CellFlags): numbers, dates, texts, formulas.
_CONTENT = 1 | 2 | 4 | 16
_NAN = 0x7FF8 << 48
_ERRORS = {error: struct.unpack("<d", struct.pack("<Q", _NAN | n))[0] for error, n in _NUMBERS.items()}
_NAMES = {number: error for error, number in _NUMBERS.items()}


def answer_in(book: Callable[[], str], name: str, args: list[Any], lang: Lang) -> Any:
    """The same for the form without a book. book: gives the handle of the document's tables."""
    return to_calc(call(name, args, on=today(), workbook=book, lang=lang))


def by_range(function: Function, index: int) -> bool:
    """Must Calc hand over the range itself? Else one error cell in it stops the call before it is made.
    Calc wants every such argument written, a blank one too: ``KA_BOOK(A1:D9;A1:F9;A1:F9;A1:F9;;;;;)``."""
    return function.arguments[index].shape == "table"


def place_of(values: Sequence[Any]) -> str:
    """Calc does not say which cell asks; the corners of the ranges that it hands over tell one from the
    other, and stay where they are while rows are added."""
    corners = [value.RangeAddress for value in values if hasattr(value, "getDataArray")]
    return " ".join(f"{at.Sheet}.{at.StartColumn}.{at.StartRow}" for at in corners)


def argument_of(value: Any, shape: Shape) -> Any:
    """A blank cell arrives as 0, which no name or handle is."""
    if shape == "table" and hasattr(value, "getDataArray"):
        filled = _filled(value)
        return [] if filled is None else cells_of(filled)
    if value == 0 and shape in ("book", "text"):
        return None
    return from_calc(value)


def _filled(area: Any) -> Any:
    """The range down to its last cell with content, for tables are handed over with much room below; None
    where there is none."""
    contents = area.queryContentCells(_CONTENT).RangeAddresses
    if not contents:
        return None
    corner = area.RangeAddress
    bottom = max(place.EndRow for place in contents) - corner.StartRow
    return area.getCellRangeByPosition(0, 0, corner.EndColumn - corner.StartColumn, bottom)


def cells_of(area: Any) -> list[list[Any]]:
    """The values of a range; a formula's error as its error, any other than ours as #VALUE!."""
    cells: list[list[Any]] = from_calc(area.getDataArray())
    corner = area.RangeAddress
    for errors in area.queryFormulaCells(_ERROR_RESULT).RangeAddresses:
        for row in range(errors.StartRow, errors.EndRow + 1):
            for column in range(errors.StartColumn, errors.EndColumn + 1):
                at = row - corner.StartRow, column - corner.StartColumn
                number = area.getCellByPosition(at[1], at[0]).getError()
                cells[at[0]][at[1]] = _NAMES.get(number, CellError.VALUE)
    return cells


def from_calc(value: Any) -> Any:
    """One value; an error becomes its error, any other than ours #VALUE!."""
    if isinstance(value, float):
        return value if value == value else _error(value)
    if isinstance(value, tuple):
        return [[from_calc(cell) for cell in row] for row in value]
    return value


def _error(value: float) -> CellError:
    bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
    return _NAMES.get(bits & 0xFFFF, CellError.VALUE)


def to_calc(answered: Answer) -> Any:
    if isinstance(answered, CellError):
        return _ERRORS[answered]
    if isinstance(answered, list):
        return tuple(tuple(to_calc(cell) for cell in row) for row in answered)
    return answered


def tables_of(document: Any) -> dict[str, Cells]:
    """The inputs of a document by sheet key, found by their hidden keys: a row of keys above a table,
    a column of keys beside a form. Calculated columns stay out, for they depend on this."""
    tables: dict[str, Cells] = {}
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        top = sheet.getCellRangeByPosition(0, 0, last.EndColumn, 0).getDataArray()[0]
        columns = {c: key for c, cell in enumerate(top) if (key := sheet_of_key(cell))}
        if columns:
            key = next(iter(columns.values()))
            area = (min(columns), 0, max(columns), last.EndRow)
        else:
            side = sheet.getCellRangeByPosition(0, 0, 0, last.EndRow).getDataArray()
            key = next((key for (cell,) in side if (key := sheet_of_key(cell))), "")
            area = (0, 0, 2, last.EndRow)
        if key and key not in tables:
            tables[key] = cells_of(sheet.getCellRangeByPosition(*area))
    return tables
