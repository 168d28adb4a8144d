"""Grids of a book to its rows, with everything that was found on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import NOTHING
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import TEMPLATE_ID, TEMPLATE_VERSION
from kasales_xl.reading.cells.cell import Context
from kasales_xl.reading.cells.values import Memos
from kasales_xl.reading.checked import checked_rows
from kasales_xl.reading.contradictions import find_contradictions
from kasales_xl.reading.departments import ask_joined_departments
from kasales_xl.reading.doubts import find_doubts
from kasales_xl.reading.forms.form import Meta, read_meta, read_profile
from kasales_xl.reading.forms.policy import read_policy_sheet
from kasales_xl.reading.grid import Grid
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.kept import KeptReadings
from kasales_xl.reading.people.owners import resolve_owners
from kasales_xl.reading.practice_grid import check_grid
from kasales_xl.reading.references import resolve_all
from kasales_xl.reading.shape.body import read_body
from kasales_xl.reading.shape.header_words import spoken
from kasales_xl.reading.shape.headers import match_columns
from kasales_xl.reading.shape.tabs import Tab, by_keys, find_tabs, report_missing, top_rows
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.files import (
    BOOK_EMPTY,
    META_SELLER,
    NOT_OUR_TEMPLATE,
    OF_SELLER,
    SELLER_MISSING,
    TEMPLATE_NEWER,
    TEMPLATE_OLDER,
)
from kasales_xl.text.findings.rows import PROFILE_BLANK

_FORMS = frozenset({"seller", "policy", "_meta"})


def read_grids(grids: Iterable[Grid], *, on: dt.date, file: str = "") -> Book:
    """All sheets of one workbook, in its order. ``on`` is the scoring date. Never raises for data.

    A workbook that is not ours, newer than this program, or not filled in has ``seller`` None and a
    finding that rejects it (8–10)."""
    journal = Journal(file)
    tabs = find_tabs(grids, journal)
    meta = read_meta(tabs["_meta"].grid if "_meta" in tabs else None)
    if not is_ours(tabs, meta):
        journal = Journal(file)
        journal.add(NOT_OUR_TEMPLATE)
        return Book(None, file=file, findings=journal.sorted())
    if _newer(meta, journal):
        return Book(None, file=file, findings=journal.sorted(), created=meta.created)
    lang = meta.lang or book_language(tabs)
    report_missing(tabs, journal, lang)
    book = _read(tabs, lang, False, on, journal, edition=next(iter(_number(meta.version)), 0))
    if book.seller and meta.seller_id and meta.seller_id != book.seller.seller_id:
        journal.add(META_SELLER, "seller", 0, "seller_id", got=book.seller.seller_id, meta=meta.seller_id)
    book = replace(book, created=meta.created, file=file, sheets=journal.sheets)
    if _is_empty(book):
        name = book.seller.name if book.seller else ""
        journal.findings = [f for f in journal.findings if f.kind not in (SELLER_MISSING, PROFILE_BLANK)]
        journal.add(BOOK_EMPTY, got=name, name_of=OF_SELLER(name=name) if name else NOTHING)
        book = replace(book, seller=None)
    return replace(book, findings=journal.sorted())


def read_tables(
    tables: Mapping[str, Sequence[Sequence[object]]],
    *,
    on: dt.date,
    first_rows: Mapping[str, int] | None = None,
    kept: KeptReadings | None = None,
    names: Mapping[str, Hashable] | None = None,
) -> Book:
    """Tables by sheet key (``seller accounts … career policy``), each with its header row first and
    cells as a host delivers them (dates may be serial numbers). ``first_rows``: the row of the sheet
    that a table begins in, 1 where it is not told. ``kept``: what was read before, with ``names`` of the
    tables by their content. Never raises for data."""
    journal = Journal()
    tabs: dict[str, Tab] = {}
    for key, rows in tables.items():
        cells = [list(row) for row in rows]
        if key not in LAYOUT and key != "policy":
            continue
        if any(cell not in ("", None) for row in cells for cell in row):
            title = LAYOUT[key].zh if key in LAYOUT else key
            grid = Grid(title, cells, first_row=(first_rows or {}).get(key, 1), serials=True)
            tab = by_keys(grid)
            tabs[key] = Tab(key, grid, tab.keys if tab and tab.key == key else {})
    lang = book_language(tabs)
    tabs = {key: _titled(tab, lang) for key, tab in tabs.items()}
    book = _read(tabs, lang, True, on, journal, kept=kept, names=names or {})
    return replace(book, findings=journal.sorted(), sheets=journal.sheets)


def _titled(tab: Tab, lang: Lang) -> Tab:
    title = LAYOUT[tab.key].title(lang) if tab.key in LAYOUT else tab.grid.title
    return Tab(tab.key, replace(tab.grid, title=title), tab.keys)


def _read(
    tabs: dict[str, Tab],
    lang: Lang,
    serials: bool,
    on: dt.date,
    journal: Journal,
    *,
    edition: int = 0,
    kept: KeptReadings | None = None,
    names: Mapping[str, Hashable] = MappingProxyType({}),
) -> Book:
    context = Context(lang=lang, serials=serials, on=on)
    seller, context = read_profile(tabs.get("seller"), context, journal)
    memos: Memos = {}
    tables: dict[str, Table] = {}
    for key in LAYOUT:
        if key not in tabs or key in _FORMS:
            continue
        read = partial(_read_table, tabs[key], context, journal, memos, edition)
        if kept is None or key not in names:
            table = read()
        else:
            name = (key, names[key], tabs[key].grid.first_row, context)
            table = kept.table(name, key, journal, read)
        if table is not None:
            tables[key] = table
    resolve_all(tables, journal)
    check_grid(tables.get("practices"), journal)
    resolve_owners(tables.get("accounts"), seller, journal)
    ask_joined_departments(tables.get("accounts"), tables.get("contacts"), journal)
    doubts = find_doubts(tables, journal)
    find_contradictions(tables, on, journal)
    policy = read_policy_sheet(tabs.get("policy"), context, journal)
    return replace(_book(seller, tables, policy, lang, kept), doubts=doubts)


def _read_table(tab: Tab, context: Context, journal: Journal, memos: Memos, edition: int) -> Table | None:
    head = match_columns(tab, journal, edition)
    return None if head is None else read_body(head, context, journal, memos)


def _book(
    seller: Seller | None,
    tables: dict[str, Table],
    policy: Policy | None,
    lang: Lang,
    kept: KeptReadings | None,
) -> Book:
    rows: dict[str, Any] = {key: _rows(table, kept) for key, table in tables.items()}
    held = [(key, table.rows[i]) for key, table in tables.items() for i in sorted(table.held)]
    return Book(seller, **rows, policy=policy, lang=lang, held=tuple(held))


def _rows(table: Table, kept: KeptReadings | None) -> tuple[Any, ...]:
    """Held rows are left out; the others are checked against their model once more."""
    held, keys = table.held, ("row", *table.values)
    lines = list(zip(table.rows, *table.values.values(), strict=True))
    if held:
        lines = [line for i, line in enumerate(lines) if i not in held]
    if kept is not None:
        return kept.rows(table, keys, lines)
    return tuple(checked_rows(table.layout.model, keys, lines))


def is_ours(tabs: dict[str, Tab], meta: Meta) -> bool:
    """Our mark or our hidden keys; without both, the two sheets that nobody else names and heads so."""
    if meta.template_id:
        return meta.template_id == TEMPLATE_ID
    data = [key for key in tabs if key in LAYOUT]
    return any(tabs[key].keys for key in data) or {"seller", "accounts"} <= set(data)


def _newer(meta: Meta, journal: Journal) -> bool:
    version, own = _number(meta.version), _number(TEMPLATE_VERSION)
    if version and version > own:
        journal.add(TEMPLATE_NEWER, got=meta.version, own=TEMPLATE_VERSION)
        return True
    if version and version < own:
        journal.add(TEMPLATE_OLDER, got=meta.version, own=TEMPLATE_VERSION)
    return False


def _number(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(p.isascii() and p.isdigit() for p in parts) else ()


def book_language(tabs: dict[str, Tab]) -> Lang:
    """The language of most headers."""
    zh = en = 0
    for key, tab in tabs.items():
        if key in LAYOUT:
            texts = [cell for row in top_rows(tab.grid)[:5] for cell in row if isinstance(cell, str)]
            more_zh, more_en = spoken(LAYOUT[key], texts)
            zh, en = zh + more_zh, en + more_en
    return "en" if en > zh else "zh"


def _is_empty(book: Book) -> bool:
    """Nothing filled in beyond the profile: no row, held or not, and no practice graded (10)."""
    graded = any(p.self_grade is not None or p.manager_grade is not None for p in book.practices)
    rows = (book.accounts, book.contacts, book.deals, book.support, book.links, book.career)
    held = any(sheet != "practices" for sheet, _ in book.held)
    return not (graded or held or any(rows))
