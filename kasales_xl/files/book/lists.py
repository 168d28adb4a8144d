"""The hidden sheets: 字典 with the named ranges of every drop-down, and ``_meta``."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from kasales_xl.book.filling import BookCell
from kasales_xl.core.terms import Level, Tier
from kasales_xl.files.book.departments import write_departments
from kasales_xl.files.book.writer import Tab
from kasales_xl.layout.formulas import handle_formula
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT
from kasales_xl.layout.template import (
    HANDLE_NAME,
    TEMPLATE_ID,
    TEMPLATE_VERSION,
    TYPING_ROWS,
    choices,
    list_name,
    reference_name,
    structure_checksum,
)

#: Who made a book, as its properties say.
AUTHOR = "kasales"
#: What a reference drop-down offers: the column that names a row, by sheet.
NAMING_COLUMNS = {"accounts": "account", "contacts": "name", "deals": "deal"}


def choice_lists() -> dict[str, list[BookCell]]:
    """Every list of the book by the name of its range, in the order of the sheets; then level codes
    with the next level's name and code, which My scorecard looks up."""
    lists: dict[str, list[BookCell]] = {}
    for layout in LAYOUT.values():
        for column in layout.columns:
            if list_name(column):
                lists.setdefault(list_name(column), [*choices(column)])
    lists["lstTier"] = [*Tier]
    ladder = list(Level)
    above = [*ladder[1:], ladder[-1]]
    lists["lstLevel"] = [level.value for level in ladder]
    lists["lstNextLevel"] = [*above]
    lists["lstNextCode"] = [level.value for level in above]
    return lists


def write_lists(tab: Tab) -> None:
    """One list a column, its name on top; references point at the sheets themselves and end with
    their last name, so that drop-downs have no blank tail."""
    head, body = tab.styles.text(bold=True, bottom=1), tab.styles.text()
    for at, (name, offered) in enumerate(choice_lists().items()):
        tab.say(0, at, name, head)
        for row, choice in enumerate(offered, start=1):
            tab.put(row, at, choice, body)
        letter = xl_col_to_name(at)
        tab.book.name(name, f"='{tab.title}'!${letter}$2:${letter}${len(offered) + 1}")
        tab.sheet.set_column(at, at, max(14, len(name) + 2))
    write_departments(tab, len(choice_lists()) + 1)
    for key, column in NAMING_COLUMNS.items():
        letter = xl_col_to_name(list(LAYOUT[key].by_key).index(column))
        place = f"'{tab.book.tabs[key].title}'!"
        span = f"{place}${letter}${FIRST_ROW}:${letter}${TYPING_ROWS}"
        # COUNTA instead of OFFSET, which is volatile; at least one row, for a range can't be empty
        last = f"INDEX({span},MAX(1,COUNTA({span})))"
        tab.book.name(reference_name(key), f"={place}${letter}${FIRST_ROW}:{last}")
    tab.sheet.hide()
    tab.protect()


def write_meta(tab: Tab, seller_id: str) -> None:
    """Column A keys, column B values; the last row is the book's handle, named ``KA``."""
    rows = {
        "template_id": TEMPLATE_ID,
        "template_version": TEMPLATE_VERSION,
        "structure_checksum": structure_checksum(),
        "seller_id": seller_id,
        "language": tab.book.lang,
        "created_by": AUTHOR,
        "created_on": tab.book.on.isoformat(),
    }
    label, value = tab.styles.text(bold=True), tab.styles.text(num_format="@")
    for row, (key, content) in enumerate(rows.items()):
        tab.say(row, 0, key, label)
        tab.put(row, 1, content, value)
    last = len(rows)
    tab.say(last, 0, HANDLE_NAME, label)
    tables = {key: tab.book.cells.tables[layout.table.casefold()].place for key, layout in LAYOUT.items()}
    last_rows = {key: bottom for key, (_, _, _, bottom, _) in tables.items()}
    tab.formula(last, 1, handle_formula(last_rows), tab.styles.text())
    tab.book.name(HANDLE_NAME, f"='{tab.title}'!{xl_rowcol_to_cell(last, 1, True, True)}")
    tab.widths({0: 20, 1: 40})
    tab.sheet.hide()
    tab.protect()
