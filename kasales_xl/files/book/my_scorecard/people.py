"""My scorecard's middle block: the next three people to see, and what else to do. Before the book names its
seller, the first steps stand there."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.moves.next_actions import A_WEEK
from kasales_xl.core.text import Text, same
from kasales_xl.files.book.my_scorecard.parts import (
    ASIDE,
    LEVEL_CELL,
    MIDDLE,
    NOTHING,
    OTHERS,
    PEOPLE,
    CardPage,
    once_named,
)
from kasales_xl.files.styles.look import FAINT, NAVY
from kasales_xl.text.sheets import CARD, FIRST_STEPS

#: Other things to do, two lines each.
OTHER_ROWS = 3
_PART = 'INDEX(KA_NEXT(KA,{most},"{which}"),{n},{column})'
#: How many of the other things stand in the place of people: as many as fit, where nobody is to be seen.
_INSTEAD = same("IF(ISERROR({person}),{most},0)")
_INSTEAD_CELL = xl_rowcol_to_cell(PEOPLE, ASIDE, True, True)
#: ``财务部李总 · 华东电力``; of another thing the account alone.
_WHO = same('IFERROR({person}&" · "&{account},IF({instead}=0,"",IFERROR({other},"")))')
_WHAT = same('IFERROR({people},IF({instead}=0,"",IFERROR({others},"")))')
_EFFECT = same('{what}&IF({effect}="",""," → "&{effect})')
_OTHER = same('IFERROR({said},"")')
#: No longer than can be read on one line.
_SHORT = same('IF(LEN({said})>{most},MID({said},1,{most})&"…",{said})')
_MOST = Text("44", "92")
_HEADING = same('=IF({level}="{nothing}","{steps}",IF({first}="","",IF({instead}=0,"{people}","{others}")))')
_HEADING_BELOW = same('=IF(OR({first}="",{instead}>0),"","{others}")')


def write_people(page: CardPage) -> None:
    """Each with a line for who and one for what."""
    heading = _HEADING(
        level=LEVEL_CELL, nothing=NOTHING, steps=CARD["steps"], first=xl_rowcol_to_cell(PEOPLE + 1, MIDDLE),
        instead=_INSTEAD_CELL, people=CARD["moves"], others=CARD["others"],
    )  # fmt: skip
    page.heading(PEOPLE, MIDDLE, MIDDLE, heading)
    nobody = _INSTEAD(person=_part("people", A_WEEK, 0, 1), most=A_WEEK)
    page.ask(PEOPLE, ASIDE, nobody, page.aside())
    who, what = _looks(page)
    for n in range(A_WEEK):
        at = PEOPLE + 1 + 2 * n
        account, move, person, effect = (_part("people", A_WEEK, n, column) for column in range(1, 5))
        other, thing, _, gain = (_part("others", A_WEEK, n, column) for column in range(1, 5))
        names = _WHO(person=person, account=account, other=other, instead=_INSTEAD_CELL)
        told = _EFFECT(what=move, effect=effect)
        done = _EFFECT(what=_SHORT(said=thing, most=_MOST), effect=gain)
        acts = _WHAT(people=told, others=done, instead=_INSTEAD_CELL)
        first_step, how = FIRST_STEPS[n]
        page.ask(at, MIDDLE, once_named(names, _quoted(first_step)), who)
        page.ask(at + 1, MIDDLE, once_named(acts, _quoted(how)), what)


def write_others(page: CardPage) -> None:
    """What needs nobody to be seen: cells to fill in, deals to win, practices, support to chase."""
    # where they begin in place of people, they are under the heading there
    heading = _HEADING_BELOW(
        first=xl_rowcol_to_cell(OTHERS + 1, MIDDLE), instead=_INSTEAD_CELL, others=CARD["others"]
    )
    page.heading(OTHERS, MIDDLE, MIDDLE, heading)
    who, what = _looks(page)
    for n in range(OTHER_ROWS):
        at = OTHERS + 1 + 2 * n
        account, move, _, effect = (
            _part("others", A_WEEK + OTHER_ROWS, n, column, f"+{_INSTEAD_CELL}") for column in range(1, 5)
        )
        page.ask(at, MIDDLE, _OTHER(said=account), who)
        page.ask(
            at + 1, MIDDLE, _OTHER(said=_EFFECT(what=_SHORT(said=move, most=_MOST), effect=effect)), what
        )


def _looks(page: CardPage) -> tuple[Any, Any]:
    """Who, and below it what: made smaller before a word is cut off."""
    who = page.look(bold=True, font_color=NAVY, shrink=True)
    return who, page.look(font_size=9, font_color=FAINT, shrink=True, valign="top", indent=1)


def _part(which: str, most: int, n: int, column: int, shifted: str = "") -> Text:
    """A cell of the n-th line, from 0. shifted: further down by so much."""
    return same(_PART)(which=which, most=most, n=f"{n + 2}{shifted}", column=column)


def _quoted(said: Text) -> Text:
    return same('"{said}"')(said=said)
