"""My scorecard's right block: the web of the five dimensions. All that is seen of it comes from cells, its
rings and its labels too, so that nothing is there before a practice is graded."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.terms import Dimension, Grade
from kasales_xl.core.text import same
from kasales_xl.files.book.my_scorecard.parts import (
    ASIDE,
    FIRST,
    LINE,
    PEOPLE,
    RIGHT,
    SECOND,
    STRIP,
    CardPage,
    once_named,
    span,
)
from kasales_xl.files.book.my_scorecard.seats import FIRST_DIMENSION
from kasales_xl.files.styles.charts import cells, frame
from kasales_xl.files.styles.look import AMBER, FAINT, INK, TEAL
from kasales_xl.text.sheets import CARD

#: Columns beside the page: the labels, the rings, what is needed, what there is.
_LABELS = ASIDE + 2
_RINGS = range(_LABELS + 1, _LABELS + len(Grade))
_NEEDED, _NOW = _RINGS.stop, _RINGS.stop + 1
_COUNT = len(Dimension)
_RING = "#C9D1DA"
_GRADED = same("COUNT({grades})>0")(grades=span(FIRST_DIMENSION, FIRST, _COUNT))
_DRAWN = same('=IF({graded},{what},"")')
_LINES = ("radar-waits", "radar-how")


def write_radar(page: CardPage) -> None:
    """The heading, the chart, and what stands in its place until it is drawn."""
    tab = page.tab
    radar, grades = (same('"{said}"')(said=CARD[code]) for code in ("radar", "grades"))
    heading = once_named(same("IF({graded},{radar},{grades})")(graded=_GRADED, radar=radar, grades=grades))
    page.heading(PEOPLE, RIGHT, RIGHT, same("={said}")(said=heading))
    for at, code in enumerate(_LINES, start=PEOPLE + 2):
        words = same('IF({graded},"","{said}")')(graded=_GRADED, said=CARD[code])
        look = page.look(font_color=FAINT)
        tab.formula(at, RIGHT, same("={said}")(said=once_named(words)), look)
    _helpers(page)
    tab.sheet.insert_chart(
        PEOPLE + 1, RIGHT, _chart(page), {"object_position": 2, "x_offset": 2, "y_offset": 1}
    )


def _helpers(page: CardPage) -> None:
    for n, dimension in enumerate(Dimension):
        at = FIRST_DIMENSION + n
        have, need = xl_rowcol_to_cell(at, FIRST), xl_rowcol_to_cell(at, SECOND)
        drawn = {
            _LABELS: same('"{name}"')(name=dimension),
            **{column: str(ring) for ring, column in enumerate(_RINGS, start=1)},
            _NEEDED: need,
            _NOW: f"IF(ISNUMBER({have}),{have},0)",
        }
        for column, what in drawn.items():
            page.tab.formula(at, column, _DRAWN(graded=_GRADED, what=what), page.aside())


def _chart(page: CardPage) -> object:
    title, pick = page.tab.title, page.tab.book.pick
    last = FIRST_DIMENSION + _COUNT - 1
    chart = page.tab.book.workbook.add_chart({"type": "radar"})
    lines = [("", column, {"color": _RING, "width": 0.75}) for column in _RINGS]
    lines.append((pick(CARD["next"]), _NEEDED, {"color": AMBER, "width": 1.75, "dash_type": "dash"}))
    lines.append((pick(CARD["now"]), _NOW, {"color": TEAL, "width": 3}))
    for name, column, line in lines:
        series = {
            "categories": cells(title, FIRST_DIMENSION, last, _LABELS),
            "values": cells(title, FIRST_DIMENSION, last, column),
            "line": line,
            "marker": {"type": "none"},
        }
        chart.add_series(series | ({"name": name} if name else {}))
    frame(chart, see_through=True)
    bare = {"major_gridlines": {"visible": False}, "line": {"none": True}}
    chart.set_x_axis(bare | {"num_font": {"size": 10, "bold": True, "color": INK}})
    scale = {
        "min": 0,
        "max": len(_RINGS),
        "major_unit": 1,
        "major_tick_mark": "none",
        "label_position": "none",
    }
    chart.set_y_axis(bare | scale)
    # what it draws stands in hidden columns
    chart.show_hidden_data()
    chart.set_size({"width": 302, "height": LINE * (STRIP - PEOPLE - 1) + 2})
    return chart
