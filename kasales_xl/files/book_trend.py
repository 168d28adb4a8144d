"""The trend block of My scorecard: steps of the history as plain values, and their line chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from kasales_xl.core.terms import Level
from kasales_xl.files.book_card_page import ASIDE, NAME, CardPage
from kasales_xl.files.book_cells import put
from kasales_xl.files.book_styles import DATE_FORMAT, FAINT, RULE
from kasales_xl.files.page_styles import INK, TEAL
from kasales_xl.sheets.filling import Cell
from kasales_xl.sheets.template import tab_title

#: The latest steps that the block shows.
STEPS = 12


class Step(NamedTuple):
    """One scoring of the past; ``progress`` 0–1 inside the level."""

    day: dt.date
    level: Level
    progress: float

    @property
    def height(self) -> float:
        """Levels as a ladder: 0 novice to 4 top, the progress between the rungs."""
        return self.level.rank + min(self.progress, 0.99)


def write_trend(page: CardPage, row: int, steps: Sequence[Step]) -> None:
    """The steps stand beside the printed page; fewer than two make no trend, and the block says so."""
    titles = page.styles.text(font_size=8, font_color=FAINT)
    for column, code in enumerate(("day", "level", "progress", "trend-axis"), start=ASIDE):
        page.sheet.write_string(row - 1, column, page.word(code), titles)
    if len(steps) < 2:
        look = page.styles.text(font_color=FAINT, valign="top")
        page.sheet.write_string(row, NAME, page.word("trend-none"), look)
        return
    shown = sorted(steps)[-STEPS:]
    for at, step in enumerate(shown, start=row):
        cells: tuple[Cell, ...] = (step.day, step.level.label(page.lang), step.progress, step.height)
        for column, (value, look) in enumerate(
            zip(cells, (DATE_FORMAT, "General", "0%", "0.00"), strict=True), start=ASIDE
        ):
            put(page.sheet, at, column, value, page.styles.text(num_format=look, font_size=8))
    _chart(page, row, shown)


def _chart(page: CardPage, first: int, steps: Sequence[Step]) -> None:
    """A ladder over time; a point names its level where the level is new."""
    title, last = tab_title("scorecard", page.lang), first + len(steps) - 1
    labels: list[dict[str, object]] = []
    for before, step in zip((None, *steps), steps, strict=False):
        new = before is None or before.level is not step.level
        labels.append({"value": step.level.label(page.lang)} if new else {"delete": True})
    font = {"size": 8, "color": INK}
    chart = page.workbook.add_chart({"type": "line"})
    chart.add_series(
        {
            "name": page.word("trend-axis"),
            "categories": [title, first, ASIDE, last, ASIDE],
            "values": [title, first, ASIDE + 3, last, ASIDE + 3],
            "line": {"color": TEAL, "width": 2.25},
            "marker": {"type": "circle", "size": 5, "fill": {"color": TEAL}, "border": {"none": True}},
            "data_labels": {
                "value": True,
                "position": "above",
                "custom": labels,
                "font": font | {"bold": True},
            },
        }
    )
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
    page.sheet.insert_chart(first, NAME, chart, {"object_position": 2, "x_offset": 2, "y_offset": 2})
