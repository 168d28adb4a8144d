"""The plain functions that formulas around ours use, as spreadsheet programs define them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeGuard

from kasales_xl.files.formulas.tree import NotUnderstood, Value, Wrong

#: A range: rows of cells.
Range = list[list[Value]]
Result = Value | Range

NA, VALUE, DIVIDED, REF = Wrong("#N/A"), Wrong("#VALUE!"), Wrong("#DIV/0!"), Wrong("#REF!")
#: Text that COUNTIF compares letter by letter: no number, no comparison, no pattern.
_NAME = re.compile(r"[^\W\d_][^*?~]*")
_CRITERION = re.compile(r"(<>|<=|>=|=|<|>)?(.*)", re.DOTALL)


def number(value: Value) -> float | Wrong:
    """A cell in arithmetic: blank is 0, text that is a number counts; whole numbers stay whole."""
    if value is None:
        return 0
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return VALUE
    return int(value) if isinstance(value, bool) else value


def is_number(value: Value) -> TypeGuard[float]:
    return isinstance(value, float | int) and not isinstance(value, bool)


def text(value: Value) -> str | Wrong:
    """A cell in a sentence."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return f"{value:.15g}" if abs(value) < 1e15 else repr(value)
    return value


def truth(value: Value) -> bool | Wrong:
    if isinstance(value, Wrong):
        return value
    if isinstance(value, str):
        return {"TRUE": True, "FALSE": False}.get(value.upper(), VALUE)
    return bool(value)


def compared(sign: str, left: Value, right: Value) -> Value:
    """Blank is like what it is compared with; numbers come before texts, texts before truths; letters
    of either case are one."""
    for value in (left, right):
        if isinstance(value, Wrong):
            return value
    a, b = _order(left, right), _order(right, left)
    return {"=": a == b, "<>": a != b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[sign]


def _order(value: Value, other: Value) -> tuple[int, float, str]:
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else 0
    if isinstance(value, str):
        return 1, 0.0, value.casefold()
    if isinstance(value, Wrong):
        raise NotUnderstood(value.text)
    return (2 if isinstance(value, bool) else 0), float(value), ""


def rows_of(value: Result) -> Range:
    return value if isinstance(value, list) else [[value]]


def blank_rows(count: int, width: int) -> Range:
    """Rows below the last filled one, all of them one and the same list, for a range may reach far down."""
    return [[None] * width] * count


def cells(values: Iterable[Result]) -> Iterator[Value]:
    for value in values:
        for row in rows_of(value):
            yield from row


def _numbers(values: Sequence[Result]) -> list[float] | Wrong:
    """Numbers of ranges (texts in them don't count) and of single values."""
    counted: list[float] = []
    for value in values:
        for cell in cells([value]):
            if isinstance(cell, Wrong):
                return cell
            if is_number(cell):
                counted.append(cell)
            elif cell is not None and not isinstance(value, list):
                given = number(cell)
                if isinstance(given, Wrong):
                    return given
                counted.append(given)
    return counted


def _over(reckon: Callable[[list[float]], float]) -> Callable[..., Result]:
    def run(*values: Result) -> Result:
        counted = _numbers(values)
        return counted if isinstance(counted, Wrong) else reckon(counted)

    return run


def _countif(area: Result, criterion: Result) -> Result:
    """A column is counted against another in one go: thousands of names or IDs, hardly any a pattern."""
    if not isinstance(criterion, list):
        return _counted(area, criterion)
    times = Counter(_alike(cell) for cell in cells([area]))
    return [
        [
            times[_alike(cell)] if isinstance(cell, str) and _NAME.fullmatch(cell) else _counted(area, cell)
            for cell in row
        ]
        for row in criterion
    ]


def _alike(cell: Value) -> object:
    """What cells have in common that COUNTIF takes for one: letters of either case, 0012 and 12."""
    return cell.casefold() if isinstance(cell, str) and _NAME.fullmatch(cell) else None


def _counted(area: Result, criterion: Value) -> Value:
    fits = _fits(criterion)
    return sum(fits(cell) for cell in cells([area]))


def _fits(criterion: Value) -> Callable[[Value], bool]:
    if isinstance(criterion, Wrong):
        return lambda cell: cell == criterion
    if not isinstance(criterion, str):
        sought = number(criterion)
        return lambda cell: (
            number(cell) == sought if cell is not None and not isinstance(cell, Wrong) else False
        )
    parted = _CRITERION.fullmatch(criterion)
    sign, rest = (parted[1] or "=", parted[2]) if parted else ("=", criterion)
    limit = number(rest) if rest.strip() else VALUE
    if not isinstance(limit, Wrong):
        return lambda cell: _fits_number(cell, sign, limit)
    if sign not in ("=", "<>"):
        # letter by letter, without patterns: a customer called "<b>" asks for the texts before "b>"
        return lambda cell: isinstance(cell, str) and compared(sign, cell, rest) is True
    if not rest and parted and parted[1]:
        return lambda cell: (cell is None) == (sign == "=")
    pattern = wildcards(rest)
    return lambda cell: (isinstance(cell, str) and bool(pattern.fullmatch(cell))) == (sign == "=")


def _fits_number(cell: Value, sign: str, limit: float) -> bool:
    """A text that is a number counts as equal to it, never as more or less."""
    if is_number(cell):
        return compared(sign, cell, limit) is True
    if sign == "=" and isinstance(cell, str):
        return number(cell) == limit
    return sign == "<>"


def wildcards(rest: str) -> re.Pattern[str]:
    parts = re.findall(r"~[*?~]|[*?]|[^*?~]+|~", rest)
    spelled = {"*": ".*", "?": "."}
    spell = (spelled.get(p) or re.escape(p[1:] if p[0] == "~" and len(p) > 1 else p) for p in parts)
    return re.compile("".join(spell), re.IGNORECASE | re.DOTALL)


def _sumproduct(*areas: Result) -> Result:
    grids = [rows_of(area) for area in areas]
    if any((len(grid), len(grid[0])) != (len(grids[0]), len(grids[0][0])) for grid in grids):
        return VALUE
    total: float = 0
    for lines in zip(*grids, strict=True):
        for together in zip(*lines, strict=True):
            product: float = 1
            for cell in together:
                if isinstance(cell, Wrong):
                    return cell
                product *= cell if is_number(cell) else 0
            total += product
    return total


def _all_truths(values: Sequence[Result], start: bool) -> Result:
    """AND where ``start``, else OR."""
    answer = start
    for cell in cells(values):
        given = truth(cell)
        if isinstance(given, Wrong):
            return given
        answer = (answer and given) if start else (answer or given)
    return answer


def _each(test: Callable[[Value], Value]) -> Callable[..., Result]:
    def run(value: Result) -> Result:
        return [[test(cell) for cell in row] for row in value] if isinstance(value, list) else test(value)

    return run


def _substitute(given: Result, old: Result, new: Result) -> Result:
    """Every place of a text in another, letters as they are."""
    said = [text(rows_of(value)[0][0]) for value in (given, old, new)]
    for word in said:
        if isinstance(word, Wrong):
            return word
    inside, sought, instead = map(str, said)
    return inside.replace(sought, instead) if sought else inside


def _not(value: Value) -> Value:
    given = truth(value)
    return given if isinstance(given, Wrong) else not given


def _length(value: Value) -> Value:
    said = text(value)
    return said if isinstance(said, Wrong) else float(len(said))


def _middle(given: Result, start: Result, length: Result) -> Result:
    """MID, by letters from 1."""
    said, first, many = (
        text(rows_of(given)[0][0]),
        number(rows_of(start)[0][0]),
        number(rows_of(length)[0][0]),
    )
    for part in (said, first, many):
        if isinstance(part, Wrong):
            return part
    at, count = int(float(str(first))), int(float(str(many)))
    return VALUE if at < 1 or count < 0 else str(said)[at - 1 : at - 1 + count]


def _repeated(given: Result, times: Result) -> Result:
    said, many = text(rows_of(given)[0][0]), number(rows_of(times)[0][0])
    for part in (said, many):
        if isinstance(part, Wrong):
            return part
    return str(said) * int(float(str(many)))


def _trimmed(value: Value) -> Value:
    """TRIM: no blank at either end, one between words; other white space stays."""
    said = text(value)
    return said if isinstance(said, Wrong) else " ".join(word for word in said.split(" ") if word)


#: By name; what needs its arguments unevaluated (IF, IFERROR) is not here.
FUNCTIONS: dict[str, Callable[..., Result]] = {
    "AND": lambda *values: _all_truths(values, True),
    "CHAR": lambda code: chr(int(float(str(rows_of(code)[0][0])))),
    "COLUMNS": lambda area: len(rows_of(area)[0]),
    "COUNT": lambda *areas: sum(map(is_number, cells(areas))),
    "COUNTA": lambda *areas: sum(c is not None for c in cells(areas)),
    "COUNTBLANK": lambda area: sum(c is None or c == "" for c in cells([area])),
    "COUNTIF": _countif,
    # LibreOffice saves the constants as calls
    "FALSE": lambda: False,
    "HYPERLINK": lambda link, shown=None: link if shown is None else shown,
    "ISBLANK": _each(lambda value: value is None),
    "ISERROR": _each(lambda value: isinstance(value, Wrong)),
    "ISNA": _each(lambda value: value == NA),
    "ISNUMBER": _each(is_number),
    "ISTEXT": _each(lambda value: isinstance(value, str)),
    "LEN": _each(_length),
    "MAX": _over(lambda counted: max(counted, default=0)),
    "MID": _middle,
    "MIN": _over(lambda counted: min(counted, default=0)),
    "NOT": _each(_not),
    "OR": lambda *values: _all_truths(values, False),
    "PROPER": _each(lambda value: value.title() if isinstance(value, str) else value),
    "REPT": _repeated,
    "ROWS": lambda area: len(rows_of(area)),
    "SINGLE": lambda value: rows_of(value)[0][0],
    "SUBSTITUTE": _substitute,
    "SUM": _over(sum),
    "SUMPRODUCT": _sumproduct,
    "TRIM": _each(_trimmed),
    "TRUE": lambda: True,
}
