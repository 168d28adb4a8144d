"""The rep's own page, 我的记分卡: one printed page that recalculates with the book.

Functions that answer a table are looked into row by row, so that every host shows the same cells:
nothing spills, nothing needs an array formula. A block that has nothing to say shows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.history.past import Step
from kasales_xl.core.text import Text, same
from kasales_xl.files.book.findings import first_findings
from kasales_xl.files.book.my_scorecard.lists import write_gap, write_moves
from kasales_xl.files.book.my_scorecard.parts import ASIDE, FIRST, GAP, NAME, NOTHING, THIRD, WIDE, CardPage
from kasales_xl.files.book.my_scorecard.tables import Needs, write_counts, write_grades
from kasales_xl.files.book.my_scorecard.trend import write_changes, write_trend
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import FAINT, NAVY, NEWS, TEAL, WHITE, print_setup, share_bar
from kasales_xl.layout.formulas import column_ref
from kasales_xl.layout.practices import GRID
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES
from kasales_xl.layout.template import HANDLE_NAME
from kasales_xl.text.sheets import CARD, CHECKS, NOT_ALIVE

_WIDTHS = {0: 1.5, NAME: 31, FIRST: 13, FIRST + 1: 10.5, THIRD: 11, GAP: 2.5, WIDE: 52, 7: 2}
#: How many findings the page names.
FINDINGS = 3
#: Whose card it is.
_WHO = same('={name}&IF({team}="",""," · "&{team})')
_LIVE = same('=IF(KA="",{off},"{on}"&KA_VERSION()&" · {live}")')
#: Practices that nobody has graded; while there are any, the page leads with what the accounts reach.
_UNGRADED = same('=SUMPRODUCT(({own}="")*({manager}=""))')
_LEVEL = 'IFERROR(PROPER(IF({waiting}>0,KA_LEVEL(KA,"accounts"),KA_LEVEL(KA))),"{nothing}")'
_CAPABILITY = 'IFERROR(IF({waiting}={every},"{none}",KA_LEVEL(KA,"capability")),"{nothing}")'
_ADVICE_HEADING = same('=IF({said}="","","{heading}")')
_EITHER = same('=IF({waiting}>0,{if_waiting},"{else}")')
_WAITS = same('"{before}"&{waiting}&"{after}"&IF({manager}="","{boss}",{manager})&"{confirms}"')
_BLOCKER = same(
    '=IF({waiting}>0,"{before}"&{waiting}&"{after}",IF({first}="","{free}",{first}&"{short}"&{n}))'
)


def write_scorecard(tab: Tab, trend: Sequence[Step]) -> None:
    """The whole sheet from top to bottom."""
    page = CardPage(tab)
    _banner(page)
    waiting = _waiting(page, 1)
    gap_row = 24
    _level(page, 3, waiting, gap_row + 2)
    needs = Needs(page, 3)
    row = write_counts(page, 10)
    row = write_grades(page, row, needs) + 1
    if row != gap_row:
        raise ValueError(f"the gap begins in row {row}, not in {gap_row}")
    write_moves(page, row)
    row = _findings(page, write_gap(page, row))
    page.heading_of(row, NAME, THIRD, trend_heading(row + 1))
    said = xl_rowcol_to_cell(row + 1, WIDE)
    page.heading_of(row, WIDE, WIDE, _ADVICE_HEADING(said=said, heading=CARD["advice"]))
    page.text(row + 1, WIDE, "KA_ADVICE(KA)")
    tab.sheet.set_row(row + 1, 165)
    write_trend(page, row + 1, trend)
    tab.say(row + 2, NAME, CARD["fair-use"], page.styles.text(font_size=9, font_color=FAINT))
    last = write_changes(page, row + 3)
    _finish(tab, last)


def trend_heading(first: int) -> Text:
    """The formula of the heading over the trend, which is there once two steps are. first: their row."""
    steps = f"{xl_rowcol_to_cell(first, ASIDE + 3)}:{xl_rowcol_to_cell(first + 1, ASIDE + 3)}"
    return same('=IF(COUNT({steps})=2,"{heading}","")')(steps=steps, heading=CARD["trend"])


def _banner(page: CardPage) -> None:
    """Title, whose card it is, and whether it is alive."""
    tab = page.tab
    band = page.styles.text(bold=True, font_size=20, font_color=WHITE, bg_color=NAVY)
    who = page.styles.text(font_size=12, font_color=WHITE, bg_color=NAVY, align="right", indent=1)
    tab.band(0, 0, WIDE, band)
    tab.say(0, NAME, tab.title, band)
    tab.formula(0, WIDE, _WHO(name=_profile("name"), team=_profile("team")), who)
    tab.sheet.set_row(0, 38)
    # in store stands what holds where nothing calculates: on a phone, in a preview, in WPS
    live = _LIVE(off=NOT_ALIVE, on=CHECKS["addin-on"], live=CARD["live"])
    tab.formula(1, NAME, live, page.styles.text(font_size=10, font_color=FAINT))
    # what is not alive is said where it is seen
    tab.mark_where((1, NAME, 1, NAME), f'={HANDLE_NAME}=""', tab.book.workbook.add_format(NEWS["fair"]))
    tab.sheet.set_row(2, 6)


def _profile(key: str) -> Text:
    """The cell of a field on 我的信息."""
    row = FIRST_ROW + list(LAYOUT["seller"].by_key).index(key)
    return same("'{tab}'!$C${row}")(tab=TAB_TITLES["seller"], row=row)


def _waiting(page: CardPage, row: int) -> str:
    """The cell, beside the page, that counts the practices nobody has graded."""
    own, manager = (column_ref(LAYOUT["practices"], key) for key in ("self_grade", "manager_grade"))
    page.tab.formula(row, ASIDE, _UNGRADED(own=own, manager=manager), page.aside())
    place: str = xl_rowcol_to_cell(row, ASIDE, True, True)
    return place


def _level(page: CardPage, row: int, waiting: str, gap: int) -> None:
    """The level and what blocks it in large letters, the reasons in small ones, both ladders and the progress
    bar. gap: row of the first line of the gap."""
    tab, big = page.tab, {"bold": True, "font_color": TEAL, "text_wrap": False}
    either = _EITHER(waiting=waiting)
    lead = either(
        **{"if_waiting": same('"{heading}"')(heading=CARD["level-accounts"]), "else": CARD["level"]}
    )
    page.heading_of(row, NAME, THIRD, lead)
    page.heading(row, WIDE, WIDE, CARD["blocked"])
    level = _LEVEL.format(waiting=waiting, nothing=NOTHING)
    page.ask(row + 1, NAME, level, page.styles.text(font_size=30, **big))
    first, missing = (xl_rowcol_to_cell(gap, column, True, True) for column in (NAME, THIRD))
    blocker = _BLOCKER(
        waiting=waiting, before=CARD["waits-before"], after=CARD["waits-short"], first=first, n=missing,
        free=CARD["nothing-blocks"], short=CARD["lacks"],
    )  # fmt: skip
    tab.formula(
        row + 1, WIDE, blocker, page.styles.text(bold=True, font_size=15, font_color=NAVY, text_wrap=True)
    )
    tab.sheet.set_row(row + 1, 46)
    waits = _WAITS(
        waiting=waiting, before=CARD["waits-before"], after=CARD["waits-after"], boss=CARD["boss"],
        manager=_profile("manager"), confirms=CARD["waits-confirms"],
    )  # fmt: skip
    small = page.styles.text(font_size=9, font_color=FAINT, text_wrap=False, valign="top")
    tab.formula(row + 2, NAME, either(**{"if_waiting": waits, "else": CARD["both"]}), small)
    page.text(row + 2, WIDE, 'KA_WHY(KA,"level")')
    tab.sheet.set_row(row + 2, 140)
    _ladders(page, row + 3, waiting)


def _ladders(page: CardPage, row: int, waiting: str) -> None:
    """What the accounts and the dimensions reach, and the progress inside the level."""
    tab = page.tab
    for at, code in enumerate(("ladder-accounts", "ladder-capability", "progress"), start=row):
        tab.say(at, NAME, CARD[code], page.cell(align="left"))
        tab.sheet.set_row(at, 20)
    page.call(row, FIRST, page.cell(bold=True), "KA_LEVEL", "accounts")
    graded = same(_CAPABILITY)(waiting=waiting, every=len(GRID), none=CARD["not-graded"], nothing=NOTHING)
    page.ask(row + 1, FIRST, graded, page.cell(bold=True))
    page.call(row + 2, FIRST, page.cell(bold=True, num_format="0%"), "KA_PROGRESS")
    tab.sheet.conditional_format(row + 2, FIRST, row + 2, FIRST, share_bar("#9CCBCE"))
    tab.sheet.set_row(row + 3, 8)


def _findings(page: CardPage, row: int) -> int:
    """What is to be put right first, over the whole width; returns the row after it."""
    page.heading(row, NAME, WIDE, CARD["findings"])
    look = page.styles.text(text_wrap=False)
    for n in range(FINDINGS):
        page.tab.formula(row + 1 + n, NAME, first_findings(n, calm=not n), look)
        page.tab.sheet.set_row(row + 1 + n, 18)
    return row + FINDINGS + 2


def _finish(tab: Tab, last: int) -> None:
    tab.widths(_WIDTHS)
    tab.sheet.set_column(ASIDE, ASIDE + 11, 12, None, {"hidden": True})
    print_setup(tab.sheet, tab.title, top=0.4, bottom=0.5, centred=True)
    tab.close(NAVY, (last, WIDE))
