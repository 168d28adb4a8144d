"""The rep's own page, 我的记分卡: one printed page that recalculates with the book.

Functions that answer a table are looked into row by row, so that every host shows the same cells:
nothing spills, nothing needs an array formula."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.history.past import Step
from kasales_xl.core.text import same
from kasales_xl.files.book.my_scorecard.parts import ASIDE, FIRST, GAP, NAME, THIRD, WIDE, CardPage
from kasales_xl.files.book.my_scorecard.tables import Needs, write_counts, write_grades
from kasales_xl.files.book.my_scorecard.trend import write_changes, write_trend
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import FAINT, NAVY, RULE, TEAL, WHITE, print_setup, share_bar
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES
from kasales_xl.text.sheets import CARD, CHECKS, NOT_ALIVE

_WIDTHS = {0: 1.5, NAME: 34, FIRST: 10, FIRST + 1: 10, THIRD: 11, GAP: 2.5, WIDE: 52, 7: 2}
#: Lines of the gap and of the next moves: a fixed size, in place of formulas that spill.
GAP_ROWS, MOVE_ROWS = 12, 6
#: Whose card it is.
_WHO = same('={name}&IF({team}="",""," · "&{team})')
_LIVE = same('=IF(KA="",{off},"{on}"&KA_VERSION()&" · {live}")')
#: ``1. 华东电力 · 争取财务部李总 → 升到中级`` in one cell.
_MOVE = (
    'IFERROR("{n}. "&{account}&" · "&{move}&IF({person}="",""," · "&{person})'
    '&IF({effect}="",""," → "&{effect}),"")'
)


def write_scorecard(tab: Tab, trend: Sequence[Step]) -> None:
    """The whole sheet from top to bottom."""
    page = CardPage(tab)
    _banner(page)
    _level(page, 3)
    needs = Needs(page, 3)
    row = write_counts(page, 9, needs)
    row = write_grades(page, row, needs) + 1
    row = _gap_and_moves(page, row)
    page.heading(row, NAME, THIRD, CARD["trend"])
    page.heading(row, WIDE, WIDE, CARD["advice"])
    page.text(row + 1, WIDE, "KA_ADVICE(KA)")
    tab.sheet.set_row(row + 1, 165)
    write_trend(page, row + 1, trend)
    row = write_changes(page, row + 2, trend=len(trend) > 1)
    tab.say(row, NAME, CARD["fair-use"], page.styles.text(font_size=9, font_color=FAINT))
    tab.sheet.set_row(row, 22)
    _finish(tab, row)


def _banner(page: CardPage) -> None:
    """Title, whose card it is, and whether it is alive."""
    tab = page.tab
    band = page.styles.text(bold=True, font_size=20, font_color=WHITE, bg_color=NAVY)
    who = page.styles.text(font_size=12, font_color=WHITE, bg_color=NAVY, align="right", indent=1)
    tab.band(0, 0, WIDE, band)
    tab.say(0, NAME, tab.title, band)
    keys = list(LAYOUT["seller"].by_key)
    cell = same("'{tab}'!$C${row}")(tab=TAB_TITLES["seller"])
    name, team = (cell(row=FIRST_ROW + keys.index(key)) for key in ("name", "team"))
    tab.formula(0, WIDE, _WHO(name=name, team=team), who)
    tab.sheet.set_row(0, 38)
    # in store stands what holds where nothing calculates: on a phone, in a preview, in WPS
    live = _LIVE(off=NOT_ALIVE, on=CHECKS["addin-on"], live=CARD["live"])
    tab.formula(1, NAME, live, page.styles.text(font_size=9, font_color=FAINT))
    tab.sheet.set_row(2, 6)


def _level(page: CardPage, row: int) -> None:
    """The level in large letters, what blocks it, both ladders and the progress bar."""
    tab = page.tab
    page.heading(row, NAME, THIRD, CARD["level"])
    page.heading(row, WIDE, WIDE, CARD["blocked"])
    page.call(row + 1, NAME, page.styles.text(bold=True, font_size=30, font_color=TEAL), "KA_LEVEL")
    page.text(row + 1, WIDE, 'KA_WHY(KA,"level")')
    tab.sheet.set_row(row + 1, 96)
    for at, form in enumerate(("accounts", "capability"), start=row + 2):
        tab.say(at, NAME, CARD[f"ladder-{form}"], page.cell(align="left"))
        tab.sheet.set_row(at, 20)
        page.call(at, FIRST, page.cell(bold=True), "KA_LEVEL", form)
    tab.say(row + 4, NAME, CARD["progress"], page.cell(align="left"))
    page.call(row + 4, FIRST, page.cell(bold=True, num_format="0%"), "KA_PROGRESS")
    tab.sheet.conditional_format(row + 4, FIRST, row + 4, FIRST, share_bar("#9CCBCE"))
    tab.sheet.set_row(row + 4, 20)
    tab.sheet.set_row(row + 5, 8)


def _gap_and_moves(page: CardPage, row: int) -> int:
    """The gap on the left, the next moves on the right; returns the row after them."""
    page.heading(row, NAME, THIRD, CARD["gap"])
    page.heading(row, WIDE, WIDE, CARD["moves"])
    page.titles(row + 1, ("requirement", "have", "need", "missing"))
    for n in range(1, GAP_ROWS + 1):
        at = row + 1 + n
        for column in range(4):
            look = page.styles.text(align="left" if column == 0 else "center", text_wrap=column == 0)
            page.tab.asks(at, NAME + column, f'IFERROR(INDEX(KA_GAP(KA),{n + 1},{column + 1}),"")', look)
        if n <= MOVE_ROWS:
            part = [f"INDEX(KA_NEXT(KA),{n + 1},{column})" for column in range(1, 5)]
            move = _MOVE.format(n=n, account=part[0], move=part[1], person=part[2], effect=part[3])
            page.tab.asks(at, WIDE, move, page.styles.text(text_wrap=True))
        page.tab.sheet.set_row(at, 30 if n <= MOVE_ROWS + 2 else 20)
    _ruled(page, row + 2, GAP_ROWS, NAME, THIRD)
    _ruled(page, row + 2, MOVE_ROWS, WIDE, WIDE)
    return row + GAP_ROWS + 3


def _ruled(page: CardPage, first: int, rows: int, left: int, right: int) -> None:
    """A line under each row that holds something."""
    line = page.tab.book.workbook.add_format({"bottom": 1, "bottom_color": RULE})
    filled = f'={xl_rowcol_to_cell(first, left, col_abs=True)}<>""'
    page.tab.mark_where((first, left, first + rows - 1, right), filled, line)


def _finish(tab: Tab, last: int) -> None:
    tab.widths(_WIDTHS)
    tab.sheet.set_column(ASIDE, ASIDE + 3, 12, None, {"hidden": True})
    print_setup(tab.sheet, tab.title, top=0.4, bottom=0.5, centred=True)
    tab.close(NAVY, (last, WIDE))
