"""INDEX and MATCH over cells of a sheet: a column is read once for all that look something up in it, and of
a block only the cells asked for are worked out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kasales_xl.files.formulas.functions import NA, REF, Range, cells, number, wildcards
from kasales_xl.files.formulas.tree import NotUnderstood, Value, Wrong

#: A sheet's cells: title, first row, first column, last row, last column; 1-based, inclusive.
Block = tuple[str, int, int, int, int]
#: Where a value first stands in a column, from 1; texts in small letters.
Positions = Mapping[object, int]

_PATTERN = re.compile(r"~[*?~]|[*?]")


def positions_of(area: Range) -> Positions:
    found: dict[object, int] = {}
    for at, cell in enumerate(cells([area]), start=1):
        if cell is not None and not isinstance(cell, Wrong):
            found.setdefault(_key(cell), at)
    return found


def _key(value: Value) -> object:
    """Texts, numbers and truths are never alike."""
    if isinstance(value, str):
        return value.casefold()
    return (value,) if isinstance(value, bool) else float(value or 0)  # type: ignore[arg-type]


def match(wanted: Value, positions: Positions) -> Value:
    """MATCH(wanted, column, 0): letters of either case are one, ``*`` and ``?`` stand for others."""
    if isinstance(wanted, Wrong):
        return wanted
    signs = _PATTERN.findall(wanted) if isinstance(wanted, str) else []
    if not isinstance(wanted, str) or not signs:
        return positions.get(_key(wanted), NA)
    if all(len(sign) == 2 for sign in signs):
        literal = _PATTERN.sub(lambda sign: sign[0][1], wanted)
        return positions.get(literal.casefold(), NA)
    pattern = wildcards(wanted)
    places = (at for text, at in positions.items() if isinstance(text, str) and pattern.fullmatch(text))
    return min(places, default=NA)


def picked(block: Block, row: Value, column: Value) -> Block | Wrong:
    """The cells that INDEX(block, row, column) means; 0 or left out is all of a row or column."""
    sheet, top, left, bottom, right = block
    down, across = number(row), number(column)
    for place in (down, across):
        if isinstance(place, Wrong):
            return place
    y, x = int(float(str(down))), int(float(str(across)))
    if column is None and top == bottom:
        y, x = 1, y
    if y < 0 or x < 0 or y > bottom - top + 1 or x > right - left + 1:
        return REF
    rows = (top + y - 1, top + y - 1) if y else (top, bottom)
    columns = (left + x - 1, left + x - 1) if x else (left, right)
    return sheet, rows[0], columns[0], rows[1], columns[1]


def single(value: object, name: str) -> Value:
    """Raises NotUnderstood for a range where one value belongs."""
    if isinstance(value, list):
        raise NotUnderstood(name)
    return value  # type: ignore[return-value]
