"""The reference pages: built from the tables that the product runs on, and complete."""

from __future__ import annotations

import pytest

from kasales_xl.build.reference import findings, functions, indicators, policy
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.functions import FUNCTIONS
from kasales_xl.text.findings.catalogue import PARTS

CODES = [kind.code for _, kinds in PARTS for kind in kinds]


def test_every_function_argument_and_help_text_is_on_the_page() -> None:
    page = functions.page()
    for function in FUNCTIONS.values():
        section = page.split(f"## {function.name}\n")[1].split("\n## ")[0]
        assert f"`{function.signature}`" in section
        for text in (function.help.zh, function.help.en, function.example):
            assert text in section
        for argument in function.arguments:
            assert argument.help.zh in section
            assert argument.help.en in section


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


def test_the_page_gives_each_finding_the_severities_that_it_comes_with() -> None:
    marks = dict(zip(Severity, "○▲✖■", strict=True))
    lines = {
        line.split("|")[1].strip(): line.split("|")[2] for line in findings.page().splitlines() if "|" in line
    }
    for code in CODES:
        comes_with = {kind.severity for _, kinds in PARTS for kind in kinds if kind.code == code}
        assert {severity for severity, mark in marks.items() if mark in lines[f"`{code}`"]} == comes_with
