"""道 ESP+: quality and quantity over two windows, rhythm of big deals, concentration, plans."""

from __future__ import annotations

import datetime as dt

import pytest
from dimension_books import ON, account, big_deals, days_ago, deal, lost, read, won
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.core.dimensions.evidence.rhythm import Direction, Rhythm, window_of
from kasales_xl.core.dimensions.evidence.statistics import effective_number, shares
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal

RECENT, BEFORE, LONG_AGO = days_ago(300), days_ago(1000), dt.date(2022, 6, 30)
UP, LEVEL, DOWN, UNKNOWN = Direction


def directions(*deals: Deal) -> tuple[Direction, Direction]:
    """Quality and quantity of one key account."""
    (growth,) = read(accounts=[account()], deals=[*big_deals(), *deals]).esp.accounts
    return growth.trend.quality, growth.trend.quantity


@pytest.mark.parametrize(
    ("recent", "before", "expected"),
    [
        ([200, 200], [100], (UP, UP)),
        ([200], [100, 100], (UP, DOWN)),
        ([50, 50], [100], (DOWN, UP)),
        ([50], [100, 100], (DOWN, DOWN)),
        ([100], [100], (LEVEL, LEVEL)),
        ([120], [100], (LEVEL, LEVEL)),
        ([120.01], [100], (UP, LEVEL)),
        ([80], [100], (LEVEL, LEVEL)),
        ([79.99], [100], (DOWN, LEVEL)),
        ([10] * 6, [10] * 5, (LEVEL, LEVEL)),
        ([10] * 7, [10] * 5, (LEVEL, UP)),
    ],
    ids=[
        "both up",
        "fewer, bigger",
        "more, smaller",
        "both down",
        "holding is level",
        "a fifth more is level",
        "a hair above",
        "a fifth less is level",
        "a hair below",
        "one more of five is level",
        "two more of five",
    ],
)
def test_quality_is_the_average_amount_and_quantity_the_number_of_wins(
    recent: list[float], before: list[float], expected: tuple[Direction, Direction]
) -> None:
    deals = [won(f"r{i}", RECENT, amount) for i, amount in enumerate(recent)]
    deals += [won(f"b{i}", BEFORE, amount) for i, amount in enumerate(before)]
    assert directions(*deals) == expected


def test_a_first_win_in_the_window_is_no_trend_yet() -> None:
    assert directions(won(1, RECENT)) == (UNKNOWN, UNKNOWN)


def test_a_win_after_recorded_years_without_one_is_a_rise_in_both() -> None:
    assert directions(won(1, RECENT), lost(2, LONG_AGO)) == (UP, UP)
    assert directions(won(1, RECENT), lost(2, LONG_AGO + dt.timedelta(days=1))) == (UNKNOWN, UNKNOWN)


def test_no_win_after_a_window_with_one_is_a_fall_in_both() -> None:
    assert directions(won(1, BEFORE)) == (DOWN, DOWN)


def test_wins_without_amounts_say_nothing_about_quality() -> None:
    assert directions(won(1, RECENT, None), won(2, BEFORE)) == (UNKNOWN, LEVEL)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (ON, UP),
        (dt.date(2024, 7, 1), UP),
        (dt.date(2024, 6, 30), DOWN),
        (dt.date(2022, 7, 1), DOWN),
        (dt.date(2022, 6, 30), UNKNOWN),
        (ON + dt.timedelta(days=1), UNKNOWN),
    ],
)
def test_the_two_windows_end_on_the_scoring_date_and_meet_24_months_before(
    day: dt.date, expected: Direction
) -> None:
    """The record reaches back exactly to the start of the window before, so an empty window is a true 0."""
    assert directions(won(1, day), deal(9, created=dt.date(2022, 6, 30)))[1] is expected


def test_lost_and_open_projects_are_no_projects() -> None:
    assert directions(lost(1, RECENT), deal(2, amount=900.0), won(3, BEFORE)) == (DOWN, DOWN)


@pytest.mark.parametrize(
    ("gap", "months"),
    [
        (None, 24),
        (4.9, 25),
        (12.1, 24),
        (18.0, 36),
        (19.6, 20),
        (19.0, 38),
        (24.0, 24),
        (30.2, 30),
        (0.3, 24),
    ],
)
def test_a_window_holds_whole_gaps_and_at_least_the_policys_months(gap: float | None, months: int) -> None:
    assert window_of(gap, 24, 0.2) == months


def test_the_headline_counts_only_key_accounts_with_a_known_trend() -> None:
    accounts = [account(1), account(2), account(3), account(4, big=False)]
    deals = [d for n in (1, 2, 3, 4) for d in big_deals(n)]
    deals += [won("1r", RECENT, 200, 1), won("1b", BEFORE, 100, 1)]
    deals += [won("2r", RECENT, 50, 2), won("2b", BEFORE, 100, 2)]
    deals += [won("4r", RECENT, 200, 4), won("4b", BEFORE, 100, 4)]
    headline = read(accounts=accounts, deals=deals).esp.headline
    assert (headline.value, headline.n, headline.recorded) == (0.5, 2, 2)


def test_without_key_accounts_nothing_is_said_and_nothing_is_zero() -> None:
    found = read(accounts=[account(big=False)], deals=[won(1, RECENT)])
    assert [m.value for m in found.esp.measures[:4]] == [None] * 4
    assert found.esp.headline.status is Status.NOTHING


def test_a_plan_on_paper_is_a_record_even_without_a_trend() -> None:
    found = read(accounts=[account(objective="三年做到第一")], deals=big_deals())
    assert found.esp.headline.status is Status.FEW


def rhythm(*deals: Deal) -> Rhythm:
    """Of the first account; the other deals make it a key account without touching the rhythm."""
    (growth,) = read(accounts=[account()], deals=deals).esp.accounts
    return growth.rhythm


def test_the_rhythm_is_the_months_between_big_deals_won() -> None:
    found = rhythm(
        won(1, dt.date(2024, 12, 31), 300), won(2, dt.date(2025, 12, 31), 300), won(3, RECENT, 299.99)
    )
    assert [round(gap, 1) for gap in found.gaps] == [12.0]
    assert round(found.since_last or 0, 1) == 5.9
    assert not found.broken


def test_a_pause_longer_than_any_before_with_nothing_in_sight_is_a_broken_rhythm() -> None:
    two = (won(1, dt.date(2025, 6, 30), 300), won(2, dt.date(2025, 10, 30), 300))
    assert rhythm(*two).broken
    ahead = rhythm(*two, deal(3, amount=300.0, expected_close=ON))
    assert (ahead.broken, ahead.next_expected) == (False, ON)
    assert rhythm(*two, deal(3, amount=300.0, expected_close=days_ago(1))).broken


def test_concentration_counts_the_amount_won_in_the_last_window() -> None:
    deals = [won(1, RECENT, 300, 1), won(2, RECENT, 100, 2), won(3, BEFORE, 999, 2), won(4, RECENT, None, 2)]
    found = read(accounts=[account(1), account(2)], deals=deals)
    assert found.measures["esp.top_share"].value == 0.75
    assert found.measures["esp.effective_accounts"].value == pytest.approx(1.6)


@pytest.mark.parametrize(("due", "late"), [(days_ago(1), 1.0), (ON, 0.0)])
def test_a_next_action_is_overdue_the_day_after(due: dt.date, late: float) -> None:
    plan = account(objective="做深", next_action="拜访", next_action_date=due)
    found = read(accounts=[plan], deals=big_deals())
    assert found.measures["esp.overdue"].value == late
    assert found.measures["esp.planned"].value == 1 - late


def test_no_dates_and_no_plans_are_no_zero() -> None:
    found = read(accounts=[account()], deals=big_deals())
    assert found.measures["esp.overdue"].status is Status.NOTHING
    assert found.measures["esp.planned"].status is Status.NOTHING


def test_the_window_is_the_policys() -> None:
    """A window of 36 months sees both projects as recent ones, and none before."""
    found = read(
        accounts=[account()],
        deals=[*big_deals(), won(1, RECENT), won(2, BEFORE)],
        policy=Policy(window_months=36),
    )
    (growth,) = found.esp.accounts
    assert (growth.trend.recent.count, growth.trend.recent.a_year) == (2, 2 * 12 / 36)


@given(st.lists(st.floats(0.01, 1e9), min_size=1, max_size=30))
def test_the_effective_number_lies_between_one_and_the_number_of_accounts(amounts: list[float]) -> None:
    found = effective_number(shares(amounts))
    assert found is not None
    assert 1 - 1e-9 <= found <= len(amounts) + 1e-9
