"""The 5 × 7 grid on a seller's page as a heat-map: the manager's grades and the rep's own apart."""

from __future__ import annotations

from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.rows import Practice
from kasales_xl.core.terms import Dimension, LoopStage
from kasales_xl.core.text import Text, join
from kasales_xl.pages.page import Block, Bullets, Cell, Content, Paragraph
from kasales_xl.pages.parts import grade_cell
from kasales_xl.pages.style import CENTER, NEUTRAL, QUIET
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses

#: Pieces of evidence, and practices graded apart, that a seller's page shows.
SHOWN = 6

Grid = dict[tuple[Dimension, LoopStage], Practice]


class _Line(NamedTuple):
    """A dimension as its manager grades it, or as the rep does."""

    dimension: Dimension
    manager: bool


def grid_blocks(card: SellerCard) -> tuple[Block, ...]:
    """Two lines a dimension: the manager's grades, then the rep's own; evidence; grades far apart."""
    practices: Grid = {(p.dimension, p.stage): p for p in card.book.practices}
    lines = [_Line(dimension, manager) for dimension in Dimension for manager in (True, False)]
    return (
        table("grid", _fields(card, practices), lines),
        Paragraph(WORDS["grid-note"], QUIET),
        *_apart(practices),
        Bullets(_evidence(practices), WORDS["no-evidence"], WORDS["evidence"]),
    )


def _fields(card: SellerCard, practices: Grid) -> tuple[Field[_Line], ...]:
    return (
        Field("dimension", WORDS["dimension"], lambda line: line.dimension if line.manager else "", CENTER),
        Field("graded", WORDS["graded"], _graded_by, CENTER),
        *(_stage_field(stage, practices) for stage in LoopStage),
        Field("grade", WORDS["grade"], lambda line: _whole_grade(line, card), CENTER),
    )


def _graded_by(line: _Line) -> Text:
    return WORDS["by-manager" if line.manager else "self-row"]


def _stage_field(stage: LoopStage, practices: Grid) -> Field[_Line]:
    def grade(line: _Line) -> Content:
        practice = practices.get((line.dimension, stage))
        if practice is None:
            return _shaded(None)
        return _shaded(practice.manager_grade if line.manager else practice.self_grade)

    return Field(stage.value, stage, grade, CENTER)


def _whole_grade(line: _Line, card: SellerCard) -> Cell:
    verdict = card.capability.grades[line.dimension]
    return _shaded(verdict.manager_grade if line.manager else verdict.self_grade)


def _shaded(grade: int | None) -> Cell:
    return Cell("–", NEUTRAL) if grade is None else grade_cell(grade)


def _ordered(practices: Grid) -> list[Practice]:
    return [practices[d, s] for d in Dimension for s in LoopStage if (d, s) in practices]


def _evidence(practices: Grid) -> tuple[Text, ...]:
    told = [p for p in _ordered(practices) if p.evidence.strip()]
    best = sorted(told, key=lambda p: -(p.grade or 0))[:SHOWN]
    return tuple(
        WORDS["evidence-line"](
            motto=p.dimension, stage=p.stage, text=without_addresses(f"{p.practice} – {p.evidence.strip()}")
        )
        for p in best
    )


def _apart(practices: Grid) -> tuple[Block, ...]:
    """Where the rep and the manager see a practice differently, the widest apart first."""
    both = [
        (p.self_grade - p.manager_grade, p)
        for p in _ordered(practices)
        if p.self_grade is not None and p.manager_grade is not None
    ]
    far = sorted(((step, p) for step, p in both if step), key=lambda pair: -abs(pair[0]))
    parts = [
        WORDS["apart-line"](motto=p.dimension, stage=p.stage, own=p.self_grade, manager=p.manager_grade)
        for _, p in far
    ]
    if not parts:
        return ()
    return (Paragraph(WORDS["apart"](n=len(parts), text=join(parts[:SHOWN]))),)
