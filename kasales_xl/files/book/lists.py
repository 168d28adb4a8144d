"""The hidden sheets: 字典 with the named ranges of every drop-down, and ``_meta``."""

from __future__ import annotations

import datetime as dt

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import Lang, Level, Tier
from kasales_xl.files.book.cells import protect, put, put_formula, scalar_answer
from kasales_xl.files.book.styles import Styles
from kasales_xl.functions.stored_answers import Answers
from kasales_xl.layout.formulas import handle_formula
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT
from kasales_xl.layout.template import (
    HANDLE_NAME,
    TEMPLATE_ID,
    TEMPLATE_VERSION,
    TYPING_ROWS,
    list_name,
    reference_name,
    structure_checksum,
    tab_title,
)

#: What a reference drop-down offers: the column that names a row, by sheet.
NAMING_COLUMNS = {"accounts": "account", "contacts": "name", "deals": "deal"}


def choice_lists(lang: Lang) -> dict[str, list[str | int]]:
    """Every list of the book by the name of its range, in the order of the sheets; then level codes
    with the next level's name and code, which My scorecard looks up."""
    found: dict[str, list[str | int]] = {}
    for layout in LAYOUT.values():
        for column in layout.columns:
            name = list_name(column)
            if name and name not in found:
                labels = column.choice_labels(lang)
                found[name] = [int(text) if column.kind is Kind.GRADE else text for text in labels]
    found["lstTier"] = [tier.label(lang) for tier in Tier]
    ladder = list(Level)
    above = [*ladder[1:], ladder[-1]]
    found["lstLevel"] = [level.value for level in ladder]
    found["lstNextLevel"] = [level.label(lang) for level in above]
    found["lstNextCode"] = [level.value for level in above]
    return found


def write_lists(workbook: Workbook, sheet: Worksheet, styles: Styles) -> None:
    """One list a column, its name on top; references point at the sheets themselves and end with
    their last name, so that drop-downs have no blank tail."""
    lang = styles.lang
    title = tab_title("lists", lang)
    head, body = styles.text(bold=True, bottom=1), styles.text()
    for at, (name, labels) in enumerate(choice_lists(lang).items()):
        sheet.write_string(0, at, name, head)
        for row, label in enumerate(labels, start=1):
            put(sheet, row, at, label, body)
        letter = xl_col_to_name(at)
        workbook.define_name(name, f"='{title}'!${letter}$2:${letter}${len(labels) + 1}")
        sheet.set_column(at, at, max(14, len(name) + 2))
    for key, column in NAMING_COLUMNS.items():
        layout = LAYOUT[key]
        letter = xl_col_to_name(list(layout.by_key).index(column))
        place = f"'{layout.title(lang)}'!"
        span = f"{place}${letter}${FIRST_ROW}:${letter}${TYPING_ROWS}"
        # COUNTA instead of OFFSET, which is volatile; at least one row, for a range can't be empty
        last = f"INDEX({span},MAX(1,COUNTA({span})))"
        workbook.define_name(reference_name(key), f"={place}${letter}${FIRST_ROW}:{last}")
    sheet.hide()
    protect(sheet, switched_on=True)


def write_meta(
    workbook: Workbook,
    sheet: Worksheet,
    styles: Styles,
    *,
    seller_id: str,
    created_by: str,
    created_on: dt.date | None,
    answers: Answers,
) -> None:
    """Column A keys, column B values; the last row is the book's handle, named ``KA``."""
    rows = {
        "template_id": TEMPLATE_ID,
        "template_version": TEMPLATE_VERSION,
        "structure_checksum": structure_checksum(),
        "seller_id": seller_id,
        "language": styles.lang,
        "created_by": created_by,
        "created_on": created_on.isoformat() if created_on else "",
    }
    label, value = styles.text(bold=True), styles.text(num_format="@")
    for row, (key, content) in enumerate(rows.items()):
        sheet.write_string(row, 0, key, label)
        put(sheet, row, 1, content, value)
    last = len(rows)
    sheet.write_string(last, 0, HANDLE_NAME, label)
    handle = scalar_answer(answers, "KA_BOOK")
    put_formula(sheet, last, 1, handle_formula(styles.lang), styles.text(), handle)
    workbook.define_name(HANDLE_NAME, f"='_meta'!{xl_rowcol_to_cell(last, 1, True, True)}")
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 40)
    sheet.hide()
    protect(sheet, switched_on=True)
