"""The files in ``workbook`` are what ``kasales addin build`` would write now."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT

from kasales_xl.build.workbook import BUILT, differences

WORKBOOK = ROOT / "workbook"


@pytest.mark.parametrize("name", ["calc/kasales.oxt", "examples.xlsx"])
def test_the_committed_file_is_the_one_that_would_be_built_now(name: str) -> None:
    assert differences((WORKBOOK / name).read_bytes(), BUILT[name]()) == []


@pytest.mark.parametrize("name", ["excel/kasales.xlam", "examples.xlsx"])
def test_it_is_valid_by_the_open_xml_schema(name: str, schema_errors: Any) -> None:
    """The add-in too, with the wizard's help and the ribbon in it."""
    assert schema_errors(WORKBOOK / name) == []


def test_what_the_open_xml_schema_forbids_is_told(tmp_path: Path, schema_errors: Any) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(WORKBOOK / "examples.xlsx") as sound, zipfile.ZipFile(path, "w") as broken:
        for name in sound.namelist():
            broken.writestr(name, sound.read(name).replace(b"<sheetData", b"<noSuchThing/><sheetData", 1))
    assert any("noSuchThing" in error["description"] for error in schema_errors(path))
