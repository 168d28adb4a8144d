"""The last results: a hidden sheet holds what every calculated cell came to when the file was last written
or refreshed. A cell first asks whether the book's handle answers; if not, it shows the last result, so that
nothing vanishes in a program without the add-in.

Column A names a cell and B holds its last result, the day in row 2; behind them, for every sheet that has
calculated columns, the key of each row's ID, the key of its name, and one column for each of its results."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.text import Text, join, same
from kasales_xl.layout.sheets import LAYOUT, Calculated
from kasales_xl.layout.template import HANDLE_NAME

#: Shown for a row that is newer than the last results, and where the last answer was an error.
NO_RESULT = "–"
#: The name of the cell with the day of the last results, as text: 2026-11-24.
DAY_NAME = "lastDay"
#: 1-based row of the day and of the first cell; 1-based columns of the cells' names and values, and where the
#: columns by row begin.
DAY_ROW, FIRST_CELL, NAME_COLUMN, VALUE_COLUMN, FIRST_COLUMN = 2, 3, 1, 2, 4
#: Sheets with calculated columns, in the order of the book.
RESULT_SHEETS = tuple(key for key, layout in LAYOUT.items() if layout.calculated)
#: Keys of the two columns by which the rows of a sheet are found.
ID_KEY, NAME_KEY = "id", "name"
#: IDs have a sign before them, so that a blank one is a key that no row has.
ID_SIGN = "#"
#: What stands between the parts of a name.
BETWEEN = "/"


def result_columns() -> tuple[tuple[str, str], ...]:
    """Sheet and key of each column from ``FIRST_COLUMN`` on."""
    return tuple(
        (sheet, key)
        for sheet in RESULT_SHEETS
        for key in (ID_KEY, NAME_KEY, *(calculated.key for calculated in LAYOUT[sheet].calculated))
    )


def result_name(sheet: str, key: str) -> str:
    """The workbook's name for a column of results: ``lastAccountsTier``."""
    return f"last{sheet.capitalize()}{key.title().replace('_', '')}"


def row_keys(sheet: str, row_id: str, names: Sequence[str]) -> tuple[str, str]:
    """The keys of a row: of its ID, blank without one, and of its name."""
    return (ID_SIGN + row_id if row_id else ""), BETWEEN.join(names)


def or_last(last: Text | str, live: Text | str) -> Text:
    """A formula's inside: the last result where the handle does not answer, else the live one, errors too."""
    return same('IF({handle}="",{last},{live})')(handle=HANDLE_NAME, last=last, live=live)


def last_of_row(calculated: Calculated, row_id: Text, names: Sequence[Text]) -> Text:
    """What a calculated cell shows of the last results: found by the row's ID, else by its name. row_id,
    names: this row's cells."""
    sheet = calculated.sheet
    found = same('IFERROR(MATCH("{sign}"&{id},{ids},0),MATCH({name},{names},0))')(
        sign=ID_SIGN,
        id=_literally(row_id),
        ids=result_name(sheet, ID_KEY),
        name=_literally(join(names, same(f'&"{BETWEEN}"&'))),
        names=result_name(sheet, NAME_KEY),
    )
    return same('IFERROR(INDEX({column},{found}),"{nothing}")')(
        column=result_name(sheet, calculated.key), found=found, nothing=NO_RESULT
    )


def _literally(text: Text) -> Text:
    """A text that MATCH takes letter by letter, for it reads ``*``, ``?`` and ``~`` as patterns."""
    for sign in "~*?":
        text = same('SUBSTITUTE({text},"{sign}","~{sign}")')(text=text, sign=sign)
    return text
