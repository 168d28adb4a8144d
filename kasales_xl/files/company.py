"""A company's folder: policy, roster, and one book a seller. What is there already is never written over."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.files.backup import backup
from kasales_xl.files.book.book import write_book
from kasales_xl.files.file_name import safe_name
from kasales_xl.files.policy.write import policy_text
from kasales_xl.files.roster import Member, RosterError, read_roster, write_roster
from kasales_xl.files.whole import writable_folder, write_whole
from kasales_xl.files.xlsx_in.book import file_bytes, open_sheets
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.sheets import TAB_TITLES
from kasales_xl.text.company import BOOKS, COLLECTED, POLICY, ROSTER


@dataclass(frozen=True)
class Places:
    """Where things stand in a company's folder."""

    folder: Path
    lang: Lang

    def of(self, name: Text) -> Path:
        return self.folder / name.pick(self.lang)


@dataclass(frozen=True)
class Made:
    """``books`` new, ``kept`` there before; ``old_roster``: the copy of the roster that was there."""

    books: tuple[Path, ...]
    kept: tuple[Path, ...]
    old_roster: Path | None


def set_up(
    places: Places,
    policy: Policy,
    members: Sequence[Member],
    sellers: Sequence[Seller],
    *,
    roster: Path | None,
    on: dt.date,
    watch: Callable[[int, int], None],
) -> Made:
    """Write what is not there yet. ``sellers``: one for each of ``members``. ``roster``: where they were read
    from. ``watch`` is called with books done and books in all. Raises CannotWrite."""
    for folder in (places.folder, places.of(BOOKS), places.of(COLLECTED)):
        writable_folder(folder)
    if not places.of(POLICY).exists():
        write_whole(places.of(POLICY), policy_text(policy, places.lang).encode())
    old = _write_roster(places, members, roster)
    new: list[Path] = []
    kept: list[Path] = []
    for number, (path, seller) in enumerate(book_paths(places.of(BOOKS), sellers)):
        watch(number, len(sellers))
        if path.exists():
            kept.append(path)
            continue
        write_book(path, Book(seller, lang=places.lang), policy=policy, on=on, lang=places.lang)
        new.append(path)
    return Made(tuple(new), tuple(kept), old)


def _write_roster(places: Places, members: Sequence[Member], roster: Path | None) -> Path | None:
    """None where nothing had to be kept aside."""
    path = places.of(ROSTER)
    if path.exists() and (not members or (roster is not None and roster.resolve() == path.resolve())):
        return None
    if path.exists() and _same_people(path, members):
        return None
    kept = backup(path) if path.exists() else None
    write_roster(path, members, places.lang)
    return kept


def _same_people(path: Path, members: Sequence[Member]) -> bool:
    try:
        there = read_roster(path)
    except RosterError:
        return False
    return [replace(m, row=0) for m in there] == [replace(m, row=0) for m in members]


def book_paths(folder: Path, sellers: Sequence[Seller]) -> Iterator[tuple[Path, Seller]]:
    """``张三.xlsx`` for each; ``张三 S002.xlsx`` for the one of several with this name. Somebody whose book
    stands there already under the plain name keeps it."""
    names = Counter(name_key(seller.name) for seller in sellers)
    taken: set[str] = set()
    for seller in sellers:
        plain = folder / f"{safe_name(seller.name, set(), blank='_')}.xlsx"
        alone = names[name_key(seller.name)] == 1 and plain.stem.casefold() not in taken
        if (alone and not plain.exists()) or _is_of(plain, seller):
            taken.add(plain.stem.casefold())
            yield plain, seller
        else:
            stem = safe_name(f"{seller.name} {seller.seller_id}", taken, blank="_")
            yield folder / f"{stem}.xlsx", seller


def _is_of(path: Path, seller: Seller) -> bool:
    """Is there a book of this seller? One that can't be read is somebody's who is not to be disturbed: theirs
    if anybody's."""
    return path.exists() and _owner(path) in ("", name_key(seller.seller_id))


def _owner(path: Path) -> str:
    """The ID (comparable) of whom a book was made for, filled in or not; blank where it can't be told."""
    try:
        grids = open_sheets(file_bytes(path), lambda title: title == TAB_TITLES["_meta"].en).grids
    except Refused:
        return ""
    rows = (row for grid in grids for row in grid.cells if len(row) > 1)
    return next((name_key(str(row[1])) for row in rows if row[0] == "seller_id"), "")
