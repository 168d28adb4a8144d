"""The five dimensions of a team: heat-map, questions for the coach, win patterns."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.agreement import DimensionLine, dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.evidence.patterns import Pattern
from kasales_xl.core.dimensions.team import HeatRow, Pooled, heat_columns, pattern_page
from kasales_xl.core.moves.coaching import questions
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Dimension
from kasales_xl.pages.measure_cells import value_text
from kasales_xl.pages.page import Cell, Column, Content, Page, Paragraph, Table
from kasales_xl.pages.parts import grade_cell, people_link, team_name
from kasales_xl.pages.style import (
    CENTER,
    GOOD,
    GRADE,
    LINK,
    LONG,
    NEUTRAL,
    QUIET,
    RATIO,
    SHARE,
    STRONG,
    WATCH,
)
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import (
    percent,
    question_text,
    win_rate_text,
)
from kasales_xl.text.verdicts.patterns import element_name, standing_text, value_name
from kasales_xl.text.verdicts.verdicts import plain

Row = tuple[Content, ...]


def heat_row(card: SellerCard) -> HeatRow:
    """A seller's line on the heat-map."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    return HeatRow(card.seller.seller_id, card.seller.name, lines)


def question_rows(card: SellerCard) -> tuple[Row, ...]:
    """What to ask this seller next, in the order of the policy's rules."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    seller = Cell(card.seller.name, LINK, people_link(card.seller.seller_id))
    return tuple((seller, question_text(q)) for q in questions(card.dimensions, lines))


def heat_page(team: str, rows: Sequence[HeatRow], policy: Policy, subtitle: Words) -> Page:
    """Seller × dimension: grade and headline indicator; what has no record behind it is marked."""
    columns = [Column("seller", WORDS["seller"])]
    for dimension in Dimension:
        group = f"{dimension.zh} {dimension.en}" if lang == "zh" else dimension.en
        headline = next(i for i in INDICATORS.values() if i.dimension is dimension and i.headline)
        columns.append(Column(dimension.value, WORDS["grade"], GRADE, group=group))
        columns.append(Column(headline.code, headline.name, CENTER, group=group))
    middle: list[Content] = [Cell(WORDS["middle"], STRONG)]
    for column in heat_columns(rows):
        middle.append(Cell("–" if column.grade is None else plain(column.grade), NEUTRAL))
        middle.append(Cell(WORDS["told"](n=column.told, whole=len(rows)), NEUTRAL))
    body = [_heat_line(row) for row in rows]
    formulas = [
        Paragraph(f"{i.dimension.zh} {i.name} = {i.formula(**dict(policy))}", QUIET)
        for i in INDICATORS.values()
        if i.headline
    ]
    return Page(
        "heat",
        WORDS["title-heat"](team=team_name(team)),
        WORDS["tab-heat"],
        (
            Paragraph(WORDS["heat-note"](grade=policy.backed_grade), QUIET),
            *formulas,
            Table("heat", tuple(columns), (*body, tuple(middle)) if body else ()),
        ),
        subtitle,
        "list",
    )


def _heat_line(row: HeatRow) -> Row:
    cells: list[Content] = [Cell(row.name, LINK, people_link(row.seller_id))]
    for line in row.cells:
        cells.append(grade_cell(line.grade.grade, line.grade.confirmed))
        cells.append(_indicator(line))
    return tuple(cells)


def _indicator(line: DimensionLine) -> Cell:
    if line.unbacked:
        return Cell(f"▲ {WORDS['no-record']}", WATCH)
    text = value_text(line.measure)
    return Cell(text, NEUTRAL if line.measure.value is None else CENTER)


def questions_page(team: str, rows: Sequence[Row], subtitle: Words) -> Page:
    """What a coach asks next, seller by seller; the rules are the company's to edit."""
    columns = (Column("seller", WORDS["seller"]), Column("question", WORDS["question"], LONG))
    return Page(
        "questions",
        WORDS["title-questions"](team=team_name(team)),
        WORDS["tab-questions"],
        (
            Paragraph(WORDS["questions-note"], QUIET),
            Table("questions", columns, tuple(rows), empty=WORDS["no-questions"]),
        ),
        subtitle,
        "list",
    )


def patterns_page(
    name: str, past: Pooled, policy: Policy, subtitle: Words, speaks: int | None = None
) -> Page:
    """name: whose closed deals these are, a team's or all teams'. What is recorded of them, laws first,
    each with its n. speaks: of how many open deals this past alone can say something, None unasked."""
    found = pattern_page(past, policy)
    columns = (
        Column("element", WORDS["element"]),
        Column("value", WORDS["value"]),
        Column("k", WORDS["won-n"], CENTER),
        Column("n", WORDS["closed-n"], CENTER),
        Column("interval", WORDS["interval"], CENTER),
        Column("rate", WORDS["shrunk"], SHARE),
        Column("lift", WORDS["lift"], RATIO),
        Column("standing", WORDS["holds"]),
    )
    rate = WORDS["pair"](name=name, text=win_rate_text(found.rate))
    open_deals = WORDS["team-speaks"](n=speaks, tab=WORDS["tab-deals"])
    return Page(
        "patterns",
        WORDS["title-patterns"](team=name),
        WORDS["tab-patterns"],
        (
            Paragraph(rate, STRONG),
            Paragraph(WORDS["patterns-note"](share=percent(policy.false_discovery)), QUIET),
            *((Paragraph(open_deals, QUIET),) if speaks is not None else ()),
            Table(
                "patterns",
                columns,
                tuple(_pattern_line(pattern, found.spelt) for pattern in found.patterns),
                empty=WORDS["no-patterns"],
            ),
        ),
        subtitle,
        "list",
    )


def _pattern_line(pattern: Pattern, spelt: dict[str, str]) -> Row:
    standing = standing_text(pattern)
    return (
        element_name(pattern.element),
        value_name(pattern.element, pattern.value, spelt),
        pattern.k,
        pattern.n,
        f"{percent(pattern.low)}–{percent(pattern.high)}",
        pattern.rate,
        pattern.lift_team,
        Cell(f"✓ {standing}", GOOD.wrapped) if pattern.law else Cell(standing, QUIET),
    )
