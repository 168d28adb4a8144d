"""The handle of a book: what it names, what it costs, when it is stale; the values kept in files."""

from __future__ import annotations

import datetime as dt

import pytest
from books_of import ON, book_of
from call_count import calls_of
from function_books import Tables, ask, cell_of, handle_of, tables_of
from large_books import large_book

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.functions import (
    CellError,
    answers_for,
    call,
    cell_name,
    close_document,
    documents,
    open_tables,
)
from kasales_xl.functions.open_books import BOOKS_KEPT
from kasales_xl.version import __version__


@pytest.fixture(scope="module")
def handle() -> str:
    """1 strong, 3 mid, 4 junior key accounts, 1 without relation, 2 undecided, 1 small; all grades 2."""
    return handle_of(tables_of(strong=1, mid=3, junior=4, none=1, undecided=2, small=1, grade=2))


def test_equal_content_gives_an_equal_handle_and_any_change_another_one() -> None:
    first, second = tables_of(mid=1), tables_of(mid=1)
    assert handle_of(first) == handle_of(second)
    cell_of(second, "contacts", 1, "能否影响", "不能")
    assert handle_of(first) != handle_of(second)
    assert handle_of(first) != handle_of(first, ON + dt.timedelta(days=1))


def test_all_hosts_spellings_of_one_table_give_one_handle() -> None:
    plain = tables_of(mid=1)
    as_excel = {
        key: tuple(
            tuple(dt.datetime.combine(c, dt.time()) if isinstance(c, dt.date) else c for c in row)
            for row in rows
        )
        for key, rows in plain.items()
    }
    as_calc = {
        key: [
            ["" if c is None else float(c.toordinal() - 693594) if isinstance(c, dt.date) else c for c in row]
            for row in [*rows, [None] * len(rows[0]), [""] * len(rows[0])]
        ]
        for key, rows in plain.items()
    }
    assert handle_of(plain) == handle_of(as_excel) == handle_of(as_calc)


def test_a_policy_typed_into_the_book_changes_the_handle_and_the_answer() -> None:
    strict = tables_of(mid=2, grade=3)
    usual = handle_of(strict)
    row = next(i for i, line in enumerate(strict["policy"]) if line[0] == "policy.mid_dms")
    strict["policy"][row][2] = 2
    changed = handle_of(strict)
    assert changed != usual
    assert ask("KA_TIER", usual, "客户001") == "中级"
    assert ask("KA_TIER", changed, "客户001") == "初级"


def test_a_handle_of_a_closed_book_is_a_stale_reference() -> None:
    assert ask("KA_LEVEL", "KA#0123456789abcdef") is CellError.REF
    first = handle_of(tables_of(mid=1, name="第一本"))
    for number in range(BOOKS_KEPT):
        handle_of(tables_of(name=f"第{number}本"))
    assert ask("KA_LEVEL", first) is CellError.REF


def test_any_table_of_the_book_may_be_empty() -> None:
    tables = tables_of(mid=1)
    only_accounts = ask("KA_BOOK", None, tables["accounts"], None, None)
    assert ask("KA_TIER", only_accounts, "客户001") == "未知"
    assert ask("KA_LEVEL", only_accounts) is CellError.NA
    assert "销售编号" in str(ask("KA_WHY", only_accounts, "等级"))
    nothing = ask("KA_BOOK", None, None, None, None)
    assert ask("KA_TIERS", nothing) == [["客户", "大客户", "等级", "关系分"]]


def test_stored_answers_are_what_the_written_tables_give() -> None:
    book = book_of(strong=1, mid=1, junior=1, grade=1)
    answers = answers_for(book, DEFAULT_POLICY, ON, "zh")
    handle = handle_of(tables_of(strong=1, mid=1, junior=1, grade=1))
    assert answers("KA_BOOK", ()) == handle
    assert answers("KA_TIER", ("A002",)) == ask("KA_TIER", handle, "A002") == "中级"
    assert answers("KA_ADVICE", ("初级",)) == ask("KA_ADVICE", "初级")
    assert answers("KA_VERSION", ()) == __version__


def test_a_look_up_by_handle_is_as_little_work_in_a_large_book_as_in_a_small_one(handle: str) -> None:
    """The sheets were read and the account judged before."""
    large = _opened(_tables(200))
    ask("KA_TIER", handle, "客户001")
    in_small = calls_of(lambda: call("KA_TIER", [handle, "客户001"], on=ON))
    assert in_small == calls_of(lambda: call("KA_TIER", [large, "客户001"], on=ON))
    assert in_small < 50


def test_opening_a_book_is_work_by_its_rows_and_not_more() -> None:
    """100 and 200 accounts with 10 contacts and 5 deals each."""
    small, large = _tables(100), _tables(200)
    assert calls_of(lambda: _opened(large)) < 2.1 * calls_of(lambda: _opened(small))


def _tables(accounts: int) -> Tables:
    tables = book_tables(large_book(accounts), DEFAULT_POLICY, "zh")
    sizes = [len(tables[key]) - 1 for key in ("accounts", "contacts", "deals")]
    assert sizes == [accounts, 10 * accounts, 5 * accounts]
    return tables


def _opened(tables: Tables) -> str:
    handle = str(ask("KA_BOOK", *(tables[key] for key in ("seller", "accounts", "contacts", "deals"))))
    assert ask("KA_TIER", handle, "客户001") == "强"
    return handle


def test_a_cell_keeps_the_book_it_names_and_the_one_before() -> None:
    """As many edits as there are, no more than two books of one cell are in memory."""
    cell = cell_name("文档", "1.0.0")
    handles = [open_tables(tables_of(mid=1, name=f"改{n}次"), ON, cell) for n in range(4)]
    answers = [ask("KA_LEVEL", handle) is not CellError.REF for handle in handles]
    assert answers == [False, False, True, True]
    assert open_tables(tables_of(mid=1, name="改2次"), ON, cell) == handles[2], "undone: the one before"
    assert ask("KA_LEVEL", handles[3]) is not CellError.REF
    close_document("文档")


def test_a_book_that_another_cell_still_names_stays_open() -> None:
    first, second = cell_name("文档", "a"), cell_name("文档", "b")
    handle = open_tables(tables_of(mid=1, name="共用"), ON, first)
    assert open_tables(tables_of(mid=1, name="共用"), ON, second) == handle
    for n in range(3):
        open_tables(tables_of(mid=1, name=f"第一格{n}"), ON, first)
    assert ask("KA_LEVEL", handle) is not CellError.REF
    close_document("文档")
    assert ask("KA_LEVEL", handle) is CellError.REF


def test_a_closed_document_leaves_nothing_open_and_others_are_untouched() -> None:
    mine = open_tables(tables_of(mid=1, name="我的"), ON, cell_name("甲", "1"))
    other = open_tables(tables_of(mid=1, name="别人的"), ON, cell_name("甲乙", "1"))
    assert {"甲", "甲乙"} <= documents()
    close_document("甲")
    assert ask("KA_LEVEL", mine) is CellError.REF
    assert ask("KA_LEVEL", other) is not CellError.REF
    close_document("甲乙")
    assert not {"甲", "甲乙"} & documents()
