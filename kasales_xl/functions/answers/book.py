"""The handle of a book, and what was found in its data."""

from __future__ import annotations

from typing import Any

from kasales_xl.core.text import Text
from kasales_xl.functions.declared import Rows, Value
from kasales_xl.functions.open_books import Asked, OpenBook, open_tables
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.functions import HEADERS
from kasales_xl.version import __version__

#: Sheet keys of KA_BOOK's arguments, in order.
TABLES = (*LAYOUT, "policy")


def book(asked: Asked, *tables: list[list[Any]] | None) -> str:
    """tables: in the order of ``TABLES``, each with its header row. The handle of their content."""
    return open_tables(dict(zip(TABLES, tables, strict=True)), asked.on)


def version(asked: Asked) -> str:
    return __version__


def check(book: OpenBook) -> Rows:
    """Sheet, row, column, what was found, how to fix it, in the order of the book."""
    rows: Rows = [HEADERS["check"]]
    for finding in book.book.findings:
        at = finding.at
        layout = LAYOUT.get(at.sheet)
        column = layout.by_key.get(at.column) if layout else None
        where: list[Value] = [
            at.title or (Text(layout.zh, layout.en) if layout else at.sheet),
            float(at.row) if at.row else "",
            Text(column.zh, column.en) if column else at.column,
        ]
        rows.append([*where, what(finding).pick(book.lang), fix(finding).pick(book.lang)])
    return rows
