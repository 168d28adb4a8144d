"""What every part of My scorecard shares: columns, headings, cells, cached answers."""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Lang
from kasales_xl.files.book.cells import plain, put_formula, scalar_answer
from kasales_xl.files.book.styles import BAND, FAINT, RULE, Styles
from kasales_xl.files.styles.formats import NAVY, TEAL
from kasales_xl.functions.stored_answers import Answers
from kasales_xl.text.sheets import card_word

#: Columns: name, three numbers, a gap, the wide one for texts and charts; ASIDE is outside the page.
NAME, FIRST, SECOND, THIRD, GAP, WIDE, ASIDE = 1, 2, 3, 4, 5, 6, 8
NOTHING = "–"


class CardPage:
    """The sheet being written, with what its cells need."""

    def __init__(
        self, workbook: Workbook, sheet: Worksheet, styles: Styles, policy: Policy, answers: Answers
    ) -> None:
        self.workbook, self.sheet, self.styles = workbook, sheet, styles
        self.policy, self.answers = policy, answers
        self.lang: Lang = styles.lang

    def word(self, code: str) -> str:
        return card_word(code, self.lang)

    def cell(self, **more: Any) -> Any:
        return self.styles.text(**({"align": "center", "bottom": 1, "bottom_color": RULE} | more))

    def answer(self, name: str, *args: object, nothing: str = NOTHING) -> str | float | bool:
        """A cached value; ``nothing`` for an error, as its formula says."""
        value = scalar_answer(self.answers, name, *args)
        return nothing if isinstance(value, str) and (value == "" or value.startswith("#")) else value

    def call(self, row: int, column: int, style: Any, name: str, *args: object) -> str | float | bool:
        """A formula that asks one function of the book, a dash where it can't answer. Returns what it
        caches."""
        given = "".join(f',"{arg}"' for arg in args)
        cached = self.answer(name, *args)
        self.formula(row, column, f'=IFERROR({name}(KA{given}),"{NOTHING}")', style, cached)
        return cached

    def formula(self, row: int, column: int, formula: str, style: Any, cached: object) -> None:
        put_formula(self.sheet, row, column, formula, style, plain(cached))

    def text(self, row: int, column: int, call: str, cached: object) -> None:
        """A long text, wrapped from the top; blank where it can't be answered."""
        self.formula(
            row, column, f'=IFERROR({call},"")', self.styles.text(text_wrap=True, valign="top"), cached
        )

    def heading(self, row: int, first: int, last: int, code: str) -> None:
        look = self.styles.text(bold=True, font_size=12, font_color=NAVY, bottom=2, bottom_color=TEAL)
        for column in range(first, last + 1):
            self.sheet.write_blank(row, column, None, look)
        self.sheet.write_string(row, first, self.word(code), look)
        self.sheet.set_row(row, 22)

    def titles(self, row: int, codes: tuple[str, ...]) -> None:
        """The small headers of a table, over all four columns of the left half."""
        for column in range(NAME, THIRD + 1):
            align = "left" if column == NAME else "center"
            look = self.cell(bold=True, font_size=9, font_color=FAINT, bg_color=BAND, align=align)
            self.sheet.write_blank(row, column, None, look)
            if column - NAME < len(codes):
                self.sheet.write_string(row, column, self.word(codes[column - NAME]), look)
        self.sheet.set_row(row, 18)
