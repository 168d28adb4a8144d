"""Which formulas of a book that was just opened are entered anew, on workbooks held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import fake_excel
import fakecom
import pytest

from kasales_xl.hosts.excel.formulas import calls_us
from kasales_xl.layout.template import HANDLE_NAME

NAME_ERROR = -2146826259
PATH = "'C:\\Users\\张三\\XLSTART\\kasales.xlam'!"
HANDLE = '=IFERROR(KA_BOOK(tblSeller[#All]),"")'
TIER = '=IF(KA="","–",KA_TIER(KA,[@客户名称]))'


@pytest.fixture(scope="module")
def binding() -> Iterator[ModuleType]:
    with fakecom.windows():
        import kasales_xl.hosts.excel.binding as module

        yield module


def book_with(
    link: str = "", shown: object = "强", handle: object = "KA#0123456789abcdef"
) -> fake_excel.Book:
    """The handle on _meta, a table of three accounts with one calculated column. shown: in that column."""
    book = fake_excel.Book(fake_excel.Application(), "张三.xlsx", "C:\\books")
    accounts, meta = book.sheet("客户"), book.sheet("_meta")
    accounts.put(2, 1, [["客户名称", "关系等级"], *([f"客户{n}", shown] for n in range(3))], "tblAccounts")
    for row in (3, 4, 5):
        accounts.formulas[row, 2] = TIER.replace("KA_TIER", link + "KA_TIER")
    meta.values[8, 2] = handle
    meta.formulas[8, 2] = HANDLE.replace("KA_BOOK", link + "KA_BOOK")
    book.name(HANDLE_NAME, fake_excel.Range(meta, 8, 2))
    return book


def planned(binding: ModuleType, book: fake_excel.Book, calculated: bool) -> list[list[str]]:
    """As the add-in's VBA asks for it."""
    from xlwings import com_server

    text = com_server.XLPython().CallUDF(binding.__name__, "plan", (calculated,), book, None)
    return [line.split(binding.PART) for line in text.split(binding.LINE)] if text else []


@pytest.mark.parametrize("calculated", [False, True])
def test_nothing_is_entered_where_every_formula_finds_its_function(
    binding: ModuleType, calculated: bool
) -> None:
    assert planned(binding, book_with(), calculated) == []


def test_links_to_another_persons_add_in_become_plain_names_column_by_column(binding: ModuleType) -> None:
    """One assignment for a table's column, so that new rows get its formula too; the handle comes last."""
    assert planned(binding, book_with(PATH), calculated=False) == [
        ["客户", "column", "B3:B5", TIER],
        ["_meta", "cells", "B8", HANDLE],
    ]


@pytest.mark.parametrize(("shown", "handle"), [(NAME_ERROR, "KA#0123456789abcdef"), ("–", "")])
def test_functions_that_are_not_found_are_entered_once_the_book_was_calculated(
    binding: ModuleType, shown: object, handle: object
) -> None:
    """#NAME? in a cell, or a handle's cell that hides it and shows nothing."""
    book = book_with(shown=shown, handle=handle)
    assert planned(binding, book, calculated=False) == [], "values in store say nothing yet"
    assert [line[:3] for line in planned(binding, book, calculated=True)] == [
        ["客户", "column", "B3:B5"],
        ["_meta", "cells", "B8"],
    ]


def test_a_cell_that_somebody_typed_over_keeps_what_was_typed(binding: ModuleType) -> None:
    book = book_with(PATH)
    del book.Worksheets[0].formulas[4, 2]
    book.Worksheets[0].values[4, 2] = "我改的"
    assert [line[1:3] for line in planned(binding, book, calculated=False)][:2] == [
        ["cells", "B3"],
        ["cells", "B5"],
    ]


def test_a_column_whose_cells_hold_different_formulas_is_entered_in_runs(binding: ModuleType) -> None:
    book = book_with(PATH)
    book.Worksheets[0].formulas[5, 2] = f'={PATH}KA_TIER(KA,"别的客户")'
    assert [line[1:] for line in planned(binding, book, calculated=False)][:2] == [
        ["cells", "B3:B4", TIER],
        ["cells", "B5", '=KA_TIER(KA,"别的客户")'],
    ]


def test_cells_that_point_at_their_own_row_are_one_formula(binding: ModuleType) -> None:
    book = book_with(PATH)
    for row in (3, 4, 5):
        book.Worksheets[0].formulas[row, 2] = f"={PATH}KA_TIER(KA,A{row})"
    assert planned(binding, book, calculated=False)[0][1:] == ["column", "B3:B5", "=KA_TIER(KA,A3)"]


def test_of_arrays_and_spills_only_the_first_cell_is_entered(binding: ModuleType) -> None:
    book = book_with(PATH)
    sheet = book.sheet("表")
    for row, column in ((1, 1), (2, 1), (1, 2), (2, 2)):
        sheet.formulas[row, column] = f"={PATH}KA_TIERS(KA)"
        sheet.formulas[row + 10, column] = f"={PATH}KA_GAP(KA)"
    sheet.arrays.append(fake_excel.Range(sheet, 1, 1, 2, 2))
    sheet.spills.append(fake_excel.Range(sheet, 11, 1, 2, 2))
    assert [line[1:] for line in planned(binding, book, calculated=False) if line[0] == "表"] == [
        ["array", "A1:B2", "=KA_TIERS(KA)"],
        ["cells", "A11", "=KA_GAP(KA)"],
    ]


def test_a_book_without_the_name_ka_is_bound_cell_by_cell(binding: ModuleType) -> None:
    book = fake_excel.Book(fake_excel.Application(), "汇总.xlsx")
    sheet = book.sheet("Sheet1")
    sheet.formulas = {(1, 1): f"={PATH}KA_LEVEL()", (2, 1): "=SUM(B1:B9)"}
    assert planned(binding, book, calculated=False) == [["Sheet1", "cells", "A1", "=KA_LEVEL()"]]


@pytest.mark.parametrize(
    ("formula", "ours"),
    [
        ("=KA_LEVEL()", True),
        ("=ka_tier(KA,A1)", True),
        (f"={PATH}KA_TIER(KA,A1)", True),
        ("='D:\\o''neil\\kasales.xlam'!KA_TIER(KA,A1)", True),
        ("=kasales.xlam!KA_GRADE(KA,1)", True),
        ("=SKA_2024!A1", False),
        ("=SUM(SKA_2024!A1:A9)", False),
        ("=SKA_X(1)", False),
        ("=表KA_X(1)", False),
        ("=KA_2024!A1+SUM(B1)", False),
        ('="KA_LEVEL(1)"', False),
        ("='my KA_LEVEL(1)'!A1", False),
        ("=KA_", False),
        ("KA_LEVEL()", False),
        (None, False),
    ],
)
def test_only_a_whole_name_of_ours_counts(formula: object, ours: bool) -> None:
    assert calls_us(formula) is ours


@pytest.mark.parametrize(
    ("linked", "plain"),
    [
        ("=KA_LEVEL(KA)", "=KA_LEVEL(KA)"),
        (f"={PATH}KA_LEVEL(KA)", "=KA_LEVEL(KA)"),
        (f'=IF(A1="","",{PATH}KA_TIER(KA,A1))', '=IF(A1="","",KA_TIER(KA,A1))'),
        (f"={PATH}KA_SCORE(KA,A1)+{PATH}KA_SCORE(KA,A2)", "=KA_SCORE(KA,A1)+KA_SCORE(KA,A2)"),
        ("=kasales.xlam!KA_LEVEL()&Kasales.XLAM!KA_GRADE(,1)", "=KA_LEVEL()&KA_GRADE(,1)"),
        ("='D:\\o''neil''s\\kasales.xlam'!KA_TIER(KA,'my ''x'''!A1)", "=KA_TIER(KA,'my ''x'''!A1)"),
        ("=[1]Sheet!A1+'C:\\a\\other.xlam'!F(1)", "=[1]Sheet!A1+'C:\\a\\other.xlam'!F(1)"),
        ("='Sheet 1'!A1&'C:\\kasales.xlam'!KA_LEVEL()", "='Sheet 1'!A1&KA_LEVEL()"),
    ],
)
def test_the_path_of_any_copy_of_the_add_in_goes_and_nothing_else(
    binding: ModuleType, linked: str, plain: str
) -> None:
    assert binding.unlinked(linked) == plain
