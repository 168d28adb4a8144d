"""What every sheet of the book shares: its protection and how it prints."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from kasales_xl.files.styles.look import print_setup

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
    """As wide as told and as long as it takes, its header repeated."""
    print_setup(sheet, footer, landscape=True, pages=(pages_wide, 0))
    if header_row is not None:
        sheet.repeat_rows(header_row)
