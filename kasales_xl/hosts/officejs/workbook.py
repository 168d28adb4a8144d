"""The calling workbook as the add-in's script reads it: Excel's tables by name, inputs by sheet key."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kasales_xl.core.findings import Place
from kasales_xl.functions import Cells, KeptTables
from kasales_xl.functions.open_books import OpenBook, find_open_book
from kasales_xl.hosts.excel.tables import TABLES, input_columns, inputs
from kasales_xl.hosts.officejs.cells import from_json
from kasales_xl.layout.sheets import HEADER_ROW
from kasales_xl.reading.grid import column_number, letters

_CELL = re.compile(r"([A-Z]{1,3})\d+")


@dataclass(frozen=True)
class Spot:
    """Where a table begins: its sheet as the workbook calls it, row and column of its header row, counted
    from 0, and which of its columns are inputs."""

    sheet: str
    row: int
    column: int
    inputs: list[int]

    def address(self, at: Place) -> str:
        """``C7`` of a finding's place, that of the table's header where the place is the whole table."""
        cell = _CELL.fullmatch(at.cell)
        number = column_number(cell[1]) - 1 if cell else 0
        kept = self.inputs[number] if number < len(self.inputs) else number
        row = at.row - HEADER_ROW if at.row else 0
        return f"{letters(self.column + kept + 1)}{max(self.row + row, 0) + 1}"


@dataclass
class Workbook:
    """What was read last. ``tables``: a new object whenever the script sent the workbook anew; ``spots``:
    where each table stands, by sheet key."""

    tables: Mapping[str, Cells] = field(default_factory=dict)
    spots: Mapping[str, Spot] = field(default_factory=dict)
    kept: KeptTables = field(default_factory=KeptTables)

    def read(self, named: Mapping[str, Mapping[str, Any]]) -> None:
        """named: every table of ours by its name in Excel: ``rows`` with the header row first and with what
        was typed below the table; ``sheet``, ``row`` and ``column`` where that begins, counted from 0."""
        ours = {TABLES[name]: table for name, table in named.items() if name in TABLES}
        self.tables = {key: inputs(key, from_json(table["rows"])) for key, table in ours.items()}
        self.spots = {
            key: Spot(table["sheet"], table["row"], table["column"], input_columns(key, table["rows"][0]))
            for key, table in ours.items()
        }

    def handle(self, on: dt.date) -> str:
        return self.kept.handle(self.tables, on)

    def book(self, on: dt.date) -> OpenBook:
        """The workbook's tables as an open book."""
        opened = find_open_book(self.handle(on))
        assert opened is not None, "a handle that was just given is open"  # noqa: S101
        return opened


#: The workbook that the add-in runs in: Excel starts one runtime for each.
WORKBOOK = Workbook()
