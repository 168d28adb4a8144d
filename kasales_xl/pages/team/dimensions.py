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
from kasales_xl.core.terms import Dimension, Lang
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
from kasales_xl.text.pages.words import word
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


def question_rows(card: SellerCard, lang: Lang) -> tuple[Row, ...]:
    """What to ask this seller next, in the order of the policy's rules."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    seller = Cell(card.seller.name, LINK, people_link(card.seller.seller_id))
    return tuple((seller, question_text(q).pick(lang)) for q in questions(card.dimensions, lines))


def heat_page(team: str, rows: Sequence[HeatRow], policy: Policy, subtitle: Words, lang: Lang) -> Page:
    """Seller × dimension: grade and headline indicator; what has no record behind it is marked."""
    columns = [Column("seller", word("seller", lang))]
    for dimension in Dimension:
        group = f"{dimension.zh} {dimension.en}" if lang == "zh" else dimension.en
        headline = next(i for i in INDICATORS.values() if i.dimension is dimension and i.headline)
        columns.append(Column(dimension.value, word("grade", lang), GRADE, group=group))
        columns.append(Column(headline.code, headline.name.pick(lang), CENTER, group=group))
    middle: list[Content] = [Cell(word("middle", lang), STRONG)]
    for column in heat_columns(rows):
        middle.append(Cell("–" if column.grade is None else plain(column.grade), NEUTRAL))
        middle.append(Cell(word("told", lang, n=column.told, whole=len(rows)), NEUTRAL))
    body = [_heat_line(row, lang) for row in rows]
    formulas = [
        Paragraph(f"{i.dimension.zh} {i.name.pick(lang)} = {i.formula(**dict(policy)).pick(lang)}", QUIET)
        for i in INDICATORS.values()
        if i.headline
    ]
    return Page(
        "heat",
        word("title-heat", lang, team=team_name(team, lang)),
        word("tab-heat", lang),
        (
            Paragraph(word("heat-note", lang, grade=policy.backed_grade), QUIET),
            *formulas,
            Table("heat", tuple(columns), (*body, tuple(middle)) if body else ()),
        ),
        subtitle,
        "list",
    )


def _heat_line(row: HeatRow, lang: Lang) -> Row:
    cells: list[Content] = [Cell(row.name, LINK, people_link(row.seller_id))]
    for line in row.cells:
        cells.append(grade_cell(line.grade.grade, lang, line.grade.confirmed))
        cells.append(_indicator(line, lang))
    return tuple(cells)


def _indicator(line: DimensionLine, lang: Lang) -> Cell:
    if line.unbacked:
        return Cell(f"▲ {word('no-record', lang)}", WATCH)
    text = value_text(line.measure).pick(lang)
    return Cell(text, NEUTRAL if line.measure.value is None else CENTER)


def questions_page(team: str, rows: Sequence[Row], subtitle: Words, lang: Lang) -> Page:
    """What a coach asks next, seller by seller; the rules are the company's to edit."""
    columns = (Column("seller", word("seller", lang)), Column("question", word("question", lang), LONG))
    return Page(
        "questions",
        word("title-questions", lang, team=team_name(team, lang)),
        word("tab-questions", lang),
        (
            Paragraph(word("questions-note", lang), QUIET),
            Table("questions", columns, tuple(rows), empty=word("no-questions", lang)),
        ),
        subtitle,
        "list",
    )


def patterns_page(
    name: str, past: Pooled, policy: Policy, subtitle: Words, lang: Lang, speaks: int | None = None
) -> Page:
    """name: whose closed deals these are, a team's or all teams'. What is recorded of them, laws first,
    each with its n. speaks: of how many open deals this past alone can say something, None unasked."""
    found = pattern_page(past, policy)
    columns = (
        Column("element", word("element", lang)),
        Column("value", word("value", lang)),
        Column("k", word("won-n", lang), CENTER),
        Column("n", word("closed-n", lang), CENTER),
        Column("interval", word("interval", lang), CENTER),
        Column("rate", word("shrunk", lang), SHARE),
        Column("lift", word("lift", lang), RATIO),
        Column("standing", word("holds", lang)),
    )
    rate = word("pair", lang, name=name, text=win_rate_text(found.rate).pick(lang))
    open_deals = word("team-speaks", lang, n=speaks, tab=word("tab-deals", lang))
    return Page(
        "patterns",
        word("title-patterns", lang, team=name),
        word("tab-patterns", lang),
        (
            Paragraph(rate, STRONG),
            Paragraph(word("patterns-note", lang, share=percent(policy.false_discovery)), QUIET),
            *((Paragraph(open_deals, QUIET),) if speaks is not None else ()),
            Table(
                "patterns",
                columns,
                tuple(_pattern_line(pattern, found.spelt, lang) for pattern in found.patterns),
                empty=word("no-patterns", lang),
            ),
        ),
        subtitle,
        "list",
    )


def _pattern_line(pattern: Pattern, spelt: dict[str, str], lang: Lang) -> Row:
    standing = standing_text(pattern).pick(lang)
    return (
        element_name(pattern.element).pick(lang),
        value_name(pattern.element, pattern.value, spelt).pick(lang),
        pattern.k,
        pattern.n,
        f"{percent(pattern.low)}–{percent(pattern.high)}",
        pattern.rate,
        pattern.lift,
        Cell(f"✓ {standing}", GOOD.wrapped) if pattern.law else Cell(standing, QUIET),
    )
