"""The reference pages: built from the tables that the product runs on, and complete."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from paths import ROOT

from kasales_xl.build.reference import findings, functions, indicators, policy
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.functions import FUNCTIONS
from kasales_xl.text.findings.sentences import MESSAGES, POLICY_CODES
from kasales_xl.text.findings.severities import severities

CODES = frozenset(MESSAGES) | POLICY_CODES


def test_every_function_argument_and_help_text_is_on_the_page() -> None:
    page = functions.page()
    for function in FUNCTIONS.values():
        section = page.split(f"## {function.name}\n")[1].split("\n## ")[0]
        assert f"`{function.signature}`" in section
        for text in (function.zh, function.en, function.example):
            assert text in section
        for argument in function.arguments:
            assert argument.zh in section
            assert argument.en in section


def test_every_finding_indicator_and_policy_key_has_its_line() -> None:
    for page, keys in (
        (findings.page(), CODES),
        (indicators.page(), INDICATORS),
        (policy.page(), [key for key in POLICY_FIELDS if key != "edition"]),
    ):
        assert [key for key in keys if f"`{key}`" not in page] == []


@pytest.mark.parametrize("page", [findings.page, indicators.page, policy.page])
def test_every_line_of_a_table_has_as_many_cells_as_its_head(page) -> None:
    cells = 0
    for line in page().splitlines():
        if not line.startswith("|"):
            cells = 0
            continue
        count = line.replace("\\|", "").count("|")
        assert cells in (0, count), line
        assert "{" not in line.replace("{names}", "").replace("{have}", ""), line
        cells = count


def test_what_is_ours_is_never_given_as_the_methods_word() -> None:
    marks = {
        line.split("|")[1].strip(): line for line in policy.page().splitlines() if line.startswith("| `")
    }
    for key, field in POLICY_FIELDS.items():
        if f"`{key}`" in marks:
            assert marks[f"`{key}`"].split("|")[-3].strip() == field.source
    assert {indicator.source for indicator in INDICATORS.values()} == {"F"}


def told_in_code() -> Iterator[tuple[str, Severity]]:
    """Codes that stand beside a severity in one call or tuple of the product's source; a refusal rejects."""
    for path in (ROOT / "kasales_xl").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call | ast.Tuple):
                parts = node.args if isinstance(node, ast.Call) else node.elts
                said = [leaf for part in parts for leaf in leaves(part)]
                refuses = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused"
                found = [leaf for leaf in said if isinstance(leaf, Severity)] + [Severity.REJECT] * refuses
                yield from ((code, severity) for code in said if code in CODES for severity in found)


def leaves(node: ast.expr) -> list[object]:
    if isinstance(node, ast.IfExp):
        return leaves(node.body) + leaves(node.orelse)
    if isinstance(node, ast.Constant):
        return [node.value]
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return [Severity[name]] if name in Severity.__members__ else []


def test_the_page_gives_each_finding_the_severity_that_it_comes_with() -> None:
    told = set(told_in_code())
    assert len({code for code, _ in told}) > 90
    assert [(code, severity) for code, severity in told if severity not in severities(code)] == []
    assert [code for code in CODES if not severities(code)] == []
    assert severities("no-such-code") == ()
