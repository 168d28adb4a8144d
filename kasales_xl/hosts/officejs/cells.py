"""How Office.js spells a cell, as JSON: what crosses between the add-in's script and Python.

Numbers, texts and booleans are themselves, a blank is null, an error is ``{"error": "#N/A"}``. A range is a
list of rows; what is equal below its last row, a whole column for instance, is counted instead of written:
``{"rows": […], "below": 1048000}``. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasales_xl.functions import Answer, Argument, CellError
from kasales_xl.functions.calls import Range

#: The longest text that a cell holds.
CELL_LIMIT = 32767
_ERRORS = {error.value: error for error in CellError}


def arguments_of(values: Sequence[Any], arguments: Sequence[Argument]) -> list[Any]:
    """values: one JSON value for each argument. A blank cell arrives as 0, which no name or handle is."""
    read = []
    for value, argument in zip(values, arguments, strict=True):
        cell = from_json(value)
        single = isinstance(cell, list) and len(cell) == 1 and len(cell[0]) == 1
        alone = cell[0][0] if single and not getattr(cell, "below", 0) else cell
        blank = alone == 0 and not isinstance(alone, str) and argument.shape in ("book", "text")
        read.append(None if blank else cell)
    return read


def from_json(value: Any) -> Any:
    """A cell or a range; an error that no function of ours answers means an unusable value."""
    if isinstance(value, list):
        return [[_cell(cell) for cell in row] for row in value]
    if isinstance(value, dict) and "rows" in value:
        read = Range([_cell(cell) for cell in row] for row in value["rows"])
        read.below = value["below"]
        return read
    return _cell(value)


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        return _ERRORS.get(value.get("error", ""), CellError.VALUE)
    return float(value) if value.__class__ is int else value


def to_json(answer: Answer) -> Any:
    """Always a range, as the add-in declares its functions; the equal rows at its end are counted."""
    if not isinstance(answer, list):
        return {"rows": [[_spelt(answer)]], "below": 0}
    end = len(answer)
    while end > 1 and answer[end - 1] is answer[end - 2]:
        end -= 1
    rows = [[_spelt(cell) for cell in row] for row in answer[:end]]
    return {"rows": rows or [[""]], "below": len(answer) - end}


def _spelt(cell: Any) -> Any:
    if isinstance(cell, CellError):
        return {"error": cell.value}
    if isinstance(cell, (bool, int, float)):
        return float(cell)
    return "" if cell is None else str(cell)[:CELL_LIMIT]
