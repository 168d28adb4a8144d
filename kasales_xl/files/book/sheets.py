"""The data sheets: one table each, hidden keys above its headers, calculated columns to its right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.filling import References, data_cells, sheet_rows
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import DealStage, KeyAccount, LoopStage, MoneyUnit, Stance, Tier
from kasales_xl.files.book.cells import landscape, protect, put, put_formula
from kasales_xl.files.book.rules import calculated_rule, cell_rule, header_rule
from kasales_xl.files.book.styles import FAIR, FAIR_INK, GOOD, GOOD_INK, POOR, POOR_INK, Styles
from kasales_xl.files.styles.formats import NAVY, TEAL
from kasales_xl.functions.declared import CellError
from kasales_xl.functions.stored_answers import Answers
from kasales_xl.layout.formulas import blank_instead_of_error, calculated_call, calculated_formula
from kasales_xl.layout.sheets import FIRST_ROW, HEADER_ROW, KEY_ROW, Calculated, Column, SheetLayout
from kasales_xl.layout.template import TYPING_ROWS, UNIT_NAME

#: How many columns stay in sight while the rest scrolls.
FROZEN = {"accounts": 2, "contacts": 3, "deals": 3, "support": 2, "links": 3, "practices": 4, "career": 3}
#: Sheets too wide for one page print on two, with the frozen columns repeated.
TWO_PAGES = frozenset({"accounts", "contacts", "deals"})

_KEYS, _HEADERS, _FIRST = KEY_ROW - 1, HEADER_ROW - 1, FIRST_ROW - 1


def write_data_sheet(
    workbook: Workbook,
    sheet: Worksheet,
    layout: SheetLayout,
    book: Book,
    styles: Styles,
    known: References,
    answers: Answers,
) -> None:
    """The whole tab: keys, table with ready rows, rules, formats, print set-up, protection."""
    rows = data_cells(book, layout.key, styles.lang, known)
    count = max(1, len(rows) + layout.ready_rows)
    _columns(sheet, layout, styles)
    _table(sheet, layout, styles, count)
    for at, cells in enumerate(rows):
        for column, value, style in zip(range(len(cells)), cells, _input_styles(layout, styles), strict=True):
            put(sheet, _FIRST + at, column, value, style)
    blank_styles = _input_styles(layout, styles)
    for at in range(len(rows), count):
        for column, style in enumerate(blank_styles):
            sheet.write_blank(_FIRST + at, column, None, style)
    _formulas(sheet, layout, styles, sheet_rows(book, layout.key, styles.lang), count, answers)
    _rules(sheet, layout, styles, count)
    _colours(workbook, sheet, layout, styles)
    sheet.freeze_panes(_FIRST, FROZEN[layout.key])
    sheet.set_tab_color(TEAL)
    _printing(sheet, layout, styles)
    protect(sheet, switched_on=False)


def _input_styles(layout: SheetLayout, styles: Styles) -> list[Any]:
    return [styles.input(column) for column in layout.columns]


def _columns(sheet: Worksheet, layout: SheetLayout, styles: Styles) -> None:
    """Widths; the format of a column is that of rows typed below its table."""
    for at, column in enumerate(layout.columns):
        sheet.set_column(at, at, styles.width(column), styles.input(column, ready=False))
    for at, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        sheet.set_column(at, at, styles.width(calculated))


def _table(sheet: Worksheet, layout: SheetLayout, styles: Styles, count: int) -> None:
    every: list[Column | Calculated] = [*layout.columns, *layout.calculated]
    keys = styles.text(num_format="@", font_color="#8A94A0", font_size=8)
    sheet.set_row(_KEYS, None, None, {"hidden": True})
    options: list[dict[str, Any]] = []
    for at, column in enumerate(every):
        sheet.write_string(_KEYS, at, f"{column.sheet}.{column.key}", keys)
        option = {"header": column.label(styles.lang), "header_format": styles.header(column)}
        if isinstance(column, Calculated):
            option["formula"] = calculated_formula(column, styles.lang)
        options.append(option)
    sheet.add_table(
        _HEADERS, 0, _FIRST + count - 1, len(every) - 1,
        {"name": layout.table, "columns": options, "style": None, "banded_rows": False},
    )  # fmt: skip
    sheet.set_row(_HEADERS, 34)


def _formulas(
    sheet: Worksheet,
    layout: SheetLayout,
    styles: Styles,
    rows: tuple[Row, ...],
    count: int,
    answers: Answers,
) -> None:
    for at, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        formula, style = calculated_formula(calculated, styles.lang), styles.calculated(calculated)
        for row in range(count):
            cached: object = ""
            if row < len(rows):
                cached = answers(*calculated_call(calculated, _values(rows[row])))
                if isinstance(cached, CellError) and blank_instead_of_error(calculated):
                    cached = ""
            put_formula(sheet, _FIRST + row, at, formula, style, cached)


def _values(row: Row) -> Mapping[str, object]:
    return {key: getattr(row, key) for key in type(row).model_fields}


def _rules(sheet: Worksheet, layout: SheetLayout, styles: Styles, count: int) -> None:
    lang = styles.lang
    for at, column in enumerate(layout.columns):
        heading = header_rule(column, lang)
        if heading:
            sheet.data_validation(_HEADERS, at, _HEADERS, at, heading)
        rule = cell_rule(column, xl_rowcol_to_cell(_FIRST, at), lang)
        if rule:
            sheet.data_validation(_FIRST, at, TYPING_ROWS - 1, at, rule)
        if column.kind is Kind.ID:
            sheet.ignore_errors({"number_stored_as_text": f"{xl_rowcol_to_cell(_FIRST, at)}:"
                                 f"{xl_rowcol_to_cell(TYPING_ROWS - 1, at)}"})  # fmt: skip
    for at, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        sheet.data_validation(_HEADERS, at, _HEADERS, at, header_rule(calculated, lang))
        sheet.data_validation(_FIRST, at, _FIRST + count - 1, at, calculated_rule(lang))


def _colours(workbook: Workbook, sheet: Worksheet, layout: SheetLayout, styles: Styles) -> None:
    """The words say it all; colour only helps the eye."""
    good = workbook.add_format({"bg_color": GOOD, "font_color": GOOD_INK})
    fair = workbook.add_format({"bg_color": FAIR, "font_color": FAIR_INK})
    poor = workbook.add_format({"bg_color": POOR, "font_color": POOR_INK, "bold": True})
    marked: dict[str, list[tuple[str, Any]]] = {
        "tier": [(Tier.STRONG.label(styles.lang), good), (Tier.MID.label(styles.lang), fair)],
        "is_key": [
            (KeyAccount.YES.label(styles.lang), good),
            (KeyAccount.UNDECIDED.label(styles.lang), fair),
        ],
        "stance": [
            (Stance.OPPOSED.label(styles.lang), poor),
            (Stance.CHAMPION.label(styles.lang), good),
        ],
        "stage": [
            (stage.label(styles.lang), good)
            for stage in (DealStage.CONTRACT, DealStage.DELIVER, DealStage.WON)
        ]
        + [(DealStage.LOST.label(styles.lang), poor)],
    }
    if layout.key == "practices":
        _blocks(workbook, sheet, layout, styles)
    every: list[Column | Calculated] = [*layout.columns, *layout.calculated]
    for at, column in enumerate(every):
        if column.key == "stage" and layout.key != "deals":
            continue
        for word, look in marked.get(column.key, ()):
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            sheet.conditional_format(_FIRST, at, TYPING_ROWS - 1, at, rule)
        if column.style == "money":
            _unit_in_header(workbook, sheet, at, column, styles)


def _blocks(workbook: Workbook, sheet: Worksheet, layout: SheetLayout, styles: Styles) -> None:
    """A line above each dimension's first practice."""
    first = xl_rowcol_to_cell(_FIRST, list(layout.by_key).index("stage"), col_abs=True)
    criteria = f'={first}="{LoopStage.INCUBATE.label(styles.lang)}"'
    line = workbook.add_format({"top": 1, "top_color": NAVY})
    sheet.conditional_format(
        _FIRST, 0, TYPING_ROWS - 1, len(layout.columns) - 1,
        {"type": "formula", "criteria": criteria, "format": line},
    )  # fmt: skip


def _unit_in_header(
    workbook: Workbook, sheet: Worksheet, at: int, column: Column | Calculated, styles: Styles
) -> None:
    """The header follows the money unit when somebody changes it on 我的信息."""
    for unit in MoneyUnit:
        if unit is styles.unit:
            continue
        look = workbook.add_format({"num_format": styles.header_format(column, unit)})
        criteria = f'={UNIT_NAME}="{unit.label(styles.lang)}"'
        sheet.conditional_format(
            _HEADERS, at, _HEADERS, at, {"type": "formula", "criteria": criteria, "format": look}
        )


def _printing(sheet: Worksheet, layout: SheetLayout, styles: Styles) -> None:
    wide = 2 if layout.key in TWO_PAGES else 1
    landscape(sheet, layout.title(styles.lang), header_row=_HEADERS, pages_wide=wide)
    if wide > 1:
        sheet.repeat_columns(0, FROZEN[layout.key] - 1)
