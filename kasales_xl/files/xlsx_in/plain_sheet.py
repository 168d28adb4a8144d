"""Worksheets that are spelled as Excel, WPS, LibreOffice and our own writer spell them go a quick way. One
pattern knows every byte of the rows, and what it has found is what is read: each cell with its address, in
its row, one column after the other, no character spelled by its number; expat proves what stands around
them. All others are read tag by tag (``sheet.py``)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kasales_xl.files.xlsx_in.markup import MALFORMED, parser_of
from kasales_xl.files.xlsx_in.plain_cells import SPELLING, PlainCells
from kasales_xl.files.xlsx_in.plain_text import Unusual, only_tags
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.sheet import AROUND, CellReader
from kasales_xl.reading.grid import column_number, letters
from kasales_xl.text.findings.files import FILE_DAMAGED

#: Bytes above which a part goes the other way, which takes it in pieces.
MOST_PLAIN = 8 << 20
#: Columns, up to CZ.
_MOST_COLUMNS = 104
_OPEN, _CLOSE, _DATA = b"<sheetData>", b"</sheetData>", b"sheetData"
#: What a sheet says its size is; it may be wrong.
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]{1,3}[0-9]{1,7}:([A-Z]{1,2})[0-9]{1,7}"/>')
#: Attributes in letters that are spelled in one way.
_PLAIN_OTHERS = rb'(?:[ ][\w:]++="[ !#-%\'-;=-~]*+")*+'

Values = tuple[list[list[object]], int, int]


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """``columns`` from A, each with the spelling of its cell in every row; ``rows`` are their numbers."""

    rows: tuple[int, ...]
    columns: tuple[tuple[bytes, ...], ...]
    cells: PlainCells

    def typed_over(self, columns: Collection[str]) -> tuple[list[tuple[int, str]], frozenset[str]]:
        """As ``workbook.Page.typed_over``."""
        absent, formulas = self.cells.absent, self.cells.formulas
        typed: list[tuple[int, str]] = []
        with_formulas: set[str] = set()
        for name in columns:
            place = column_number(name) - 1
            spellings = self.columns[place] if place < len(self.columns) else ()
            if not formulas.isdisjoint(spellings):
                with_formulas.add(name)
            typed += [
                (row, name)
                for row, spelling in zip(self.rows, spellings, strict=False)
                if spelling not in formulas and spelling not in absent
            ]
        return sorted(typed, key=lambda spot: spot[0]), frozenset(with_formulas if typed else ())

    def noted(self, said: dict[bytes, str]) -> dict[tuple[int, int], str]:
        """Of cells of which something is said, by row and column, 1-based."""
        if not said:
            return {}
        return {
            (row, column): said[spelling]
            for column, spellings in enumerate(self.columns, 1)
            if not said.keys().isdisjoint(spellings)
            for row, spelling in zip(self.rows, spellings, strict=True)
            if spelling in said
        }

    def rectangle(self) -> Values:
        """As ``sheet.Cells.rectangle``."""
        absent, values = self.cells.absent, self.cells.values
        there = [place for place, column in enumerate(self.columns) if not absent.issuperset(column)]
        if not there:
            return [], 1, 1
        left, right = there[0], there[-1] + 1
        columns = self.columns[left:right]
        places = range(len(self.rows))
        top = next(at for at in places if any(column[at] not in absent for column in columns))
        bottom = next(at for at in places[::-1] if any(column[at] not in absent for column in columns)) + 1
        lines = list(
            map(list, zip(*(map(values.__getitem__, column[top:bottom]) for column in columns), strict=True))
        )
        rows = self.rows[top:bottom]
        if len(rows) <= rows[-1] - rows[0]:
            by_row = dict(zip(rows, lines, strict=True))
            lines = [by_row.get(row) or [""] * (right - left) for row in range(rows[0], rows[-1] + 1)]
        return lines, rows[0], left + 1


def read_plain(xml: bytes, reader: CellReader, cells: PlainCells) -> PlainSheet | None:
    """None for a sheet that is not plain: the reader is of no more use then, else it holds what stands around
    the cells. Raises Refused."""
    start, end = xml.find(_OPEN) + len(_OPEN), xml.rfind(_CLOSE)
    if len(xml) > MOST_PLAIN or not len(_OPEN) <= start <= end:
        return None
    # a second one, be it empty, would be the only one for another reader
    if xml.count(_DATA, 0, start) != 1 or xml.count(_DATA, end) != 1:
        return None
    try:
        sheet = _rows(xml, start, end, cells)
        if sheet is None or not _is_usual_around(xml[:start], xml[end:], reader):
            return None
    except Unusual:
        return None
    return sheet


def _is_usual_around(head: bytes, tail: bytes, reader: CellReader) -> bool:
    def below(tag: str, attributes: list[str]) -> None:
        if tag in AROUND:
            reader.start(tag, attributes)

    parser = parser_of(reader.start, None, None)
    only_tags(parser)
    try:
        parser.Parse(head, False)
        if not reader.inside or reader.prefix:
            return False
        # the rows are proven already
        reader.inside = False
        parser.StartElementHandler = below
        parser.Parse(tail, True)
    except MALFORMED as error:
        raise Refused(FILE_DAMAGED, f"{reader.name}: {error}"[:80]) from error
    return True


def _rows(xml: bytes, start: int, end: int, cells: PlainCells) -> PlainSheet | None:
    said = _DIMENSION.search(xml, 0, start)
    wide = min(column_number(said[1].decode()), _MOST_COLUMNS) if said else _MOST_COLUMNS
    found = _pattern(-(-wide // 8) * 8).findall(xml, start, end)
    if found and found[-1][-1] and wide < _MOST_COLUMNS:
        # wider than it says, perhaps
        found = _pattern(_MOST_COLUMNS).findall(xml, start, end)
    if not found:
        return PlainSheet((), (), cells)
    numbers, *columns, others = zip(*found, strict=True)
    if others[-1]:
        return None
    rows = tuple(map(int, numbers))
    if any(following <= row for row, following in pairwise(rows)):
        return None
    cells.learn(set().union(*columns))
    return PlainSheet(rows, tuple(columns), cells)


@lru_cache(maxsize=16)
def _pattern(columns: int) -> re.Pattern[bytes]:
    """One row up to row 9999: its number, the spelling of each of its cells; or, in the last group, all
    that is no such row."""
    cells = b"".join(
        rb'(?:<c r="%s\1"(%s))?' % (letters(column).encode(), SPELLING) for column in range(1, columns + 1)
    )
    return re.compile(
        rb'\s*+<row r="([1-9][0-9]{0,3})"%s(?:/>|>%s</row>)\s*+|((?s:.+))' % (_PLAIN_OTHERS, cells)
    )
