"""The cheapest way up over all accounts: cases in words, and proof against trying every choice."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_in_words import person

from kasales_xl.core.calendar import add_months
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.moves.move import COST_UNIT, total_cost
from kasales_xl.core.moves.next_actions import next_actions
from kasales_xl.core.moves.plan import account_ways, plan
from kasales_xl.core.moves.slots import Choice, Option, fill_slots
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.policy import DEFAULT_POLICY, SLOT_FIELDS, Counting, Policy, TierBasis
from kasales_xl.core.rows import Account, Contact, Deal, Practice, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    DealStage,
    Level,
    Tier,
    YesNo,
)
from kasales_xl.core.verdicts import levels
from kasales_xl.core.verdicts.key_account import Datum
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.text.verdicts.actions import action_cells, explain_plan
from kasales_xl.text.verdicts.moves import move_text, plan_sentence

ON = dt.date(2026, 6, 30)
ONE_SUFFICES = Policy(strong_min_departments=1, strong_min_dms=1)
SELLER = Seller(seller_id="S001", name="张三", annual_target=100.0)
RUNGS = [level for level in Level if level is not Level.NOVICE]


def contact(account: str, name: str, words: str, department: str = "采购部") -> Contact:
    return person(name, department, words, account=account, contact_id=f"{account}-{name}")


def big_deals(account: str) -> list[Deal]:
    return [
        Deal(deal_id=f"{account}{n}", account=account, deal="单", amount=50, stage=DealStage.WON, closed=ON)
        for n in (1, 2)
    ]


def book(
    people: dict[str, list[Contact]], *, potential: float | None = 40, practices: tuple[Practice, ...] = ()
) -> Book:
    """One key account per name, each with the one key department 采购部."""
    accounts = tuple(
        Account(account_id=name, account=name, key_departments=("采购部",), potential_12m=potential)
        for name in people
    )
    contacts = tuple(c for rows in people.values() for c in rows)
    deals = tuple(d for name in people for d in big_deals(name))
    return Book(SELLER, accounts, contacts, deals, practices=practices)


def card(rows: Book, policy: Policy = DEFAULT_POLICY) -> SellerCard:
    return make_card(rows, policy, ON)


def related(account: str) -> list[Contact]:
    return [contact(account, "王工", "相关")]


def test_a_novice_with_three_accounts_wins_one_person_in_each_of_two() -> None:
    rows = book({name: related(name) for name in "甲乙丙"})
    found = plan(card(rows))
    assert found.level is Level.JUNIOR
    assert [(m.kind, m.account, m.person) for m in found.moves] == [
        ("win_related", "丙", "王工"),
        ("win_related", "乙", "王工"),
    ]
    assert found.cost == 2
    assert not any(found.new)


def test_equal_moves_go_to_the_account_with_the_higher_score() -> None:
    rows = book({name: related(name) for name in "甲乙丙"})
    met = [c.model_copy(update={"last_contact": ON}) if c.account == "甲" else c for c in rows.contacts]
    found = plan(card(Book(SELLER, rows.accounts, tuple(met), rows.deals)))
    assert {m.account for m in found.moves} == {"甲", "丙"}


def test_no_week_changes_the_plan_by_itself() -> None:
    # somebody in 甲 was met lately, in 乙 nobody is opposed: left alone, 甲 falls behind within months
    people = {
        "甲": [contact("甲", "王工", "相关"), contact("甲", "李总", "决策反对")],
        "乙": [contact("乙", "王工", "相关"), contact("乙", "李总", "决策")],
    }
    rows = book(people)
    met = [c.model_copy(update={"last_contact": ON}) if c.account == "甲" else c for c in rows.contacts]
    rows = Book(SELLER, rows.accounts, tuple(met), rows.deals)
    plans, firsts = set(), set()
    for week in range(0, 40, 4):
        seen = make_card(rows, Policy(junior_junior=(1, 4)), ON + dt.timedelta(weeks=week))
        plans.add(plan(seen, Level.JUNIOR).moves)
        firsts.add(max(seen.accounts, key=lambda v: v.score.total).account.account)
    assert firsts == {"甲", "乙"}
    assert len(plans) == 1


def test_without_enough_accounts_the_plan_says_how_many_new_ones_are_needed() -> None:
    found = plan(card(book({"甲": related("甲")})))
    assert found.new == Counts(0, 0, 1)
    assert [m.account for m in found.moves] == ["甲"]


def test_three_expensive_upgrades_lose_against_two_cheap_ones_though_one_of_these_is_not_the_cheapest_first() -> (
    None
):
    # a greedy choice would take the cheapest junior first and then pay twice for the mid slots
    policy = Policy(junior_junior=(1, 2), intermediate_junior=(1, 2), intermediate_mid=(1, 1))
    options = [
        Option(Tier.NONE, {Tier.JUNIOR: 1, Tier.MID: 2}),
        Option(Tier.NONE, {Tier.JUNIOR: 2, Tier.MID: 9}),
    ]
    assert fill_slots(options, Level.INTERMEDIATE, policy) == Choice(
        (Tier.MID, Tier.JUNIOR), 4, Counts(0, 0, 0)
    )


def test_an_undecided_account_counts_once_its_data_is_complete() -> None:
    rows = book(
        {"甲": [contact("甲", "王工", "相关能")], "乙": [contact("乙", "王工", "相关能")]}, potential=None
    )
    found = plan(card(rows))
    assert {(m.kind, m.account, m.datum) for m in found.moves} == {
        ("complete_data", "甲", Datum.POTENTIAL),
        ("complete_data", "乙", Datum.POTENTIAL),
    }
    assert all(p.undecided for p in found.accounts)


def test_an_account_that_lacks_a_win_is_sent_to_win_one_and_never_to_fill_in() -> None:
    rows = book({"甲": [contact("甲", "王工", "相关能")], "乙": [contact("乙", "王工", "相关能")]})
    small = tuple(d.model_copy(update={"amount": 10.0}) for d in rows.deals if d.account == "乙")
    seen = card(Book(SELLER, rows.accounts, rows.contacts, (*rows.deals[:1], *small)))
    found = plan(seen)
    assert {(m.kind, m.account, m.amount, m.by, m.nth) for m in found.moves} == {
        ("win_deal", "甲", 30.0, add_months(ON, 24), 0),
        ("win_deal", "乙", 30.0, add_months(ON, 24), 1),
        ("win_deal", "乙", 30.0, add_months(ON, 24), 2),
    }
    assert all(p.enters and not p.undecided for p in found.accounts)
    assert (
        make_card(apply_moves(seen.book, found.moves, DEFAULT_POLICY, ON), DEFAULT_POLICY, ON).counts.junior
        == 2
    )
    said = [line.pick("zh") for line in explain_plan(found)]
    assert said[0] == "升到初级最省力的走法：3 个大单、35 项能力（先少开新客户，再少走步）"
    assert said[1] == "  甲 初级（赢了单就算大客户）：2028-06-30 前赢一单，不少于 30 万元"
    assert not any("补填" in line for line in said)
    cells = action_cells(next_actions(seen, found)[0], seen)
    assert cells.what.pick("en") == "win a deal of 30 (10k yuan) or more by 2028-06-30"
    assert cells.effect.pick("zh") == "赢下来就算大客户（初级关系）"


def test_a_win_weighs_what_the_policy_says() -> None:
    people = {"甲": [contact("甲", "王工", "相关能")], "乙": [contact("乙", "王工", "相关")], "丙": []}
    rows = book(people)
    seen = Book(SELLER, rows.accounts, rows.contacts, rows.deals[1:])
    for weight, kind in ((0.5, "win_deal"), (1.5, "win_related")):
        rules = Policy(junior_junior=(1, 1), cost_win_deal=weight)
        assert [m.kind for m in plan(card(seen, rules)).moves] == [kind]


def test_where_only_confirmed_tiers_count_the_managers_word_is_the_last_step() -> None:
    rows = book({"甲": [contact("甲", "王工", "相关能")], "乙": [contact("乙", "王工", "相关")]})
    rules = Policy(tier_counts=TierBasis.CONFIRMED)
    seen = card(rows, rules)
    assert seen.counts == Counts(0, 0, 0)
    found = plan(seen)
    assert [(m.kind, m.account, m.tier) for m in found.moves] == [
        ("confirm_tier", "甲", Tier.JUNIOR),
        ("win_related", "乙", None),
        ("confirm_tier", "乙", Tier.JUNIOR),
    ]
    assert plan_sentence(found).pick("zh").startswith("1 位业务相关人、2 家请经理确认、35 项能力")


def test_the_plan_counts_people_new_accounts_and_practice_points_in_one_sentence() -> None:
    people = {"甲": [contact("甲", "李总", "决策反对")], "乙": [contact("乙", "赵总", "决策")]}
    found = plan(card(book(people)), Level.INTERMEDIATE)
    # one who has to be neutralised first is one person
    assert plan_sentence(found).pick("zh") == "2 位关键人、6 家新客户、70 项能力（先少开新客户，再少走步）"
    assert plan_sentence(found).pick("en") == (
        "2 key people, 6 new accounts, 70 practice points (fewest new accounts, then fewest steps)"
    )


def test_a_missing_target_is_filled_in_once_for_all_accounts() -> None:
    rows = book({"甲": [contact("甲", "王工", "相关能")], "乙": [contact("乙", "王工", "相关能")]})
    blank = Book(SELLER.model_copy(update={"annual_target": None}), rows.accounts, rows.contacts, rows.deals)
    found = plan(card(blank))
    assert [m.datum for m in found.shared] == [Datum.TARGET]
    assert found.cost == 1 + sum(len(p.moves) for p in found.accounts)


def test_an_account_that_is_no_key_account_is_no_way_up() -> None:
    found = plan(card(book({"甲": related("甲")}, potential=1)))
    assert found.moves == ()
    assert found.new == Counts(0, 0, 2)


def test_the_plan_stays_the_same_when_rows_are_sorted_anew() -> None:
    rows = book({name: related(name) for name in "甲乙丙丁戊"})
    turned = Book(SELLER, rows.accounts[::-1], rows.contacts[::-1], rows.deals[::-1])
    assert plan(card(rows)).moves == plan(card(turned)).moves


def test_at_the_top_there_is_nothing_to_plan() -> None:
    rows = book({})
    assert plan(card(rows), None).level is Level.JUNIOR
    nothing = dict.fromkeys(SLOT_FIELDS, (0, 0))
    grades = dict.fromkeys(
        ["grade_junior", "grade_intermediate", "grade_senior", "grade_top", "expert_evidence"], 0
    )
    expert = SELLER.model_copy(update={"track_expert": YesNo.YES, "industry_expert": YesNo.YES})
    top = make_card(Book(expert), Policy.model_validate(nothing | grades), ON)
    assert top.level is Level.TOP
    assert plan(top).moves == ()


def test_every_account_shows_its_own_way_to_each_higher_tier() -> None:
    seen = card(
        book(
            {
                "甲": [
                    contact("甲", "王工", "相关"),
                    contact("甲", "李总", "决策"),
                    contact("甲", "赵总", "决策反对"),
                ]
            }
        )
    )
    ways = account_ways(card(seen.book, ONE_SUFFICES), seen.accounts[0])
    assert {tier: [(m.kind, m.person) for m in way.moves] for tier, way in ways.items()} == {
        Tier.JUNIOR: [("win_related", "王工")],
        Tier.MID: [("win_dm", "李总")],
        Tier.STRONG: [("win_dm", "李总"), ("neutralise", "赵总"), ("win_dm", "赵总")],
    }


# ---- proof: the slots

options = st.lists(
    st.builds(
        Option,
        st.sampled_from([None, Tier.NONE, Tier.JUNIOR, Tier.MID, Tier.STRONG]),
        st.dictionaries(st.sampled_from([Tier.JUNIOR, Tier.MID, Tier.STRONG]), st.integers(1, 5)),
    ).map(lambda o: Option(o.now, {t: c for t, c in o.costs.items() if o.now is None or t > o.now})),
    max_size=5,
)
slots = st.tuples(st.integers(0, 3), st.just(9))
policies = st.builds(
    Policy,
    counting=st.sampled_from(Counting),
    tier_counts=st.sampled_from([TierBasis.CLAIMED, TierBasis.CLAIMED, TierBasis.CONFIRMED]),
    junior_junior=slots,
    intermediate_junior=slots,
    intermediate_mid=slots,
    senior_junior=slots,
    senior_mid=slots,
    senior_strong=slots,
)


def _counts(tiers: list[Tier | None]) -> Counts:
    return levels.count(tier for tier in tiers if tier is not None)


def _suffices(counts: Counts, level: Level, policy: Policy) -> bool:
    return all(levels.meets(counts, rung, policy) for rung in Level if rung <= level)


def _fewest_new(counts: Counts, level: Level, policy: Policy) -> tuple[int, int, int, Counts]:
    """The fewest and lowest accounts to add until the level's slots are filled."""
    ways = (
        (strong + mid + junior, strong, mid, Counts(strong, mid, junior))
        for strong, mid, junior in product(range(4), range(7), range(10))
        if _suffices(Counts(counts.strong + strong, counts.mid + mid, counts.junior + junior), level, policy)
    )
    return min(ways)


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(options, policies, st.sampled_from([Level.JUNIOR, Level.INTERMEDIATE, Level.SENIOR]))
def test_no_choice_of_accounts_is_cheaper_and_ties_go_to_the_first(
    rows: list[Option], policy: Policy, level: Level
) -> None:
    memory: dict[Counts, tuple[int, int, int, Counts]] = {}
    ranked = []
    for tiers in product(*([o.now, *o.costs] for o in rows)):
        counts = _counts(list(tiers))
        if counts not in memory:
            memory[counts] = _fewest_new(counts, level, policy)
        new = memory[counts]
        cost = sum(o.costs[t] for o, t in zip(rows, tiers, strict=True) if t in o.costs)
        # of equal choices the one that brings up the first account highest, then the second, …
        heights = tuple(-(t.rank if t in o.costs else 0) for o, t in zip(rows, tiers, strict=True))
        ranked.append((new[:3], cost, heights, tiers, new[3]))
    best = min(ranked)
    found = fill_slots(rows, level, policy)
    assert (found.new, found.cost) == (best[4], best[1])
    assert found.tiers == tuple(t if t in o.costs else None for o, t in zip(rows, best[3], strict=True))


# ---- proof: the whole plan

who = st.tuples(
    st.sampled_from(["", "决策", "相关", "决策反对", "决策能", "相关能"]),
    st.sampled_from(["采购部", "财务部"]),
)
confirmed = st.sampled_from([None, None, Tier.NONE, Tier.JUNIOR, Tier.MID])
books = st.lists(
    st.tuples(st.lists(who, max_size=4), st.sampled_from([None, 40, 40, 1]), st.integers(0, 3), confirmed),
    max_size=7,
)
Drawn = list[tuple[list[tuple[str, str]], float | None, int, Tier | None]]


def _book(drawn: Drawn) -> Book:
    """Accounts with no, one or two big deals, or two of which one has no date yet."""
    accounts, contacts, deals = [], [], []
    for n, (people, potential, big, sure) in enumerate(drawn):
        name = f"客户{n}"
        departments = ("采购部", "财务部")[: 1 + n % 2]
        accounts.append(
            Account(
                account_id=name,
                account=name,
                key_departments=departments,
                potential_12m=potential,
                confirmed_tier=sure,
            )
        )
        contacts += [contact(name, f"人{k}", words, where) for k, (words, where) in enumerate(people)]
        deals += big_deals(name)[:big]
        if big > 2:
            deals[-1] = deals[-1].model_copy(update={"closed": None})
    return Book(SELLER, tuple(accounts), tuple(contacts), tuple(deals))


@settings(max_examples=150, deadline=None)
@given(books, policies, st.sampled_from([Level.JUNIOR, Level.INTERMEDIATE, Level.SENIOR]))
def test_making_all_moves_of_the_plan_fills_the_slots_or_leaves_just_the_new_accounts(
    drawn: Drawn, policy: Policy, level: Level
) -> None:
    rows = _book(drawn)
    found = plan(card(rows, policy), level)
    after = card(apply_moves(rows, found.moves, policy, ON), policy).counts
    whole = Counts(*(a + b for a, b in zip(after, found.new, strict=True)))
    assert _suffices(whole, level, policy)
    assert total_cost(found.moves, policy) == round(found.cost * COST_UNIT)
    if found.moves:
        assert not _suffices(
            card(apply_moves(rows, found.moves[:-1], policy, ON), policy).counts, level, policy
        )


@settings(max_examples=80, deadline=None)
@given(books, policies, st.sampled_from([Level.JUNIOR, Level.SENIOR]))
def test_nobody_is_told_to_fill_in_what_is_filled_in(drawn: Drawn, policy: Policy, level: Level) -> None:
    rows = _book(drawn)
    accounts = {account.account_id: account for account in rows.accounts}
    deals = {deal.deal_id: deal for deal in rows.deals}
    for move in plan(card(rows, policy), level).moves:
        if move.datum is Datum.POTENTIAL:
            assert accounts[move.account_id].potential_12m is None
        elif move.datum in (Datum.AMOUNT, Datum.CLOSED):
            assert getattr(deals[move.deal_id], move.datum.column) is None
        elif move.datum is Datum.KEY_DEPARTMENTS:
            # one more to be named is no cell to fill in
            assert move_text(move).pick("zh") == "写明一个关键部门"
        else:
            assert move.datum is None


@pytest.mark.parametrize("mode", list(Counting))
def test_two_hundred_accounts_are_planned(mode: Counting) -> None:
    people = {
        f"客户{n:03}": [contact(f"客户{n:03}", f"人{k}", "决策" if k % 3 else "相关") for k in range(6)]
        for n in range(200)
    }
    found = plan(card(book(people), Policy(counting=mode)), Level.SENIOR)
    assert not any(found.new)
    # cumulatively one strong account fills a slot of every tier
    assert len(found.accounts) == (5 if mode is Counting.CUMULATIVE else 9)


@pytest.mark.parametrize("mode", list(Counting))
def test_a_company_that_asks_for_many_accounts_gets_its_plan_as_well(mode: Counting) -> None:
    people = {
        f"客户{n:03}": [contact(f"客户{n:03}", f"人{k}", "决策") for k in range(1 + n % 4)]
        for n in range(200)
    }
    rules = Policy(
        counting=mode,
        senior_strong=(60, 60),
        senior_mid=(40, 40),
        senior_junior=(20, 20),
        strong_min_departments=1,
        strong_min_dms=1,
    )
    found = plan(card(book(people), rules), Level.SENIOR)
    # one person makes an account strong where one decides, two where two or three of them do
    strong = 50 * 1 + 10 * 2
    others = {Counting.CASCADE: 40 + 20, Counting.CUMULATIVE: 0, Counting.EXCLUSIVE: 40}
    assert found.cost == strong + others[mode]
    # only people who decide are listed, and winning one of them is more than junior already
    assert found.new == Counts(0, 0, 20 if mode is Counting.EXCLUSIVE else 0)


def test_an_account_that_is_brought_up_may_free_another_one() -> None:
    policy = Policy(counting=Counting.EXCLUSIVE, junior_junior=(1, 1), intermediate_junior=(1, 1))
    options = [
        Option(Tier.JUNIOR, {Tier.MID: 1}),
        Option(Tier.JUNIOR, {Tier.MID: 2}),
        Option(Tier.MID, {Tier.STRONG: 9}),
        Option(Tier.NONE, {Tier.JUNIOR: 1}),
        Option(Tier.JUNIOR, {Tier.MID: 3}),
    ]
    assert fill_slots(options, Level.INTERMEDIATE, policy).tiers == (Tier.MID, Tier.MID, None, None, None)
