"""Forecast against actual out of a history: by quarter, with the score of the chances, in every place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from command_line import kasales
from dimension_books import SELLER, account, deal, lost, won
from openpyxl import load_workbook

import kasales_xl as ka
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.foretold import days_to_judge
from kasales_xl.core.history.reduced_book import reduced_book, reduced_text
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Deal
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Procurement, YesNoUnknown
from kasales_xl.files.history.foretold import foretold_by
from kasales_xl.files.history.store import open_history

BEFORE, INSIDE, AFTER = dt.date(2026, 3, 30), dt.date(2026, 5, 10), dt.date(2026, 7, 2)
DUE = dt.date(2026, 6, 1)


def deals_then(n: int = 30) -> list[Deal]:
    """Deals at the control stage, due in the second quarter, and one that nobody can win."""
    rows = [deal(i, 1, DealStage.CONTROL, amount=10.0, expected_close=DUE) for i in range(n)]
    return [*rows, deal("no", amount=999.0, expected_close=DUE, can_win=YesNoUnknown.NO)]


def deals_now(n: int = 30, win: int = 24) -> list[Deal]:
    rows = [won(i, DUE, 10.0) if i < win else lost(i, DUE, amount=10.0) for i in range(n)]
    return [*rows, lost("no", DUE)]


@pytest.fixture
def where(tmp_path: Path) -> Path:
    remember(tmp_path, (BEFORE, deals_then()), (INSIDE, deals_then()), (AFTER, deals_now()))
    return tmp_path


def remember(folder: Path, *days: tuple[dt.date, list[Deal]], policy: Policy = DEFAULT_POLICY) -> None:
    with open_history(folder) as history:
        for on, rows in days:
            book = Book(SELLER, (account(),), (), tuple(rows))
            history.append([snapshot(make_card(book, policy, on), "1")])


def test_a_quarter_is_foretold_by_the_last_scoring_before_it_and_set_against_what_was_won(
    where: Path,
) -> None:
    with open_history(where, writing=False) as history:
        told, _policy, latest = foretold_by(history)
    assert latest == AFTER
    second = next(line for line in told.quarters if line.quarter.name == "2026Q2")
    assert (second.sellers, second.deals) == (1, 31)
    assert second.foretold == pytest.approx(30 * 100_000 * 0.8)
    assert second.actual == 24 * 100_000
    assert second.low <= second.foretold <= second.high
    assert second.inside is True
    running = next(line for line in told.quarters if line.quarter.name == "2026Q3")
    assert (running.actual, running.inside) == (None, None)


def test_the_chances_are_scored_once_thirty_deals_have_closed(where: Path, tmp_path: Path) -> None:
    with open_history(where, writing=False) as history:
        told, *_ = foretold_by(history)
    assert told.closed == 31
    assert told.score == pytest.approx((24 * 0.2**2 + 6 * 0.8**2 + 0) / 31)
    few = tmp_path / "few"
    few.mkdir()
    remember(few, (BEFORE, deals_then(28)), (AFTER, deals_now(28)))
    with open_history(few, writing=False) as history:
        told, *_ = foretold_by(history)
    assert (told.closed, told.score, told.base) == (29, None, None)


def test_a_stage_offers_the_companys_own_chance_from_thirty_outcomes_on(where: Path) -> None:
    with open_history(where, writing=False) as history:
        told, *_ = foretold_by(history)
    control = next(line for line in told.stages if line.stage is DealStage.CONTROL)
    assert (control.won, control.closed, control.told) == (24, 30, 0.8)
    assert told.own_stages(30) == {DealStage.CONTROL: 0.8}
    assert told.own_stages(31) == {}


def test_the_command_the_page_the_frame_and_the_policy_tell_the_same(where: Path, tmp_path: Path) -> None:
    page, stages = tmp_path / "预测.xlsx", tmp_path / "规则.toml"
    made = kasales("history", "forecast", str(where), "-o", str(page), "--stages-to", str(stages))
    assert made.returncode == 0, made.stderr
    said = made.stdout + made.stderr
    assert "2026Q2" in said
    assert "240" in said
    assert "31 个已结商机" in said
    assert "赢单把握用估计赢率" in said
    frame = ka.forecast(where)
    row = frame[frame["quarter"] == "2026Q2"].iloc[0]
    assert (row["foretold"], row["actual"]) == (pytest.approx(2_400_000), 2_400_000)
    cells = [cell.value for line in load_workbook(page).active.iter_rows() for cell in line if cell.value]
    assert {"2026Q2", 240, "✓ 落在里面"} <= set(cells)
    assert "chance_control = 0.8" in stages.read_text(encoding="utf-8")


def test_a_quarter_that_was_first_scored_when_it_was_running_has_no_forecast(tmp_path: Path) -> None:
    remember(tmp_path, (INSIDE, deals_then()), (AFTER, deals_now()))
    with open_history(tmp_path, writing=False) as history:
        told, _policy, _latest = foretold_by(history)
    assert [line.quarter.name for line in told.quarters] == ["2026Q3"]


def test_an_empty_history_has_nothing_to_forecast(tmp_path: Path) -> None:
    remember(tmp_path)
    assert kasales("history", "forecast", str(tmp_path)).returncode == 2


def test_days_that_tell_no_more_are_not_judged() -> None:
    days = [dt.date(2026, 1, day) for day in range(5, 30)] + [dt.date(2026, 4, 20), dt.date(2026, 5, 1)]
    assert days_to_judge(days) == [dt.date(2026, 1, 29), dt.date(2026, 5, 1)]
    assert days_to_judge([]) == []


def test_what_chances_rest_on_is_remembered_and_facts_of_older_programs_are_read() -> None:
    row = deal(1, amount=5.0, procurement=Procurement.DIRECT, competitor="甲", budget_month=3)
    text = reduced_text(Book(SELLER, (account(),), (), (row,)))
    read = reduced_book(text)
    assert read is not None
    assert read.deals[0].competitor == "甲"
    assert read.deals[0].procurement is Procurement.DIRECT
    assert read.seller is not None
    assert read.seller.period_start == SELLER.period_start
    first = reduced_book(
        '{"shape":1,"seller":["S1","张三","华东",1000.0,"wan",null,null,""],"accounts":[],"contacts":[],'
        '"deals":[["D1","A1","",5.0,"solution",null,null]],"practices":[]}'
    )
    assert first is not None
    assert first.deals[0].competitor == ""
