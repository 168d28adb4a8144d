"""HOSTS.md claims what tests or people saw, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paths import ROOT

from kasales_xl.build.reference.hosts import FILE, PROGRAMS, PROVEN, WAYS, all_updated, page
from kasales_xl.functions import FUNCTIONS

ENTRY = {"program": "wps", "version": "12.1", "day": "2026-12-01", "who": "张三", "what": "看到上次的结果"}


def test_a_program_that_nobody_tried_is_said_to_have_never_been_run() -> None:
    text = page({}, [])
    assert text.count("**never run**") == len(PROGRAMS)
    tried = page({}, [ENTRY])
    assert tried.count("**never run**") == len(PROGRAMS) - 1
    assert "12.1，2026-12-01，张三：看到上次的结果" in tried


@pytest.mark.parametrize("field", ENTRY)
def test_who_saw_something_says_where_when_and_what(field: str) -> None:
    with pytest.raises(KeyError):
        page({}, [{key: value for key, value in ENTRY.items() if key != field}])


def test_a_program_that_is_not_on_the_page_is_refused() -> None:
    with pytest.raises(KeyError):
        page({}, [ENTRY | {"program": "numbers"}])


def test_a_function_that_was_not_compared_counts_nought() -> None:
    text = page({"libreoffice": {"KA_TIER": 7}}, [])
    row = next(line for line in text.splitlines() if line.startswith("| `KA_TIER` |"))
    assert row == "| `KA_TIER` | 7 | 0 | 0 | 0 | 0 |"
    assert "| `KA_LEVEL` | 0 | 0 | 0 | 0 | 0 |" in text


def test_every_way_compared_every_function() -> None:
    proven = json.loads((ROOT / PROVEN).read_text("utf-8"))
    assert set(proven) == {way.key for way in WAYS}
    for way, counts in proven.items():
        assert set(counts) == set(FUNCTIONS), way
        assert min(counts.values()) > 0, way


def test_a_checkout_without_tests_has_no_such_page(tmp_path: Path) -> None:
    assert all_updated(tmp_path) == {}
    assert set(all_updated(ROOT)) == {FILE}
