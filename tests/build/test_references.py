"""The reference pages: built from the tables that the product runs on, complete, and as committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import ROOT

from kasales_xl.build.reference import PAGES, differing, findings, indicators, policy
from kasales_xl.build.reference.__main__ import main
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.text.findings.catalogue import PARTS

CODES = [kind.code for _, kinds in PARTS for kind in kinds]


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_the_one_that_the_tables_make(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name]()


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


def test_the_command_tells_a_stale_page_and_writes_it_anew(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    assert differing(tmp_path) == []
    (tmp_path / "policy.md").write_text("old", "utf-8")
    (tmp_path / "findings.md").unlink()
    assert differing(tmp_path) == ["findings.md", "policy.md"]
    assert main([str(tmp_path), "--check"]) == 1
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0


def test_the_page_gives_each_finding_the_severities_that_it_comes_with() -> None:
    marks = dict(zip(Severity, "○●▲■", strict=True))
    lines = {
        line.split("|")[1].strip(): line.split("|")[2] for line in findings.page().splitlines() if "|" in line
    }
    for code in CODES:
        comes_with = {kind.severity for _, kinds in PARTS for kind in kinds if kind.code == code}
        assert {severity for severity, mark in marks.items() if mark in lines[f"`{code}`"]} == comes_with
