"""One call of a worksheet function, the same for every host: arguments in, a cell value out."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text, pick, stand_alone
from kasales_xl.functions.caller import Caller, NoWorkbook, Workbook
from kasales_xl.functions.declared import Argument, CellError, Function, Refusal, Rows, Scalar, Value
from kasales_xl.functions.open_books import OpenBook, is_handle
from kasales_xl.functions.registry import FUNCTIONS
from kasales_xl.text.functions import WORDS

Answer = Scalar | list[list[Scalar | CellError]] | CellError

#: Rows from which a range is taken for whole columns.
_TALL = 1000

_log = logging.getLogger(__name__)


def call(
    name: str,
    args: Sequence[object],
    *,
    on: dt.date,
    workbook: Workbook | None = None,
    lang: Lang = "zh",
    cell: str = "",
) -> Answer:
    """name: as in ``FUNCTIONS``. args: in order, ``None`` or ``""`` for one left out; ranges as rows of
    cells; an error cell as ``CellError``. workbook: gives the calling workbook's tables by sheet key
    (or their handle), for the form without a book; None where the host cannot see it, and then the
    answer says so. lang: of answers that belong to no book. cell: the calling cell as ``cell_name`` says
    it, blank where the host does not know; its books are freed as it opens new ones. Never raises:
    what cannot be answered is a ``CellError``.

    A text or number argument may be a range where the answer is a single value: one answer a cell;
    several ranges must be of one size."""
    try:
        function = FUNCTIONS[name]
        return _answer(function, [_read_value(value) for value in args], Caller(on, lang, workbook, cell))
    except Refusal as refusal:
        return refusal.error
    except NoWorkbook as missing:
        return WORDS[missing.said](function=name).pick(lang)
    except Exception:
        _log.debug("%s failed", name, exc_info=True)
        return CellError.VALUE


def reads_workbook(name: str, args: Sequence[object]) -> bool:
    """Is this the form without a book, which hosts must recalculate whenever the workbook changes?"""
    function = FUNCTIONS[name]
    first = _read_value(args[0]) if args else None
    if not function.takes_book:
        return function.asks_workbook and first is None
    return not is_handle(first) and not isinstance(first, CellError)


def _answer(function: Function, args: list[Any], caller: Caller) -> Answer:
    if len(args) < function.least:
        return CellError.VALUE
    if not function.takes_book:
        return _run(function, function.arguments, _fit(args, len(function.arguments)), caller)
    handle, rest = _split_off_handle(args, len(function.arguments))
    book = caller.book(handle)
    ranges = any(
        isinstance(value, list) and argument.shape != "table"
        for argument, value in zip(function.arguments[1:], rest, strict=True)
    )
    if function.result != "table" or ranges:
        return _run(function, function.arguments[1:], rest, book)
    # a sheet shows a table cell by cell, asking for the whole of it every time
    key = repr((function.name, rest))
    if key not in book.tables:
        book.tables[key] = _run(function, function.arguments[1:], rest, book)
    answer: Answer = book.tables[key]
    return answer


def _split_off_handle(args: list[Any], arity: int) -> tuple[Any, list[Any]]:
    """The handle (None where it is left out) and the other arguments: ``KA_TIER(KA,"华东医药")``,
    ``KA_TIER(,"华东医药")`` and ``KA_TIER("华东医药")`` are all understood."""
    first = args[0] if args else None
    if first is None or is_handle(first):
        return first, _fit(args[1:], arity - 1)
    if isinstance(first, CellError):
        raise Refusal(first)
    return None, _fit(args, arity - 1)


def _fit(args: list[Any], count: int) -> list[Any]:
    if any(value is not None for value in args[count:]):
        raise Refusal(CellError.VALUE)
    return (args + [None] * count)[:count]


def _run(
    function: Function, arguments: Sequence[Argument], values: list[Any], given: OpenBook | Caller
) -> Answer:
    for argument, value in zip(arguments, values, strict=True):
        if isinstance(value, list) and argument.shape != "table":
            return _run_each_cell(function, arguments, values, given)
    ready = []
    for argument, value in zip(arguments, values, strict=True):
        if value is None and not argument.optional and argument.shape != "table":
            return CellError.VALUE if argument.shape == "number" else ""
        ready.append(_convert(argument, value))
    return _in_language(function.run(given, *ready), given.lang)


def _in_language(value: Value | Rows, lang: Lang) -> Answer:
    if isinstance(value, list):
        return [[_said(cell, lang) for cell in row] for row in value]
    return _said(value, lang)


def _said(value: Value, lang: Lang) -> Scalar:
    """A sentence stands alone in its cell; a term stays as other formulas compare it."""
    said: Scalar = stand_alone(value, lang) if isinstance(value, Text) else pick(value, lang)
    return said


def _run_each_cell(
    function: Function, arguments: Sequence[Argument], values: list[Any], given: OpenBook | Caller
) -> Answer:
    """One answer for each cell, each distinct argument asked once; ranges beside each other are of one size
    and go cell by cell, single values stay as they are."""
    grids = {at: value for at, value in enumerate(values) if isinstance(value, list)}
    below = {at: getattr(grid, "below", 0) for at, grid in grids.items()}
    sizes = {(len(grid) + below[at], len(grid[0])) for at, grid in grids.items()}
    if len(sizes) > 1:
        return CellError.VALUE
    [(height, width)] = sizes

    known: dict[Any, Scalar | CellError] = {}

    def one(cells: tuple[Any, ...]) -> Scalar | CellError:
        if any(isinstance(cell, list) for cell in cells):
            return CellError.VALUE
        # 1 and TRUE are equal and not the same
        key = tuple((cell.__class__, cell) for cell in cells)
        if key not in known:
            known[key] = _one_cell(function, arguments, values, given, dict(zip(grids, cells, strict=True)))
        return known[key]

    # a whole column is a million cells, and nearly all of them are blank
    blank = [None] * width
    rows = zip_longest(*grids.values(), fillvalue=blank)
    lines = [[one(tuple(map(_read_value, cells))) for cells in zip(*row, strict=True)] for row in rows]
    behind = [one((None,) * len(grids)) for _ in range(width)] if height > len(lines) else []
    return lines + [behind] * (height - len(lines))


def _one_cell(
    function: Function,
    arguments: Sequence[Argument],
    values: list[Any],
    given: OpenBook | Caller,
    cells: dict[int, Any],
) -> Scalar | CellError:
    """cells: instead of the ranges among the values, by their place."""
    try:
        answer = _run(function, arguments, [cells.get(at, v) for at, v in enumerate(values)], given)
    except Refusal as refusal:
        return refusal.error
    return CellError.VALUE if isinstance(answer, list) else answer


class Range(list[list[Any]]):
    """The rows of a range down to the last that is not blank, and how many there are ``below``."""

    below = 0


def _without_blanks_below(value: Sequence[Any]) -> tuple[list[list[Any]], int]:
    end, first = len(value), value[0] if value else None
    width = len(first) if isinstance(first, (list, tuple)) else 0
    if end > _TALL and width:
        blanks = tuple(kind([cell] * width) for kind in (list, tuple) for cell in (None, ""))
        while end > 1 and value[end - 1] in blanks:
            end -= 1
    rows = [list(row) if isinstance(row, (list, tuple)) else [row] for row in value[:end]]
    return rows, len(value) - end


def _read_value(value: Any) -> Any:
    """A host's value: a single-cell range is its cell, blank text is left out."""
    kind = value.__class__
    if kind is str:
        return value if value.strip() else None
    if kind is list or kind is tuple:
        rows, below = _without_blanks_below(value)
        width = max(map(len, rows), default=0)
        if len(rows) == 1 and width == 1 and not below:
            return _read_value(rows[0][0])
        if not width:
            return None
        read = Range(row + [None] * (width - len(row)) for row in rows)
        read.below = below
        return read
    return value


def _convert(argument: Argument, value: Any) -> Any:
    if value is None:
        return None
    if argument.shape == "table":
        return value if isinstance(value, list) else [[value]]
    if isinstance(value, CellError):
        raise Refusal(value)
    if argument.shape == "number":
        try:
            return float(value)
        except (TypeError, ValueError):
            raise Refusal(CellError.VALUE) from None
    if argument.shape == "text" and not isinstance(value, str):
        return f"{value:.15g}" if isinstance(value, (int, float)) else str(value)
    return value
