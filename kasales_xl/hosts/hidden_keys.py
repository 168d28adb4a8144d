"""The keys that a book hides above its tables and beside its forms: whose cells they are."""

from __future__ import annotations

from kasales_xl.layout.sheets import LAYOUT


def sheet_of_key(cell: object) -> str:
    """The sheet of a hidden key (``accounts.account_id``, ``policy.key_share``), blank for other cells and
    for the keys of calculated columns."""
    sheet, _, column = cell.partition(".") if isinstance(cell, str) else ("", "", "")
    if sheet == "policy" and column.isidentifier():
        return sheet
    return sheet if sheet in LAYOUT and column in LAYOUT[sheet].by_key else ""
