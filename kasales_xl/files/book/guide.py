"""The first sheet, 说明: the first time, the weekly ten minutes, who fills what, colour key, change log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasales_xl.book.first_time import (
    HEADING,
    PICTURE_HEADING,
    RESULTS,
    RESULTS_HEADING,
    STEPS,
    THEN,
    WORDS_HEADING,
    FilledCell,
    filled_rows,
    meanings,
)
from kasales_xl.book.guide import CHANGE_LOG, PARTS, PURPOSE, TITLE, VERSION_HEADING, Line
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import NOTHING, Text, same
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import (
    BAND,
    CALCULATED,
    FAINT,
    NAVY,
    NEWS,
    RULE,
    SCORES,
    TEAL,
    WHITE,
    print_setup,
)
from kasales_xl.files.styles.text_size import line_count
from kasales_xl.layout.sheets import TAB_TITLES
from kasales_xl.layout.template import TEMPLATE_VERSION

#: Columns after the margin: heading or sheet, who, text.
_MARGIN, _HEAD, _WHO, _TEXT, _LAST = 0, 1, 2, 3, 3
_WIDTHS = {_MARGIN: 2.0, _HEAD: 18.0, _WHO: 18.0, _TEXT: 84.0}
_LINE = 17
_RULED = {"bottom": 1, "bottom_color": BAND}

_LOOKS: dict[str, dict[str, Any]] = {
    "input": {"bg_color": WHITE, "border": 1, "border_color": RULE},
    "scores": {"bg_color": SCORES, "border": 1, "border_color": RULE},
    "folded": {"bg_color": BAND, "border": 1, "border_color": RULE},
    "calculated": {"bg_color": CALCULATED, "italic": True, "border": 1, "border_color": RULE},
    "check": NEWS["good"] | {"bold": True, "border": 1, "border_color": RULE},
}


def write_guide(tab: Tab, policy: Policy) -> None:
    tab.widths(_WIDTHS)
    _banner(tab)
    row = _first_time(tab, 3, policy)
    for part in PARTS:
        row = _heading(tab, row, part.heading)
        for line in part.lines:
            _line(tab, row, line)
            row += 1
        row += 1
    version = same("{heading} {version}")(heading=VERSION_HEADING, version=TEMPLATE_VERSION)
    row = _heading(tab, row, version)
    for number, day, text in CHANGE_LOG:
        _cells(tab, row, same(number), same(day), text)
        row += 1
    print_setup(tab.sheet, tab.title, pages=(1, 0))
    tab.close(NAVY, (row - 1, _LAST))


def _first_time(tab: Tab, row: int, policy: Policy) -> int:
    """Three steps, a filled row, what the words mean, how results come; returns the row after them."""
    row = _heading(tab, row, HEADING)
    steps = [*STEPS.items(), ("scorecard", THEN)]
    for number, (key, text) in enumerate(steps, start=1):
        _line(tab, row, Line(text, same(str(number)), tab=key))
        row += 1
    row = _heading(tab, row + 1, PICTURE_HEADING)
    for key, cells in filled_rows().items():
        _line(tab, row, Line(NOTHING, tab=key))
        row = _filled_row(tab, row + 1, cells)
    for heading, lines in ((WORDS_HEADING, meanings(policy)), (RESULTS_HEADING, RESULTS)):
        row = _heading(tab, row + 1, heading)
        for head, text in lines.items():
            _line(tab, row, Line(text, head))
            row += 1
    return row + 1


def _filled_row(tab: Tab, row: int, cells: Sequence[FilledCell]) -> int:
    """A row of a table, its cells one below the other: header, what stands in it, what it decides."""
    edge = {"border": 1, "border_color": RULE}
    head = tab.styles.text(bold=True, font_color=WHITE, bg_color=NAVY, **edge)
    filled = tab.styles.text(align="center", bg_color=SCORES, **edge)
    says = tab.styles.text(font_color=FAINT, indent=1, **_RULED)
    for at, cell in enumerate(cells, start=row):
        tab.say(at, _HEAD, cell.column.header, head)
        tab.say(at, _WHO, cell.value, filled)
        tab.say(at, _TEXT, cell.decides, says)
        tab.sheet.set_row(at, _LINE + 3)
    return row + len(cells)


def _banner(tab: Tab) -> None:
    title = tab.styles.text(bold=True, font_size=20, font_color=WHITE, bg_color=NAVY)
    purpose = tab.styles.text(font_size=11, font_color=WHITE, bg_color=NAVY, valign="top")
    tab.band(0, 0, _LAST, title)
    tab.band(1, 0, _LAST, purpose)
    tab.say(0, _HEAD, TITLE, title)
    tab.say(1, _HEAD, PURPOSE, purpose)
    tab.sheet.set_row(0, 40)
    tab.sheet.set_row(1, 26)
    tab.sheet.set_row(2, 8)


def _heading(tab: Tab, row: int, text: Text) -> int:
    look = tab.styles.text(bold=True, font_size=13, font_color=NAVY, bottom=2, bottom_color=TEAL)
    tab.band(row, _HEAD, _LAST, look)
    tab.say(row, _HEAD, text, look)
    tab.sheet.set_row(row, 24)
    return row + 1


def _line(tab: Tab, row: int, line: Line) -> None:
    """A numbered step names its sheet in the second column; other lines name it in the first."""
    _cells(tab, row, line.head, line.who, line.text)
    if line.tab:
        title = tab.book.pick(TAB_TITLES[line.tab])
        look = tab.styles.text(bold=True, font_color=TEAL, underline=1, **_RULED)
        tab.sheet.write_url(row, _WHO if line.head else _HEAD, f"internal:'{title}'!A1", look, title)
    if line.look:
        looks = {"align": "center"} | _LOOKS[line.look]
        tab.say(row, _HEAD, line.head, tab.styles.text(**looks))


def _cells(tab: Tab, row: int, head: Text, who: Text, text: Text) -> None:
    tab.say(row, _HEAD, head, tab.styles.text(bold=True, font_color=NAVY, **_RULED))
    tab.say(row, _WHO, who, tab.styles.text(font_color=FAINT, **_RULED))
    tab.say(row, _TEXT, text, tab.styles.text(text_wrap=True, **_RULED))
    tab.sheet.set_row(row, 6 + _LINE * line_count(tab.book.pick(text), _WIDTHS[_TEXT]))
