"""The worksheet functions: what each one answers and what it refuses."""

from __future__ import annotations

import datetime as dt

import pytest
from books_of import ON
from function_books import ask, cell_of, handle_of, tables_of

from kasales_xl.functions import (
    CellError,
)
from kasales_xl.version import __version__


@pytest.fixture(scope="module")
def handle() -> str:
    """1 strong, 3 mid, 4 junior key accounts, 1 without relation, 2 undecided, 1 small; all grades 2."""
    return handle_of(tables_of(strong=1, mid=3, junior=4, none=1, undecided=2, small=1, grade=2))


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
    assert ask("KA_WHY", handle, "A001") == "强。大客户：是（已证实）"
    assert str(ask("KA_WHY", handle, "A010")).endswith("大客户：待判定（缺资料）：补填 客户·12个月潜力")
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
    assert "1 处" in str(ask("KA_WHY", handle_of(tables), "等级"))


def test_a_bad_cell_blocks_only_what_depends_on_it() -> None:
    tables = tables_of(mid=2)
    cell_of(tables, "accounts", 1, "12个月潜力", "50-80万")
    assert ask("KA_TIER", handle_of(tables), "客户001") == "中级"
    assert ask("KA_KEY", handle_of(tables), "客户001") == "待判定"


def test_a_bad_row_blocks_only_what_depends_on_it() -> None:
    tables = tables_of(mid=2)
    cell_of(tables, "accounts", 1, "客户名称", "#REF!")
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
