"""The example workbook: a sheet per function, its answers true, alive in LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from pathlib import Path

import openpyxl
import pytest
from libreoffice import NAME_ERROR, TODAY, Calc
from recalculated_books import assert_equal, shown

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.build import examples
from kasales_xl.build.example_calls import EXAMPLES
from kasales_xl.functions import FUNCTIONS


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples") / examples.FILE
    made.write_bytes(examples.build())
    return made


def test_it_is_the_same_bytes_every_time(path: Path) -> None:
    assert path.read_bytes() == examples.build()


def test_every_function_has_its_sheet_and_its_examples(path: Path) -> None:
    assert set(EXAMPLES) | {"KA_BOOK"} == set(FUNCTIONS)
    workbook = openpyxl.load_workbook(path)
    for function in FUNCTIONS.values():
        sheet = workbook[function.name]
        texts = {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
        assert {function.signature, function.help.zh, function.help.en} <= texts
        assert {text for a in function.arguments for text in (a.help.zh, a.help.en)} <= texts
        assert {example.formula(function.name) for example in EXAMPLES.get(function.name, ())} <= texts


def test_formulas_shown_as_text_are_never_formulas(path: Path) -> None:
    sheet = openpyxl.load_workbook(path)["KA_TIER"]
    shown_as_text = [cell for cell in sheet["B"] if str(cell.value).startswith("=KA_TIER")]
    assert shown_as_text
    assert all(cell.data_type == "s" for cell in shown_as_text)


def test_libreoffice_comes_to_the_answers_in_store(path: Path, calc: Calc) -> None:
    assert dt.date.fromisoformat(TODAY) == SAMPLE_DAY
    document = calc.open(path)
    live = sum(len(calls) for calls in EXAMPLES.values())
    assert assert_equal(document, path) >= live
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stored = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    for name in FUNCTIONS:
        sheet = document.area(name)
        for row in stored[name].iter_rows(min_col=3):
            for cell in row:
                if cell.value is not None:
                    found = sheet[cell.row - 1][cell.column - 1]
                    assert found != NAME_ERROR
                    assert shown(found) == shown(cell.value), (name, cell.coordinate)
    document.close()
