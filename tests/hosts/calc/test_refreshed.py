"""A refreshed book holds what LibreOffice with our functions calculates from it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from libreoffice import Calc
from recalculated_books import ON, assert_equal, written
from refresh_files import by_openpyxl

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.demo.books import drafts
from kasales_xl.demo.mistakes import plant
from kasales_xl.files.calc_engine import CALC_ENGINE
from kasales_xl.files.refresh.book import refresh_book
from kasales_xl.files.xlsx_in.book import read_book_bytes


def _workbook(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("xl/workbook.xml")


@pytest.mark.parametrize("number", [0, 3, 8, 13])
def test_a_book_with_slips_recalculates_to_what_the_refresh_wrote(
    number: int, calc: Calc, tmp_path: Path
) -> None:
    draft = drafts(ON, "zh")[number]
    plant(draft)
    path = written(tmp_path / "账簿.xlsx", draft.book())
    data = by_openpyxl(path.read_bytes())
    book = read_book_bytes(data, path.name, on=ON)
    result = refresh_book(data, book, policy=book.policy or DEFAULT_POLICY, on=ON)
    assert result.left == ()
    path.write_bytes(result.data)
    document = calc.open(path)
    assert assert_equal(document, path) > 20
    document.close()


def test_a_book_that_libreoffice_saved_is_refreshed_without_touching_its_words(
    calc: Calc, tmp_path: Path
) -> None:
    """Its formulas are spelled in small letters, its numbers to 15 digits."""
    draft = drafts(ON, "zh")[4]
    path = written(tmp_path / "账簿.xlsx", draft.book())
    document = calc.open(path)
    document.save(saved := tmp_path / "saved.xlsx")
    document.close()
    data = saved.read_bytes()
    book = read_book_bytes(data, saved.name, on=ON)
    result = refresh_book(data, book, policy=book.policy or DEFAULT_POLICY, on=ON)
    assert result.left == ()
    assert b'calcId="' not in _workbook(data), "as LibreOffice saves it"
    assert f'calcId="{CALC_ENGINE}"'.encode() in _workbook(result.data)
    # what says whether the add-in is there, and the handle: the rest it calculated itself
    assert result.changed <= 5
    saved.write_bytes(result.data)
    again = calc.open(saved)
    assert assert_equal(again, saved) > 20
    again.close()
