"""The first sheet, 说明: purpose, the weekly ten minutes, who fills what, colour key, change log."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.guide import CHANGE_LOG, PARTS, PURPOSE, TITLE, VERSION_HEADING, Line, pick
from kasales_xl.files.book.cells import protect
from kasales_xl.files.book.styles import (
    BAND,
    CALCULATED,
    FAINT,
    GOOD,
    GOOD_INK,
    REQUIRED,
    RULE,
    WHITE,
    Styles,
)
from kasales_xl.files.styles.formats import NAVY, TEAL
from kasales_xl.files.styles.text_size import line_count
from kasales_xl.layout.template import TEMPLATE_VERSION, tab_title

#: Columns after the margin: heading or sheet, who, text.
_MARGIN, _HEAD, _WHO, _TEXT, _LAST = 0, 1, 2, 3, 3
_WIDTHS = {_MARGIN: 2.0, _HEAD: 17.0, _WHO: 17.0, _TEXT: 84.0}
_LINE = 17

_LOOKS: dict[str, dict[str, Any]] = {
    "input": {"bg_color": WHITE, "border": 1, "border_color": RULE},
    "required": {"bg_color": REQUIRED, "border": 1, "border_color": RULE},
    "calculated": {"bg_color": CALCULATED, "italic": True, "border": 1, "border_color": RULE},
    "check": {"bg_color": GOOD, "font_color": GOOD_INK, "bold": True, "border": 1, "border_color": RULE},
}


def write_guide(sheet: Worksheet, styles: Styles) -> None:
    lang = styles.lang
    for column, width in _WIDTHS.items():
        sheet.set_column(column, column, width)
    _banner(sheet, styles)
    row = 3
    for part in PARTS:
        row = _heading(sheet, row, pick(part.heading, lang), styles)
        for line in part.lines:
            _line(sheet, row, line, styles)
            row += 1
        row += 1
    row = _heading(sheet, row, f"{pick(VERSION_HEADING, lang)} {TEMPLATE_VERSION}", styles)
    for version, day, text in CHANGE_LOG:
        _cells(sheet, row, (version, day, pick(text, lang)), styles)
        row += 1
    sheet.hide_gridlines(2)
    sheet.set_tab_color(NAVY)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&8{tab_title('guide', lang)}&R&8&P/&N")
    sheet.print_area(0, 0, row - 1, _LAST)
    protect(sheet, switched_on=True)


def _banner(sheet: Worksheet, styles: Styles) -> None:
    title = styles.text(bold=True, font_size=20, font_color=WHITE, bg_color=NAVY)
    purpose = styles.text(font_size=11, font_color=WHITE, bg_color=NAVY, valign="top")
    for column in range(_LAST + 1):
        sheet.write_blank(0, column, None, title)
        sheet.write_blank(1, column, None, purpose)
    sheet.write_string(0, _HEAD, pick(TITLE, styles.lang), title)
    sheet.write_string(1, _HEAD, pick(PURPOSE, styles.lang), purpose)
    sheet.set_row(0, 40)
    sheet.set_row(1, 26)
    sheet.set_row(2, 8)


def _heading(sheet: Worksheet, row: int, text: str, styles: Styles) -> int:
    look = styles.text(bold=True, font_size=13, font_color=NAVY, bottom=2, bottom_color=TEAL)
    for column in range(_HEAD, _LAST + 1):
        sheet.write_blank(row, column, None, look)
    sheet.write_string(row, _HEAD, text, look)
    sheet.set_row(row, 24)
    return row + 1


def _line(sheet: Worksheet, row: int, line: Line, styles: Styles) -> None:
    """A numbered step names its sheet in the second column; other lines name it in the first."""
    lang = styles.lang
    head, who, text = pick(line.head, lang), pick(line.who, lang), pick(line.text, lang)
    title = tab_title(line.tab, lang) if line.tab else ""
    link_at = _WHO if head and title else _HEAD
    _cells(sheet, row, (head, who, text), styles)
    if title:
        look = styles.text(bold=True, font_color=TEAL, underline=1, **_ruled())
        sheet.write_url(row, link_at, f"internal:'{title}'!A1", look, title)
    if line.look:
        looks = {"align": "center"} | _LOOKS[line.look]
        sheet.write_string(row, _HEAD, head, styles.text(**looks))


def _cells(sheet: Worksheet, row: int, texts: tuple[str, str, str], styles: Styles) -> None:
    head, who, text = texts
    sheet.write_string(row, _HEAD, head, styles.text(bold=True, font_color=NAVY, **_ruled()))
    sheet.write_string(row, _WHO, who, styles.text(font_color=FAINT, **_ruled()))
    sheet.write_string(row, _TEXT, text, styles.text(text_wrap=True, **_ruled()))
    sheet.set_row(row, 6 + _LINE * line_count(text, _WIDTHS[_TEXT]))


def _ruled() -> dict[str, Any]:
    return {"bottom": 1, "bottom_color": BAND}
