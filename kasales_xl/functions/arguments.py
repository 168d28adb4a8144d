"""Arguments that several functions share."""

from __future__ import annotations

from kasales_xl.core.text import Text
from kasales_xl.functions.declared import Argument

BOOK = Argument(
    "book",
    Text(
        "账簿代号，模板里写 KA；不填就用当前工作簿",
        "The book's handle, KA in the template; left out: the workbook you are in",
    ),
    "book",
    optional=True,
)
ACCOUNT = Argument("account", Text("客户名称或客户编号", "The account's name or ID"), "text")
ACCOUNT_OR_ALL = Argument(
    "account",
    Text("客户名称或编号；不填就是全部", "An account's name or ID; left out: all"),
    "text",
    optional=True,
)
CONTACT = Argument("contact", Text("联系人编号或姓名", "The contact's ID or name"), "text")
DEAL = Argument("deal", Text("商机编号或名称", "The deal's ID or name"), "text")


def table_argument(name: str, zh: str, en: str, optional: bool = True) -> Argument:
    return Argument(
        name,
        Text(f"「{zh}」表，连表头一起选；可以是空的", f"The {en} table with its headers; may be empty"),
        "table",
        optional,
    )


def number(name: str, zh: str, en: str) -> Argument:
    return Argument(name, Text(zh, en), "number")
