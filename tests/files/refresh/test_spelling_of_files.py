"""``refresh --host``: one book, whichever program opens it next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from command_line import kasales
from refresh_files import by_openpyxl, edited, members, refresh, values
from template_files import content

from kasales_xl.files.refresh.spelling import host_of
from kasales_xl.layout.sheets import LAYOUT

OURS = re.compile(rb"(?<![\w.])KA_[A-Z_]+\(")


def formulas(data: bytes) -> bytes:
    return b"\n".join(
        formula
        for name, xml in members(data).items()
        if name.startswith(("xl/worksheets/", "xl/tables/"))
        for formula in re.findall(rb"<(?:f|calculatedColumnFormula)\b[^>]*>[^<]*", xml)
    )


@pytest.fixture(scope="module")
def plain() -> bytes:
    return refresh(content("zh", True)).data


@pytest.fixture(scope="module")
def office(plain: bytes) -> bytes:
    return refresh(plain, host="office").data


def test_every_formula_of_ours_gets_the_add_in_s_name_in_cells_and_in_columns_of_tables(
    plain: bytes, office: bytes
) -> None:
    assert len(OURS.findall(formulas(plain))) > 100
    assert OURS.findall(formulas(office)) == []
    assert formulas(office).count(b"_xldudf_KASALES_KA_") == len(OURS.findall(formulas(plain)))
    assert b"<calculatedColumnFormula>" in formulas(office)


def test_values_stay_and_are_still_computed(plain: bytes, office: bytes) -> None:
    assert values(office) == values(plain)
    assert refresh(office).data is office
    assert refresh(office).left == ()


@pytest.mark.parametrize("host", ["xlwings", "calc"])
def test_there_and_back_is_the_same_file(plain: bytes, office: bytes, host: str) -> None:
    back = refresh(office, host=host)
    assert back.respelled > 100
    assert members(back.data) == members(plain)


def renamed(workbook: Any) -> None:
    workbook["我的信息"]["C4"] = "李四"


def test_a_refresh_without_a_host_leaves_a_book_in_its_spelling(office: bytes) -> None:
    again = by_openpyxl(office, renamed)
    assert host_of(refresh(again).data) == "office"
    assert host_of(office) == "office"
    assert host_of(content("zh", True)) is None


def typed_below(workbook: Any) -> None:
    workbook["客户"].cell(2 + 6 + LAYOUT["accounts"].ready_rows + 3, 1).value = "表下面的客户"


def test_a_row_typed_below_gets_the_formula_in_the_book_s_spelling(office: bytes) -> None:
    result = refresh(by_openpyxl(office, typed_below))
    assert result.given > 0
    assert OURS.findall(formulas(result.data)) == []


@pytest.mark.parametrize("entity", ["&quot;", '"'])
def test_a_quote_that_the_file_spells_out_hides_a_name_too(plain: bytes, entity: str) -> None:
    def spelt(xml: bytes) -> bytes:
        return re.sub(
            rb"<f>[^<]*KA_[^<]*</f>",
            b"<f>KA_WHY(KA,%sKA_TIER(%s)</f>" % (entity.encode(), entity.encode()),
            xml,
            count=1,
        )

    sheet = next(n for n, x in members(plain).items() if n.startswith("xl/worksheets/") and b"<f>IF(KA=" in x)
    result = refresh(edited(plain, sheet, spelt), host="office")
    found = re.findall(rb"<f>[^<]*KA_TIER\([&\"][^<]*</f>", members(result.data)[sheet])
    assert [text.replace(b"&quot;", b'"') for text in found] == [
        b'<f>_xldudf_KASALES_KA_WHY(KA,"KA_TIER(")</f>'
    ]


def test_a_book_of_an_older_edition_keeps_its_spelling_in_the_fresh_template(
    tmp_path: Path, office: bytes
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(office)
    done = kasales("repair", str(path), "--on", "2026-06-30")
    assert done.returncode == 0, done.stderr
    assert host_of(path.read_bytes()) == "office"


def test_the_command_says_what_it_did_and_keeps_the_old_file(tmp_path: Path, plain: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(plain)
    done = kasales("refresh", str(path), "--host", "office", "--on", "2026-06-30")
    assert done.returncode == 0, done.stderr
    assert "换成 Office 加载项的写法" in done.stdout
    assert host_of(path.read_bytes()) == "office"
    assert (tmp_path / "book.bak1.xlsx").read_bytes() == plain
    done = kasales("refresh", str(path), "--host", "excel")
    assert done.returncode == 2
