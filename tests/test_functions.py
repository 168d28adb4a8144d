"""The worksheet functions: what each one answers, what it refuses, and how it is called."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from books_of import ON, book_of
from function_books import cell_of, handle_of, tables_of

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.functions import (
    FUNCTIONS,
    HELP_LIMIT,
    SIGNATURE_LIMIT,
    Answer,
    CellError,
    Kept,
    answers_for,
    call,
    reads_workbook,
)
from kasales_xl.functions.shelf import BOOKS_KEPT
from kasales_xl.version import __version__

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
    "KA_PROGRESS",
    "KA_DEAL",
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


def ask(name: str, *args: object) -> Answer:
    return call(name, args, on=ON)


def test_every_specified_function_is_declared_and_no_other() -> None:
    assert set(FUNCTIONS) == set(SPECIFIED)


@pytest.mark.parametrize("name", SPECIFIED)
def test_help_fits_into_the_function_wizard_in_both_languages(name: str) -> None:
    function = FUNCTIONS[name]
    for text in (function.zh, function.en, *(t for a in function.arguments for t in (a.zh, a.en))):
        assert 0 < len(text) <= HELP_LIMIT
    assert len(function.signature) <= SIGNATURE_LIMIT
    assert function.example.startswith(f"={name}(")
    optional = [a.optional for a in function.arguments]
    assert optional == sorted(optional) or function.takes_book


# the handle


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


# what the functions answer


def test_level_in_all_its_forms(handle: str) -> None:
    assert ask("KA_LEVEL", handle) == "中级"
    assert ask("KA_LEVEL", handle, "代码") == ask("KA_LEVEL", handle, "code") == "intermediate"
    assert ask("KA_LEVEL", handle, "number") == 2.0
    senior = handle_of(tables_of(strong=1, mid=3, junior=5, grade=1))
    assert ask("KA_LEVEL", senior) == "初级"
    assert ask("KA_LEVEL", senior, "客户") == "高级"
    assert ask("KA_LEVEL", senior, "capability") == "初级"
    assert ask("KA_LEVEL", handle, "奇怪") is CellError.VALUE


def test_tier_key_account_and_score_by_name_or_id(handle: str) -> None:
    assert ask("KA_TIER", handle, "客户001") == ask("KA_TIER", handle, " a001") == "强"
    assert ask("KA_KEY", handle, "A001") == "是"
    assert ask("KA_KEY", handle, "A010") == "待判定"
    assert ask("KA_KEY", handle, "A012") == "否"
    assert ask("KA_SCORE", handle, "A001") > ask("KA_SCORE", handle, "A005") > 0  # type: ignore[operator]
    for name in ("KA_TIER", "KA_KEY", "KA_SCORE", "KA_PATTERN"):
        assert ask(name, handle, "没有这家") is CellError.NA


def test_tiers_lists_all_accounts_in_the_order_of_the_book(handle: str) -> None:
    rows = ask("KA_TIERS", handle)
    assert isinstance(rows, list)
    assert rows[0] == ["客户", "大客户", "等级", "关系分"]
    assert [row[0] for row in rows[1:]] == [f"客户{n:03d}" for n in range(1, 13)]
    assert rows[1][1:3] == ["是", "强"]


def test_count_takes_exactly_one_tier_and_only_key_accounts(handle: str) -> None:
    assert [ask("KA_COUNT", handle, tier) for tier in ("强", "中级", "初级", "无")] == [1.0, 3.0, 4.0, 1.0]
    assert ask("KA_COUNT", handle, "mid") == 3.0
    assert ask("KA_COUNT", handle, "高级") is CellError.VALUE


def test_gap_shows_have_need_and_missing_for_the_next_or_any_level(handle: str) -> None:
    rows = ask("KA_GAP", handle)
    assert isinstance(rows, list)
    assert rows[0] == ["要求", "现有", "需要", "还差"]
    assert ["初级及以上大客户", 8.0, 9.0, 1.0] in rows
    assert ask("KA_GAP", handle, "senior") == ask("KA_GAP", handle, 3) == rows
    novice = handle_of(tables_of(junior=1))
    assert ["初级及以上大客户", 1.0, 2.0, 1.0] in ask("KA_GAP", novice)  # type: ignore[operator]
    assert ask("KA_GAP", handle, 9) is CellError.VALUE


def test_progress_runs_from_the_minimum_to_the_full_mark() -> None:
    least, half = handle_of(tables_of(junior=2, grade=1)), handle_of(tables_of(junior=3, grade=1))
    assert ask("KA_PROGRESS", least) == 0.0
    assert ask("KA_PROGRESS", half) == 0.5


def test_grade_by_every_name_of_a_dimension(handle: str) -> None:
    for name in ("道", "esp", "ESP+", "大客户管理", "Enterprise Selling Process+"):
        assert ask("KA_GRADE", handle, name) == 2.0
    assert ask("KA_GRADE", handle, "气") is CellError.VALUE


def test_why_tells_the_level_and_what_blocks_it(handle: str) -> None:
    text = str(ask("KA_WHY", handle, "等级"))
    assert text.startswith("中级：客户数和五维都停在中级")
    assert "初级及以上大客户" in text
    blocked = handle_of(tables_of(strong=1, mid=3, junior=5, grade=2))
    assert "客户数已达高级，五维停在中级" in str(ask("KA_WHY", blocked, "level"))


def test_why_names_the_people_an_account_lacks(handle: str) -> None:
    assert ask("KA_WHY", handle, "A001") == "强"
    assert "信息中心决策人A0021" in str(ask("KA_WHY", handle, "客户002"))
    assert "12个月潜力" in str(ask("KA_WHY", handle, "A010"))
    assert ask("KA_WHY", handle, "没有这家") is CellError.NA


def test_why_reminds_of_a_person_only_when_there_is_something_to_say() -> None:
    tables = tables_of(mid=1)
    assert ask("KA_WHY", handle_of(tables), "A001-0") == ""
    cell_of(tables, "contacts", 1, "最近联系", ON - dt.timedelta(days=181))
    assert ask("KA_WHY", handle_of(tables), "A001-0") == "181 天没联系"
    cell_of(tables, "contacts", 1, "最近联系", ON - dt.timedelta(days=180))
    assert ask("KA_WHY", handle_of(tables), "A001-0") == ""
    cell_of(tables, "contacts", 2, "立场", "反对")
    assert "强关系过不去" in str(ask("KA_WHY", handle_of(tables), "A001-1"))
    cell_of(tables, "contacts", 1, "立场", "反对")
    assert "却反对" in str(ask("KA_WHY", handle_of(tables), "A001-0"))


def test_why_explains_a_grade(handle: str) -> None:
    assert "14" in str(ask("KA_WHY", handle, "道"))
    assert "还没打分" in str(ask("KA_WHY", handle_of({"seller": tables_of()["seller"]}), "势"))


def test_check_lists_what_was_found_with_its_row_and_the_way_to_fix_it() -> None:
    tables = tables_of(mid=1)
    cell_of(tables, "accounts", 1, "12个月潜力", "50-80万")
    rows = ask("KA_CHECK", handle_of(tables))
    assert isinstance(rows, list)
    assert rows[0] == ["表", "行", "列", "发现", "怎么改"]
    assert rows[1][:3] == ["客户", 3.0, "12个月潜力"]
    assert "50-80万" in str(rows[1][3])
    assert "6 处" in str(ask("KA_WHY", handle_of(tables), "等级"))


def test_a_bad_row_blocks_only_what_depends_on_it() -> None:
    tables = tables_of(mid=2)
    cell_of(tables, "accounts", 1, "12个月潜力", "50-80万")
    assert ask("KA_TIER", handle_of(tables), "客户001") is CellError.NA
    assert ask("KA_TIER", handle_of(tables), "客户002") == "中级"


def test_an_error_value_in_an_input_is_a_finding_and_not_the_end_of_the_book() -> None:
    for error in (CellError.NA, "#DIV/0!", -2146826246):
        tables = tables_of(mid=2)
        cell_of(tables, "accounts", 1, "经营目标", error)
        assert ask("KA_TIER", handle_of(tables), "客户002") == "中级"
        assert len(ask("KA_CHECK", handle_of(tables))) > 1  # type: ignore[arg-type]


def test_advice_for_a_level_a_handle_and_in_the_language_of_the_question(handle: str) -> None:
    assert str(ask("KA_ADVICE", "中级")).startswith("双赢型")
    assert str(ask("KA_ADVICE", "Intermediate")).startswith("win-win")
    assert ask("KA_ADVICE", 2) == ask("KA_ADVICE", "中级") == ask("KA_ADVICE", handle)
    assert ask("KA_ADVICE", "大师") is CellError.VALUE
    assert ask("KA_ADVICE", "KA#0123456789abcdef") is CellError.REF


@pytest.mark.parametrize(
    ("numbers", "level"),
    [
        ((0, 4, 4, 2), "中级"), ((9, 0, 0, 3), "高级"), ((1, 2, 2, 3), "初级"), ((2, 3, 4, 3), "高级"),
        ((0, 3, 5, 3), "中级"), ((0, 2, 5, 3), "初级"), ((0, 0, 1, 3), "小白"), ((0, 0, 2, 3), "初级"),
        ((1, 3, 5), "高级"), ((1, 3, 5, 3), "高级"), ((1, 3, 5, 2), "中级"), ((1, 3, 5, 3, "是"), "顶级"),
        ((1, 3, 5, None, True), "顶级"), ((1, 3, 5, 3, "no"), "高级"),
    ],
)  # fmt: skip
def test_what_if_level_of_strong_mid_and_junior_accounts(numbers: tuple[object, ...], level: str) -> None:
    assert ask("KA_LEVEL_OF", *numbers) == level


@pytest.mark.parametrize(
    ("numbers", "tier"),
    [
        ((2, 2, 4, 3, 0, 3), "强"), ((2, 2, 4, 2, 0, 2), "中级"), ((2, 1, 4, 3, 0, 3), "中级"),
        ((2, 2, 4, 3, 1, 3), "中级"), ((2, 0, 4, 0, 0, 1), "初级"), ((2, 0, 4, 0, 0, 0), "无"),
    ],
)  # fmt: skip
def test_what_if_tier_of_head_counts(numbers: tuple[float, ...], tier: str) -> None:
    assert ask("KA_TIER_OF", *numbers) == tier


def test_what_if_refuses_impossible_numbers() -> None:
    assert ask("KA_LEVEL_OF", -1, 0, 0) is CellError.VALUE
    assert ask("KA_LEVEL_OF", 1.5, 0, 0) is CellError.VALUE
    assert ask("KA_LEVEL_OF", 1, 0, 0, 4) is CellError.VALUE
    assert ask("KA_LEVEL_OF", 1, 0, 0, 3, "也许") is CellError.VALUE
    assert ask("KA_LEVEL_OF", "很多", 0, 0) is CellError.VALUE
    assert ask("KA_TIER_OF", 2, 3, 4, 3, 0, 3) is CellError.VALUE
    assert ask("KA_TIER_OF", 2, 2, 4, 5, 0, 5) is CellError.VALUE


def test_answers_are_in_the_language_of_the_book() -> None:
    english = handle_of(tables_of("en", strong=1, mid=1, grade=1))
    assert ask("KA_LEVEL", english) == "junior"
    assert ask("KA_TIER", english, "A001") == "strong"
    assert ask("KA_TIERS", english)[0] == ["Account", "Key account", "Tier", "Score"]  # type: ignore[index]
    assert ask("KA_COUNT", english, "强") == 1.0


def test_version_tells_that_the_add_in_works() -> None:
    assert ask("KA_VERSION") == __version__


# how they are called


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
    kept, tables = Kept(), tables_of(mid=1, grade=1)
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


def test_a_blank_account_stays_blank_and_an_error_cell_stays_an_error(handle: str) -> None:
    assert ask("KA_TIER", handle, None) == ask("KA_TIER", handle, "  ") == ""
    assert ask("KA_TIER", handle, CellError.NA) is CellError.NA
    assert ask("KA_TIER", CellError.REF, "A001") is CellError.REF
    assert ask("KA_LEVEL_OF", CellError.NA, 1, 1) is CellError.NA


def test_too_few_or_too_many_arguments_are_an_error_value(handle: str) -> None:
    assert ask("KA_LEVEL_OF", 1) is CellError.VALUE
    assert ask("KA_TIER") is CellError.VALUE
    assert ask("KA_TIER", handle, "A001", "A002") is CellError.VALUE
    assert ask("KA_TIER", "KA#kaputt", "A001") is CellError.VALUE
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


# stored answers and speed


def test_stored_answers_are_what_the_written_tables_give() -> None:
    book = book_of(strong=1, mid=1, junior=1, grade=1)
    answers = answers_for(book, DEFAULT_POLICY, ON, "zh")
    handle = handle_of(tables_of(strong=1, mid=1, junior=1, grade=1))
    assert answers("KA_BOOK", ()) == handle
    assert answers("KA_TIER", ("A002",)) == ask("KA_TIER", handle, "A002") == "中级"
    assert answers("KA_ADVICE", ("初级",)) == ask("KA_ADVICE", "初级")
    assert answers("KA_VERSION", ()) == __version__


def test_a_look_up_by_handle_is_a_matter_of_microseconds(handle: str) -> None:
    ask("KA_TIER", handle, "客户001")
    best = min(_seconds(handle) for _ in range(5))
    assert best < 15e-6


def _seconds(handle: str, times: int = 2000) -> float:
    started = time.perf_counter()
    for _ in range(times):
        call("KA_TIER", [handle, "客户001"], on=ON)
    return (time.perf_counter() - started) / times
