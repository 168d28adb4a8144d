"""What the fast reader is given says the same as the file."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from kasales_xl.files.xlsx_in import repacked
from kasales_xl.files.xlsx_in.guard import check_bytes


def workbook(*, merged: bool) -> bytes:
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    for name in ("客户", "联系人"):
        sheet = book.add_worksheet(name)
        for row in range(5):
            sheet.write_row(row, 1, [f"A{row}", row, row / 3])
        sheet.write_formula(6, 1, "=1+1", None, 2)
        if merged:
            sheet.merge_range(8, 1, 9, 2, "华东")
    book.close()
    return packed.getvalue()


def contents(data: bytes) -> list[tuple[object, ...]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    pages = map(book.get_sheet_by_name, book.sheet_names)
    return [(page.name, page.start, page.to_python(), page.merged_cell_ranges) for page in pages]


@pytest.mark.parametrize("merged", [True, False])
def test_cells_and_merged_ranges_are_those_of_the_file(merged: bool) -> None:
    data = workbook(merged=merged)
    given = check_bytes(data).readable
    assert given != data
    assert contents(given) == contents(data)
    assert bool(contents(given)[0][3]) is merged


def test_nothing_but_the_checked_parts_is_handed_on() -> None:
    data = io.BytesIO(workbook(merged=False))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/drawings/vmlDrawing1.vml", "never looked at")
    with zipfile.ZipFile(io.BytesIO(check_bytes(data.getvalue()).readable)) as package:
        assert "xl/worksheets/sheet1.xml" in package.namelist()
        assert "xl/drawings/vmlDrawing1.vml" not in package.namelist()


def test_a_very_large_workbook_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(merged=False)
    monkeypatch.setattr(repacked, "MOST_COPIED", 100)
    assert check_bytes(data).readable == data
