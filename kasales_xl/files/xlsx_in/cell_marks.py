"""What a worksheet's XML says about cells and the fast reader does not: error values, formulas without
a stored result (54), and calculated columns typed over by hand (53)."""

from __future__ import annotations

import re
from collections.abc import Collection

from kasales_xl.reading.cells.cell import UNSAVED
from kasales_xl.reading.grid import column_number

_HINT = re.compile(rb" t=[\"']e[\"']")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""",
    re.DOTALL,
)
#: What follows a formula without a stored result; the second is a shared formula's short form.
_NO_RESULT = (
    re.compile(rb"</f>(?:</c>|<v></v>|<v ?/>)"),
    re.compile(rb"<f [^>]*/>(?:</c>|<v></v>|<v ?/>)"),
)
_OPENING = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]+)(\d+)["']([^>]*)>\s*<(?:\w+:)?f\b""")


def error_cells(sheet: bytes) -> dict[tuple[int, int], str]:
    """(row, column), 1-based → ``#REF!`` and the like, or UNSAVED for a formula without a result. An
    empty text result is a result."""
    errors: dict[tuple[int, int], str] = {}
    if _HINT.search(sheet):
        for letters, row, text in _ERROR.findall(sheet):
            errors[int(row), column_number(letters.decode())] = text.decode("utf-8", "replace")
    for ending in _NO_RESULT:
        for match in ending.finditer(sheet):
            opening = _OPENING.match(sheet, max(0, sheet.rfind(b"<c ", 0, match.start())))
            if opening and b't="str"' not in opening[3]:
                errors.setdefault((int(opening[2]), column_number(opening[1].decode())), UNSAVED)
    return errors


def typed_over(sheet: bytes, columns: Collection[str]) -> tuple[list[tuple[int, str]], frozenset[str]]:
    """``columns``: A1 letters of calculated columns. Returns (row, letters) of cells that hold a value
    without a formula, headers among them, and the columns in which other cells have one."""
    if not columns:
        return [], frozenset()
    letters = "|".join(sorted(columns)).encode()
    place = rb' r="(' + letters + rb')(\d+)"[^>]*>'
    typed = re.findall(place + rb"<(?:v|is)", sheet)
    if not typed or b"<f" not in sheet:
        calculated: set[bytes] = set()
    else:
        calculated = {column for column, _row in re.findall(place + rb"<f", sheet)}
    return [(int(row), column.decode()) for column, row in typed], frozenset(map(bytes.decode, calculated))
