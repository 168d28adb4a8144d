"""Does a tier tell who will win: won of closed by the tier on the day of opening, silent below twenty."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from books_of import book_of
from history_runs import snap

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.dimensions.evidence.statistics import wilson
from kasales_xl.core.history.calibration import (
    Calibration,
    Outcomes,
    RememberedDay,
    Tiers,
    calibrate,
    calibration_lines,
    together,
)
from kasales_xl.core.history.past import past
from kasales_xl.core.policy import DEFAULT_POLICY, Policy, TierBasis
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import DealStage, Tier
from kasales_xl.core.text import Text, pick
from kasales_xl.pages.page import Cell, Table
from kasales_xl.pages.parts import confirmed_figure
from kasales_xl.pages.seller_parts import seller_parts
from kasales_xl.pages.workbooks import organisation_pages, team_pages

ON, DAY = dt.date(2026, 6, 30), dt.timedelta(1)
FIRST, SECOND = dt.date(2025, 1, 6), dt.date(2025, 7, 7)
REMEMBERED = (
    RememberedDay(FIRST, {"A": Tiers(Tier.JUNIOR), "B": Tiers(Tier.MID, Tier.JUNIOR)}),
    RememberedDay(SECOND, {"A": Tiers(Tier.STRONG, Tier.MID)}),
)


def deal(created: dt.date | None, stage: DealStage = DealStage.WON, of: str = "A", **fields: Any) -> Deal:
    row = {"deal_id": "D", "account": of, "deal": "项目", "closed": dt.date(2026, 3, 1), "created": created}
    return Deal(stage=stage, **(row | fields))


@pytest.mark.parametrize(
    ("case", "created", "tier"),
    [
        ("历史开始前一天立项，不知道", FIRST - DAY, None),
        ("历史开始那天", FIRST, Tier.JUNIOR),
        ("下一次评分前一天", SECOND - DAY, Tier.JUNIOR),
        ("下一次评分那天", SECOND, Tier.STRONG),
        ("没写立项日期", None, None),
    ],
)
def test_a_deal_counts_by_the_last_scoring_up_to_the_day_it_was_opened(
    case: str, created: dt.date | None, tier: Tier | None
) -> None:
    found = calibrate([deal(created)], REMEMBERED, ON)
    assert found.claimed == ({tier: Outcomes(1, 1)} if tier else {})
    assert found.untold == (tier is None)


@pytest.mark.parametrize(
    ("case", "row", "counts"),
    [
        ("输单也算已结", deal(FIRST, DealStage.LOST), True),
        ("交付算赢", deal(FIRST, DealStage.DELIVER), True),
        ("今天关闭的算", deal(FIRST, closed=ON), True),
        ("明天才关闭的不算", deal(FIRST, closed=ON + DAY), False),
        ("还在谈的不算", deal(FIRST, DealStage.CONTROL, closed=None), False),
        ("没写关闭日期不算", deal(FIRST, closed=None), False),
    ],
)
def test_only_deals_closed_by_the_scoring_date_count(case: str, row: Deal, counts: bool) -> None:
    assert bool(calibrate([row], REMEMBERED, ON).claimed) is counts


def test_an_account_that_was_not_in_the_book_that_day_tells_nothing() -> None:
    assert calibrate([deal(SECOND, of="B")], REMEMBERED, ON) == Calibration({}, {}, 1)


def test_claimed_and_confirmed_are_counted_side_by_side() -> None:
    rows = [deal(FIRST, of="B"), deal(FIRST, DealStage.LOST, of="B"), deal(FIRST), deal(SECOND)]
    found = calibrate(rows, REMEMBERED, ON)
    assert found.claimed == {Tier.STRONG: (1, 1), Tier.MID: (1, 2), Tier.JUNIOR: (1, 1)}
    assert found.confirmed == {Tier.MID: (1, 1), Tier.JUNIOR: (1, 2)}
    assert list(found.claimed) == [Tier.STRONG, Tier.MID, Tier.JUNIOR]


@pytest.mark.parametrize(("closed", "speaks"), [(19, False), (20, True)])
def test_below_twenty_closed_deals_nothing_is_said(closed: int, speaks: bool) -> None:
    rows = [deal(FIRST, DealStage.WON if n % 2 else DealStage.LOST) for n in range(closed - 1)]
    lines = calibration_lines(calibrate([*rows, deal(SECOND)], REMEMBERED, ON), DEFAULT_POLICY)
    assert bool(lines) is speaks
    for line in lines:
        assert (line.low, line.high) == wilson(line.won, line.closed)
        assert line.low <= line.rate <= line.high
    # a tier with one deal stands there with its wide interval
    assert [(line.tier, line.won, line.closed) for line in lines] == (
        [(Tier.STRONG, 1, 1), (Tier.JUNIOR, 9, 19)] if speaks else []
    )


def test_a_company_may_ask_for_more_or_fewer() -> None:
    found = calibrate([deal(FIRST)] * 5, REMEMBERED, ON)
    assert calibration_lines(found, Policy(calibration_min_deals=5))
    assert not calibration_lines(found, Policy(calibration_min_deals=6))


def test_several_sellers_together_are_their_sum() -> None:
    one = calibrate([deal(FIRST)] * 12, REMEMBERED, ON)
    other = calibrate([deal(FIRST, DealStage.LOST)] * 8 + [deal(None)], REMEMBERED, ON)
    whole = together([one, other])
    assert whole == Calibration({Tier.JUNIOR: Outcomes(12, 20)}, {}, 1)
    assert whole.told(TierBasis.CLAIMED) == 20
    assert together([]) == Calibration()


def test_the_pages_of_a_team_and_of_the_company_show_the_table_once_there_is_a_past() -> None:
    book = book_of(strong=2, mid=2, grade=2)
    deals = tuple(
        deal(
            FIRST,
            DealStage.WON if n % 4 else DealStage.LOST,
            of=account.account_id,
            deal_id=f"X{n}{account.account_id}",
        )
        for account in book.accounts
        for n in range(6)
    )
    card = make_card(
        book.__class__(book.seller, book.accounts, book.contacts, (*book.deals, *deals)), DEFAULT_POLICY, ON
    )
    tiers = {v.account.account_id: Tiers(v.tier, Tier.MID) for v in card.accounts}
    known = past(snap(strong=2, mid=2, grade=2), (), None, None, None, [RememberedDay(FIRST, tiers)])
    parts = seller_parts(card, known, details=True)
    pages = {
        page.key: page
        for page in (
            *team_pages("华东", [parts]),
            *organisation_pages([parts.standing], [], "2026-06-30", details=True),
        )
    }
    table = pages["calibration"].blocks[-1]
    assert isinstance(table, Table)
    rows = [
        [pick(cell.value if isinstance(cell, Cell) else cell, "zh") for cell in row] for row in table.rows
    ]
    strong = next(row for row in rows if row[0] == "全公司" and row[2] == "●●● 强")
    assert strong[1:6] == ["按规则算出的", "●●● 强", 8, 12, 8 / 12]
    low, high = wilson(8, 12)
    assert strong[6] == f"{low:.0%}–{high:.0%}"
    assert any(row[1] == "经理确认的" for row in rows)
    bare = seller_parts(card, None, details=True)
    assert "calibration" not in {page.key for page in team_pages("华东", [bare])}


def test_the_tile_tells_how_many_tiers_are_confirmed_and_how_much_influence_is_backed() -> None:
    book = book_of(strong=1, mid=2, small=1, grade=2)
    first = book.accounts[0].model_copy(update={"confirmed_tier": Tier.MID})
    none = book.accounts[3].model_copy(update={"confirmed_tier": Tier.MID})
    told = book.contacts[0].model_copy(update={"influence_evidence": "5月约了总经理"})
    changed = replace(
        book,
        accounts=(first, *book.accounts[1:3], none),
        contacts=(told, *book.contacts[1:]),
    )
    where = seller_parts(make_card(changed, DEFAULT_POLICY, ON), details=True).standing
    assert (where.tiers_confirmed, where.evidenced) == (1, 1)
    figure = confirmed_figure((where, where))
    assert figure.value == "2/6"
    assert isinstance(figure.note, Text)
    assert figure.note.pick("zh").startswith(f"能影响的 {2 * where.influenced} 人里 2 人有依据")
