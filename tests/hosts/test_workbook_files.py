"""The files in ``workbook`` are what ``kasales addin build`` would write now."""

from __future__ import annotations

from pathlib import Path

import pytest

from kasales_xl.addin.built import BUILT, differences

WORKBOOK = Path(__file__).parents[2] / "workbook"


@pytest.mark.parametrize("name", ["calc/kasales.oxt", "examples.xlsx"])
def test_the_committed_file_is_the_one_that_would_be_built_now(name: str) -> None:
    assert differences((WORKBOOK / name).read_bytes(), BUILT[name]()) == []
