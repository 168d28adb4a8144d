"""A list page: one long table with filters, its columns as wide as what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from kasales_xl.files.scorecard.page_cells import PageCells, shown_text
from kasales_xl.files.styles.text_size import POINTS, line_count, width
from kasales_xl.pages.page import Block, Column, Note, Page, Paragraph, Table, Words, value
from kasales_xl.pages.style import LONG, QUIET, TEXT, WRAP

_NARROWEST, _WIDEST = 6, 34
#: Wrapping styles and how wide their columns grow.
_MOST = {WRAP: 46, LONG: 100}
_WRAPPING = frozenset(_MOST)
_ROW, _LINE, _HEADER_LINE = 22, 17, 16
#: Room for the filter's arrow beside a header.
_ARROW = 2
_LATIN = re.compile(r"[\x21-\x7e]+")
#: How much wider a word is in bold.
_BOLD = 1.1


class ListSheet:
    """Draws one page of the form ``list``."""

    def __init__(self, cells: PageCells) -> None:
        self._cells = cells

    def draw(self, page: Page) -> tuple[int, int, int, int]:
        """Returns (first header row, last header row, last row, last column), 0-based.
        Raises ValueError unless the page is some text and then one table."""
        *words, table = page.blocks
        if not isinstance(table, Table) or not table.columns:
            raise ValueError(f"{page.key}: a list page ends in its one table")
        widths = [_column_width(column, table, place) for place, column in enumerate(table.columns)]
        sheet, last = self._cells.sheet, len(table.columns) - 1
        sheet.set_default_row(POINTS * _ROW)
        for place, wide in enumerate(widths):
            sheet.set_column(place, place, wide)
        self._across(0, page.title, "title", last, 40)
        self._across(1, page.subtitle, "subtitle", last, 22)
        row = self._words(words, 2, last, sum(widths))
        top, row = row, self._header(table.columns, row, widths)
        header, styles = row, [column.style for column in table.columns]
        wrapping = [place for place, style in enumerate(styles) if style in _WRAPPING]
        self._cells.put_rows(row + 1, table.rows, styles, "row")
        for cells in table.rows:
            row += 1
            lines = max((line_count(shown_text(cells[at]), widths[at]) for at in wrapping), default=1)
            if lines > 1:
                sheet.set_row_pixels(row, _ROW + _LINE * (lines - 1))
        if table.rows:
            sheet.autofilter(header, 0, row, last)
        else:
            row += 1
            self._cells.put(row, 0, table.empty, QUIET)
        sheet.freeze_panes(header + 1, page.fixed)
        return top, header, row, last

    def _across(self, row: int, text: Words, frame: str, last: int, pixels: int) -> None:
        self._cells.put(row, 0, text, TEXT, frame)
        for column in range(1, last + 1):
            self._cells.put(row, column, None, TEXT, frame)
        self._cells.sheet.set_row_pixels(row, pixels)

    def _words(self, blocks: Sequence[Block], row: int, last: int, room: float) -> int:
        for block in blocks:
            if not isinstance(block, Paragraph | Note):
                raise ValueError(f"a list page holds text before its table, not {type(block).__name__}")
            style, frame = (WRAP, "note") if isinstance(block, Note) else (block.style.wrapped, "plain")
            self._cells.put(row, 0, block.text, style, frame, last)
            lines = line_count(block.text, room)
            self._cells.sheet.set_row_pixels(row, _ROW + _LINE * (lines - 1))
            row += 1
        return row

    def _header(self, columns: Sequence[Column], row: int, widths: Sequence[float]) -> int:
        if any(column.group for column in columns):
            place = 0
            for group, members in groupby(columns, key=lambda column: column.group):
                count = len(list(members))
                frame, last = ("group", place + count - 1) if group else ("header", place)
                for start in range(place, place + count) if not group else (place,):
                    self._cells.put(row, start, group, TEXT, frame, last if group else start)
                place += count
            row += 1
        lines = 1
        for place, (column, wide) in enumerate(zip(columns, widths, strict=True)):
            self._cells.put(row, place, column.label, column.style, "header")
            lines = max(lines, line_count(column.label, wide - 1))
        self._cells.sheet.set_row_pixels(row, _ROW + _HEADER_LINE * (lines - 1))
        return row


def _column_width(column: Column, table: Table, place: int) -> float:
    """Wide enough for the longest value, within reason; headers may wrap to two lines, not inside a word."""
    most = _MOST.get(column.style, _WIDEST)
    values = {value(row[place]) for row in table.rows}
    longest = max((width(shown_text(one)) for one in values), default=0)
    # Chinese breaks anywhere
    word = max(map(len, _LATIN.findall(str(column.label))), default=0)
    header = max(width(column.label) / 2, word * _BOLD) + _ARROW + 1
    return float(min(most, max(_NARROWEST, longest + 2, header)))
