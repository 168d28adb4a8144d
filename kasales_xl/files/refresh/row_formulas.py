"""Before values are written: formulas that rows lack, and names of ours that a program spelled its own way.

A row that somebody inserted, or typed below a table that did not grow, has no formulas; a file that came
through LibreOffice may call our functions by the names that only its extension knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kasales_xl.core.rows.book import Book
from kasales_xl.files.formulas.tables import SheetTable
from kasales_xl.files.formulas.tree import moved
from kasales_xl.files.refresh.last_results import row_places
from kasales_xl.files.refresh.sheet_cells import Spot
from kasales_xl.files.refresh.sheet_values import New, replaced, style_of
from kasales_xl.files.refresh.spelling import in_spelling
from kasales_xl.files.refresh.workbook_cells import FormulaCell, WorkbookCells
from kasales_xl.files.refresh.workbook_parts import read_parts, with_parts
from kasales_xl.functions.spelling import Host
from kasales_xl.layout.sheets import LAYOUT

_ROOT_REF = re.compile(rb'(<(?:\w+:)?(?:table|autoFilter)\b[^>]*?\bref=")([A-Z]+)(\d+):([A-Z]+)(\d+)(")')


@dataclass(frozen=True)
class WithFormulas:
    """``given``: cells that got the formula of their column; ``respelled``: formulas whose names of ours are
    spelled otherwise. ``data`` is the same object where there were none."""

    data: bytes
    given: int = 0
    respelled: int = 0


def with_formulas(data: bytes, book: Book, host: Host | None = None) -> WithFormulas:
    """book: what was read from these bytes; its rows are those that get formulas. host: in whose spelling,
    None leaves each formula in its own. Raises Refused."""
    parts = read_parts(data)
    spelt, respelled = in_spelling(parts.content, host)
    if spelt:
        data = with_parts(data, spelt)
        parts = read_parts(data)
    cells = WorkbookCells(parts)
    new: dict[str, dict[Spot, New]] = defaultdict(dict)
    for title, spot, formula in _lacking(cells, book):
        new[parts.sheets[title]][spot] = formula
    if not new:
        return WithFormulas(data, 0, respelled)
    changed = {part: replaced(parts.content[part], formulas) for part, formulas in new.items()}
    changed |= dict(_grown(cells, book))
    return WithFormulas(with_parts(data, changed), sum(map(len, new.values())), respelled)


def _lacking(cells: WorkbookCells, book: Book) -> Iterator[tuple[str, Spot, New]]:
    """Blank calculated cells of rows that were read, each with the formula of the nearest one above or below
    it. A column without any formula is left alone: that is what a repair is for."""
    for key, place in row_places(cells):
        rows = _rows(book, key)
        if cells.parts.tables[LAYOUT[key].table.casefold()].totals:
            rows = {row for row in rows if row <= place.last}
        for calculated in LAYOUT[key].calculated:
            column = place.columns.get(calculated.key)
            if column is None:
                continue
            there = {
                spot[0]: cell
                for spot, cell in cells.formulas(place.title).items()
                if spot[1] == column and cell.array is None
            }
            for row in sorted(rows - there.keys()) if there else ():
                if cells.stored(place.title, (row, column)) in (None, ""):
                    yield place.title, (row, column), _like(cells, there, row)


def _rows(book: Book, key: str) -> set[int]:
    return {row.row for row in getattr(book, key)} | {row for sheet, row in book.held if sheet == key}


def _like(cells: WorkbookCells, there: dict[int, FormulaCell], row: int) -> New:
    nearest = there[min(there, key=lambda known: (abs(known - row), known))]
    xml_cell = cells.sheet(nearest.sheet).cells[nearest.spot]
    style = style_of(cells.sheet(nearest.sheet).xml, xml_cell)
    return New(None, formula=moved(nearest.written, row - nearest.spot[0] + nearest.down), style=style)


def _grown(cells: WorkbookCells, book: Book) -> Iterator[tuple[str, bytes]]:
    """The tables that end above a row of theirs, grown down to it, as Excel grows them."""
    for key, place in row_places(cells):
        table = cells.parts.tables[LAYOUT[key].table.casefold()]
        bottom = max(_rows(book, key), default=0)
        if bottom > place.last and not table.totals and not _in_the_way(cells, table, bottom):
            part = next(
                name
                for name in cells.parts.related(cells.parts.sheets[place.title], "table")
                if f'displayName="{LAYOUT[key].table}"'.casefold().encode()
                in cells.parts.content[name].lower()
            )
            yield part, _down_to(cells.parts.content[part], table, bottom)


def _in_the_way(cells: WorkbookCells, table: SheetTable, bottom: int) -> bool:
    title, _, left, last, right = table.place
    return any(
        other is not table and other.place[0] == title and last < other.place[1] <= bottom
        and other.place[2] <= right and other.place[4] >= left
        for other in cells.parts.tables.values()
    )  # fmt: skip


def _down_to(xml: bytes, table: SheetTable, bottom: int) -> bytes:
    last = table.place[3]

    def longer(match: re.Match[bytes]) -> bytes:
        end = bottom if int(match[5]) == last else int(match[5])
        return b"%s%s%s:%s%d%s" % (match[1], match[2], match[3], match[4], end, match[6])

    return _ROOT_REF.sub(longer, xml)
