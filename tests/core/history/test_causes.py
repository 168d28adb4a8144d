"""Causes add up to the whole change; nobody is blamed or praised for a redefinition; effort is visible."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from books_of import ON, TARGET, book_of
from hypothesis import given, settings
from hypothesis import strategies as st

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.causes import compare
from kasales_xl.core.history.fact_changes import FactKind
from kasales_xl.core.history.progress import Cause, Progress
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Dimension, Influence, Level, MoneyUnit, Stance, Tier, YesNoUnknown
from kasales_xl.text.verdicts.progress import progress_lines

BEFORE = ON - dt.timedelta(days=30)
MID = book_of(strong=1, mid=3, junior=5, grade=3)


def snap(book: Book, on: dt.date = ON, policy: Policy = DEFAULT_POLICY, program: str = "1.0") -> Snapshot:
    return snapshot(make_card(book, policy, on), program)


def causes(progress: Progress) -> list[Cause]:
    return [stage.cause for stage in progress.stages]


def with_target(book: Book, target: float | None) -> Book:
    assert book.seller is not None
    return replace(book, seller=book.seller.model_copy(update={"annual_target": target}))


def with_contact(book: Book, place: int, **update: object) -> Book:
    rows = list(book.contacts)
    rows[place] = rows[place].model_copy(update=update)
    return replace(book, contacts=tuple(rows))


def without_department(book: Book, department: str) -> Book:
    accounts = tuple(
        account.model_copy(
            update={"key_departments": tuple(d for d in account.key_departments if d != department)}
        )
        for account in book.accounts
    )
    return replace(book, accounts=accounts)


def told(progress: Progress) -> str:
    return "\n".join(line.pick("zh") for line in progress_lines(progress))


# ---- the target


def test_a_raised_target_is_the_target_and_not_the_sellers_fall() -> None:
    found = compare(snap(with_target(MID, TARGET * 2)), snap(MID, BEFORE))
    assert causes(found) == [Cause.TARGET]
    assert found.direction == -1
    assert {fact.kind for account in found.stages[0].accounts for fact in account.because} == {
        FactKind.TARGET
    }
    assert "年度目标改了，不算谁退步" in told(found)


def test_a_lowered_target_earns_nobody_anything() -> None:
    found = compare(snap(MID), snap(with_target(MID, TARGET * 2), BEFORE))
    assert (causes(found), found.direction) == ([Cause.TARGET], 1)


def test_the_same_target_in_another_money_unit_is_no_changed_target() -> None:
    assert MID.seller is not None
    unit, yuan = MoneyUnit.YUAN, MoneyUnit.WAN.yuan
    now = replace(
        MID,
        seller=MID.seller.model_copy(update={"money_unit": unit, "annual_target": TARGET * yuan}),
        accounts=tuple(
            a.model_copy(update={"potential_12m": (a.potential_12m or 0) * yuan}) for a in MID.accounts
        ),
        deals=tuple(d.model_copy(update={"amount": (d.amount or 0) * yuan}) for d in MID.deals),
    )
    assert compare(snap(now), snap(MID, BEFORE)).stages == ()


# ---- the scope


def test_deleting_a_key_department_with_its_opponents_is_scope_and_not_earned() -> None:
    # mid, for the second department's decision maker is opposed and not won
    before = with_contact(book_of(strong=2, grade=3), 1, can_influence=Influence.NO, stance=Stance.OPPOSED)
    wide = Policy(strong_min_departments=1, strong_min_dms=1)
    now = without_department(before, before.accounts[0].key_departments[1])
    found = compare(snap(now, policy=wide), snap(before, BEFORE, policy=wide))
    assert Cause.FACTS not in causes(found)
    (scope,) = (stage for stage in found.stages if stage.cause is Cause.SCOPE)
    assert [fact.kind for fact in scope.accounts[0].because] == [FactKind.DEPARTMENTS]


def test_an_opponent_taken_off_the_list_is_scope_and_not_earned() -> None:
    opponent = MID.contacts[0].model_copy(
        update={"contact_id": "X1", "can_influence": Influence.NO, "stance": Stance.OPPOSED}
    )
    before = replace(MID, contacts=(*MID.contacts, opponent))
    found = compare(snap(MID), snap(before, BEFORE))
    assert (causes(found), found.direction) == ([Cause.SCOPE], 1)


def test_a_decision_maker_called_none_any_more_is_scope() -> None:
    now = with_contact(MID, 0, key_decision_maker=YesNoUnknown.NO)
    assert causes(compare(snap(now), snap(MID, BEFORE))) == [Cause.SCOPE]


def test_an_account_handed_over_or_taken_off_is_scope() -> None:
    handed = replace(MID, accounts=(MID.accounts[0].model_copy(update={"owner": "李四"}), *MID.accounts[1:]))
    assert causes(compare(snap(handed), snap(MID, BEFORE))) == [Cause.SCOPE]
    gone = replace(MID, accounts=MID.accounts[1:])
    found = compare(snap(gone), snap(MID, BEFORE))
    assert causes(found) == [Cause.SCOPE]
    assert found.stages[0].accounts[0].now is None


def test_a_decision_maker_won_is_earned_even_while_the_scope_changes() -> None:
    before = with_contact(MID, 0, can_influence=Influence.NO)
    now = with_contact(MID, 3, key_decision_maker=YesNoUnknown.NO)
    facts = {s.cause: s for s in compare(snap(now), snap(before, BEFORE)).stages}[Cause.FACTS]
    assert [(a.account, a.now) for a in facts.accounts] == [("客户001", Tier.STRONG)]


# ---- one account, one change


def test_a_fall_by_the_target_made_good_by_more_potential_is_no_change_at_all() -> None:
    now = with_target(MID, TARGET * 1.1)
    richer = tuple(a.model_copy(update={"potential_12m": TARGET}) for a in MID.accounts)
    cheap = Policy(big_deal_amount=300.0, key_share=0.4)
    found = compare(snap(replace(now, accounts=richer), policy=cheap), snap(MID, BEFORE, policy=cheap))
    assert found.stages == ()


def test_an_account_that_fell_and_rose_higher_is_told_once() -> None:
    # the first decision maker is no longer one (down), the rest of the account is won (up)
    before = book_of(mid=1, grade=3)
    narrowed = with_contact(before, 0, key_decision_maker=YesNoUnknown.NO)
    now = with_contact(narrowed, 1, can_influence=Influence.YES, stance=Stance.SUPPORTER)
    found = compare(snap(now), snap(before, BEFORE))
    names = [account.account for stage in found.stages for account in stage.accounts]
    assert len(names) == len(set(names))


# ---- effort


def test_one_practice_raised_by_one_is_told_though_the_grade_stays() -> None:
    rows = list(MID.practices)
    place = next(i for i, row in enumerate(rows) if row.dimension is Dimension.TAS)
    rows[place] = rows[place].model_copy(update={"manager_grade": 2})
    before = replace(MID, practices=tuple(rows))
    found = compare(snap(MID), snap(before, BEFORE))
    assert causes(found) == [Cause.FACTS]
    tas = next(grade for grade in found.stages[0].grades if grade.dimension == "tas")
    assert (tas.was, tas.now, tas.points) == (2, 3, 1)
    lower = book_of(junior=2, grade=1)
    rows = list(lower.practices)
    rows[place] = rows[place].model_copy(update={"manager_grade": 2})
    found = compare(snap(replace(lower, practices=tuple(rows))), snap(lower, BEFORE))
    assert "术 +1 点" in told(found)
    assert "1 → 1" not in told(found)
    lines = [line.pick("en") for line in progress_lines(found)]
    assert lines[-1].strip().endswith("+1 point")


# ---- all causes together

books = st.builds(
    book_of,
    strong=st.integers(0, 2),
    mid=st.integers(0, 3),
    junior=st.integers(0, 3),
    undecided=st.integers(0, 1),
    small=st.integers(0, 1),
    grade=st.integers(0, 3),
    target=st.sampled_from([None, TARGET * 0.5, TARGET, TARGET * 1.5]),
)
rules = st.sampled_from([DEFAULT_POLICY, Policy(senior_strong=(2, 4)), Policy(key_share=0.35)])


@settings(max_examples=120, deadline=None)
@given(books, books, rules, rules, st.integers(1, 900), st.sampled_from(["1.0", "0.9"]), st.booleans())
def test_causes_add_up_to_the_whole_change(
    before: Book, now: Book, old: Policy, new: Policy, days: int, program: str, narrowed: bool
) -> None:
    now = without_department(now, "信息中心") if narrowed else now
    first = snap(before, ON - dt.timedelta(days=days), old, program)
    last = snap(now, policy=new)
    found = compare(last, first)
    ends = [(first.level, first.counts), *((s.level_now, s.counts_now) for s in found.stages)]
    starts = [*((s.level_was, s.counts_was) for s in found.stages), (last.level, last.counts)]
    assert ends == starts
    points = dict(first.points)
    for stage in found.stages:
        for grade in stage.grades:
            points[grade.dimension] += grade.points
    assert points == last.points
    states = {a.account_id: (a.tier, a.key, a.counted) for a in first.accounts}
    for account in (account for stage in found.stages for account in stage.accounts):
        if account.now is None or account.key_now is None:
            del states[account.account_id]
        else:
            states[account.account_id] = (account.now, account.key_now, account.counted_now)
    assert states == {a.account_id: (a.tier, a.key, a.counted) for a in last.accounts}


@settings(max_examples=60, deadline=None)
@given(books, st.sampled_from([TARGET * 0.4, TARGET * 0.9, TARGET * 1.2, TARGET * 3]))
def test_a_change_of_the_target_alone_is_all_the_targets(book: Book, target: float) -> None:
    found = compare(snap(with_target(book, target), BEFORE), snap(book, BEFORE))
    assert set(causes(found)) <= {Cause.TARGET}


@settings(max_examples=60, deadline=None)
@given(books, st.sampled_from(["采购部", "信息中心"]))
def test_a_deleted_department_alone_is_all_scope(book: Book, department: str) -> None:
    found = compare(snap(without_department(book, department), BEFORE), snap(book, BEFORE))
    assert set(causes(found)) <= {Cause.SCOPE}


@settings(max_examples=120, deadline=None)
@given(books, books, rules, rules)
def test_no_account_goes_up_and_down_in_one_story(before: Book, now: Book, old: Policy, new: Policy) -> None:
    found = compare(snap(now, policy=new), snap(before, BEFORE, old))
    ways: dict[str, list[tuple[bool, int]]] = {}
    for account in (account for stage in found.stages for account in stage.accounts):
        if account.was is not None:
            ways.setdefault(account.account_id, [(account.counted_was, account.was.rank)])
        if account.now is not None:
            ways.setdefault(account.account_id, []).append((account.counted_now, account.now.rank))
    for way in ways.values():
        moves = {(b > a) - (b < a) for a, b in pairwise(way)}
        assert not {1, -1} <= moves


def test_the_level_of_a_book_whose_rows_are_all_there_is_untouched_by_telling() -> None:
    found = compare(snap(MID), snap(MID, BEFORE))
    assert (found.level_was, found.level_now, found.stages) == (Level.SENIOR, Level.SENIOR, ())
