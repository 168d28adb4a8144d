"""The cases in which a coach and a statistician found the indicators wrong, each as it was found."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dimension_books import (
    ON,
    account,
    big_deals,
    days_ago,
    deal,
    graded,
    lost,
    read,
    record,
    request,
    won,
)

from kasales_xl.core.calendar import add_months
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.evidence.fit import Side
from kasales_xl.core.dimensions.evidence.pools import PoolLevel
from kasales_xl.core.dimensions.evidence.rhythm import Direction
from kasales_xl.core.dimensions.mci import aim, top_third
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import DealStage, Dimension, Procurement, RequestStatus, YesNoUnknown
from kasales_xl.text.verdicts.dimensions import flags

TENDER: dict[str, Any] = {"procurement": Procurement.OPEN_TENDER}
FRAMEWORK: dict[str, Any] = {"procurement": Procurement.FRAMEWORK}


def test_case_1_one_account_wins_by_tender_and_another_loses_by_framework_is_no_law() -> None:
    """A wins 8 of 10, always by tender; B 2 of 10, always framework: nothing varies inside an account."""
    pbm = read(
        accounts=[account(1), account(2)],
        deals=[*record(8, 10, of=1, **TENDER), *record(2, 10, of=2, **FRAMEWORK)],
    ).pbm
    assert dict(pbm.laws) == {}
    assert pbm.headline.value == 0
    assert {p.value: (p.k, p.n) for p in pbm.seller_patterns} == {
        "open_tender": (8, 10),
        "framework": (2, 10),
    }


def test_case_4_going_against_a_losing_way_earns_nothing_and_is_a_risk() -> None:
    """Tender lost 6 of 6, framework won 6 of 6: an open tender deal got 2 of 3 and no warning."""
    past = [*record(0, 6, **TENDER), *record(6, 6, **FRAMEWORK)]
    (card,) = read(accounts=[account()], deals=[deal(1, **TENDER), *past]).tas.cards
    assert card.advantages.insight == 0
    flag = next(one for one in card.flags if one.code == "against-law")
    assert flags([flag]).pick("zh") == "逆着规律：公开招标的项目 6 个只赢了 0 个"
    assert flags([flag]).pick("en") == "against a pattern that holds: projects by open tender, 0 of 6 won"


def test_case_4_three_wins_without_contrast_and_recording_alone_earn_one() -> None:
    def insight(*past: Deal, **elements: Any) -> int:
        return read(accounts=[account()], deals=[deal(1, **elements), *past]).tas.cards[0].advantages.insight

    assert insight(*record(3, 3, **TENDER), **TENDER) == 1
    assert insight(**TENDER) == 1
    assert insight(*record(3, 3, **TENDER)) == 0


def test_case_8_ever_larger_deals_every_18_months_rise_in_quality_and_hold_in_number_whenever_asked() -> None:
    """The trend flipped with the phase of the year: 质降量降 in three of seven quarters."""
    start = dt.date(2015, 3, 10)
    deals = [won(n, add_months(start, 18 * n), 300.0 * 1.3**n) for n in range(9)]
    for quarter in range(7):
        on = add_months(dt.date(2025, 6, 30), 3 * quarter)
        (growth,) = read(accounts=[account()], deals=[*deals, *big_deals()], on=on).esp.accounts
        assert (growth.trend.quality, growth.trend.quantity) == (Direction.RISING, Direction.LEVEL), on


def test_case_8_equal_deals_in_an_even_rhythm_hold_in_both_whenever_asked() -> None:
    deals = [won(n, add_months(dt.date(2015, 3, 10), 18 * n), 300.0) for n in range(9)]
    for quarter in range(7):
        on = add_months(dt.date(2025, 6, 30), 3 * quarter)
        (growth,) = read(accounts=[account()], deals=[*deals, *big_deals()], on=on).esp.accounts
        assert (growth.trend.quality, growth.trend.quantity) == (Direction.LEVEL, Direction.LEVEL), on


def test_case_9_the_expected_amount_follows_the_stage_and_is_none_where_it_is_not_real_or_cannot_be_won() -> (
    None
):
    rows = [
        deal(1, stage=DealStage.QUALIFY, amount=100.0),
        deal(2, stage=DealStage.CONTROL, amount=100.0),
        deal(3, stage=DealStage.CONTROL, amount=100.0, is_real=YesNoUnknown.NO),
        deal(4, stage=DealStage.CONTROL, amount=100.0, can_win=YesNoUnknown.NO),
        deal(5, stage=DealStage.ON_HOLD, amount=100.0),
    ]
    tas = read(accounts=[account()], deals=rows).tas
    assert [card.expected for card in tas.cards] == pytest.approx([20.0, 80.0, 0.0, 0.0])
    assert tas.expected.value == pytest.approx(100.0)
    assert [(card.deal.deal_id, card.chance, card.expected) for card in tas.held] == [("D5", None, None)]


def test_case_10_nothing_recorded_is_not_said_where_other_indicators_of_the_dimension_stand() -> None:
    """No trend, yet the concentration of what was won: the headline alone was looked at."""
    found = read(accounts=[account(big=False)], deals=[won(1, days_ago(30))])
    assert found.esp.headline.value is None
    assert found.measures["esp.top_share"].value == 1
    unbacked = {line.dimension: line.unbacked for line in dimension_lines(graded(3), found)}
    assert not unbacked[Dimension.ESP]
    assert unbacked[Dimension.MCI]


@pytest.mark.parametrize("status", [RequestStatus.WAITING, None], ids=["待批", "no status"])
def test_cases_11_and_12_a_request_not_answered_counts_no_granted_days_anywhere(
    status: RequestStatus | None,
) -> None:
    rows = [deal(n, amount=100.0 * n) for n in range(1, 6)]
    asked = request(1, "D5", status, days_wanted=10.0, days_granted=10.0)
    found = read(accounts=[account()], deals=rows, support=[asked])
    assert found.mci.headline.value == 0
    assert found.mci.queue.value == 1
    assert {d.deal.deal_id: d.granted for d in found.mci.ranking}["D5"] == 0
    assert found.tas.card("D5").granted == 0  # type: ignore[union-attr]
    assert found.mci.top_third.value is None


def test_case_13_one_binary_fact_in_a_book_of_one_account_is_one_law() -> None:
    """Both sides, and the account that is all of the seller's deals, were four."""
    found = read(accounts=[account()], deals=[*record(6, 6, **TENDER), *record(0, 6, **FRAMEWORK)])
    assert found.pbm.headline.value == 1
    (law,) = found.pbm.law_patterns
    assert (law.level, law.value) == (PoolLevel.ACCOUNT, "open_tender")
    assert {p.value: p.law for p in found.pbm.seller_patterns} == {"open_tender": True, "framework": True}


def test_case_14_a_deal_that_closed_after_the_scoring_date_is_open_on_it_everywhere() -> None:
    tomorrow = ON + dt.timedelta(days=1)
    past = [*record(6, 6, **TENDER), *record(0, 5, **FRAMEWORK)]
    late = [won("late", tomorrow, 400.0, created=days_ago(10), **FRAMEWORK), lost("gone", tomorrow)]
    found = read(accounts=[account()], deals=[*past, *late])
    assert (found.rates.seller.k, found.rates.seller.n) == (6, 11)
    assert found.measures["tas.cycle"].value is None
    assert {card.deal.deal_id for card in found.tas.cards} == {"Dlate", "Dgone"}
    assert found.tas.card("Dlate").expected is not None  # type: ignore[union-attr]
    assert found.pbm.fits["Dlate"].side is Side.AGAINST  # type: ignore[union-attr]
    on_time = read(accounts=[account()], deals=[*past, *late], on=tomorrow)
    assert (on_time.rates.seller.k, on_time.rates.seller.n) == (7, 13)


def test_case_14_aim_of_the_company_as_one_sees_the_best_deal_of_another_seller_go_without() -> None:
    """Each seller by himself supports his best deal; the company's best one has nothing."""
    small = [deal(n, amount=10.0 * n) for n in range(1, 7)]
    large = [deal(n, amount=1000.0 * n) for n in range(1, 7)]
    asked = request(1, "D6", RequestStatus.GRANTED, days_wanted=9.0, days_granted=9.0)
    one, other = (read(accounts=[account()], deals=rows, support=[asked]).mci for rows in (small, large))
    alone = read(accounts=[account()], deals=large).mci
    assert one.top_third.value == other.top_third.value == 1
    together = top_third((*one.bids, *alone.bids), 1)
    assert (together.value, together.n) == (0, 12)
    assert (aim((*one.bids, *alone.bids), 1, DEFAULT_POLICY).value or 0) < 0 < (one.aim.value or 0)
