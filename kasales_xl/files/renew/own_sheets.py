"""Sheets that somebody added to a book, copied into another one: what their cells hold and show, widths and
merged cells. Formulas go along unless they point at cells of our sheets, which may stand elsewhere now."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kasales_xl.files.book.writer import BookWriter, serial
from kasales_xl.layout.sheets import TAB_TITLES

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_TITLES = "|".join(re.escape(side) for title in TAB_TITLES.values() for side in (title.zh, title.en))
_OURS = re.compile(rf"(?:'(?:{_TITLES})'|(?:{_TITLES}))!|\btbl[A-Z]\w+\[|KA_", re.IGNORECASE)


def copy_sheets(writer: BookWriter, data: bytes, titles: Sequence[str]) -> None:
    """data: the book that they stand in."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = openpyxl.load_workbook(io.BytesIO(data))
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for title in titles:
        if title in formulas.sheetnames and hasattr(formulas[title], "iter_rows"):
            _copy(writer, formulas[title], values[title])


def _copy(writer: BookWriter, source: Any, values: Any) -> None:
    sheet = writer.workbook.add_worksheet(source.title)
    styles: dict[tuple[Any, ...], Any] = {}
    for row in source.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            look = (cell.number_format, bool(cell.font.b), bool(cell.alignment.wrap_text))
            if look not in styles:
                shown = {"num_format": look[0], "bold": look[1], "text_wrap": look[2], "locked": False}
                styles[look] = writer.workbook.add_format(shown)
            _put(sheet, cell, values[cell.coordinate].value, styles[look])
    for letter, size in source.column_dimensions.items():
        if size.width and size.customWidth:
            sheet.set_column(f"{letter}:{letter}", size.width)
    for area in source.merged_cells.ranges:
        first = source.cell(area.min_row, area.min_col)
        sheet.merge_range(area.coord, "")
        if first.value is not None:
            _put(sheet, first, values[first.coordinate].value, None)
    if source.sheet_state != "visible":
        sheet.hide()


def _put(sheet: Any, cell: Cell, shown: Any, style: Any) -> None:
    at, value = (cell.row - 1, cell.column - 1), cell.value
    if cell.data_type == "f":
        text = str(getattr(value, "text", value))
        if not _OURS.search(text) and not hasattr(value, "ref"):
            plain = serial(shown) if hasattr(shown, "isoformat") else shown
            sheet.write_formula(*at, text, style, "" if plain is None else plain)
            return
        value = shown
    if value is None:
        return
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        sheet.write_number(*at, serial(value), style)
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value, style)
    else:
        sheet.write_string(*at, str(value), style)
