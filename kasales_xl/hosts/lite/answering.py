"""How xlwings Lite spells a cell. Nothing is decided here.

Every argument comes as rows of cells, also a single one; blanks as None or "", a blank single cell as 0,
dates as their numbers, errors as their texts. An error text that goes back becomes a real error. Custom
functions cannot see the workbook: the form without a book answers with a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasales_xl.functions import FUNCTIONS, CellError, Shape, call
from kasales_xl.hosts.excel.dialects import to_com
from kasales_xl.hosts.language import language
from kasales_xl.hosts.today import today

#: Errors as Excel writes them; those that no function answers mean an unusable value.
_ERRORS = {
    "#N/A": CellError.NA,
    "#REF!": CellError.REF,
    **dict.fromkeys(("#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"), CellError.VALUE),
}


def answer(name: str, values: Sequence[Any]) -> list[list[str | float]]:
    """values: as Lite hands them over, None for one left out. Always rows of cells."""
    shapes = (argument.shape for argument in FUNCTIONS[name].arguments)
    given = [from_lite(value, shape) for value, shape in zip(values, shapes, strict=True)]
    return to_com(call(name, given, on=today(), lang=language()))


def from_lite(value: Any, shape: Shape) -> Any:
    if not isinstance(value, (list, tuple)):
        return _cell(value, shape)
    rows = [list(row) if isinstance(row, (list, tuple)) else [row] for row in value]
    if len(rows) == 1 and len(rows[0]) == 1:
        return _cell(rows[0][0], shape)
    return [[_cell(cell, "any") for cell in row] for row in rows]


def _cell(value: Any, shape: Shape) -> Any:
    if value == "" or (value == 0 and value is not False and shape in ("book", "text", "table")):
        return None
    return _ERRORS.get(value, value) if isinstance(value, str) else value
