"""Copies of one book: which counts."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

from kasales_xl.batch.across.duplicates import Claimant, choose, last_saved
from kasales_xl.core.findings import Severity

DAY = dt.date(2026, 1, 1)


def claim(name: str, seller: str = "S1", digest: str = "1", start: dt.date | None = DAY) -> Claimant:
    return Claimant(name, Path(name), seller, start, digest)


def codes(books: list[Claimant], saved: dict[str, str]) -> dict[str, str]:
    return {
        f.at.file: f.code
        for f in choose(replace(book, saved=saved.get(book.name, "")) for book in books).findings
    }


def test_of_two_copies_of_one_book_the_newer_counts_and_the_older_is_named() -> None:
    saved = {"张三.xlsx": "2026-06-01T08:00:00Z", "张三 副本.xlsx": "2026-06-02T08:00:00Z"}
    books = [claim("张三.xlsx"), claim("张三 副本.xlsx", digest="2")]
    assert codes(books, saved) == {"张三.xlsx": "older-copy"}


def test_the_same_bytes_twice_count_once() -> None:
    assert codes([claim("b.xlsx"), claim("a.xlsx")], {}) == {"b.xlsx": "same-copy"}


def test_two_different_books_of_the_same_age_are_both_held() -> None:
    books = [claim("a.xlsx"), claim("b.xlsx", digest="2")]
    choice = choose(replace(book, saved="2026-06-01T08:00:00Z") for book in books).findings
    assert {f.at.file for f in choice} == {"a.xlsx", "b.xlsx"}
    assert {f.severity for f in choice} == {Severity.HOLD}


def test_this_years_book_goes_before_last_years_whenever_it_was_saved() -> None:
    saved = {"new.xlsx": "2026-01-02T08:00:00Z", "old.xlsx": "2026-06-01T08:00:00Z"}
    books = [claim("new.xlsx"), claim("old.xlsx", digest="2", start=dt.date(2025, 1, 1))]
    assert codes(books, saved) == {"old.xlsx": "older-copy"}


def test_sellers_are_told_apart_by_their_id_however_it_is_typed() -> None:
    assert codes([claim("a.xlsx", "S1"), claim("b.xlsx", "S2")], {}) == {}
    assert codes([claim("a.xlsx", "S1"), claim("b.xlsx", "ｓ１ ", digest="1")], {}) != {}


def test_the_day_of_saving_is_what_the_workbook_says(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "docProps/core.xml",
            '<x><dcterms:modified xsi:type="t">2026-06-01T08:00:00Z</dcterms:modified></x>',
        )
    assert last_saved(path.read_bytes()) == "2026-06-01T08:00:00Z"
    assert last_saved(b"no workbook") == ""
