"""Every finding has its sentence, and every sentence its finding."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from grids_of import CONTACT, read, sheet

import kasales_xl
from kasales_xl.core.findings import Finding, Place, Severity
from kasales_xl.text.findings.sentences import MESSAGES, POLICY_CODES, fix, say, what

SOURCE = Path(kasales_xl.__file__).parent
WORDS = SOURCE / "text"


def codes_in_source() -> set[str]:
    """Every string constant of the package that is a code of the registry or looks made like one, but
    for the modules that hold the sentences."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if path.is_relative_to(WORDS):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def codes_made() -> set[str]:
    """What is passed as the code of a finding or a note."""
    makers = {
        "Finding": 0,
        "Note": 0,
        "noted": 1,
        "add": 0,
        "add_at": 0,
        "Refused": 0,
        "_finding": 0,
        "_say": 1,
    }
    made = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = makers.get(name)
            if at is None or len(node.args) <= at:
                continue
            given = node.args[at]
            for part in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and "-" in part.value:
                    made.add(part.value)
    return made


def test_every_code_that_is_made_has_its_sentence() -> None:
    assert codes_made() - set(MESSAGES) - POLICY_CODES == set()


def test_every_sentence_is_used() -> None:
    assert set(MESSAGES) - codes_in_source() == set()


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_sentence_says_what_and_how_in_both_languages(code: str) -> None:
    message = MESSAGES[code]
    for zh, en in ((message.zh, message.en), (message.fix_zh, message.fix_en)):
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (zh, en)]
        assert fields[0] == fields[1]
        assert zh
        assert en
        assert any("\u4e00" <= letter <= "\u9fff" for letter in zh)
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in en.replace("万", "").replace("元", ""))


def test_a_finding_in_one_line() -> None:
    finding = Finding(
        "not-in-list", Severity.HOLD, Place("张三.xlsx", "contacts", "联系人", 7, "stance", "K7"), "老板",
        args=(("nearest", "支持"), ("allowed", "反对 / 中立 / 支持")),
    )  # fmt: skip
    assert say(finding, "zh") == (
        "张三.xlsx 联系人!K7 「老板」不在可选项里，这一行先不算。是不是「支持」？可选：反对 / 中立 / 支持"
    )
    assert say(finding, "en") == (
        "张三.xlsx 联系人!K7 “老板” is not in the list; the row is left out. "
        "Did you mean “支持”? Allowed: 反对 / 中立 / 支持"
    )


def test_braces_in_a_cell_do_no_harm() -> None:
    book = read(contacts=sheet("contacts", [{**CONTACT, "stance": "{0}{x"}]))
    assert "{0}{x" in what(book.findings[0], "zh")
    assert fix(book.findings[0], "en").startswith("Allowed: ")


def test_a_code_nobody_knows_is_shown_as_it_is() -> None:
    assert what(Finding("no-such-code", Severity.WARN), "zh") == "no-such-code"
    assert fix(Finding("no-such-code", Severity.WARN), "zh") == ""


def test_a_policy_finding_names_the_rule_and_its_range() -> None:
    finding = Finding("policy-out-of-range", Severity.HOLD, Place(column="stale_days"), "3")
    assert "7" in what(finding, "zh")
    assert "3650" in what(finding, "en")
