"""What a coach asks next; grade against record; elements, types and success; the views of a team."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dimension_books import (
    DM,
    ON,
    OURS,
    SELLER,
    account,
    big_deals,
    contact,
    days_ago,
    deal,
    link,
    lost,
    read,
    record,
    request,
    won,
)
from pydantic import ValidationError

from kasales_xl.core.capability import GradeVerdict, grade
from kasales_xl.core.coaching import Question, condition, questions
from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.team import (
    Member,
    heat_columns,
    heat_map,
    pattern_page,
    support_waiting,
    team_cases,
)
from kasales_xl.core.elements import element_medians, rate, relationship_elements
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy_lists import COACH, CoachRule, RelationElement
from kasales_xl.core.rows import Practice
from kasales_xl.core.success import SellerType, reached_share, seller_type, success
from kasales_xl.core.terms import (
    LANGS,
    BuyingRole,
    DealStage,
    Dimension,
    LinkRelation,
    LoopStage,
    RequestStatus,
    Stance,
    Tier,
)
from kasales_xl.sheets.words_dimensions import question_text, success_text, unbacked_text

NEVER_ASKED = {"zh": "?", "en": "?"}


def graded(value: int) -> dict[Dimension, GradeVerdict]:
    return {
        dimension: grade(
            dimension,
            [
                Practice(
                    practice_id=f"{dimension.zh}{place}",
                    dimension=dimension,
                    stage=stage,
                    practice="-",
                    manager_grade=value,
                )
                for place, stage in enumerate(LoopStage)
            ],
        )
        for dimension in Dimension
    }


def ask(found: Dimensions, value: int = 0) -> dict[str, Question]:
    lines = dimension_lines(graded(value), found)
    return {question.rule.when: question for question in questions(found, lines)}


def test_a_good_grade_with_nothing_recorded_is_flagged_and_asked_about() -> None:
    empty = read()
    assert [line.unbacked for line in dimension_lines(graded(1), empty)] == [False] * 5
    lines = dimension_lines(graded(2), empty)
    assert [line.unbacked for line in lines] == [True] * 5
    assert unbacked_text(lines[0], "zh") == "道评了2分，数据里却没有记录"
    assert ask(empty, 2)["grade-unbacked"].names == ("道", "术", "本", "势", "律")


def test_too_little_recorded_is_not_nothing_recorded() -> None:
    found = read(accounts=[account()], deals=record(2, 4))
    assert [line.unbacked for line in dimension_lines(graded(3), found)] == [True, False, True, True, True]


def test_an_empty_book_is_asked_nothing_about_its_data() -> None:
    assert ask(read()) == {}


@pytest.mark.parametrize(
    ("code", "book"),
    [
        ("accounts-falling", {"deals": [*big_deals(), won(1, days_ago(500))]}),
        ("actions-overdue", {"accounts": [account(next_action_date=days_ago(1))], "deals": big_deals()}),
        ("accounts-unplanned", {"deals": big_deals()}),
        ("one-account-carries", {"deals": [won(1, ON)]}),
        ("rhythm-broken", {"deals": [won(1, days_ago(300), 400), won(2, days_ago(200), 400)]}),
        ("no-dm-met", {"deals": [deal(1)]}),
        ("deals-stuck", {"deals": [deal(1, stage_since=days_ago(90))]}),
        ("close-overdue", {"deals": [deal(1, expected_close=days_ago(1))]}),
        ("contradictions", {"deals": [deal(1, stage=DealStage.CONTRACT, closed=ON)]}),
        ("coverage-short", {"deals": record(2, 5)}),
        ("single-threaded", {"contacts": [contact(1, **OURS)], "deals": big_deals()}),
        ("relations-stale", {"contacts": [contact(1, last_contact=days_ago(181), **OURS)]}),
        (
            "pillars",
            {
                "accounts": [account(n) for n in (1, 2, 3)],
                "contacts": [contact(n, n, **DM, **OURS) for n in (1, 2, 3)],
                "deals": [d for n in (1, 2, 3) for d in big_deals(n)],
            },
        ),
        (
            "support-late",
            {"deals": [deal(1)], "support": [request(1, "D1", RequestStatus.WAITING, needed_by=days_ago(1))]},
        ),
        ("deals-without-support", {"deals": [deal(n, amount=float(n)) for n in (1, 2, 3)]}),
        (
            "support-astray",
            {
                "deals": [deal(n, amount=float(n)) for n in (1, 2, 3)],
                "support": [request(1, "D1", RequestStatus.GRANTED, days_granted=1.0)],
            },
        ),
        ("elements-unrecorded", {"deals": record(1, 2)}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_condition_asks_its_question_in_both_languages(code: str, book: dict[str, Any]) -> None:
    found = ask(read(**({"accounts": [account()]} | book)))
    assert code in found
    for lang in LANGS:
        said = question_text(found[code], lang)
        assert "{" not in said
        assert said


def test_every_condition_has_a_question_and_can_be_told() -> None:
    lines = dimension_lines(graded(0), read())
    assert {rule.when for rule in COACH} == set(CoachRule.model_fields["when"].annotation.__args__)  # type: ignore[union-attr]
    for rule in COACH:
        state = condition(rule.when, read(), lines)
        assert state is None or state.have == 0


def test_a_question_names_three_and_counts_the_rest() -> None:
    deals = [deal(n) for n in range(1, 6)]
    found = ask(read(accounts=[account()], deals=deals))["no-dm-met"]
    assert question_text(found, "zh").startswith("项目1、项目2、项目3等5个还没见过关键决策人")
    assert question_text(found, "en").startswith("项目1, 项目2, 项目3 and 2 more: no key decision maker met")


@pytest.mark.parametrize(("least", "asks"), [(2, True), (2.5, False), (3, False)])
def test_a_company_sets_its_own_questions_and_thresholds(least: float, asks: bool) -> None:
    own = CoachRule(when="no-dm-met", at_least=least, zh="{have}个：{names}？", en="{have}: {names}?")
    found = ask(read(accounts=[account()], deals=[deal(1), deal(2)], policy=Policy(coach=(own,))))
    assert set(found) == ({"no-dm-met"} if asks else set())
    if asks:
        assert question_text(found["no-dm-met"], "zh") == "2个：项目1、项目2？"


@pytest.mark.parametrize(
    "rule",
    [
        {"when": "no-dm-met", "zh": "{name}？", "en": "?"},
        {"when": "no-dm-met", "zh": "{names.__class__}？", "en": "{"},
        {"when": "the-weather", **NEVER_ASKED},
        {"when": "no-dm-met", "at_least": 0, **NEVER_ASKED},
        {"when": "no-dm-met", "zh": "", "en": "?"},
    ],
)
def test_a_rule_that_cannot_be_said_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Policy(coach=(rule,))  # type: ignore[arg-type]


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
    assert element_medians(rated) == {"referral": 1.0, "trust": 1.0}


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
    found = read(accounts=[account()], contacts=people, deals=[*big_deals(), won(1, ON, 999.0)])
    lines = success(found)
    assert [(line.code, line.value, line.reached) for line in lines] == [
        ("attainment", 0.999, False),
        ("repeat", 1.0, True),
        ("growth", None, None),
        ("reference", 1.0, True),
    ]
    assert reached_share(lines) == pytest.approx(2 / 3)
    assert success_text(lines[2], "zh") == "关系升级的客户：数据不足"
    grown = {line.code: line.value for line in success(found, {"A1": Tier.MID})}
    held = {line.code: line.value for line in success(found, {"A1": Tier.STRONG})}
    assert (grown["growth"], held["growth"]) == (1.0, 0.0)
    only = read(policy=Policy(success_attainment=0, success_repeat=0, success_growth=0))
    assert [line.code for line in success(only)] == ["reference"]
    assert reached_share(success(only)) is None


def member(number: int, found: Dimensions, value: int = 2) -> Member:
    return Member(f"S{number}", f"销售{number}", graded(value), found)


def test_the_heat_map_shows_grade_indicator_and_flag_of_each_seller_by_name() -> None:
    rows = heat_map([member(2, read(deals=record(3, 5))), member(1, read())])
    assert [row.name for row in rows] == ["销售1", "销售2"]
    assert [line.measure.value for line in rows[1].cells][1] == 0.6
    column = heat_columns(rows)[1]
    assert (column.grade, column.indicator, column.told, column.unbacked) == (2, 0.6, 1, 1)
    assert heat_columns(())[0].grade is None


def test_the_teams_waiting_list_is_sorted_over_all_sellers() -> None:
    def waits(number: int, late: int) -> Dimensions:
        return read(
            deals=[deal(1)], support=[request(number, "D1", RequestStatus.WAITING, needed_by=days_ago(late))]
        )

    found = support_waiting([member(1, waits(1, 2)), member(2, waits(2, 5))])
    assert [(w.seller_id, w.facts.late) for w in found] == [("S2", 5), ("S1", 2)]


def test_a_team_pools_its_closed_deals_into_one_pattern_page() -> None:
    own = record(6, 6, competitor="甲")
    others = record(0, 6, competitor="乙 公司")
    page = pattern_page([*own, *others, deal(1)], DEFAULT_POLICY)
    assert (page.rate.k, page.rate.n) == (6, 12)
    assert {p.value for p in page.laws} == {"甲", "乙公司"}
    assert page.spelt["乙公司"] == "乙 公司"
    found = read(deals=own, team=team_cases([*own, *others, deal(1)], DEFAULT_POLICY))
    assert found.rates.team_rate == 0.5
    assert pattern_page([], DEFAULT_POLICY).rate.rate is None


def test_every_indicator_is_declared_and_every_declared_one_computed() -> None:
    full = read(accounts=[account()], deals=[*record(3, 6), deal(1)])
    assert list(full.measures) == list(INDICATORS)
    heads = [indicator for indicator in INDICATORS.values() if indicator.headline]
    assert [indicator.code for indicator in heads] == [m.code for m in full.headlines.values()]
    for indicator in INDICATORS.values():
        assert indicator.dimension.value == indicator.code.split(".")[0]
        for lang in LANGS:
            told = (indicator.formula(lang, DEFAULT_POLICY), indicator.none(lang, DEFAULT_POLICY))
            assert all(told), indicator.code
            assert "{" not in "".join(told), indicator.code


def test_a_formula_carries_the_numbers_of_the_policy() -> None:
    strict = Policy(rate_min_deals=9)
    assert "不到9个" in INDICATORS["tas.win_rate"].none("zh", strict)


def test_a_book_without_anything_has_no_number_in_it() -> None:
    assert {code: m.value for code, m in read().measures.items() if m.value is not None} == {}
    half = read(
        accounts=[account()], contacts=[contact(1)], seller=SELLER.model_copy(update={"period_start": None})
    )
    assert {code: m.value for code, m in half.measures.items() if m.value is not None} == {}


def test_a_date_before_everything_or_a_lost_deal_without_a_date_does_no_harm() -> None:
    rows = [lost(1, ON).model_copy(update={"closed": None}), won(2, ON)]
    found = read(accounts=[account()], deals=rows, on=dt.date(2000, 1, 1))
    assert found.tas.win_rate.n == 2
    assert found.measures["esp.top_share"].value is None
