"""A heat-map: seller by dimension, grade beside headline indicator; the columns that a team's and the
organisation's share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.dimensions.team import HeatRow, heat_columns
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import Text, same
from kasales_xl.pages.list_page import list_page, seller_link
from kasales_xl.pages.measure_cells import measure_cell, value_text
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.parts import grade_cell, marked
from kasales_xl.pages.style import CENTER, GRADE, NEUTRAL, QUIET, STRONG, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import plain

Line = TypeVar("Line")

#: The headline indicator of each dimension, 道术本势律.
HEADLINES = tuple(indicator for indicator in INDICATORS.values() if indicator.headline)
_FORMULA = same("{dimension} {name} = {formula}")
_NO_RECORD = Cell(marked(WORDS["no-record"]), WATCH)


def brief(measure: Measure) -> Cell:
    """The value with its unit, in the middle of its column; 数据不足 where it cannot be said."""
    return measure_cell(measure) if measure.value is None else Cell(value_text(measure), CENTER)


class Mark(NamedTuple):
    """One dimension of one seller. ``unbacked``: graded well without any record."""

    grade: int
    confirmed: bool
    measure: Measure
    unbacked: bool


class Middle(NamedTuple):
    """One dimension of several sellers: their middle grade, and how many of them have an indicator."""

    grade: float | None
    told: int
    sellers: int


def heat_fields(
    mark: Callable[[Line, int], Mark | Middle], indicator: Callable[[Measure], Cell]
) -> tuple[Field[Line], ...]:
    """mark: of a line and the place of a dimension; indicator: how it is shown where something is
    recorded."""

    def shown(one: Mark | Middle) -> Content:
        if isinstance(one, Middle):
            return Cell(WORDS["told"](n=one.told, whole=one.sellers), NEUTRAL)
        return _NO_RECORD if one.unbacked else indicator(one.measure)

    def of_dimension(at: int) -> tuple[Field[Line], Field[Line]]:
        headline, dimension = HEADLINES[at], HEADLINES[at].dimension
        group = Text(f"{dimension.zh} {dimension.en}", dimension.en)
        return (
            Field(dimension.value, WORDS["grade"], lambda line: _grade(mark(line, at)), GRADE, group=group),
            Field(headline.code, headline.name, lambda line: shown(mark(line, at)), CENTER, group=group),
        )

    return tuple(field for at in range(len(HEADLINES)) for field in of_dimension(at))


def _grade(one: Mark | Middle) -> Cell:
    if isinstance(one, Middle):
        return Cell("–" if one.grade is None else plain(one.grade), NEUTRAL)
    return grade_cell(one.grade, one.confirmed)


def heat_row(card: SellerCard) -> HeatRow:
    """A seller's line on the heat-map."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    return HeatRow(card.seller.seller_id, card.seller.name, lines)


_Middles = tuple[Middle, ...]


def heat_page(team: Words, rows: Sequence[HeatRow], policy: Policy, subtitle: Words) -> Page:
    """Seller × dimension: grade and headline indicator; what has no record behind it is marked. The last
    line is the team's middle."""
    middles = tuple(Middle(column.grade, column.told, len(rows)) for column in heat_columns(rows))
    lines: list[HeatRow | _Middles] = [*rows, middles] if rows else []
    formulas = [
        _FORMULA(dimension=i.dimension.zh, name=i.name, formula=i.formula(**dict(policy))) for i in HEADLINES
    ]
    return list_page(
        "heat",
        table("heat", _FIELDS, lines),
        subtitle,
        Paragraph(WORDS["heat-note"](grade=policy.backed_grade), QUIET),
        *(Paragraph(formula, QUIET) for formula in formulas),
        team=team,
    )


def _seller(line: HeatRow | _Middles) -> Cell:
    return seller_link(line) if isinstance(line, HeatRow) else Cell(WORDS["middle"], STRONG)


def _mark(line: HeatRow | _Middles, at: int) -> Mark | Middle:
    if not isinstance(line, HeatRow):
        return line[at]
    of = line.cells[at]
    return Mark(of.grade.grade, of.grade.confirmed, of.measure, of.unbacked)


def _indicator(measure: Measure) -> Cell:
    """Where it cannot be said: why not."""
    return Cell(value_text(measure), NEUTRAL if measure.value is None else CENTER)


_FIELDS: tuple[Field[HeatRow | _Middles], ...] = (
    Field("seller", WORDS["seller"], _seller),
    *heat_fields(_mark, _indicator),
)
