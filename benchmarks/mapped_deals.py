"""Closed deals of any export, read by a small mapping file (see crm_export.toml, which explains itself)."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from kasales_xl.core.dimensions.evidence.prediction import Ended, Told

Row = dict[str, str]


def read(folder: Path, mapping: Path) -> list[Ended]:
    """The closed deals, the earliest first. Ends with the name of a file or column that is missing."""
    told = tomllib.loads(mapping.read_text(encoding="utf-8"))
    deals = told["deals"]
    rows = _rows(folder / deals["file"])
    for column, spellings in told.get("same", {}).items():
        for row in rows:
            row[column] = spellings.get(row[column], row[column])
    for join in told.get("join", ()):
        table = {row[join["by"]]: row for row in _rows(folder / join["file"])}
        rows = [table.get(row[join["by"]], {}) | row for row in rows]
    closed = [ended for row in rows if (ended := _ended(row, deals, told["elements"])) is not None]
    return sorted(closed, key=lambda deal: (deal.closed, deal.told.seller, deal.told.account, deal.won))


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _ended(row: Row, deals: dict[str, Any], wanted: dict[str, str]) -> Ended | None:
    end = row[deals["end"]]
    if end not in (*deals["won"], *deals["lost"]):
        return None
    values = {element: _value(row, column, deals["dates"]) for element, column in wanted.items()}
    told = Told(
        {element: value for element, value in values.items() if value},
        row.get(deals.get("account", ""), ""),
        row.get(deals.get("seller", ""), ""),
    )
    return Ended(told, end in deals["won"], _day(row[deals["closed"]], deals["dates"]))


def _value(row: Row, column: str, dates: str) -> str:
    name, _, part = column.partition(":")
    text = row.get(name, "").strip()
    if not text or not part:
        return text
    if part == "month":
        return f"{_day(text, dates).month:02d}"
    return f"10^{len(str(int(float(text)))) - 1}"


def _day(text: str, dates: str) -> dt.date:
    return dt.datetime.strptime(text.strip(), dates).replace(tzinfo=dt.UTC).date()
