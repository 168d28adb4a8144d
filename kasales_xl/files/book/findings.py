"""The list of open findings on 检查, the worst first, with a link to each cell; and the mark on the cells
themselves, which goes when somebody changes what stands in them."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.core.text import Text, same
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import FAINT, NEWS, RULE, TEAL
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES, SheetLayout
from kasales_xl.layout.template import TYPING_ROWS
from kasales_xl.text.sheets import CHECKS

#: Lines of the list: a fixed size, in place of a formula that spills.
LINES = 25
#: Columns of the list, and the hidden ones that its parts stand in: state, sheet, cell, what, how, places.
WHERE, WHAT, STATE, HOW = 1, 2, 3, 4
ASIDE = 6
_STATE, _SHEET, _CELL, _WHAT, _HOW, _PLACES = range(ASIDE, ASIDE + 6)
#: Where the list begins, 0-based: My scorecard points there.
FIRST_LINE = 16

_PART = 'IFERROR(INDEX(KA_CHECK(KA,"grouped"),{n},{column}),"")'
_WHERE = same('=IF({sheet}="","",IF({cell}="",{sheet},HYPERLINK("#\'"&{sheet}&"\'!"&{cell},{shown})))')
_SHOWN = same('{sheet}&"!"&{cell}&IF({places}>1,"{several}"&{places}&"{places_word}","")')
#: Where the rest is; else what no list of cells can know.
_REST = same('=IF(ISNUMBER({count}),IF({count}>{lines},"{more}","{file_only}"),"{file_only}")')
_COUNT = 'IFERROR(ROWS(KA_CHECK(KA,"grouped"))-1,"")'


def write_findings(tab: Tab) -> None:
    """The lines from ``FIRST_LINE`` on, and one that says where the rest is; a calm word without any."""
    link = tab.styles.text(font_color=TEAL, underline=1, valign="top", text_wrap=True)
    words = tab.styles.text(text_wrap=True, valign="top")
    state = tab.styles.text(align="center", valign="top")
    faint = tab.styles.text(font_color=FAINT)
    for n in range(LINES):
        row = FIRST_LINE + n
        for column in range(_STATE, _PLACES + 1):
            part = _PART.format(n=n + 2, column=column - ASIDE + 1)
            tab.asks(row, column, part, faint)
        at = {name: xl_rowcol_to_cell(row, column, True, True) for name, column in _places()}
        shown = _SHOWN(several=CHECKS["several"], places_word=CHECKS["places"], **at)
        tab.formula(row, WHERE, _WHERE(shown=shown, **at), link)
        calm = CHECKS["nothing-found"] if n == 0 else same("")
        tab.formula(row, WHAT, _or_calm(at["what"], calm), words)
        tab.formula(row, STATE, same("={state}")(**at), state)
        tab.formula(row, HOW, same("={how}")(**at), words)
    line = tab.book.workbook.add_format({"bottom": 1, "bottom_color": RULE})
    filled = f'={xl_rowcol_to_cell(FIRST_LINE, WHAT, col_abs=True)}<>""'
    tab.mark_where((FIRST_LINE, WHERE, FIRST_LINE + LINES - 1, HOW), filled, line)
    rest = FIRST_LINE + LINES
    count = xl_rowcol_to_cell(rest, ASIDE, True, True)
    tab.asks(rest, ASIDE, _COUNT, faint)
    tab.formula(
        rest,
        WHERE,
        _REST(count=count, lines=LINES, more=CHECKS["more-findings"], file_only=CHECKS["file-only"]),
        faint,
    )
    _marks(tab, rest + 1)
    tab.sheet.set_column(ASIDE, _PLACES, 12, None, {"hidden": True})


def _places() -> tuple[tuple[str, int], ...]:
    return (
        ("state", _STATE), ("sheet", _SHEET), ("cell", _CELL), ("what", _WHAT), ("how", _HOW),
        ("places", _PLACES),
    )  # fmt: skip


def _or_calm(cell: str, calm: Text) -> Text:
    return same('=IF({cell}="","{calm}",{cell})')(cell=cell, calm=calm) if calm else same(f"={cell}")


def first_findings(n: int, *, calm: bool) -> Text:
    """The inside of a formula for My scorecard: the n-th line of the list, from 0, in one cell. calm: without
    a finding it says what the list says."""
    row = FIRST_LINE + n
    where, what = (xl_rowcol_to_cell(row, column, True, True) for column in (WHERE, WHAT))
    place = same("'{tab}'!")(tab=TAB_TITLES["checks"])
    none = same("{place}{what}")(place=place, what=what) if calm else same('""')
    return same('IF({place}{where}="",{none},{place}{where}&"  "&{place}{what})')(
        place=place, where=where, what=what, none=none
    )


def _marks(tab: Tab, row: int) -> None:
    """One hidden cell for each sheet names its cells in question."""
    for n, layout in enumerate(LAYOUT.values()):
        look = tab.styles.text(font_color=FAINT)
        tab.asks(row + n, ASIDE, f'IFERROR(INDEX(KA_CHECK(KA,"cells"),{n + 2},2),"")', look)
        tab.book.name(_mark_name(layout), f"='{tab.title}'!{xl_rowcol_to_cell(row + n, ASIDE, True, True)}")


def _mark_name(layout: SheetLayout) -> str:
    return f"mark{layout.key.capitalize()}"


def mark_cells(tab: Tab, layout: SheetLayout) -> None:
    """Cells that an open finding is about, as long as they hold what was found: red where the row is left
    out, else amber. The words stand on 检查."""
    first_column = 2 if layout.form else 0
    last_column = first_column if layout.form else len(layout.columns) - 1
    last_row = FIRST_ROW + len(layout.columns) - 2 if layout.form else TYPING_ROWS - 1
    place = (FIRST_ROW - 1, first_column, last_row, last_column)
    cell = xl_rowcol_to_cell(*place[:2])
    for sign, news in (("!", "poor"), ("?", "fair")):
        wanted = f'"|{sign}"&ADDRESS(ROW(),COLUMN(),4)&"¦"&{cell}&"|"'
        look = tab.book.workbook.add_format(NEWS[news] | {"bold": True})
        tab.mark_where(place, f"=ISNUMBER(FIND({wanted},{_mark_name(layout)}))", look)
