"""The words that we never say (``docs/words.md``): in no sentence, template, page or output of the sample company."""

from __future__ import annotations

import ast
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from paths import ROOT
from sample_organisation import Organisation
from test_words import SAID

from kasales_xl.core.terms import Lang

LANGS: tuple[Lang, Lang] = ("zh", "en")
#: Where each language's table of words begins.
_PARTS: dict[Lang, str] = {"zh": "## 中文", "en": "## English"}
#: What is said in code, in tables of words, and in what we speak of ourselves.
_OURS = ("docs/words.md", "docs/house.md", "docs/performance.md", "docs/calibration.md", "CONTRIBUTING.md")
#: Codes of choices: right in a policy file, not on a sheet.
_CODES = re.compile(r"^(?:cascade|cumulative|exclusive|weakest|mean|yuan|wan|default)(?: \| .*)?$")


def never(lang: Lang) -> list[re.Pattern[str]]:
    """The words between backticks in the second column."""
    part = (ROOT / "docs" / "words.md").read_text("utf-8").split(_PARTS[lang])[1].split("\n## ")[0]
    rows = [re.split(r"(?<!\\)\|", line) for line in part.splitlines() if line.startswith("|")]
    words = (word for row in rows[2:] for word in re.findall(r"`([^`]+)`", row[2]))
    return [re.compile(word.replace("\\|", "|"), re.IGNORECASE) for word in words]


def hits(lang: Lang, texts: Iterator[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Where a word of the list stands: place, word, text."""
    words = never(lang)
    whole = re.compile("|".join(f"(?:{word.pattern})" for word in words), re.IGNORECASE | re.MULTILINE)
    return [(where, found[0], text[:120]) for where, text in texts if (found := whole.search(text))]


def written_in_code() -> Iterator[tuple[str, str, str]]:
    """Both sides of every ``Text(…)`` in the package, also of those inside functions."""
    for path in sorted((ROOT / "kasales_xl").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and len(node.args) >= 2:
                sides = [part.value for part in node.args[:2] if isinstance(part, ast.Constant)]
                if len(sides) == 2:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", str(sides[0]), str(sides[1])


def spoken(lang: Lang) -> Iterator[tuple[str, str]]:
    at = LANGS.index(lang)
    yield from ((pair.where, (pair.zh, pair.en)[at]) for pair in SAID)
    yield from ((where, (zh, en)[at]) for where, zh, en in written_in_code())


def of_workbook(path: Path) -> Iterator[tuple[str, str]]:
    """Every text in the parts of a workbook, hints and alerts of its cells among them."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                part = package.read(name).decode("utf-8")
                for text in re.findall(r"<(?:t|v|f|formula1)(?: [^>]*)?>([^<]+)<", part):
                    yield f"{path.name}!{name}", unescape(text)
                for text in re.findall(r' (?:prompt|error|errorTitle|promptTitle|descr)="([^"]+)"', part):
                    yield f"{path.name}!{name}", unescape(text)


def outputs(made: Organisation) -> Iterator[tuple[str, str]]:
    """All that the sample company's people get: what the command said, books, scorecards, findings, cards."""
    yield "said", made.said
    for path in sorted(made.folder.rglob("*")):
        if path.suffix == ".xlsx" and path.stat().st_size > 4000 and not path.name.startswith("~"):
            if zipfile.is_zipfile(path):
                yield from of_workbook(path)
        elif path.suffix == ".csv" and path.name == "findings.csv":
            yield path.name, path.read_text("utf-8-sig")
        elif path.suffix == ".json":
            yield path.name, json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)


def test_the_list_is_read() -> None:
    assert {word.pattern for word in never("zh")} >= {
        "没收",
        "日子过去了",
        "客户够到",
        "已规整",
        "收缩赢率",
        "红旗",
        "句柄",
    }
    assert {word.pattern for word in never("en")} >= {r"\(s\)", "Team middle"}
    assert len(SAID) > 1000
    assert sum(1 for _ in written_in_code()) > 800


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_says_a_word_that_we_never_say(lang: Lang) -> None:
    assert hits(lang, spoken(lang)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_template_says_one(lang: Lang) -> None:
    templates = sorted((ROOT / "templates").glob(f"*.{lang}.xlsx"))
    assert len(templates) == 2
    assert hits(lang, (found for path in templates for found in of_workbook(path))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_of_the_docs_says_one(lang: Lang) -> None:
    pages = [
        *sorted((ROOT / "docs").glob("*.md")),
        ROOT / "README.md",
        *sorted((ROOT / "templates").glob("*.[mt]*")),
    ]
    told = ((p, p.relative_to(ROOT).as_posix()) for p in pages)
    texts = (
        (name, line)
        for path, name in told
        if name not in _OURS
        for line in path.read_text("utf-8").splitlines()
    )
    assert hits(lang, texts) == []


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_that_the_sample_company_gets_says_one(
    organisations: Callable[[Lang], Organisation], lang: Lang
) -> None:
    assert hits(lang, outputs(organisations(lang))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_sheet_shows_the_code_of_a_choice(
    organisations: Callable[[Lang], Organisation], lang: Lang
) -> None:
    made = organisations(lang)
    books = [
        made.sellers_books[0],
        *made.scorecards.glob("*.xlsx"),
        *(ROOT / "templates").glob(f"*.{lang}.xlsx"),
    ]
    texts = (found for path in books for found in of_workbook(path))
    shown = [(where, text) for where, text in texts if _CODES.match(text)]
    assert [found for found in shown if lang == "zh" or "yuan" not in found[1]] == []
