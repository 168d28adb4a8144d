"""``docs/method.md`` tells users the rules that the product applies, with the numbers of the default policy."""

from __future__ import annotations

import pytest
from paths import ROOT

from kasales_xl.core.policy import DEFAULT_POLICY as POLICY
from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts, accounts_level

PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
ZH, EN = (" ".join(half.split()) for half in PAGE.split("\n---\n"))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (f"年度目标 ≥ {POLICY.key_share:.0%}", f"annual target ≥ {POLICY.key_share:.0%}"),
        (f"年度目标的 {POLICY.big_deal_share:.0%}", f"{POLICY.big_deal_share:.0%} of the annual target"),
        (
            f"{POLICY.big_deal_window_months} 个月内赢的单",
            f"won within {POLICY.big_deal_window_months} months",
        ),
        (
            f"至少 {POLICY.strong_min_departments} 个关键部门、{POLICY.strong_min_dms} 位关键决策人",
            f"at least {POLICY.strong_min_departments} key departments and {POLICY.strong_min_dms} key decision",
        ),
        (
            f"误报不超过 {POLICY.false_discovery:.0%}",
            f"at most {POLICY.false_discovery:.0%} of them are false",
        ),
        (f"少于 {POLICY.chance_min_deals} 个已结", f"fewer than {POLICY.chance_min_deals} closed deals"),
        (f"满 {POLICY.calibration_min_deals} 个已结", f"from {POLICY.calibration_min_deals} closed deals on"),
        (f"评 {POLICY.backed_grade} 级以上", f"a grade of {POLICY.backed_grade} or more without"),
        (f"不超过 {POLICY.big_deal_gap_months} 个月", f"at most {POLICY.big_deal_gap_months} months apart"),
        (f"前 {POLICY.big_deal_recent_months} 个月", f"no older than {POLICY.big_deal_recent_months} months"),
        (
            f"至少 {POLICY.junior_related} 位能影响的业务",
            f"{POLICY.junior_related} or more influenced related",
        ),
        (f"至少 {POLICY.mid_dms} 位能影响的关键", f"{POLICY.mid_dms} or more influenced key"),
        (f"{POLICY.strong_dm_share:.0%} 以上", f"{POLICY.strong_dm_share:.0%} or more of all"),
        (f"反对的 {POLICY.strong_opposed} 位", f"{POLICY.strong_opposed} opposed"),
        (f"{POLICY.stale_days} 天没见", f"not met for {POLICY.stale_days} days"),
        (f"至少 {POLICY.expert_evidence} 条依据", f"{POLICY.expert_evidence} or more named pieces"),
        ("按 {} 家（{}）".format(*POLICY.junior_junior), "read as {} ({})".format(*POLICY.junior_junior)),
        ("{}（{}）家初级 +".format(*POLICY.senior_junior), "{} ({}) junior +".format(*POLICY.senior_junior)),
        ("{}（{}）家中级 +".format(*POLICY.senior_mid), "{} ({}) mid +".format(*POLICY.senior_mid)),
        ("{}（{}）家强".format(*POLICY.senior_strong), "{} ({}) strong".format(*POLICY.senior_strong)),
        (f"了解，{POLICY.grade_junior} 级", f"aware, {POLICY.grade_junior}"),
        (f"熟练，{POLICY.grade_intermediate} 级", f"proficient, {POLICY.grade_intermediate}"),
        (f"精通，{POLICY.grade_senior} 级", f"mastery, {POLICY.grade_senior}"),
    ],
)
def test_the_page_gives_the_numbers_of_the_default_policy(zh: str, en: str) -> None:
    assert zh in ZH
    assert en in EN


@pytest.mark.parametrize(
    ("zh", "en", "counts", "level"),
    [
        (
            "4 家初级 + 4 家中级是中级",
            "4 junior + 4 mid is intermediate",
            Counts(0, 4, 4),
            Level.INTERMEDIATE,
        ),
        ("9 家强是高级", "9 strong is senior", Counts(9, 0, 0), Level.SENIOR),
        (
            "2 初级 + 2 中级 + 1 强是初级",
            "2 junior + 2 mid + 1 strong is junior",
            Counts(1, 2, 2),
            Level.JUNIOR,
        ),
    ],
)
def test_the_examples_of_the_page_are_what_the_product_answers(
    zh: str, en: str, counts: Counts, level: Level
) -> None:
    assert zh in ZH
    assert en in EN
    assert accounts_level(counts, POLICY) is level


def test_both_languages_tell_the_same_rules() -> None:
    for rule in (
        "K1",
        "K2",
        "K3",
        "T1",
        "T2",
        "T3",
        "T4",
        "T5",
        "T6",
        "T7",
        "T8",
        "L2",
        "L3",
        "L4",
        "L5",
        "L6",
        "L7",
        "L9",
    ):
        assert rule in ZH
        assert rule in EN
    for rule in ("P1", "P2", "P3", "P5", "G1", "G2"):
        assert rule in ZH
        assert rule in EN
