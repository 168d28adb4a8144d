"""Merged cells: what they stand for in a table (25)."""

from __future__ import annotations

from bisect import bisect_right

from kasales_xl.core.rows.columns import Kind
from kasales_xl.layout.sheets import Column
from kasales_xl.reading.cells.cell import shown
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.headers import Head
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.sheets import MERGED_CELLS, MERGED_ONCE


def fill_merged(head: Head, table: Table, journal: Journal) -> None:
    """A merged cell stands for all its rows in columns that a row cannot do without; in the others it counts
    for its first row, and that is said."""
    if not head.grid.merged or not table.rows:
        return
    index = {row: i for i, row in enumerate(table.rows)}
    at = {c + head.grid.first_column: key for key, c in head.columns.items()}
    for top, left, bottom, right in dict.fromkeys(head.grid.merged):
        if bottom <= top or top not in index:
            continue
        # a range may reach far below the table: only the table's rows are looked at
        first, end = index[top], bisect_right(table.rows, bottom)
        for column in (head.layout.by_key[at[c]] for c in at if left <= c <= right):
            _fill_column(table, column, first, end, bottom, journal)


def _fill_column(table: Table, column: Column, first: int, end: int, bottom: int, journal: Journal) -> None:
    raws = table.raws[column.key]
    value, row = raws[first], table.rows[first]
    if value in ("", None):
        return
    if column.required and column.kind is not Kind.ID:
        raws[first + 1 : end] = [value] * (end - first - 1)
        journal.add(MERGED_CELLS, table.key, row, column.key, got=shown(value), last=str(bottom))
    elif end > first + 1:
        journal.add(MERGED_ONCE, table.key, row, column.key, got=shown(value), last=str(bottom))
