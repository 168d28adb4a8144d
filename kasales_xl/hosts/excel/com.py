"""Excel on Windows through xlwings: every function of the registry as a function that COM can call.

xlwings' decorators are bound here and nowhere else, on wrappers without annotations, for its
converters stumble over them. Arguments come raw and are spelled by ``dialects``. The same module
serves the installed add-in and the stock xlwings add-in (UDF module ``kasales_xl.hosts.excel.com``)."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import xlwings

from kasales_xl.functions import (
    FUNCTIONS,
    Answer,
    Function,
    call,
    cell_name,
    close_document,
    documents,
)
from kasales_xl.hosts import CATEGORY, may_read_workbook, opens_book
from kasales_xl.hosts.excel.calling import calling_handle
from kasales_xl.hosts.excel.dialects import from_com, to_com
from kasales_xl.hosts.excel.vba import CALCULATION, CELL
from kasales_xl.hosts.language import language
from kasales_xl.hosts.today import today

#: Between the workbook of the calling cell and its place there.
_INSIDE = "\x1f"


def argument_names(function: Function) -> tuple[str, ...]:
    """As COM passes them, what people never see last; the stock add-in sends nothing there."""
    hidden = (CALCULATION,) if may_read_workbook(function) else (CELL,) if opens_book(function) else ()
    return (*(argument.name for argument in function.arguments), *hidden)


def answer(function: Function, values: tuple[Any, ...]) -> Answer:
    """values: as COM passes them, in the order of ``argument_names``."""
    cells = [from_com(value) for value in values]
    if may_read_workbook(function):
        *given, calculation = cells
        return call(
            function.name,
            given,
            on=today(),
            workbook=lambda: calling_handle(calculation),
            lang=language(),
        )
    if opens_book(function):
        *given, place = cells
        cell = _calling_cell(place) if isinstance(place, str) else ""
        return call(function.name, given, on=today(), lang=language(), cell=cell)
    return call(function.name, cells, on=today(), lang=language())


def _calling_cell(place: str) -> str:
    """The cell's name. The first cell of a workbook is the time to free the books of those closed since."""
    workbook, _, inside = place.partition(_INSIDE)
    if workbook not in documents():
        _free_closed()
    return cell_name(workbook, inside)


def _free_closed() -> None:
    try:
        still = {str(book.FullName) for book in xlwings.Book.caller().app.api.Workbooks}
    except Exception:  # Excel is busy: there will be another time
        return
    for workbook in documents() - still:
        close_document(workbook)


def bound(function: Function) -> Callable[..., Any]:
    """The function as xlwings wants it: plain parameters, no annotations, its own help."""

    def called(*values: Any) -> list[list[str | float]]:
        return to_com(answer(function, values))

    names = argument_names(function)
    parameter = inspect.Parameter
    called.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [parameter(name, parameter.POSITIONAL_OR_KEYWORD, default=None) for name in names]
    )
    called.__annotations__ = {}
    called.__name__ = called.__qualname__ = function.name
    called.__doc__ = function.help.pick(language())
    wrapped: Any = xlwings.ret("raw")(called)
    for argument in function.arguments:
        two_deep = 2 if argument.shape == "table" else None
        wrapped = xlwings.arg(
            argument.name, "raw", ndim=two_deep, err_to_str=True, doc=argument.help.pick(language())
        )(wrapped)
    for hidden in names[len(function.arguments) :]:
        wrapped = xlwings.arg(hidden, "raw", vba="Empty")(wrapped)
    # last, for every other decorator of xlwings puts the category back to its own
    result: Callable[..., Any] = xlwings.func(category=CATEGORY)(wrapped)
    return result


globals().update({name: bound(function) for name, function in FUNCTIONS.items()})
