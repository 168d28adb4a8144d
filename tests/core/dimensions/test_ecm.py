"""本 ECM: value and trust, single threads, stale relations, pillars, and the warm path to a person."""

from __future__ import annotations

from typing import Any

import pytest
from dimension_books import DM, OURS, account, big_deals, contact, days_ago, link, read
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.core.dimensions.ecm import Bond, pillars
from kasales_xl.core.dimensions.evidence.people_graph import Tie, WarmPath
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Contact, Link
from kasales_xl.core.terms import Influence, LinkRelation, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.core.verdicts.tier import tier_of
from kasales_xl.text.verdicts.dimensions import path_text

INFLUENCES, INTRODUCES, CONFLICTS = LinkRelation


@pytest.mark.parametrize(
    ("value", "trust", "expected"),
    [
        (2, 2, Bond.PARTNER),
        (2, 1, Bond.PROSPECT),
        (1, 2, Bond.FRIEND),
        (1, 1, Bond.STRANGER),
        (0, 0, Bond.STRANGER),
        (None, 3, Bond.UNRATED),
        (3, None, Bond.UNRATED),
    ],
)
def test_value_and_trust_are_high_from_two_on(value: int | None, trust: int | None, expected: Bond) -> None:
    found = read(accounts=[account()], contacts=[contact(1, value=value, trust=trust)])
    assert len(found.ecm.bonds[expected]) == 1


def test_the_headline_is_the_share_of_trusted_among_the_rated() -> None:
    people = [contact(1, value=3, trust=3), contact(2, value=0, trust=3), contact(3)]
    headline = read(accounts=[account()], contacts=people).ecm.headline
    assert (headline.value, headline.n) == (0.5, 2)
    assert read(accounts=[account()], contacts=[contact(1)]).ecm.headline.status is Status.NOTHING


def test_an_account_hangs_on_one_thread_with_exactly_one_influenced_person() -> None:
    people = [contact(1, 1, **OURS), contact(2, 2, **OURS), contact(3, 2, **OURS), contact(4, 3)]
    accounts = [account(n) for n in (1, 2, 3)]
    found = read(accounts=accounts, contacts=people, deals=[d for n in (1, 2, 3) for d in big_deals(n)])
    assert [v.account.account_id for v in found.ecm.single_threaded] == ["A1"]
    assert found.measures["ecm.single_threaded"].value == 0.5


@pytest.mark.parametrize(("days", "stale"), [(180, 0), (181, 1)])
def test_a_relation_is_stale_after_more_than_180_days(days: int, stale: int) -> None:
    people = [contact(1, last_contact=days_ago(days), **OURS), contact(2, last_contact=days_ago(999))]
    found = read(accounts=[account()], contacts=people)
    assert len(found.ecm.stale) == stale
    assert found.measures["ecm.stale"].value == stale


def test_relations_without_a_date_are_no_stale_share_of_zero() -> None:
    found = read(accounts=[account()], contacts=[contact(1, **OURS)])
    assert found.measures["ecm.stale"].status is Status.FEW


def test_the_only_decision_maker_of_a_department_holds_the_strong_tier() -> None:
    people = [
        contact(1, **DM, **OURS),
        contact(2, **DM, **OURS),
        contact(3, department="信息部", **DM, **OURS),
    ]
    found = read(accounts=[account()], contacts=people).ecm.pillars["A1"]
    assert [(p.contact.contact_id, p.tier, p.after) for p in found] == [("C3", Tier.STRONG, Tier.MID)]


def test_nobody_is_a_pillar_where_a_second_person_stands_behind() -> None:
    people = [
        contact(n, **DM, **OURS, department=d) for n, d in enumerate(("采购部", "采购部", "信息部", "信息部"))
    ]
    assert read(accounts=[account()], contacts=people).ecm.pillars == {}


def test_the_last_influenced_person_holds_whatever_tier_there_is() -> None:
    one = [contact(1, business_related=YesNoUnknown.YES, **OURS), contact(2)]
    (pillar,) = read(accounts=[account()], contacts=one).ecm.pillars["A1"]
    assert (pillar.tier, pillar.after) == (Tier.JUNIOR, Tier.NONE)


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "department": st.sampled_from(["采购部", "信息部", "车间"]),
            "key_decision_maker": st.sampled_from(YesNoUnknown),
            "business_related": st.sampled_from(YesNoUnknown),
            "can_influence": st.sampled_from(Influence),
            "stance": st.sampled_from(Stance),
        }
    ),
    max_size=8,
)


@given(PEOPLE)
def test_pillars_equal_judging_the_account_again_without_each_person(rows: list[dict[str, Any]]) -> None:
    place = account()
    people = [contact(number, **row) for number, row in enumerate(rows)]
    before = facts(place, people)
    found = tier_of(before.counts, DEFAULT_POLICY)
    expected = []
    for person in people:
        rest = [other for other in people if other is not person]
        after = tier_of(facts(place, rest).counts, DEFAULT_POLICY)
        if after < found and found >= Tier.JUNIOR:
            expected.append((person, after))
    assert sorted(pillars(before, found, DEFAULT_POLICY), key=str) == sorted(expected, key=str)


def path(to: str, people: list[Contact], *links: Link) -> list[str] | None:
    found = read(accounts=[account(1), account(2)], contacts=people, links=links).ecm.path(to)
    return None if found is None else [hop.contact_id or hop.name for hop in found.hops]


BOSS, OTHER = contact(9, **DM), contact(8)


def test_somebody_we_influence_is_one_hop_away_with_or_without_a_graph() -> None:
    friend = contact(1, **OURS)
    assert path("C1", [friend, BOSS]) == ["C1"]
    assert path("C1", [friend, BOSS], link("C1", INFLUENCES, "C9")) == ["C1"]
    assert path("C9", [friend, BOSS]) is None
    assert path("C404", [friend, BOSS], link("C1", INFLUENCES, "C9")) is None


def test_a_friend_who_influences_the_boss_leads_to_the_boss_not_back() -> None:
    friend = contact(1, **OURS)
    assert path("C9", [friend, BOSS], link("C1", INFLUENCES, "C9")) == ["C1", "C9"]
    assert path("C9", [friend, BOSS], link("C9", INFLUENCES, "C1")) is None


def test_a_colleague_of_ours_can_open_the_door() -> None:
    found = read(accounts=[account()], contacts=[BOSS], links=[link(" 王工 ", INTRODUCES, "C9", 2)]).ecm.path(
        "C9"
    )
    assert found is not None
    assert [(hop.name, hop.tie) for hop in found.hops] == [("王工", Tie.COLLEAGUE), ("人9", Tie.INTRODUCES)]
    assert path_text(found).pick("zh") == "我 → 王工（我方同事） → 人9（由前一位引荐）"
    assert path_text(found).pick("en") == "me → 王工 (our colleague) → 人9 (introduced by the one before)"


def test_reporting_lines_lead_up_and_down_but_down_is_warmer() -> None:
    below = contact(1, reports_to="C9", **OURS)
    assert path("C9", [below, BOSS]) == ["C1", "C9"]
    chief = contact(1, **OURS)
    team = [chief, contact(9, reports_to="C1")]
    assert path("C9", team) == ["C1", "C9"]
    both = [contact(1, **OURS), contact(2, reports_to="C9", **OURS), contact(9, reports_to="C1")]
    assert path("C9", both) == ["C1", "C9"]


def test_two_strong_hops_beat_one_weak_one_and_equal_costs_take_fewer_hops() -> None:
    people = [contact(1, **OURS), OTHER, BOSS]
    strong = [link("C1", INFLUENCES, "C8", 3), link("C8", INFLUENCES, "C9", 3)]
    assert path("C9", people, *strong, link("C1", INFLUENCES, "C9", 1)) == ["C1", "C8", "C9"]
    assert path("C9", people, *strong, link("C1", INFLUENCES, "C9", 2)) == ["C1", "C9"]


def test_a_conflict_cuts_every_way_between_two_people() -> None:
    people = [contact(1, reports_to="C9", **OURS), BOSS]
    assert path("C9", people, link("C1", INFLUENCES, "C9"), link("C9", CONFLICTS, "C1")) is None
    assert path("C9", [*people, OTHER], link("C8", CONFLICTS, "C1")) == ["C1", "C9"]


def test_an_opponent_passes_nobody_on_but_can_be_reached() -> None:
    enemy = contact(8, stance=Stance.OPPOSED)
    people = [contact(1, **OURS), enemy, BOSS]
    chain = (link("C1", INFLUENCES, "C8"), link("C8", INFLUENCES, "C9"))
    assert path("C9", people, *chain) is None
    assert path("C8", people, *chain) == ["C1", "C8"]


def test_who_introduced_somebody_can_do_it_again() -> None:
    assert path("C9", [contact(1, **OURS), contact(9, introduced_by="C1")]) == ["C1", "C9"]


def test_a_loop_in_the_reporting_lines_and_links_to_nobody_do_no_harm() -> None:
    people = [contact(1, reports_to="C2", **OURS), contact(2, reports_to="C1"), contact(3, reports_to="C3")]
    assert path("C2", people, link("C1", INFLUENCES, "C77")) == ["C1", "C2"]
    assert path("C3", people) is None


def test_ways_lead_only_to_decision_makers_of_key_accounts_not_won_yet() -> None:
    people = [
        contact(1, **DM, **OURS),
        contact(2, **DM, reports_to="C1"),
        contact(3, **DM),
        contact(4, 2, **DM, reports_to="C1"),
    ]
    found = read(accounts=[account(1), account(2, big=False)], contacts=people, deals=big_deals())
    assert [way.target.contact_id for way in found.ecm.ways] == ["C2"]
    assert found.measures["ecm.reachable"].value == 0.5
    assert found.measures["ecm.dm_reach"].value == pytest.approx(1 / 3)


def test_without_any_tie_recorded_reach_is_not_zero() -> None:
    found = read(accounts=[account()], contacts=[contact(1, **DM)], deals=big_deals())
    assert found.measures["ecm.reachable"].status is Status.NOTHING


def _key(found: WarmPath | None) -> object:
    return None if found is None else (found.cost, [hop.contact_id for hop in found.hops])


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_the_order_of_people_and_links_is_irrelevant(people: list[int], ties: list[int]) -> None:
    rows = [contact(n, **(OURS if n < 2 else {}), reports_to=f"C{(n + 2) % 6}") for n in range(6)]
    links = [link(f"C{n}", INFLUENCES, f"C{(n * 2 + 1) % 6}", n % 3 + 1) for n in range(6)]
    plain = read(accounts=[account()], contacts=rows, links=links).ecm
    mixed = read(accounts=[account()], contacts=[rows[n] for n in people], links=[links[n] for n in ties]).ecm
    assert [_key(plain.path(f"C{n}")) for n in range(6)] == [_key(mixed.path(f"C{n}")) for n in range(6)]
