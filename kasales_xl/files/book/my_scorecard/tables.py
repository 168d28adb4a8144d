"""My scorecard's numbers: key accounts and grades against the next level, and their radar chart."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.book.filling import policy_value
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Level, Tier
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
from kasales_xl.files.book.styles import FAINT, FAIR, FAIR_INK, GOOD, GOOD_INK, RULE
from kasales_xl.files.styles.formats import AMBER, INK, NAVY, TEAL
from kasales_xl.layout.template import POLICY_HEADERS, POLICY_TABLE, headers, tab_title

_DIMENSIONS = tuple(Dimension)


class Needs:
    """What the next level asks, looked up on 规则 by the next level's code, which stands beside the
    page."""

    def __init__(self, page: CardPage, row: int) -> None:
        self.page = page
        self.code = xl_rowcol_to_cell(row, ASIDE, True, True)
        at = page.answer("KA_LEVEL", "code")
        above = {
            level.value: upper for level, upper in zip(Level, [*list(Level)[1:], Level.TOP], strict=True)
        }
        self.next = above.get(str(at))
        style = page.styles.text(font_size=8, font_color=FAINT)
        page.sheet.write_string(row - 1, ASIDE, page.word("next-code"), style)
        page.formula(
            row,
            ASIDE,
            '=IFERROR(INDEX(lstNextCode,MATCH(KA_LEVEL(KA,"code"),lstLevel,0)),"")',
            style,
            self.next.value if self.next else "",
        )

    def write(self, row: int, prefix: str, suffix: str = "") -> object:
        """The need of one policy field into this row; returns what it caches."""
        titles = headers(POLICY_HEADERS, self.page.lang)
        formula = (
            f"=IFERROR(INDEX({POLICY_TABLE}[{titles[2]}],"
            f'MATCH("policy.{prefix}"&{self.code}&"{suffix}",{POLICY_TABLE}[{titles[0]}],0)),"{NOTHING}")'
        )
        field = POLICY_FIELDS.get(f"{prefix}{self.next.value}{suffix}") if self.next else None
        cached = policy_value(field, getattr(self.page.policy, field.key)) if field else NOTHING
        self.page.formula(row, SECOND, formula, self.page.cell(), cached)
        return cached


def write_counts(page: CardPage, row: int, needs: Needs) -> int:
    """Key accounts of exactly each tier beside the next level's minimum and full mark."""
    page.heading(row, NAME, THIRD, "counts")
    page.titles(row + 1, ("tier", "have", "next"))
    for at, tier in enumerate((Tier.STRONG, Tier.MID, Tier.JUNIOR), start=row + 2):
        page.sheet.write_string(at, NAME, tier.label(page.lang), page.cell(align="left"))
        page.call(at, FIRST, page.cell(bold=True), "KA_COUNT", tier.value)
        needs.write(at, "", f"_{tier.value}")
        page.sheet.write_blank(at, THIRD, None, page.cell())
        page.sheet.set_row(at, 19)
    return row + 6


def write_grades(page: CardPage, row: int, needs: Needs) -> int:
    """The five grades beside what the next level asks, each with a state in words and a symbol."""
    page.heading(row, NAME, THIRD, "grades")
    page.titles(row + 1, ("dimension", "grade", "next", "state"))
    met, short = page.word("met"), page.word("short")
    for at, dimension in enumerate(_DIMENSIONS, start=row + 2):
        name = f"{dimension.label(page.lang)} {DIMENSION_NAMES[dimension][page.lang == 'en']}"
        page.sheet.write_string(at, NAME, name, page.cell(align="left", font_size=10))
        grade = page.call(at, FIRST, page.cell(bold=True), "KA_GRADE", dimension.value)
        needed = needs.write(at, "grade_")
        state = NOTHING
        if isinstance(grade, int | float) and isinstance(needed, int | float):
            state = met if grade >= needed else short
        have, need = xl_rowcol_to_cell(at, FIRST), xl_rowcol_to_cell(at, SECOND)
        formula = (
            f'=IF(AND(ISNUMBER({have}),ISNUMBER({need})),IF({have}>={need},"{met}","{short}"),"{NOTHING}")'
        )
        page.formula(at, THIRD, formula, page.cell(), state)
        page.sheet.write_string(at, ASIDE, dimension.label(page.lang), page.styles.text(font_size=8))
        page.sheet.set_row(at, 20)
    _colours(page, row + 2)
    _radar(page, row + 2)
    return row + 2 + len(_DIMENSIONS)


def _colours(page: CardPage, first: int) -> None:
    for code, fill, ink in (("met", GOOD, GOOD_INK), ("short", FAIR, FAIR_INK)):
        look = page.workbook.add_format({"bg_color": fill, "font_color": ink})
        rule = {"type": "cell", "criteria": "==", "value": f'"{page.word(code)}"', "format": look}
        page.sheet.conditional_format(first, THIRD, first + len(_DIMENSIONS) - 1, THIRD, rule)


def _radar(page: CardPage, first: int) -> None:
    """A native radar chart to the right of the counts and the grades."""
    title = tab_title("scorecard", page.lang)
    last = first + len(_DIMENSIONS) - 1
    chart = page.workbook.add_chart({"type": "radar", "subtype": "with_markers"})
    for column, code, colour, dash in (
        (FIRST, "now", TEAL, "solid"),
        (SECOND, "next", AMBER, "dash"),
    ):
        marker = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"none": True}}
        chart.add_series(
            {
                "name": page.word(code),
                "categories": [title, first, ASIDE, last, ASIDE],
                "values": [title, first, column, last, column],
                "line": {"color": colour, "width": 2.25, "dash_type": dash},
                "marker": marker,
            }
        )
    font = {"size": 9, "color": INK}
    chart.set_title({"name": page.word("radar"), "name_font": {"size": 11, "bold": True, "color": NAVY}})
    chart.set_x_axis({"num_font": font})
    grid = {"visible": True, "line": {"color": RULE}}
    chart.set_y_axis({"min": 0, "max": 3, "major_unit": 1, "num_font": font, "major_gridlines": grid})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    # short names stand in a hidden column, so that the web keeps its size
    chart.show_hidden_data()
    chart.set_size({"width": 366, "height": 318})
    page.sheet.insert_chart(first - 8, WIDE, chart, {"object_position": 2, "x_offset": 4, "y_offset": 4})
