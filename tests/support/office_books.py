"""A workbook as the Office API shows it: sheets of cells with our tables in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kasales_xl.functions.open_books import _spell_plainly
from kasales_xl.hosts.excel.tables import TABLES
from kasales_xl.layout.sheets import HEADER_ROW, LAYOUT

#: Where a table's header row stands, counted from 0, and the tables by key.
TOP = HEADER_ROW - 1
NAMES = {key: name for name, key in TABLES.items()}


def sheets_of(tables: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, Any]:
    """tables: rows by sheet key, the header row first."""
    return {title_of(key): _sheet(key, rows) for key, rows in tables.items() if rows}


def title_of(key: str) -> str:
    return LAYOUT[key].zh if key in LAYOUT else "规则"


def as_excel(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Dates as serials, blanks as empty texts."""
    return [["" if (plain := _spell_plainly(cell)) is None else plain for cell in row] for row in rows]


def _sheet(key: str, rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    place = [TOP, 0, len(rows), max(map(len, rows))]
    return {"cells": [[] for _ in range(TOP)] + as_excel(rows), "tables": {NAMES[key]: place}, "formulas": {}}
