"""Every finding is declared once, has both its sides, is found by somebody and can be said."""

from __future__ import annotations

import string
from importlib import import_module
from pkgutil import walk_packages

import pytest
from grids_of import CONTACT, read, sheet

import kasales_xl
from kasales_xl.core.findings import HOLD, REJECT, WARN, Finding, FindingKind, Place
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.text.findings.catalogue import PARTS
from kasales_xl.text.findings.choices import DID_YOU_MEAN, NOT_IN_LIST
from kasales_xl.text.findings.policy import IN_BOOK, IN_FILE
from kasales_xl.text.findings.rows import LINK_PERSON_SHARED, PERSON_SHARED
from kasales_xl.text.findings.sentences import fix, say, what

KINDS = [kind for _, kinds in PARTS for kind in kinds]
#: The rooms in which something can be found.
FINDERS = ("batch", "files", "functions", "reading")


def held_by_finders() -> set[FindingKind]:
    """Kinds that a module outside ``text/findings`` names, by themselves or in a table."""
    held: set[FindingKind] = set()
    for room in FINDERS:
        package = import_module(f"{kasales_xl.__name__}.{room}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                members = value.values() if isinstance(value, dict) else (value,)
                held.update(member for member in members if isinstance(member, FindingKind))
    return held


def test_every_finding_is_found_by_somebody() -> None:
    assert set(KINDS) - held_by_finders() == set()


def test_everything_found_is_in_the_catalogue() -> None:
    assert held_by_finders() - set(KINDS) == set()


def test_a_code_says_the_same_wherever_it_is_found() -> None:
    by_code = {kind.code: kind for kind in KINDS}
    assert all((by_code[kind.code].what, by_code[kind.code].fix) == (kind.what, kind.fix) for kind in KINDS)
    assert len(set(KINDS)) == len(KINDS)
    assert {kind.code for kind in KINDS if kind.severity is not by_code[kind.code].severity} == {
        "person-shared",
        *IN_BOOK,
    }


def test_what_blanks_a_cell_holds_a_link_and_what_holds_a_cell_rejects_a_file() -> None:
    assert (PERSON_SHARED.severity, LINK_PERSON_SHARED.severity) == (WARN, HOLD)
    assert {kind.severity for kind in IN_BOOK.values()} == {HOLD}
    assert {kind.severity for kind in IN_FILE.values()} == {REJECT}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.code} {kind.severity.value}")
def test_a_sentence_says_what_and_how_in_both_languages(kind: FindingKind) -> None:
    for text in (kind.what, kind.fix):
        fields = [{name for _, name, _, _ in string.Formatter().parse(t) if name} for t in (text.zh, text.en)]
        assert fields[0] == fields[1]
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)
        assert text.en
        left = text.en.replace("万", "").replace("元", "")
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in left)


def test_a_finding_in_one_line() -> None:
    meant: Text = DID_YOU_MEAN(nearest="支持")
    finding = Finding(
        NOT_IN_LIST, Place("张三.xlsx", "contacts", "联系人", 7, "stance", "K7"), "老板",
        words=(("did_you_mean", meant), ("allowed", "反对 / 中立 / 支持")),
    )  # fmt: skip
    assert say(finding).pick("zh") == (
        "张三.xlsx 联系人!K7 「老板」不在可选项里，这一格当作没填。是不是「支持」？可选：反对 / 中立 / 支持"
    )
    assert say(finding).pick("en") == (
        "张三.xlsx 联系人!K7 “老板” is not in the list; the cell is read as blank. "
        "Did you mean “支持”? Allowed: 反对 / 中立 / 支持"
    )
    nowhere = Finding(NOT_IN_LIST, words=(("did_you_mean", NOTHING), ("allowed", "A")))
    assert say(nowhere).pick("zh") == "「空」不在可选项里，这一格当作没填。可选：A"


def test_braces_in_a_cell_do_no_harm() -> None:
    book = read(contacts=sheet("contacts", [{**CONTACT, "stance": "{0}{x"}]))
    assert "{0}{x" in what(book.findings[0]).pick("zh")
    assert fix(book.findings[0]).pick("en").startswith("Allowed: ")
