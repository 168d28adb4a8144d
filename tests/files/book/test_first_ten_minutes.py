"""The first ten minutes of somebody who never saw the book, by the Guide alone: three accounts, eight people and
four deals typed as people type them give every account a tier with its reason."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from typing import Any

import openpyxl
import pytest
from first_ten_minutes import ACCOUNTS, CONTACTS, DEALS, TYPED, type_into
from refresh_files import refresh, values

from kasales_xl.book.first_time import STEPS
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Tier
from kasales_xl.files.book.book import book_bytes
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT
from kasales_xl.text.findings.grouped import grouped

ON = dt.date(2026, 11, 24)


@cache
def typed() -> bytes:
    """A fresh book of the rep's, as ``kasales new`` gives it, after ten minutes of typing."""
    seller = Seller(
        seller_id="S001", name="张三", team="华东", annual_target=800,
        period_start=dt.date(2026, 1, 1),
    )  # fmt: skip
    return type_into(book_bytes(Book(seller), policy=DEFAULT_POLICY, on=ON, lang="zh"))


@cache
def read() -> Book:
    return read_book_bytes(typed(), "张三.xlsx", on=ON)


def column(key: str) -> int:
    sheet = key.partition(".")[0]
    keys = [*LAYOUT[sheet].by_key, *(c.key for c in LAYOUT[sheet].calculated)]
    return keys.index(key.partition(".")[2]) + 1


def test_the_guide_names_the_sheets_that_were_typed_into() -> None:
    assert list(STEPS) == list(TYPED)
    assert (len(ACCOUNTS), len(CONTACTS), len(DEALS)) == (3, 8, 4)


def test_only_open_columns_were_typed_into_and_no_id() -> None:
    for sheet, rows in TYPED.items():
        for row in rows:
            assert not [key for key in row if LAYOUT[sheet].by_key[key].folded]


def test_nothing_that_was_typed_is_left_out() -> None:
    book = read()
    assert (len(book.accounts), len(book.contacts), len(book.deals)) == (3, 8, 4)
    assert book.held == ()
    assert not [finding for finding in book.findings if finding.severity.blocks]


def test_at_most_eight_lines_are_asked_about_and_none_about_ids() -> None:
    groups = grouped(read().findings)
    assert 0 < len(groups) <= 8
    assert not [group for group in groups if "id" in group.findings[0].at.column]
    assert all(group.severity is Severity.WARN for group in groups)


def test_every_account_has_a_tier_with_its_reason() -> None:
    card = make_card(read(), DEFAULT_POLICY, ON)
    assert [account.tier for account in card.accounts] == [Tier.MID, Tier.MID, Tier.JUNIOR]
    shown = values(refresh(typed(), ON).data)
    for row, account in enumerate(card.accounts, start=FIRST_ROW):
        at = {key: openpyxl.utils.get_column_letter(column(f"accounts.{key}")) for key in ("tier", "lacking")}
        assert shown["客户", f"{at['tier']}{row}"] == account.tier.zh
        assert account.tier.zh in shown["客户", f"{at['lacking']}{row}"]
        assert "升到" in shown["客户", f"{at['lacking']}{row}"]


def test_my_scorecard_leads_with_the_accounts_and_says_what_capability_waits_for() -> None:
    shown = values(refresh(typed(), ON).data)
    assert shown["我的记分卡", "B3"] == "客户关系已到的等级"
    assert "35" in shown["我的记分卡", "G4"]
    assert shown["我的记分卡", "B21"].startswith(("客户!", "联系人!", "商机!"))


def test_a_contacts_department_drops_down_from_its_own_account() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(refresh(typed(), ON).data))
    offered = _departments(refresh(typed(), ON).data)
    assert offered["江海电力"] == ["信息中心", "财务部"]
    assert offered["东湖能源股份有限公司"] == ["数字化部", "采购部"]
    assert offered["云岭水务"] == ["信息部"]
    rules = workbook["联系人"].data_validations.dataValidation
    lists = [rule for rule in rules if "accountDepartments" in str(rule.formula1)]
    [rule] = lists
    letter = openpyxl.utils.get_column_letter(column("contacts.department"))
    assert str(rule.sqref).startswith(f"{letter}{FIRST_ROW}:")
    assert len(rule.formula1) <= 255
    assert not rule.showErrorMessage, "people sit in other departments too"


@pytest.mark.parametrize("between", ["、", "，", ",", "；", ";", "/", "\n", " 、 "])
def test_departments_are_told_apart_whatever_stands_between_them(between: str) -> None:
    def separated(data: bytes) -> bytes:
        workbook = openpyxl.load_workbook(io.BytesIO(data))
        workbook["客户"].cell(
            FIRST_ROW, column("accounts.key_departments")
        ).value = f"信息中心{between}财务部"
        stream = io.BytesIO()
        workbook.save(stream)
        return stream.getvalue()

    seller = Seller(seller_id="S001", name="张三")
    empty = book_bytes(Book(seller), policy=DEFAULT_POLICY, on=ON, lang="zh")
    assert _parts(separated(empty)) == ["信息中心", "财务部"]


def _departments(data: bytes) -> dict[Any, list[Any]]:
    """What 字典 offers by account, worked out from its formulas."""
    return {name: parts for name, parts in _rows(data) if name}


def _parts(data: bytes) -> list[Any]:
    return next(parts for _, parts in _rows(data))


def _rows(data: bytes) -> list[tuple[Any, list[Any]]]:
    from kasales_xl.files.formulas.ours import answer
    from kasales_xl.files.formulas.values import evaluate
    from kasales_xl.files.refresh.values import Calculation
    from kasales_xl.files.refresh.workbook_cells import WorkbookCells
    from kasales_xl.files.refresh.workbook_parts import read_parts

    cells = WorkbookCells(read_parts(data))
    around = Calculation(cells, Book(None), DEFAULT_POLICY, ON)
    names, block = cells.named_area("departmentAccounts"), cells.named_area("accountDepartments")
    assert names is not None
    assert block is not None
    around.dependent["字典"] = set(cells.formulas("字典"))

    def shown(row: int, at: int) -> Any:
        cell = cells.formulas("字典")[row, at]
        return evaluate(
            cells.tree(cell), cell.place, around, lambda name, args: answer(name, args, on=ON, lang="zh")
        )

    _, top, left, bottom, right = block
    return [
        (shown(row, names[2]), [part for at in range(left, right + 1) if (part := shown(row, at))])
        for row in range(top, min(bottom, top + 5))
    ]
