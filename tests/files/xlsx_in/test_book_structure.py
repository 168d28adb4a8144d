"""What only a book's formulas and settings show (pitfalls 53, 55), in books that we wrote."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from grids_of import ON

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Account, Contact, Deal, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Influence, Lang
from kasales_xl.files.book.book import write_book
from kasales_xl.files.xlsx_in.book import read_book, structure

SELLER = Seller(
    seller_id="S001", name="张三", team="华东", period_start=dt.date(2026, 1, 1), annual_target=1000.0
)
BOOK = Book(
    SELLER,
    accounts=(Account(account_id="A1", account="海尔", key_departments=("采购部",), potential_12m=300.0),
              Account(account_id="A2", account="格力")),
    contacts=(Contact(contact_id="C1", account="A1", name="李四", department="采购部", can_influence=Influence.YES),),
    deals=(Deal(deal_id="D1", account="A1", deal="一期", amount=3.5, stage=DealStage.SOLUTION),),
)  # fmt: skip


@pytest.fixture(params=["zh", "en"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    lang: Lang = request.param
    file = tmp_path / f"{lang}.xlsx"
    write_book(file, BOOK, policy=DEFAULT_POLICY, on=ON, lang=lang)
    return file


def change(path: Path, sheet: tuple[str, str], cell: str, value: object) -> None:
    """Edit one cell the way a person would, formulas kept."""
    workbook = openpyxl.load_workbook(path)
    workbook[sheet[path.stem == "en"]][cell] = value
    workbook.save(path)


def column_of(path: Path, sheet: str, key: str) -> str:
    return read_book(path, on=ON).sheets[sheet].letters[key]


def test_a_book_that_we_wrote_reads_back_as_it_was(path: Path) -> None:
    book = read_book(path, on=ON)
    assert [f.code for f in book.findings] == []
    for part in ("accounts", "contacts", "deals"):
        written = [row.model_copy(update={"row": 0}) for row in getattr(book, part)]
        assert written == list(getattr(BOOK, part))
    assert book.seller == SELLER.model_copy(update={"row": book.seller.row if book.seller else 0})
    assert len(book.practices) == 35
    assert book.policy == DEFAULT_POLICY
    assert book.lang == path.stem
    assert structure(path) == ()


def test_pitfall_53_a_calculated_cell_typed_over_is_named_and_not_read(path: Path) -> None:
    letter = column_of(path, "accounts", "tier")
    change(path, ("客户", "Accounts"), f"{letter}3", "强")
    book = read_book(path, on=ON)
    assert len(book.accounts) == 2
    typed = [f for f in book.findings if f.code == "typed-over"]
    assert [(f.severity.value, f.at.cell, f.at.column, f.got) for f in typed] == [
        ("warn", f"{letter}3", "tier", "强")
    ]


def test_something_typed_into_a_calculated_column_of_a_blank_row_is_no_matter(path: Path) -> None:
    letter = column_of(path, "accounts", "tier")
    change(path, ("客户", "Accounts"), f"{letter}9", "强")
    assert "typed-over" not in {f.code for f in read_book(path, on=ON).findings + structure(path)}


def test_pitfall_55_lost_drop_downs_and_protection_are_said(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    page = workbook[("联系人", "Contacts")[path.stem == "en"]]
    page.data_validations.dataValidation = []
    page.protection.sheet = False
    workbook.save(path)
    gone = structure(path)
    assert {f.at.sheet for f in gone} == {"contacts"}
    assert {f.at.column for f in gone if f.code == "validation-gone"} >= {"stance", "can_influence", "value"}
    assert [f.code for f in gone].count("protection-gone") == 1


def test_structure_of_a_file_that_is_no_book_is_empty(tmp_path: Path) -> None:
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK")
    assert structure(broken) == ()
    assert structure(tmp_path / "nowhere.xlsx") == ()
