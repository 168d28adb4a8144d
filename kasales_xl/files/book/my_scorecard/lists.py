"""My scorecard's lists: what the next level still lacks, whom to see, and what else to do. The answers stand
beside the page as they are; the lists show the lines that have something to say, without gaps."""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from kasales_xl.core.text import Text, same
from kasales_xl.files.book.my_scorecard.parts import ASIDE, NAME, THIRD, WIDE, CardPage
from kasales_xl.files.styles.look import RULE
from kasales_xl.text.sheets import CARD

#: Lines of the lists: fixed sizes, in place of formulas that spill.
GAP_ROWS, PEOPLE_ROWS, OTHER_ROWS = 10, 5, 4
#: How many answers are looked through for the lists.
_ANSWERS = 14
#: Heights of a line of two rows of text, and of one of three.
_HEIGHT, _TALL = 30, 42
_GAP_AT, _MOVES_AT = ASIDE, ASIDE + 5
_PART = 'IFERROR(INDEX({call}(KA),{n},{column}),"")'
#: Counts up where the line belongs to the list, so that its n-th line is found by n.
_NUMBER = same("=IF({belongs},{above}+1,{above})")
_FOUND = same('=IFERROR(INDEX({column},MATCH({n},{numbers},0)),"")')
#: A heading over a list that may be empty.
_HEADING = same('=IF({first}="","","{heading}")')
#: ``华东电力 · 争取财务部李总 → 升到中级`` in one cell.
_MOVE = same('={account}&" · "&{what}&IF({person}="",""," · "&{person})&IF({effect}="",""," → "&{effect})')


def write_gap(page: CardPage, row: int) -> int:
    """What is short of the next level, what blocks most first; returns the row after it."""
    page.heading(row, NAME, THIRD, CARD["gap"])
    page.titles(row + 1, ("requirement", "have", "need", "missing"))
    first = row + 2
    _answers(page, first, "KA_GAP", _GAP_AT)
    numbers = _GAP_AT + 4
    for at in range(first, first + _ANSWERS):
        missing = xl_rowcol_to_cell(at, _GAP_AT + 3)
        belongs = f"IF(ISNUMBER({missing}),{missing}>0,FALSE)"
        _number(page, at, first, numbers, belongs)
    for n in range(1, GAP_ROWS + 1):
        at = first + n - 1
        for column in range(4):
            look = page.styles.text(align="left" if column == 0 else "center", text_wrap=column == 0)
            found = _found(first, _GAP_AT + column, n, numbers)
            page.tab.formula(at, NAME + column, found, look)
        page.tab.sheet.set_row(at, _HEIGHT if n <= PEOPLE_ROWS else _TALL)
    _ruled(page, first, GAP_ROWS, NAME, THIRD)
    return first + GAP_ROWS + 1


def write_moves(page: CardPage, row: int) -> None:
    """Whom to see next, right of the gap; what can be done without seeing anybody stands below."""
    first = row + 2
    _answers(page, first, "KA_NEXT", _MOVES_AT)
    people, others, words = _MOVES_AT + 4, _MOVES_AT + 5, _MOVES_AT + 6
    for at in range(first, first + _ANSWERS):
        account, what, person, effect = (xl_rowcol_to_cell(at, _MOVES_AT + part) for part in range(4))
        _number(page, at, first, people, f'{person}<>""')
        _number(page, at, first, others, f'AND({what}<>"",{person}="")')
        said = _MOVE(account=account, what=what, person=person, effect=effect)
        page.tab.formula(at, words, said, page.aside())
    below = first + PEOPLE_ROWS
    for at, code in ((row, "moves"), (below, "others")):
        top = xl_rowcol_to_cell(first if at == row else below + 1, WIDE)
        page.heading_of(at, WIDE, WIDE, _HEADING(first=top, heading=CARD[code]))
    _lines(page, first, first, people, words, PEOPLE_ROWS)
    _lines(page, below + 1, first, others, words, OTHER_ROWS)


def _answers(page: CardPage, first: int, call: str, left: int) -> None:
    """The first lines of a table that a function answers, beside the page."""
    for n in range(_ANSWERS):
        for column in range(4):
            part = _PART.format(call=call, n=n + 2, column=column + 1)
            page.ask(first + n, left + column, part, page.aside())


def _number(page: CardPage, at: int, first: int, column: int, belongs: str) -> None:
    above = xl_rowcol_to_cell(at - 1, column) if at > first else "0"
    page.tab.formula(at, column, _NUMBER(belongs=belongs, above=above), page.aside())


def _found(first: int, column: int, n: int, numbers: int) -> Text:
    """The formula that finds the n-th line of a list."""

    def span(at: int) -> str:
        place: str = xl_range_abs(first, at, first + _ANSWERS - 1, at)
        return place

    return _FOUND(column=span(column), n=n, numbers=span(numbers))


def _lines(page: CardPage, row: int, first: int, numbers: int, words: int, count: int) -> None:
    for n in range(1, count + 1):
        page.tab.formula(
            row + n - 1, WIDE, _found(first, words, n, numbers), page.styles.text(text_wrap=True)
        )
    _ruled(page, row, count, WIDE, WIDE)


def _ruled(page: CardPage, first: int, rows: int, left: int, right: int) -> None:
    """A line under each row that holds something."""
    line = page.tab.book.workbook.add_format({"bottom": 1, "bottom_color": RULE})
    filled = f'={xl_rowcol_to_cell(first, left, col_abs=True)}<>""'
    page.tab.mark_where((first, left, first + rows - 1, right), filled, line)
