"""Account books as other programs leave them, and what a refresh made of them."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import openpyxl

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.files.refresh.book import Refreshed, refresh_book
from kasales_xl.files.refresh.workbook_parts import with_parts
from kasales_xl.files.xlsx_in.book import read_book_bytes

#: A formula cell's value and type, which a refresh may change.
_VALUES = re.compile(rb"<v>[^<]*</v>|<v ?/>")
_TYPES = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="[a-zA-Z]+"')


def refresh(data: bytes, on: dt.date = SAMPLE_DAY, **more: Any) -> Refreshed:
    book = read_book_bytes(data, "张三.xlsx", on=on)
    assert book.seller is not None, book.findings
    return refresh_book(data, book, **({"policy": book.policy or DEFAULT_POLICY, "on": on} | more))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def edited(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part rewritten."""
    before = members(data)[part]
    after = change(before)
    assert after != before
    return with_parts(data, {part: after})


@lru_cache(maxsize=8)
def by_openpyxl(data: bytes, change: Callable[[Any], None] = lambda workbook: None) -> bytes:
    """Opened, changed and saved by openpyxl, which forgets every computed value."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(io.BytesIO(data))
    change(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@lru_cache(maxsize=8)
def values(data: bytes) -> dict[tuple[str, str], Any]:
    """What every cell shows, blank text and nothing being one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): None if cell.value == "" else cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
    }


def without_values(xml: bytes) -> bytes:
    return _TYPES.sub(rb"\1", _VALUES.sub(b"", xml))


def scorecard(lang: Lang) -> str:
    return "我的记分卡" if lang == "zh" else "My scorecard"
