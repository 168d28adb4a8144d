"""The worksheet functions: what is declared, and every way to call them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from books_of import ON
from function_books import ask, cell_of, handle_of, tables_of

from kasales_xl.functions import (
    FUNCTIONS,
    HELP_LIMIT,
    SIGNATURE_LIMIT,
    CellError,
    KeptTables,
    call,
    reads_workbook,
)

SPECIFIED = [
    "KA_BOOK",
    "KA_LEVEL",
    "KA_TIER",
    "KA_TIERS",
    "KA_KEY",
    "KA_SCORE",
    "KA_COUNT",
    "KA_GRADE",
    "KA_DIMENSIONS",
    "KA_GAP",
    "KA_NEXT",
    "KA_SEATS",
    "KA_PROGRESS",
    "KA_DEAL",
    "KA_FORECAST",
    "KA_WINRATE",
    "KA_PATTERN",
    "KA_PATH",
    "KA_SUPPORT",
    "KA_FOCUS",
    "KA_CHECK",
    "KA_WHY",
    "KA_ADVICE",
    "KA_LEVEL_OF",
    "KA_TIER_OF",
    "KA_VERSION",
]


@pytest.fixture(scope="module")
def handle() -> str:
    """1 strong, 3 mid, 4 junior key accounts, 1 without relation, 2 undecided, 1 small; all grades 2."""
    return handle_of(tables_of(strong=1, mid=3, junior=4, none=1, undecided=2, small=1, grade=2))


def test_every_specified_function_is_declared_and_no_other() -> None:
    assert set(FUNCTIONS) == set(SPECIFIED)


@pytest.mark.parametrize("name", SPECIFIED)
def test_help_fits_into_the_function_wizard_in_both_languages(name: str) -> None:
    function = FUNCTIONS[name]
    for text in (
        t for help in (function.help, *(a.help for a in function.arguments)) for t in (help.zh, help.en)
    ):
        assert 0 < len(text) <= HELP_LIMIT
    assert len(function.signature) <= SIGNATURE_LIMIT
    assert function.example.startswith(f"={name}(")
    optional = [a.optional for a in function.arguments]
    assert optional == sorted(optional) or function.takes_book


def test_the_book_may_be_named_left_blank_or_left_out(handle: str) -> None:
    tables = tables_of(strong=1, mid=3, junior=4, none=1, undecided=2, small=1, grade=2)
    for args in ([handle, "A001"], [None, "A001"], ["", "A001"], ["A001"], ["A001", None]):
        assert call("KA_TIER", args, on=ON, workbook=lambda: tables) == "强"
    for args in ([], [None], [None, None], [handle, ""]):
        assert call("KA_LEVEL", args, on=ON, workbook=lambda: tables) == "中级"
    assert call("KA_LEVEL", ["number"], on=ON, workbook=lambda: tables) == 2.0
    assert call("KA_ADVICE", [], on=ON, workbook=lambda: tables) == ask("KA_ADVICE", "中级")


def test_a_host_may_keep_the_handle_of_tables_that_have_not_changed(handle: str) -> None:
    assert call("KA_LEVEL", [], on=ON, workbook=lambda: handle) == "中级"
    kept, tables = KeptTables(), tables_of(mid=1, grade=1)
    first = kept.handle(tables, ON)
    assert first == kept.handle(tables, ON) == handle_of(tables)
    assert kept.handle(tables, ON + dt.timedelta(days=1)) != first
    assert kept.handle(tables_of(mid=2, grade=1), ON) != first


def test_a_host_that_cannot_see_the_workbook_says_how_to_write_it() -> None:
    assert "KA_LEVEL(KA" in str(call("KA_LEVEL", [], on=ON))
    assert "KA_TIER(KA" in str(call("KA_TIER", ["A001"], on=ON, lang="en"))


def test_hosts_can_tell_which_form_reads_the_workbook(handle: str) -> None:
    assert reads_workbook("KA_LEVEL", [])
    assert reads_workbook("KA_TIER", ["A001"])
    assert reads_workbook("KA_TIER", [None, "A001"])
    assert reads_workbook("KA_ADVICE", [])
    assert not reads_workbook("KA_TIER", [handle, "A001"])
    assert not reads_workbook("KA_TIER", [CellError.REF, "A001"])
    assert not reads_workbook("KA_ADVICE", ["中级"])
    assert not reads_workbook("KA_LEVEL_OF", [1, 2, 3])


def test_one_cell_ranges_and_numbers_as_ids_are_understood() -> None:
    tables = tables_of(mid=1)
    for sheet in ("accounts",):
        cell_of(tables, sheet, 1, "客户编号", "1001")
    known = handle_of(tables)
    assert ask("KA_TIER", known, 1001.0) == ask("KA_TIER", [[known]], [["1001"]]) == "中级"


def test_a_range_of_accounts_gives_one_answer_a_cell(handle: str) -> None:
    assert ask("KA_TIER", handle, [["A001"], ["A002"], [None], ["?"]]) == [
        ["强"],
        ["中级"],
        [""],
        [CellError.NA],
    ]
    assert ask("KA_LEVEL_OF", [[1.0, 0.0]], 3, 5) == [["高级", "中级"]]


def test_ranges_side_by_side_go_row_by_row_and_never_every_one_with_every_other() -> None:
    strong, mid, junior = [[1.0], [0.0]], [[3.0], [3.0]], [[5.0], [5.0]]
    assert ask("KA_LEVEL_OF", strong, mid, junior) == [["高级"], ["中级"]]
    assert ask("KA_LEVEL_OF", strong, [[3.0, 3.0]], 5) is CellError.VALUE
    column = [[2.0]] * 300
    assert ask("KA_TIER_OF", *[column] * 6) == ask("KA_TIER_OF", column, 2, 2, 2, 2, 2)


def test_rows_of_unequal_length_are_filled_up_with_blanks(handle: str) -> None:
    assert ask("KA_TIER", handle, [["A001"], ["A002", "A001"], []]) == [["强", ""], ["中级", "强"], ["", ""]]
    assert ask("KA_TIER", handle, [[], []]) == ""


def test_a_blank_account_stays_blank_and_an_error_cell_stays_an_error(handle: str) -> None:
    assert ask("KA_TIER", handle, None) == ask("KA_TIER", handle, "  ") == ""
    assert ask("KA_TIER", handle, CellError.NA) is CellError.NA
    assert ask("KA_TIER", CellError.REF, "A001") is CellError.REF
    assert ask("KA_LEVEL_OF", CellError.NA, 1, 1) is CellError.NA


def test_too_few_or_too_many_arguments_are_an_error_value(handle: str) -> None:
    assert ask("KA_LEVEL_OF", 1) is CellError.VALUE
    assert ask("KA_TIER") is CellError.VALUE
    assert ask("KA_TIER", handle, "A001", "claimed", "A002") is CellError.VALUE
    assert ask("KA_TIER", handle, "A001", "A002") is CellError.VALUE
    assert ask("KA_SCORE", "KA#kaputt", "A001") is CellError.VALUE
    assert ask("KA_NOTHING") is CellError.VALUE


@pytest.mark.parametrize("name", SPECIFIED)
def test_no_argument_whatever_makes_a_function_raise(name: str, handle: str) -> None:
    odd: list[object] = [
        None,
        "",
        "?",
        -1.0,
        1e308,
        float("nan"),
        True,
        [[1, 2], [3]],
        [],
        CellError.NA,
        object(),
    ]
    arity = len(FUNCTIONS[name].arguments)
    for first in [handle, *odd]:
        for other in odd:
            answer = call(name, [first, *[other] * max(0, arity - 1)], on=ON, workbook=dict)
            assert isinstance(answer, (str, float, list, CellError))


def test_results_hold_no_none_and_every_number_is_a_float(handle: str) -> None:
    asked = {
        "account": "A001",
        "contact": "A001-0",
        "deal": "D001-1",
        "tier": "强",
        "dimension": "道",
        "what": "等级",
    }
    for function in FUNCTIONS.values():
        if not function.takes_book:
            continue
        answer = ask(function.name, handle, *[asked.get(a.name) for a in function.arguments[1:]])
        rows = answer if isinstance(answer, list) else [[answer]]
        assert all(isinstance(cell, (str, float, CellError)) for row in rows for cell in row), function.name
        assert len({len(row) for row in rows}) == 1


def whole_column(cells: list[object], blank: object) -> tuple[tuple[object, ...], ...]:
    return tuple((cell,) for cell in cells) + ((blank,),) * ((1 << 20) - len(cells))


@pytest.mark.parametrize("blank", [None, ""])
def test_d21_a_whole_column_is_asked_once_for_each_thing_in_it(
    blank: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """KA_NEXT(KA,A:A) took four minutes: a million blank cells, each worked out."""
    handle = handle_of(tables_of())
    asked: list[object] = []
    for name in ("KA_NEXT", "KA_PATTERN", "KA_TIER"):
        function = FUNCTIONS[name]

        def counting(book: Any, *args: Any, run: Any = function.run) -> Any:
            asked.append(args)
            return run(book, *args)

        monkeypatch.setitem(FUNCTIONS, name, replace(function, run=counting))
        cells = ["没有这家", "没有这家", None, "也没有这家"]
        asked.clear()
        answer = call(name, [handle, whole_column(cells, blank)], on=ON)
        assert isinstance(answer, list)
        assert len(answer) == 1 << 20
        assert len(asked) <= 3
        single = [call(name, [handle, cell], on=ON) for cell in cells]
        alone = [CellError.VALUE if isinstance(one, list) else one for one in single]
        assert [line[0] for line in answer[:4]] == alone


def test_a_column_with_one_cell_filled_is_still_a_column() -> None:
    answer = call("KA_TIER", [handle_of(tables_of()), whole_column(["没有这家"], None)], on=ON)
    assert isinstance(answer, list)
    assert len(answer) == 1 << 20
    assert answer[1] == answer[-1]
