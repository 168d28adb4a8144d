"""Our own functions inside formulas: what a spreadsheet program with the add-in in it would be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from kasales_xl.core.terms import Lang
from kasales_xl.files.formulas.functions import Range, Result
from kasales_xl.files.formulas.tree import Node, NotUnderstood, Value, Wrong
from kasales_xl.files.formulas.values import Ours, Place, Surroundings, evaluate
from kasales_xl.functions import CellError, call
from kasales_xl.functions.spelling import our_name

#: By these formulas ask whether the add-in answers.
_ADDIN_ASKED = frozenset({"KA_VERSION", "KA_BOOK"})
#: Cells that every host has.
_PLAIN = frozenset({str, int, float, bool, type(None)})


def answer(
    name: str, args: Sequence[Result], *, on: dt.date, lang: Lang, workbook: Callable[[], str] | None = None
) -> Result:
    """The value of a call. Raises NotUnderstood for a function that is not ours."""
    ours = our_name(name)
    if not ours:
        raise NotUnderstood(name)
    told = call(ours, [_as_host(arg) for arg in args], on=on, workbook=workbook, lang=lang)
    if isinstance(told, list):
        return [[_from_host(cell) for cell in row] for row in told]
    return _from_host(told)


def in_store(node: Node, place: Place, around: Surroundings, ours: Ours) -> Result:
    """A formula's value as a file stores it, which is for programs without the add-in: a formula that
    asks whether it runs, or for the book's handle, is told no. One that would only show that error gets
    the answer. Raises NotUnderstood."""

    def without_addin(name: str, args: list[Result]) -> Result:
        return Wrong("#NAME?") if our_name(name) in _ADDIN_ASKED else ours(name, args)

    value = evaluate(node, place, around, without_addin)
    return evaluate(node, place, around, ours) if isinstance(value, Wrong) else value


def as_cells(area: Range) -> list[list[object]]:
    """Cells as a spreadsheet program hands them over: errors of ours by their kind."""
    return [[cell if cell.__class__ in _PLAIN else _as_host(cell) for cell in row] for row in area]


def _as_host(value: Result) -> object:
    if isinstance(value, list):
        return as_cells(value)
    if isinstance(value, Wrong):
        return next((error for error in CellError if error.value == value.text), CellError.VALUE)
    return value


def _from_host(told: object) -> Value:
    if isinstance(told, CellError):
        return Wrong(told.value)
    if told is None:
        return ""
    return told if isinstance(told, int | float) else str(told)
