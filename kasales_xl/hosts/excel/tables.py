"""The tables of a workbook that is open in Excel, by sheet key, inputs only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasales_xl.functions import Cells
from kasales_xl.hosts.excel.dialects import from_com
from kasales_xl.hosts.hidden_keys import sheet_of_key
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import POLICY_TABLE

#: Sheet keys by the name of the table in the workbook.
TABLES = {layout.table: key for key, layout in LAYOUT.items()} | {POLICY_TABLE: "policy"}


def tables_of(book: Any) -> dict[str, Cells]:
    """book: an open xlwings Book. Calculated columns stay out, for they depend on the answer. A table under
    another name is known by its hidden keys: a row of them above it, a column of them in a form."""
    tables: dict[str, Cells] = {}
    renamed: list[tuple[str, Any, Any]] = []
    for sheet in book.sheets:
        for table in sheet.tables:
            key = TABLES.get(table.name)
            if key is not None:
                tables[key] = _read(sheet, table, key)
            elif key := _key_beside(sheet, table.range):
                renamed.append((key, sheet, table))
    for key, sheet, table in renamed:
        if key not in tables:
            tables[key] = _read(sheet, table, key)
    return tables


def _read(sheet: Any, table: Any, key: str) -> Cells:
    return inputs(key, from_com(_with_rows_below(sheet, table.range, key).raw_value))


def _key_beside(sheet: Any, area: Any) -> str:
    """The sheet that the hidden keys of a table speak of; blank where there are none."""
    last = area.row + area.rows.count - 1, area.column + area.columns.count - 1
    above = sheet.range((max(1, area.row - 1), area.column), (max(1, area.row - 1), last[1]))
    beside = sheet.range((area.row, area.column), (last[0], area.column))
    cells = [cell for keys in (above, beside) for row in _rows(from_com(keys.raw_value)) for cell in row]
    return next((key for cell in cells if (key := sheet_of_key(cell))), "")


def _rows(cells: Any) -> list[list[Any]]:
    return cells if isinstance(cells, list) else [[cells]]


def _with_rows_below(sheet: Any, area: Any, key: str) -> Any:
    """The table and what was typed or pasted below it, where it did not grow, down to the last used row."""
    used = sheet.used_range
    bottom = used.row + used.rows.count - 1
    if key not in LAYOUT or LAYOUT[key].form or bottom < area.row + area.rows.count:
        return area
    return sheet.range((area.row, area.column), (bottom, area.column + area.columns.count - 1))


def inputs(key: str, cells: Any) -> Cells:
    """cells: a table of ours with its header row, whatever Excel gives for it. Without the columns that are
    computed."""
    if not isinstance(cells, list):
        return [[cells]]
    kept = input_columns(key, cells[0])
    return cells if len(kept) == len(cells[0]) else [[row[at] for at in kept] for row in cells]


def input_columns(key: str, headers: Sequence[object]) -> list[int]:
    """Where in a table's header row, counted from 0, the columns are that people type."""
    ours = {label for c in (LAYOUT[key].calculated if key in LAYOUT else ()) for label in (c.zh, c.en)}
    return [at for at, header in enumerate(headers) if header not in ours]
