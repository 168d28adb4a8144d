"""§7, ours: elements of a relationship, seller types and success, described from the data."""

from __future__ import annotations

from typing import Any

import pytest
from dimension_books import (
    DM,
    ON,
    OURS,
    account,
    big_deals,
    contact,
    days_ago,
    link,
    read,
    won,
)
from pydantic import ValidationError

from kasales_xl.core.card.elements import rate, relationship_elements
from kasales_xl.core.card.success import SellerType, reached_share, seller_type, success
from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.lists import RelationElement
from kasales_xl.core.terms import (
    BuyingRole,
    LinkRelation,
    Stance,
    Tier,
)
from kasales_xl.text.verdicts.dimensions import success_text


def element(code: str, introduced: int = 0, **fields: Any) -> int | None:
    return rate(code, contact(1, **({"department": ""} | fields)), introduced, DEFAULT_POLICY, ON)


def test_each_element_of_a_relationship_is_read_from_what_the_book_holds() -> None:
    assert (element("known"), element("known", department="a", title="b", buying_role=BuyingRole.COACH)) == (
        0,
        3,
    )
    assert (element("value"), element("value", value=2), element("trust", trust=0)) == (None, 2, 0)
    stances = [element("stance", stance=stance) for stance in Stance]
    assert stances == [0, 1, 2, 3, None]
    assert (element("influence"), element("influence", **OURS)) == (None, 3)
    assert [element("referral", n) for n in (0, 3, 9)] == [0, 3, 3]


@pytest.mark.parametrize(
    ("days", "expected"), [(0, 3), (23, 3), (24, 2), (90, 2), (91, 1), (232, 1), (233, 0)]
)
def test_being_in_touch_fades_with_the_half_life(days: int, expected: int) -> None:
    assert element("contact", last_contact=days_ago(days)) == expected
    assert element("contact") is None


def test_elements_are_rated_for_decision_makers_of_key_accounts_as_the_policy_lists_them() -> None:
    own = (
        RelationElement(code="referral", zh="转介绍", en="Referral"),
        RelationElement(code="trust", zh="信", en="Trust"),
    )
    people = [contact(1, **DM, trust=1), contact(2, introduced_by="C1"), contact(3, **DM)]
    links = [link("C1", LinkRelation.INTRODUCES, "C2"), link("C1", LinkRelation.INTRODUCES, "C3")]
    found = read(
        accounts=[account()], contacts=people, deals=big_deals(), links=links, policy=Policy(elements=own)
    )
    rated = relationship_elements(found.rows)
    assert [[r.grade for r in one.ratings] for one in rated] == [[2, 1], [0, None]]
    assert [one.weakest.zh if one.weakest else "" for one in rated] == ["信", "转介绍"]


def test_an_element_stands_in_the_list_once() -> None:
    with pytest.raises(ValidationError):
        Policy(elements=(DEFAULT_POLICY.elements[0],) * 2)


def wins(new: int, known: int) -> Dimensions:
    deals = [won(f"n{n}", ON, of=n) for n in range(new)]
    for n in range(known):
        deals += [won(f"k{n}", ON, of=100 + n), won(f"o{n}", days_ago(800), of=100 + n)]
    return read(deals=deals)


@pytest.mark.parametrize(
    ("new", "known", "expected"),
    [
        (3, 2, SellerType.PIONEER),
        (2, 3, SellerType.FARMER),
        (3, 3, SellerType.BOTH),
        (4, 0, SellerType.UNDECIDED),
        (5, 0, SellerType.PIONEER),
    ],
)
def test_a_type_is_where_the_wins_came_from_and_needs_five_of_them(
    new: int, known: int, expected: SellerType
) -> None:
    assert seller_type(wins(new, known)).type is expected


def test_success_counts_what_can_be_told_and_leaves_out_what_the_company_ignores() -> None:
    people = [
        contact(1, **DM, **OURS, stance=Stance.CHAMPION),
        contact(2, department="信息部", **DM, **OURS),
    ]
    found = read(
        accounts=[account()], contacts=people, deals=[won(1, ON, 500.0), won(2, days_ago(100), 499.0)]
    )
    lines = success(found)
    assert [(line.code, line.value, line.reached) for line in lines] == [
        ("attainment", 0.999, False),
        ("repeat", 1.0, True),
        ("growth", None, None),
        ("reference", 1.0, True),
    ]
    assert reached_share(lines) == pytest.approx(2 / 3)
    assert success_text(lines[2]).pick("zh") == "关系升级的客户：要和上次评级比，见记分卡"
    grown = {line.code: line.value for line in success(found, {"A1": Tier.MID})}
    held = {line.code: line.value for line in success(found, {"A1": Tier.STRONG})}
    assert (grown["growth"], held["growth"]) == (1.0, 0.0)
    only = read(policy=Policy(success_attainment=0, success_repeat=0, success_growth=0))
    assert [line.code for line in success(only)] == ["reference"]
    assert reached_share(success(only)) is None
