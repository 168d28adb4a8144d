"""A small book as tables, the way spreadsheet programs hand it over, with known answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from books_of import ON, book_of

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.functions import Answer, call, open_tables

Tables = dict[str, list[list[Any]]]


def tables_of(lang: Lang = "zh", **wanted: Any) -> Tables:
    """The tables of ``books_of.book_of``, inputs with their header row."""
    return book_tables(book_of(**wanted), DEFAULT_POLICY, lang)


def handle_of(tables: Mapping[str, Any], on: dt.date = ON) -> str:
    return open_tables(tables, on)


def cell_of(tables: Tables, sheet: str, row: int, header: str, value: object) -> None:
    """Type into one cell: row 1 is the first data row, the column goes by its header."""
    table = tables[sheet]
    table[row][table[0].index(header)] = value


def ask(name: str, *args: object) -> Answer:
    return call(name, args, on=ON)
