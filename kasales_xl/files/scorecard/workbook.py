"""Pages to one .xlsx workbook: native charts, print set-up, links; the same pages give the same bytes."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from kasales_xl.core.terms import Lang
from kasales_xl.files.scorecard.card_sheet import COLUMNS, CardSheet
from kasales_xl.files.scorecard.list_sheet import ListSheet
from kasales_xl.files.scorecard.page_cells import PageCells
from kasales_xl.files.scorecard.quick_sheet import sheet_class
from kasales_xl.files.styles.formats import Formats
from kasales_xl.files.styles.look import NAVY, TEAL, print_setup
from kasales_xl.files.styles.text_size import writable
from kasales_xl.pages.page import Page
from kasales_xl.pages.paint import paint

#: The "created" property of a workbook that is given no day.
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_OPTIONS = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_pages(
    file: str | os.PathLike[str] | BinaryIO,
    pages: Sequence[Page],
    lang: Lang,
    *,
    created: dt.datetime = UNDATED,
) -> None:
    """Write the pages as one workbook, a sheet each, in order. ``created`` goes into its properties and is
    never the clock: the same pages give the same bytes. Raises ValueError without pages, OSError if
    ``file`` can't be written."""
    if not pages:
        raise ValueError("a workbook needs at least one page")
    pages = [paint(page, lang) for page in pages]
    target = file if hasattr(file, "write") else os.fspath(file)
    workbook = Workbook(target, _OPTIONS)
    workbook.set_properties({"title": writable(pages[0].title), "author": "kasales", "created": created})
    names = sheet_names(str(page.sheet) for page in pages)
    links = {page.key: name for page, name in zip(pages, names, strict=True)}
    formats = Formats(workbook, lang)
    for page, name in zip(pages, names, strict=True):
        sheet = workbook.add_worksheet(name, sheet_class())
        sheet.hide_gridlines(2)
        sheet.set_tab_color(TEAL if page.form == "card" else NAVY)
        _draw(workbook, sheet, page, PageCells(sheet, formats, links), lang)
    try:
        workbook.close()
    except FileCreateError as error:
        raise OSError(*getattr(error.__cause__ or error.args[0], "args", error.args)) from error


def _draw(workbook: Workbook, sheet: Worksheet, page: Page, cells: PageCells, lang: Lang) -> None:
    if page.form == "list":
        top, header, row, column = ListSheet(cells).draw(page)
        sheet.print_area(0, 0, row, column)
        sheet.repeat_rows(top, header)
        high = 1 if page.one_sheet else 0
        print_setup(sheet, _footer(page), landscape=True, pages=(1, high), top=0.45, centred=True)
        return
    card = CardSheet(workbook, cells, lang)
    rows = card.draw(page)
    sheet.print_area(0, 0, rows - 1, COLUMNS - 1)
    sheet.freeze_panes(2, 0)
    high = 1 if page.form == "card" or page.one_sheet else 0
    print_setup(sheet, _footer(page), pages=(1, high), top=0.45, centred=True)
    if page.form == "report" and not page.one_sheet:
        sheet.repeat_rows(0, 1)
        sheet.set_h_pagebreaks(card.breaks)


def _footer(page: Page) -> str:
    """A footer holds at most 255 characters."""
    text = writable(f"{page.title} · {page.subtitle}").replace("&", "&&").replace("\n", " ")
    return text if len(text) <= 200 else text[:199] + "…"


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that a workbook accepts, in the same order: at most 31 UTF-16 units, none of ``[]:*?/\\``,
    no apostrophe at either end, unique whatever the case; a number tells namesakes apart."""
    taken: set[str] = {"history"}
    names = []
    for text in wanted:
        plain = _NOT_IN_NAMES.sub("", writable(text)).strip().strip("'").strip() or "–"
        name, number = _cut(plain, _LONGEST_NAME), 1
        while name.casefold() in taken:
            number += 1
            tail = f" ({number})"
            name = _cut(plain, _LONGEST_NAME - len(tail)) + tail
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").strip().strip("'")
