"""The Office add-in under Node, with real Pyodide: every cell shows what it shows in every other host."""

from __future__ import annotations

from typing import Any

import parity
import pytest
from books_of import book_of
from office_books import TOP, as_excel, sheets_of, title_of
from office_site import Session
from proven import proven
from recalculated_books import ON

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.functions import FUNCTIONS, Answer, CellError, call, open_tables
from kasales_xl.functions.answers.book import TABLES as ORDER
from kasales_xl.version import __version__

BOOK = book_of(strong=1, mid=2, junior=2, none=1, undecided=1, grade=2)
TABLES = book_tables(BOOK, DEFAULT_POLICY, "zh")
CASES = list(parity.cases())


def in_a_cell(answer: Answer) -> Any:
    """The core's answer as the session tells it: rows, or an error. Excel takes no #REF! from an add-in."""
    if isinstance(answer, CellError):
        return {"error": "#N/A" if answer is CellError.REF else answer.value}
    rows = answer if isinstance(answer, list) else [[answer]]
    return [[in_a_cell(c) if isinstance(c, CellError) else c for c in row] for row in rows]


def without_messages(shown: Any) -> Any:
    if isinstance(shown, list):
        return [without_messages(cell) for cell in shown]
    return {"error": shown["error"]} if isinstance(shown, dict) else shown


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return one == pytest.approx(other)
    return bool(one == other)


@pytest.fixture(scope="module")
def handle(office: Session) -> str:
    office.ask("open", name="book", lang="zh", sheets=sheets_of(TABLES))
    tables = [as_excel(TABLES[key]) if TABLES.get(key) else None for key in ORDER]
    [[[made]]] = office.cells([["KA_BOOK", tables]], "book")
    return str(made)


def test_a_handle_is_the_one_of_every_other_host(handle: str) -> None:
    assert handle == open_tables(TABLES, ON)


def test_every_function_in_every_form_answers_as_the_core(office: Session, handle: str) -> None:
    asked = office.ask("cells", name="book", calls=[
        [name, pad(name, parity.for_office(args, handle)), "检查!A1"] for name, args in CASES
    ])  # fmt: skip
    assert asked["crossings"] == 1, "all cells of a calculation cross together"
    wrong = []
    for (name, args), shown in zip(CASES, asked["answers"], strict=True):
        told = call(name, parity.for_core(args, handle), on=ON, workbook=lambda: TABLES, lang="zh")
        if not same(without_messages(shown), in_a_cell(told)):
            wrong.append((name, args, shown, told))
    assert not wrong
    proven("office", ["KA_BOOK", *(name for name, _ in CASES)])


def pad(name: str, values: list[Any]) -> list[Any]:
    """Excel passes every declared argument, null for those left out."""
    return values + [None] * (len(FUNCTIONS[name].arguments) - len(values))


def test_a_blank_cell_that_arrives_as_zero_is_left_out(office: Session, handle: str) -> None:
    tier, level = office.cells(
        [["KA_TIER", [[[handle]], [[0]], None]], ["KA_LEVEL", [[[0]], None], "检查!A1"]], "book"
    )
    assert tier == [[""]]
    assert level == [[call("KA_LEVEL", [handle], on=ON)]]


def test_a_whole_column_is_answered_row_by_row(office: Session, handle: str) -> None:
    column = [["客户001"], *[[""]] * 5000]
    [shown] = office.cells([["KA_TIER", [[[handle]], column, None]]], "book")
    assert len(shown) == 5001
    assert shown[0] == [call("KA_TIER", [handle, "客户001"], on=ON)]
    assert {cell for [cell] in shown[1:]} == {""}


def test_an_error_in_a_whole_column_stays_in_its_row(office: Session, handle: str) -> None:
    column = [["客户001"], [{"code": "#N/A"}], ["没有这家"]]
    [shown] = office.cells([["KA_TIER", [[[handle]], column, None]]], "book")
    assert [cell if isinstance(cell, str) else cell["error"] for [cell] in shown] == ["强", "#N/A", "#N/A"]


def test_a_handle_of_an_earlier_session_says_so_and_has_the_book_computed_anew(office: Session) -> None:
    office.ask("open", name="stale", lang="zh", sheets=sheets_of(TABLES))
    [shown, other] = office.cells([["KA_LEVEL", [[["KA#0123456789abcdef"]], None]]] * 2, "stale")
    assert shown == other == {"error": "#N/A", "message": "账簿变了，正在重算"}
    office.ask("cells", calls=[["KA_VERSION", []]])
    assert office.ask("log", name="stale")["calculated"] == [["*", "Full"]], "once, however many cells ask"


def test_where_python_cannot_start_only_the_version_says_why(office: Session) -> None:
    office.ask("open", name="broken", lang="zh", sheets=sheets_of(TABLES), broken="kasales_core.zip: 404")
    version, level = office.cells([["KA_VERSION", []], ["KA_LEVEL", [None, None], "汇总!B2"]], "broken")
    assert version == [["加载项没能启动：kasales_core.zip: 404"]]
    assert level == {"error": "#N/A", "message": "加载项没能启动：kasales_core.zip: 404"}


def test_a_call_that_python_fails_on_costs_no_other_cell_its_answer(office: Session) -> None:
    [shown] = office.cells([["KA_LEVEL_OF", [[["很多"]], [[1.0]], [[1.0]], None, None]]])
    assert without_messages(shown) == {"error": "#VALUE!"}
    assert office.cells([["KA_VERSION", []]]) == [[[__version__]]]


def test_the_version_is_this_one(office: Session) -> None:
    assert office.cells([["KA_VERSION", []]]) == [[[__version__]]]


class TestTheFormWithoutABook:
    """Its cells read the workbook in front of the user, and follow it."""

    def test_rows_typed_below_a_table_count(self, office: Session) -> None:
        few = {**TABLES, "accounts": TABLES["accounts"][:-1]}
        sheets = sheets_of(few)
        sheets[title_of("accounts")]["cells"] += as_excel(TABLES["accounts"][-1:])
        office.ask("open", name="below", lang="zh", sheets=sheets)
        [shown] = office.cells([["KA_TIERS", [None], "汇总!B2"]], "below")
        assert shown == in_a_cell(call("KA_TIERS", [], on=ON, workbook=lambda: TABLES))

    def test_a_change_in_a_table_has_the_sheets_that_ask_computed_anew(self, office: Session) -> None:
        office.ask("open", name="live", lang="zh", sheets=sheets_of(TABLES))
        tier = ["KA_TIER", [[["客户001"]], None, None], "汇总!B2"]
        assert office.cells([tier], "live") == [[["强"]]]
        name = TABLES["accounts"][0].index("客户名称")
        typed = {"sheet": title_of("accounts"), "row": TOP + 1, "column": name, "value": "改名了"}
        assert office.ask("type", name="live", **typed)["calculated"] == [], "that sheet is gone"
        office.cells([[*tier[:2], "联系人!B2"]], "live")
        log = office.ask("type", name="live", **typed)
        assert log["calculated"] == [["联系人", True]]
        [shown] = office.cells([tier], "live")
        assert shown == {"error": "#N/A", "message": ""}
        renamed = ["KA_TIER", [[["改名了"]], None, None], "汇总!B2"]
        assert office.cells([renamed], "live") == [[["未知"]]], "its contacts still name the old one"

    def test_a_workbook_without_our_tables_is_told_plainly(self, office: Session) -> None:
        office.ask("open", name="empty", lang="en", sheets={"Sheet1": {"cells": [["a"]]}})
        [shown] = office.cells([["KA_LEVEL", [None, None], "Sheet1!A1"]], "empty")
        told = call("KA_LEVEL", [], on=ON, workbook=dict, lang="en")
        assert without_messages(shown) == in_a_cell(told)
