"""What the relationship map of an account holds: people, seats, ties, and the way to whom we should reach next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from dimension_books import DM, ON, OURS, SELLER, account, contact, days_ago, link

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.moves.plan import account_ways
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.relations.make import key_account_maps, relation_map
from kasales_xl.core.relations.relation_map import Backing, Freshness, Line, MapPerson, Power, RelationMap
from kasales_xl.core.rows import Account, Contact, Link
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import BuyingRole, LinkRelation, Stance

INFLUENCES, INTRODUCES = LinkRelation.INFLUENCES, LinkRelation.INTRODUCES
CONFLICTS = LinkRelation.CONFLICTS


def maps(
    people: Sequence[Contact], *links: Link, accounts: Sequence[Account] = (), on: dt.date = ON
) -> tuple[RelationMap, ...]:
    book = Book(SELLER, tuple(accounts) or (account(),), tuple(people), links=links)
    return key_account_maps(make_card(book, DEFAULT_POLICY, on))


def drawn(people: Sequence[Contact], *links: Link, **more: Any) -> RelationMap:
    """The map of the first account."""
    return next(one for one in maps(people, *links, **more) if one.account_id == "A1")


def of(one: RelationMap, contact_id: str) -> MapPerson:
    return next(person for person in one.people if person.contact.contact_id == contact_id)


def lines(one: RelationMap) -> list[tuple[str, str, Line]]:
    return [(tie.start, tie.end, tie.line) for tie in one.ties]


def test_a_key_department_without_a_decision_maker_is_an_empty_seat() -> None:
    assert drawn([contact(1, **DM), contact(2, department="信息部")]).empty_seats == ("信息部",)


def test_a_decision_maker_in_every_key_department_leaves_no_seat_empty() -> None:
    assert drawn([contact(1, **DM), contact(2, department="信息部", **DM)]).empty_seats == ()


def test_a_department_that_is_not_key_has_no_empty_seat() -> None:
    one = drawn([contact(1, department="财务部")])
    assert one.empty_seats == ("采购部", "信息部")
    assert [(d.name, d.key, d.empty) for d in one.departments][-1] == ("财务部", False, False)


def test_a_key_department_is_covered_by_a_decision_maker_we_influence_and_by_nobody_else() -> None:
    one = drawn([contact(1, **DM, **OURS), contact(2, department="信息部", **DM)])
    assert [d.covered for d in one.departments] == [True, False]


def test_influence_is_a_claim_until_something_shows_it() -> None:
    people = [
        contact(1, **OURS),
        contact(2, **OURS, influence_evidence="5月12日按我们的建议先做了试点"),
        contact(3, **OURS, influence_evidence="无"),
        contact(4, influence_evidence="5月12日按我们的建议先做了试点"),
    ]
    backings = [person.backing for person in drawn(people).people]
    assert backings == [Backing.CLAIM, Backing.EVIDENCE, Backing.CLAIM, Backing.NONE]


@pytest.mark.parametrize(("days", "want"), [(180, Freshness.FRESH), (181, Freshness.STALE)])
def test_a_contact_is_stale_only_after_more_days_than_the_policy_allows(days: int, want: Freshness) -> None:
    one = of(drawn([contact(1, last_contact=days_ago(days))]), "C1")
    assert (one.freshness, one.days) == (want, days)


def test_without_a_date_nobody_says_how_fresh_a_contact_is() -> None:
    one = of(drawn([contact(1)]), "C1")
    assert (one.freshness, one.days) == (Freshness.UNKNOWN, None)


def test_a_word_weighs_by_what_somebody_decides_or_whom_they_sway() -> None:
    people = [
        contact(1, reports_to="C2", **DM),
        contact(2, department="总经办"),
        contact(3, department="财务部", **DM),
        contact(4, buying_role=BuyingRole.APPROVER),
        contact(5),
        contact(6),
        contact(7),
    ]
    one = drawn(
        people, link("C5", INFLUENCES, "C1"), link("C6", INTRODUCES, "C1"), link("C7", INFLUENCES, "C6")
    )
    assert {person.contact.contact_id: person.power for person in one.people} == {
        "C1": Power.DECIDES,
        "C2": Power.WEIGHS,
        "C3": Power.WEIGHS,
        "C4": Power.WEIGHS,
        "C5": Power.WEIGHS,
        "C6": Power.OTHER,
        "C7": Power.OTHER,
    }


def test_reporting_runs_from_the_superior_down_and_one_tie_told_twice_is_one() -> None:
    people = [contact(1, reports_to="C2"), contact(2), contact(3, introduced_by="C1")]
    one = drawn(
        people, link("C1", INTRODUCES, "C3", 2), link("C1", CONFLICTS, "C2"), link("C2", CONFLICTS, "C1")
    )
    assert lines(one) == [
        ("C2", "C1", Line.REPORTS),
        ("C1", "C3", Line.INTRODUCES),
        ("C1", "C2", Line.CONFLICTS),
    ]
    assert one.ties[1].strength == 2


def test_a_colleague_of_ours_who_leads_here_stands_on_the_map_and_one_who_leads_elsewhere_does_not() -> None:
    two = [account(), account(2)]
    people = [contact(1, **DM), contact(2, of=2)]
    one = drawn(people, link("王工", INTRODUCES, "C1"), link("赵工", INTRODUCES, "C2"), accounts=two)
    assert [name for _node, name in one.colleagues] == ["王工"]


def test_somebody_of_another_account_who_leads_here_stands_on_the_map_with_that_account() -> None:
    two = [account(), account(2)]
    one = drawn([contact(1, **DM, introduced_by="C2"), contact(2, of=2), contact(3, of=2)], accounts=two)
    assert [(p.contact.contact_id, p.elsewhere) for p in one.people] == [("C1", ""), ("C2", "客户2")]


def test_the_way_to_whom_we_should_reach_next_is_the_warmest_path() -> None:
    one = drawn(
        [contact(1, **DM), contact(2, **OURS), contact(3, **OURS)],
        link("C2", INFLUENCES, "C1", 1),
        link("C3", INTRODUCES, "C1", 3),
    )
    assert one.next is not None
    assert one.next.contact_id == "C1"
    assert [hop.end for hop in one.next.hops] == ["C3", "C1"]


def test_whoever_nobody_leads_to_is_still_whom_to_reach_next() -> None:
    one = drawn([contact(1, **DM)])
    assert one.next is not None
    assert (one.next.contact_id, one.next.hops) == ("C1", ())


def test_nobody_is_to_be_reached_where_all_who_decide_are_won() -> None:
    assert drawn([contact(1, **DM, **OURS), contact(2, department="信息部", **DM, **OURS)]).next is None


def test_the_plan_goes_before_the_nearest() -> None:
    """The opponent is nearer, but the plan asks for somebody else first."""
    people = [
        contact(1, stance=Stance.OPPOSED, **DM),
        contact(2, **DM),
        contact(3, **OURS, department="财务部"),
    ]
    one = drawn(people, link("C3", INTRODUCES, "C1", 3))
    card = make_card(Book(SELLER, (account(),), tuple(people)), DEFAULT_POLICY, ON)
    planned = [m.contact_id for way in card.plan.accounts for m in way.moves if m.contact_id]
    assert one.next is not None
    assert (one.next.contact_id, one.next.planned) == (planned[0], True)


def test_an_account_that_the_plan_leaves_alone_names_the_first_of_its_own_way_up() -> None:
    """As ``kasales explain`` and the web page list the way up, though the opponent is nearer."""
    accounts = tuple(account(n) for n in range(1, 7))
    people = [
        one
        for n in range(1, 7)
        for one in (
            contact(10 * n + 1, of=n, stance=Stance.OPPOSED, **DM),
            contact(10 * n + 2, of=n, **DM),
            contact(10 * n + 3, of=n, department="财务部", **OURS),
        )
    ]
    ties = [link(f"C{10 * n + 3}", INTRODUCES, f"C{10 * n + 1}", 3) for n in range(1, 7)]
    book = Book(SELLER, accounts, tuple(people), links=tuple(ties))
    card = make_card(book, DEFAULT_POLICY, ON)
    planned = {way.verdict.account.account_id for way in card.plan.accounts}
    left = [one for one in key_account_maps(card) if one.account_id not in planned]
    assert len(left) > 1
    for one in left:
        verdict = next(v for v in card.accounts if v.account.account_id == one.account_id)
        way = next(iter(account_ways(card, verdict).values()))
        assert one.next is not None
        assert (one.next.contact_id, one.next.planned) == (way.moves[0].contact_id, False)
        assert way.moves[0].contact_id.endswith("2")


def test_only_key_accounts_are_mapped_unasked_and_any_account_when_asked_for() -> None:
    book = Book(SELLER, (account(1), account(2, big=False)), (contact(1), contact(2, of=2)))
    card = make_card(book, DEFAULT_POLICY, ON)
    assert [one.account_id for one in key_account_maps(card)] == ["A1"]
    assert [p.contact.contact_id for p in relation_map(card, card.accounts[1]).people] == ["C2"]
