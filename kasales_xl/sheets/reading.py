"""Grids of a book to its rows, with everything that was found on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from kasales_xl.core.book import Book
from kasales_xl.sheets.grid import Grid


def read_grids(grids: Iterable[Grid], *, on: dt.date, file: str = "") -> Book:
    """All sheets of one workbook, in its order. ``on`` is the scoring date. Never raises for data."""
    raise NotImplementedError


def read_tables(tables: Mapping[str, Sequence[Sequence[object]]], *, on: dt.date) -> Book:
    """Tables by sheet key (``seller accounts … career policy``), each with its header row first and
    cells as a host delivers them (dates may be serial numbers). Never raises for data."""
    raise NotImplementedError
