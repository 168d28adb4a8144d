"""Three states of a seller's rows: as the last import wrote them, as the book holds them now, as the CRM has
them. What only the CRM changed is taken; what the rep changed stays, and where both did it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.rows.columns import Kind, Ref
from kasales_xl.core.terms import Term
from kasales_xl.core.text import Text, join
from kasales_xl.files.crm.update.record import IDS, SHEETS, Fields, SellerRecord, fields_of, plain, rows_of
from kasales_xl.layout.sheets import LAYOUT, Column
from kasales_xl.text.findings.crm import CRM_ELSEWHERE, CRM_GIVEN, CRM_GONE, CRM_KEPT, CRM_REMOVED, CRM_TAKEN

#: Does a cell hold something that could not be read? By sheet, row and key of the column.
Unread = Callable[[str, int, str], bool]
BLANK = Text("空白", "blank")
#: What tells a row whose ID is another one, or blank.
NAMES = {"accounts": ("account",), "contacts": ("account", "name"), "deals": ("account", "deal")}


@dataclass(frozen=True)
class Change:
    """A cell of the book that is to hold ``value``, a field of a row; None for blank."""

    sheet: str
    row: int
    key: str
    value: object


@dataclass(frozen=True)
class Differences:
    """``added``: rows of the CRM that the book lacks, by sheet, their references by the IDs of this book.
    ``cleared``: sheet and number of rows to empty. ``unsettled``: sheet, ID in the CRM and column of what the
    next run has to say again; a blank column is the whole row."""

    changes: tuple[Change, ...]
    added: Mapping[str, tuple[Row, ...]]
    findings: tuple[Finding, ...]
    cleared: frozenset[tuple[str, int]] = frozenset()
    unsettled: tuple[tuple[str, str, str], ...] = ()


@dataclass
class _Comparing:
    mine: Book
    base: SellerRecord | None
    unread: Unread
    elsewhere: Mapping[str, str]
    unsettled: list[tuple[str, str, str]] = field(default_factory=list)
    cleared: set[tuple[str, int]] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: sheet → comparable ID in the CRM → ID in this book
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def was(self, sheet: str, row_id: str) -> Fields | None:
        """As the last import wrote the row; None where it did not, or nobody knows."""
        return None if self.base is None else self.base.rows.get(sheet, {}).get(row_id)

    def say(self, kind: FindingKind, row: Row, key: str = "", got: str = "", **words: object) -> None:
        there = self.mine.sheets[row.sheet]
        letter = there.letters.get(key, "")
        cell = f"{letter}{row.row}" if letter else ""
        at = Place(self.mine.file, row.sheet, there.title, row.row, key, cell)
        self.findings.append(Finding(kind, at, got, words=tuple(words.items())))


def differences(
    mine: Book,
    theirs: Book,
    base: SellerRecord | None,
    *,
    held: Mapping[str, set[str]],
    unread: Unread,
    elsewhere: Mapping[str, str] | None = None,
) -> Differences:
    """held: comparable IDs and names of rows that stand in the book and were left out while reading it; they
    are neither changed nor added once more. elsewhere: IDs of rows that the CRM gives to another seller now,
    with that seller's name. A deal that went there, and that nobody here has touched, is cleared: it would
    count twice."""
    comparing = _Comparing(mine, base, unread, elsewhere or {})
    added = {sheet: tuple(_sheet(comparing, sheet, theirs, held.get(sheet, set()))) for sheet in SHEETS}
    return Differences(
        tuple(comparing.changes),
        added,
        tuple(comparing.findings),
        frozenset(comparing.cleared),
        tuple(comparing.unsettled),
    )


def _sheet(comparing: _Comparing, sheet: str, theirs: Book, held: set[str]) -> Iterator[Row]:
    """The rows to add."""
    mine, wanted = rows_of(comparing.mine, sheet), rows_of(theirs, sheet)
    by_id = {name_key(row_id): row for row_id, row in mine.items()}
    by_name = _by_name(mine.values())
    known = comparing.known.setdefault(sheet, {})
    met = set()
    for row_id, row in wanted.items():
        row = _in_this_book(comparing, row)
        here = by_id.get(name_key(row_id)) or by_name.get(_name(row))
        if here is not None:
            known[name_key(row_id)] = getattr(here, IDS[sheet])
            met.add(here.row)
            _cells(comparing, here, row, row_id)
        elif not held & {name_key(row_id), name_key(str(getattr(row, NAMES[sheet][-1])))}:
            if comparing.was(sheet, row_id) is None or _needed(comparing, theirs, sheet, row_id):
                yield row
            else:
                _say_removed(comparing, row)
    for row_id, row in mine.items():
        if row.row not in met and comparing.was(sheet, row_id) is not None:
            _gone(comparing, row, row_id)


def _gone(comparing: _Comparing, row: Row, row_id: str) -> None:
    key = NAMES[row.sheet][-1]
    name, now = str(getattr(row, key)), comparing.elsewhere.get(row_id)
    if now is not None and row.sheet == "deals" and untouched(row, comparing.was("deals", row_id)):
        comparing.cleared.add(("deals", row.row))
        comparing.say(CRM_GIVEN, row, key, name, now=now)
        return
    comparing.unsettled.append((row.sheet, row_id, ""))
    if now is None:
        comparing.say(CRM_GONE, row, key, name)
    else:
        comparing.say(CRM_ELSEWHERE, row, key, name, now=now)


def untouched(row: Row, was: Fields | None) -> bool:
    """Does a row hold just what the last import wrote?"""
    return was is not None and fields_of(row) == was


def _by_name(rows: Iterable[Row]) -> dict[tuple[str, ...], Row]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(_name(row), []).append(row)
    return {name: several[0] for name, several in found.items() if len(several) == 1 and all(name)}


def _name(row: Row) -> tuple[str, ...]:
    return tuple(name_key(str(getattr(row, key))) for key in NAMES[row.sheet])


def _in_this_book(comparing: _Comparing, row: Row) -> Row:
    """A row of the CRM with its references by the IDs of this book."""
    changed = {}
    for column in LAYOUT[row.sheet].columns:
        if isinstance(column.kind, Ref) and (value := getattr(row, column.key)):
            ids = comparing.known.get(column.kind.sheet, {})
            changed[column.key] = ids.get(name_key(str(value)), value)
    return row.model_copy(update=changed) if changed else row


def _needed(comparing: _Comparing, theirs: Book, sheet: str, row_id: str) -> bool:
    """Is it an account, removed here, for which the CRM has a deal that the book never had?"""
    if sheet != "accounts":
        return False
    return any(comparing.was("deals", deal.deal_id) is None for deal in theirs.deals_of(row_id))


def _say_removed(comparing: _Comparing, row: Row) -> None:
    there = comparing.mine.sheets.get(row.sheet)
    at = Place(comparing.mine.file, row.sheet, there.title if there else "")
    comparing.findings.append(Finding(CRM_REMOVED, at, str(getattr(row, NAMES[row.sheet][-1]))))


def _cells(comparing: _Comparing, here: Row, there: Row, row_id: str) -> None:
    for column in LAYOUT[here.sheet].columns:
        if column.key != IDS[here.sheet] and column.key in comparing.mine.sheets[here.sheet].letters:
            _cell(comparing, column, here, there, row_id)


def _cell(comparing: _Comparing, column: Column, here: Row, there: Row, row_id: str) -> None:
    key, was = column.key, comparing.was(here.sheet, row_id)
    mine, theirs, before = plain(here, key), plain(there, key), (was or {}).get(key)
    if mine == theirs or (was is not None and theirs == before):
        return
    if theirs is None and not (column.kind is Kind.DATE and mine == before):
        # the CRM says nothing: no reason to lose what the book says; but days go when a deal is open again
        return
    unread = mine is None and comparing.unread(here.sheet, here.row, key)
    untouched = mine == before if was is not None else mine is None
    if untouched and not unread:
        comparing.changes.append(Change(here.sheet, here.row, key, getattr(there, key)))
        comparing.say(
            CRM_TAKEN, here, key, column=column.header, here=_shown(here, key), there=_shown(there, key)
        )
    else:
        comparing.unsettled.append((here.sheet, row_id, key))
        comparing.say(
            CRM_KEPT, here, key, column=column.header, here=_shown(here, key), there=_shown(there, key)
        )


def _shown(row: Row, key: str) -> object:
    """As a sentence says it."""
    value, known = getattr(row, key), plain(row, key)
    if known is None:
        return BLANK
    if isinstance(value, Term):
        return value
    if isinstance(known, float):
        return f"{known:,.15g}"
    return join(known) if isinstance(known, list) else known
