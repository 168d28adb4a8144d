"""How far a worksheet reaches. A reader makes room for the whole rectangle up to its last value: one
stray cell in the far corner is 17 thousand million cells (pitfall 57)."""

from __future__ import annotations

import re

from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.grid import column_number
from kasales_xl.text.findings.files import FILE_STRAY_CELL

#: Cells of the rectangle, and its last row: 30 times the largest book we know of.
MOST_CELLS, MOST_ROWS = 3_000_000, 200_000
#: Any cell beyond column CZ or row 9999, or spelled in an unusual way: then all are measured.
_FAR = re.compile(rb'<c(?! r="[A-Z][0-9]{1,4}")(?! r="[ABC][A-Z][0-9]{1,4}")(?=[\s>/])')
_PREFIXED = re.compile(rb":c[\s>/]")
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']\s*([A-Za-z]+)(\d+)\s*["'][^>]*?(/?)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br\s*=\s*["']\s*(\d+)\s*["'][^>]*?(/?)>""")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b")


def check_extent(sheet: bytes) -> None:
    """Raises Refused where values stand far outside any table. Formats without a value do no harm."""
    if _FAR.search(sheet) or _PREFIXED.search(sheet):
        _measure(sheet)


def _measure(sheet: bytes) -> None:
    rows = columns = 0
    farthest = b""
    for match in _CELL.finditer(sheet):
        if match[3] or not _filled(sheet, match.end()):
            continue
        row, column = int(match[2][:9]), column_number(match[1][:8].upper().decode())
        if row > MOST_ROWS or column > MOST_CELLS:
            raise Refused(FILE_STRAY_CELL, (match[1] + match[2][:9]).decode())
        if row > rows or column > columns:
            rows, columns, farthest = max(rows, row), max(columns, column), match[1] + match[2]
    for match in _ROW.finditer(sheet):
        if not match[2] and int(match[1][:9]) > MOST_ROWS and _unplaced(sheet, match.end()):
            raise Refused(FILE_STRAY_CELL, match[1][:9].decode())
    if rows * columns > MOST_CELLS:
        raise Refused(FILE_STRAY_CELL, farthest.decode())


def _filled(sheet: bytes, start: int) -> bool:
    """Does the cell that opens before ``start`` hold a value or a formula?"""
    return _VALUE.match(sheet, start) is not None or not sheet.startswith(b"</", start)


def _unplaced(sheet: bytes, start: int) -> bool:
    """Does this row begin with a cell that has no address of its own?"""
    tag = sheet[start : sheet.find(b">", start) + 1]
    return tag.startswith(b"<") and not tag.startswith(b"</") and b"r=" not in tag and not tag.endswith(b"/>")
