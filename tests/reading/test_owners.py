"""Whose an account is, however the owner is written (L8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from books_of import book_of as made_book
from grids_of import ACCOUNT, ON, codes, found, read, sheet

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book


def owned(owner: str) -> tuple[bool, set[str]]:
    book = read(accounts=sheet("accounts", [{**ACCOUNT, "owner": owner}]))
    return make_card(book, DEFAULT_POLICY, ON).accounts[0].owned, codes(book)


@pytest.mark.parametrize("owner", ["", "S001", "s001", "张三", "张 三"])
def test_the_sellers_own_name_or_id_goes_without_saying(owner: str) -> None:
    assert owned(owner) == (True, set())


@pytest.mark.parametrize(
    "owner", ["我", "本人", "自己", "me", "张三(S001)", "S001（张三）", "张三/S001", "张三 S001"]
)
def test_whoever_plainly_means_themselves_is_the_owner(owner: str) -> None:
    assert owned(owner) == (True, {"synonym"})


@pytest.mark.parametrize("owner", ["-", "—", "无", "n/a"])
def test_a_dash_is_a_blank(owner: str) -> None:
    assert owned(owner) == (True, {"blank-word"})


@pytest.mark.parametrize("owner", ["S002", "李四", "李四(S002)", "张三丰", "张三、李四(S001)"])
def test_an_account_of_somebody_else_is_said_not_to_count_here(owner: str) -> None:
    assert owned(owner) == (False, {"owner-elsewhere"})


@pytest.mark.parametrize("owner", ["待定", "？", "未分配"])
def test_an_owner_still_to_be_named_is_a_question(owner: str) -> None:
    assert owned(owner) == (False, {"owner-open"})


def test_an_owner_that_cannot_be_read_does_not_make_the_account_ones_own() -> None:
    assert owned("#REF!") == (False, {"formula-error"})


def test_an_owner_without_a_book_in_the_run_is_named(tmp_path: Path) -> None:
    made = made_book(mid=3)
    owners = dict(zip(range(3), ("S002", "S009", "王五(S002)"), strict=True))
    accounts = tuple(a.model_copy(update={"owner": owners[n]}) for n, a in enumerate(made.accounts))
    for number, held in (("S001", accounts), ("S002", ())):
        seller = made.seller and made.seller.model_copy(update={"seller_id": number, "name": f"销售{number}"})
        book = made.__class__(seller, held or made.accounts, made.contacts, made.deals)
        write_book(tmp_path / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    score([tmp_path], tmp_path / "out", RunOptions(on=ON, lang="zh"))
    lines = (tmp_path / "out" / "findings.csv").read_text("utf-8-sig").splitlines()
    unknown = [line for line in lines if "owner-unknown" in line]
    assert len(unknown) == 1
    assert "S009" in unknown[0]


def test_an_unknown_owner_is_worth_a_look_and_an_open_one_leaves_the_account_out() -> None:
    for owner, severity in (("李四", Severity.WARN), ("待定", Severity.HOLD)):
        book = read(accounts=sheet("accounts", [{**ACCOUNT, "owner": owner}]))
        assert [f.severity for f in book.findings] == [severity]
        assert found(book, book.findings[0].code).at.cell == "C3"
