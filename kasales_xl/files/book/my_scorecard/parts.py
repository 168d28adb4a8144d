"""What every part of My scorecard shares: its columns and rows, headings, cells, calls.

The page is one screen: three blocks side by side and a strip below, in as many rows as a window of 1366 × 768
shows at 100 %; and so it is one A4 page across."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from kasales_xl.core.text import Text, same
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import BAND, FAINT, HEADING, RULE
from kasales_xl.files.styles.text_size import POINTS

#: Columns of the left block; of the middle and the right one, a gap before each; the last is no more printed.
NAME, FIRST, SECOND, THIRD, MIDDLE, RIGHT, ASIDE = 1, 2, 3, 4, 6, 8, 10
WIDTHS = {0: 1.2, NAME: 24, FIRST: 14, SECOND: 8, THIRD: 11, 5: 1.8, MIDDLE: 58, 7: 1.8, RIGHT: 43, 9: 1.2}
#: Heights of the rows in pixels, from the top; ``LINE`` where nothing else is said.
LINE, HEAD = 18, 20
(BANNER, ALIVE, LEADS, LEVEL, BELOW, PEOPLE) = range(6)
SEATS, DIMENSIONS, OTHERS, STRIP = 6, 12, 12, 19
#: Rows of the strip below its headings, and the two rows under it.
STRIP_ROWS = 4
ADVICE = STRIP + STRIP_ROWS + 1
FAIR_USE = ADVICE + 2
HEIGHTS = {
    BANNER: 26, ALIVE: 16, LEADS: HEAD, LEVEL: 40, PEOPLE: HEAD, SEATS: HEAD, DIMENSIONS: HEAD, STRIP: HEAD,
    ADVICE: 17, ADVICE + 1: 17, FAIR_USE: 13,
}  # fmt: skip
#: Shown where there is no answer.
NOTHING = "–"
#: The cell with the level: nothing stands there before the book names its seller.
LEVEL_CELL = xl_rowcol_to_cell(LEVEL, NAME, True, True)
#: What a cell shows before that, and else.
_ONCE_NAMED = same('IF({level}="{nothing}",{before},{after})')


def once_named(after: Text | str, before: Text | str = '""') -> Text:
    """The inside of a formula: blank, or ``before``, as long as nobody knows whose book it is."""
    return _ONCE_NAMED(level=LEVEL_CELL, nothing=NOTHING, before=before, after=after)


class CardPage:
    """The sheet being written, with the pieces that its blocks are made of."""

    def __init__(self, tab: Tab) -> None:
        self.tab, self.styles = tab, tab.styles

    def look(self, **more: Any) -> Any:
        return self.styles.text(**({"font_size": 10} | more))

    def cell(self, **more: Any) -> Any:
        """A cell of a small table."""
        return self.look(**({"align": "center", "bottom": 1, "bottom_color": RULE} | more))

    def aside(self, **more: Any) -> Any:
        """Small print beside the printed page."""
        return self.styles.text(**({"font_size": 8, "font_color": FAINT} | more))

    def ask(self, row: int, column: int, inside: Text | str, style: Any) -> None:
        """A formula that asks our functions. inside: without its ``=``."""
        self.tab.asks(row, column, inside, style)

    def heading(self, row: int, first: int, last: int, formula: Text, *, asks: bool = False) -> None:
        """A heading that a formula says; without words there is no line either. asks: our functions are
        asked, and the formula comes without its ``=``."""
        plain = {key: value for key, value in HEADING.items() if key not in ("bottom", "bottom_color")}
        look = self.styles.text(**plain | {"font_size": 11})
        self.tab.band(row, first, last, look)
        (self.tab.asks if asks else self.tab.formula)(row, first, formula, look)
        self.lined((row, first, row, last), xl_rowcol_to_cell(row, first, True, True), heading=True)

    def lined(self, place: tuple[int, int, int, int], filled: str, *, heading: bool = False) -> None:
        """A line under cells where another one holds something."""
        line = {"bottom": 2, "bottom_color": HEADING["bottom_color"]} if heading else None
        look = self.tab.book.workbook.add_format(line or {"bottom": 1, "bottom_color": RULE})
        self.tab.mark_where(place, f'={filled}<>""', look)

    def titles(self, row: int, titles: dict[int, Text], colours: dict[int, str]) -> None:
        """The small headers of a table, once there is one."""
        for column, title in titles.items():
            align = "left" if column == NAME else "center"
            colour = colours.get(column, FAINT)
            look = self.look(bold=True, font_size=8, font_color=colour, align=align)
            said = once_named(same('"{title}"')(title=title))
            self.tab.formula(row, column, same("={said}")(said=said), look)
        band = self.tab.book.workbook.add_format({"bg_color": BAND})
        self.tab.mark_where((row, NAME, row, THIRD), f'={LEVEL_CELL}<>"{NOTHING}"', band)

    def sized(self) -> None:
        """Widths and heights of the whole page."""
        self.tab.widths(WIDTHS)
        for row in range(FAIR_USE + 1):
            self.tab.sheet.set_row(row, HEIGHTS.get(row, LINE) * POINTS)


def heading_where(cell: str, heading: Text) -> Text:
    """A heading that stands over a list which may be empty. cell: the first of the list."""
    return same('=IF({cell}="","","{heading}")')(cell=cell, heading=heading)


def span(first: int, column: int, count: int) -> str:
    place: str = xl_range_abs(first, column, first + count - 1, column)
    return place
