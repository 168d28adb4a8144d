"""A sheet as a rectangle of cells, whatever it came from: a file, a range argument, a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

#: (first row, first column, last row, last column) of a merged range, 1-based, inclusive.
Merge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """``cells``: rows of values as the file or host delivers them (``""`` or None is blank); rows may
    be of unequal length. ``first_row`` and ``first_column`` (1-based) say where ``cells[0][0]`` stands.
    ``errors``: error text by (row, column), 1-based, for readers that deliver error cells as blanks
    (``cells.UNSAVED``: a formula without a stored result). ``serials``: dates come as serial numbers, as
    hosts deliver them, and are no finding; ``dates_1904``: those left are counted from 1904. ``units``: by
    (row, column), 1-based, the unit of money that a cell's number format shows (``units.format_unit``)."""

    title: str
    cells: Sequence[Sequence[object]]
    first_row: int = 1
    first_column: int = 1
    hidden: bool = False
    merged: tuple[Merge, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    serials: bool = False
    dates_1904: bool = False
    units: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def at(self, row: int, column: int) -> object:
        """The cell at a 1-based place, blank outside."""
        r, c = row - self.first_row, column - self.first_column
        inside = 0 <= r < len(self.cells) and 0 <= c < len(self.cells[r])
        return self.cells[r][c] if inside else ""


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """A1 letters of a 1-based column number: 28 is AB."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=1024)
def column_number(text: str) -> int:
    """1-based number of A1 letters: AB is 28."""
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number
