"""Grids as a book of ours has them, for tests of reading: hidden keys, headers, rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kasales_xl.core.findings import Finding
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import read_grids
from kasales_xl.reading.grid import Grid
from kasales_xl.text.findings.sentences import say

ON = dt.date(2026, 6, 1)
PROFILE = {
    "seller_id": "S001",
    "name": "张三",
    "team": "华东",
    "period_start": dt.date(2026, 1, 1),
    "annual_target": 1000.0,
    "money_unit": "万元",
}
ACCOUNT = {"account_id": "A1", "account": "海尔", "key_departments": "采购部、信息中心"}
CONTACT = {"contact_id": "C1", "account": "海尔", "name": "李四", "department": "采购部"}
DEAL = {"deal_id": "D1", "account": "海尔", "deal": "一期", "stage": "方案"}


def profile(lang: str = "zh", **fields: Any) -> Grid:
    layout = LAYOUT["seller"]
    values = PROFILE | fields
    top = ["键", "项目", "内容", "说明"] if lang == "zh" else ["Key", "Field", "Value", "Help"]
    lines = [[c.full_key, c.header.pick(lang), values.get(c.key, ""), ""] for c in layout.columns]
    return Grid(layout.title(lang), [["", "", "", ""], top, *lines])


def sheet(
    key: str,
    rows: Iterable[Mapping[str, Any]] = (),
    *,
    lang: str = "zh",
    keys: bool = True,
    title: str = "",
    columns: Sequence[str] | None = None,
    headers: Mapping[str, str] | None = None,
    above: int = 0,
    **grid: Any,
) -> Grid:
    """A data sheet with these rows, its columns as edition 1 of the template had them: IDs first.
    ``columns`` in another order, ``headers`` renamed by key, ``above`` title rows between keys and
    headers."""
    layout = LAYOUT[key]
    edition_1 = [name for name in layout.model.model_fields if name in layout.by_key]
    order = list(columns) if columns is not None else edition_1
    named = {c.key: c.header.pick(lang) for c in layout.columns} | dict(headers or {})
    cells: list[list[Any]] = [[f"{key}.{name}" for name in order]] if keys else []
    cells += [["我的表", *[""] * (len(order) - 1)] for _ in range(above)]
    cells.append([named.get(name, name) for name in order])
    cells += [[row.get(name, "") for name in order] for row in rows]
    return Grid(title or layout.title(lang), cells, **grid)


def meta(**said: Any) -> Grid:
    known = {"template_id": "kasales-account-book", "template_version": "2", "language": "zh"} | said
    return Grid("_meta", [[key, value] for key, value in known.items()], hidden=True)


def book_grids(**sheets: Grid) -> list[Grid]:
    """A whole small book; a sheet given by its key takes the place of the small one."""
    small = {
        "seller": profile(),
        "accounts": sheet("accounts", [ACCOUNT]),
        "contacts": sheet("contacts", [CONTACT]),
        "deals": sheet("deals", [DEAL]),
        "support": sheet("support"),
        "links": sheet("links"),
        "practices": sheet("practices"),
        "career": sheet("career"),
        "_meta": meta(),
    }
    return list((small | sheets).values())


def read(*, on: dt.date = ON, **sheets: Grid) -> Book:
    """The book of these grids. Whatever is found in it can be said."""
    book = read_grids(book_grids(**sheets), on=on, file="张三.xlsx")
    assert all(say(finding).pick(lang) for finding in book.findings for lang in LANGS)
    return book


def found(book: Book, code: str) -> Finding:
    """The one finding with that code."""
    matching = [finding for finding in book.findings if finding.code == code]
    assert len(matching) == 1, [f.code for f in book.findings]
    return matching[0]


def codes(book: Book) -> set[str]:
    return {finding.code for finding in book.findings}
