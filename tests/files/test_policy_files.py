"""A company's rules in a file: written, read back, checked, compared, and put before a book's own sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from kasales_xl.commands.policy import policy_group
from kasales_xl.commands.score import score
from kasales_xl.core.policy import DEFAULT_POLICY, Counting, Policy
from kasales_xl.core.policy.editions import FIRST
from kasales_xl.core.policy.fields import POLICY_FIELDS, PolicyField, check_policy, policy_groups
from kasales_xl.core.rows.book import Book, Sheet
from kasales_xl.core.terms import LANGS, Tier
from kasales_xl.core.verdicts.facts import TierCounts
from kasales_xl.core.verdicts.tier import tier_of
from kasales_xl.files.policy.read import PolicyFileError, differences, open_policy, parse_policy, read_policy
from kasales_xl.files.policy.write import policy_text
from kasales_xl.files.whole import write_whole
from kasales_xl.text.findings.policy import policy_line
from kasales_xl.text.verdicts.policy import (
    GROUPS,
    SOURCES,
    UNITS,
)

TEMPLATE = ROOT / "templates" / "policy.toml"


def _limits() -> list[tuple[str, float, bool]]:
    """Each numeric field with its limits and the next value outside, and whether it is allowed."""
    cases = []
    for field in POLICY_FIELDS.values():
        step = 1 if field.kind == "integer" else 0.001
        if field.kind not in ("integer", "number"):
            continue
        if field.low is not None:
            cases += [(field.key, field.low, True), (field.key, field.low - step, False)]
        if field.high is not None:
            cases += [(field.key, field.high, True), (field.key, field.high + step, False)]
    return cases


@pytest.mark.parametrize(("key", "value", "allowed"), _limits())
def test_every_number_is_allowed_at_its_limit_and_not_beyond(key: str, value: float, allowed: bool) -> None:
    whole = int(value) if POLICY_FIELDS[key].kind == "integer" else value
    policy, problems = check_policy({key: whole})
    beyond = [p.code for p in problems if p.key == key]
    assert beyond == ([] if allowed else ["policy-out-of-range"])
    assert allowed or policy is None


@pytest.mark.parametrize("lang", LANGS)
def test_an_exported_policy_read_back_is_the_same_policy(lang: str) -> None:
    found = parse_policy(policy_text(DEFAULT_POLICY, lang))  # type: ignore[arg-type]
    assert found.findings == ()
    assert found.policy == DEFAULT_POLICY
    assert found.policy is not None
    assert found.policy.fingerprint == DEFAULT_POLICY.fingerprint


def _value(field: PolicyField) -> st.SearchStrategy[object]:
    if field.kind == "choice":
        return st.sampled_from(field.choices)
    if field.kind == "slots":
        return st.tuples(st.integers(0, 20), st.integers(20, 40)).map(list)
    if field.kind == "text":
        return st.text(min_size=1).filter(str.strip)
    low, high = field.low or 0, field.high if field.high is not None else 1e9
    if field.kind == "integer":
        return st.integers(int(low), int(high))
    return st.floats(low, high, allow_nan=False)


# some numbers of the policy lean on each other; those are checked by the policy itself
FREE = [f for f in POLICY_FIELDS.values() if f.group in ("edition", "accounts", "tiers", "levels", "moves")]


@given(st.fixed_dictionaries({}, optional={f.key: _value(f) for f in FREE}))
def test_any_policy_survives_writing_and_reading(values: dict[str, object]) -> None:
    policy, problems = check_policy(values)
    assert policy is not None, problems
    again = parse_policy(policy_text(policy))
    assert again.findings == ()
    assert again.policy == policy


def test_building_the_template_twice_gives_equal_bytes_and_it_is_the_one_shipped(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        write_whole(tmp_path / name, policy_text(DEFAULT_POLICY, "zh").encode())
    assert (tmp_path / "a.toml").read_bytes() == (tmp_path / "b.toml").read_bytes()
    rebuilt = "kasales --lang zh policy export -o templates/policy.toml"
    assert TEMPLATE.read_text("utf-8") == (tmp_path / "a.toml").read_text("utf-8"), rebuilt


@pytest.mark.parametrize(
    ("text", "code", "line", "key"),
    [
        ("[accounts]\nkey_share = 1.5", "policy-out-of-range", 2, "key_share"),
        ("[accounts]\nkey_share = 30", "policy-out-of-range", 2, "key_share"),
        ('[accounts]\nkey_share = "0.3"', "policy-not-a-number", 2, "key_share"),
        ("[accounts]\nkey_share = true", "policy-not-a-number", 2, "key_share"),
        ("[accounts]\nbig_deal_amount = inf", "policy-not-a-number", 2, "big_deal_amount"),
        ("[accounts]\nkey_share = nan", "policy-not-a-number", 2, "key_share"),
        ("# x\n\n[tiers]\nmid_dms = 1.5", "policy-not-whole", 4, "mid_dms"),
        ('[levels]\ncounting = "waterfall"', "policy-not-in-list", 2, "counting"),
        ("[levels]\nsenior_mid = [5, 3]", "policy-slots", 2, "senior_mid"),
        ("[levels]\nsenior_mid = 3", "policy-slots", 2, "senior_mid"),
        ("[levels]\nsenior_mid = [0, 1001]", "policy-slots", 2, "senior_mid"),
        ("[accounts]\nkey_shar = 0.3", "policy-unknown-key", 2, "key_shar"),
        ("[levels]\nkey_share = 0.3", "policy-wrong-table", 2, "key_share"),
        ("key_share = 0.3", "policy-wrong-table", 1, "key_share"),
        ('[levels]\nedition = "2026"', "policy-not-on-top", 2, "edition"),
        ('edition = ""', "policy-not-text", 1, "edition"),
        ("[accounts]\n\nkey_share = ", "policy-syntax", 3, ""),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_key(text: str, code: str, line: int, key: str) -> None:
    found = parse_policy(text, "公司.toml")
    assert found.policy is None
    assert [(f.code, f.at.row, f.at.column) for f in found.findings] == [(code, line, key)]


def test_the_sentence_of_a_wrong_value_tells_the_allowed_range_in_both_languages() -> None:
    (finding,) = parse_policy("[accounts]\nkey_share = 1.5").findings
    assert "0.01 到 1" in policy_line(finding).pick("zh")
    assert "0.01 to 1" in policy_line(finding).pick("en")


def test_a_mistyped_key_gets_the_nearest_one() -> None:
    (finding,) = parse_policy("[accounts]\nkey_shar = 0.3").findings
    assert "key_share" in policy_line(finding).pick("zh")


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = '[levels]\nsenior_mid = [5, 3]\ncounting = "x"\n[accounts]\nkey_share = 7\n'
    assert [f.at.row for f in parse_policy(text).findings] == [2, 3, 5]


def test_the_same_key_in_two_tables_is_told_at_its_own_line() -> None:
    found = parse_policy("[accounts]\nkey_share = 7\n[moves]\nkey_share = 0.3\n").findings
    assert [(f.code, f.at.row) for f in found] == [("policy-out-of-range", 2), ("policy-wrong-table", 4)]


@pytest.mark.parametrize(("written", "held"), [(1, 2), (3, 3)])
def test_a_key_of_0_1_0_is_read_and_its_old_default_was_no_choice(written: int, held: int) -> None:
    found = parse_policy(f"[tiers]\nstrong_departments = {written}\n")
    assert found.findings == ()
    assert found.policy is not None
    assert found.policy.strong_min_departments == held


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a" * 1_000_001], ids=["no text", "huge"])
def test_a_file_that_is_no_policy_is_rejected_not_raised(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    assert [f.code for f in open_policy(path).findings] == ["policy-unreadable"]
    assert [f.code for f in open_policy(tmp_path / "missing.toml").findings] == ["policy-unreadable"]
    with pytest.raises(PolicyFileError, match="policy-unreadable"):
        read_policy(path)


def test_a_file_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes("\ufeff".encode() + 'edition = "甲"\r\n[accounts]\r\nkey_share = 0.25\r\n'.encode())
    policy = read_policy(path)
    assert (policy.edition, policy.key_share) == ("甲", 0.25)


def test_the_name_of_an_edition_does_not_change_its_fingerprint_but_a_number_does() -> None:
    assert Policy(edition="2026").fingerprint == DEFAULT_POLICY.fingerprint
    assert Policy(key_share=0.31).fingerprint != DEFAULT_POLICY.fingerprint
    assert Policy(cost_win_dm=1).fingerprint == Policy(cost_win_dm=1.0).fingerprint


def test_the_company_file_wins_over_the_book_and_each_difference_is_a_finding_at_its_cell() -> None:
    own = Policy(key_share=0.2, counting=Counting.EXCLUSIVE, edition="mine")
    book = Book(None, policy=own, sheets={"policy": Sheet("规则")})
    company = Policy(edition="2026")
    findings = differences(book, company)
    assert [(dict(f.words)["key"], f.got, f.now) for f in findings] == [
        ("key_share", "0.2", "0.3"),
        ("counting", "exclusive", "cascade"),
    ]
    assert {(f.code, f.severity.value, f.at.title) for f in findings} == {("policy-differs", "warn", "规则")}


def test_a_book_that_says_the_same_or_nothing_gets_no_finding() -> None:
    company = Policy(key_share=0.2, edition="2026")
    assert differences(Book(None), company) == ()
    assert differences(Book(None, policy=Policy(key_share=0.2)), company) == ()


def test_every_group_unit_and_source_of_the_policy_has_words_in_both_languages() -> None:
    fields = POLICY_FIELDS.values()
    assert set(policy_groups()) <= set(GROUPS)
    assert {f.unit for f in fields if f.unit} <= set(UNITS)
    assert {f.source for f in fields} <= set(SOURCES)


def test_the_command_shows_exports_checks_and_compares(tmp_path: Path) -> None:
    run = CliRunner().invoke
    path = tmp_path / "p.toml"
    assert run(policy_group, ["export", "-o", str(path)]).exit_code == 0
    assert run(policy_group, ["check", str(path)]).exit_code == 0
    changed = tmp_path / "q.toml"
    changed.write_text(path.read_text("utf-8").replace("key_share = 0.3", "key_share = 0.25"), "utf-8")
    assert "(key_share)：0.3 → 0.25" in run(policy_group, ["diff", str(path), str(changed)]).output
    assert "(key_share)：0.3 → 0.25" in run(policy_group, ["diff", str(changed)]).output
    shown = run(policy_group, ["show", str(changed), "--changed"]).output
    assert "key_share" in shown
    assert "mid_dms" not in shown


def test_an_edition_is_named_instead_of_a_file() -> None:
    run = CliRunner().invoke
    today, first = (run(policy_group, ["show", *name]).output for name in ((), ("0.1",)))
    assert f"规则版本 {DEFAULT_POLICY.edition} " in today
    assert "规则版本 0.1 " in first
    changes = run(policy_group, ["diff", "0.1"]).output
    assert "(strong_min_departments)：2 → 1" in changes
    assert "(strong_min_dms)：2 → 1" in changes
    assert run(policy_group, ["show", "0.7"]).exit_code == 2


def test_one_department_and_one_person_sufficed_for_a_strong_relation_in_0_1() -> None:
    one = TierCounts(key_departments=1, covered=1, dms=1, influenced=1, opposed=0, related=1)
    assert tier_of(one, FIRST) is Tier.STRONG
    assert tier_of(one, DEFAULT_POLICY) is Tier.MID


def test_the_rules_of_0_1_are_compared_with_todays_and_what_cannot_come_back_is_said() -> None:
    book = str(ROOT / "templates" / "account_book.sample.zh.xlsx")
    done = CliRunner().invoke(score, [book, "--policy", "0.1", "--compare", "--on", "2026-06-30"])
    assert done.exit_code == 0, done.output
    assert f"规则 {FIRST.title} → {DEFAULT_POLICY.title}，不同 4 项" in done.output
    assert "没有旧算法可选" in done.output
    assert "1 位销售" in done.output


def test_checking_a_wrong_file_exits_with_2_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[accounts]\nkey_share = 9\n", "utf-8")
    result = CliRunner().invoke(policy_group, ["check", str(path)])
    assert result.exit_code == 2
    assert f"{path}:2 key_share" in result.output
