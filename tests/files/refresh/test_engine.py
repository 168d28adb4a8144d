"""A file that names no calculation engine is calculated anew by Excel; a refreshed one names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from paths import ROOT
from refresh_files import edited, members, refresh

from kasales_xl.files.calc_engine import CALC_ENGINE
from kasales_xl.files.refresh.engine import with_engine

SAMPLE = ROOT / "templates" / "account_book.sample.zh.xlsx"
PART = "xl/workbook.xml"
NAMED = f'calcId="{CALC_ENGINE}"'.encode()
_SETTINGS = rb"<calcPr[^>]*/>"


def as_saved(path: Path, settings: str) -> bytes:
    """With these settings of calculation, as another program wrote them."""
    return edited(path.read_bytes(), PART, lambda text: re.sub(_SETTINGS, settings.encode(), text))


@pytest.mark.parametrize(
    "settings",
    ['<calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.001"/>', "<calcPr/>", ""],
)
def test_a_refreshed_book_of_libreoffice_names_an_engine(settings: str) -> None:
    after = members(refresh(as_saved(SAMPLE, settings)).data)[PART]
    assert after.count(NAMED) == 1
    assert after.count(b"<calcPr") == 1
    assert settings.removesuffix("/>").removeprefix("<calcPr").encode() in after
    order = [after.index(tag) for tag in (b"<sheets", b"<definedNames", b"<calcPr")]
    assert order == sorted(order), "where the schema has it"


def test_an_engine_that_a_program_named_stays() -> None:
    assert with_engine(members(SAMPLE.read_bytes())) == {}
    older = as_saved(SAMPLE, '<calcPr calcId="124519"/>')
    assert b'calcId="124519"' in members(refresh(older).data)[PART]


def test_a_prefix_that_a_program_gives_every_tag_is_kept() -> None:
    text = b"<x:workbook><x:sheets><x:sheet/></x:sheets></x:workbook>"
    assert with_engine({PART: text}) == {
        PART: b"<x:workbook><x:sheets><x:sheet/></x:sheets><x:calcPr " + NAMED + b"/></x:workbook>"
    }
