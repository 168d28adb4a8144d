"""The least set of moves that brings one account up: cases in words, and proof against trying all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_in_words import person

from kasales_xl.core.moves.account_moves import ways_up
from kasales_xl.core.moves.move import FIND_DM, NEUTRALISE, WIN_DM, WIN_RELATED, Move, Way, cost_of
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Account, Contact, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Influence, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.core.verdicts.tier import tier_of

ON = dt.date(2026, 6, 30)
ONE_SUFFICES = Policy(strong_min_departments=1, strong_min_dms=1)
UP = (Tier.JUNIOR, Tier.MID, Tier.STRONG)
DEPARTMENTS = ("采购部", "财务部", "信息中心")


def account(*departments: str) -> Account:
    return Account(account_id="A", account="某客户", key_departments=departments)


def ways(
    where: Account, people: list[Contact], policy: Policy = DEFAULT_POLICY, exactly: bool = False
) -> dict[Tier, Way]:
    known = facts(where, people)
    return ways_up(where, people, known, tier_of(known.counts, policy), policy, exactly=exactly)


def told(way: Way) -> list[str]:
    return [f"{move.kind} {move.department}{move.person}" for move in way.moves]


def test_a_related_person_is_enough_for_junior_and_a_decision_maker_for_mid() -> None:
    people = [person("王工", "采购部", "相关"), person("李总", "采购部", "决策")]
    found = ways(account("采购部"), people)
    assert told(found[Tier.JUNIOR]) == ["win_related 采购部王工"]
    assert told(found[Tier.MID]) == ["win_dm 采购部李总"]


def test_the_only_decision_maker_of_the_only_department_takes_the_account_to_strong_at_once() -> None:
    found = ways(account("采购部"), [person("李总", "采购部", "决策")], ONE_SUFFICES)
    assert found[Tier.MID].tier is Tier.STRONG


def test_one_person_makes_no_strong_account_so_a_second_department_is_named_and_won() -> None:
    found = ways(account("采购部"), [person("李总", "采购部", "决策能")])
    assert told(found[Tier.STRONG]) == ["complete_data ", "find_dm ", "win_dm "]
    both = [person("李总", "采购部", "决策能"), person("王总", "财务部", "决策能")]
    assert told(ways(account("采购部"), both)[Tier.STRONG]) == ["complete_data 财务部"]


def test_where_a_company_asks_for_more_decision_makers_they_are_found_first() -> None:
    three = Policy(strong_min_dms=3, strong_dm_share=0.6)
    people = [person("李总", "采购部", "决策能"), person("王总", "财务部", "决策能")]
    # two of three are the great majority already, so whoever is found need not be won
    assert told(ways(account("采购部", "财务部"), people, three)[Tier.STRONG]) == ["find_dm 采购部"]
    most = Policy(strong_min_dms=3)
    assert told(ways(account("采购部", "财务部"), people, most)[Tier.STRONG]) == [
        "find_dm 采购部",
        "win_dm 采购部",
    ]


def test_strong_needs_every_department_and_the_majority_and_names_the_people() -> None:
    people = [
        person("张总", "采购部", "决策能"),
        person("李总", "财务部", "决策"),
        person("赵总", "财务部", "决策"),
        person("周总", "财务部", "决策"),
    ]
    found = ways(account("采购部", "财务部"), people)
    assert told(found[Tier.STRONG]) == ["win_dm 财务部周总", "win_dm 财务部李总"]


def test_a_department_without_a_decision_maker_gets_one_found_and_won() -> None:
    found = ways(account("采购部", "财务部"), [person("张总", "采购部", "决策能")])
    assert told(found[Tier.STRONG]) == ["find_dm 财务部", "win_dm 财务部"]


def test_an_opponent_is_neutralised_and_need_not_be_won_when_the_majority_stands_without_them() -> None:
    people = [person(n, "采购部", "决策能") for n in "甲乙丙"] + [person("丁", "采购部", "决策反对")]
    assert told(ways(account("采购部"), people, ONE_SUFFICES)[Tier.STRONG]) == ["neutralise 采购部丁"]


def test_an_opponent_is_neutralised_before_being_won() -> None:
    found = ways(account("采购部"), [person("丁", "采购部", "决策反对")])
    assert told(found[Tier.MID]) == ["neutralise 采购部丁", "win_dm 采购部丁"]


def test_somebody_neutral_is_won_rather_than_an_opponent() -> None:
    people = [person("丁", "采购部", "决策反对"), person("戊", "采购部", "决策")]
    assert told(ways(account("采购部"), people)[Tier.MID]) == ["win_dm 采购部戊"]


def test_without_key_departments_one_is_named_where_a_decision_maker_is_already_influenced() -> None:
    people = [person("李总", "财务部", "决策能"), person("王总", "采购部", "决策")]
    assert told(ways(account(), people, ONE_SUFFICES)[Tier.STRONG]) == ["complete_data 财务部"]


def test_with_nobody_and_no_department_known_one_is_named_a_person_found_and_won() -> None:
    found = ways(account(), [])
    assert [move.kind for move in found[Tier.JUNIOR].moves] == ["complete_data", "find_dm", "win_dm"]
    assert set(found) == set(UP)


def test_with_a_department_declared_no_further_one_is_named() -> None:
    found = ways(account("采购部"), [person("李总", "财务部", "决策能")], ONE_SUFFICES)
    assert told(found[Tier.MID]) == ["find_dm 采购部", "win_dm 采购部"]


def test_a_costly_kind_of_move_is_gone_around() -> None:
    people = [person("王总", "采购部", "决策反对")]
    dear = Policy(cost_neutralise=10)
    assert told(ways(account("采购部", "财务部"), people, dear)[Tier.MID]) == [
        "find_dm 财务部",
        "win_dm 财务部",
    ]
    assert told(ways(account("采购部", "财务部"), people, Policy(cost_find_dm=1.5))[Tier.MID]) == [
        "neutralise 采购部王总",
        "win_dm 采购部王总",
    ]


def test_a_strong_account_needs_nothing() -> None:
    assert ways(account("采购部"), [person("李总", "采购部", "决策能")], ONE_SUFFICES) == {}


def test_counting_exclusively_a_junior_account_must_stay_junior() -> None:
    people = [person("李总", "采购部", "决策"), person("王工", "采购部", "相关")]
    dear = ONE_SUFFICES.model_copy(update={"cost_win_related": 3})
    assert ways(account("采购部"), people, dear)[Tier.JUNIOR].tier is Tier.STRONG
    assert told(ways(account("采购部"), people, dear, exactly=True)[Tier.JUNIOR]) == [
        "win_related 采购部王工"
    ]


# ---- proof against trying every set of moves

choice = st.sampled_from
policies = st.builds(
    Policy,
    junior_related=choice([1, 2]),
    mid_dms=choice([1, 1, 2]),
    mid_departments=choice([1, 1, 2]),
    strong_min_departments=choice([1, 1, 2]),
    strong_min_dms=choice([1, 1, 2, 3]),
    strong_dm_share=choice([0.5, 0.75, 1]),
    strong_opposed=choice([0, 0, 1]),
    cost_win_dm=choice([0.5, 1, 2]),
    cost_win_related=choice([0.5, 1, 2]),
    cost_neutralise=choice([0.5, 1, 3]),
    cost_find_dm=choice([0.5, 1, 3]),
    cost_complete_data=choice([0.5, 1, 3]),
)
people = st.lists(
    st.tuples(
        choice(DEPARTMENTS),
        choice(["", "决策", "相关", "决策反对", "相关反对", "决策能", "相关能", "决策能反对"]),
    ),
    max_size=5,
).map(lambda rows: [person(f"人{n}", department, words) for n, (department, words) in enumerate(rows)])
accounts = st.lists(choice(DEPARTMENTS[:2]), unique=True, max_size=2).map(lambda names: account(*names))


def _named(where: Account, people: list[Contact], policy: Policy) -> Iterator[tuple[str, ...]]:
    """Every choice of departments that may be named: none, or as many as a tier asks for."""
    known = facts(where, people)
    spare = max(0, max(policy.mid_departments, policy.strong_min_departments) - len(known.key_departments))
    pool = [*{name_key(c.department): c.department for c in known.misplaced}.values(), *["?1", "?2"][:spare]]
    for size in range(spare + 1):
        yield from combinations(pool, size)


def _futures(where: Account, people: list[Contact], policy: Policy) -> Iterator[tuple[Tier, int]]:
    """The tier and the cost of every set of moves without a contradiction."""
    for named in _named(where, people, policy):
        declared = where.model_copy(update={"key_departments": where.key_departments + named})
        known = facts(declared, people)
        naming = len(named) * cost_of("complete_data", policy)
        variants = [_variants(c, c in known.dms, policy) for c in people]
        variants += [_newcomers(department, policy) for department in known.without_dm]
        listed = len(known.dms) + len(known.without_dm)
        more = policy.strong_min_dms - listed if known.key_departments else 0
        for places in combinations_with_replacement(known.key_departments, max(0, more)):
            others = [_newcomers(department, policy, n)[1:] for n, department in enumerate(places)]
            for chosen in product(*variants, *others):
                there = [c for c, _cost in chosen if c is not None]
                reached = tier_of(facts(declared, there).counts, policy)
                # who is one more in a department is looked for only where strong asks for them
                if not others or reached is Tier.STRONG:
                    yield reached, naming + sum(cost for _c, cost in chosen)
            if others:
                for chosen in product(*variants):
                    there = [c for c, _cost in chosen if c is not None]
                    cost = naming + sum(cost for _c, cost in chosen)
                    yield tier_of(facts(declared, there).counts, policy), cost


def _variants(who: Contact, is_dm: bool, policy: Policy) -> list[tuple[Contact | None, int]]:
    neutral = who.model_copy(update={"stance": Stance.NEUTRAL})
    opposed = who.stance is Stance.OPPOSED
    found: list[tuple[Contact | None, int]] = [(who, 0)]
    if opposed:
        found.append((neutral, cost_of(NEUTRALISE, policy)))
    if who.can_influence is not Influence.YES and (is_dm or who.business_related is YesNoUnknown.YES):
        won = neutral.model_copy(update={"can_influence": Influence.YES})
        price = cost_of(WIN_DM if is_dm else WIN_RELATED, policy)
        found.append((won, price + opposed * cost_of(NEUTRALISE, policy)))
    return found


def _newcomers(department: str, policy: Policy, number: int = -1) -> list[tuple[Contact | None, int]]:
    found = person(f"新{department}{number}", department, "决策")
    won = found.model_copy(update={"can_influence": Influence.YES})
    price = cost_of(FIND_DM, policy)
    return [(None, 0), (found, price), (won, price + cost_of(WIN_DM, policy))]


@settings(max_examples=250, deadline=None)
@given(accounts, people, policies)
def test_no_set_of_moves_is_cheaper_than_the_one_found(
    where: Account, people: list[Contact], policy: Policy
) -> None:
    now = tier_of(facts(where, people).counts, policy)
    best: dict[Tier, int] = {}
    exact: dict[Tier, int] = {}
    for reached, cost in _futures(where, people, policy):
        exact[reached] = min(cost, exact.get(reached, cost))
        for goal in (goal for goal in UP if now < goal <= reached):
            best[goal] = min(cost, best.get(goal, cost))
    assert {goal: way.cost for goal, way in ways(where, people, policy).items()} == best
    precisely = ways(where, people, policy, exactly=True)
    assert {w.tier: w.cost for w in precisely.values()} == {
        t: c for t, c in exact.items() if t in UP and t > now
    }


@settings(max_examples=150, deadline=None)
@given(accounts, people, policies, st.randoms())
def test_making_the_moves_gives_the_tier_promised_and_row_order_doesnt_matter(
    where: Account, people: list[Contact], policy: Policy, random: object
) -> None:
    book = Book(Seller(seller_id="S", name="某"), (where,), tuple(people))
    found = ways(where, people, policy)
    for way in found.values():
        after = apply_moves(book, way.moves, policy, ON)
        assert tier_of(facts(after.accounts[0], after.contacts).counts, policy) is way.tier
    shuffled = [*people]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ways(where, shuffled, policy) == found


@pytest.mark.parametrize("kind", ["win_dm", "win_related", "neutralise", "find_dm", "complete_data"])
def test_every_kind_of_move_costs_what_the_policy_says(kind: str) -> None:
    assert cost_of(kind, Policy(**{f"cost_{kind}": 2.5})) == 2_500_000
    assert Move(kind) == Move(kind)
