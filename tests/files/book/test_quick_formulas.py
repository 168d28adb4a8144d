"""What makes writing a book quick changes no byte of it."""

from __future__ import annotations

import pytest
from books_of import ON, book_of
from xlsxwriter.worksheet import Worksheet

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book import writer
from kasales_xl.files.book.book import book_bytes


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_book_is_the_same_whether_a_formula_is_looked_through_once_or_in_every_row(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = book_of(strong=1, mid=1)
    quick = book_bytes(book, policy=DEFAULT_POLICY, on=ON, lang=lang)  # type: ignore[arg-type]
    monkeypatch.setattr(writer, "FormulaSheet", Worksheet)
    assert book_bytes(book, policy=DEFAULT_POLICY, on=ON, lang=lang) == quick  # type: ignore[arg-type]


def test_formulas_without_end_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_MOST_PREPARED", 10)
    sheet = writer.FormulaSheet()
    for number in range(100):
        assert sheet._prepare_formula(f"=XLOOKUP({number},A:A,B:B)") == f"_xlfn.XLOOKUP({number},A:A,B:B)"
    assert len(sheet._prepared) <= 10
