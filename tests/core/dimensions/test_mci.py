"""势 MCI: 聚 (granted against requested, waiting) and 准 (support follows value), per party."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dimension_books import ON, account, days_ago, deal, lost, read, record, request, won

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.rows import Support
from kasales_xl.core.terms import Party, RequestStatus, YesNoUnknown
from kasales_xl.text.verdicts.dimensions import waiting_text

WAITING, GRANTED, PARTIAL, REFUSED, DONE = RequestStatus


def asked(*requests: Support, deals: int = 1) -> Dimensions:
    return read(
        accounts=[account()], deals=[deal(n + 1, amount=100.0) for n in range(deals)], support=requests
    )


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [
        (GRANTED, 10, 1.0),
        (PARTIAL, 4, 0.4),
        (DONE, 10, 1.0),
        (REFUSED, None, 0.0),
        (WAITING, None, 0.0),
        (None, None, 0.0),
        (None, 5, 0.0),
        (WAITING, 5, 0.0),
        (REFUSED, 5, 0.0),
        (GRANTED, None, None),
        (DONE, None, None),
    ],
    ids=[
        "granted",
        "partly",
        "done",
        "refused",
        "waits",
        "no status",
        "no status is asked, whatever days it shows",
        "waits, whatever days it shows",
        "refused, whatever days it shows",
        "days unknown",
        "done, unknown",
    ],
)
def test_gathering_is_granted_over_requested_and_unknown_days_are_not_zero(
    status: RequestStatus | None, days: float | None, expected: float | None
) -> None:
    found = asked(request(1, "D1", status, days_wanted=10.0, days_granted=days)).mci.headline
    assert found.value == expected
    assert found.status is (Status.FEW if expected is None else Status.SAID)


def test_gathering_sums_days_not_requests() -> None:
    small = request(1, "D1", GRANTED, days_wanted=1.0, days_granted=1.0)
    large = request(2, "D1", REFUSED, days_wanted=9.0)
    unsized = request(3, "D1", GRANTED, days_granted=50.0)
    found = asked(small, large, unsized).mci.headline
    assert (found.value, found.n, found.recorded) == (0.1, 2, 3)


def test_no_request_at_all_is_nothing_recorded() -> None:
    assert {measure.status for measure in asked().mci.measures} == {Status.NOTHING}


def test_the_median_wait_counts_answered_requests_only() -> None:
    def answered(number: int, days: int) -> Support:
        return request(number, "D1", GRANTED, requested_on=days_ago(30), granted_on=days_ago(30 - days))

    old = request(9, "D1", WAITING, requested_on=days_ago(400))
    found = asked(answered(1, 2), answered(2, 6), answered(3, 20), old)
    assert (found.mci.wait.value, found.mci.wait.n) == (6, 3)
    assert asked(old).mci.wait.status is Status.FEW


@pytest.mark.parametrize(("needed", "late"), [(days_ago(1), 1), (ON, 0), (ON + dt.timedelta(days=3), -3)])
def test_a_waiting_request_shows_its_age_against_the_day_it_is_needed(needed: dt.date, late: int) -> None:
    (found,) = asked(request(1, "D1", WAITING, requested_on=days_ago(12), needed_by=needed)).mci.waiting
    assert (found.age, found.late, found.wait) == (12, late, None)


def test_the_most_overdue_request_stands_first_and_undated_ones_last() -> None:
    rows = [
        request(1, "D1", WAITING),
        request(2, "D1", WAITING, requested_on=days_ago(5)),
        request(3, "D1", WAITING, needed_by=days_ago(2)),
        request(4, "D1", WAITING, needed_by=days_ago(9)),
        request(5, "D1", GRANTED, needed_by=days_ago(99)),
    ]
    assert [r.request.request_id for r in asked(*rows).mci.waiting] == ["R4", "R3", "R2", "R1"]


def test_waiting_is_said_with_party_age_and_delay() -> None:
    (found,) = asked(request(1, "D1", WAITING, requested_on=days_ago(12), needed_by=days_ago(3))).mci.waiting
    assert waiting_text(found).pick("zh") == "方案线，已等 12 天，过期 3 天"
    assert waiting_text(found).pick("en") == "solution line, waiting 12 days, 3 days late"


def support(days: dict[int, float], amounts: dict[int, float], **fields: Any) -> Dimensions:
    """Deals with these amounts, granted these days."""
    deals = [deal(n, amount=amount, **fields.get(f"d{n}", {})) for n, amount in amounts.items()]
    rows = [request(n, f"D{n}", GRANTED, days_granted=granted) for n, granted in days.items()]
    return read(accounts=[account()], deals=deals, support=rows)


FIVE = {1: 500.0, 2: 400.0, 3: 300.0, 4: 200.0, 5: 100.0}


def test_support_that_follows_value_aims_well_and_against_it_badly() -> None:
    assert support({1: 9, 2: 7, 3: 5, 4: 3, 5: 1}, FIVE).mci.aim.value == pytest.approx(1)
    assert support({1: 1, 2: 3, 3: 5, 4: 7, 5: 9}, FIVE).mci.aim.value == pytest.approx(-1)
    assert support({1: 4}, FIVE).mci.aim.value == pytest.approx(0.7071, abs=1e-4)


def test_four_deals_or_equal_days_are_too_little_for_an_aim() -> None:
    four = {n: FIVE[n] for n in (1, 2, 3, 4)}
    assert support({1: 9, 2: 1}, four).mci.aim.status is Status.FEW
    assert support(dict.fromkeys(FIVE, 2), FIVE).mci.aim.status is Status.FEW


def test_the_top_third_of_five_deals_are_two() -> None:
    found = support({1: 3, 2: 3, 3: 2, 5: 2}, FIVE).mci.top_third
    assert (found.value, found.n) == (0.6, 5)
    assert support({1: 0}, FIVE).mci.top_third.value is None


def test_the_value_of_a_deal_is_its_amount_weighed_by_the_accounts_rate() -> None:
    """900 at the account that never wins is worth less than 500 at the one that always does."""
    deals = [
        deal(1, 1, amount=500.0),
        deal(2, 2, amount=900.0),
        deal(3, 2, amount=10.0),
        *record(10, 10, of=1),
        *record(0, 10, of=2),
    ]
    found = read(accounts=[account(1), account(2)], deals=deals)
    assert [d.deal.deal_id for d in found.mci.ranking] == ["D1", "D2", "D3"]


def test_closed_deals_are_in_play_only_if_they_asked_for_support() -> None:
    deals = [won(1, ON), won(2, ON), lost(3, amount=1.0), deal(4, amount=1.0), deal(5)]
    found = read(accounts=[account()], deals=deals, support=[request(1, "D1", GRANTED, days_granted=1.0)])
    assert {d.deal.deal_id for d in found.mci.ranking} == {"D1", "D4"}


def test_the_best_third_without_any_support_deserves_some() -> None:
    assert [d.deal.deal_id for d in support({2: 1}, FIVE).mci.deserving] == ["D1"]
    assert [d.deal.deal_id for d in support({1: 1}, FIVE).mci.deserving] == ["D2"]
    queued = read(
        accounts=[account()],
        deals=[deal(n, amount=amount) for n, amount in FIVE.items()],
        support=[request(1, "D1", WAITING), request(2, "D2", REFUSED)],
    )
    assert [d.deal.deal_id for d in queued.mci.deserving] == ["D2"]


def test_a_deal_that_cannot_be_won_deserves_nothing_and_days_on_it_are_astray() -> None:
    hopeless = {"d1": {"can_win": YesNoUnknown.NO}}
    assert [d.deal.deal_id for d in support({2: 1}, FIVE, **hopeless).mci.deserving] == ["D3"]
    assert [d.deal.deal_id for d in support({1: 1, 2: 1}, FIVE, **hopeless).mci.undeserving] == ["D1"]


def test_days_on_the_smallest_third_are_astray() -> None:
    assert [d.deal.deal_id for d in support({3: 5, 4: 5, 5: 5}, FIVE).mci.undeserving] == ["D4", "D5"]


def test_two_deals_have_no_thirds() -> None:
    found = support({2: 5}, {1: 500.0, 2: 1.0}).mci
    assert (found.deserving, found.undeserving) == ((), ())


def test_each_party_has_its_own_line_in_the_methods_order() -> None:
    rows = [
        request(1, "D1", GRANTED, party=Party.EXPERT, days_wanted=4.0, days_granted=2.0),
        request(2, "D1", WAITING, party=Party.EXECUTIVE, days_wanted=1.0),
        request(3, "D1", GRANTED, party=Party.EXPERT, days_wanted=4.0, days_granted=4.0),
        request(4, "D1", GRANTED, party=Party.TEST),
    ]
    found = asked(*rows).mci.parties
    assert [(p.party, p.requests, p.waiting, p.ratio) for p in found] == [
        (Party.EXECUTIVE, 1, 1, 0.0),
        (Party.TEST, 1, 0, None),
        (Party.EXPERT, 2, 0, 0.75),
    ]


def test_a_request_for_an_unknown_deal_is_shown_and_does_no_harm() -> None:
    (found,) = asked(request(1, "D404", WAITING)).mci.requests
    assert (found.deal, found.account) == (None, "")


def test_the_order_of_the_rows_is_irrelevant() -> None:
    rows = [request(n, f"D{n}", GRANTED, days_wanted=0.1 * n, days_granted=0.1) for n in range(1, 6)]
    one, other = asked(*rows, deals=5), asked(*rows[::-1], deals=5)
    assert one.mci.measures == other.mci.measures
    assert one.mci.parties == other.mci.parties
