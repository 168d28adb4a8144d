"""The rep's own page, 我的记分卡: one screen, one printed page, that recalculates with the book.

Functions that answer a table are looked into row by row, so that every host shows the same cells:
nothing spills, nothing needs an array formula. A block that has nothing to say shows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.history.past import Step
from kasales_xl.core.terms import Dimension
from kasales_xl.core.text import Text, same
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION
from kasales_xl.files.book.my_scorecard.parts import (
    ADVICE,
    ALIVE,
    ASIDE,
    BANNER,
    BELOW,
    FAIR_USE,
    FIRST,
    LEADS,
    LEVEL,
    MIDDLE,
    NAME,
    NOTHING,
    RIGHT,
    THIRD,
    CardPage,
    once_named,
)
from kasales_xl.files.book.my_scorecard.people import write_others, write_people
from kasales_xl.files.book.my_scorecard.radar import write_radar
from kasales_xl.files.book.my_scorecard.seats import write_dimensions, write_seats
from kasales_xl.files.book.my_scorecard.strip import write_strip
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import FAINT, NAVY, NEWS, TEAL, WHITE, print_setup
from kasales_xl.layout.formulas import column_ref
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES
from kasales_xl.layout.template import HANDLE_NAME
from kasales_xl.text.sheets import CARD, CHECKS, NOT_ALIVE

#: Whose card it is.
_WHO = same('={name}&IF({team}="",""," · "&{team})')
_LIVE = same('=IF(KA="",{off},"{on}"&KA_VERSION()&" · {live}")')
#: Practices that nobody has graded; while there are any, the page leads with what the accounts reach.
_UNGRADED = same('=SUMPRODUCT(({own}="")*({manager}=""))')
_LEVEL = same('IFERROR(PROPER(IF({waiting}>0,KA_LEVEL(KA,"accounts"),KA_LEVEL(KA))),"{nothing}")')
_LEADS = same('=IF({waiting}>0,"{accounts}","{level}")')
_LADDERS = same(
    'IFERROR("{accounts}"&KA_LEVEL(KA,"accounts")&" · {capability}"'
    '&IF({waiting}={every},"{none}",KA_LEVEL(KA,"capability")),"")'
)
#: While grades are missing: who gives them. Else the cheapest way up.
_WAITS = same('"{before}"&IF({manager}="","{boss}",{manager})&"{confirms}"')
_WAY = same('IF({waiting}>0,{waits},IFERROR(KA_WHY(KA,"way up"),""))')


def write_scorecard(tab: Tab, trend: Sequence[Step]) -> None:
    """The whole sheet from top to bottom."""
    page = CardPage(tab)
    page.sized()
    _banner(page)
    waiting = _waiting(page)
    _level(page, waiting)
    _blocker(page, waiting)
    write_seats(page)
    write_dimensions(page)
    write_people(page)
    write_others(page)
    write_radar(page)
    write_strip(page, trend)
    _advice(page)
    _finish(tab)


def _banner(page: CardPage) -> None:
    """Title, whose card it is, and whether it is alive."""
    tab = page.tab
    band = page.styles.text(bold=True, font_size=16, font_color=WHITE, bg_color=NAVY)
    who = page.styles.text(font_size=11, font_color=WHITE, bg_color=NAVY, align="right", indent=1)
    tab.band(BANNER, 0, RIGHT, band)
    tab.say(BANNER, NAME, tab.title, band)
    tab.formula(BANNER, RIGHT, _WHO(name=_profile("name"), team=_profile("team")), who)
    # in store stands what holds where nothing calculates: on a phone, in a preview, in WPS
    live = _LIVE(off=NOT_ALIVE, on=CHECKS["addin-on"], live=CARD["live"])
    tab.formula(ALIVE, NAME, live, page.styles.text(font_size=9, font_color=FAINT))
    # what is not alive is said where it is seen
    place = (ALIVE, NAME, ALIVE, FIRST)
    tab.mark_where(place, f'={HANDLE_NAME}=""', tab.book.workbook.add_format(NEWS["fair"]))


def _profile(key: str) -> Text:
    """The cell of a field on 我的信息."""
    row = FIRST_ROW + list(LAYOUT["seller"].by_key).index(key)
    return same("'{tab}'!$C${row}")(tab=TAB_TITLES["seller"], row=row)


def _waiting(page: CardPage) -> str:
    """The cell, beside the page, that counts the practices nobody has graded."""
    own, manager = (column_ref(LAYOUT["practices"], key) for key in ("self_grade", "manager_grade"))
    page.tab.formula(ALIVE, ASIDE, _UNGRADED(own=own, manager=manager), page.aside())
    place: str = xl_rowcol_to_cell(ALIVE, ASIDE, True, True)
    return place


def _level(page: CardPage, waiting: str) -> None:
    """The level in large letters, and the two ladders of which it is the lower."""
    lead = _LEADS(waiting=waiting, accounts=CARD["level-accounts"], level=CARD["level"])
    page.heading(LEADS, NAME, THIRD, lead)
    big = page.styles.text(font_size=28, bold=True, font_color=TEAL)
    page.ask(LEVEL, NAME, _LEVEL(waiting=waiting, nothing=NOTHING), big)
    ladders = _LADDERS(
        waiting=waiting, every=PRACTICES_A_DIMENSION * len(Dimension), accounts=CARD["ladder-accounts"],
        capability=CARD["ladder-capability"], none=CARD["not-graded"],
    )  # fmt: skip
    page.ask(BELOW, NAME, ladders, page.look(font_size=9, font_color=FAINT))


def _blocker(page: CardPage, waiting: str) -> None:
    """What keeps from the next level, in one sentence, large, over both other blocks; below it the way."""
    page.heading(LEADS, MIDDLE, RIGHT, same('="{blocked}"')(blocked=CARD["blocked"]))
    # both run on over the blank cells beside them
    sentence = page.styles.text(bold=True, font_size=15, font_color=NAVY)
    page.ask(LEVEL, MIDDLE, 'IFERROR(KA_WHY(KA,"blocker"),"")', sentence)
    way = page.look(font_size=9)
    waits = _WAITS(
        before=CARD["waits-before"], boss=CARD["boss"], manager=_profile("manager"),
        confirms=CARD["waits-confirms"],
    )  # fmt: skip
    page.ask(BELOW, MIDDLE, once_named(_WAY(waiting=waiting, waits=waits)), way)


def _advice(page: CardPage) -> None:
    """What the level advises, over the whole width, and what the page is not made for."""
    tab, said = page.tab, xl_rowcol_to_cell(ADVICE, FIRST, True, True)
    label = page.styles.text(bold=True, font_size=11, font_color=NAVY)
    tab.formula(ADVICE, NAME, same('=IF({said}="","","{advice}")')(said=said, advice=CARD["advice"]), label)
    for at, part in ((ADVICE, "type"), (ADVICE + 1, "next")):
        page.ask(at, FIRST, f'IFERROR(KA_ADVICE(KA,"{part}"),"")', page.look(font_size=9))
    tab.say(FAIR_USE, NAME, CARD["fair-use"], page.look(font_size=8, font_color=FAINT))


def _finish(tab: Tab) -> None:
    tab.sheet.set_column(ASIDE, ASIDE + 11, 12, None, {"hidden": True})
    print_setup(tab.sheet, tab.title, landscape=True, top=0.4, bottom=0.5, centred=True)
    # the room that they take is a row of the page
    tab.sheet.hide_row_col_headers()
    tab.close(NAVY, (FAIR_USE, RIGHT))
