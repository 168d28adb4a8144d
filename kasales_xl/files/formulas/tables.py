"""Tables of a workbook, and the cells that a structured reference means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kasales_xl.files.formulas.lookups import Block
from kasales_xl.files.formulas.tree import NotUnderstood, TablePart
from kasales_xl.files.formulas.values import Place


@dataclass(frozen=True)
class SheetTable:
    """``place`` is the whole of it, header row and totals row included; ``columns`` in small letters.
    ``header`` and ``totals``: how many rows those are."""

    place: Block
    columns: tuple[str, ...]
    header: int = 1
    totals: int = 0


def cells_of(part: TablePart, place: Place, tables: Mapping[str, SheetTable]) -> Block:
    """The cells of ``tblAccounts[[#This Row],[客户名称]]`` for a formula at ``place``. tables: by name in
    small letters. Raises NotUnderstood."""
    table = _table(part.table, place, tables)
    sheet, top, left, bottom, right = table.place
    if part.columns is not None:
        try:
            first, last = (table.columns.index(name.casefold()) for name in part.columns)
        except ValueError:
            raise NotUnderstood(str(part.columns)) from None
        left, right = left + min(first, last), left + max(first, last)
    body = top + table.header, bottom - table.totals
    items = {item.casefold() for item in part.items}
    if "#this row" in items:
        if place.sheet != sheet or not body[0] <= place.row <= body[1]:
            raise NotUnderstood("#This Row")
        return sheet, place.row, left, place.row, right
    if "#totals" in items:
        raise NotUnderstood("#Totals")
    first_row = top if items & {"#all", "#headers"} else body[0]
    last_row = bottom if "#all" in items else body[1]
    if items == {"#headers"}:
        last_row = body[0] - 1
    if last_row < first_row:
        raise NotUnderstood("an empty table")
    return sheet, first_row, left, last_row, right


def _table(name: str, place: Place, tables: Mapping[str, SheetTable]) -> SheetTable:
    if name:
        table = tables.get(name.casefold())
    else:
        table = next((known for known in tables.values() if _holds(known.place, place)), None)
    if table is None:
        raise NotUnderstood(name)
    return table


def _holds(block: Block, place: Place) -> bool:
    sheet, top, left, bottom, right = block
    return place.sheet == sheet and top <= place.row <= bottom and left <= place.column <= right
