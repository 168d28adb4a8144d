"""The sample organisation's books of earlier quarters, as files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.demo import earlier_books
from kasales_xl.files.book.book import write_book


def write_earlier_books(
    directory: Path, on: dt.date, lang: Lang = "zh", quarters: int = 4
) -> list[tuple[dt.date, list[Path]]]:
    """Each quarter in a folder named by its day."""
    written: dict[dt.date, list[Path]] = {}
    for day, book in earlier_books(on, lang, quarters):
        assert book.seller is not None
        path = directory / day.isoformat() / f"{book.seller.name}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_book(path, book, policy=DEFAULT_POLICY, on=day, lang=lang)
        written.setdefault(day, []).append(path)
    return list(written.items())
