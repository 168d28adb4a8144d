"""A cell that cannot be read costs that cell, not its row, and never makes a verdict better (T7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from grids_of import ON, book_grids, found, profile, read, sheet

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.history.reduced_book import reduced_book, reduced_text
from kasales_xl.core.moves.plan import account_ways, plan
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import KeyAccount, Level, Stance, Tier
from kasales_xl.core.text import pick
from kasales_xl.functions.answers.why import why
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.layout.practices import default_practices
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.pages.explain.card import explain_account
from kasales_xl.reading.book import read_grids
from kasales_xl.text.verdicts.moves import steps_text

Rows = dict[str, list[dict[str, Any]]]

YES = {"key_decision_maker": "是", "business_related": "是", "can_influence": "能", "stance": "支持"}
LONG_AGO, LATELY = dt.date(2025, 2, 1), dt.date(2026, 2, 1)


def person(number: int, name: str, department: str, **cells: Any) -> dict[str, Any]:
    row = {"contact_id": f"C{number}", "account": "海尔", "name": name, "department": department}
    return row | YES | {"last_contact": dt.date(2026, 5, 4)} | cells


def strong_book() -> Rows:
    """One key account, four decision makers in two departments, three of them with us, 王丽 in question."""
    return {
        "accounts": [
            {"account_id": "A1", "account": "海尔", "key_departments": "采购部、信息中心", "potential_12m": 500.0},
            {"account_id": "A2", "account": "格力", "key_departments": "财务部、工程部", "potential_12m": 400.0},
        ],
        "contacts": [
            person(1, "李四", "采购部"),
            person(2, "赵敏", "采购部"),
            person(3, "周启", "信息中心"),
            person(4, "王丽", "信息中心", can_influence="未知", stance="中立"),
            person(5, "孙强", "财务部", account="格力"),
            person(6, "钱芳", "工程部", account="格力", key_decision_maker="否"),
        ],
        "deals": [
            {"deal_id": f"D{n}", "account": account, "deal": f"{n}期", "stage": "赢单", "amount": 350.0, "closed": day}
            for n, (account, day) in enumerate(
                [("海尔", LONG_AGO), ("海尔", LATELY), ("格力", LONG_AGO), ("格力", LATELY)], start=1
            )
        ],
    }  # fmt: skip


def book_of(rows: Rows) -> Book:
    return read(**{key: sheet(key, lines) for key, lines in rows.items()})


def card_of(book: Book) -> SellerCard:
    return make_card(book, DEFAULT_POLICY, ON)


def tier_of_first(book: Book) -> Tier:
    return card_of(book).accounts[0].tier


def with_cell(sheet_key: str, row: int, column: str, value: object) -> Rows:
    rows = strong_book()
    rows[sheet_key][row][column] = value
    return rows


# the cases that were seen


def test_wang_li_who_is_opposed_and_spelled_oddly_leaves_the_account_at_mid_and_names_her_cell() -> None:
    assert tier_of_first(book_of(strong_book())) is Tier.STRONG
    assert tier_of_first(book_of(with_cell("contacts", 3, "stance", "反对"))) is Tier.MID
    book = book_of(with_cell("contacts", 3, "stance", "极力反对我们"))
    assert book.contacts[3].stance is Stance.UNKNOWN
    assert str(found(book, "not-in-list").at) == "联系人!K6"
    verdict = card_of(book).accounts[0]
    assert verdict.tier is Tier.MID
    for said in (
        pick(why(OpenBook(book, None, ON), "海尔"), "zh"),
        "\n".join(line.pick("zh") for line in explain_account(verdict)),
    ):
        assert "先改好 联系人!K6：没读出来，改好了才能往上判" in said


def test_wang_li_met_last_week_stays_on_the_sheet_with_the_day_that_is_meant() -> None:
    for meant in ("上周", "上个礼拜吧"):
        rows = with_cell("contacts", 3, "last_contact", meant)
        rows["contacts"][3]["stance"] = "反对"
        book = book_of(rows)
        assert [c.name for c in book.contacts][3] == "王丽"
        assert tier_of_first(book) is Tier.MID


def test_a_next_step_due_next_wednesday_does_not_remove_the_biggest_account() -> None:
    for written in ("下周三", "过完年再说"):
        book = book_of(with_cell("accounts", 0, "next_action_date", written))
        assert [a.account for a in book.accounts] == ["海尔", "格力"]
        assert (tier_of_first(book), card_of(book).accounts[0].key) == (Tier.STRONG, KeyAccount.YES)


# what the doubt does further on


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", "王丽/李娜"),
        ("stance", "#REF!"),
        ("key_decision_maker", "大概吧"),
        ("department", "#N/A"),
        ("contact_id", "C3"),
        ("account", "海而"),
    ],
)
def test_whoever_cannot_be_read_might_be_an_opponent(column: str, value: str) -> None:
    book = book_of(with_cell("contacts", 3, column, value))
    verdict = card_of(book).accounts[0]
    assert verdict.tier is Tier.MID
    assert [reason.code for reason in verdict.lacking] == ["unread"]


def test_an_ordinary_contact_of_an_account_nobody_knows_casts_no_doubt_on_the_others() -> None:
    rows = with_cell("contacts", 3, "account", "海而")
    rows["contacts"][3] |= {"key_decision_maker": "否"}
    assert tier_of_first(book_of(rows)) is Tier.STRONG
    rows["contacts"][3] |= {"key_decision_maker": "是", "department": "工会"}
    assert tier_of_first(book_of(rows)) is Tier.STRONG


def test_a_line_that_was_begun_with_its_account_alone_casts_no_doubt() -> None:
    rows = strong_book()
    rows["contacts"].append({"account": "海尔"})
    assert tier_of_first(book_of(rows)) is Tier.STRONG


def test_the_same_person_twice_counts_with_what_either_row_knows() -> None:
    rows = with_cell("contacts", 3, "stance", "反对")
    rows["contacts"].append(person(9, "王丽", "信息中心", stance="", title="主任", influence_evidence="见过"))
    rows["contacts"][3] = {
        k: v for k, v in rows["contacts"][3].items() if k not in ("last_contact", "can_influence")
    }
    book = book_of(rows)
    assert [(c.contact_id, c.stance) for c in book.contacts if c.name == "王丽"] == [("C9", Stance.OPPOSED)]
    assert tier_of_first(book) is Tier.MID


def test_the_way_to_strong_begins_with_the_cell_and_ends_there_once_it_is_put_right() -> None:
    book = book_of(with_cell("contacts", 3, "stance", "看心情"))
    card = card_of(book)
    way = account_ways(card, card.accounts[0])[Tier.STRONG]
    assert steps_text(way.moves).pick("zh") == "改好 联系人!K6（没读出来）"
    after = make_card(apply_moves(book, way.moves, DEFAULT_POLICY, ON), DEFAULT_POLICY, ON)
    assert after.accounts[0].tier is way.tier is Tier.STRONG


def test_no_plan_reaches_strong_past_an_unread_cell() -> None:
    card = card_of(book_of(with_cell("contacts", 3, "stance", "看心情")))
    for account in plan(card, Level.SENIOR).accounts:
        if account.then is Tier.STRONG and account.verdict.account.account == "海尔":
            assert account.moves[0].cell == "联系人!K6"


def test_a_remembered_book_is_judged_again_with_its_doubts() -> None:
    book = book_of(with_cell("contacts", 3, "stance", "看心情"))
    again = reduced_book(reduced_text(book))
    assert again is not None
    assert make_card(again, DEFAULT_POLICY, ON).accounts[0].tier is Tier.MID


def test_departments_that_cannot_be_read_are_to_be_put_right_and_not_filled_in() -> None:
    book = book_of(with_cell("accounts", 0, "key_departments", "#REF!"))
    verdict = card_of(book).accounts[0]
    assert verdict.tier is Tier.JUNIOR
    assert [reason.code for reason in verdict.lacking] == ["unread"]


def test_a_manager_s_grade_that_cannot_be_read_is_not_replaced_by_the_rep_s_own() -> None:
    grid = [row.model_dump(mode="json") for row in default_practices("zh")]
    rows = [{**row, "self_grade": 3.0, "manager_grade": 1.0} for row in grid]
    before = card_of(read(practices=sheet("practices", rows))).capability
    for row in rows[:7]:
        row["manager_grade"] = "还行"
    after = card_of(read(practices=sheet("practices", rows))).capability
    for dimension, grade in after.grades.items():
        assert grade.grade <= before.grades[dimension].grade


def test_a_contradiction_is_not_said_of_a_cell_that_is_filled_and_cannot_be_read() -> None:
    book = book_of(with_cell("deals", 0, "closed", "说不好哪天"))
    assert [f.code for f in book.findings] == ["date-unreadable"]


# the promise, cell by cell

GARBAGE = ("看不懂的话", "#REF!", "50-80万")
#: Names and words that are as good as others: whatever stands there is what the rep says.
FREE = {"account", "name", "department", "title", "deal", "account_id", "contact_id", "deal_id", "objective"}


def corrupted() -> Iterator[tuple[str, Rows]]:
    """Every cell of the book, readable before, replaced by something that is none of the answers."""
    for key, lines in strong_book().items():
        for row in range(len(lines)):
            for column in LAYOUT[key].columns:
                for value in GARBAGE if column.key not in FREE else ("#REF!",):
                    yield f"{key} {row} {column.key} {value}", with_cell(key, row, column.key, value)


def standing(rows: Rows) -> tuple[dict[int, Tier], set[int], Level]:
    """Tiers and key accounts by the row of the account, and the level."""
    card = card_of(read_grids(book_grids(**{key: sheet(key, lines) for key, lines in rows.items()}), on=ON))
    tiers = {v.account.row: v.tier for v in card.accounts}
    return tiers, {v.account.row for v in card.accounts if v.counted}, card.level


def test_no_cell_that_goes_wrong_raises_a_tier_a_key_account_or_a_level() -> None:
    for start in ({}, {"stance": "反对"}, {"can_influence": "能", "stance": "反对"}):
        before = strong_book()
        before["contacts"][3] |= start
        tiers, counted, level = standing(before)
        for case, rows in corrupted():
            spoiled = case.split()[2] if case.startswith("contacts 3 ") else ""
            rows["contacts"][3] |= {key: answer for key, answer in start.items() if key != spoiled}
            now, counted_now, level_now = standing(rows)
            assert all(tier <= tiers.get(account, Tier.NONE) for account, tier in now.items()), case
            assert counted_now <= counted, case
            assert level_now <= level, case


def promised_book(answers: dict[str, str]) -> Rows:
    """海尔 won one big deal and has another open, with these answers of the account and of that deal."""
    rows = strong_book()
    rows["deals"][0] |= {"stage": "方案", "closed": "", "expected_close": dt.date(2026, 9, 1)}
    for key, answer in answers.items():
        rows["accounts" if key == "sustainable" else "deals"][0][key] = answer
    return rows


@pytest.mark.parametrize("answers", [{}, {"sustainable": "否"}, {"is_real": "否"}, {"can_win": "否"}])
def test_no_cell_of_an_account_or_a_deal_that_goes_wrong_makes_a_key_account(answers: dict[str, str]) -> None:
    _, counted, level = standing(promised_book(answers))
    assert (3 in counted) is not bool(answers)
    for key in ("accounts", "deals"):
        for column in LAYOUT[key].columns:
            for value in GARBAGE if column.key not in FREE else ("#REF!",):
                rows = promised_book(answers)
                rows[key][0][column.key] = value
                _, counted_now, level_now = standing(rows)
                assert counted_now <= counted, (key, column.key, value)
                assert level_now <= level


def test_what_is_filled_in_and_cannot_be_read_is_not_asked_to_be_filled_in() -> None:
    for column, place in (("potential_12m", "客户!G3"), ("sustainable", "客户!L3")):
        book = book_of(with_cell("accounts", 0, column, "看不懂的话"))
        verdict = card_of(book).accounts[0]
        assert verdict.key is KeyAccount.UNDECIDED
        said = pick(why(OpenBook(book, None, ON), "海尔"), "zh")
        assert f"{place}（写了，没读出来）" in said
        assert "12个月潜力" not in said


def test_the_profile_going_wrong_raises_no_level() -> None:
    rows = strong_book()
    good = standing(rows)
    for column in LAYOUT["seller"].columns:
        if column.key in ("seller_id", "name"):
            continue
        for value in GARBAGE:
            grids = book_grids(
                seller=profile(**{column.key: value}), **{k: sheet(k, v) for k, v in rows.items()}
            )
            card = card_of(read_grids(grids, on=ON))
            assert {v.account.row for v in card.accounts if v.counted} <= good[1], (column.key, value)
            assert card.level <= good[2]
