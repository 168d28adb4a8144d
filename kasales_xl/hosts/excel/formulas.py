"""The KA_* formulas of a workbook that is open in Excel, and their results in place of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

#: Texts and quoted names inside a formula; what stands there calls nothing.
_QUOTED = re.compile(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'")
#: A whole name: the sheet SKA_2024 is none, nor what merely begins like one of ours.
_CALL = re.compile(r"(?<![\w.])KA_[A-Z_]+\(", re.IGNORECASE)
_MANUAL, _VALUES = -4135, -4163
#: What a protected sheet still allows, in the order of Excel's Protect.
_ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)


class Locked(Exception):
    """A sheet that only its password opens."""


def calls_us(formula: object) -> bool:
    return (
        isinstance(formula, str)
        and formula.startswith("=")
        and "KA_" in formula.upper()
        and bool(_CALL.search(_QUOTED.sub("", formula)))
    )


def formula_grid(sheet: Any) -> dict[tuple[int, int], str]:
    """Every formula of the sheet by row and column, read in one go."""
    used = sheet.used_range
    formulas = used.formula
    rows = formulas if isinstance(formulas, (tuple, list)) else ((formulas,),)
    return {
        (used.row + down, used.column + right): formula
        for down, row in enumerate(rows)
        for right, formula in enumerate(row if isinstance(row, (tuple, list)) else (row,))
        if isinstance(formula, str) and formula.startswith("=")
    }


def formula_cells(sheet: Any) -> list[tuple[int, int]]:
    """Row and column of every cell with a KA_* formula."""
    return [place for place, formula in formula_grid(sheet).items() if calls_us(formula)]


def holds_formulas(book: Any) -> bool:
    return any(formula_cells(sheet) for sheet in book.sheets)


def freeze_formulas(book: Any) -> int:
    """How many formulas became values. Raises Locked before anything changes."""
    places = [(sheet, cells) for sheet in book.sheets if (cells := formula_cells(sheet))]
    with _still(book), _unlocked([sheet for sheet, _ in places]):
        for sheet, cells in places:
            frozen: set[tuple[int, int]] = set()
            for cell in cells:
                if cell not in frozen:
                    frozen |= _freeze(sheet, cell)
    return sum(len(cells) for _, cells in places)


def _freeze(sheet: Any, cell: tuple[int, int]) -> set[tuple[int, int]]:
    """Freezes the cell, or the whole array or spill it belongs to; the cells that are values now."""
    area = sheet.range(cell).api
    if getattr(area, "HasSpill", False) is True:
        area = area.SpillParent.SpillingToRange
    elif area.HasArray:
        area = area.CurrentArray
    area.Copy()
    area.PasteSpecial(_VALUES)  # typed values would turn texts into dates, and "=…" into formulas
    top, left = area.Row, area.Column
    return {
        (top + down, left + right) for down in range(area.Rows.Count) for right in range(area.Columns.Count)
    }


@contextmanager
def _still(book: Any) -> Iterator[None]:
    """Excel neither recalculates nor reports changes meanwhile."""
    app = book.app.api
    mode, events = app.Calculation, app.EnableEvents
    app.Calculation, app.EnableEvents = _MANUAL, False
    try:
        yield
    finally:
        app.CutCopyMode = False
        app.Calculation, app.EnableEvents = mode, events


@contextmanager
def _unlocked(sheets: list[Any]) -> Iterator[None]:
    """Protection without a password is lifted, and put back as it was. Raises Locked for a sheet with
    a password, the others put back."""
    lifted: list[tuple[Any, list[bool]]] = []
    try:
        for sheet in sheets:
            if sheet.api.ProtectContents:
                flags = [sheet.api.ProtectDrawingObjects, sheet.api.ProtectScenarios]
                flags += [getattr(sheet.api.Protection, name) for name in _ALLOWED]
                _unprotect(sheet)
                lifted.append((sheet, flags))
        yield
    finally:
        for sheet, (drawings, scenarios, *allowed) in lifted:
            named = dict(zip(_ALLOWED, allowed, strict=True))
            sheet.api.Protect(DrawingObjects=drawings, Contents=True, Scenarios=scenarios, **named)


def _unprotect(sheet: Any) -> None:
    try:
        sheet.api.Unprotect("")
    except Exception as error:  # pywin32's own error class, absent elsewhere
        raise Locked(sheet.name) from error
    if sheet.api.ProtectContents:
        raise Locked(sheet.name)
