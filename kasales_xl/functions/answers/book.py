"""The handle of a book, and what was found in its data."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from kasales_xl.core.text import Text
from kasales_xl.functions.arguments import BOOK, table_argument
from kasales_xl.functions.declared import REF, VALUE, Function, Rows, Value
from kasales_xl.functions.open_books import Caller, OpenBook, open_tables
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.functions import HEADERS
from kasales_xl.version import __version__

#: Sheet keys of KA_BOOK's arguments, in order.
TABLES = (*LAYOUT, "policy")


def _rows(sheet: str, last: int) -> str:
    """The inputs of a sheet from its header down to row ``last``: ``客户!A2:L20``."""
    layout = LAYOUT[sheet]
    return f"{layout.zh}!A2:{ascii_uppercase[len(layout.columns) - 1]}{last}"


_EXAMPLE = f"=KA_BOOK(我的信息!A2:D15,{_rows('accounts', 20)},{_rows('contacts', 60)},{_rows('deals', 30)})"


def book(caller: Caller, *tables: list[list[Any]] | None) -> str:
    """tables: in the order of ``TABLES``, each with its header row. The handle of their content."""
    return open_tables(dict(zip(TABLES, tables, strict=True)), caller.on)


def version(caller: Caller) -> str:
    return __version__


def check(book: OpenBook) -> Rows:
    """Sheet, row, column, what was found, how to fix it, in the order of the book."""
    rows: Rows = [HEADERS["check"]]
    for finding in book.book.findings:
        at = finding.at
        layout = LAYOUT.get(at.sheet)
        column = layout.by_key.get(at.column) if layout else None
        where: list[Value] = [
            at.title or (Text(layout.zh, layout.en) if layout else at.sheet),
            float(at.row) if at.row else "",
            column.header if column else at.column,
        ]
        rows.append([*where, what(finding), fix(finding)])
    return rows


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
        Text("把整本账簿读一次，得到句柄；其他函数凭它查结果，又快又一致。内容不变，句柄不变。",
             "Reads the whole book once and returns its handle; the other functions look things up by it. "
             "Same content, same handle."),
        "text",
        _EXAMPLE,
        book,
    ),
    Function(
        "KA_CHECK", (BOOK,),
        Text("数据里发现的问题：哪张表、哪一行、哪一列、是什么、怎么改。",
             "What is wrong in the data: sheet, row, column, what was found, how to fix it."),
        "table", "=KA_CHECK(KA)", check, (VALUE, REF),
    ),
    Function(
        "KA_VERSION", (), Text("插件版本号；能算出来就说明插件在工作。",
                               "Version of the add-in; an answer means that it works."),
        "text", "=KA_VERSION()", version, (),
    ),
)  # fmt: skip
