"""What makes a long run quick changes no byte of what it writes and leaves the process as it was."""

from __future__ import annotations

import datetime as dt
import gc
import io
from collections.abc import Iterator

import pytest
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.batch.workers.collecting import rare_collection
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.demo.books import drafts
from kasales_xl.files.scorecard import quick_sheet
from kasales_xl.files.scorecard import workbook as scorecard_out
from kasales_xl.files.scorecard.quick_sheet import QuickSheet, sheet_class
from kasales_xl.pages.workbooks import seller_parts, team_pages

ON = dt.date(2026, 6, 30)


def team(lang: Lang) -> bytes:
    cards = [make_card(draft.book(), DEFAULT_POLICY, ON) for draft in drafts(ON, lang)[:3]]
    packed = io.BytesIO()
    pages = team_pages("华东", [seller_parts(card, details=True) for card in cards])
    scorecard_out.write_pages(packed, pages, lang)
    return packed.getvalue()


@pytest.mark.parametrize("lang", LANGS)
def test_a_scorecard_is_the_same_whether_cells_are_spelt_quickly_or_by_the_library(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sheet_class() is QuickSheet
    quick = team(lang)
    monkeypatch.setattr(scorecard_out, "sheet_class", lambda: Worksheet)
    assert team(lang) == quick


@pytest.fixture
def undecided() -> Iterator[None]:
    """Which worksheet to use is found out anew, before and after."""
    sheet_class.cache_clear()
    yield
    sheet_class.cache_clear()


@pytest.mark.usefixtures("undecided")
def test_a_library_that_writes_differently_writes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_sheet, "_spans", lambda table: {})
    assert sheet_class() is Worksheet


@pytest.mark.usefixtures("undecided")
def test_a_library_whose_inside_has_changed_writes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QuickSheet, "_write_rows", lambda self: self.no_such_thing)
    assert sheet_class() is Worksheet


def test_nothing_is_merged_over_what_stands_there() -> None:
    workbook = Workbook(io.BytesIO(), {"in_memory": True})
    sheet = workbook.add_worksheet("A", QuickSheet)
    shape = workbook.add_format({"bold": True})
    sheet.merge_range(0, 0, 0, 3, "", shape)
    with pytest.raises(OverlappingRange):
        sheet.merge_range(0, 3, 0, 5, "", shape)


def test_after_a_run_memory_is_cleared_as_before() -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    with rare_collection():
        assert gc.get_threshold()[0] > before[0][0]
        assert gc.get_freeze_count() > 0
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_whoever_has_switched_collection_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with rare_collection():
            assert not gc.isenabled()
            assert gc.get_freeze_count() == 0
    finally:
        gc.enable()


def test_what_the_caller_has_frozen_stays_frozen() -> None:
    mine: list[object] = []
    gc.freeze()
    try:
        with rare_collection():
            pass
        # what is frozen is in no generation that is looked through
        assert not any(one is mine for one in gc.get_objects())
    finally:
        gc.unfreeze()
