"""What a book has lost besides data: drop-downs, and the protection of calculated cells (pitfall 55)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.rows.columns import Kind
from kasales_xl.files.xlsx_in.sheet import Cells
from kasales_xl.files.xlsx_in.workbook import Sheets
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.grid import Merge
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.headers import Head, match_columns
from kasales_xl.reading.shape.tabs import find_tabs
from kasales_xl.text.findings.formulas import PROTECTION_GONE, VALIDATION_GONE


def structure_findings(sheets: Sheets, file: str) -> tuple[Finding, ...]:
    """sheets: of a workbook that people fill in."""
    journal = Journal(file)
    findings: list[Finding] = []
    for tab in find_tabs(sheets.grids, journal).values():
        if tab.key not in LAYOUT or LAYOUT[tab.key].form:
            continue
        head = match_columns(tab, journal)
        if head is not None and tab.keys:
            findings += _of_sheet(head, sheets.pages[tab.grid.title].cells, journal)
    return tuple(findings)


def _of_sheet(head: Head, cells: Cells, journal: Journal) -> Iterator[Finding]:
    key, title = head.layout.key, head.grid.title
    first = head.header + 1 + head.grid.first_row
    for column in head.layout.columns:
        listed = column.choices or column.kind is Kind.GRADE
        if listed and column.key in head.columns:
            place = head.columns[column.key] + head.grid.first_column
            if not _covered(cells.lists, first, place):
                yield Finding(VALIDATION_GONE, journal.place(key, first, column.key))
    if head.layout.calculated and not cells.protected and not _guarded(head, cells, first):
        yield Finding(PROTECTION_GONE, Place(journal.file, key, title))


def _guarded(head: Head, cells: Cells, row: int) -> bool:
    """Is typing over the calculated cells refused? Our books do it by a validation, because protected
    tables neither grow nor sort."""
    columns = {at + head.grid.first_column for at in head.calculated.values()}
    return all(_covered(cells.guards, row, column) for column in columns)


def _covered(ranges: Iterable[Merge], row: int, column: int) -> bool:
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in ranges)
