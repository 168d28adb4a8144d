"""Open books by handle: the tables come to Python once, every other function is a look-up.

A handle names its content: equal cells, policy and day give an equal handle in every host."""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
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
from kasales_xl.functions.declared import CellError, Cells
from kasales_xl.layout.sheets import HEADER_ROW, KEY_ROW, LAYOUT
from kasales_xl.layout.template import FORM_HEADERS
from kasales_xl.reading.book import read_tables
from kasales_xl.reading.kept import KeptReadings

#: How many books stay open that no known cell opened; the one not asked for longest goes first.
BOOKS_KEPT = 16
#: How many one cell keeps open: the book it names now, and the one before, which other cells still ask for
#: while they are recalculated.
KEPT_BY_CELL = 2
#: Between the name of a document and the place of a cell in it.
_INSIDE = "/"
PREFIX, _DIGITS = "KA#", 16
#: Of ``marshal``: later editions spell equal tables in several ways.
_SPELLING = 2
#: Cells that are spelled plainly already.
_PLAIN = frozenset({str, float, type(None)})
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
    def odd_rows(self) -> dict[tuple[str, int], list[Finding]]:
        """Rows that are used as they are though something about them is odd, by sheet key and row."""
        by_row: dict[tuple[str, int], list[Finding]] = {}
        for finding in self.book.findings:
            if finding.severity is Severity.WARN:
                by_row.setdefault((finding.at.sheet, finding.at.row), []).append(finding)
        return by_row

    @cached_property
    def deals(self) -> NameIndex[Deal]:
        return NameIndex((d.deal_id, d.deal, d) for d in self.book.deals)

    @cached_property
    def contacts(self) -> NameIndex[Contact]:
        return NameIndex((c.contact_id, c.name, c) for c in self.book.contacts)


_BOOKS: OrderedDict[str, OpenBook] = OrderedDict()
#: Where one row has changed, only its table is read anew.
_READINGS = KeptReadings()
#: Handles by the cell that opened their books, the newest last.
_OPENED_BY: dict[str, list[str]] = {}
_LOCK = Lock()


def cell_name(document: str, place: str = "") -> str:
    """Who opens a book: a cell of a document, or the document itself. document: named as
    ``close_document`` and ``documents`` name it."""
    return f"{document}{_INSIDE}{place}"


def close_document(document: str) -> None:
    """Frees the books that its cells opened."""
    with _LOCK:
        for cell in [cell for cell in _OPENED_BY if cell.startswith(document + _INSIDE)]:
            _drop(_OPENED_BY.pop(cell))
        if not _BOOKS:
            _READINGS.clear()


def documents() -> set[str]:
    """The documents whose cells keep a book open."""
    with _LOCK:
        return {cell.rpartition(_INSIDE)[0] for cell in _OPENED_BY}


def find_open_book(handle: str) -> OpenBook | None:
    """The book of a handle; None when it is closed by now or was made by another session."""
    with _LOCK:
        book = _BOOKS.get(handle)
        if book is not None:
            _BOOKS.move_to_end(handle)
        return book


def is_handle(value: object) -> bool:
    """Is it written like a handle, whether or not its book is open?"""
    return isinstance(value, str) and value.startswith(PREFIX) and len(value) == len(PREFIX) + _DIGITS


def open_tables(tables: Mapping[str, Cells | None], on: dt.date, cell: str = "") -> str:
    """tables: cells with their header row, by sheet key (``policy`` among them). cell: who asks, as
    ``cell_name`` says it, where the host knows; it keeps the last two of its books. Returns the handle;
    nothing is read again for content that is open already."""
    trimmed = _trim_tables(tables)
    names = _name_tables(trimmed)

    def read() -> OpenBook:
        rows = {key: _find_first_row(key, cells) for key, cells in trimmed.items()}
        return OpenBook(read_tables(trimmed, on=on, first_rows=rows, kept=_READINGS, names=names), None, on)

    return _open(_name_content(repr(sorted(names.items())), on), read, cell)


def tables_handle(tables: Mapping[str, Cells | None], on: dt.date) -> str:
    """The handle that ``open_tables`` would give; nothing is read or opened."""
    return _name_content(repr(sorted(_name_tables(_trim_tables(tables)).items())), on)


def _name_tables(trimmed: Mapping[str, list[list[Any]]]) -> dict[str, str]:
    """Each table by its content: cells are text, floats and None, and this format of the standard library
    spells them the same everywhere."""
    spelled = ((key, marshal.dumps(cells, _SPELLING)) for key, cells in trimmed.items())
    return {key: hashlib.blake2b(content, digest_size=16).hexdigest() for key, content in spelled}


def _trim_tables(tables: Mapping[str, Cells | None]) -> dict[str, list[list[Any]]]:
    return {key: kept for key, cells in tables.items() if cells and (kept := _trim(cells))}


def open_book(book: Book, policy: Policy, on: dt.date) -> str:
    """The same for a book that is read already."""
    rows = [book.seller, *(getattr(book, sheet) for sheet in LAYOUT if sheet != "seller")]
    content = repr((rows, book.lang, policy.fingerprint, book.findings))
    return _open(_name_content(content, on), lambda: OpenBook(book, policy, on))


def _open(handle: str, make: Callable[[], OpenBook], cell: str = "") -> str:
    known = find_open_book(handle) is not None
    book = None if known else make()
    with _LOCK:
        if book is not None:
            _BOOKS[handle] = book
        if cell:
            named = [earlier for earlier in _OPENED_BY.get(cell, ()) if earlier != handle]
            _OPENED_BY[cell] = [*named, handle][-KEPT_BY_CELL:]
            _drop(named[: 1 - KEPT_BY_CELL])
        held = _held()
        loose = [other for other in _BOOKS if other not in held]
        for other in loose[:-BOOKS_KEPT]:
            del _BOOKS[other]
    return handle


def _held() -> set[str]:
    return {handle for handles in _OPENED_BY.values() for handle in handles}


def _drop(handles: Sequence[str]) -> None:
    """Frees the books that no other cell holds."""
    held = _held()
    for handle in handles:
        if handle not in held:
            _BOOKS.pop(handle, None)


def _name_content(content: str, on: dt.date) -> str:
    digest = hashlib.blake2b(f"{on.isoformat()}\n{content}".encode(errors="surrogatepass"), digest_size=8)
    return PREFIX + digest.hexdigest()


def _spell_plainly(cell: Any) -> Any:
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


def _spell_row(row: Sequence[Any]) -> list[Any]:
    return [cell if cell.__class__ in _PLAIN and cell != "" else _spell_plainly(cell) for cell in row]


def _find_first_row(sheet: str, cells: list[list[Any]]) -> int:
    """In which row of its sheet a table begins: tables are handed over from their header row on, whole
    sheets from the hidden keys above it."""
    if sheet == "policy" or LAYOUT[sheet].form:
        known = {side for title in FORM_HEADERS for side in (title.zh, title.en)}
        return HEADER_ROW if any(cell in known for cell in cells[0]) else KEY_ROW
    keys = {column.full_key for column in LAYOUT[sheet].columns}
    return KEY_ROW if any(cell in keys for cell in cells[0]) else HEADER_ROW


def _trim(cells: Cells) -> list[list[Any]]:
    """Plain cells without the blank rows and columns at the end."""
    rows = [_spell_row(row) for row in cells]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = longest = max(map(len, rows), default=0)
    while width and all(len(row) < width or row[width - 1] is None for row in rows):
        width -= 1
    return rows if width == longest else [row[:width] for row in rows]
