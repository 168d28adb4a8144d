"""Values into cells: text is always text, whatever it starts with, and holds no phone number or mail
address (§8); links stay inside the workbook."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kasales_xl.files.styles.formats import Formats
from kasales_xl.files.styles.text_size import writable
from kasales_xl.pages.page import Cell, Content, Value
from kasales_xl.pages.style import Style
from kasales_xl.text.private import without_addresses

#: A sheet holds no more links than this; beyond it the text stands without one.
LINKS_A_SHEET = 60_000


class PageCells:
    """Writes into one sheet. ``links``: names of sheets by page key."""

    def __init__(self, sheet: Worksheet, formats: Formats, links: Mapping[str, str]) -> None:
        self.sheet = sheet
        self._formats = formats
        self._links = links
        self._linked = 0

    def put(
        self, row: int, column: int, content: Content, style: Style, frame: str = "plain", last: int = 0
    ) -> None:
        """Write one value, over the cells up to column ``last`` where that is further right."""
        link = ""
        value: Value
        if isinstance(content, Cell):
            value, style, link = content.value, content.style or style, content.link
        else:
            value = content
        shape = self._formats.get(style, frame)
        if last > column:
            self.sheet.merge_range(row, column, row, last, "", shape)
        if value is None or value == "":
            if last <= column:
                self.sheet.write_blank(row, column, None, shape)
        else:
            self._write(row, column, value, shape, link)

    def leads_to(self, link: str) -> bool:
        """Has the workbook a page of this key?"""
        return link in self._links

    def put_rows(
        self, first: int, rows: Iterable[Sequence[Content]], styles: Sequence[Style], frame: str
    ) -> None:
        """Write one value a column, from the first column on; ``styles``: of the columns."""
        text, number = self.sheet.write_string, self.sheet.write_number
        shapes = [self._formats.get(style, frame) for style in styles]
        for row, contents in enumerate(rows, start=first):
            for column, content in enumerate(contents):
                kind = content.__class__
                if kind is str and content:
                    text(row, column, _fit(content), shapes[column])
                elif kind is int:
                    number(row, column, content, shapes[column])
                else:
                    self.put(row, column, content, styles[column], frame)

    def _write(self, row: int, column: int, value: Value, shape: Format, link: str) -> None:
        if isinstance(value, str):
            text = _fit(value)
            if link in self._links and self._linked < LINKS_A_SHEET:
                self._linked += 1
                self.sheet.write_url(row, column, internal(self._links[link]), shape, text)
            else:
                self.sheet.write_string(row, column, text, shape)
        elif isinstance(value, dt.date):
            self.sheet.write_datetime(row, column, value, shape)
        elif isinstance(value, int | float) and math.isfinite(value):
            self.sheet.write_number(row, column, value, shape)
        else:
            self.sheet.write_string(row, column, "–", shape)


@lru_cache(maxsize=8192)
def _fit(text: str) -> str:
    """Fit to be written, and to be read by others."""
    return writable(without_addresses(text))


def internal(sheet: str) -> str:
    """The address of a sheet of the same workbook."""
    return "internal:'" + sheet.replace("'", "''") + "'!A1"


def shown_text(content: Content) -> str:
    """A value as a reader sees it, near enough to measure its width."""
    value = content.value if isinstance(content, Cell) else content
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
