"""The files in ``workbook`` are what ``kasales addin build`` would write now."""

from __future__ import annotations

import subprocess

import pytest
from needed import schema_validator
from paths import ROOT

from kasales_xl.build.workbook import BUILT, differences

WORKBOOK = ROOT / "workbook"


@pytest.mark.parametrize("name", ["calc/kasales.oxt", "examples.xlsx"])
def test_the_committed_file_is_the_one_that_would_be_built_now(name: str) -> None:
    assert differences((WORKBOOK / name).read_bytes(), BUILT[name]()) == []


@pytest.mark.parametrize("name", ["excel/kasales.xlam", "examples.xlsx"])
def test_it_is_valid_by_the_open_xml_schema(name: str) -> None:
    """The add-in too, with the wizard's help and the ribbon in it."""
    run = subprocess.run([schema_validator(), str(WORKBOOK / name)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Found 0 errors" in run.stdout + run.stderr
