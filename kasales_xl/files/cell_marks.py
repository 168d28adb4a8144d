"""What a worksheet's XML says about cells and the fast reader does not: error values, formulas without
a stored result (54), and calculated columns typed over by hand (53)."""

from __future__ import annotations

import re
from collections.abc import Collection

from kasales_xl.sheets.cells import UNSAVED
from kasales_xl.sheets.grid import column_number

_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""",
    re.DOTALL,
)
_NO_RESULT = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"([^>]*)>\s*<(?:\w+:)?f(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_UNSAVED_HINTS = (b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />", b"/></c>")


def error_cells(sheet: bytes) -> dict[tuple[int, int], str]:
    """(row, column), 1-based → ``#REF!`` and the like, or UNSAVED for a formula without a result. An
    empty text result is a result."""
    found: dict[tuple[int, int], str] = {}
    if b't="e"' in sheet or b"t='e'" in sheet:
        for letters, row, text in _ERROR.findall(sheet):
            found[int(row), column_number(letters.decode())] = text.decode("utf-8", "replace")
    if any(hint in sheet for hint in _UNSAVED_HINTS):
        for letters, row, attributes in _NO_RESULT.findall(sheet):
            if b't="str"' not in attributes:
                found.setdefault((int(row), column_number(letters.decode())), UNSAVED)
    return found


def typed_over(sheet: bytes, columns: Collection[str]) -> list[tuple[int, str]]:
    """``columns``: A1 letters of calculated columns. Returns (row, letters) of cells that
    hold a value without a formula, in columns where other cells have one."""
    if not columns or b"<f" not in sheet:
        return []
    letters = "|".join(sorted(columns)).encode()
    cell = re.compile(rb'<c r="(' + letters + rb')(\d+)"[^>]*>(<f|<v|<is)')
    typed: list[tuple[int, str]] = []
    calculated = set()
    for column, row, first in cell.findall(sheet):
        if first == b"<f":
            calculated.add(column)
        else:
            typed.append((int(row), column.decode()))
    return [(row, column) for row, column in typed if column.encode() in calculated]
