"""What a book has lost besides data: drop-downs and sheet protection (pitfall 55), and calculated
cells that somebody typed over (53). Seen with openpyxl, which knows formulas and settings."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.rows.columns import Kind
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import shown
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.headers import Head, match_columns
from kasales_xl.reading.shape.tabs import find_tabs, is_filled_in
from kasales_xl.text.findings.formulas import PROTECTION_GONE, TYPED_OVER, VALIDATION_GONE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def structure_findings(data: bytes, file: str) -> tuple[Finding, ...]:
    """data: a workbook that the guard let pass. Nothing for one that openpyxl cannot open."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            workbook = load_workbook(io.BytesIO(data))
        except Exception:  # openpyxl raises whatever its parts raise
            return ()
    sheets = {sheet.title: sheet for sheet in workbook.worksheets if is_filled_in(sheet.title)}
    grids = [Grid(title, [list(row) for row in sheet.values]) for title, sheet in sheets.items()]
    journal = Journal(file)
    findings: list[Finding] = []
    for tab in find_tabs(grids, journal).values():
        if tab.key not in LAYOUT or LAYOUT[tab.key].form:
            continue
        head = match_columns(tab, journal)
        if head is not None and tab.keys:
            findings += _of_sheet(head, sheets[tab.grid.title], journal)
    return tuple(findings)


def _of_sheet(head: Head, sheet: Worksheet, journal: Journal) -> Iterator[Finding]:
    key, title = head.layout.key, head.grid.title
    first = head.header + 1 + head.grid.first_row
    yield from _typed_over(head, journal)
    covered = _validated(sheet, first)
    for column in head.layout.columns:
        listed = column.choices or column.kind is Kind.GRADE
        if listed and column.key in head.columns and head.columns[column.key] + 1 not in covered:
            yield Finding(VALIDATION_GONE, journal.place(key, first, column.key))
    if head.layout.calculated and not sheet.protection.sheet and not _guarded(head, sheet, first):
        yield Finding(PROTECTION_GONE, Place(journal.file, key, title))


def _typed_over(head: Head, journal: Journal) -> Iterator[Finding]:
    """A constant among formulas, in rows that hold data."""
    names = {c.key: c for c in head.layout.calculated}
    required = [head.columns[c.key] for c in head.layout.columns if c.required]
    body = list(enumerate(head.grid.cells[head.header + 1 :], start=head.header + 1 + head.grid.first_row))
    for key, at in head.calculated.items():
        if not any(_is_formula(line[at]) for _, line in body):
            continue
        for row, line in body:
            cell = line[at]
            if cell is None or _is_formula(cell) or not any(line[i] not in (None, "") for i in required):
                continue
            spot = f"{letters(at + head.grid.first_column)}{row}"
            place = Place(journal.file, head.layout.key, head.grid.title, row, key, spot)
            yield Finding(TYPED_OVER, place, shown(cell), words=(("label", names[key].header),))


def _is_formula(cell: Any) -> bool:
    """Text that begins with ``=``, or openpyxl's object for an array formula."""
    return cell.startswith("=") if isinstance(cell, str) else hasattr(cell, "ref")


def _guarded(head: Head, sheet: Worksheet, row: int) -> bool:
    """Is typing over the calculated cells refused? Our books do it by a validation, because protected
    tables neither grow nor sort."""
    refusing = [rule for rule in sheet.data_validations.dataValidation if rule.type == "custom"]
    columns = {at + head.grid.first_column for at in head.calculated.values()}
    return all(
        any(
            block.min_col <= column <= block.max_col and block.min_row <= row <= block.max_row
            for rule in refusing
            for block in rule.sqref.ranges
        )
        for column in columns
    )


def _validated(sheet: Worksheet, row: int) -> set[int]:
    """Columns (1-based) whose first data cell has a drop-down."""
    covered: set[int] = set()
    for rule in sheet.data_validations.dataValidation:
        if rule.type != "list":
            continue
        for block in rule.sqref.ranges:
            if block.min_row <= row <= block.max_row:
                covered.update(range(block.min_col, block.max_col + 1))
    return covered
