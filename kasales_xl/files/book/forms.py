"""The form sheets 我的信息 and 规则: one field a row, its key in the hidden first column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.book.filling import policy_cells, policy_fields, profile_cells
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import Text, pick
from kasales_xl.files.book.findings import mark_cells
from kasales_xl.files.book.rules import cell_rule, policy_rule
from kasales_xl.files.book.styles import DATE_FORMAT, SCORES_MARK
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import BAND, FAINT, NAVY, NEWS, RULE, SCORES, SLATE, TEAL
from kasales_xl.layout.sheets import FIRST_ROW, HEADER_ROW, LAYOUT
from kasales_xl.layout.template import FORM_HEADERS, POLICY_HEADERS, POLICY_TABLE, UNIT_NAME

_HEADERS, _FIRST, _VALUE = HEADER_ROW - 1, FIRST_ROW - 1, 2


def write_profile(tab: Tab, book: Book, typed: Mapping[str, object] | None = None) -> None:
    """typed: by field, what somebody typed into another copy of the sheet."""
    layout, styles, cells = LAYOUT["seller"], tab.styles, profile_cells(book)
    _form_table(tab, layout.table, FORM_HEADERS, len(cells))
    for at, (column, (key, label, value, help_text)) in enumerate(zip(layout.columns, cells, strict=True)):
        row = _FIRST + at
        marks = " *" * column.required + f" {SCORES_MARK}" * column.scores
        shown = "@" + (f'"{marks}"' if marks else "")
        tab.put(row, 0, key, styles.text(num_format="@"))
        tab.put(row, 1, label, styles.text(bold=True, num_format=shown, **_ruled(BAND)))
        fill = SCORES if column.scores else "#FFFFFF"
        look = _ruled(fill) | {"align": "left", "indent": 1}
        look["num_format"] = "@" if column.key == "seller_id" else styles.number_format(column.style)
        day = styles.make(**look | {"num_format": DATE_FORMAT})
        if typed is None:
            tab.put(row, _VALUE, value, styles.make(**look))
        else:
            tab.typed(
                row, _VALUE, typed.get(column.key, pick(value, tab.book.lang)), styles.make(**look), day
            )
        tab.put(row, 3, help_text, styles.text(font_color=FAINT, indent=1, **_ruled("#FFFFFF")))
        tab.rule(row, _VALUE, row, _VALUE, cell_rule(column, xl_rowcol_to_cell(row, _VALUE)))
        tab.sheet.set_row(row, 24)
        if column.key == "money_unit":
            tab.book.name(UNIT_NAME, f"='{tab.title}'!{xl_rowcol_to_cell(row, _VALUE, True, True)}")
    mark_cells(tab, layout)
    tab.widths({1: 26, _VALUE: 34, 3: 60})
    _finish(tab, TEAL)


def write_policy(tab: Tab, policy: Policy, typed: Mapping[str, object] | None = None) -> None:
    """``value`` may be changed within its range; the default stands beside it. typed: by field, what somebody
    typed into another copy of the sheet."""
    styles, cells, fields = tab.styles, policy_cells(policy), policy_fields()
    _form_table(tab, POLICY_TABLE, POLICY_HEADERS, len(cells))
    group = ""
    for at, (field, line) in enumerate(zip(fields, cells, strict=True)):
        row = _FIRST + at
        edge: dict[str, Any] = {"top": 1, "top_color": NAVY} if field.group != group else {}
        group = field.group
        number_format = _policy_format(field.kind, field.unit)
        for column, value in enumerate(line):
            look = _ruled(BAND if column == 1 else "#FFFFFF") | edge
            if column == _VALUE:
                look |= {"num_format": number_format, "align": "center", "bold": True, "bg_color": SCORES}
                style = styles.make(**look)
                if typed is None:
                    tab.put(row, column, value, style)
                else:
                    tab.typed(row, column, typed.get(field.key, pick(value, tab.book.lang)), style, style)
                continue
            if column == 3:
                look |= {"num_format": number_format, "align": "center", "font_color": FAINT}
            elif column > 3:
                look["font_color"] = FAINT
            tab.put(row, column, value, styles.text(text_wrap=column in (1, 5), **look))
        tab.rule(row, _VALUE, row, _VALUE, policy_rule(field))
    # a value that is not the default is bold on amber: seen at a glance, and said by the two columns
    span = (_FIRST, _VALUE, _FIRST + len(cells) - 1, _VALUE)
    tab.mark_where(span, f"=$C{FIRST_ROW}<>$D{FIRST_ROW}", styles.make(bg_color=NEWS["fair"]["bg_color"]))
    tab.widths(dict(enumerate(styles.policy_widths, start=1)))
    _finish(tab, SLATE)


def _policy_format(kind: str, unit: str) -> str:
    """Slots and choices are text, so that 5-10 never becomes the tenth of May."""
    if kind in ("slots", "text", "choice"):
        return "@"
    if unit == "share":
        return "0.0##"
    return "#,##0.0#" if kind == "number" and unit in ("weight", "factor") else "General"


def _ruled(fill: str) -> dict[str, Any]:
    return {"bottom": 1, "bottom_color": RULE, "bg_color": fill}


def _form_table(tab: Tab, name: str, titles: Sequence[Text], count: int) -> None:
    head = tab.styles.text(bold=True, font_color="#FFFFFF", bg_color=NAVY)
    columns = [{"header": title, "header_format": head} for title in titles]
    tab.table(name, _HEADERS, _FIRST + count - 1, columns, autofilter=name == POLICY_TABLE)
    tab.sheet.set_row(_HEADERS, 28)
    tab.sheet.set_column(0, 0, 16, None, {"hidden": True})


def _finish(tab: Tab, colour: str) -> None:
    tab.say(0, 1, tab.title, tab.styles.text(bold=True, font_size=16, font_color=NAVY))
    tab.sheet.set_row(0, 34)
    tab.sheet.freeze_panes(_FIRST, 0)
    tab.landscape(header_row=_HEADERS)
    tab.close(colour)
