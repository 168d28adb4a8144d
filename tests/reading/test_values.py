"""What people type into a cell, what it is read as, and what is said about it (pitfalls 32–45)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kasales_xl.core.names import name_key
from kasales_xl.core.terms import BuyingRole, DealStage, Influence, MoneyUnit, RequestStatus, Stance, YesNo
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.numbers import read_share
from kasales_xl.reading.cells.synonyms import spellings
from kasales_xl.reading.cells.values import read_column, read_value
from kasales_xl.reading.shape.money_columns import far_off
from kasales_xl.text.findings.choices import DID_YOU_MEAN

WAN, YUAN = Context(), Context(unit=MoneyUnit.YUAN)
MAY = dt.date(2023, 5, 1)


def said(name: str, raw: object, context: Context = WAN) -> tuple[Any, str]:
    """Value and ``severity code`` of each note, comma between; blank for a clean cell."""
    sheet, key = name.split(".")
    answer = read_value(LAYOUT[sheet].by_key[key], raw, context)
    if not isinstance(answer, Noted):
        return answer, ""
    return answer.value, ", ".join(f"{note.kind.severity.value} {note.kind.code}" for note in answer.notes)


@pytest.mark.parametrize(
    ("typed", "value", "note"),
    [
        (3.5, 3.5, ""),
        (35, 35.0, ""),
        ("", None, ""),
        (None, None, ""),
        ("3.5万", 3.5, "fix money-text"),
        ("1.2亿", 12000.0, "fix money-text"),
        ("1亿2000万", 12000.0, "fix money-text"),
        ("￥12,000", 1.2, "fix money-text"),
        ("¥12,000", 1.2, "fix money-text"),
        ("12,000元", 1.2, "fix money-text"),
        ("３．５万", 3.5, "fix money-text"),
        ("3.5 万元", 3.5, "fix money-text"),
        ("12000", 12000.0, "fix text-number"),
        ("１２，０００", 12000.0, "fix text-number"),
        ("\u00a035\u200b", 35.0, "fix text-number"),
        ("约50万", 50.0, "warn money-approximate"),
        ("50万左右", 50.0, "warn money-approximate"),
        ("50多万", 50.0, "warn money-approximate"),
        ("50W", 50.0, "warn money-approximate"),
        ("50-80万", None, "hold money-range"),
        ("50万～80万", None, "hold money-range"),
        ("50至80万", None, "hold money-range"),
        ("$12,000", None, "hold money-currency"),
        ("5万美元", None, "hold money-currency"),
        ("10 USD", None, "hold money-currency"),
        ("€3", None, "hold money-currency"),
        ("HKD 500", None, "hold money-currency"),
        ("看情况", None, "hold money-unreadable"),
        ("1.2.3", None, "hold money-unreadable"),
        ("12,00", None, "hold money-unreadable"),
        (True, None, "hold money-unreadable"),
        ("待定", None, "fix blank-word"),
        ("#REF!", None, "hold formula-error"),
        (0.0, 0.0, "warn money-zero"),
        (-5.0, -5.0, "warn money-negative"),
        ("(5)", -5.0, "fix text-number, warn money-negative"),
        (1_000_000.0, 1_000_000.0, "warn money-huge"),
        (999_999.0, 999_999.0, ""),
        (float("nan"), None, ""),
        (10**400, None, "hold money-unreadable"),
    ],
)
def test_an_amount_in_a_book_kept_in_wan(typed: object, value: object, note: str) -> None:
    assert said("deals.amount", typed) == (value, note)


@pytest.mark.parametrize(
    ("typed", "value"), [("3.5万", 35000.0), ("￥12,000", 12000.0), ("12,000元", 12000.0), ("1.2亿", 1.2e8)]
)
def test_an_amount_typed_with_its_unit_is_converted_to_a_book_kept_in_yuan(typed: str, value: float) -> None:
    assert said("deals.amount", typed, YUAN) == (value, "fix money-text")


def slips(raws: list[object], amounts: list[object]) -> list[int]:
    return [i for i, _kind, _words in far_off(raws, amounts, None)]


def test_a_bare_number_ten_thousand_times_off_its_column_is_in_the_other_unit() -> None:
    column: list[object] = [50.0, 80.0, 120.0, 35.0, 500_000.0]
    assert slips(column, column) == [4]
    assert slips([*column[:4], "50万"], column) == []


def test_a_wide_spread_of_amounts_is_no_mix_of_units() -> None:
    column: list[object] = [0.5, 5.0, 50.0, 500.0, 5000.0]
    assert slips(column, column) == []


def test_three_amounts_are_too_few_to_doubt_one() -> None:
    column: list[object] = [50.0, 80.0, 500_000.0]
    assert slips(column, column) == []


@pytest.mark.parametrize(
    ("typed", "value", "note"),
    [
        (MAY, MAY, ""),
        (dt.datetime(2023, 5, 1, 9, 30), MAY, ""),  # noqa: DTZ001
        ("2023.5.1", MAY, "fix text-date"),
        ("2023年5月1日", MAY, "fix text-date"),
        ("2023/5/1", MAY, "fix text-date"),
        ("2023-05-01", MAY, "fix text-date"),
        ("２０２３年５月１日", MAY, "fix text-date"),
        ("20230501", MAY, "fix text-date"),
        (20230501.0, MAY, "fix text-date"),
        ("2023-5-1 10:30", MAY, "fix text-date"),
        ("2023-05-01T00:00:00", MAY, "fix text-date"),
        ("2023年5月1日 星期一", MAY, "fix text-date"),
        ("May 1, 2023", MAY, "fix text-date"),
        ("1 May 2023", MAY, "fix text-date"),
        ("25/3/2024", dt.date(2024, 3, 25), "fix text-date"),
        ("2023年5月", MAY, "warn date-month-only"),
        ("2023-05", MAY, "warn date-month-only"),
        ("2023.5", MAY, "warn date-month-only"),
        ("3/4/2024", None, "hold date-unclear"),
        ("24-3-1", None, "hold date-unclear"),
        ("23年5月1日", None, "hold date-unclear"),
        ("5月1日", None, "hold date-unclear"),
        (2023.5, None, "hold date-unclear"),
        (2023.0, None, "hold date-unclear"),
        ("2023-02-30", None, "hold date-impossible"),
        ("20231301", None, "hold date-impossible"),
        (dt.date(1899, 12, 30), None, "hold date-impossible"),
        (dt.time(9, 30), None, "hold date-impossible"),
        ("下周", None, "hold date-unreadable"),
        (45047.0, MAY, "warn date-serial"),
        ("45047", MAY, "warn date-serial"),
        ("待定", None, "fix blank-word"),
        ("#N/A", None, "hold formula-error"),
    ],
)
def test_a_day(typed: object, value: object, note: str) -> None:
    assert said("deals.closed", typed) == (value, note)


NOVEMBER = Context(on=dt.date(2026, 11, 28), period_start=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("typed", "value", "note"),
    [
        ("11月5日", dt.date(2026, 11, 5), "warn date-year"),
        ("12月 30 号", dt.date(2026, 12, 30), "warn date-year"),
        ("11月", dt.date(2026, 11, 1), "warn date-year"),
        ("3月底", dt.date(2026, 3, 31), "warn date-year"),
        ("Nov 5", dt.date(2026, 11, 5), "warn date-year"),
        ("5 November", dt.date(2026, 11, 5), "warn date-year"),
        ("2026年底", dt.date(2026, 12, 31), "warn date-part"),
        ("2027年2月底前", dt.date(2027, 2, 28), "warn date-part"),
        ("end of 2026", dt.date(2026, 12, 31), "warn date-part"),
        ("年底", dt.date(2026, 12, 31), "warn date-relative"),
        ("明年年底", dt.date(2027, 12, 31), "warn date-relative"),
        ("去年12月", dt.date(2025, 12, 1), "warn date-relative"),
        ("去年12月5日", dt.date(2025, 12, 5), "warn date-relative"),
        ("明年3月31日", dt.date(2027, 3, 31), "warn date-relative"),
        ("上周", dt.date(2026, 11, 16), "warn date-relative"),
        ("上周五", dt.date(2026, 11, 20), "warn date-relative"),
        ("下周三", dt.date(2026, 12, 2), "warn date-relative"),
        ("下个礼拜三", dt.date(2026, 12, 2), "warn date-relative"),
        ("下个月", dt.date(2026, 12, 1), "warn date-relative"),
        ("月底", dt.date(2026, 11, 30), "warn date-relative"),
        ("昨天", dt.date(2026, 11, 27), "warn date-relative"),
        ("last week", dt.date(2026, 11, 16), "warn date-relative"),
        ("tomorrow", dt.date(2026, 11, 29), "warn date-relative"),
        # what could be two days, or none
        ("next Wednesday", None, "hold date-unreadable"),
        ("周五", None, "hold date-unreadable"),
        ("底", None, "hold date-unreadable"),
        ("26年底", None, "hold date-unclear"),
        ("11/5", None, "hold date-unclear"),
        ("2月30日", None, "hold date-unclear"),
        ("0001年底", None, "hold date-impossible"),
        ("年后再说", None, "hold date-unreadable"),
    ],
)
def test_a_day_as_people_say_it(typed: str, value: object, note: str) -> None:
    assert said("deals.expected_close", typed, NOVEMBER) == (value, note)


def test_a_day_without_a_year_lies_in_the_target_year() -> None:
    july = Context(on=dt.date(2026, 11, 28), period_start=dt.date(2026, 7, 1))
    assert said("deals.expected_close", "6月30日", july)[0] == dt.date(2027, 6, 30)
    assert said("deals.expected_close", "7月1日", july)[0] == dt.date(2026, 7, 1)
    assert said("deals.expected_close", "7月1日", Context(on=july.on))[0] == dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    "name", ["contacts.last_contact", "deals.closed", "deals.created", "support.requested_on"]
)
def test_what_is_over_never_lies_ahead(name: str) -> None:
    assert said(name, "11月28日", NOVEMBER) == (NOVEMBER.on, "warn date-year")
    assert said(name, "11月29日", NOVEMBER) == (None, "hold date-unclear")
    assert said(name, "下周三", NOVEMBER) == (None, "hold date-unclear")


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("投标", DealStage.CONTROL),
        ("商务谈判", DealStage.CONTROL),
        ("谈判中", DealStage.CONTROL),
        ("Negotiation/Review", DealStage.CONTROL),
        ("投标阶段", DealStage.CONTROL),
        ("已签", DealStage.CONTRACT),
        ("验收", DealStage.DELIVER),
        ("已回款", DealStage.DELIVER),
        ("closed won", DealStage.WON),
        ("Closed Lost", DealStage.LOST),
        ("Needs Analysis", DealStage.QUALIFY),
        ("方案交流", DealStage.SOLUTION),
        ("线索", DealStage.INCUBATE),
    ],
)
def test_stages_as_this_trade_names_them(typed: str, stage: DealStage) -> None:
    assert said("deals.stage", typed) == (stage, "fix synonym")


@pytest.mark.parametrize("typed", ["跟进中", "待签", "推进中", "延期"])
def test_a_stage_that_may_mean_two_things_is_asked(typed: str) -> None:
    assert said("deals.stage", typed) == (None, "hold not-in-list")


def test_no_word_means_two_stages_and_none_is_won_before_the_signature() -> None:
    words = [(name_key(word), stage) for stage in DealStage for word in spellings(stage)]
    assert len({word for word, _ in words}) == len(words)
    won = {word for word, stage in words if stage.is_won}
    assert not {
        word for word in won if any(sign in word for sign in ("投标", "谈判", "待", "negotiat", "bid"))
    }


def test_hosts_deliver_days_as_numbers_and_that_is_no_finding() -> None:
    assert said("deals.closed", 45047.0, Context(serials=True)) == (MAY, "")


@pytest.mark.parametrize(
    ("name", "typed", "value", "note"),
    [
        ("deals.stage", "赢单", DealStage.WON, ""),
        ("deals.stage", "won", DealStage.WON, ""),
        ("deals.stage", "on hold", DealStage.ON_HOLD, ""),
        ("deals.stage", "on_hold", DealStage.ON_HOLD, ""),
        ("deals.stage", "已中标", DealStage.WON, "fix synonym"),
        ("deals.stage", " 方案 ", DealStage.SOLUTION, "fix text-spaces"),
        ("deals.stage", "成交了", None, "hold not-in-list"),
        ("contacts.can_influence", "能", Influence.YES, ""),
        ("contacts.can_influence", "yes", Influence.YES, ""),
        ("contacts.can_influence", "√", Influence.YES, "fix synonym"),
        ("contacts.can_influence", "Y", Influence.YES, "fix synonym"),
        ("contacts.can_influence", 1.0, Influence.YES, "fix synonym"),
        ("contacts.can_influence", True, Influence.YES, "fix synonym"),
        ("contacts.can_influence", "有", Influence.YES, "fix synonym"),
        ("contacts.can_influence", "×", Influence.NO, "fix synonym"),
        ("contacts.can_influence", "？", Influence.UNKNOWN, "fix synonym"),
        ("contacts.can_influence", "待定", Influence.UNKNOWN, "fix synonym"),
        ("contacts.can_influence", "", Influence.UNKNOWN, ""),
        ("contacts.can_influence", "看心情", Influence.UNKNOWN, "hold not-in-list"),
        ("contacts.stance", "supporter", Stance.SUPPORTER, ""),
        ("contacts.stance", "支持者", Stance.SUPPORTER, "fix synonym"),
        ("contacts.buying_role", "decision maker", BuyingRole.DECISION_MAKER, ""),
        ("contacts.buying_role", "老板", BuyingRole.UNKNOWN, "hold not-in-list"),
        ("seller.track_expert", "TRUE", YesNo.YES, "fix synonym"),
        ("seller.track_expert", "?", None, "fix blank-word"),
        ("support.status", "已批准", RequestStatus.GRANTED, "fix synonym"),
    ],
)
def test_one_of_a_list_in_either_language(name: str, typed: object, value: object, note: str) -> None:
    assert said(name, typed) == (value, note)


def test_an_answer_off_the_list_comes_with_the_nearest_allowed_one() -> None:
    answer = read_value(LAYOUT["deals"].by_key["stage"], "成交了", WAN)
    assert isinstance(answer, Noted)
    assert dict(answer.notes[0].words)["did_you_mean"] == DID_YOU_MEAN(nearest="赢单")
    english = read_value(LAYOUT["deals"].by_key["stage"], "sollution", Context(lang="en"))
    assert isinstance(english, Noted)
    assert dict(english.notes[0].words)["did_you_mean"] == DID_YOU_MEAN(nearest="solution")


@pytest.mark.parametrize(
    ("name", "typed", "value", "note"),
    [
        ("contacts.value", 2.0, 2, ""),
        ("contacts.value", 0.0, 0, ""),
        ("contacts.value", "２", 2, "fix text-number"),
        ("contacts.value", "熟练", 2, "fix text-number"),
        ("contacts.value", 4.0, None, "hold grade-unreadable"),
        ("contacts.value", 2.5, None, "hold grade-unreadable"),
        ("contacts.value", True, None, "hold grade-unreadable"),
        ("links.strength", 1.0, 1, ""),
        ("links.strength", 0.0, None, "hold grade-unreadable"),
        ("deals.budget_month", 12.0, 12, ""),
        ("deals.budget_month", "5月", 5, "fix text-number"),
        ("deals.budget_month", "十二月", 12, "fix text-number"),
        ("deals.budget_month", 13.0, None, "hold int-unreadable"),
        ("support.days_wanted", 5.0, 5.0, ""),
        ("support.days_wanted", "5人天", 5.0, "fix text-number"),
        ("support.days_wanted", "半天", 0.5, "fix text-number"),
        ("support.days_wanted", "约5", 5.0, "warn number-approximate"),
        ("support.days_wanted", "3-5天", None, "hold number-range"),
        ("support.days_wanted", "很多", None, "hold number-unreadable"),
        ("support.days_wanted", -2.0, -2.0, "warn number-negative"),
    ],
)
def test_numbers_grades_and_months(name: str, typed: object, value: object, note: str) -> None:
    assert said(name, typed) == (value, note)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("采购部、信息中心，财务部", ("采购部", "信息中心", "财务部")),
        ("采购部/采购部;采购 部", ("采购部",)),
        ("IT | Purchasing\nFinance", ("IT", "Purchasing", "Finance")),
        ("无", ()),
        ("", ()),
    ],
)
def test_several_departments_in_one_cell(typed: str, value: tuple[str, ...]) -> None:
    assert said("accounts.key_departments", typed) == (value, "")


@pytest.mark.parametrize(
    ("name", "typed", "value", "note"),
    [
        ("contacts.name", "ＡＢＣ先生", "ＡＢＣ先生", ""),
        ("contacts.name", "\u200b李\u00a0四 ", "李 四", "fix text-spaces"),
        ("accounts.account", 1688.0, "1688", "fix number-as-text"),
        ("accounts.note", "第一行\n第二行", "第一行\n第二行", ""),
        ("contacts.contact_id", "Ａ００１", "A001", "fix text-width"),
        ("contacts.contact_id", 1001.0, "1001", ""),
        ("contacts.contact_id", 123456789012345.0, "123456789012345", "warn id-digits-lost"),
        ("contacts.contact_id", 12345678901234.0, "12345678901234", ""),
        ("contacts.contact_id", "1.23457E+17", "1.23457E+17", "warn id-digits-lost"),
        ("contacts.contact_id", "#NAME?", "", "hold formula-error"),
    ],
)
def test_names_keep_their_form_and_ids_become_plain(
    name: str, typed: object, value: object, note: str
) -> None:
    assert said(name, typed) == (value, note)


def test_a_short_number_among_ids_with_leading_zeros_has_lost_them() -> None:
    column = LAYOUT["contacts"].by_key["contact_id"]
    values, notes = read_column(column, ["007", "012", 8.0], WAN)
    assert values == ["007", "012", "8"]
    assert [note.kind.code for note in notes[2].notes] == ["id-zeros-lost"]
    assert read_column(column, ["C7", 8.0], WAN)[1] == {}


@pytest.mark.parametrize(
    ("typed", "value", "note"),
    [
        (0.3, 0.3, ""),
        (30.0, 0.3, "warn percent-number"),
        ("30%", 0.3, "fix percent-text"),
        (1.0, None, "hold share-one"),
        ("100%", 1.0, "fix percent-text"),
        (0.0, 0.0, ""),
        (200.0, None, "hold share-unreadable"),
    ],
)
def test_a_share(typed: object, value: object, note: str) -> None:
    answer = read_share(typed, None, WAN)
    plain = (answer, "") if not isinstance(answer, Noted) else None
    assert plain == (value, note) or (
        isinstance(answer, Noted)
        and answer.value == value
        and note == f"{answer.notes[0].kind.severity.value} {answer.notes[0].kind.code}"
    )


ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(
        ["3.5万", "50-80万", "2023.5.1", "#REF!", "√", "张总/李总", "(", "约", "%", "-", "．", "²"]
    ),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.lists(st.integers()),
    st.binary(),
)
ALL_COLUMNS = [column for layout in LAYOUT.values() for column in layout.columns]


@example(cells=[0, "－"], column=next(c for c in ALL_COLUMNS if c.key == "introduced_by"))
@given(cells=st.lists(ANY_CELL, max_size=6), column=st.sampled_from(ALL_COLUMNS))
def test_no_cell_makes_reading_fail_and_each_cell_is_read_as_if_alone(
    cells: list[object], column: Any
) -> None:
    values, notes = read_column(column, cells, WAN)
    assert len(values) == len(cells)
    if column.kind != "id":
        for i, cell in enumerate(cells):
            alone, alone_notes = read_column(column, [cell], WAN)
            assert alone == [values[i]]
            assert alone_notes.get(0) == notes.get(i)
