"""The rep's own page, 我的记分卡: one printed page that recalculates with the book.

Functions that answer a table are looked into row by row, so that every host shows the same cells:
nothing spills, nothing needs an array formula."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.rows import Seller
from kasales_xl.files.book.cells import plain, protect, scalar_answer, table_answer
from kasales_xl.files.book.my_scorecard.parts import ASIDE, FIRST, GAP, NAME, THIRD, WIDE, CardPage
from kasales_xl.files.book.my_scorecard.tables import Needs, write_counts, write_grades
from kasales_xl.files.book.my_scorecard.trend import Step, write_changes, write_trend
from kasales_xl.files.book.styles import FAINT, RULE, WHITE
from kasales_xl.files.styles.formats import NAVY, TEAL
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT
from kasales_xl.layout.template import tab_title
from kasales_xl.text.sheets import check_word

_WIDTHS = {0: 1.5, NAME: 34, FIRST: 10, FIRST + 1: 10, THIRD: 11, GAP: 2.5, WIDE: 52, 7: 2}
#: Lines of the gap and of the next moves: a fixed size, in place of formulas that spill.
GAP_ROWS, MOVE_ROWS = 12, 6


def write_scorecard(page: CardPage, seller: Seller | None, trend: Sequence[Step]) -> None:
    """The whole sheet from top to bottom."""
    _banner(page, seller)
    _level(page, 3)
    needs = Needs(page, 3)
    row = write_counts(page, 9, needs)
    row = write_grades(page, row, needs) + 1
    row = _gap_and_moves(page, row)
    page.heading(row, NAME, THIRD, "trend")
    page.heading(row, WIDE, WIDE, "advice")
    page.text(row + 1, WIDE, "KA_ADVICE(KA)", page.answer("KA_ADVICE", _handle(page), nothing=""))
    page.sheet.set_row(row + 1, 165)
    write_trend(page, row + 1, trend)
    row = write_changes(page, row + 2, trend=len(trend) > 1)
    note = page.styles.text(font_size=9, font_color=FAINT)
    page.sheet.write_string(row, NAME, page.word("fair-use"), note)
    page.sheet.set_row(row, 22)
    _finish(page, row)


def _handle(page: CardPage) -> str:
    return str(scalar_answer(page.answers, "KA_BOOK"))


def _banner(page: CardPage, seller: Seller | None) -> None:
    """Title, whose card it is, and whether it is alive."""
    band = page.styles.text(bold=True, font_size=20, font_color=WHITE, bg_color=NAVY)
    who = page.styles.text(font_size=12, font_color=WHITE, bg_color=NAVY, align="right", indent=1)
    for column in range(WIDE + 1):
        page.sheet.write_blank(0, column, None, band)
    page.sheet.write_string(0, NAME, tab_title("scorecard", page.lang), band)
    keys = list(LAYOUT["seller"].by_key)
    place = f"'{LAYOUT['seller'].title(page.lang)}'!$C$"
    name, team = (f"{place}{FIRST_ROW + keys.index(key)}" for key in ("name", "team"))
    shown = "" if seller is None else seller.name + (f" · {seller.team}" if seller.team else "")
    page.formula(0, WIDE, f'={name}&IF({team}="",""," · "&{team})', who, shown)
    page.sheet.set_row(0, 38)
    off, on = (check_word(code, page.lang) for code in ("addin-off", "addin-on"))
    live, label = page.word("live"), check_word("addin", page.lang)
    label += "：" if page.lang == "zh" else ": "
    # in store stands what holds where nothing calculates: on a phone, in a preview, in WPS
    page.formula(
        1,
        NAME,
        f'="{label}"&IF(ISERROR(KA_VERSION()),"{off}","{on}"&KA_VERSION()&" · {live}")',
        page.styles.text(font_size=9, font_color=FAINT),
        f"{label}{off}",
    )
    page.sheet.set_row(2, 6)


def _level(page: CardPage, row: int) -> None:
    """The level in large letters, what blocks it, both ladders and the progress bar."""
    page.heading(row, NAME, THIRD, "level")
    page.heading(row, WIDE, WIDE, "blocked")
    page.call(row + 1, NAME, page.styles.text(bold=True, font_size=30, font_color=TEAL), "KA_LEVEL")
    page.text(row + 1, WIDE, 'KA_WHY(KA,"level")', page.answer("KA_WHY", "level", nothing=""))
    page.sheet.set_row(row + 1, 96)
    for at, form in enumerate(("accounts", "capability"), start=row + 2):
        page.sheet.write_string(at, NAME, page.word(f"ladder-{form}"), page.cell(align="left"))
        page.sheet.set_row(at, 20)
        page.call(at, FIRST, page.cell(bold=True), "KA_LEVEL", form)
    page.sheet.write_string(row + 4, NAME, page.word("progress"), page.cell(align="left"))
    page.call(row + 4, FIRST, page.cell(bold=True, num_format="0%"), "KA_PROGRESS")
    page.sheet.conditional_format(
        row + 4, FIRST, row + 4, FIRST,
        {
            "type": "data_bar", "bar_color": "#9CCBCE", "min_type": "num", "max_type": "num",
            "min_value": 0, "max_value": 1,
        },
    )  # fmt: skip
    page.sheet.set_row(row + 4, 20)
    page.sheet.set_row(row + 5, 8)


def _gap_and_moves(page: CardPage, row: int) -> int:
    """The gap on the left, the next moves on the right; returns the row after them."""
    page.heading(row, NAME, THIRD, "gap")
    page.heading(row, WIDE, WIDE, "moves")
    page.titles(row + 1, ("requirement", "have", "need", "missing"))
    gap, moves = table_answer(page.answers, "KA_GAP"), table_answer(page.answers, "KA_NEXT")
    for n in range(1, GAP_ROWS + 1):
        at = row + 1 + n
        line = gap[n] if n < len(gap) else [""] * 4
        for column in range(4):
            look = page.styles.text(align="left" if column == 0 else "center", text_wrap=column == 0)
            formula = f'=IFERROR(INDEX(KA_GAP(KA),{n + 1},{column + 1}),"")'
            page.formula(at, NAME + column, formula, look, plain(line[column]))
        if n <= MOVE_ROWS:
            _move(page, at, n, moves)
        page.sheet.set_row(at, 30 if n <= MOVE_ROWS + 2 else 20)
    _ruled(page, row + 2, GAP_ROWS, NAME, THIRD)
    _ruled(page, row + 2, MOVE_ROWS, WIDE, WIDE)
    return row + GAP_ROWS + 3


def _ruled(page: CardPage, first: int, rows: int, left: int, right: int) -> None:
    """A line under each row that holds something."""
    line = page.workbook.add_format({"bottom": 1, "bottom_color": RULE})
    criteria = f'={xl_rowcol_to_cell(first, left, col_abs=True)}<>""'
    rule = {"type": "formula", "criteria": criteria, "format": line}
    page.sheet.conditional_format(first, left, first + rows - 1, right, rule)


def _move(page: CardPage, at: int, n: int, moves: list[list[object]]) -> None:
    """``1. 华东电力 · 争取财务部李总 → 升到中级`` in one cell, wrapped."""
    part = [f"INDEX(KA_NEXT(KA),{n + 1},{column})" for column in range(1, 5)]
    formula = (
        f'=IFERROR("{n}. "&{part[0]}&" · "&{part[1]}&IF({part[2]}="",""," · "&{part[2]})'
        f'&IF({part[3]}="",""," → "&{part[3]}),"")'
    )
    cached = ""
    if n < len(moves):
        account, move, person, effect = (str(cell) for cell in moves[n])
        cached = f"{n}. {account} · {move}" + (f" · {person}" if person else "")
        cached += f" → {effect}" if effect else ""
    page.formula(at, WIDE, formula, page.styles.text(text_wrap=True), cached)


def _finish(page: CardPage, last: int) -> None:
    sheet = page.sheet
    for column, width in _WIDTHS.items():
        sheet.set_column(column, column, width)
    sheet.set_column(ASIDE, ASIDE + 3, 12, None, {"hidden": True})
    sheet.hide_gridlines(2)
    sheet.set_tab_color(NAVY)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    sheet.set_footer(f"&L&8{tab_title('scorecard', page.lang)}&R&8&P/&N")
    sheet.print_area(0, 0, last, WIDE)
    protect(sheet, switched_on=True)
