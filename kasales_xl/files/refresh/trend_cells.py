"""The trend block of a rep's own My scorecard, filled from the history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kasales_xl.book.filling import BookCell, PlainCell
from kasales_xl.core.history.past import Past
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import pick
from kasales_xl.files.book.my_scorecard.trend import series_xml, shown_steps, step_cells
from kasales_xl.files.formulas.tree import Value
from kasales_xl.files.refresh.sheet_cells import Spot
from kasales_xl.files.refresh.sheet_values import New
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.layout.template import CHANGES_NAME, TREND_NAME
from kasales_xl.reading.grid import letters
from kasales_xl.text.verdicts.trend import change_lines

_DAY_ZERO = dt.date(1899, 12, 30)


def trend_of(past: Past) -> Past | None:
    """None while there is only one day."""
    return past if len(past.steps) > 1 else None


def trend_cells(cells: WorkbookCells, past: Past, lang: Lang) -> dict[tuple[str, Spot], New]:
    """New values of the block by sheet and place; nothing for a book without one."""
    new: dict[tuple[str, Spot], New] = {}
    rows: Sequence[Sequence[BookCell]] = step_cells(shown_steps(past.steps))
    area = cells.named_area(TREND_NAME)
    if area is not None:
        title, top, left, bottom, _ = area
        for row, line in zip(range(top, bottom + 1), rows, strict=False):
            for column, cell in enumerate(line, start=left):
                new[title, (row, column)] = New(_value(pick(cell, lang)), typed=True)
    area = cells.named_area(CHANGES_NAME)
    if area is not None:
        title, top, left, bottom, _ = area
        height = bottom - top + 1
        lines: list[str | None] = [line.pick(lang) for line in change_lines(past, height)]
        lines += [None] * (height - len(lines))
        for row, text in enumerate(lines, start=top):
            new[title, (row, left)] = New(text, typed=True)
    return new


def _value(cell: PlainCell) -> Value:
    if isinstance(cell, dt.date):
        return float((cell - _DAY_ZERO).days)
    return float(cell) if isinstance(cell, int | float) else cell


def trend_chart(cells: WorkbookCells, past: Past, lang: Lang, *, anew: bool) -> dict[str, bytes]:
    """The part of the block's chart with its line drawn through these steps; nothing where the chart
    is gone, or shows them already and is not to be drawn ``anew``."""
    area = cells.named_area(TREND_NAME)
    if area is None:
        return {}
    title, top, _, _, right = area
    steps = shown_steps(past.steps)
    column = letters(right)
    begins = f"${column}${top}:${column}$".encode()
    wanted = begins + str(top + len(steps) - 1).encode() + b"<"
    parts = cells.parts
    for drawing in parts.related(parts.sheets[title], "drawing"):
        for part in parts.related(drawing, "chart"):
            chart = parts.content.get(part, b"")
            if b"<c:lineChart>" in chart and begins in chart and (anew or wanted not in chart):
                before, _, after = chart.partition(b"<c:ser>")
                after = after.rpartition(b"</c:ser>")[2]
                return {part: before + series_xml(title, top - 1, steps, lang) + after}
    return {}
