"""The 5 × 7 grid on a seller's page as a heat-map: the manager's grades and the rep's own apart."""

from __future__ import annotations

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.rows import Practice
from kasales_xl.core.terms import Dimension, LoopStage
from kasales_xl.core.text import join
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Paragraph, Table
from kasales_xl.pages.parts import grade_cell
from kasales_xl.pages.style import CENTER, NEUTRAL, QUIET
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses

#: Pieces of evidence, and practices graded apart, that a seller's page shows.
SHOWN = 6

Grid = dict[tuple[Dimension, LoopStage], Practice]


def grid_blocks(card: SellerCard) -> tuple[Block, ...]:
    """Two lines a dimension: the manager's grades, then the rep's own; evidence; grades far apart."""
    practices: Grid = {(p.dimension, p.stage): p for p in card.book.practices}
    table = Table(
        "grid",
        (
            Column("dimension", WORDS["dimension"], CENTER, 2),
            Column("graded", WORDS["graded"], CENTER, 2),
            *(Column(stage.value, stage, CENTER, 2) for stage in LoopStage),
            Column("grade", WORDS["whole-grade"], CENTER, 2),
        ),
        tuple(
            line
            for dimension in Dimension
            for line in (
                _line(card, practices, dimension, True),
                _line(card, practices, dimension, False),
            )
        ),
    )
    return (
        table,
        Paragraph(WORDS["grid-note"], QUIET),
        *_apart(practices),
        Bullets(_evidence(practices), WORDS["no-evidence"], WORDS["evidence"]),
    )


def _line(card: SellerCard, practices: Grid, dimension: Dimension, manager: bool) -> tuple[Content, ...]:
    verdict = card.capability.grades[dimension]
    whole = verdict.manager_grade if manager else verdict.self_grade
    cells: list[Content] = []
    for stage in LoopStage:
        practice = practices.get((dimension, stage))
        value = None if practice is None else practice.manager_grade if manager else practice.self_grade
        cells.append(_shade(value))
    first = dimension if manager else ""
    return first, WORDS["manager-row" if manager else "self-row"], *cells, _shade(whole)


def _shade(value: int | None) -> Cell:
    return Cell("–", NEUTRAL) if value is None else grade_cell(value)


def _ordered(practices: Grid) -> list[Practice]:
    return [practices[d, s] for d in Dimension for s in LoopStage if (d, s) in practices]


def _evidence(practices: Grid) -> tuple[str, ...]:
    told = [p for p in _ordered(practices) if p.evidence.strip()]
    best = sorted(told, key=lambda p: -(p.manager_grade or p.self_grade or 0))[:SHOWN]
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
    text = join(parts[:SHOWN])
    return (Paragraph(WORDS["apart"](n=len(parts), text=text)),)
