"""A believable sample organisation, the same on every machine: two teams, sixteen sellers on all five
levels, and what really comes back from sellers: slips in cells, stray and broken files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from kasales_xl.core.calendar import add_months
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.demo import other_files
from kasales_xl.demo.books import drafts
from kasales_xl.demo.mistakes import SLIPS, plant
from kasales_xl.demo.rewind import rewound
from kasales_xl.files.book.book import write_book

__all__ = ["SLIPS", "earlier_books", "make_demo"]

#: Whose book (place in the cast, from 1) lies there twice, is open in Excel, has a tab renamed.
TWICE, OPEN, RENAMED = 7, 6, 14
#: How many days older the second copy is.
_COPY_DAYS = 80


def make_demo(directory: Path | str, on: dt.date, lang: Lang = "zh") -> list[Path]:
    """Write the sample books into ``directory``, a folder per team, as filled in on ``on``; returns the
    sixteen books in the order of the cast. Stray and broken files lie beside them. The same day and
    language give the same bytes. Files of the same names are replaced, others left alone."""
    root = Path(directory)
    root.mkdir(parents=True, exist_ok=True)
    books: list[Path] = []
    for draft in drafts(on, lang):
        path = root / draft.seller.team / f"{draft.seller.name}.xlsx"
        path.parent.mkdir(exist_ok=True)
        if draft.number == TWICE:
            old = on - dt.timedelta(days=_COPY_DAYS)
            copy = path.with_name(path.stem + other_files.COPY.pick(lang))
            _write(copy, rewound(draft, old), old, lang)
        plant(draft)
        _write(path, draft.book(), on, lang)
        books.append(path)
    other_files.rename_sheet(books[RENAMED - 1], lang)
    other_files.write_lock(books[OPEN - 1], books[OPEN - 1].stem)
    other_files.write_cut_off(root / other_files.CUT_OFF.pick(lang), books[0])
    other_files.write_foreign(root / other_files.FOREIGN.pick(lang), on, lang)
    other_files.write_list(root / other_files.LIST.pick(lang), lang)
    (root / other_files.EMPTY.pick(lang)).write_bytes(b"")
    return books


def earlier_books(on: dt.date, lang: Lang = "zh", quarters: int = 4) -> Iterator[tuple[dt.date, Book]]:
    """The same sellers' books as they stood at the end of each earlier quarter, oldest first; nothing is
    planted in them."""
    cast = drafts(on, lang)
    for back in range(quarters, 0, -1):
        day = add_months(on, -3 * back)
        for draft in cast:
            yield day, rewound(draft, day)


def _write(path: Path, book: Book, on: dt.date, lang: Lang) -> None:
    write_book(path, book, policy=DEFAULT_POLICY, on=on, lang=lang)
