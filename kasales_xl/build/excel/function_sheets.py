"""The function reference as sheets: one that VBA reads, one that people read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.functions import FUNCTIONS

_TITLES = {"zh": "大客户销售函数", "en": "Key-account sales functions"}
_LEAD = {
    "zh": "模板里的 KA 是账簿代号；不写 KA，就用公式所在的工作簿。方括号里的可以不填。",
    "en": "KA is the handle of the book in our template; left out, the workbook of the formula is used. "
    "What stands in brackets may be left out.",
}
_HEADERS = {
    "zh": ("函数", "作用", "例子", "参数"),
    "en": ("Function", "What it does", "Example", "Arguments"),
}
_WIDTHS = (44, 56, 40, 70)


def function_rows() -> list[list[Any]]:
    """Name, help zh and en, number of arguments, their help in Chinese: what the function wizard gets."""
    rows: list[list[Any]] = [["name", "zh", "en", "arguments"]]
    for function in FUNCTIONS.values():
        helps = [argument.help.zh for argument in function.arguments]
        rows.append([function.name, function.help.zh, function.help.en, len(helps), *helps])
    return rows


def fill_table(sheet: Any, rows: Iterable[Iterable[Any]]) -> None:
    """sheet: of XlsxWriter. Texts stay texts, whatever they begin with."""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            write = sheet.write_string if isinstance(cell, str) else sheet.write_number
            write(row, column, cell)


def fill_reference(book: Any, sheet: Any, lang: Lang) -> None:
    """The reference that the ribbon's help button copies into a new workbook."""
    font = {"font_name": "等线" if lang == "zh" else "Calibri", "valign": "top"}
    title = book.add_format(font | {"bold": True, "font_size": 16})
    plain = book.add_format(font | {"text_wrap": True})
    head = book.add_format(font | {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, plain)
    sheet.write_string(0, 0, _TITLES[lang], title)
    sheet.write_string(1, 0, _LEAD[lang], book.add_format(font))
    sheet.write_row(3, 0, _HEADERS[lang], head)
    for row, function in enumerate(FUNCTIONS.values(), 4):
        arguments = "\n".join(f"{a.name}: {a.help.pick(lang)}" for a in function.arguments)
        for column, cell in enumerate(
            (function.signature, function.help.pick(lang), function.example, arguments)
        ):
            sheet.write_string(row, column, cell, plain)
    sheet.freeze_panes(4, 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
