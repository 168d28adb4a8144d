"""How Excel spells a cell over COM.

Numbers come as floats (money formats as Decimal), blanks as None, errors as large negative numbers,
dates as datetimes or serials, what is left out as a number of its own. Nothing is decided here."""

from __future__ import annotations

import decimal
from typing import Any

from kasales_xl.functions import Answer, CellError

#: COM's "argument left out".
MISSING = -2147352572
#: Excel's numbers of cell errors; those that no function answers mean an unusable value.
ERRORS = {
    -2146826246: CellError.NA,
    -2146826273: CellError.VALUE,
    -2146826265: CellError.REF,
    -2146826281: CellError.VALUE,
    -2146826259: CellError.VALUE,
    -2146826288: CellError.VALUE,
    -2146826252: CellError.VALUE,
}
#: The longest text that a cell holds.
CELL_LIMIT = 32767


def from_com(value: Any) -> Any:
    """A cell, or a range as rows of cells; None for a blank or an argument left out. A row typed into
    the formula, ``{"强","中级"}``, comes flat."""
    if value is None or isinstance(value, (float, str, bool)):
        return value
    if isinstance(value, (tuple, list)):
        rows = value if any(isinstance(row, (tuple, list)) for row in value) else (value,)
        return [[from_com(cell) for cell in row] for row in rows]
    if isinstance(value, int):
        return None if value == MISSING else ERRORS.get(value, float(value))
    if isinstance(value, decimal.Decimal):
        return float(value)
    return value


def to_com(answer: Answer) -> list[list[str | float]]:
    """Always rows of cells; an error as its text, which the add-in turns into a real error."""
    if isinstance(answer, list):
        return [[_cell(cell) for cell in row] for row in answer] or [[""]]
    return [[_cell(answer)]]


def _cell(cell: object) -> str | float:
    if isinstance(cell, CellError):
        return cell.value
    if isinstance(cell, (bool, int, float)):
        return float(cell)
    return "" if cell is None else str(cell)[:CELL_LIMIT]
