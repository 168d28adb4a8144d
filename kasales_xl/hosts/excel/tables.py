"""The tables of a workbook that is open in Excel, by sheet key, inputs only."""

from __future__ import annotations

from typing import Any

from kasales_xl.functions import Cells
from kasales_xl.hosts.excel.dialects import from_com
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import POLICY_TABLE

#: Sheet keys by the name of the table in the workbook.
TABLES = {layout.table: key for key, layout in LAYOUT.items()} | {POLICY_TABLE: "policy"}


def tables_of(book: Any) -> dict[str, Cells]:
    """book: an open xlwings Book. Calculated columns stay out, for they depend on the answer."""
    tables: dict[str, Cells] = {}
    for sheet in book.sheets:
        for table in sheet.tables:
            key = TABLES.get(table.name)
            if key is not None:
                area = _with_rows_below(sheet, table.range, key)
                tables[key] = inputs(key, from_com(area.raw_value))
    return tables


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
    ours = {label for c in (LAYOUT[key].calculated if key in LAYOUT else ()) for label in (c.zh, c.en)}
    kept = [at for at, header in enumerate(cells[0]) if header not in ours]
    return cells if len(kept) == len(cells[0]) else [[row[at] for at in kept] for row in cells]
