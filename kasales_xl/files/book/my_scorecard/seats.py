"""My scorecard's left block: progress, the seats of the next level, the five dimensions against it."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.terms import DIMENSION_NAMES, Dimension
from kasales_xl.core.text import Text, same
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.files.book.my_scorecard.parts import (
    ASIDE,
    DIMENSIONS,
    FIRST,
    NAME,
    NOTHING,
    PEOPLE,
    SEATS,
    SECOND,
    THIRD,
    CardPage,
    once_named,
)
from kasales_xl.files.styles.look import AMBER, FAINT, NEWS, TEAL, share_bar
from kasales_xl.layout.template import POLICY_HEADERS, POLICY_TABLE
from kasales_xl.text.sheets import CARD

_SEAT = same("INDEX(KA_SEATS(KA),{n},{column})")
_SEATS_OF = same('IFERROR("{seats}"&PROPER(INDEX(KA_SEATS(KA),2,1)),"")')
_TAKEN = same('IFERROR(PROPER({tier})&"  "&{taken}&"/"&{need},"")')
_ANSWER = same('IFERROR({answer},"")')
#: As many letters of the names as there is room for up to the next block.
_NAMES = same('IFERROR(IF(LEN({names})>{most},MID({names},1,{most})&"…",{names}),"")')
_MOST = Text("13", "26")
_DIMENSION = same("INDEX(KA_DIMENSIONS(KA),{n},{column})")
#: Columns of what KA_DIMENSIONS answers.
_GRADE, _GRADED = 2, 5
#: A dash before anybody graded a practice: that is no grade 0.
_GRADE_SHOWN = same('IFERROR(IF({graded}=0,"{nothing}",{grade}),"")')
_NEXT_CODE = 'IFERROR(INDEX(lstNextCode,MATCH(KA_LEVEL(KA,"code"),lstLevel,0)),"")'
#: One value of 规则, looked up by its key.
_NEED = same('IFERROR(INDEX({table}[{value}],MATCH("policy.grade_"&{code},{table}[{key}],0)),"")')(
    table=POLICY_TABLE, key=POLICY_HEADERS[0], value=POLICY_HEADERS[2]
)
#: A grade against the one needed, in words with a symbol; before that, how many practices wait for a grade.
_STATE = same(
    '=IF({graded}="","",IF({graded}<{all},"{waits}"&({all}-{graded})&"{practices}",'
    'IF(AND(ISNUMBER({have}),ISNUMBER({need})),IF({have}>={need},"{met}","{short}"),"")))'
)(
    all=PRACTICES_A_DIMENSION, waits=CARD["practices-wait"], practices=CARD["practices"],
    met=CARD["met"], short=CARD["short"],
)  # fmt: skip

#: The first row of the dimensions, and where its helpers stand beside the page.
FIRST_DIMENSION = DIMENSIONS + 2
GRADED = ASIDE + 1


def write_seats(page: CardPage) -> None:
    """How far inside the level, and the seats of the next one: taken and free, and who sits there."""
    tab = page.tab
    progress = page.look(font_size=9, font_color=FAINT)
    tab.formula(
        PEOPLE,
        NAME,
        same("={said}")(said=once_named(same('"{progress}"')(progress=CARD["progress"]))),
        progress,
    )
    page.ask(
        PEOPLE, FIRST, 'IFERROR(KA_PROGRESS(KA),"")', page.look(bold=True, num_format="0%", align="center")
    )
    tab.sheet.conditional_format(PEOPLE, FIRST, PEOPLE, FIRST, share_bar("#9CCBCE"))
    heading = _SEATS_OF(seats=CARD["seats"])
    page.heading(SEATS, NAME, THIRD, heading, asks=True)
    for n, at in enumerate(range(SEATS + 1, SEATS + 1 + len(SLOT_TIERS)), start=2):
        tier, taken, need, picture, names = (_SEAT(n=n, column=column) for column in range(2, 7))
        page.ask(at, NAME, _TAKEN(tier=tier, taken=taken, need=need), page.look())
        seats = page.look(bold=True, font_size=12, font_color=TEAL, shrink=True)
        page.ask(at, FIRST, _ANSWER(answer=picture), seats)
        page.ask(at, SECOND, _NAMES(names=names, most=_MOST), page.look(font_size=8, font_color=FAINT))
        page.lined((at, NAME, at, THIRD), xl_rowcol_to_cell(at, FIRST, True, True))
    small, last = page.look(font_size=9, font_color=FAINT), SEATS + 1 + len(SLOT_TIERS)
    page.ask(last, NAME, once_named('IFERROR(KA_WHY(KA,"undecided"),"")'), small)


def write_dimensions(page: CardPage) -> None:
    """The five grades beside what the next level asks, each with a state in words and a symbol. The colours
    of the headers are those of the radar."""
    code = _next_code(page)
    title = same("={said}")(said=once_named(same('"{grades}"')(grades=CARD["grades"])))
    page.heading(DIMENSIONS, NAME, THIRD, title)
    titles = {NAME: "dimension", FIRST: "grade-line", SECOND: "next-line", THIRD: "state"}
    colours = {FIRST: TEAL, SECOND: AMBER}
    page.titles(DIMENSIONS + 1, {at: CARD[word] for at, word in titles.items()}, colours)
    for n, dimension in enumerate(Dimension):
        _dimension(page, FIRST_DIMENSION + n, n + 2, dimension, code)
    _colours(page)


def _dimension(page: CardPage, at: int, n: int, dimension: Dimension, code: str) -> None:
    tab = page.tab
    name = same('"{short} {long}"')(short=dimension, long=Text(*DIMENSION_NAMES[dimension]))
    tab.formula(at, NAME, same("={said}")(said=once_named(name)), page.look(shrink=True))
    grade, graded = (_DIMENSION(n=n, column=column) for column in (_GRADE, _GRADED))
    shown = _GRADE_SHOWN(graded=graded, grade=grade, nothing=NOTHING)
    page.ask(at, FIRST, shown, page.look(bold=True, align="center"))
    page.ask(at, GRADED, _ANSWER(answer=graded), page.aside())
    need = same("={said}")(said=once_named(_NEED(code=code)))
    tab.formula(at, SECOND, need, page.look(align="center"))
    place = {"have": xl_rowcol_to_cell(at, FIRST), "need": xl_rowcol_to_cell(at, SECOND)}
    state = _STATE(graded=xl_rowcol_to_cell(at, GRADED), **place)
    tab.formula(at, THIRD, state, page.look(align="center", font_size=9))
    page.lined((at, NAME, at, SECOND), xl_rowcol_to_cell(at, NAME, True, True))


def _next_code(page: CardPage) -> str:
    """The cell, beside the page, with the code of the next level, by which 规则 names what it asks."""
    row = DIMENSIONS + 1
    page.tab.say(row - 1, ASIDE, CARD["next-code"], page.aside())
    page.ask(row, ASIDE, _NEXT_CODE, page.aside())
    place: str = xl_rowcol_to_cell(row, ASIDE, True, True)
    return place


def _colours(page: CardPage) -> None:
    last = FIRST_DIMENSION + len(Dimension) - 1
    for code, news in (("met", "good"), ("short", "fair")):
        look = page.tab.book.workbook.add_format(NEWS[news])
        page.tab.mark((FIRST_DIMENSION, THIRD, last, THIRD), CARD[code], look)
