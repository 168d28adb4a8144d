"""One look for every workbook of ours: palette, fonts, headings, bars and how sheets print."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from kasales_xl.core.terms import Lang

Properties = dict[str, Any]

NAVY, TEAL, AMBER, BRICK = "#1F3A5F", "#2A7F86", "#B26A00", "#A23B3B"
INK, GREY, LINE, PALE, WASH = "#22303C", "#6B7885", "#D5DBE1", "#EEF2F6", "#F7F9FB"
WHITE, BAR_FILL = "#FFFFFF", "#A9D3D5"
#: Of an account book: secondary text and lines, what is to be filled in, what is calculated, quiet bands.
SLATE, FAINT, RULE = "#5F6B7A", "#66727F", "#D5DCE4"
SCORES, CALCULATED, BAND = "#FFF9E6", "#EEF1F5", "#F5F7FA"
#: Fill and ink of a word that is good, fair or poor news.
NEWS: dict[str, Properties] = {
    "good": {"bg_color": "#D9F0E1", "font_color": "#17603A"},
    "fair": {"bg_color": "#FDF0CC", "font_color": "#7A5200"},
    "poor": {"bg_color": "#F9DCD9", "font_color": "#9B1C1C"},
}

FONTS: dict[Lang, str] = {"zh": "等线", "en": "Calibri"}

#: A heading over a block, on scorecards and on a rep's own page.
HEADING: Properties = {"bold": True, "font_size": 12, "font_color": NAVY, "bottom": 2, "bottom_color": TEAL}

_A4 = 9


def share_bar(colour: str, *, solid: bool = False, full: float = 1) -> Properties:
    """A bar in a cell that holds a share, 0–1, or another number of which ``full`` fills it."""
    scale = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": full}
    bar = {"type": "data_bar", "bar_color": colour} | scale
    return bar | {"data_bar_2010": True, "bar_solid": True} if solid else bar


def print_setup(
    sheet: Worksheet,
    footer: str,
    *,
    landscape: bool = False,
    pages: tuple[int, int] = (1, 1),
    top: float = 0.5,
    bottom: float = 0.6,
    centred: bool = False,
) -> None:
    """A4 with a footer and page n/N. pages: wide and high, 0 for as many as it takes; margins in inches."""
    if landscape:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(*pages)
    sheet.set_margins(left=0.4, right=0.4, top=top, bottom=bottom)
    sheet.set_footer(f"&L&8{footer}&R&8&P/&N")
    if centred:
        sheet.center_horizontally()
