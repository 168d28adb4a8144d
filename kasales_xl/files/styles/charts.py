"""How charts of ours are set up, on scorecards and on a rep's own page."""

from __future__ import annotations

from typing import Any

from xlsxwriter.chart import Chart

Properties = dict[str, Any]

RADAR: Properties = {"type": "radar", "subtype": "with_markers"}


def cells(sheet: str, first: int, last: int, column: int) -> list[str | int]:
    """Cells of one column as a chart points at them, 0-based."""
    return [sheet, first, column, last, column]


def stroke(
    colour: str,
    *,
    width: float = 2.25,
    dash: str | None = None,
    marker: str = "circle",
    size: int = 6,
    edged: bool = False,
) -> Properties:
    """The look of a line and its points."""
    edge = {"color": colour} if edged else {"none": True}
    return {
        "line": {"color": colour, "width": width, "dash_type": dash},
        "marker": {"type": marker, "size": size, "fill": {"color": colour}, "border": edge},
    }


def grid(colour: str, width: float | None = None) -> Properties:
    line: Properties = {"color": colour} if width is None else {"color": colour, "width": width}
    return {"visible": True, "line": line}


def frame(
    chart: Chart,
    *,
    title: str = "",
    title_font: Properties | None = None,
    legend: Properties | None = None,
    see_through: bool = False,
) -> None:
    """No border; a title where there is one; legend: the font of one below, None for no legend."""
    chart.set_title({"name": title, "name_font": title_font, "overlay": False} if title else {"none": True})
    chart.set_legend({"none": True} if legend is None else {"position": "bottom", "font": legend})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True} if see_through else None})
    if see_through:
        chart.set_plotarea({"fill": {"none": True}})
