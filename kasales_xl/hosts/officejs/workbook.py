"""The calling workbook as the add-in's script reads it: Excel's tables by name, inputs by sheet key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kasales_xl.functions import Cells, KeptTables
from kasales_xl.hosts.excel.tables import TABLES, inputs
from kasales_xl.hosts.officejs.cells import from_json


@dataclass
class Workbook:
    """What was read last. ``tables``: a new object whenever the script sent the workbook anew."""

    tables: Mapping[str, Cells] = field(default_factory=dict)
    kept: KeptTables = field(default_factory=KeptTables)

    def read(self, named: Mapping[str, Mapping[str, Any]]) -> None:
        """named: every table of ours by its name in Excel: ``rows`` with the header row first and with what
        was typed below the table; ``sheet``, ``row`` and ``column`` where that begins, counted from 0."""
        ours = {TABLES[name]: table for name, table in named.items() if name in TABLES}
        self.tables = {key: inputs(key, from_json(table["rows"])) for key, table in ours.items()}

    def handle(self, on: dt.date) -> str:
        return self.kept.handle(self.tables, on)
