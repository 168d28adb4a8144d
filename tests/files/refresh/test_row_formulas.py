"""Rows that somebody inserted or typed below a table get their formulas; names of ours are plain again."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from refresh_files import by_openpyxl, edited, members, refresh, values
from template_files import content

from kasales_xl.files.formulas.tree import moved
from kasales_xl.functions.spelling import our_name
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import TYPING_ROWS

ACCOUNTS = LAYOUT["accounts"]
BOTTOM = 2 + 6 + ACCOUNTS.ready_rows
TIER = len(ACCOUNTS.columns) + 2


def below(workbook: Any) -> None:
    sheet = workbook["客户"]
    sheet.cell(BOTTOM + 3, 1).value = "表下面的客户"


def inserted(workbook: Any) -> None:
    """As LibreOffice leaves a row that was inserted: without formulas."""
    sheet = workbook["客户"]
    for at in range(len(ACCOUNTS.columns) + 1, len(ACCOUNTS.columns) + len(ACCOUNTS.calculated) + 1):
        sheet.cell(4, at).value = None


def sheet_of(data: bytes, title: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(BytesIO(data))[title]


def test_a_row_below_the_table_gets_its_formulas_and_the_table_grows_to_it() -> None:
    result = refresh(by_openpyxl(content("zh", True), below))
    assert result.given == len(ACCOUNTS.calculated)
    assert result.left == ()
    sheet = sheet_of(result.data, "客户")
    assert sheet.tables["tblAccounts"].ref.endswith(str(BOTTOM + 3))
    assert sheet.cell(BOTTOM + 3, TIER).value == sheet.cell(3, TIER).value
    assert values(result.data)["客户", sheet.cell(BOTTOM + 3, TIER).coordinate] == "未知"
    assert refresh(result.data).data is result.data


def test_an_inserted_row_gets_the_formulas_of_its_neighbours() -> None:
    whole = content("zh", True)
    result = refresh(by_openpyxl(whole, inserted))
    assert result.given == len(ACCOUNTS.calculated)
    place = sheet_of(result.data, "客户").cell(4, TIER).coordinate
    assert values(result.data)["客户", place] == values(refresh(whole).data)["客户", place]


def test_a_row_put_between_others_leaves_every_other_row_its_own_result() -> None:
    """Last results stand in the order of the rows: all below the new one have moved."""

    def between(workbook: Any) -> None:
        sheet = workbook["客户"]
        for at in range(1, len(ACCOUNTS.columns) + 1):
            for row in range(9, 4, -1):
                sheet.cell(row, at).value = sheet.cell(row - 1, at).value
            sheet.cell(4, at).value = None
        sheet.cell(4, 1).value = "插进来的客户"

    def tiers(data: bytes) -> dict[Any, Any]:
        shown, sheet = values(data), sheet_of(data, "客户")
        return {sheet.cell(r, 1).value: shown["客户", sheet.cell(r, TIER).coordinate] for r in range(3, 12)}

    before, after = tiers(content("zh", True)), tiers(refresh(by_openpyxl(content("zh", True), between)).data)
    assert after.pop("插进来的客户") == "未知"
    assert after == before


def test_a_book_with_all_its_formulas_is_given_none() -> None:
    result = refresh(content("zh", True))
    assert (result.given, result.respelled) == (0, 0)


def test_names_that_only_the_extension_of_libreoffice_knows_are_plain_again() -> None:
    """What an .ods without the extension leaves in an .xlsx."""
    data = content("zh", True)
    for part in [name for name in members(data) if name.startswith("xl/worksheets/sheet")]:
        xml = members(data)[part]
        spelt = re.sub(
            rb"KA_([A-Z_]+)\(",
            lambda m: b"kasales.calc.functions.ka%s(" % m[1].replace(b"_", b"").lower(),
            xml,
        )
        if spelt != xml:
            data = edited(data, part, lambda _, spelt=spelt: spelt)
    assert b"kasales.calc.functions.katier(" in b"".join(members(data).values())
    result = refresh(data)
    assert result.respelled > 100
    assert result.left == ()
    assert b"kasales.calc" not in b"".join(members(result.data).values()).lower()
    assert values(result.data) == values(refresh(content("zh", True)).data)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("KA_TIER", "KA_TIER"),
        ("KASALES.CALC.FUNCTIONS.KATIER", "KA_TIER"),
        ("KASALES.CALC.FUNCTIONS.KALEVELOF", "KA_LEVEL_OF"),
        ("_XLDUDF_KASALES_KA_LEVEL", "KA_LEVEL"),
        ("KASALES.CALC.FUNCTIONS.KANOBODY", ""),
        ("SKA_TIER", ""),
    ],
)
def test_every_spelling_of_a_function_is_known(name: str, plain: str) -> None:
    assert our_name(name) == plain


@pytest.mark.parametrize(
    ("formula", "two_rows_down"),
    [
        ("客户!$A3&B$3", "客户!$A5&B$3"),
        ('IF(A1="A1",t[a],SUM(A1:B2))', 'IF(A3="A1",t[a],SUM(A3:B4))'),
        ("IF(\"A1\"=A1,'A1'!A1)", "IF(\"A1\"=A3,'A1'!A3)"),
        ("KA_TIER(KA,A9)", "KA_TIER(KA,A11)"),
        ("t[[#This Row],[客户A1]]", "t[[#This Row],[客户A1]]"),
    ],
)
def test_a_formula_moves_with_its_row(formula: str, two_rows_down: str) -> None:
    assert moved(formula, 2) == two_rows_down


def test_a_result_that_no_cell_can_hold_is_cut_and_breaks_nothing() -> None:
    def endless(workbook: Any) -> None:
        workbook["检查"]["H80"] = '=KA_WHY(KA,"level")&A81'
        workbook["检查"]["A81"] = "长" * 32_700

    result = refresh(by_openpyxl(content("zh", True), endless))
    assert len(values(result.data)["检查", "H80"]) == 32_767


def test_the_handle_takes_rows_down_to_where_people_may_type() -> None:
    sheet = sheet_of(content("zh", False), "_meta")
    assert f"'客户'!$A$2:$N${TYPING_ROWS}" in str(sheet["B8"].value)
