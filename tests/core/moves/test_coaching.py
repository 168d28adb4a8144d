"""What a coach asks next, and where a good grade has nothing recorded behind it."""

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
    deal,
    graded,
    read,
    record,
    request,
    won,
)
from pydantic import ValidationError

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.moves.coaching import Question, condition, questions
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.lists import COACH, CoachRule
from kasales_xl.core.terms import (
    LANGS,
    DealStage,
    RequestStatus,
    YesNoUnknown,
)
from kasales_xl.text.verdicts.dimensions import question_text, unbacked_text

NEVER_ASKED = {"zh": "?", "en": "?"}


def ask(found: Dimensions, value: int = 0) -> dict[str, Question]:
    lines = dimension_lines(graded(value), found)
    return {question.rule.when: question for question in questions(found, lines)}


def test_a_good_grade_with_nothing_recorded_is_flagged_and_asked_about() -> None:
    empty = read()
    assert [line.unbacked for line in dimension_lines(graded(1), empty)] == [False] * 5
    lines = dimension_lines(graded(2), empty)
    assert [line.unbacked for line in lines] == [True] * 5
    assert unbacked_text(lines[0]).pick("zh") == "道评了 2 分，数据里却没有记录"
    assert ask(empty, 2)["grade-unbacked"].names == ("道", "术", "本", "势", "律")


def test_too_little_recorded_is_not_nothing_recorded() -> None:
    found = read(accounts=[account(big=False)], deals=record(2, 4))
    assert [line.unbacked for line in dimension_lines(graded(3), found)] == [True, False, True, True, True]


def test_an_empty_book_is_asked_nothing_about_its_data() -> None:
    assert ask(read()) == {}


@pytest.mark.parametrize(
    ("code", "book"),
    [
        ("accounts-falling", {"deals": [*big_deals(), won(1, days_ago(900))]}),
        ("actions-overdue", {"accounts": [account(next_action_date=days_ago(1))], "deals": big_deals()}),
        ("accounts-unplanned", {"deals": big_deals()}),
        ("one-account-carries", {"deals": [won(1, ON)]}),
        ("rhythm-broken", {"deals": [won(1, days_ago(300), 400), won(2, days_ago(200), 400)]}),
        ("no-dm-met", {"deals": [deal(1)]}),
        ("deals-stuck", {"deals": [deal(1, stage_since=days_ago(90))]}),
        ("close-overdue", {"deals": [deal(1, expected_close=days_ago(1))]}),
        ("contradictions", {"deals": [deal(1, stage=DealStage.CONTRACT, closed=ON)]}),
        ("deals-doubtful", {"deals": [deal(1, can_win=YesNoUnknown.NO)]}),
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
        said = question_text(found[code]).pick(lang)
        assert "{" not in said
        assert said


def test_every_condition_has_a_question_and_can_be_told() -> None:
    lines = dimension_lines(graded(0), read())
    assert {rule.when for rule in COACH} == set(CoachRule.model_fields["when"].annotation.__args__)  # type: ignore[union-attr]
    for rule in COACH:
        state = condition(rule.when, read(), lines)
        assert state is None or state.have == 0


def test_a_deal_nobody_believes_in_is_not_asked_about_decision_makers() -> None:
    people = [contact(1, **DM, **OURS)]
    doubtful = deal(1, stage=DealStage.CONTROL, can_win=YesNoUnknown.NO)
    found = ask(read(accounts=[account()], contacts=people, deals=[doubtful]))
    assert "deals-doubtful" in found
    assert "contradictions" not in found


def test_a_question_names_three_and_counts_the_rest() -> None:
    deals = [deal(n) for n in range(1, 6)]
    found = ask(read(accounts=[account()], deals=deals))["no-dm-met"]
    assert question_text(found).pick("zh").startswith("项目1、项目2、项目3等 5 个还没见过关键决策人")
    english = question_text(found).pick("en")
    assert english.startswith("项目1, 项目2, 项目3 and 2 more: no key decision maker met")


@pytest.mark.parametrize(("least", "asks"), [(2, True), (2.5, False), (3, False)])
def test_a_company_sets_its_own_questions_and_thresholds(least: float, asks: bool) -> None:
    own = CoachRule(when="no-dm-met", at_least=least, zh="{have}个：{names}？", en="{have}: {names}?")
    found = ask(read(accounts=[account()], deals=[deal(1), deal(2)], policy=Policy(coach=(own,))))
    assert set(found) == ({"no-dm-met"} if asks else set())
    if asks:
        assert question_text(found["no-dm-met"]).pick("zh") == "2个：项目1、项目2？"


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
