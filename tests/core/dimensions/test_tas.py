"""术 TAS+: deal cards with advantages, stay in the stage, red flags and contradictions."""

from __future__ import annotations

import datetime as dt

import pytest
from dimension_books import (
    DM,
    ON,
    OURS,
    account,
    contact,
    days_ago,
    deal,
    read,
    record,
    request,
    won,
)

from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Contact, Deal
from kasales_xl.core.terms import DealStage, Procurement, RequestStatus, Stance, YesNoUnknown
from kasales_xl.text.verdicts.dimensions import flag

SURE = {"is_real": YesNoUnknown.YES, "can_win": YesNoUnknown.YES}


SOUND = {**SURE, "expected_close": ON, "amount": 100.0}


MET = contact(1, **DM, last_contact=days_ago(10))


def flags(open_deal: Deal, *contacts: Contact, **more: object) -> list[str]:
    found = read(accounts=[account()], contacts=contacts, deals=[open_deal], **more)  # type: ignore[arg-type]
    card = found.tas.card(open_deal.deal_id)
    assert card is not None
    return [reason.code for reason in card.flags]


def test_a_sound_deal_has_no_red_flag() -> None:
    assert flags(deal(1, **SOUND), MET) == []


def test_never_having_met_a_decision_maker_is_a_red_flag_after_the_first_stage() -> None:
    stranger = contact(1, **DM)
    assert flags(deal(1, **SOUND), stranger) == ["no-dm-met"]
    assert flags(deal(1, **SOUND)) == ["no-dm-met"]
    assert flags(deal(1, stage=DealStage.QUALIFY, **SOUND), stranger) == ["no-dm-met"]
    assert flags(deal(1, stage=DealStage.INCUBATE, **SOUND), stranger) == []


def test_meeting_somebody_who_does_not_decide_is_not_enough() -> None:
    clerk = contact(1, last_contact=days_ago(1))
    assert flags(deal(1, **SOUND), clerk) == ["no-dm-met"]


@pytest.mark.parametrize(("days", "expected"), [(89, []), (90, ["stage-long"])])
def test_ninety_days_in_one_stage_raise_a_flag(days: int, expected: list[str]) -> None:
    assert flags(deal(1, stage_since=days_ago(days), **SOUND), MET) == expected


def test_an_entry_into_a_stage_in_the_future_says_nothing() -> None:
    found = read(accounts=[account()], deals=[deal(1, stage_since=ON + dt.timedelta(days=1))])
    assert found.tas.cards[0].stay is None


def stays(*days: int, stage: DealStage = DealStage.SOLUTION) -> list[Deal]:
    return [deal(place, stage=stage, stage_since=days_ago(n), **SOUND) for place, n in enumerate(days)]


def test_a_stay_is_set_against_the_sellers_own_median_of_that_stage() -> None:
    deals = [*stays(10, 20, 41), deal(9, stage=DealStage.QUALIFY, stage_since=days_ago(80), **SOUND)]
    found = read(accounts=[account()], contacts=[MET], deals=deals)
    stay = found.tas.cards[2].stay
    assert stay is not None
    assert (stay.days, stay.usual, stay.n) == (41, 20, 3)
    assert [r.code for r in found.tas.cards[2].flags] == ["stage-slow"]
    other = found.tas.cards[3].stay
    assert other is not None
    assert (other.usual, other.n) == (30.5, 4)


def test_twice_the_usual_stay_is_not_slow_yet() -> None:
    found = read(accounts=[account()], contacts=[MET], deals=stays(10, 20, 40))
    assert found.tas.cards[2].flags == ()


@pytest.mark.parametrize(
    ("due", "expected"), [(ON, []), (days_ago(1), ["close-overdue"]), (None, ["no-close-date"])]
)
def test_an_expected_close_is_overdue_the_day_after(due: dt.date | None, expected: list[str]) -> None:
    assert flags(deal(1, expected_close=due, amount=1.0, **SURE), MET) == expected


def test_an_opposed_decision_maker_and_a_missing_amount_are_named() -> None:
    enemy = contact(1, **DM, last_contact=days_ago(1), stance=Stance.OPPOSED)
    assert flags(deal(1, expected_close=ON, **SURE), enemy) == ["dm-opposed", "no-amount"]


def test_is_it_real_and_can_we_win_must_be_answered_before_the_solution_stage() -> None:
    unasked = {"expected_close": ON, "amount": 1.0}
    assert flags(deal(1, stage=DealStage.QUALIFY, **unasked), MET) == []
    assert flags(deal(1, stage=DealStage.SOLUTION, **unasked), MET) == ["not-qualified"]
    no = {"is_real": YesNoUnknown.NO, "can_win": YesNoUnknown.NO, **unasked}
    assert flags(deal(1, **no), MET) == ["need-not-real", "cannot-win"]
    assert flags(deal(1, stage=DealStage.QUALIFY, **no), MET) == []


@pytest.mark.parametrize(
    ("stage", "contradicts"),
    [
        (DealStage.INFLUENCE, False),
        (DealStage.CONTROL, True),
        (DealStage.CONTRACT, True),
        (DealStage.DELIVER, False),
    ],
)
def test_control_and_contract_contradict_a_missing_influenced_decision_maker(
    stage: DealStage, contradicts: bool
) -> None:
    row = deal(1, stage=stage, closed=ON if stage.is_won else None, **SOUND)
    assert ("stage-without-dm" in flags(row, MET)) is contradicts
    ally = contact(2, **DM, **OURS, last_contact=ON)
    assert "stage-without-dm" not in flags(row, MET, ally)
    found = read(accounts=[account()], contacts=[MET], deals=[row])
    assert len(found.tas.contradictions) == (contradicts and stage.is_won)


def test_an_account_on_one_thread_is_a_flag_on_its_deals() -> None:
    one = contact(1, **DM, **OURS)
    assert flags(deal(1, **SOUND), one) == ["single-threaded"]
    assert flags(deal(1, **SOUND), one, contact(2, **OURS)) == []


def test_support_that_is_late_flags_the_deal() -> None:
    waiting = request(1, "D1", RequestStatus.WAITING, needed_by=days_ago(1))
    assert flags(deal(1, **SOUND), MET, support=[waiting]) == ["support-late"]
    in_time = request(1, "D1", RequestStatus.WAITING, needed_by=ON)
    assert flags(deal(1, **SOUND), MET, support=[in_time]) == []
    granted = request(1, "D1", RequestStatus.GRANTED, needed_by=days_ago(1))
    assert flags(deal(1, **SOUND), MET, support=[granted]) == []


def test_the_flags_are_said_as_salespeople_say_them() -> None:
    found = read(
        accounts=[account()],
        contacts=[contact(1, **DM)],
        deals=[deal(1, stage_since=days_ago(90), **SOUND)],
    )
    assert [flag(reason).pick("zh") for reason in found.tas.cards[0].flags] == [
        "还没见过关键决策人（采购部人1）",
        "阶段停留 90 天",
    ]
    unlisted = read(accounts=[account()], deals=[deal(1, **SOUND)]).tas.cards[0].flags
    assert flag(unlisted[0]).pick("zh") == "还没见过关键决策人"
    assert flag(unlisted[0]).pick("en") == "no key decision maker met"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], 0),
        ([contact(1)], 0),
        ([contact(1, business_related=YesNoUnknown.YES, **OURS)], 1),
        ([contact(1, **DM, **OURS)], 2),
        ([contact(1, **DM, **OURS), contact(2, department="信息部", **DM, **OURS)], 3),
    ],
    ids=["unknown", "none", "junior", "mid", "strong"],
)
def test_the_relationship_advantage_is_the_accounts_tier(people: list[Contact], expected: int) -> None:
    found = read(accounts=[account()], contacts=people, deals=[deal(1)])
    assert found.tas.cards[0].advantages.relationship == expected


def test_blank_advantages_are_left_out_of_the_score_not_counted_as_zero() -> None:
    full = read(accounts=[account()], deals=[deal(1, solution_advantage=3, price_acceptance=1)]).tas.cards[0]
    assert (full.advantages.total, full.advantages.known) == (4, (0, 3, 1, 0))
    assert full.advantages.score == pytest.approx(100 * 4 / 12)
    blank = read(accounts=[account()], deals=[deal(1)]).tas.cards[0]
    assert (blank.advantages.solution, blank.advantages.score) == (None, 0)


def test_insight_is_three_with_a_law_two_with_a_pattern_one_recorded_none_against() -> None:
    tender, framework = ({"procurement": way} for way in (Procurement.OPEN_TENDER, Procurement.FRAMEWORK))

    def insight(row: Deal, *past: Deal) -> int:
        return read(accounts=[account(1), account(2)], deals=[row, *past]).tas.cards[0].advantages.insight

    blank, told = deal(1), deal(1, **tender)
    assert insight(blank, *record(6, 6, **tender), *record(0, 6, **framework)) == 0
    assert insight(told) == 1
    assert insight(told, *record(3, 3, **tender)) == 1, "three wins without contrast are no pattern"
    assert insight(told, *record(3, 4, **tender), *record(1, 4, **framework)) == 2
    assert insight(told, *record(1, 4, **tender), *record(3, 4, **framework)) == 1
    assert insight(told, *record(6, 6, **tender), *record(0, 6, **framework)) == 3
    assert insight(told, *record(0, 6, **tender), *record(6, 6, **framework)) == 0


def test_a_card_can_be_asked_for_any_deal_and_only_for_deals() -> None:
    found = read(accounts=[account()], deals=[won(1, ON), deal(2)])
    card = found.tas.card("D1")
    assert card is not None
    assert (card.expected, card.flags, card.stay) == (None, (), None)
    assert found.tas.card("D9") is None


def test_the_order_of_the_rows_is_irrelevant() -> None:
    deals = [*record(4, 9), *stays(10, 20, 41), won("x", ON, 0.1), won("y", ON, 0.2), won("z", ON, 0.3)]
    one, other = (read(accounts=[account()], deals=rows) for rows in (deals, deals[::-1]))
    assert one.measures == other.measures
    assert {c.deal.deal_id: c for c in one.tas.cards} == {c.deal.deal_id: c for c in other.tas.cards}


def test_the_numbers_are_the_policys() -> None:
    strict = Policy(rate_min_deals=4, stage_age_days=30)
    found = read(
        accounts=[account()], deals=[*record(3, 4), deal(1, stage_since=days_ago(30))], policy=strict
    )
    assert found.tas.headline.value == 0.75
    assert "stage-long" in [reason.code for reason in found.tas.cards[0].flags]
    assert DEFAULT_POLICY.stage_age_days == 90
