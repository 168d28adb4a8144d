"""Values into cells: text is always text, whatever it starts with, and holds no phone number or mail
address (§8); links stay inside the workbook."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from kasales_xl.files.page_styles import Formats
from kasales_xl.files.text_size import writable
from kasales_xl.sheets.page import Cell, Content, Value
from kasales_xl.sheets.private import without_addresses

#: A sheet holds no more links than this; beyond it the text stands without one.
LINKS_A_SHEET = 60_000


class Cells:
    """Writes into one sheet. ``links``: names of sheets by page key."""

    def __init__(self, sheet: Worksheet, formats: Formats, links: Mapping[str, str]) -> None:
        self.sheet = sheet
        self._formats = formats
        self._links = links
        self._linked = 0

    def put(
        self, row: int, column: int, content: Content, style: str, frame: str = "plain", last: int = 0
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
        if isinstance(value, str) and value:
            text = writable(without_addresses(value))
            if link in self._links and self._linked < LINKS_A_SHEET:
                self._linked += 1
                self.sheet.write_url(row, column, internal(self._links[link]), shape, text)
            else:
                self.sheet.write_string(row, column, text, shape)
        elif value is None or value == "":
            if last <= column:
                self.sheet.write_blank(row, column, None, shape)
        elif isinstance(value, dt.date):
            self.sheet.write_datetime(row, column, value, shape)
        elif math.isfinite(value):
            self.sheet.write_number(row, column, value, shape)
        else:
            self.sheet.write_string(row, column, "–", shape)


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
