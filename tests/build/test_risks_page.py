"""The page for Excel names a test for each risk, and each of them is there."""

from __future__ import annotations

import re

from paths import ROOT, TESTS

PAGE = (ROOT / "docs" / "excel.md").read_text("utf-8")
TABLE = PAGE[PAGE.index("## 每个风险") : PAGE.index("## 在这里证明过什么")]
SOURCES = "".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))


def test_each_risk_has_a_test_that_is_there() -> None:
    rows = [line for line in TABLE.splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 12
    for row in rows:
        names = re.findall(r"`(test_\w+)(?:\[\w+\])?`", row)
        assert names, row
        assert all(f"def {name}(" in SOURCES for name in names), row


def test_each_piece_of_vba_that_is_named_is_run() -> None:
    named = re.findall(r"\[(\w+)\]", TABLE)
    assert len(named) > 5
    assert all(f'("Probe", "{name}")' in SOURCES for name in named)
