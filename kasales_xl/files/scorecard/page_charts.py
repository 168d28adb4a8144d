"""Native charts over the tables of a page: radar, bars, lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as NativeChart

from kasales_xl.core.terms import Lang
from kasales_xl.files.styles.charts import RADAR, cells, frame, grid, stroke
from kasales_xl.files.styles.formats import fill_of
from kasales_xl.files.styles.look import AMBER, FONTS, GREY, INK, LINE, NAVY, TEAL
from kasales_xl.pages.page import Cell, Chart, Table

_COLOURS = (TEAL, AMBER, NAVY, GREY)
_DASHES = ("solid", "dash", "solid", "round_dot")
_MARKERS = ("circle", "diamond", "square", "triangle")


class DrawnColumn(NamedTuple):
    """Where a table's column stands: header row, first and last row, column; 0-based."""

    header: int
    first: int
    last: int
    column: int


def native_chart(
    workbook: Workbook,
    chart: Chart,
    table: Table,
    where: Mapping[str, DrawnColumn],
    sheet: str,
    lang: Lang,
) -> NativeChart:
    """The chart of a table whose columns stand at ``where`` on ``sheet``."""
    native: NativeChart = workbook.add_chart(_KINDS[chart.kind])
    categories = where[chart.categories]
    for number, key in enumerate(chart.series):
        at = where[key]
        native.add_series(
            {
                "name": [sheet, at.header, at.column],
                "categories": cells(sheet, categories.first, categories.last, categories.column),
                "values": cells(sheet, at.first, at.last, at.column),
                **_series(chart, table, number),
            }
        )
    font = {"name": FONTS[lang], "size": 9, "color": INK}
    axis = {"min": chart.low, "max": chart.high, "num_font": font | {"color": GREY, "size": 8}}
    _axes(native, chart, axis, font)
    legend = font if len(chart.series) > 1 else None
    frame(native, title=str(chart.title), title_font=font | {"bold": True}, legend=legend, see_through=True)
    return native


_KINDS: dict[str, dict[str, Any]] = {
    "radar": RADAR,
    "bar": {"type": "bar"},
    "line": {"type": "line"},
}


def _series(chart: Chart, table: Table, number: int) -> dict[str, Any]:
    colour = _COLOURS[number % len(_COLOURS)]
    if chart.kind == "bar":
        named = [column.key for column in table.columns].index(chart.categories)
        heads = (row[named] for row in table.rows)
        shades = [fill_of(head.style) if isinstance(head, Cell) else "" for head in heads]
        points = [{"fill": {"color": shade or colour}} for shade in shades]
        return {
            "fill": {"color": colour},
            "points": points,
            "gap": 45,
            "data_labels": {"value": True, "font": {"size": 9, "color": INK}},
        }
    place = number % len(_MARKERS)
    return stroke(colour, width=2, dash=_DASHES[place], marker=_MARKERS[place], edged=True)


def _axes(native: NativeChart, chart: Chart, axis: dict[str, Any], font: dict[str, Any]) -> None:
    lines = grid(LINE, 0.75)
    if chart.kind == "bar":
        native.set_x_axis(axis | {"visible": False, "major_gridlines": {"visible": False}})
        native.set_y_axis(
            {"reverse": True, "num_font": font, "line": {"color": LINE}, "major_tick_mark": "none"}
        )
        return
    native.set_x_axis({"num_font": font, "line": {"color": LINE}, "major_gridlines": lines})
    # whole steps on a short scale; otherwise the program's own choice
    short = chart.high is not None and chart.high - (chart.low or 0) <= 5
    native.set_y_axis(
        axis
        | {
            "major_gridlines": lines,
            "line": {"color": LINE},
            "major_unit": 1 if short else None,
            "num_format": "General",
        }
    )
