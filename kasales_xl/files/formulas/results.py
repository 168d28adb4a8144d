"""The cells of the hidden sheet of last results, from what the cells of a book come to where we answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kasales_xl.files.formulas.functions import is_number, text
from kasales_xl.files.formulas.tree import Value, Wrong
from kasales_xl.layout.last_results import (
    DAY_ROW,
    FIRST_COLUMN,
    NAME_COLUMN,
    NO_RESULT,
    VALUE_COLUMN,
    result_columns,
    row_keys,
)
from kasales_xl.layout.sheets import LAYOUT, MADE_IDS
from kasales_xl.reading.grid import letters

#: Title of the sheet, row and column, 1-based.
Address = tuple[str, int, int]
Look = Callable[[Address], Value]
#: Row and column of a cell of the sheet of last results, 1-based.
ResultCells = dict[tuple[int, int], Value]


@dataclass(frozen=True)
class RowsPlace:
    """Where the rows of a sheet stand: its title, their first and last row, and the column of each key."""

    title: str
    first: int
    last: int
    columns: Mapping[str, int]


def result_cells(
    on: dt.date, kept: Iterable[tuple[int, Address]], places: Mapping[str, RowsPlace], shown: Look, live: Look
) -> ResultCells:
    """kept: cells outside tables with the row of their result. places: by sheet key. shown: an input as it
    stands; live: what a formula comes to where our functions run."""
    cells: ResultCells = {}
    for at, (sheet, key) in enumerate(result_columns(), start=FIRST_COLUMN):
        cells[1, at] = f"{sheet} {key}"
    cells[DAY_ROW, NAME_COLUMN], cells[DAY_ROW, VALUE_COLUMN] = "day", on.isoformat()
    for row, address in kept:
        title, down, right = address
        cells[row, NAME_COLUMN] = f"{title} {letters(right)}{down}"
        cells[row, VALUE_COLUMN] = _kept(live(address))
    for sheet, place in places.items():
        cells.update(_rows(sheet, place, shown, live))
    return cells


def _rows(sheet: str, place: RowsPlace, shown: Look, live: Look) -> ResultCells:
    """The keys and results of the rows of one sheet, without gaps."""
    id_column, names = MADE_IDS[sheet]
    at = {key: n for n, (known, key) in enumerate(result_columns(), start=FIRST_COLUMN) if known == sheet}
    first = min(at.values())

    def said(key: str, row: int) -> str:
        cell = shown((place.title, row, place.columns[key])) if key in place.columns else None
        spelled = text(cell)
        return "" if isinstance(spelled, Wrong) else spelled

    cells: ResultCells = {}
    below = DAY_ROW
    for row in range(place.first, place.last + 1):
        keys = row_keys(sheet, said(id_column, row), [said(name, row) for name in names])
        if not said(names[-1], row):
            continue
        for column, key in enumerate(keys, start=first):
            if key:
                cells[below, column] = key
        for calculated in LAYOUT[sheet].calculated:
            if calculated.key in place.columns:
                value = live((place.title, row, place.columns[calculated.key]))
                cells[below, at[calculated.key]] = _kept(value)
        below += 1
    return cells


def _kept(value: Value) -> Value:
    """An error is no result; a blank answer is blank text, for who points at nothing shows 0. Numbers keep
    the 15 digits that every program keeps."""
    if isinstance(value, Wrong):
        return NO_RESULT
    if is_number(value):
        return float(f"{value:.15g}")
    return "" if value is None else value
