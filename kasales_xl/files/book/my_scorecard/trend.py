"""The trend of My scorecard: steps of the history as plain values, and their line. A new book has the block
without a history, ready to be filled when refreshed."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from xlsxwriter.workbook import Workbook

from kasales_xl.book.filling import BookCell
from kasales_xl.core.history.past import Step
from kasales_xl.core.terms import Lang, Level, MoneyUnit
from kasales_xl.files.book.my_scorecard.parts import ASIDE
from kasales_xl.files.book.styles import DATE_FORMAT
from kasales_xl.files.book.writer import BookWriter, Tab
from kasales_xl.files.styles.charts import cells, frame, stroke
from kasales_xl.files.styles.look import INK, TEAL
from kasales_xl.text.sheets import CARD

#: The latest steps that the block shows; lines of what changed.
STEPS, LINES = 12, 4
#: Stands for a step to come: chart programs number blank days from 1, and nothing is to be seen of them.
TO_COME = " "
_SERIES = re.compile(rb"<c:ser>.*</c:ser>", re.DOTALL)


def height(step: Step) -> float:
    """Levels as a ladder: 0 novice to 4 top, the progress between the rungs."""
    return step.level.rank + min(step.progress, 0.99)


def shown_steps(steps: Sequence[Step]) -> list[Step]:
    """From old to new; fewer than two make no trend."""
    return sorted(steps)[-STEPS:] if len(steps) > 1 else []


def step_cells(steps: Sequence[Step]) -> list[tuple[BookCell, ...]]:
    """The rows of the block: day, level, progress, height."""
    filled: list[tuple[BookCell, ...]] = [
        (step.on, step.level, step.progress, height(step)) for step in steps
    ]
    return filled + [(TO_COME, None, None, None)] * (STEPS - len(filled))


def series_xml(title: str, first: int, steps: Sequence[Step], lang: Lang) -> bytes:
    """The chart's series for a sheet that has another title or place than in a new book: ``<c:ser>``
    with its values in store. first: row of the block, 0-based."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    tab = Tab(BookWriter(workbook, lang=lang, unit=MoneyUnit.WAN, on=dt.date.min), title)
    for at, line in enumerate(step_cells(steps), start=first):
        for column, value in enumerate(line, start=ASIDE):
            tab.put(at, column, value, tab.styles.make(num_format=DATE_FORMAT))
    tab.sheet.insert_chart(0, 0, trend_line(tab, first, steps))
    workbook.close()
    with zipfile.ZipFile(stream) as package:
        series = _SERIES.search(package.read("xl/charts/chart1.xml"))
    if series is None:
        raise ValueError("the chart has no series")
    return series[0]


def trend_line(tab: Tab, first: int, steps: Sequence[Step]) -> Any:
    """A ladder over time; a point names its level where the level is new."""
    title, pick = tab.title, tab.book.pick
    last = first + (len(steps) or STEPS) - 1
    labels: list[dict[str, object]] = []
    for before, step in zip((None, *steps), steps, strict=False):
        new = before is None or before.level is not step.level
        labels.append({"value": step.level.label(tab.book.lang)} if new else {"delete": True})
    font = {"size": 8, "color": INK}
    series: dict[str, Any] = {
        "name": pick(CARD["trend-axis"]),
        "categories": cells(title, first, last, ASIDE),
        "values": cells(title, first, last, ASIDE + 3),
        **stroke(TEAL, size=5),
    }
    if labels:
        words = {"value": True, "position": "above", "custom": labels}
        series["data_labels"] = words | {"font": font | {"bold": True}}
    chart = tab.book.workbook.add_chart({"type": "line"})
    chart.add_series(series)
    # room for the name of a high level below the heading
    scale = {"min": 0, "max": len(Level) + 2, "major_unit": 1}
    # nothing but the line is drawn, so that a chart without steps is not seen at all
    bare: dict[str, Any] = {"line": {"none": True}, "major_tick_mark": "none"}
    chart.set_y_axis(scale | bare | {"label_position": "none", "major_gridlines": {"visible": False}})
    chart.set_x_axis(bare | {"num_font": font, "num_format": "yyyy-mm", "text_axis": True})
    frame(chart, see_through=True)
    # the steps are in hidden columns
    chart.show_hidden_data()
    chart.set_size({"width": 302, "height": 71})
    return chart
