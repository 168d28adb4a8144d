"""The handle of a book, and what was found in its data."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from kasales_xl.core.findings import Place
from kasales_xl.core.text import Text
from kasales_xl.functions import typed
from kasales_xl.functions.arguments import BOOK, table_argument
from kasales_xl.functions.caller import Caller
from kasales_xl.functions.declared import REF, VALUE, Argument, Function, Rows, Value
from kasales_xl.functions.open_books import OpenBook, open_tables
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.grouped import cell_marks, grouped
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.functions import HEADERS
from kasales_xl.text.sheets import CHECKS
from kasales_xl.version import __version__

#: Sheet keys of KA_BOOK's arguments, in order.
TABLES = (*LAYOUT, "policy")


def _rows(sheet: str, last: int) -> str:
    """The inputs of a sheet from its header down to row ``last``: ``客户!A2:L20``."""
    layout = LAYOUT[sheet]
    return f"{layout.zh}!A2:{ascii_uppercase[len(layout.columns) - 1]}{last}"


_EXAMPLE = (
    f"=KA_BOOK(我的信息!A2:D15,{_rows('accounts', 20)},{_rows('contacts', 60)},{_rows('deals', 30)},,,,,)"
)


def book(caller: Caller, *tables: list[list[Any]] | None) -> str:
    """tables: in the order of ``TABLES``, each with its header row. The handle of their content."""
    return open_tables(dict(zip(TABLES, tables, strict=True)), caller.on, caller.cell)


def version(caller: Caller) -> str:
    return __version__


#: What KA_CHECK can be asked for, with the words that mean it.
FORMS: dict[str, tuple[str, ...]] = {
    "list": ("逐条",),
    "grouped": ("汇总",),
    "cells": ("单元格",),
}
#: As much as a cell takes.
_CELL_LIMIT = 32_000


def check(book: OpenBook, form: str | None) -> Rows:
    """Sheet, row, column, what was found, how to fix it, in the order of the book; ``grouped``: the open
    ones, the worst first, equal ones as one line; ``cells``: those in question, one text for each sheet."""
    wanted = typed.read_option(form, FORMS, "list")
    if wanted == "grouped":
        return _grouped(book)
    if wanted == "cells":
        return _cells(book)
    rows: Rows = [HEADERS["check"]]
    for finding in book.book.findings:
        at = finding.at
        layout = LAYOUT.get(at.sheet)
        column = layout.by_key.get(at.column) if layout else None
        where: list[Value] = [
            _sheet_of(at),
            float(at.row) if at.row else "",
            column.header if column else at.column,
        ]
        rows.append([*where, what(finding), fix(finding)])
    return rows


def _grouped(book: OpenBook) -> Rows:
    rows: Rows = [HEADERS["check-grouped"]]
    for group in grouped(book.book.findings):
        light = CHECKS["mend" if group.severity.blocks else "look"]
        count = float(len(group.findings))
        rows.append([light, _sheet_of(group.at), group.at.cell, group.what, group.fix, count])
    return rows


def _cells(book: OpenBook) -> Rows:
    rows: Rows = [HEADERS["check-cells"]]
    for layout in LAYOUT.values():
        marks = cell_marks(finding for finding in book.book.findings if finding.at.sheet == layout.key)
        rows.append([Text(layout.zh, layout.en), marks[:_CELL_LIMIT]])
    return rows


def _sheet_of(at: Place) -> Value:
    """The tab as it is called, else the name of our sheet, else its key."""
    layout = LAYOUT.get(at.sheet)
    return at.title or (Text(layout.zh, layout.en) if layout else at.sheet)


DECLARED = (
    Function(
        "KA_BOOK",
        (
            table_argument("profile", "我的信息", "Profile", optional=False),
            table_argument("accounts", "客户", "Accounts", optional=False),
            table_argument("contacts", "联系人", "Contacts", optional=False),
            table_argument("deals", "商机", "Deals", optional=False),
            table_argument("support", "支持", "Support"),
            table_argument("links", "人脉", "Links"),
            table_argument("practices", "能力", "Capability"),
            table_argument("career", "履历", "Career"),
            table_argument("policy", "规则", "Policy"),
        ),
        Text("把整本账簿读一次，得到账簿代号；其他函数凭它查结果，又快又一致。内容不变，代号不变。"
             "没有的表空着，逗号要写全。",
             "Reads the whole book once and returns its handle; the other functions look things up by it. "
             "Same content, same handle. Leave a table out, but write its comma."),
        "text",
        _EXAMPLE,
        book,
    ),
    Function(
        "KA_CHECK",
        (BOOK, Argument(
            "form",
            Text("逐条（不填）；汇总：还要处理的，最要紧的在前，相同的合成一行；单元格：有问题的格子",
                 "list (default); grouped: what is open, the worst first, equal ones as one line; "
                 "cells: the cells in question"),
            "text", optional=True,
        )),
        Text("数据里发现的问题：哪张表、哪一行、哪一列、是什么、怎么改。"
             "公式、下拉、保护的问题用 kasales check 看。",
             "What is wrong in the data: sheet, row, column, what was found, how to fix it. Formulas, "
             "drop-downs and protection: see kasales check."),
        "table", "=KA_CHECK(KA)", check, (VALUE, REF),
    ),
    Function(
        "KA_VERSION", (), Text("插件版本号；能算出来就说明插件在工作。",
                               "Version of the add-in; an answer means that it works."),
        "text", "=KA_VERSION()", version, (),
    ),
)  # fmt: skip
