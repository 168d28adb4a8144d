"""Native charts over the tables of a page: radar, bars, lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as NativeChart

from kasales_xl.core.terms import Lang
from kasales_xl.files.styles.charts import RADAR, cells, frame, grid, stroke
from kasales_xl.files.styles.look import AMBER, BAR_FILL, FONTS, GREY, INK, LINE, NAVY, TEAL
from kasales_xl.pages.page import Chart, Multiples, Table, Way, Words

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
    last = chart.rows or len(table.rows)
    native = _drawn(workbook, chart, table, where, sheet, chart.series, chart.kind, last)
    font = {"name": FONTS[lang], "size": 9, "color": INK}
    axis = {"min": chart.low, "max": chart.high, "num_font": font | {"color": GREY, "size": 8}}
    _axes(native, chart, axis, font)
    if chart.line:
        native.combine(_drawn(workbook, chart, table, where, sheet, chart.line, "over", last))
    legend = font if len(chart.series) + len(chart.line) > 1 else None
    frame(native, title=str(chart.title), title_font=font | {"bold": True}, legend=legend, see_through=True)
    return native


def small_chart(
    workbook: Workbook, block: Multiples, name: Words, where: DrawnColumn, sheet: str, lang: Lang
) -> NativeChart:
    """One of several small pictures. where: the row of the points, the row of the values (``first``), the
    column of the name and, as ``last``, the last one of the values."""
    native: NativeChart = workbook.add_chart({"type": "line"})
    row, column, last = where.first, where.column, where.last
    native.add_series(
        {
            "categories": [sheet, where.header, column + 1, where.header, last],
            "values": [sheet, row, column + 1, row, last],
            **stroke(TEAL, width=2, size=4, edged=True),
        }
    )
    font = {"name": FONTS[lang], "size": 9, "color": INK, "bold": False}
    native.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    native.set_y_axis(
        {"min": block.low, "max": block.high, "major_unit": 1, "major_gridlines": grid(LINE, 0.5)}
        | {"num_font": font | {"size": 7, "color": GREY}, "line": {"none": True}, "num_format": "0"}
    )
    frame(native, title=str(name), title_font=font, see_through=True)
    return native


def slope_chart(
    workbook: Workbook, ways: Sequence[tuple[Way, DrawnColumn]], sheet: str, lang: Lang
) -> NativeChart:
    """Several ways in one picture, each beginning and ending in its value; places as for ``small_chart``."""
    native: NativeChart = workbook.add_chart({"type": "line"})
    font = {"name": FONTS[lang], "size": 9, "color": INK}
    for number, (_way, at) in enumerate(ways):
        native.add_series(
            {
                "name": [sheet, at.first, at.column],
                "categories": [sheet, at.header, at.column + 1, at.header, at.last],
                "values": [sheet, at.first, at.column + 1, at.first, at.last],
                "data_labels": {"value": True, "position": "above", "font": font | {"size": 8}},
                **stroke(_COLOURS[number % len(_COLOURS)], width=2, size=5, edged=True),
            }
        )
    native.set_x_axis({"num_font": font | {"size": 8}, "line": {"color": LINE}})
    native.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    frame(native, legend=font, see_through=True)
    return native


def _drawn(
    workbook: Workbook,
    chart: Chart,
    table: Table,
    where: Mapping[str, DrawnColumn],
    sheet: str,
    columns: Sequence[str],
    kind: str,
    rows: int,
) -> NativeChart:
    """These columns of the first ``rows`` rows."""
    native: NativeChart = workbook.add_chart(_KINDS[kind])
    categories = where[chart.categories]
    for number, key in enumerate(columns):
        at = where[key]
        native.add_series(
            {
                "name": [sheet, at.header, at.column],
                "categories": cells(sheet, categories.first, categories.first + rows - 1, categories.column),
                "values": cells(sheet, at.first, at.first + rows - 1, at.column),
                **_series(number, kind),
            }
        )
    return native


_KINDS: dict[str, dict[str, Any]] = {
    "radar": RADAR,
    "bar": {"type": "bar"},
    "line": {"type": "line"},
    "over": {"type": "line"},
    "stacked": {"type": "column", "subtype": "stacked"},
    "columns": {"type": "column"},
}
#: Charts whose columns stand on the axis.
_STANDING = frozenset({"stacked", "columns"})
#: Then, in grey, and now.
_THEN_NOW = (LINE, TEAL)


def _series(number: int, kind: str) -> dict[str, Any]:
    colour = _COLOURS[number % len(_COLOURS)]
    if kind == "over":
        return stroke(NAVY, width=1.75, dash="solid", marker="diamond", size=6, edged=True)
    if kind in _STANDING:
        return {"fill": {"color": (TEAL, BAR_FILL, GREY)[number % 3]}, "gap": 60}
    if kind == "bar":
        labels = {"value": True, "font": {"size": 8, "color": INK}}
        return {"fill": {"color": _THEN_NOW[number % 2]}, "gap": 40, "overlap": 0, "data_labels": labels}
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
    standing = chart.kind in _STANDING
    upright = {"visible": False} if standing else lines
    native.set_x_axis({"num_font": font, "line": {"color": LINE}, "major_gridlines": upright})
    # whole steps on a short scale; otherwise the program's own choice
    short = chart.high is not None and chart.high - (chart.low or 0) <= 5
    native.set_y_axis(
        axis
        | {
            "major_gridlines": lines,
            "line": {"color": LINE},
            "major_unit": 1 if short else None,
            "num_format": "#,##0" if standing else "General",
        }
    )
