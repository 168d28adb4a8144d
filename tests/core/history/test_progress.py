"""What changed and why: nobody is blamed for a changed threshold; people are named when it was people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from books_of import ON, TARGET, book_of
from hypothesis import given, settings
from hypothesis import strategies as st

from kasales_xl.core.card.policy_effect import SellerEffect, effect
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.causes import compare
from kasales_xl.core.history.fact_changes import FactKind
from kasales_xl.core.history.progress import Cause, Progress, Stage
from kasales_xl.core.history.reduced_book import reduced_book, reduced_text
from kasales_xl.core.history.snapshot import Snapshot, judge_again, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Contact
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS, Influence, Lang, Level, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.text.verdicts.progress import CAUSES, FACTS, effect_line, progress_lines

BEFORE = ON - dt.timedelta(days=30)


def snap(book: Book, on: dt.date = ON, policy: Policy = DEFAULT_POLICY, program: str = "1.0") -> Snapshot:
    return snapshot(make_card(book, policy, on), program)


def changed(book: Book, contact_id: str, **update: object) -> Book:
    rows = tuple(c.model_copy(update=update) if c.contact_id == contact_id else c for c in book.contacts)
    return replace(book, contacts=rows)


def stage_of(progress: Progress, cause: Cause) -> Stage | None:
    return next((stage for stage in progress.stages if stage.cause is cause), None)


def earned(progress: Progress) -> int:
    """The direction of the level that is left once rules, program and calendar are set aside."""
    facts = stage_of(progress, Cause.FACTS)
    return (facts.level_now > facts.level_was) - (facts.level_now < facts.level_was) if facts else 0


def causes(progress: Progress) -> list[str]:
    return [stage.cause.value for stage in progress.stages]


MID = book_of(strong=1, mid=3, junior=5, grade=3)
DM = MID.contacts[0]


def test_nothing_changed_is_no_change() -> None:
    found = compare(snap(MID), snap(MID, BEFORE))
    assert (found.stages, found.direction, earned(found)) == ((), 0, 0)


def test_losing_one_decision_maker_of_the_only_strong_account_lowers_the_level_and_names_the_person() -> None:
    now = changed(MID, DM.contact_id, can_influence=Influence.NO)
    found = compare(snap(now), snap(MID, BEFORE))
    assert causes(found) == ["facts"]
    (account,) = found.stages[0].accounts
    assert (account.was, account.now, account.matters) == (Tier.STRONG, Tier.MID, True)
    assert [(f.kind, f.person) for f in account.because] == [(FactKind.LOST, DM.name)]
    assert (found.level_was, found.level_now, found.direction, earned(found)) == (
        Level.SENIOR,
        Level.INTERMEDIATE,
        -1,
        -1,
    )


def test_a_stricter_policy_is_named_as_the_cause_and_nobody_is_blamed() -> None:
    strict = Policy(senior_strong=(2, 4))
    found = compare(snap(MID, policy=strict), snap(MID, BEFORE))
    assert causes(found) == ["policy"]
    assert (found.direction, earned(found)) == (-1, 0)
    assert not any(account.because for stage in found.stages for account in stage.accounts)


def test_a_rise_that_outweighs_a_stricter_policy_is_still_credited_to_the_person() -> None:
    # the policy alone takes the strong tier away, winning somebody in another account gives one back
    before = book_of(mid=4, junior=5, grade=3)
    won = before.contacts[1]
    now = changed(before, won.contact_id, can_influence=Influence.YES)
    strict = Policy(key_share=0.35)
    found = compare(snap(now, policy=strict), snap(before, BEFORE))
    assert found.direction == 1
    stage = stage_of(found, Cause.FACTS)
    assert stage is not None
    assert [f.person for account in stage.accounts for f in account.because] == [won.name]
    assert earned(found) == 1


def test_a_policy_that_lowers_and_a_person_won_are_told_apart() -> None:
    before = book_of(strong=1, mid=4, junior=5, grade=3)
    # account 2 is mid: win its second decision maker
    second = next(c for c in before.contacts if c.account == "A002" and c.can_influence is Influence.NO)
    now = changed(before, second.contact_id, can_influence=Influence.YES)
    found = compare(snap(now, policy=Policy(senior_strong=(2, 4))), snap(before, BEFORE))
    assert [(s.cause, s.level_was, s.level_now) for s in found.stages] == [
        (Cause.POLICY, Level.SENIOR, Level.INTERMEDIATE),
        (Cause.FACTS, Level.INTERMEDIATE, Level.SENIOR),
    ]
    assert (found.level_was, found.level_now, earned(found)) == (Level.SENIOR, Level.SENIOR, 1)


def test_big_deals_that_grow_old_are_the_calendar_and_not_the_seller() -> None:
    later = ON + dt.timedelta(days=2000)
    found = compare(snap(MID, later), snap(MID, ON))
    assert causes(found) == ["time"]
    assert (found.direction, earned(found)) == (-1, 0)


def test_a_grade_that_rises_is_told_by_dimension() -> None:
    found = compare(snap(book_of(junior=2, grade=2)), snap(book_of(junior=2, grade=1), BEFORE))
    (stage,) = found.stages
    assert [(g.dimension, g.was, g.now) for g in stage.grades] == [
        (code, 1, 2) for code in ("esp", "tas", "ecm", "mci", "pbm")
    ]


def test_a_new_and_a_lost_account_are_told() -> None:
    two, three = book_of(junior=2, grade=1), book_of(junior=3, grade=1)
    (stage,) = compare(snap(three), snap(two, BEFORE)).stages
    assert [(a.account, a.was, a.now) for a in stage.accounts] == [("客户003", None, Tier.JUNIOR)]
    (stage,) = compare(snap(two), snap(three, BEFORE)).stages
    assert [(a.account, a.was, a.now) for a in stage.accounts] == [("客户003", Tier.JUNIOR, None)]


DETAILS = [
    ({"can_influence": Influence.NO}, FactKind.LOST),
    ({"stance": Stance.OPPOSED}, FactKind.OPPOSED),
    ({"key_decision_maker": YesNoUnknown.NO}, FactKind.NO_DM),
    ({"department": "行政部"}, FactKind.MOVED),
]


@pytest.mark.parametrize(("update", "kind"), DETAILS, ids=[kind.value for _update, kind in DETAILS])
def test_each_kind_of_change_in_a_person_is_told_both_ways(update: dict[str, object], kind: FactKind) -> None:
    now = changed(MID, DM.contact_id, **update)
    (there,) = compare(snap(now), snap(MID, BEFORE)).stages[0].accounts
    (back,) = compare(snap(MID), snap(now, BEFORE)).stages[0].accounts
    opposite = {
        FactKind.LOST: FactKind.WON,
        FactKind.OPPOSED: FactKind.RECONCILED,
        FactKind.NO_DM: FactKind.FOUND_DM,
        FactKind.MOVED: FactKind.MOVED,
    }
    assert [f.kind for f in there.because] == [kind]
    assert [f.kind for f in back.because] == [opposite[kind]]


def test_people_who_left_or_came_are_told_when_they_can_move_a_tier() -> None:
    without = replace(MID, contacts=MID.contacts[1:])
    (gone,) = compare(snap(without), snap(MID, BEFORE)).stages[0].accounts
    (came,) = compare(snap(MID), snap(without, BEFORE)).stages[0].accounts
    assert [f.kind for f in (*gone.because, *came.because)] == [FactKind.LEFT, FactKind.JOINED]


def test_data_that_decides_the_key_account_is_told() -> None:
    def potential(amount: float | None) -> Book:
        accounts = (MID.accounts[0].model_copy(update={"potential_12m": amount}), *MID.accounts[1:])
        return replace(MID, accounts=accounts)

    (account,) = compare(snap(potential(TARGET * 0.1)), snap(MID, BEFORE)).stages[0].accounts
    assert (account.counted_was, account.counted_now) == (True, False)
    assert [(f.kind, f.was, f.now) for f in account.because] == [(FactKind.POTENTIAL, "400", "100")]
    seller = MID.seller
    assert seller is not None
    dearer = replace(MID, seller=seller.model_copy(update={"annual_target": TARGET * 2}))
    accounts = compare(snap(dearer), snap(MID, BEFORE)).stages[0].accounts
    assert {f.kind for a in accounts for f in a.because} == {FactKind.TARGET}


def test_another_version_of_the_program_is_set_apart() -> None:
    old = replace(snap(MID, BEFORE, program="0.9"), level=Level.TOP)
    found = compare(snap(MID), old)
    assert causes(found) == ["program"]
    assert (found.direction, earned(found)) == (-1, 0)


def test_an_unreadable_past_under_other_rules_blames_nobody() -> None:
    old = replace(snap(MID, BEFORE), facts="gone", policy="other", policy_text="{}", level=Level.TOP)
    found = compare(snap(MID), old)
    assert causes(found) == ["unknown"]
    assert earned(found) == 0


def test_an_unreadable_past_under_the_same_rules_is_compared_by_its_verdicts() -> None:
    now = changed(MID, DM.contact_id, can_influence=Influence.NO)
    found = compare(snap(now), replace(snap(MID, BEFORE), facts="gone"))
    assert causes(found) == ["facts"]
    assert found.stages[0].accounts[0].because == ()


def test_progress_inside_a_level_counts_as_a_rise() -> None:
    found = compare(snap(book_of(junior=3, grade=1)), snap(book_of(junior=2, grade=1), BEFORE))
    assert (found.level_was, found.level_now, found.direction) == (Level.JUNIOR, Level.JUNIOR, 1)


# ---- remembered facts give the same verdicts

sizes = st.integers(0, 3)


@settings(max_examples=40, deadline=None)
@given(sizes, sizes, sizes, sizes, sizes, st.integers(0, 3), st.booleans())
def test_a_reduced_book_is_judged_just_like_the_whole_one(
    strong: int, mid: int, junior: int, undecided: int, small: int, grade: int, expert: bool
) -> None:
    book = book_of(
        strong=strong, mid=mid, junior=junior, undecided=undecided, small=small, grade=grade, expert=expert
    )
    whole = snap(book)
    again = judge_again(whole, DEFAULT_POLICY, ON)
    assert again is not None
    assert (again.level, again.counts, again.progress) == (
        make_card(book, DEFAULT_POLICY, ON).level,
        whole.counts,
        whole.progress,
    )
    assert sorted((a.account.account_id, a.tier, a.score.total) for a in again.accounts) == sorted(
        (a.account_id, a.tier, a.score) for a in whole.accounts
    )
    kept = reduced_book(whole.facts)
    assert kept is not None
    assert reduced_text(kept) == whole.facts


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"shape": 99}', '{"shape": 1, "seller": []}', "not json"])
def test_facts_of_another_shape_are_not_read(text: str) -> None:
    assert reduced_book(text) is None


def test_a_book_without_a_seller_has_no_facts() -> None:
    assert reduced_text(Book(None)) == ""


# ---- in words


def test_every_cause_and_every_fact_has_words() -> None:
    assert set(CAUSES) == set(Cause)
    assert set(FACTS) == set(FactKind)


@pytest.mark.parametrize("lang", LANGS)
def test_progress_is_told_in_both_languages(lang: Lang) -> None:
    now = changed(MID, DM.contact_id, can_influence=Influence.NO, department="行政部")
    lines = "\n".join(
        line.pick(lang)
        for line in progress_lines(compare(snap(now, policy=Policy(senior_strong=(2, 4))), snap(MID, BEFORE)))
    )
    assert DM.name in lines
    assert "{" not in lines
    assert len(list(progress_lines(compare(snap(MID), snap(MID, BEFORE))))) == 2


def test_progress_reads_like_a_sentence_of_the_trade() -> None:
    now = changed(MID, DM.contact_id, can_influence=Influence.NO)
    lines = [line.pick("zh") for line in progress_lines(compare(snap(now), snap(MID, BEFORE)))]
    assert lines[0] == f"高级 → 中级（进度 0% → 14%），和 {BEFORE} 比"
    assert lines[2] == f"    客户001 强 → 中级：影响不了采购部{DM.name}了"


# ---- other rules


def effect_of(policy: Policy, book: Book) -> SellerEffect:
    return effect(make_card(book, DEFAULT_POLICY, ON), make_card(book, policy, ON))


def test_whose_level_would_change_under_new_rules_is_told_before_they_are_adopted() -> None:
    books = [
        book_of(strong=1, mid=3, junior=5, grade=3),
        book_of(junior=2, grade=1, name="李四"),
    ]
    found = [effect_of(Policy(senior_strong=(2, 4)), book) for book in books]
    assert [(e.name, e.was, e.now, e.direction, e.any) for e in found] == [
        ("张三", Level.SENIOR, Level.INTERMEDIATE, -1, True),
        ("李四", Level.JUNIOR, Level.JUNIOR, 0, False),
    ]


def test_accounts_that_new_rules_judge_differently_are_counted() -> None:
    found = effect_of(Policy(mid_dms=2), book_of(mid=2, grade=1))
    assert (found.accounts, found.any) == (2, True)
    assert (found.counts_was, found.counts_now) == (Counts(0, 2, 0), Counts(0, 0, 2))
    assert effect_line(found).pick("zh") == "张三（华东） 初级；强 0 中级 2 初级 0 → 强 0 中级 0 初级 2"
    assert "→" in effect_line(found).pick("en")


def test_a_contact_without_an_id_twin_is_matched_by_account_and_id() -> None:
    # the same ID in two accounts is two people
    twin = Contact(contact_id=DM.contact_id, account="A002", name="同号", can_influence=Influence.YES)
    both = replace(MID, contacts=(*MID.contacts, twin))
    found = compare(snap(changed(both, "nobody")), snap(MID, BEFORE))
    assert found.stages == ()
