"""The hidden sheet 上次结果: what every calculated cell comes to on the day the book is written."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from kasales_xl.files.book.calculation import Values
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.formulas.results import RowsPlace, result_cells
from kasales_xl.layout.last_results import (
    DAY_NAME,
    DAY_ROW,
    FIRST_CELL,
    FIRST_COLUMN,
    RESULT_SHEETS,
    VALUE_COLUMN,
    result_columns,
    result_name,
)
from kasales_xl.layout.sheets import LAYOUT


def write_results(tab: Tab) -> None:
    """Once all other sheets are laid out: their formulas are asked with the add-in in mind."""
    book, look = tab.book, tab.styles.text(num_format="General")
    value_column = xl_col_to_name(VALUE_COLUMN - 1)
    book.name(DAY_NAME, f"='{tab.title}'!${value_column}${DAY_ROW}")
    for at, (sheet, key) in enumerate(result_columns(), start=FIRST_COLUMN - 1):
        letter = xl_col_to_name(at)
        book.name(result_name(sheet, key), f"='{tab.title}'!${letter}:${letter}")
    values = Values(book.cells, alive=True)
    kept = enumerate(book.kept, start=FIRST_CELL)
    shown = result_cells(book.on, kept, _places(tab), values.value, values.value)
    for (row, column), value in sorted(shown.items()):
        if value == "":
            # a cell that is truly blank would show as 0 where a formula points at it
            tab.formula(row - 1, column - 1, '=""', look)
        else:
            tab.constant(row - 1, column - 1, value, look)
    tab.widths(
        {0: 24, 1: 24} | dict.fromkeys(range(FIRST_COLUMN - 1, FIRST_COLUMN + len(result_columns())), 16)
    )
    tab.sheet.hide()
    tab.protect()


def _places(tab: Tab) -> dict[str, RowsPlace]:
    """Where the rows of each sheet with calculated columns stand in the book being written."""
    places = {}
    for sheet in RESULT_SHEETS:
        layout = LAYOUT[sheet]
        title, top, left, bottom, _ = tab.book.cells.tables[layout.table.casefold()].place
        keys = (*layout.by_key, *(calculated.key for calculated in layout.calculated))
        columns = {key: at for at, key in enumerate(keys, start=left)}
        places[sheet] = RowsPlace(title, top + 1, bottom, columns)
    return places
