"""IDs of rows that were typed without one: made of what names the row, so that it keeps its ID when the sheet
is sorted, and a formula of the book can ask for it."""

from __future__ import annotations

from collections import Counter

from kasales_xl.core.names import name_key
from kasales_xl.layout.sheets import MADE_IDS
from kasales_xl.reading.cells.cell import tidy
from kasales_xl.reading.table import Table


def blank_ids(table: Table) -> set[int]:
    """The rows without an ID, on a sheet where it may stay blank."""
    if table.key not in MADE_IDS:
        return set()
    key, _ = MADE_IDS[table.key]
    ids = table.values.setdefault(key, [""] * len(table.rows))
    return {i for i, row_id in enumerate(ids) if row_id == ""} if "" in ids else set()


def make_ids(table: Table, rows: set[int]) -> None:
    """Give these rows their ID: ``海尔/李四`` for a contact. Of several that would have the same, the first
    keeps it and the others are numbered; accounts of one name are all numbered, for the name alone must
    not mean the first of them."""
    if not rows:
        return
    key, parts = MADE_IDS[table.key]
    ids = table.values[key]
    taken = {name_key(str(row_id)) for row_id in ids if row_id != ""}
    met: Counter[str] = Counter()
    accounts = table.values["account"] if table.key == "accounts" else []
    often = Counter(name_key(str(name)) for name in accounts)
    for i in sorted(rows):
        name = _name(table, i, parts)
        plain = name_key(name)
        met[plain] += 1
        made = name if met[plain] == 1 and often[plain] < 2 else f"{name}/{met[plain]}"
        while name_key(made) in taken:
            met[plain] += 1
            made = f"{name}/{met[plain]}"
        taken.add(name_key(made))
        ids[i] = made


def _name(table: Table, i: int, parts: tuple[str, ...]) -> str:
    cells = [tidy(table.got(part, i)) for part in parts]
    return "/".join(cells) if any(cells) else f"{table.key}@{table.rows[i]}"
