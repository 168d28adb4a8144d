"""The trend block of My scorecard: steps of the history as plain values with their line chart, and lines
that say what changed. A new book has the block without a history, ready to be filled when refreshed."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook

from kasales_xl.book.filling import Cell
from kasales_xl.core.terms import Lang, Level
from kasales_xl.files.book.cells import put
from kasales_xl.files.book.my_scorecard.parts import ASIDE, NAME, WIDE, CardPage
from kasales_xl.files.book.styles import DATE_FORMAT, FAINT, RULE
from kasales_xl.files.styles.formats import INK, TEAL
from kasales_xl.layout.template import CHANGES_NAME, TREND_NAME, tab_title
from kasales_xl.text.sheets import card_word

#: The latest steps that the block shows; lines of what changed.
STEPS, LINES = 12, 8
_LOOKS = (DATE_FORMAT, "General", "0%", "0.00")
#: Stands for a step to come: chart programs number blank days from 1.
TO_COME = "–"
_SERIES = re.compile(rb"<c:ser>.*</c:ser>", re.DOTALL)


class Step(NamedTuple):
    """One scoring of the past; ``progress`` 0–1 inside the level."""

    day: dt.date
    level: Level
    progress: float

    @property
    def height(self) -> float:
        """Levels as a ladder: 0 novice to 4 top, the progress between the rungs."""
        return self.level.rank + min(self.progress, 0.99)


def shown_steps(steps: Sequence[Step]) -> list[Step]:
    """From old to new; fewer than two make no trend."""
    return sorted(steps)[-STEPS:] if len(steps) > 1 else []


def step_cells(steps: Sequence[Step], lang: Lang) -> list[tuple[Cell, ...]]:
    """The rows of the block: day, level, progress, height."""
    filled: list[tuple[Cell, ...]] = [
        (step.day, step.level.label(lang), step.progress, step.height) for step in steps
    ]
    return filled + [(TO_COME, None, None, None)] * (STEPS - len(filled))


def write_trend(page: CardPage, row: int, steps: Sequence[Step]) -> None:
    """The steps stand beside the printed page, their chart on it."""
    titles = page.styles.text(font_size=8, font_color=FAINT)
    for column, code in enumerate(("day", "level", "progress", "trend-axis"), start=ASIDE):
        page.sheet.write_string(row - 1, column, page.word(code), titles)
    shown = shown_steps(steps)
    for at, cells in enumerate(step_cells(shown, page.lang), start=row):
        for column, (value, look) in enumerate(zip(cells, _LOOKS, strict=True), start=ASIDE):
            put(page.sheet, at, column, value, page.styles.text(num_format=look, font_size=8))
    title = tab_title("scorecard", page.lang)
    place = xl_range_abs(row, ASIDE, row + STEPS - 1, ASIDE + 3)
    page.workbook.define_name(TREND_NAME, f"='{title}'!{place}")
    chart = _chart(page.workbook, title, row, shown, page.lang)
    page.sheet.insert_chart(row, NAME, chart, {"object_position": 2, "x_offset": 2, "y_offset": 2})


def write_changes(page: CardPage, row: int, *, trend: bool) -> int:
    """Room for what changed since the last scoring, each line over the whole width; returns the row
    after it."""
    page.heading(row, NAME, WIDE, "changes")
    look = page.styles.text(font_size=10)
    for at in range(row + 1, row + 1 + LINES):
        put(page.sheet, at, NAME, None, look)
        page.sheet.set_row(at, 16)
    if not trend:
        page.sheet.write_string(row + 1, NAME, page.word("trend-none"), look)
    place = xl_range_abs(row + 1, NAME, row + LINES, NAME)
    page.workbook.define_name(CHANGES_NAME, f"='{tab_title('scorecard', page.lang)}'!{place}")
    return row + 1 + LINES


def series_xml(title: str, first: int, steps: Sequence[Step], lang: Lang) -> bytes:
    """The chart's series for a sheet that has another title or place than in a new book: ``<c:ser>``
    with its values in store. first: row of the block, 0-based."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet(title)
    days = workbook.add_format({"num_format": DATE_FORMAT})
    for at, cells in enumerate(step_cells(steps, lang), start=first):
        for column, value in enumerate(cells, start=ASIDE):
            put(sheet, at, column, value, days)
    sheet.insert_chart(0, 0, _chart(workbook, title, first, steps, lang))
    workbook.close()
    with zipfile.ZipFile(stream) as package:
        found = _SERIES.search(package.read("xl/charts/chart1.xml"))
    if found is None:
        raise ValueError("the chart has no series")
    return found[0]


def _chart(workbook: Workbook, title: str, first: int, steps: Sequence[Step], lang: Lang) -> Any:
    """A ladder over time; a point names its level where the level is new."""
    last = first + (len(steps) or STEPS) - 1
    labels: list[dict[str, object]] = []
    for before, step in zip((None, *steps), steps, strict=False):
        new = before is None or before.level is not step.level
        labels.append({"value": step.level.label(lang)} if new else {"delete": True})
    font = {"size": 8, "color": INK}
    series: dict[str, Any] = {
        "name": card_word("trend-axis", lang),
        "categories": [title, first, ASIDE, last, ASIDE],
        "values": [title, first, ASIDE + 3, last, ASIDE + 3],
        "line": {"color": TEAL, "width": 2.25},
        "marker": {"type": "circle", "size": 5, "fill": {"color": TEAL}, "border": {"none": True}},
    }
    if labels:
        words = {"value": True, "position": "above", "custom": labels}
        series["data_labels"] = words | {"font": font | {"bold": True}}
    chart = workbook.add_chart({"type": "line"})
    chart.add_series(series)
    grid = {"visible": True, "line": {"color": RULE}}
    chart.set_y_axis(
        {"min": 0, "max": len(Level), "major_unit": 1, "label_position": "none", "major_gridlines": grid}
    )
    chart.set_x_axis({"num_font": font, "num_format": "yyyy-mm", "text_axis": True})
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    # the steps are in a hidden column
    chart.show_hidden_data()
    chart.set_size({"width": 436, "height": 214})
    return chart
