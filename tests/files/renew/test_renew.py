"""A book in a fresh template: of an older edition, or broken. What somebody typed is there to the last cell."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from paths import TESTS
from refresh_files import by_openpyxl, refresh
from template_files import content

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.renew.renewed import NotCarried, Renewed, _compare, older, renewed_book, typed_cells
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import TEMPLATE_VERSION

ON = dt.date(2026, 6, 30)
#: As file readers deliver days and times.
DAY, AFTERNOON = dt.datetime.fromisoformat("2026-05-06"), dt.datetime.fromisoformat("2026-03-04T15:30")
EDITION_1 = sorted((TESTS / "data" / "edition1").glob("*.xlsx"))
FILLED = [path for path in EDITION_1 if "empty" not in path.name]


def read(data: bytes) -> Book:
    return read_book_bytes(data, "张三.xlsx", on=ON)


def renewed(data: bytes) -> Renewed:
    return renewed_book(data, "张三.xlsx", on=ON)


def rows(book: Book) -> dict[str, list[dict[str, Any]]]:
    """What the method sees, apart from where it stands; IDs are made of names where they were blank."""
    return {
        key: [row.model_dump(exclude={"row"}) for row in getattr(book, key)]
        for key in LAYOUT
        if key != "seller"
    }


def opened(data: bytes, **how: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), **how)


def place(sheet: Any, key: str) -> int:
    """The column of a key, 1-based, from the hidden keys."""
    return next(cell.column for cell in sheet[1] if cell.value == key)


# books of release 0.1.0


def test_the_fixtures_are_of_the_first_edition() -> None:
    assert len(EDITION_1) == 6
    assert {typed_cells(path.read_bytes()).meta.version for path in EDITION_1} == {"1"}
    assert TEMPLATE_VERSION != "1"


@pytest.mark.parametrize("path", EDITION_1, ids=lambda path: path.stem)
def test_an_old_book_loses_no_input_on_its_way_to_todays_edition(path: Any) -> None:
    old = path.read_bytes()
    done = renewed(old)
    before, after = typed_cells(old), typed_cells(done.data)
    assert after.meta.version == TEMPLATE_VERSION
    assert after.meta.seller_id == before.meta.seller_id
    assert after.lang == before.lang
    there = dict(after.cells())
    assert {cell: there.get(cell) for cell, _ in before.cells()} == dict(before.cells())
    assert done.cells == len(list(before.cells())) > 150
    assert (done.sheets, done.columns, done.beside) == ((), (), ())


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
def test_an_old_book_is_graded_in_todays_edition_as_before(path: Any) -> None:
    before, after = read(path.read_bytes()), read(renewed(path.read_bytes()).data)
    assert before.seller is not None
    assert after.seller is not None
    assert after.seller.model_dump(exclude={"row"}) == before.seller.model_dump(exclude={"row"})
    assert rows(after) == rows(before)
    assert len(after.held) == len(before.held)
    old, new = (make_card(book, DEFAULT_POLICY, ON) for book in (before, after))
    assert new.level is old.level
    assert [account.tier for account in new.accounts] == [account.tier for account in old.accounts]


def test_an_upgraded_book_shows_last_results_without_the_add_in() -> None:
    data = renewed(next(path for path in FILLED if path.stem == "sample.zh").read_bytes()).data
    result = refresh(data, ON)
    book = opened(result.data, data_only=True)
    sheet = book["客户"]
    tier = place(sheet, "accounts.tier")
    assert sheet.cell(3, tier).value in ("强", "中级", "初级")
    assert book["上次结果"]["B2"].value == ON.isoformat()
    assert refresh(result.data, ON).data is result.data, "nothing is left to do"


def test_editions_are_compared_by_number() -> None:
    assert older("1", "2")
    assert older("2", "10")
    assert older("", "1")
    assert not older("2", "2")


# broken books


def broken(workbook: Any) -> None:
    """Drop-downs and formulas gone, a column and a sheet of one's own, a total, a remark, slips."""
    sheet = workbook["客户"]
    sheet.data_validations.dataValidation = []
    tier = place(sheet, "accounts.tier")
    for row in range(3, 9):
        sheet.cell(row, tier).value = None
    own = sheet.max_column + 1
    sheet.cell(2, own).value = "我的颜色"
    sheet.cell(3, own).value = "红"
    sheet.cell(5, own).value = AFTERNOON
    sheet.cell(40, 1).value = "合计"
    contacts = workbook["联系人"]
    contacts.cell(4, place(contacts, "contacts.last_contact")).value = "上周"
    contacts.cell(5, place(contacts, "contacts.note")).value = DAY
    contacts.cell(6, place(contacts, "contacts.note")).value = "=1/0"
    contacts.cell(7, place(contacts, "contacts.note")).value = True
    contacts.cell(8, place(contacts, "contacts.contact_id")).value = "0012"
    contacts.cell(9, place(contacts, "contacts.note")).value = "第一行\n第二行"
    mine = workbook.create_sheet("拜访计划")
    mine.append(["日期", "人", "次数", "翻倍"])
    mine.append([DAY, "李总", 3, "=C2*2"])
    mine["F1"] = "=客户!A3"
    mine.merge_cells("A4:C4")
    mine["A4"] = "合并的一格"


def test_a_repaired_book_has_its_rules_and_formulas_back_and_keeps_what_is_somebodys_own() -> None:
    data = by_openpyxl(content("zh", True), broken)
    done = renewed(data)
    before, after = typed_cells(data), typed_cells(done.data)
    assert dict(after.cells()) == dict(before.cells())
    assert done.columns == ("我的颜色",)
    assert done.sheets == ("拜访计划",)
    book = opened(done.data)
    sheet = book["客户"]
    assert len(sheet.data_validations.dataValidation) > 5
    assert "KA_TIER(" in sheet.cell(3, place(sheet, "accounts.tier")).value
    headers = [cell.value for cell in sheet[2]]
    own = headers.index("我的颜色") + 1
    assert (sheet.cell(3, own).value, sheet.cell(5, own).value) == ("红", AFTERNOON)
    assert "我的颜色" in sheet.tables["tblAccounts"].column_names, "it is sorted with its rows"
    assert (sheet.cell(40, 1).value, sheet.cell(41, 1).value) == ("合计", None)
    contacts = book["联系人"]
    note, last = place(contacts, "contacts.note"), place(contacts, "contacts.last_contact")
    assert contacts.cell(4, last).value == "上周"
    assert contacts.cell(5, note).value == DAY
    assert contacts.cell(8, place(contacts, "contacts.contact_id")).value == "0012"
    assert contacts.cell(9, note).value == "第一行\n第二行"
    mine = book["拜访计划"]
    assert mine["A2"].value == DAY
    assert mine["D2"].value == "=C2*2"
    assert mine["F1"].value != "=客户!A3", "our cells may stand elsewhere now"
    assert (
        str(
            mine.merged_cells.ranges[0]
            if isinstance(mine.merged_cells.ranges, list)
            else next(iter(mine.merged_cells.ranges))
        )
        == "A4:C4"
    )


def test_a_deleted_sheet_is_there_again() -> None:
    def without(workbook: Any) -> None:
        del workbook["支持"]
        del workbook["规则"]

    data = by_openpyxl(content("zh", True), without)
    titles = opened(renewed(data).data).sheetnames
    assert {"支持", "规则"} <= set(titles)


def test_what_stands_above_the_headers_is_named_for_no_template_has_a_place_for_it() -> None:
    def titled(workbook: Any) -> None:
        sheet = workbook["履历"]
        sheet.insert_rows(1, 2)
        sheet["A1"] = "张三的履历"

    assert renewed(by_openpyxl(content("zh", True), titled)).beside == (("履历!A1", "张三的履历"),)


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: replace(sheet, rows=sheet.rows[:-1]),
        lambda sheet: replace(sheet, rows=({**sheet.rows[0], "account": "别的名字"}, *sheet.rows[1:])),
        lambda sheet: replace(sheet, rows=(*sheet.rows[1:], sheet.rows[0])),
    ],
    ids=["a row less", "another word", "another order"],
)
def test_one_cell_that_differs_stops_the_replacement(change: Callable[[Any], Any]) -> None:
    before = typed_cells(content("zh", True))
    after = replace(before, sheets={**before.sheets, "accounts": change(before.sheets["accounts"])})
    assert _compare(before, before) > 500
    with pytest.raises(NotCarried):
        _compare(before, after)


def test_a_workbook_that_is_not_ours_is_refused() -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with pytest.raises(Refused):
        typed_cells(stream.getvalue())
