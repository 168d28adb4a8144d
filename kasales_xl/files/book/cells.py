"""Writing cells: text stays text, formulas carry their true cached value, sheets their protection."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.filling import Cell
from kasales_xl.files.styles.text_size import writable
from kasales_xl.functions.stored_answers import Answers


def put(sheet: Worksheet, row: int, column: int, value: Cell, style: Format) -> None:
    """A constant. Text that starts with ``=`` or ``+`` is text, never a formula."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, writable(value), style)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), style)
    else:
        sheet.write_number(row, column, value, style)


def put_formula(
    sheet: Worksheet, row: int, column: int, formula: str, style: Format, cached: object = ""
) -> None:
    """The one place where formulas are written: ``cached`` is what other programs show before they
    calculate; an error value is cached as an error."""
    sheet.write_formula(row, column, formula, style, plain(cached))


def plain(value: object) -> str | float | bool:
    """An answer as a cached value; blank text for nothing."""
    if isinstance(value, Enum):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list):
        return plain(value[0][0]) if value and value[0] else ""
    return str(value)


def table_answer(answers: Answers, name: str, *args: object) -> list[list[object]]:
    """The rows of a function that answers a table, its header row included; empty for an error."""
    found = answers(name, args)
    return [list(row) for row in found] if isinstance(found, list) else []


def scalar_answer(answers: Answers, name: str, *args: object) -> str | float | bool:
    return plain(answers(name, args))


#: What a protected sheet still allows. The data sheets carry the same list but are not switched on:
#: spreadsheet programs neither grow nor sort a table that is protected, so a rep could not add a row
#: and the worksheet functions would not see it. There a validation guards the calculated cells.
ALLOWED: dict[str, Any] = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "objects": True,
}


def protect(sheet: Worksheet, *, switched_on: bool) -> None:
    """Protection without a password; ``switched_on=False`` only states what it would allow."""
    sheet.protect("", ALLOWED | {"sheet": switched_on})


def landscape(sheet: Worksheet, footer: str, *, header_row: int | None = None, pages_wide: int = 1) -> None:
    """A4 landscape, as wide as told, header repeated, page n/N in the footer."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&8{footer}&R&8&P/&N")
    if header_row is not None:
        sheet.repeat_rows(header_row)
