"""A book of ours in LibreOffice: what the file holds in store, and what stands there when it was calculated anew."""

from __future__ import annotations

import datetime as dt
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from libreoffice import NAME_ERROR, TODAY, Document

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.files.book.book import write_book
from kasales_xl.functions import CellError
from kasales_xl.layout.last_results import NO_RESULT
from kasales_xl.text.sheets import CHECKS
from kasales_xl.version import __version__

ON = dt.date.fromisoformat(TODAY)


def written(path: Path, book: Book, lang: Lang = "zh") -> Path:
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang=lang)
    return path


def stored(path: Path) -> dict[tuple[str, str], tuple[str, Any]]:
    """Formula and cached value of every formula cell, by sheet and address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = openpyxl.load_workbook(path)
        values = openpyxl.load_workbook(path, data_only=True)
    found = {}
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    value = values[sheet.title][cell.coordinate].value
                    text = getattr(cell.value, "text", cell.value)
                    found[sheet.title, cell.coordinate] = (text, value)
    return found


def shown(value: Any) -> Any:
    """A value of either program in one spelling."""
    if isinstance(value, CellError):
        return value.value
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, (int, float)):
        return pytest.approx(float(value))
    return value or ""


def recalculated(document: Document, cells: dict[tuple[str, str], tuple[str, Any]]) -> dict[Any, Any]:
    areas = {sheet: document.area(sheet) for sheet in {sheet for sheet, _ in cells}}
    found = {}
    for sheet, address in cells:
        row, column = openpyxl.utils.cell.coordinate_to_tuple(address)
        area = areas[sheet]
        inside = row <= len(area) and column <= len(area[0])
        found[sheet, address] = area[row - 1][column - 1] if inside else ""
    return found


#: What the line about the add-in says where it does not answer.
OFF = {"zh": "没有启用插件：显示 {day} 的结果", "en": "The add-in is not running: results of {day} shown"}


def says_whether_it_runs(formula: str, stored: Any, answered: Any) -> bool:
    """The kinds of cell that say another thing in store: whether the add-in runs, and the book's handle. Stored is
    what a program without it must show; recalculated it runs, and its light turns.
    An answer that is an error is no last result: a dash stands for it."""
    spelt = formula.upper().replace(" ", "")
    if "KA_BOOK(" in spelt:
        return not stored and str(answered).startswith("KA#")
    if 'IF(KA="",' in spelt and stored == NO_RESULT and isinstance(answered, CellError):
        return True
    for lang in LANGS:
        off, ok = (CHECKS[code].pick(lang) for code in ("addin-off", "ok"))
        if "KA_VERSION()" in spelt and stored == OFF[lang].format(day=TODAY):
            return __version__ in answered and answered.startswith(CHECKS["addin-on"].pick(lang))
        if stored == off and spelt.startswith('=IF(KA="",'):
            return bool(answered == ok)
    return False


def assert_equal(document: Document, path: Path) -> int:
    """Every formula cell shows after recalculation what the file held, whether the add-in runs apart. How many call
    a KA function."""
    cells = stored(path)
    after = recalculated(document, cells)
    assert NAME_ERROR not in after.values()
    assert not any(isinstance(value, int) for value in after.values())
    for place, (formula, value) in cells.items():
        assert says_whether_it_runs(formula, value, after[place]) or shown(after[place]) == shown(value), (
            place,
            formula,
        )
    return sum("KA_" in formula.upper() for formula, _ in cells.values())
