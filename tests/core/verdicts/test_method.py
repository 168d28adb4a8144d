"""The method's ladders, case by case (``tests/cases``), on both sides of every threshold."""

from __future__ import annotations

import csv
import datetime as dt

import pytest
from paths import TESTS

from kasales_xl.core.policy import DEFAULT_POLICY, Counting, Policy, TierBasis
from kasales_xl.core.rows import Account, Contact, Practice, Seller
from kasales_xl.core.terms import Dimension, Influence, Level, LoopStage, Stance, Tier, YesNo, YesNoUnknown
from kasales_xl.core.verdicts import levels
from kasales_xl.core.verdicts.capability import capability, capability_level
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.tier import counting_tier, is_stale, lacking, score, tier_of, warnings
from kasales_xl.text.verdicts.verdicts import blocks_sentence

CASES = TESTS / "cases"
ON = dt.date(2026, 6, 30)


def cases(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def person(text: str, number: int) -> Contact:
    """``采购部 决策人 相关 能 反对`` -> a contact of that department with these marks."""
    words = text.split()
    department = " ".join(w for w in words if w not in ("决策人", "相关", "能", "反对"))
    return Contact(
        contact_id=f"P{number}",
        account="A",
        name=f"某{number}",
        department=department,
        key_decision_maker=YesNoUnknown.YES if "决策人" in words else YesNoUnknown.NO,
        business_related=YesNoUnknown.YES if "相关" in words else YesNoUnknown.UNKNOWN,
        can_influence=Influence.YES if "能" in words else Influence.UNKNOWN,
        stance=Stance.OPPOSED if "反对" in words else Stance.UNKNOWN,
    )


def people(text: str) -> list[Contact]:
    return [person(part, n) for n, part in enumerate(text.split("|")) if part]


def account(departments: str) -> Account:
    return Account(
        account_id="A", account="某客户", key_departments=tuple(d for d in departments.split("、") if d)
    )


@pytest.mark.parametrize("case", cases("tiers"), ids=lambda c: c["case"])
def test_a_relation_has_the_tier_that_its_people_earn(case: dict[str, str]) -> None:
    counted = facts(account(case["key_departments"]), people(case["contacts"]))
    found = tier_of(counted.counts, DEFAULT_POLICY)
    assert found is Tier(case["tier"])
    assert (lacking(found, counted, DEFAULT_POLICY) == ()) == (found is Tier.STRONG)


@pytest.mark.parametrize(("departments", "dms"), [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3)])
def test_a_company_may_ask_more_or_less_of_a_strong_relation(departments: int, dms: int) -> None:
    policy = Policy(strong_min_departments=departments, strong_min_dms=dms)
    two = facts(account("采购部、财务部"), people("采购部 决策人 能|财务部 决策人 能"))
    one = facts(account("采购部"), people("采购部 决策人 能"))
    assert (tier_of(two.counts, policy) is Tier.STRONG) == (departments <= 2 and dms <= 2)
    assert (tier_of(one.counts, policy) is Tier.STRONG) == (departments == dms == 1)
    codes = [reason.code for reason in lacking(tier_of(two.counts, policy), two, policy)]
    # a department yet to be named brings the decision maker to be found in it
    assert ("needs-more-key-departments" in codes, "needs-more-dms" in codes) == (
        departments > 2,
        (departments, dms) == (2, 3),
    )


def test_a_tier_that_the_manager_confirmed_stands_beside_the_claimed_one_and_counts_by_policy() -> None:
    for confirmed, counting in ((None, Tier.UNKNOWN), (Tier.JUNIOR, Tier.JUNIOR), (Tier.STRONG, Tier.STRONG)):
        assert counting_tier(Tier.MID, confirmed, DEFAULT_POLICY) is Tier.MID
        assert counting_tier(Tier.MID, confirmed, Policy(tier_counts=TierBasis.CONFIRMED)) is counting


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        " ",
        "无",
        "无。",
        "（无）",
        "没有",
        "暂无",
        "N/A",
        "n/a",
        "NA",
        "-",
        "——",
        "/",
        "None",
        "tbd",
        "？",
    ],
)
def test_what_says_none_is_no_evidence(nothing: str) -> None:
    told = person("采购部 决策人 能", 1).model_copy(update={"influence_evidence": nothing})
    assert facts(account("采购部"), [told]).evidenced == 0
    expert = SELLER.model_copy(
        update={"track_expert": YesNo.YES, "industry_expert": YesNo.YES, "expert_evidence": nothing}
    )
    assert capability(expert, grid(3, 3), DEFAULT_POLICY).level is Level.SENIOR


@pytest.mark.parametrize(
    "told", ["5月12日帮我们约了总经理", "12 May", "无条件支持我们", "No objection to our plan"]
)
def test_what_tells_something_is_evidence(told: str) -> None:
    shown = person("采购部 决策人 能", 1).model_copy(update={"influence_evidence": told})
    known = person("采购部 决策人", 2).model_copy(update={"influence_evidence": told})
    found = facts(account("采购部"), [shown, known])
    assert (found.evidenced, found.influenced) == (1, 1)


def test_where_only_the_expert_is_missing_the_verdict_says_just_that() -> None:
    senior, able = Counts(1, 3, 5), capability(SELLER, grid(3, 3), DEFAULT_POLICY)
    assert able.expert_missing
    found = levels.level(senior, able.level, DEFAULT_POLICY, expert_missing=True)
    assert (found.level, found.blocked_by) == (Level.SENIOR, "expert")
    assert "只差专家确认" in blocks_sentence(found).pick("zh")
    fewer = levels.level(Counts(0, 3, 5), able.level, DEFAULT_POLICY, expert_missing=True)
    assert fewer.blocked_by == "accounts"
    weaker = capability(SELLER, grid(2, 2), DEFAULT_POLICY)
    assert not weaker.expert_missing
    assert levels.level(senior, weaker.level, DEFAULT_POLICY).blocked_by == "capability"
    dear = Policy(top_strong=(2, 2))
    both = levels.level(senior, able.level, dear, expert_missing=True)
    assert both.blocked_by == "both"
    assert blocks_sentence(both).pick("zh") == "五维够了，客户数停在高级，专家也还没确认"


@pytest.mark.parametrize("case", cases("levels"), ids=lambda c: c["case"])
def test_accounts_fill_the_slots_of_a_level(case: dict[str, str]) -> None:
    policy = Policy(edition="t", counting=Counting(case["counting"]))
    counts = Counts(int(case["strong"]), int(case["mid"]), int(case["junior"]))
    assert levels.accounts_level(counts, policy) is Level(case["level"])


def test_the_lower_of_two_ladders_decides_and_the_verdict_names_it() -> None:
    senior, junior = Counts(1, 3, 5), Counts(0, 0, 2)
    found = levels.level(senior, Level.INTERMEDIATE, DEFAULT_POLICY)
    assert (found.level, found.blocked_by) == (Level.INTERMEDIATE, "capability")
    found = levels.level(junior, Level.SENIOR, DEFAULT_POLICY)
    assert (found.level, found.blocked_by) == (Level.JUNIOR, "accounts")
    found = levels.level(senior, Level.SENIOR, DEFAULT_POLICY)
    assert (found.level, found.blocked_by) == (Level.SENIOR, "capability")
    found = levels.level(junior, Level.JUNIOR, DEFAULT_POLICY)
    assert (found.level, found.blocked_by) == (Level.JUNIOR, "both")
    found = levels.level(senior, Level.TOP, DEFAULT_POLICY)
    assert (found.level, found.accounts_level, found.blocked_by) == (Level.TOP, Level.TOP, "")


def grid(own: int | None, manager: int | None = None, rows: int = 7) -> list[Practice]:
    return [
        Practice(
            practice_id=f"{d.zh}{n}",
            dimension=d,
            stage=stage,
            practice="x",
            self_grade=own,
            manager_grade=manager,
        )
        for d in Dimension
        for n, stage in enumerate(list(LoopStage)[:rows], 1)
    ]


SELLER = Seller(seller_id="S1", name="张三", team="华东", annual_target=100, period_start=dt.date(2026, 1, 1))


def test_a_grade_is_the_floor_of_the_mean_of_seven_and_a_blank_counts_nothing() -> None:
    assert capability(SELLER, grid(2), DEFAULT_POLICY).grades[Dimension.ESP].grade == 2
    assert capability(SELLER, grid(2, rows=6), DEFAULT_POLICY).grades[Dimension.ESP].grade == 1
    assert capability(SELLER, grid(None), DEFAULT_POLICY).grades[Dimension.ESP].grade == 0


def test_the_managers_grade_goes_before_the_reps_own_and_without_it_the_grade_is_unconfirmed() -> None:
    lowered = capability(SELLER, grid(3, 1), DEFAULT_POLICY)
    assert lowered.grades[Dimension.TAS].grade == 1
    assert lowered.confirmed
    own = capability(SELLER, grid(3), DEFAULT_POLICY)
    assert own.grades[Dimension.TAS].grade == 3
    assert not own.confirmed


@pytest.mark.parametrize(
    ("grades", "expert", "level"),
    [
        ((0, 3, 3, 3, 3), False, Level.NOVICE),
        ((1, 1, 1, 1, 1), False, Level.JUNIOR),
        ((2, 2, 2, 2, 1), False, Level.JUNIOR),
        ((2, 2, 2, 2, 2), False, Level.INTERMEDIATE),
        ((3, 3, 3, 3, 3), False, Level.SENIOR),
        ((3, 3, 3, 3, 3), True, Level.TOP),
        ((2, 3, 3, 3, 3), True, Level.INTERMEDIATE),
    ],
)
def test_the_weakest_dimension_decides(grades: tuple[int, ...], expert: bool, level: Level) -> None:
    assert capability_level(grades, expert, DEFAULT_POLICY) is level


def test_by_the_mean_one_weak_dimension_is_made_up_for() -> None:
    policy = Policy.model_validate({"capability": "mean"})
    assert capability_level((1, 2, 2, 2, 3), False, policy) is Level.INTERMEDIATE
    assert capability_level((1, 2, 2, 2, 2), False, policy) is Level.JUNIOR


@pytest.mark.parametrize(
    ("track", "industry", "evidence", "level"),
    [
        (YesNo.YES, YesNo.YES, "行业峰会演讲", Level.TOP),
        (YesNo.YES, YesNo.YES, " ; ", Level.SENIOR),
        (YesNo.YES, None, "行业峰会演讲", Level.SENIOR),
        (YesNo.NO, YesNo.YES, "行业峰会演讲", Level.SENIOR),
    ],
)
def test_an_expert_is_confirmed_in_both_fields_with_evidence(
    track: YesNo, industry: YesNo | None, evidence: str, level: Level
) -> None:
    seller = SELLER.model_copy(
        update={"track_expert": track, "industry_expert": industry, "expert_evidence": evidence}
    )
    assert capability(seller, grid(3, 3), DEFAULT_POLICY).level is level


def test_the_gap_puts_first_what_blocks_most_and_undecided_accounts_last() -> None:
    able = capability(SELLER, grid(2, 2), DEFAULT_POLICY)
    found = levels.gap(Counts(0, 4, 4), able, 2, Level.SENIOR, DEFAULT_POLICY)
    lines = [(r.demand.code, r.have, r.need, r.missing) for r in found]
    assert lines[0] == ("accounts_strong", 0, 1, 1)
    assert lines[1] == ("grade_esp", 2, 3, 1)
    assert ("accounts_mid_or_better", 4, 4, 0) in lines
    assert ("accounts_junior_or_better", 8, 9, 1) in lines
    assert lines[-1] == ("key_account_data", 0, 2, 2)
    assert levels.gap(Counts(1, 3, 5), able, 0, None, DEFAULT_POLICY) == ()


@pytest.mark.parametrize(
    ("counts", "level", "share"),
    [
        (Counts(0, 0, 0), Level.NOVICE, 0.0),
        (Counts(0, 0, 1), Level.NOVICE, 0.5),
        (Counts(0, 0, 2), Level.JUNIOR, 0.0),
        (Counts(0, 0, 3), Level.JUNIOR, 0.5),
        (Counts(0, 0, 9), Level.JUNIOR, 1.0),
        (Counts(0, 3, 5), Level.INTERMEDIATE, 0.0),
        (Counts(0, 5, 10), Level.INTERMEDIATE, 1.0),
        (Counts(1, 3, 5), Level.SENIOR, 0.0),
        (Counts(2, 5, 10), Level.TOP, 1.0),
    ],
)
def test_progress_runs_from_the_minimum_of_a_level_to_its_full_mark(
    counts: Counts, level: Level, share: float
) -> None:
    assert levels.progress(counts, level, DEFAULT_POLICY) == share


def test_an_opponent_who_decides_nothing_and_a_stale_relation_only_warn() -> None:
    met = person("采购部 决策人 能", 1).model_copy(update={"last_contact": ON - dt.timedelta(181)})
    other, second = person("行政部 反对", 2), person("财务部 决策人 能", 3)
    found = facts(account("采购部、财务部"), [met, other, second])
    assert tier_of(found.counts, DEFAULT_POLICY) is Tier.STRONG
    assert [w.code for w in warnings(found, [met, other], DEFAULT_POLICY, ON)] == [
        "opponent-not-dm",
        "stale-relation",
    ]
    fresh = met.model_copy(update={"last_contact": ON - dt.timedelta(180)})
    assert not is_stale(fresh, DEFAULT_POLICY, ON)


def test_the_score_is_the_weighted_sum_of_its_parts() -> None:
    contact = person("采购部 决策人 能", 1).model_copy(update={"last_contact": ON - dt.timedelta(90)})
    found = facts(account("采购部、财务部"), [contact])
    parts = score(found, [contact], DEFAULT_POLICY, ON)
    assert (parts.departments, parts.dms, parts.opposition, parts.recency) == (0.5, 1.0, 1.0, 0.5)
    assert parts.total == 40 * 0.5 + 30 + 10 + 20 * 0.5
    assert score(facts(account("采购部"), []), [], DEFAULT_POLICY, ON).total == 0
