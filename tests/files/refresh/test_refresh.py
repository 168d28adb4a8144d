"""Computed values into a rep's own book: the values are true, and nothing else is touched."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from refresh_files import by_openpyxl, edited, members, refresh, scorecard, values, without_values
from template_files import content

from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.past import Past, past
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.files.book.book import write_book
from kasales_xl.files.book.my_scorecard.trend import LINES, STEPS
from kasales_xl.files.refresh.trend_cells import trend_of
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.functions import FUNCTIONS, answers_for
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import CHANGES_NAME, TREND_NAME

in_both_languages = pytest.mark.parametrize("lang", LANGS)


def letter_of(key: str) -> str:
    """The letter of a column of 客户, wherever columns before it came or went."""
    layout = LAYOUT["accounts"]
    return get_column_letter([c.key for c in (*layout.columns, *layout.calculated)].index(key) + 1)


CARD, ACCOUNTS, CHECKS = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml", "xl/worksheets/sheet12.xml"


@in_both_languages
def test_a_book_fresh_from_us_is_true_already(lang: Lang) -> None:
    data = content(lang, True)
    result = refresh(data)
    assert result.data is data
    assert (result.changed, result.left) == (0, ())


@in_both_languages
def test_a_book_that_a_script_saved_without_values_shows_all_of_them_again(lang: Lang) -> None:
    bare = by_openpyxl(content(lang, True))
    assert values(bare)[scorecard(lang), "B4"] is None
    result = refresh(bare)
    assert result.changed > 300
    assert result.left == ()
    assert values(result.data) == values(content(lang, True))


def test_customers_whose_names_look_like_comparisons_or_formulas_are_written_refreshed_and_scored(
    tmp_path: Path,
) -> None:
    sample, names = sample_book("zh"), ("<b>", ">x", "=1+1", "<>", "<", "A*")
    old = [account.account for account in sample.accounts]
    renamed = dict(zip(old, names, strict=True))
    book = dataclasses.replace(
        sample,
        accounts=tuple(a.model_copy(update={"account": renamed[a.account]}) for a in sample.accounts),
    )
    write_book(tmp_path / "a.xlsx", book, policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang="zh")
    data = (tmp_path / "a.xlsx").read_bytes()
    assert (refresh(data).changed, refresh(data).left) == (0, ())
    card = make_card(read_book_bytes(data, "a.xlsx", on=SAMPLE_DAY), DEFAULT_POLICY, SAMPLE_DAY)
    plain = make_card(sample, DEFAULT_POLICY, SAMPLE_DAY)
    assert [v.account.account for v in card.accounts] == [renamed[v.account.account] for v in plain.accounts]
    assert [v.tier for v in card.accounts] == [v.tier for v in plain.accounts]
    assert card.level == plain.level


def test_nothing_but_values_changes() -> None:
    """The level on the scorecard and a tier on 客户 were lost, the rest is as Excel left it."""
    data = edited(
        content("zh", True), CARD, lambda xml: xml.replace(b"<v>\xe5\x88\x9d\xe7\xba\xa7</v>", b"<v>#</v>")
    )
    data = edited(data, ACCOUNTS, lambda xml: xml.replace(b"<v>97.3</v>", b""))
    result = refresh(data)
    assert values(result.data) == values(content("zh", True))
    old, new = members(data), members(result.data)
    assert list(new) == list(old)
    assert {name for name in old if old[name] != new[name]} <= {CARD, ACCOUNTS}
    for name in (CARD, ACCOUNTS):
        assert without_values(new[name]) == without_values(old[name])


def test_refreshing_twice_changes_nothing_the_second_time() -> None:
    once = refresh(by_openpyxl(content("zh", True))).data
    again = refresh(once)
    assert again.data is once
    assert again.changed == 0


def test_a_changed_fact_moves_every_cell_that_depends_on_it() -> None:
    def win_everybody(workbook: Any) -> None:
        sheet = workbook["联系人"]
        head = {sheet.cell(2, column).value: column for column in range(1, sheet.max_column + 1)}
        for row in range(3, 25):
            if sheet.cell(row, 1).value:
                sheet.cell(row, head["能否影响"]).value = "是"
                sheet.cell(row, head["立场"]).value = "支持"

    data = by_openpyxl(content("zh", True), win_everybody)
    book = read_book_bytes(data, "a.xlsx", on=SAMPLE_DAY)
    answers = answers_for(book, DEFAULT_POLICY, SAMPLE_DAY, "zh")
    before, after = values(content("zh", True)), values(refresh(data).data)
    assert answers("KA_LEVEL", ["accounts"]) in after["我的记分卡", "B5"]
    assert after["我的记分卡", "C6"] == answers("KA_PROGRESS", [])
    assert after["我的记分卡", "G4"] == answers("KA_WHY", ["卡点"])
    for n, row in enumerate(answers("KA_SEATS", [])[1:], start=8):
        assert after["我的记分卡", f"B{n}"] == f"{row[1]}  {row[2]:g}/{row[3]:g}"
        assert after["我的记分卡", f"C{n}"] == row[4] == "●" * int(row[2]) + "○" * int(row[3] - row[2])
    assert after["我的记分卡", "G5"] == answers("KA_WHY", ["走法"]) != before["我的记分卡", "G5"]
    tier = letter_of("tier")
    for row, account in enumerate(book.accounts, start=3):
        assert after["客户", f"{tier}{row}"] == answers("KA_TIER", [account.account])


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=KA_LEVEL()", "初级"),
        ("=ka_level(KA)", "初级"),
        ("='C:\\add-ins\\kasales.xlam'!KA_LEVEL(KA)", "初级"),
        ("=[1]!KA_LEVEL(KA)", "初级"),
        ("=_xldudf_KASALES_KA_LEVEL(KA)", "初级"),
        ('=IF(KA_COUNT(KA,"强")>=1,"有强关系","没有")', "有强关系"),
        ("='我的记分卡'!B4&\"！\"", "初级！"),
        ("=KA_TIER(KA,客户!A3)", "强"),
        ('=IFERROR(KA_TIER(KA,"没有这家"),"–")', "–"),
        ('=KA_TIER(KA,"没有这家")', "#N/A"),
        (f"=SUM(客户!{letter_of('score')}3:{letter_of('score')}8)*2", 399.6),
        ("=COUNTIF(tblAccounts[关系等级],\"强\")", 1),
        (FUNCTIONS["KA_BOOK"].example.replace("=", "=KA_LEVEL(") + ")", "小白"),
    ],
)  # fmt: skip
def test_formulas_of_a_reps_own_are_worked_out_too(formula: str, shown: object) -> None:
    """B60 is a free cell of 说明."""

    def type_in(workbook: Any) -> None:
        workbook["说明"]["B60"] = formula

    result = refresh(by_openpyxl(content("zh", True), type_in))
    assert result.left == ()
    found = values(result.data)["说明", "B60"]
    assert found == (pytest.approx(shown) if isinstance(shown, float) else shown)


@pytest.mark.parametrize("formula", ["=VLOOKUP(KA_TIER(KA,客户!A3),A1:B3,2)", "=KA_LEVEL(", "=KA_LEVEL(B60)"])
def test_a_formula_that_is_not_understood_keeps_what_it_shows_and_is_named(formula: str) -> None:
    cell = f'<row r="60"><c r="B60" t="str"><f>{formula[1:]}</f><v>老样子</v></c></row></sheetData>'.encode()
    data = edited(
        content("zh", True), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", cell)
    )
    result = refresh(data)
    assert result.left == ("说明!B60",)
    assert values(result.data)["说明", "B60"] == "老样子"


def test_formulas_that_share_one_text_and_tables_in_many_cells() -> None:
    rows = (
        '<row r="60"><c r="B60"><f t="shared" ref="B60:B61" si="0">KA_TIER(KA,客户!$A3)</f></c></row>'
        '<row r="61"><c r="B61"><f t="shared" si="0"/><v>0</v></c></row>'
        '<row r="62"><c r="A62"><f t="array" ref="A62:B64">KA_TIERS(KA)</f></c><c r="B62"/></row>'
        '<row r="63"><c r="A63" t="str"><v>x</v></c></row></sheetData>'
    ).encode()
    data = edited(
        content("zh", True), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", rows)
    )
    shown = values(refresh(data).data)
    answers = answers_for(sample_book("zh"), DEFAULT_POLICY, SAMPLE_DAY, "zh")
    names = [account.account for account in sample_book("zh").accounts]
    assert [shown["说明", f"B{row}"] for row in (60, 61)] == [answers("KA_TIER", [n]) for n in names[:2]]
    table = answers("KA_TIERS", [])
    assert isinstance(table, list)
    assert [[shown["说明", f"{c}{row}"] for c in "AB"] for row in (62, 63, 64)] == [r[:2] for r in table[:3]]


def test_a_company_policy_judges_and_its_needs_stand_beside_the_counts() -> None:
    strict = Policy(intermediate_junior=(7, 12))
    result = refresh(content("zh", True), policy=strict)
    seats = [values(data)["我的记分卡", "B9"] for data in (content("zh", True), result.data)]
    assert seats == ["初级  0/5", "初级  0/7"]
    level = make_card(sample_book("zh"), strict, SAMPLE_DAY).level
    assert values(result.data)["我的记分卡", "B4"] == level.label("zh")
    own = members(result.data)["xl/worksheets/sheet11.xml"]
    assert own == members(content("zh", True))["xl/worksheets/sheet11.xml"], "规则 stays the rep's"


def first_row(data: bytes, name: str) -> int:
    """Where a named block of My scorecard begins."""
    place = openpyxl.load_workbook(io.BytesIO(data)).defined_names[name].attr_text
    return int(place.partition("!")[2].split("$")[2].rstrip(":"))


def earlier(lang: Lang, *days: dt.date) -> tuple[Past, Snapshot]:
    """A history in which the sample's seller was a novice on each day."""
    now = snapshot(make_card(sample_book(lang), DEFAULT_POLICY, SAMPLE_DAY), "1.0")
    before = [snapshot(make_card(sample_book(lang), DEFAULT_POLICY, day), "1.0") for day in days]
    found = trend_of(past(now, before, before[-1], before[-1]))
    assert found is not None
    return found, now


@in_both_languages
def test_the_trend_shows_the_last_steps_and_says_what_changed(lang: Lang) -> None:
    days = [SAMPLE_DAY - dt.timedelta(days=30 * n) for n in range(14, 0, -1)]
    trend, now = earlier(lang, *days)
    data = content(lang, True)
    result = refresh(data, trend=trend)
    shown = values(result.data)
    title = scorecard(lang)
    top = first_row(data, TREND_NAME)
    steps = [[shown[title, f"{c}{row}"] for c in "KLMN"] for row in range(top, top + STEPS)]
    assert steps[-1][0].date() == SAMPLE_DAY
    assert steps[0][0].date() == days[3], "the last twelve of fifteen"
    assert steps[-1][1:3] == [now.level.label(lang), now.progress]
    assert steps[-1][3] == pytest.approx(now.level.rank + now.progress)
    top = first_row(data, CHANGES_NAME)
    lines = [shown[title, f"G{row}"] for row in range(top, top + LINES)]
    assert str(days[-1]) in str(lines[0])
    changed = {name for name, part in members(result.data).items() if part != members(data)[name]}
    assert changed == {CARD, "xl/charts/chart2.xml"}
    again = refresh(result.data, trend=trend)
    assert again.data is result.data


def test_the_chart_is_drawn_through_the_steps_there_are() -> None:
    trend, _ = earlier("zh", SAMPLE_DAY - dt.timedelta(days=90), SAMPLE_DAY - dt.timedelta(days=30))
    chart = members(refresh(content("zh", True), trend=trend).data)["xl/charts/chart2.xml"].decode()
    top = first_row(content("zh", True), TREND_NAME)
    assert f"$N${top}:$N${top + 2}</c:f>" in chart
    assert '<c:ptCount val="3"/>' in chart
    assert chart.count("<c:ser>") == 1


def test_a_book_whose_trend_block_was_removed_gets_none() -> None:
    trend, _ = earlier("zh", SAMPLE_DAY - dt.timedelta(days=90))

    def remove(workbook: Any) -> None:
        del workbook.defined_names["TrendSteps"]
        del workbook.defined_names["TrendChanges"]

    data = by_openpyxl(content("zh", True), remove)
    assert values(refresh(data, trend=trend).data) == values(content("zh", True))


def test_one_scoring_makes_no_trend() -> None:
    now = snapshot(make_card(sample_book("zh"), DEFAULT_POLICY, SAMPLE_DAY), "1.0")
    assert trend_of(past(now, (), None, None)) is None


@in_both_languages
def test_a_refreshed_book_is_valid_by_the_open_xml_schema(
    lang: Lang, tmp_path: Path, schema_errors: Any
) -> None:
    trend, _ = earlier(lang, SAMPLE_DAY - dt.timedelta(days=90))
    data = edited(content(lang, True), CHECKS, lambda xml: without_values(xml))
    path = tmp_path / "book.xlsx"
    path.write_bytes(refresh(data, trend=trend).data)
    assert schema_errors(path) == []
