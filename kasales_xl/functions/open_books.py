"""Open books by handle: the tables come to Python once, every other function is a look-up.

A handle names its content: equal cells, policy and day give an equal handle in every host."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.names import NameIndex
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Contact, Deal, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.functions.declared import CellError, Cells, Refusal
from kasales_xl.layout.sheets import HEADER_ROW, KEY_ROW, LAYOUT
from kasales_xl.layout.template import FORM_HEADERS
from kasales_xl.reading.book import read_tables

#: How many books stay open; the one not asked for longest goes first.
BOOKS_KEPT = 64
PREFIX, _DIGITS = "KA#", 16
_DAY_ZERO = dt.date(1899, 12, 30).toordinal()
_NOBODY = Seller(seller_id="", name="")


class OpenBook:
    """A book with its verdicts, made when first asked for. ``named``: the profile names a seller;
    without one the accounts still have tiers, but there is no level. ``tables``: answers that are
    tables, by call, for as long as the book is open."""

    def __init__(self, book: Book, policy: Policy | None, on: dt.date) -> None:
        self.book = book
        self.policy = policy or book.policy or DEFAULT_POLICY
        self.on = on
        self.lang: Lang = book.lang
        self.named = book.seller is not None
        self.tables: dict[str, Any] = {}

    @cached_property
    def card(self) -> SellerCard:
        book = self.book
        if book.seller is None:
            known = {name: getattr(book, name) for name in Book.__dataclass_fields__}
            book = Book(**known | {"seller": _NOBODY})
        return make_card(book, self.policy, self.on)

    @cached_property
    def warned(self) -> dict[tuple[str, int], list[Finding]]:
        """Rows that are used as they are though something about them is odd, by sheet key and row."""
        found: dict[tuple[str, int], list[Finding]] = {}
        for finding in self.book.findings:
            if finding.severity is Severity.WARN:
                found.setdefault((finding.at.sheet, finding.at.row), []).append(finding)
        return found

    @cached_property
    def deals(self) -> NameIndex[Deal]:
        return NameIndex((d.deal_id, d.deal, d) for d in self.book.deals)

    @cached_property
    def contacts(self) -> NameIndex[Contact]:
        return NameIndex((c.contact_id, c.name, c) for c in self.book.contacts)


_BOOKS: OrderedDict[str, OpenBook] = OrderedDict()
_LOCK = Lock()


def opened(handle: str) -> OpenBook | None:
    """The book of a handle; None when it is closed by now or was made by another session."""
    with _LOCK:
        found = _BOOKS.get(handle)
        if found is not None:
            _BOOKS.move_to_end(handle)
        return found


def is_handle(value: object) -> bool:
    """Is it written like a handle, whether or not its book is open?"""
    return isinstance(value, str) and value.startswith(PREFIX) and len(value) == len(PREFIX) + _DIGITS


def open_tables(tables: Mapping[str, Cells | None], on: dt.date) -> str:
    """tables: cells with their header row, by sheet key (``policy`` among them). Returns the handle;
    nothing is read again for content that is open already."""
    trimmed = _trimmed(tables)
    handle = _handle(repr(sorted(trimmed.items())), on)
    rows = {key: _first_row(key, cells) for key, cells in trimmed.items()}
    return _open(handle, lambda: OpenBook(read_tables(trimmed, on=on, first_rows=rows), None, on))


def tables_handle(tables: Mapping[str, Cells | None], on: dt.date) -> str:
    """The handle that ``open_tables`` would give; nothing is read or opened."""
    return _handle(repr(sorted(_trimmed(tables).items())), on)


def _trimmed(tables: Mapping[str, Cells | None]) -> dict[str, list[list[Any]]]:
    return {key: kept for key, cells in tables.items() if cells and (kept := _trim(cells))}


def open_book(book: Book, policy: Policy, on: dt.date) -> str:
    """The same for a book that is read already."""
    rows = [book.seller, *(getattr(book, sheet) for sheet in LAYOUT if sheet != "seller")]
    content = repr((rows, book.lang, policy.fingerprint, book.findings))
    return _open(_handle(content, on), lambda: OpenBook(book, policy, on))


def _open(handle: str, make: Callable[[], OpenBook]) -> str:
    if opened(handle) is None:
        book = make()
        with _LOCK:
            _BOOKS[handle] = book
            while len(_BOOKS) > BOOKS_KEPT:
                _BOOKS.popitem(last=False)
    return handle


def _handle(content: str, on: dt.date) -> str:
    digest = hashlib.blake2b(f"{on.isoformat()}\n{content}".encode(errors="surrogatepass"), digest_size=8)
    return PREFIX + digest.hexdigest()


def _plain(cell: Any) -> Any:
    """A cell in the one spelling that all hosts share: blank None, numbers and dates as floats."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (bool, int, float)):
        return float(cell)
    if isinstance(cell, dt.datetime):
        time = dt.timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
        return cell.toordinal() - _DAY_ZERO + time / dt.timedelta(days=1)
    if isinstance(cell, dt.date):
        return float(cell.toordinal() - _DAY_ZERO)
    return cell.value if isinstance(cell, CellError) else str(cell)


def _first_row(sheet: str, cells: list[list[Any]]) -> int:
    """In which row of its sheet a table begins: tables are handed over from their header row on, whole
    sheets from the hidden keys above it."""
    if sheet == "policy" or LAYOUT[sheet].form:
        known = {side for title in FORM_HEADERS for side in (title.zh, title.en)}
        return HEADER_ROW if any(cell in known for cell in cells[0]) else KEY_ROW
    keys = {column.full_key for column in LAYOUT[sheet].columns}
    return KEY_ROW if any(cell in keys for cell in cells[0]) else HEADER_ROW


def _trim(cells: Cells) -> list[list[Any]]:
    """Plain cells without the blank rows and columns at the end."""
    rows = [[_plain(cell) for cell in row] for row in cells]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = max((i + 1 for row in rows for i, cell in enumerate(row) if cell is not None), default=0)
    return [row[:width] for row in rows]


#: How a host shows the calling workbook: its tables by sheet key, or the handle of tables opened already.
Workbook = Callable[[], Mapping[str, Cells] | str]


class Kept:
    """The handle of tables that a host keeps between calls: looked through again only when the host
    hands over another object, for many cells ask in one calculation."""

    def __init__(self) -> None:
        self._tables: Mapping[str, Cells] | None = None
        self._on = dt.date.min
        self._handle = ""

    def handle(self, tables: Mapping[str, Cells], on: dt.date) -> str:
        if tables is not self._tables or on != self._on or opened(self._handle) is None:
            self._handle = open_tables(tables, on)
            self._tables, self._on = tables, on
        return self._handle


class Unseen(Exception):
    """The book was left out where no workbook can be seen. Never leaves ``functions.call``."""


@dataclass(frozen=True)
class Asked:
    """Who asks: the day, the language of answers that belong to no book, and the calling workbook's
    tables where the host can see them."""

    on: dt.date
    lang: Lang
    workbook: Workbook | None = None

    def book(self, handle: str | None = None) -> OpenBook:
        """The book of a handle, the calling workbook where it is left out. Stale: #REF!"""
        if handle is None:
            if self.workbook is None:
                raise Unseen
            given = self.workbook()
            handle = given if isinstance(given, str) else open_tables(given, self.on)
        found = opened(handle)
        if found is None:
            raise Refusal(CellError.REF)
        return found
