"""The strip below My scorecard's blocks: what to put right first, what changed, and the trend."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from kasales_xl.core.history.past import Step
from kasales_xl.core.text import Text, same
from kasales_xl.files.book.findings import first_findings
from kasales_xl.files.book.my_scorecard.parts import (
    ASIDE,
    MIDDLE,
    NAME,
    RIGHT,
    STRIP,
    THIRD,
    CardPage,
    heading_where,
)
from kasales_xl.files.book.my_scorecard.trend import LINES, STEPS, shown_steps, step_cells, trend_line
from kasales_xl.files.book.styles import DATE_FORMAT
from kasales_xl.layout.template import CHANGES_NAME, TREND_NAME
from kasales_xl.text.sheets import CARD

#: How many findings the page names.
FINDINGS = 3
#: Pixels between the heading of the trend and its line, whose first word would touch it.
_BELOW = 10
_LOOKS = (DATE_FORMAT, "General", "0%", "0.00")


def write_strip(page: CardPage, trend: Sequence[Step]) -> None:
    _findings(page)
    _changes(page)
    _trend(page, trend)


def _findings(page: CardPage) -> None:
    """The first three of the list on 检查."""
    page.heading(STRIP, NAME, THIRD, same('="{findings}"')(findings=CARD["findings"]))
    for n in range(FINDINGS):
        said = first_findings(n, calm=not n)
        page.tab.formula(STRIP + 1 + n, NAME, same("={said}")(said=said), page.look(font_size=9))


def _changes(page: CardPage) -> None:
    """Room for what changed since the last scoring. Without a change there is no heading either."""
    tab, look = page.tab, page.look(font_size=9, shrink=True)
    first = xl_rowcol_to_cell(STRIP + 1, MIDDLE)
    page.heading(STRIP, MIDDLE, MIDDLE, heading_where(first, CARD["changes"]))
    for at in range(STRIP + 1, STRIP + 1 + LINES):
        tab.put(at, MIDDLE, None, look)
    place = xl_range_abs(STRIP + 1, MIDDLE, STRIP + LINES, MIDDLE)
    tab.book.name(CHANGES_NAME, f"='{tab.title}'!{place}")


def trend_heading(first: int) -> Text:
    """The formula of the heading over the trend, which is there once two steps are. first: their row."""
    steps = f"{xl_rowcol_to_cell(first, ASIDE + 3)}:{xl_rowcol_to_cell(first + 1, ASIDE + 3)}"
    return same('=IF(COUNT({steps})=2,"{heading}","")')(steps=steps, heading=CARD["trend"])


def _trend(page: CardPage, steps: Sequence[Step]) -> None:
    """The steps stand beside the printed page, their line on it."""
    tab, book, shown, row = page.tab, page.tab.book, shown_steps(steps), STRIP + 1
    page.heading(STRIP, RIGHT, RIGHT, trend_heading(row))
    for column, code in enumerate(("day", "level-name", "progress", "trend-axis"), start=ASIDE):
        tab.say(row - 1, column, CARD[code], page.aside())
    for at, line in enumerate(step_cells(shown), start=row):
        for column, (value, look) in enumerate(zip(line, _LOOKS, strict=True), start=ASIDE):
            tab.put(at, column, value, page.styles.text(num_format=look, font_size=8))
    place = xl_range_abs(row, ASIDE, row + STEPS - 1, ASIDE + 3)
    book.name(TREND_NAME, f"='{tab.title}'!{place}")
    chart = trend_line(tab, row, shown)
    tab.sheet.insert_chart(row, RIGHT, chart, {"object_position": 2, "x_offset": 2, "y_offset": _BELOW})
