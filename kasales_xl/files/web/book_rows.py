"""The rows of a book as the page shows them behind a number: what was read, and in which cell it stands."""

from __future__ import annotations

from functools import cache
from typing import Any

from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import Text, join
from kasales_xl.files.web.sides import Plain, plain
from kasales_xl.layout.sheets import LAYOUT

#: What verdicts rest on. Careers are no part of any.
SHEETS = ("seller", "accounts", "contacts", "deals", "support", "links", "practices")
#: Free remarks are nobody's but the rep's.
_PRIVATE = frozenset({"note"})


@cache
def shown_columns(sheet: str) -> tuple[str, ...]:
    """The keys of the columns whose cells may be shown, in the order of the book."""
    return tuple(column.key for column in LAYOUT[sheet].columns if column.key not in _PRIVATE)


def headers() -> dict[str, dict[str, Text]]:
    """What each of these columns is called, by sheet and key."""
    return {
        sheet: {column.key: column.header for column in LAYOUT[sheet].columns if column.key not in _PRIVATE}
        for sheet in SHEETS
    }


def rows_json(book: Book) -> dict[str, Any]:
    """By sheet: ``t`` the tab's name, ``at`` its letters by column, ``r`` the values of each row in the order
    of ``shown_columns`` by row number. The profile has its fields below each other: ``down`` their rows."""
    return {sheet: _sheet(book, sheet) for sheet in SHEETS if sheet in book.sheets}


def _sheet(book: Book, sheet: str) -> dict[str, Any]:
    where, keys = book.sheets[sheet], shown_columns(sheet)
    rows = getattr(book, sheet)
    said: dict[str, Any] = {
        "t": plain(where.title),
        "at": {key: where.letters[key] for key in keys if key in where.letters},
    }
    if where.rows:
        said["down"] = where.rows
    rows = rows if isinstance(rows, tuple) else (rows,)
    return said | {"r": {row.row: _values(row, keys) for row in rows if row is not None}}


def _values(row: Any, keys: tuple[str, ...]) -> list[Plain]:
    cells = row.__dict__
    values = [_value(cells[key]) for key in keys]
    while values and values[-1] in (None, ""):
        values.pop()
    return values


def _value(value: Any) -> Plain:
    return plain(join(value)) if value.__class__ is tuple else plain(value)
