"""A minute's look for inputs that break reading, always the same ones; ``benchmarks/fuzz_reading.py`` looks longer.

Each kind of input that once broke it stands here by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

import pytest
from grids_of import ON, book_grids
from odd_inputs import Choices, odd_file, odd_grids
from small_books import small_book, tiny_book

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.xlsx_in import workbook
from kasales_xl.files.xlsx_in.book import open_sheets, read_book_bytes
from kasales_xl.reading.book import read_grids
from kasales_xl.reading.grid import Grid


def with_changed_sheets(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name.startswith("xl/worksheets/") else content)
    return packed.getvalue()


TINY, SMALL = tiny_book(), small_book()


@pytest.mark.slow
@pytest.mark.parametrize("start", range(4))
def test_no_odd_file_breaks_reading_and_both_ways_of_reading_agree(
    start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(start * 200, start * 200 + 200):
        data = odd_file(SMALL if seed % 20 == 0 else TINY, Choices(Random(f"file {seed}")))
        book = read_book_bytes(data, "a.xlsx", on=ON)
        with monkeypatch.context() as slowly:
            slowly.setattr(workbook, "MOST_PLAIN", 0)
            again = read_book_bytes(data, "a.xlsx", on=ON)
        assert (again.seller is None) == (book.seller is None), seed
        if book.seller is not None:
            assert again == book, seed


@pytest.mark.slow
@pytest.mark.parametrize("start", range(4))
def test_no_odd_grids_break_reading_or_judging(start: int) -> None:
    sound = book_grids()
    for seed in range(start * 500, start * 500 + 500):
        book = read_grids(odd_grids(sound, Choices(Random(f"grids {seed}"))), on=ON, file="a.xlsx")
        assert isinstance(book, Book), seed
        if book.seller is not None:
            make_card(book, book.policy or DEFAULT_POLICY, ON)


@pytest.mark.parametrize("data", [TINY, SMALL], ids=["tiny", "of ours"])
def test_a_sound_book_reads_the_same_both_ways(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = open_sheets(data)
    assert all(page.plain is not None for page in quick.pages.values()), "the quick way is not taken"
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    slow = open_sheets(data)
    assert slow.grids == quick.grids
    for title, page in slow.pages.items():
        columns = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AE"]
        typed, formulas = page.typed_over(columns)
        assert (set(typed), formulas) == (
            set(quick.pages[title].typed_over(columns)[0]),
            quick.pages[title].typed_over(columns)[1],
        )


def test_a_sheet_that_lost_its_account_column_is_read_without_it() -> None:
    for lost in range(len(book_grids())):
        grids = [
            Grid(grid.title, [[cell for cell in row if cell != "客户" or at != lost] for row in grid.cells])
            for at, grid in enumerate(book_grids())
        ]
        assert isinstance(read_grids(grids, on=ON, file="a.xlsx"), Book)


def test_an_empty_place_for_cells_before_the_true_one_hides_nothing() -> None:
    def twice(xml: bytes) -> bytes:
        return xml.replace(b"<sheetViews>", b"<sheetData/><sheetViews>")

    odd, sound = open_sheets(with_changed_sheets(TINY, twice)), open_sheets(TINY)
    assert odd.grids == sound.grids
