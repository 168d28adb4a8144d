"""A worksheet's cells as the file says them: values, error values, formulas, and of what stands around the
cells the merged ranges, drop-downs and protection.

What no spreadsheet program would open is refused rather than read some way: a cell within a cell or in
another row than its own, markup inside a value."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from kasales_xl.files.xlsx_in.markup import local, pairs
from kasales_xl.files.xlsx_in.number_formats import Styles, moment
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.strings import MOST_LETTERS, decoded
from kasales_xl.reading.cells.cell import UNSAVED
from kasales_xl.reading.grid import Merge, column_number, letters
from kasales_xl.text.findings.files import FILE_DAMAGED, FILE_STRAY_CELL, FILE_TOO_BIG

#: Cells of the rectangle, and its last row: 30 times the largest book we know of. Cells that hold something,
#: merged ranges, letters of one cell (Excel allows 32,767).
MOST_CELLS, MOST_ROWS, MOST_FILLED, MOST_MERGED, MOST_TEXT = 3_000_000, 200_000, 600_000, 20_000, 1_000_000
_PARTS = frozenset({"row", "c", "v", "f", "is"})
#: Tags beside the cells that say something to us.
AROUND = frozenset({"sheetData", "mergeCell", "dataValidation", "sheetProtection"})
_ADDRESS = re.compile(r"([A-Za-z]{1,8})(\d{1,9})")
_NUMBER = re.compile(r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d{1,4})?")
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")

Spot = tuple[int, int]


@dataclass(frozen=True)
class Workbook:
    """What cells of all sheets refer to. ``strings`` by their number, as cells spell it."""

    strings: Mapping[str, object]
    styles: Styles
    dates_1904: bool = False


@dataclass
class Cells:
    """Of one sheet, 1-based. ``rows``: value by column by row, of cells that hold a value or a formula;
    ``errors``: error values, UNSAVED for a formula without a stored result; ``formulas``: cells that hold
    one; ``units``: of money, as the number format of a cell shows it; ``blank_rows``: rows that are there
    and hold nothing; ``lists`` and ``guards``: ranges with a drop-down, and with a condition of their own;
    ``protected``: the sheet is."""

    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    errors: dict[Spot, str] = field(default_factory=dict)
    formulas: set[Spot] = field(default_factory=set)
    units: dict[Spot, str] = field(default_factory=dict)
    merged: list[Merge] = field(default_factory=list)
    lists: list[Merge] = field(default_factory=list)
    guards: list[Merge] = field(default_factory=list)
    blank_rows: int = 0
    protected: bool = False

    def rectangle(self) -> tuple[list[list[object]], int, int]:
        """All rows from the first to the last, equally long, and where they begin."""
        filled = self.rows
        if not filled:
            return [], 1, 1
        top, bottom = min(filled), max(filled)
        left, right = min(map(min, filled.values())), max(map(max, filled.values()))
        lines: list[list[object]] = []
        for row in range(top, bottom + 1):
            line: list[object] = [""] * (right - left + 1)
            for column, value in filled.get(row, {}).items():
                line[column - left] = value
            lines.append(line)
        return lines, top, left


class CellReader:
    """Follows the parser. ``row`` and ``column``: where it is; ``kind``, ``style``: of the cell it is in."""

    def __init__(self, name: str, workbook: Workbook) -> None:
        self.name, self.workbook, self.cells = name, workbook, Cells()
        self.prefix = ""
        self.inside = self.in_row = self.in_cell = self.taking = self.aside = False
        self.row = self.column = 0
        self.row_text = self.kind = self.style = self.place = ""
        self.line: dict[int, object] = {}
        self.text: list[str] = []
        self.valued = self.formula = False
        self.columns: dict[str, int] = {}
        self.numbers: dict[str, float] = {}
        self.moments: dict[tuple[str, str], object] = {}
        self.filled = self.letters = self.taken = 0
        self.farthest = (0, 0)

    def start(self, tag: str, attributes: list[str]) -> None:
        if self.taking:
            self._damaged("markup in a value")
        if self.prefix:
            tag = tag.removeprefix(self.prefix)
        if not self.inside:
            self._around(tag, attributes)
        elif tag == "c":
            self._cell(attributes)
        elif tag == "v":
            if not self.in_cell or self.valued:
                self._damaged("value")
            self.taking = self.valued = True
        elif tag == "f":
            if self.in_cell:
                self.formula = True
        elif tag == "row":
            self._row(attributes)
        elif tag == "is":
            if not self.in_cell or self.valued:
                self._damaged("value")
            self.valued, self.kind = True, "str"
        elif tag == "t":
            self.taking = self.in_cell and not self.aside
        elif tag == "rPh":
            self.aside = True
        elif ":" in tag and local(tag) in _PARTS:
            # under another name of the same format, or of none that we know
            self._damaged(tag[:20])

    def end(self, tag: str) -> None:
        if self.prefix:
            tag = tag.removeprefix(self.prefix)
        if tag == "c":
            if self.in_cell:
                self._close_cell()
        elif tag in ("v", "t"):
            self.taking = False
        elif tag == "row":
            if self.in_row:
                self.close_row()
        elif tag == "rPh":
            self.aside = False
        elif tag == "sheetData":
            self.inside = False

    def characters(self, some: str) -> None:
        if self.taking:
            self.text.append(some)
            self.taken += len(some)
            if self.taken > MOST_TEXT:
                raise Refused(FILE_TOO_BIG, f"{letters(self.column)}{self.row}")

    def check_rectangle(self) -> None:
        rows, columns = self.farthest
        if rows * columns > MOST_CELLS:
            raise Refused(FILE_STRAY_CELL, f"{letters(columns)}{rows}")

    def _around(self, tag: str, attributes: list[str]) -> None:
        """Everything but rows and cells."""
        plain = local(tag)
        if plain == "worksheet" and ":" in tag:
            self.prefix = tag[: -len(plain)]
        elif tag == "sheetData":
            self.inside = True
        elif tag == "mergeCell":
            self.cells.merged += _ranges(pairs(attributes).get("ref", ""))
            if len(self.cells.merged) > MOST_MERGED:
                raise Refused(FILE_TOO_BIG, "mergeCells")
        elif tag == "dataValidation":
            said = pairs(attributes)
            into = {"list": self.cells.lists, "custom": self.cells.guards}.get(said.get("type", ""))
            if into is not None:
                into += _ranges(said.get("sqref", ""))
                if len(into) > MOST_MERGED:
                    raise Refused(FILE_TOO_BIG, "dataValidations")
        elif tag == "sheetProtection":
            self.cells.protected = pairs(attributes).get("sheet", "0") in ("1", "true")

    def _row(self, attributes: list[str]) -> None:
        if self.in_row:
            self._damaged("row")
        self.in_row = True
        self.open_row(pairs(attributes).get("r"))

    def open_row(self, given: str | None) -> None:
        """given: the row's number as the file spells it; None for the next."""
        self.column = 0
        if given is None:
            self.row += 1
        elif given.isdecimal() and len(given) < 10:
            self.row = int(given)
        else:
            self._damaged(f"row {given[:20]}")
        self.row_text = str(self.row)
        self.line = self.cells.rows.setdefault(self.row, {}) if self.row <= MOST_ROWS else {}

    def close_row(self) -> None:
        """Refuses cells far outside any table: the rectangle up to them would not fit into memory (57)."""
        self.in_row = False
        if not self.line:
            self.cells.blank_rows += 1
            self.cells.rows.pop(self.row, None)
            return
        self.filled += len(self.line)
        right = max(self.line)
        rows, columns = self.farthest
        self.farthest = (max(rows, self.row), max(columns, right))
        if self.row > MOST_ROWS or right > MOST_CELLS:
            raise Refused(FILE_STRAY_CELL, f"{letters(right)}{self.row}"[:20])
        if self.filled > MOST_FILLED:
            raise Refused(FILE_TOO_BIG, self.name)

    def _cell(self, attributes: list[str]) -> None:
        if self.in_cell or not self.in_row:
            self._damaged("cell")
        self.in_cell, self.valued, self.formula = True, False, False
        self.kind = self.style = place = ""
        names = iter(attributes)
        for name in names:
            value = next(names)
            if name == "r":
                place = value
            elif name == "s":
                self.style = value
            elif name == "t":
                self.kind = value
        self.place = place
        if place:
            # most cells say their row, and their columns recur
            column = self.columns.get(place.removesuffix(self.row_text), 0)
            self.column = column if place.endswith(self.row_text) else 0
        else:
            self.column += 1

    def address(self, place: str) -> int:
        """The column of an address not seen before, or one that is not of the row that it stands in."""
        match = _ADDRESS.fullmatch(place.strip())
        if match is None:
            self._damaged(place[:20])
        column, row = column_number(match[1].upper()), int(match[2])
        if row != self.row:
            if row > MOST_ROWS or column > MOST_CELLS:
                raise Refused(FILE_STRAY_CELL, place[:20])
            self._damaged(place[:20])
        self.columns[match[1]] = column
        return column

    def _close_cell(self) -> None:
        self.in_cell = False
        if not (self.valued or self.formula):
            return
        text = "" if not self.text else self.text[0] if len(self.text) == 1 else "".join(self.text)
        if self.text:
            self.text, self.taken = [], 0
        if self.place and not self.column:
            self.column = self.address(self.place)
        self.put(self.column, self.style, self.kind, text, formula=self.formula)

    def put(self, column: int, style: str, kind: str, text: str, *, formula: bool) -> None:
        """One cell that holds something, into the row that is open."""
        self.column, self.style, self.kind = column, style, kind
        if formula:
            self.cells.formulas.add((self.row, column))
            if not text and kind != "str":
                self.cells.errors[self.row, column] = UNSAVED
                self.line[column] = ""
                return
        self.line[column] = self._value(text)
        if style in self.workbook.styles.units:
            self.cells.units[self.row, column] = self.workbook.styles.units[style]

    def _value(self, text: str) -> object:
        kind = self.kind
        if kind == "s":
            string = self.workbook.strings.get(text)
            if string is None and text.strip():
                string = self.workbook.strings.get(text.strip().lstrip("0") or "0")
                if string is None:
                    self._damaged(f"{letters(self.column)}{self.row}: string {text[:20]}")
            return string or ""
        if kind in ("", "n"):
            return self._number(text)
        if kind == "str":
            self.letters += len(text)
            if self.letters > MOST_LETTERS:
                raise Refused(FILE_TOO_BIG, self.name)
            return decoded(text)
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "e":
            self.cells.errors[self.row, self.column] = text.strip()
            return ""
        if kind == "d":
            return _day(text.strip())
        return self._damaged(f"{letters(self.column)}{self.row}: {kind[:20]}")

    def _number(self, text: str) -> object:
        number = self.numbers.get(text)
        if number is None:
            plain = text.strip()
            if not plain:
                return ""
            if not _NUMBER.fullmatch(plain) or not math.isfinite(float(plain)):
                self._damaged(f"{letters(self.column)}{self.row}: {plain[:20]}")
            self.numbers[text] = number = float(plain)
        shown = self.workbook.styles.shown.get(self.style)
        if shown is None:
            return number
        key = (text, self.style)
        if key not in self.moments:
            self.moments[key] = moment(number, shown, dates_1904=self.workbook.dates_1904)
        return self.moments[key]

    def _damaged(self, got: str) -> NoReturn:
        raise Refused(FILE_DAMAGED, f"{self.name}: {got}"[:80])


def _day(text: str) -> object:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return at.date() if at.time() == dt.time() else at.replace(tzinfo=None)


def _ranges(text: str) -> list[Merge]:
    found = []
    for one in text.split():
        match = _RANGE.fullmatch(one)
        if match:
            left, top = column_number(match[1].upper()), int(match[2])
            right = column_number(match[3].upper()) if match[3] else left
            bottom = int(match[4]) if match[4] else top
            found.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
    return found
