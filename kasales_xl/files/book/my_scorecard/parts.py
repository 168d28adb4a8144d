"""What every part of My scorecard shares: columns, headings, cells, calls."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.text import Text
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import BAND, FAINT, HEADING, RULE
from kasales_xl.text.sheets import CARD

#: Columns: name, three numbers, a gap, the wide one for texts and charts; ASIDE is outside the page.
NAME, FIRST, SECOND, THIRD, GAP, WIDE, ASIDE = 1, 2, 3, 4, 5, 6, 8
NOTHING = "–"


class CardPage:
    """The sheet being written, with the pieces that its blocks are made of."""

    def __init__(self, tab: Tab) -> None:
        self.tab, self.styles = tab, tab.styles

    def cell(self, **more: Any) -> Any:
        return self.styles.text(**({"align": "center", "bottom": 1, "bottom_color": RULE} | more))

    def aside(self, **more: Any) -> Any:
        """Small print beside the printed page."""
        return self.styles.text(**({"font_size": 8, "font_color": FAINT} | more))

    def call(self, row: int, column: int, style: Any, name: str, *args: str) -> None:
        """A formula that asks one function of the book, a dash where it can't answer."""
        given = "".join(f',"{arg}"' for arg in args)
        self.tab.asks(row, column, f'IFERROR({name}(KA{given}),"{NOTHING}")', style)

    def ask(self, row: int, column: int, inside: Text | str, style: Any) -> None:
        """A formula that asks our functions. inside: without its ``=``."""
        self.tab.asks(row, column, inside, style)

    def text(self, row: int, column: int, call: str) -> None:
        """A long text, wrapped from the top; blank where it can't be answered."""
        look = self.styles.text(text_wrap=True, valign="top")
        self.tab.asks(row, column, f'IFERROR({call},"")', look)

    def heading(self, row: int, first: int, last: int, text: Text) -> None:
        look = self.styles.text(**HEADING)
        self.tab.band(row, first, last, look)
        self.tab.say(row, first, text, look)
        self.tab.sheet.set_row(row, 22)

    def heading_of(self, row: int, first: int, last: int, formula: Text) -> None:
        """A heading that a formula says; without words there is no line either."""
        plain = {key: value for key, value in HEADING.items() if key not in ("bottom", "bottom_color")}
        look = self.styles.text(**plain)
        self.tab.band(row, first, last, look)
        self.tab.formula(row, first, formula, look)
        line = self.tab.book.workbook.add_format({"bottom": 2, "bottom_color": HEADING["bottom_color"]})
        said = f'={xl_rowcol_to_cell(row, first, True, True)}<>""'
        self.tab.mark_where((row, first, row, last), said, line)
        self.tab.sheet.set_row(row, 22)

    def titles(self, row: int, codes: tuple[str, ...]) -> None:
        """The small headers of a table, over all four columns of the left half."""
        for at, column in enumerate(range(NAME, THIRD + 1)):
            align = "left" if column == NAME else "center"
            look = self.cell(bold=True, font_size=9, font_color=FAINT, bg_color=BAND, align=align)
            self.tab.put(row, column, CARD[codes[at]] if at < len(codes) else None, look)
        self.tab.sheet.set_row(row, 18)
