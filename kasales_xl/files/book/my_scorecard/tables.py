"""My scorecard's numbers: key accounts and grades against the next level, and their radar chart."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Tier
from kasales_xl.core.text import Text, same
from kasales_xl.files.book.my_scorecard.parts import (
    ASIDE,
    FIRST,
    NAME,
    NOTHING,
    SECOND,
    THIRD,
    WIDE,
    CardPage,
)
from kasales_xl.files.styles.charts import RADAR, cells, frame, grid, stroke
from kasales_xl.files.styles.look import AMBER, INK, NAVY, NEWS, RULE, TEAL
from kasales_xl.layout.template import POLICY_HEADERS, POLICY_TABLE
from kasales_xl.text.sheets import CARD

_DIMENSIONS = tuple(Dimension)
_NEXT_CODE = 'IFERROR(INDEX(lstNextCode,MATCH(KA_LEVEL(KA,"code"),lstLevel,0)),"")'
#: One value of 规则, looked up by its key.
_NEED = same(
    '=IFERROR(INDEX({table}[{value}],MATCH("policy.{prefix}"&{code}&"{suffix}",{table}[{key}],0)),"{nothing}")'
)(table=POLICY_TABLE, key=POLICY_HEADERS[0], value=POLICY_HEADERS[2], nothing=NOTHING)
#: A grade against the one needed, in words with a symbol.
_STATE = same('=IF(AND(ISNUMBER({have}),ISNUMBER({need})),IF({have}>={need},"{met}","{short}"),"{nothing}")')(
    met=CARD["met"], short=CARD["short"], nothing=NOTHING
)


class Needs:
    """What the next level asks, looked up on 规则 by the next level's code, which stands beside the
    page."""

    def __init__(self, page: CardPage, row: int) -> None:
        self.page = page
        self.code = xl_rowcol_to_cell(row, ASIDE, True, True)
        page.tab.say(row - 1, ASIDE, CARD["next-code"], page.aside())
        page.tab.asks(row, ASIDE, _NEXT_CODE, page.aside())

    def write(self, row: int, prefix: str, suffix: str = "") -> None:
        """The need of one policy field into this row."""
        need = _NEED(prefix=prefix, code=self.code, suffix=suffix)
        self.page.tab.formula(row, SECOND, need, self.page.cell())


def write_counts(page: CardPage, row: int) -> int:
    """Key accounts of exactly each tier. What the next level asks adds tiers up and so stands in the gap,
    not here."""
    page.heading(row, NAME, THIRD, CARD["counts"])
    page.titles(row + 1, ("tier", "have"))
    for at, tier in enumerate((Tier.STRONG, Tier.MID, Tier.JUNIOR), start=row + 2):
        page.tab.put(at, NAME, tier, page.cell(align="left"))
        page.call(at, FIRST, page.cell(bold=True), "KA_COUNT", tier.value)
        page.tab.band(at, SECOND, THIRD, page.cell())
        page.tab.sheet.set_row(at, 19)
    return row + 6


def write_grades(page: CardPage, row: int, needs: Needs) -> int:
    """The five grades beside what the next level asks, each with a state in words and a symbol."""
    tab = page.tab
    page.heading(row, NAME, THIRD, CARD["grades"])
    page.titles(row + 1, ("dimension", "grade", "next", "state"))
    for at, dimension in enumerate(_DIMENSIONS, start=row + 2):
        name = same("{short} {long}")(short=dimension, long=Text(*DIMENSION_NAMES[dimension]))
        tab.put(at, NAME, name, page.cell(align="left", font_size=10))
        page.call(at, FIRST, page.cell(bold=True), "KA_GRADE", dimension.value)
        needs.write(at, "grade_")
        have, need = xl_rowcol_to_cell(at, FIRST), xl_rowcol_to_cell(at, SECOND)
        tab.formula(at, THIRD, _STATE(have=have, need=need), page.cell())
        tab.put(at, ASIDE, dimension, page.styles.text(font_size=8))
        tab.sheet.set_row(at, 20)
    _colours(page, row + 2)
    _radar(page, row + 2)
    return row + 2 + len(_DIMENSIONS)


def _colours(page: CardPage, first: int) -> None:
    for code, news in (("met", "good"), ("short", "fair")):
        look = page.tab.book.workbook.add_format(NEWS[news])
        page.tab.mark((first, THIRD, first + len(_DIMENSIONS) - 1, THIRD), CARD[code], look)


def _radar(page: CardPage, first: int) -> None:
    """A native radar chart to the right of the counts and the grades."""
    title, pick = page.tab.title, page.tab.book.pick
    last = first + len(_DIMENSIONS) - 1
    chart = page.tab.book.workbook.add_chart(RADAR)
    for column, code, colour, dash in (
        (FIRST, "now", TEAL, "solid"),
        (SECOND, "next", AMBER, "dash"),
    ):
        chart.add_series(
            {
                "name": pick(CARD[code]),
                "categories": cells(title, first, last, ASIDE),
                "values": cells(title, first, last, column),
                **stroke(colour, dash=dash),
            }
        )
    font = {"size": 9, "color": INK}
    title_font = {"size": 11, "bold": True, "color": NAVY}
    frame(chart, title=pick(CARD["radar"]), title_font=title_font, legend=font)
    chart.set_x_axis({"num_font": font})
    chart.set_y_axis({"min": 0, "max": 3, "major_unit": 1, "num_font": font, "major_gridlines": grid(RULE)})
    # short names stand in a hidden column, so that the web keeps its size
    chart.show_hidden_data()
    chart.set_size({"width": 366, "height": 318})
    page.tab.sheet.insert_chart(first - 8, WIDE, chart, {"object_position": 2, "x_offset": 4, "y_offset": 4})
