"""What a person reads in a workbook that a run has written."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook


def cells_of(path: Path, sheet: str | None = None) -> list[str]:
    """The texts of all cells, of one sheet or of all."""
    workbook = CalamineWorkbook.from_path(str(path))
    return [
        str(cell)
        for name in workbook.sheet_names
        if sheet in (None, name)
        for row in workbook.get_sheet_by_name(name).to_python()
        for cell in row
        if cell != ""
    ]
