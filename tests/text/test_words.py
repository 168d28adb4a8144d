"""Every sentence that people read, zh beside en: full-width punctuation, the same fields, one language each."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import tokenize
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from pydantic import BaseModel

import kasales_xl
from kasales_xl import book, build, commands, demo, install, layout, pages, reading, text
from kasales_xl.core import terms
from kasales_xl.core.dimensions import catalogue
from kasales_xl.core.moves import advice
from kasales_xl.core.policy import lists as policy_lists
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.core.text import Text, as_line, same
from kasales_xl.files.history import database as history_database
from kasales_xl.files.history import upkeep as history_upkeep
from kasales_xl.functions import FUNCTIONS
from kasales_xl.layout.sheets import LAYOUT

CJK = r"[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"(?:{CJK}|[」』）》])[,;:?!(]|[,;?!)]{CJK}")
FIELDS = re.compile(r"\{(\w+)")
#: Headers that the contract of the book spells so, and formulas.
AS_CONTRACTED = re.compile(r"专家\(经理确认\)|=KA_\w+\([^)]*\)|\[下限, 满分\]")
#: Chinese that may stand in an English sentence: units of money as they are typed, and terms told in both.
IN_ENGLISH = re.compile(r"[0-9.]*万元?|[「“].*?[」”]|道术本势律")
#: Tables that are kept by language, and words of one language only.
BY_LANGUAGE = {"_HEADERS", "VERBS"}


class Pair(NamedTuple):
    where: str
    zh: str
    en: str


def pairs(where: str, found: object) -> Iterator[Pair]:
    """Everything below an object that is told in both languages: tuples of zh and en (a message has two
    of them), and objects that have ``zh`` and ``en`` or ``…_zh`` and ``…_en``."""
    if isinstance(found, tuple) and found and all(isinstance(text, str) for text in found):
        if len(found) in (2, 4) and any(re.search(CJK, text) for text in found[::2]):
            for at in range(0, len(found), 2):
                yield Pair(where, found[at], found[at + 1])
    elif isinstance(found, Mapping):
        for key, value in found.items():
            if isinstance(key, Text):
                yield Pair(where, key.zh, key.en)
            name = key.zh if isinstance(key, Text) else getattr(key, "value", key)
            yield from pairs(f"{where}[{name}]", value)
    elif isinstance(found, tuple | list):
        for at, value in enumerate(found):
            yield from pairs(f"{where}[{at}]", value)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        yield from attributes(
            where, found, {f.name: getattr(found, f.name) for f in dataclasses.fields(found)}
        )
    elif isinstance(found, type) and issubclass(found, Enum) and issubclass(found, terms.Term):
        for member in found:
            yield Pair(f"{where}.{member.name}", member.zh, member.en)
    elif isinstance(found, BaseModel):
        yield from attributes(where, found, dict(found))


def attributes(where: str, owner: object, named: dict[str, object]) -> Iterator[Pair]:
    for name, value in named.items():
        if name == "zh" or name.endswith("_zh"):
            other = name[:-2] + "en"
            if isinstance(value, str) and isinstance(named.get(other), str):
                yield Pair(f"{where}.{name}", value, str(named[other]))
        elif not isinstance(value, str):
            yield from pairs(f"{where}.{name}", value)


def modules() -> Iterator[ModuleType]:
    for package in (layout, reading, text, pages, book, build, install, commands, demo):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if found.name.endswith("__main__"):
                continue
            yield importlib.import_module(found.name)
    yield from (advice, policy_lists, terms, catalogue, history_database, history_upkeep)


def everything() -> Iterator[Pair]:
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__") and name not in BY_LANGUAGE:
                yield from pairs(f"{module.__name__}.{name}", value)
    yield from pairs("POLICY_FIELDS", POLICY_FIELDS)
    yield from pairs("FUNCTIONS", FUNCTIONS)
    yield from pairs("LAYOUT", LAYOUT)


SAID = sorted({(pair.zh, pair.en): pair for pair in everything()}.values())


def test_nearly_every_table_of_words_is_looked_at() -> None:
    names = {pair.where.partition("[")[0].removeprefix("kasales_xl.") for pair in everything()}
    places = {name.rpartition(".")[0] for name in names}
    assert places >= {
        "text.pages.words", "text.verdicts.verdicts", "text.verdicts.actions", "text.book",
        "text.findings.catalogue",
    }  # fmt: skip
    assert len(SAID) > 1000


def test_chinese_sentences_have_chinese_punctuation() -> None:
    assert [pair for pair in SAID if HALF_WIDTH.search(AS_CONTRACTED.sub("", pair.zh))] == []


def test_chinese_in_the_code_has_chinese_punctuation_too() -> None:
    """Sentences made where they are used; patterns are raw strings, and a table of values is no sentence."""
    found = []
    for path in sorted(Path(kasales_xl.__path__[0]).rglob("*.py")):
        with tokenize.open(path) as file:
            literals = [t for t in tokenize.generate_tokens(file.readline) if t.type == tokenize.STRING]
        for token in literals:
            raw = "r" in token.string[: token.string.index(token.string[-1])].lower()
            text = AS_CONTRACTED.sub("", re.sub(r"=KA_.*|\\n", "", token.string))
            if not raw and '"""' not in token.string and HALF_WIDTH.search(text):
                found.append((path.name, token.start[0], token.string))
    assert [place for place in found if place[0] != "other_files.py"] == []


def test_both_languages_fill_in_the_same_fields() -> None:
    assert [
        pair for pair in SAID if sorted(set(FIELDS.findall(pair.zh))) != sorted(set(FIELDS.findall(pair.en)))
    ] == []


def test_english_sentences_are_english() -> None:
    assert [pair for pair in SAID if re.search(CJK, IN_ENGLISH.sub("", pair.en))] == []


def test_no_sentence_is_missing_in_one_language() -> None:
    assert [pair for pair in SAID if bool(pair.zh.strip()) != bool(pair.en.strip())] == []


@pytest.mark.parametrize(
    ("never", "instead"), [("您", "你"), ("账本", "账簿"), ("本簿", "账簿"), ("加载项能|没有加载项", "插件")]
)
def test_one_word_for_one_thing(never: str, instead: str) -> None:
    assert [pair for pair in SAID if re.search(never, pair.zh)] == [], f"say {instead}"


def test_an_english_line_starts_upper_case_and_what_people_typed_keeps_its_spelling() -> None:
    ours, named = Text("客户够了", "accounts suffice"), Text("{name}够了", "{name} suffices")
    for said, line in (
        (ours, "Accounts suffice"),
        (same("  {line}")(line=ours), "  Accounts suffice"),
        (named(name="iFlytek"), "iFlytek suffices"),
        (Text("{", "{ as it stands"), "{ as it stands"),
        (Text("", ""), ""),
    ):
        assert as_line(said, "en") == line
    assert as_line(ours, "zh") == "客户够了"
