"""Figures that a reader holds against each other on the pages of the sample company."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sample_organisation import Organisation

pytestmark = pytest.mark.slow
_SPAN = re.compile(r"80% 在 ([\d,]+)–([\d,]+) 之间")
_OPPOSED = "有反对者的客户"


@pytest.fixture(scope="module")
def workbooks(organisations: Callable[..., Organisation]) -> dict[str, list[Worksheet]]:
    """The pages of each workbook, by its name."""
    found: list[Path] = sorted(organisations("zh").scorecards.glob("*.xlsx"))
    return {path.stem: openpyxl.load_workbook(path).worksheets for path in found}


def tiles(sheet: Worksheet, label: str) -> Iterator[tuple[object, str]]:
    """What stands below each such label, and the note below that."""
    for row in sheet.iter_rows(max_col=20):
        for cell in row:
            if cell.value == label:
                at, column = cell.row, cell.column
                yield sheet.cell(at + 1, column).value, str(sheet.cell(at + 2, column).value or "")


def whole(text: str) -> int:
    return int(text.replace(",", ""))


def test_a_forecast_lies_within_the_interval_shown_beside_it(workbooks: dict[str, list[Worksheet]]) -> None:
    """Of every seller, team and the company; an interval of one number is not shown."""
    spans = 0
    for book, sheets in workbooks.items():
        for sheet in sheets:
            for value, note in tiles(sheet, "年度预测"):
                if span := _SPAN.search(note):
                    assert isinstance(value, int | float)
                    low, high = map(whole, span.groups())
                    assert low <= whole(f"{value:.0f}") <= high, (book, sheet.title)
                    assert low < high, (book, sheet.title)
                    spans += 1
    assert spans > 10


def test_accounts_with_an_opponent_are_as_many_as_are_listed_and_as_the_sellers_pages_say(
    workbooks: dict[str, list[Worksheet]],
) -> None:
    counted = 0
    for sheets in workbooks.values():
        pages = {sheet.title: sheet for sheet in sheets}
        if "风险客户" not in pages:
            continue
        (team,) = (value for value, _ in tiles(pages["总览"], _OPPOSED))
        listed = [
            row
            for row in pages["风险客户"].iter_rows(values_only=True)
            if any(re.search("反对(：|；|，|$)", str(value)) for value in row) and row[0] and row[1]
        ]
        sellers = [value for sheet in sheets[1:] for value, _ in tiles(sheet, _OPPOSED)]
        number = whole(re.sub(r"\D", "", str(team)))
        assert number == len(listed)
        assert number == sum(whole(re.sub(r"\D", "", str(value))) for value in sellers)
        counted += number
    assert counted > 0
