"""The form sheets 我的信息 and 规则: one field a row, its key in the hidden first column."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.filling import policy_cells, policy_fields, profile_cells
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.files.book.cells import landscape, protect, put
from kasales_xl.files.book.rules import cell_rule, policy_rule
from kasales_xl.files.book.styles import BAND, FAINT, FAIR, REQUIRED, RULE, SLATE, Styles
from kasales_xl.files.styles.formats import NAVY, TEAL
from kasales_xl.layout.sheets import FIRST_ROW, HEADER_ROW, LAYOUT
from kasales_xl.layout.template import (
    FORM_HEADERS,
    POLICY_HEADERS,
    POLICY_TABLE,
    UNIT_NAME,
    headers,
    tab_title,
)

_HEADERS, _FIRST, _VALUE = HEADER_ROW - 1, FIRST_ROW - 1, 2


def write_profile(workbook: Workbook, sheet: Worksheet, book: Book, styles: Styles) -> None:
    layout, lang = LAYOUT["seller"], styles.lang
    cells = profile_cells(book, lang)
    _form_table(sheet, layout.table, headers(FORM_HEADERS, lang), len(cells), styles)
    for at, (column, (key, label, value, help_text)) in enumerate(zip(layout.columns, cells, strict=True)):
        row = _FIRST + at
        shown = "@" + ('" *"' if column.required else "")
        put(sheet, row, 0, key, styles.text(num_format="@"))
        put(sheet, row, 1, label, styles.text(bold=True, num_format=shown, **_ruled(BAND)))
        fill = REQUIRED if column.required else "#FFFFFF"
        look = _ruled(fill) | {"align": "left", "indent": 1}
        look["num_format"] = "@" if column.key == "seller_id" else styles.number_format(column.style)
        put(sheet, row, _VALUE, value, styles.make(**look))
        put(sheet, row, 3, help_text, styles.text(font_color=FAINT, indent=1, **_ruled("#FFFFFF")))
        rule = cell_rule(column, xl_rowcol_to_cell(row, _VALUE), lang)
        if rule:
            sheet.data_validation(row, _VALUE, row, _VALUE, rule)
        sheet.set_row(row, 24)
        if column.key == "money_unit":
            place = xl_rowcol_to_cell(row, _VALUE, True, True)
            workbook.define_name(UNIT_NAME, f"='{layout.title(lang)}'!{place}")
    for at, width in ((1, 26), (_VALUE, 34), (3, 60)):
        sheet.set_column(at, at, width)
    _finish(sheet, layout.title(lang), styles)
    sheet.set_tab_color(TEAL)


def write_policy(sheet: Worksheet, policy: Policy, styles: Styles) -> None:
    """``value`` may be changed within its range; the default stands beside it."""
    lang = styles.lang
    cells, fields = policy_cells(policy, lang), policy_fields()
    _form_table(sheet, POLICY_TABLE, headers(POLICY_HEADERS, lang), len(cells), styles)
    group = ""
    for at, (field, line) in enumerate(zip(fields, cells, strict=True)):
        row = _FIRST + at
        edge: dict[str, Any] = {"top": 1, "top_color": NAVY} if field.group != group else {}
        group = field.group
        number_format = _policy_format(field.kind, field.unit)
        for column, value in enumerate(line):
            look = _ruled(BAND if column == 1 else "#FFFFFF") | edge
            if column == _VALUE:
                look |= {"num_format": number_format, "align": "center", "bold": True, "bg_color": REQUIRED}
                put(sheet, row, column, value, styles.make(**look))
                continue
            if column == 3:
                look |= {"num_format": number_format, "align": "center", "font_color": FAINT}
            elif column > 3:
                look["font_color"] = FAINT
            put(sheet, row, column, value, styles.text(text_wrap=column in (1, 5), **look))
        rule = policy_rule(field, lang)
        if rule:
            sheet.data_validation(row, _VALUE, row, _VALUE, rule)
    # a value that is not the default is bold on amber: seen at a glance, and said by the two columns
    span = (_FIRST, _VALUE, _FIRST + len(cells) - 1, _VALUE)
    first = f"$C${FIRST_ROW}<>$D${FIRST_ROW}".replace(f"${FIRST_ROW}", str(FIRST_ROW))
    changed = styles.make(bg_color=FAIR)
    sheet.conditional_format(*span, {"type": "formula", "criteria": f"={first}", "format": changed})
    widths = (46, 18, 14, 20, 26, 16, 12) if lang == "zh" else (56, 18, 14, 20, 28, 18, 12)
    for at, width in enumerate(widths, start=1):
        sheet.set_column(at, at, width)
    _finish(sheet, tab_title("policy", lang), styles)
    sheet.set_tab_color(SLATE)


def _policy_format(kind: str, unit: str) -> str:
    """Slots and choices are text, so that 5-10 never becomes the tenth of May."""
    if kind in ("slots", "text", "choice"):
        return "@"
    if unit == "share":
        return "0.0##"
    return "#,##0.0#" if kind == "number" and unit in ("weight", "factor") else "General"


def _ruled(fill: str) -> dict[str, Any]:
    return {"bottom": 1, "bottom_color": RULE, "bg_color": fill}


def _form_table(sheet: Worksheet, name: str, titles: list[str], count: int, styles: Styles) -> None:
    head = styles.text(bold=True, font_color="#FFFFFF", bg_color=NAVY)
    options = {
        "name": name,
        "style": None,
        "banded_rows": False,
        "autofilter": name == POLICY_TABLE,
        "columns": [{"header": title, "header_format": head} for title in titles],
    }
    sheet.add_table(_HEADERS, 0, _FIRST + count - 1, len(titles) - 1, options)
    sheet.set_row(_HEADERS, 28)
    sheet.set_column(0, 0, 16, None, {"hidden": True})


def _finish(sheet: Worksheet, title: str, styles: Styles) -> None:
    sheet.write_string(0, 1, title, styles.text(bold=True, font_size=16, font_color=NAVY))
    sheet.set_row(0, 34)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_FIRST, 0)
    landscape(sheet, title, header_row=_HEADERS)
    protect(sheet, switched_on=True)
