"""The differences into the cells of a rep's own workbook; every other byte stays. What was written is read
back and compared before anybody's file is replaced."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kasales_xl.book.filling import References, cell, references
from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import pick
from kasales_xl.files.book.writer import serial
from kasales_xl.files.crm.update.compare import NAMES, Differences, differences
from kasales_xl.files.crm.update.record import IDS, SHEETS, SellerRecord, plain
from kasales_xl.files.formulas.tree import Value
from kasales_xl.files.refresh.book import refresh_book
from kasales_xl.files.refresh.sheet_cells import Spot
from kasales_xl.files.refresh.sheet_values import New, replaced, style_of
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.files.refresh.workbook_parts import read_parts, with_parts
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.layout.sheets import LAYOUT, Column
from kasales_xl.reading.grid import column_number
from kasales_xl.text.findings.crm import CRM_ADDED, CRM_NO_ROOM, CRM_UNIT


@dataclass(frozen=True)
class Updated:
    """``data``: the new file, the very bytes that were given where nothing changed. ``changed``: cells;
    ``added``: rows; ``unsettled`` as in ``Differences``."""

    data: bytes
    changed: int
    added: int
    findings: tuple[Finding, ...]
    unsettled: tuple[tuple[str, str, str], ...] = ()


class NotAsWanted(Exception):
    """The new file would not read as the old one with the CRM's changes; nothing was written."""


def updated_book(
    data: bytes,
    name: str,
    theirs: Book,
    base: SellerRecord | None,
    *,
    on: dt.date,
    elsewhere: Mapping[str, str] | None = None,
) -> Updated:
    """data: a rep's book, called ``name``. theirs: the same seller's rows in the CRM; base: as the last
    import wrote them; elsewhere: IDs that the CRM gives to another seller now, with the name. Raises Refused,
    and NotAsWanted, which would be our own fault."""
    mine = read_book_bytes(data, name, on=on)
    if mine.seller is None or theirs.seller is None:
        return Updated(data, 0, 0, mine.findings)
    if mine.seller.money_unit is not theirs.seller.money_unit:
        units = {"here": mine.seller.money_unit, "there": theirs.seller.money_unit}
        return Updated(data, 0, 0, (_of_book(CRM_UNIT, name, **units),))
    cells = WorkbookCells(read_parts(data))
    typed = _Typed(cells, mine)
    found = differences(mine, theirs, base, held=typed.held(), unread=typed.holds, elsewhere=elsewhere)
    added = sum(map(len, found.added.values()))
    if not found.changes and not added and not found.cleared:
        return Updated(data, 0, 0, found.findings, found.unsettled)
    for sheet, rows in found.added.items():
        if rows and typed.ends_with_total(sheet):
            problem = _of_book(CRM_NO_ROOM, name, sheet=typed.title(sheet))
            return Updated(data, 0, 0, (*found.findings, problem))
    new = _written(data, cells, dict(_new_cells(typed, mine, found)))
    book = read_book_bytes(new, name, on=on)
    _compare(mine, book, found)
    done = refresh_book(new, book, policy=book.policy or DEFAULT_POLICY, on=on)
    findings = (*found.findings, *_said_of_new(typed, found))
    return Updated(done.data, len(found.changes), added, findings, found.unsettled)


def _said_of_new(typed: _Typed, found: Differences) -> Iterator[Finding]:
    for sheet, rows in found.added.items():
        for number, row in enumerate(rows, start=typed.last_row(sheet) + 1 if rows else 0):
            at = Place(typed.book.file, sheet, typed.title(sheet), number)
            yield Finding(CRM_ADDED, at, str(getattr(row, NAMES[sheet][-1])))


def _of_book(kind: FindingKind, name: str, **words: object) -> Finding:
    return Finding(kind, Place(name, title=name), words=tuple(words.items()))


@dataclass(frozen=True)
class _Typed:
    """What stands in the cells of a book, beside what was read of it."""

    cells: WorkbookCells
    book: Book
    _lowest: dict[str, dict[int, Spot]] = field(default_factory=dict)

    def title(self, sheet: str) -> str:
        return self.book.sheets[sheet].title

    def spot(self, sheet: str, row: int, key: str) -> Spot | None:
        letter = self.book.sheets[sheet].letters.get(key)
        return None if letter is None else (row, column_number(letter))

    def holds(self, sheet: str, row: int, key: str) -> bool:
        """Does a cell hold anything at all, or a formula of somebody's?"""
        spot = self.spot(sheet, row, key)
        if spot is None:
            return False
        title = self.title(sheet)
        return spot in self.cells.formulas(title) or self.cells.stored(title, spot) not in (None, "")

    def held(self) -> dict[str, set[str]]:
        """IDs and names of rows that were left out while reading."""
        names: defaultdict[str, set[str]] = defaultdict(set)
        for sheet, row in self.book.held:
            for key in (IDS.get(sheet, ""), "account" if sheet == "accounts" else "deal", "name"):
                spot = self.spot(sheet, row, key) if sheet in SHEETS else None
                if spot is not None:
                    names[sheet].add(name_key(str(self.cells.stored(self.title(sheet), spot) or "")) or "-")
        return dict(names)

    def last_row(self, sheet: str) -> int:
        """The last that holds something of somebody's, the header where none does."""
        letters = self.book.sheets[sheet].letters
        inputs = {column_number(letters[c.key]) for c in LAYOUT[sheet].columns if c.key in letters}
        there = self.cells.sheet(self.title(sheet)).cells
        used = [row for row, column in there if column in inputs and self._filled(sheet, (row, column))]
        return max(used, default=0)

    def _filled(self, sheet: str, spot: Spot) -> bool:
        return self.cells.stored(self.title(sheet), spot) not in (None, "")

    def ends_with_total(self, sheet: str) -> bool:
        table = self.cells.parts.tables.get(LAYOUT[sheet].table.casefold())
        return table is not None and bool(table.totals)

    def style(self, sheet: str, column: int) -> str:
        """The look of the lowest cell of a column that has one."""
        there = self.cells.sheet(self.title(sheet))
        if sheet not in self._lowest:
            # once a sheet: new rows ask for each of their cells
            self._lowest[sheet] = {column: (row, column) for row, column in sorted(there.cells)}
        spot = self._lowest[sheet].get(column)
        return style_of(there.xml, there.cells[spot]) if spot else ""


def _new_cells(typed: _Typed, mine: Book, found: Differences) -> Iterator[tuple[tuple[str, Spot], New]]:
    added = found.added
    known = references(
        replace(
            mine,
            accounts=(*mine.accounts, *added["accounts"]),  # type: ignore[arg-type]
            contacts=(*mine.contacts, *added["contacts"]),  # type: ignore[arg-type]
            deals=(*mine.deals, *added["deals"]),  # type: ignore[arg-type]
        )
    )
    for change in found.changes:
        spot = typed.spot(change.sheet, change.row, change.key)
        if spot is not None:
            row = LAYOUT[change.sheet].model.model_construct(None, **{change.key: change.value})
            value = _spelled(row, LAYOUT[change.sheet].by_key[change.key], known, mine)
            look = typed.style(change.sheet, spot[1])
            yield (typed.title(change.sheet), spot), New(value, typed=True, style=look)
    for sheet, number in sorted(found.cleared):
        for key in LAYOUT[sheet].by_key:
            spot = typed.spot(sheet, number, key)
            if spot is not None and typed.holds(sheet, number, key):
                yield (typed.title(sheet), spot), New(None, typed=True)
    for sheet, rows in found.added.items():
        if sheet not in mine.sheets:
            continue
        for number, row in enumerate(rows, start=typed.last_row(sheet) + 1):
            yield from _row_cells(typed, sheet, number, row, known)


def _row_cells(
    typed: _Typed, sheet: str, number: int, row: Row, known: References
) -> Iterator[tuple[tuple[str, Spot], New]]:
    for column in LAYOUT[sheet].columns:
        spot = typed.spot(sheet, number, column.key)
        value = _spelled(row, column, known, typed.book)
        if spot is not None and value is not None:
            yield (typed.title(sheet), spot), New(value, typed=True, style=typed.style(sheet, spot[1]))


def _spelled(row: Row, column: Column, known: References, book: Book) -> Value:
    value = pick(cell(row, column, known), book.lang)
    if isinstance(value, dt.date):
        return serial(value)
    return float(value) if isinstance(value, int | float) else value


def _written(data: bytes, cells: WorkbookCells, new: Mapping[tuple[str, Spot], New]) -> bytes:
    by_sheet: defaultdict[str, dict[Spot, New]] = defaultdict(dict)
    for (title, spot), value in new.items():
        by_sheet[title][spot] = value
    parts = cells.parts
    names = {title: parts.sheets[title] for title in by_sheet}
    return with_parts(data, {names[t]: replaced(parts.content[names[t]], new) for t, new in by_sheet.items()})


def _compare(before: Book, after: Book, found: Differences) -> None:
    """Everything that was read stays as it was, but for the changes; those are there, and so are new rows."""
    wanted: dict[tuple[str, int, str], object] = {(c.sheet, c.row, c.key): c.value for c in found.changes}
    for sheet in LAYOUT:
        if LAYOUT[sheet].form:
            continue
        rows = {row.row: row for row in getattr(after, sheet)}
        for row in getattr(before, sheet):
            if (sheet, row.row) in found.cleared:
                if row.row in rows:
                    raise NotAsWanted(f"{sheet} {row.row} is still there")
                continue
            _same_row(rows.pop(row.row, None), row, wanted)
        if len(rows) != len(found.added.get(sheet, ())):
            raise NotAsWanted(f"{sheet}: {len(rows)} new rows instead of {len(found.added.get(sheet, ()))}")
    if before.held != after.held or before.seller != after.seller:
        raise NotAsWanted("held")


def _same_row(now: Row | None, row: Row, wanted: Mapping[tuple[str, int, str], object]) -> None:
    if now is None:
        raise NotAsWanted(f"{row.sheet} {row.row}")
    for column in LAYOUT[row.sheet].columns:
        place = (row.sheet, row.row, column.key)
        expected = row.model_copy(update={column.key: wanted[place]}) if place in wanted else row
        if plain(now, column.key) != plain(expected, column.key):
            raise NotAsWanted(f"{row.sheet} {row.row} {column.key}: {plain(now, column.key)!r}")
