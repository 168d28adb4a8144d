"""The same call gives the same answer in every host: function × host × shape of arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import parity
import pytest
from books_of import book_of
from libreoffice import TODAY, Calc, Document
from parity import At, Handle, LeftOut
from proven import proven
from recalculated_books import ON, written

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.functions import FUNCTIONS, Answer, CellError, call, open_tables
from kasales_xl.hosts.excel import com
from kasales_xl.hosts.excel.dialects import to_com

BOOK = book_of(strong=1, mid=2, junior=2, none=1, undecided=1, grade=2)
TABLES = book_tables(BOOK, DEFAULT_POLICY, "zh")
CASES = list(parity.cases())
SCRATCH = "检查"
#: Cells of the scratch sheet, right of everything else: answers one below the other, inputs beside.
ANSWERS, INPUTS = 40, 60


def core(name: str, args: tuple[Any, ...]) -> Answer:
    handle = open_tables(TABLES, ON)
    return call(name, parity.for_core(args, handle), on=ON, workbook=lambda: TABLES, lang="zh")


def test_every_function_is_among_the_cases() -> None:
    assert {name for name, _ in CASES} == set(FUNCTIONS) - {"KA_BOOK"}
    assert len(CASES) > 150


def same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return one == pytest.approx(other)
    return bool(one == other)


def equal(one: list[list[Any]], other: list[list[Any]]) -> bool:
    return len(one) == len(other) and all(
        len(a) == len(b) and all(map(same, a, b)) for a, b in zip(one, other, strict=True)
    )


# Excel over COM


def test_excel_answers_as_the_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASALES_TODAY", TODAY)
    monkeypatch.setenv("KASALES_LANG", "zh")
    monkeypatch.setattr(com, "calling_handle", lambda calculation=None: open_tables(TABLES, ON))
    handle = open_tables(TABLES, ON)
    for name, args in CASES:
        function = FUNCTIONS[name]
        spelt = parity.for_com(args, handle)
        spelt += [None] * (len(com.argument_names(function)) - len(spelt))
        assert equal(to_com(com.answer(function, tuple(spelt))), to_com(core(name, args))), (name, args)


# LibreOffice


def letters(column: int) -> str:
    return openpyxl.utils.get_column_letter(column)


class Scratch:
    """Writes calls into a sheet of a Calc document, with the cells that they refer to."""

    def __init__(self, document: Document) -> None:
        self.document, self.row, self.input_row = document, 1, 1

    def formula(self, name: str, args: tuple[Any, ...]) -> str:
        return f"={name}({';'.join(self.spelt(arg) for arg in args)})"

    def spelt(self, arg: Any) -> str:
        if isinstance(arg, Handle):
            return "KA"
        if isinstance(arg, LeftOut):
            return ""
        if isinstance(arg, At):
            return self.placed(arg.value if isinstance(arg.value, list) else [[arg.value]])
        return f'"{arg}"' if isinstance(arg, str) else f"{arg:g}"

    def placed(self, rows: list[list[Any]]) -> str:
        top = self.input_row
        for row in rows:
            for column, value in enumerate(row):
                if value is not None:
                    text = "=NA()" if value is CellError.NA else value
                    self.document.put(SCRATCH, f"{letters(INPUTS + column)}{self.input_row}", text)
            self.input_row += 1
        last = f"{letters(INPUTS + len(rows[0]) - 1)}{self.input_row - 1}"
        first = f"{letters(INPUTS)}{top}"
        return first if first == last else f"{first}:{last}"

    def write(self, formula: str, shape: tuple[int, int]) -> str:
        """The range that the answer stands in."""
        rows, columns = shape
        cells = f"{letters(ANSWERS)}{self.row}:{letters(ANSWERS + columns - 1)}{self.row + rows - 1}"
        if shape == (1, 1):
            self.document.put(SCRATCH, cells.split(":")[0], formula)
        else:
            self.document.put_array(SCRATCH, cells, formula)
        self.row += rows
        return cells


@pytest.fixture(scope="module")
def document(calc: Calc, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path: Path = tmp_path_factory.mktemp("parity") / "book.xlsx"
    opened = calc.open(written(path, BOOK))
    yield opened
    opened.close()


def test_libreoffice_answers_as_the_core(document: Document) -> None:
    scratch = Scratch(document)
    wrong = []
    for name, args in CASES:
        expected = core(name, args)
        rows = expected if isinstance(expected, list) else [[expected]]
        formula = scratch.formula(name, args)
        answered = document.area(SCRATCH, scratch.write(formula, (len(rows), len(rows[0]))))
        if not equal(answered, [list(row) for row in rows]):
            wrong.append((formula, answered, rows))
    assert not wrong
    handle = scratch.write("=KA", (1, 1)).split(":")[0]
    assert document.cell(SCRATCH, handle) == open_tables(TABLES, ON)
    proven("libreoffice", ["KA_BOOK", *(name for name, _ in CASES)])


def test_the_handle_of_libreoffice_is_the_one_that_files_are_written_with(document: Document) -> None:
    scratch = Scratch(document)
    scratch.row = 2000
    cells = scratch.write("=KA", (1, 1)).split(":")[0]
    assert document.cell(SCRATCH, cells) == open_tables(TABLES, ON)


def test_a_handle_made_of_plain_ranges_in_any_host_is_the_same(document: Document) -> None:
    scratch = Scratch(document)
    scratch.row = 2100
    few = {key: TABLES[key][:4] for key in ("seller", "accounts", "contacts", "deals")}
    for key in few:
        few[key] = [[cell if not hasattr(cell, "toordinal") else None for cell in row] for row in few[key]]
    ranges = [scratch.placed(rows) for rows in few.values()]
    cells = scratch.write(f"=KA_BOOK({';'.join(ranges)};;;;;)", (1, 1)).split(":")[0]
    assert document.cell(SCRATCH, cells) == call("KA_BOOK", list(few.values()), on=ON)
    missing = scratch.write(f"=KA_BOOK(;{ranges[1]};;;;;;;)", (1, 1)).split(":")[0]
    assert document.cell(SCRATCH, missing) == call("KA_BOOK", [None, few["accounts"], None, None], on=ON)
