"""Excel on Windows through xlwings: every function of the registry as a function that COM can call.

xlwings' decorators are bound here and nowhere else, on wrappers without annotations, for its
converters stumble over them. Arguments come raw and are spelled by ``dialects``. The same module
serves the installed add-in and the stock xlwings add-in (UDF module ``kasales_xl.hosts.excel.com``)."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import xlwings

from kasales_xl.functions import FUNCTIONS, Answer, Cells, Function, KeptTables, call
from kasales_xl.hosts import CATEGORY, may_read_workbook
from kasales_xl.hosts.excel.dialects import from_com, to_com
from kasales_xl.hosts.excel.tables import tables_of
from kasales_xl.hosts.language import language
from kasales_xl.hosts.today import today

#: The last argument of every function that may read the calling workbook: the add-in's number of the
#: calculation, within which the tables are read once. People never see it; the stock add-in sends none.
CALCULATION = "calculation"

_last_read: tuple[object, Mapping[str, Cells]] | None = None
_kept = KeptTables()


def argument_names(function: Function) -> tuple[str, ...]:
    """As COM passes them, the number of the calculation last."""
    hidden = (CALCULATION,) if may_read_workbook(function) else ()
    return (*(argument.name for argument in function.arguments), *hidden)


def calling_tables(calculation: object = None) -> Mapping[str, Cells]:
    """The inputs of the workbook that calls. Raises whatever Excel raises when it is busy."""
    global _last_read
    book = xlwings.Book.caller()
    if not calculation:
        return tables_of(book)
    key = (calculation, book.api.FullName)
    if _last_read is None or _last_read[0] != key:
        _last_read = key, tables_of(book)
    return _last_read[1]


def answer(function: Function, values: tuple[Any, ...]) -> Answer:
    """values: as COM passes them, in the order of ``argument_names``."""
    cells = [from_com(value) for value in values]
    if not may_read_workbook(function):
        return call(function.name, cells, on=today(), lang=language())
    *given, calculation = cells
    return call(
        function.name,
        given,
        on=today(),
        workbook=lambda: _kept.handle(calling_tables(calculation), today()),
        lang=language(),
    )


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
    if may_read_workbook(function):
        wrapped = xlwings.arg(CALCULATION, "raw", vba="Empty")(wrapped)
    # last, for every other decorator of xlwings puts the category back to its own
    result: Callable[..., Any] = xlwings.func(category=CATEGORY)(wrapped)
    return result


globals().update({name: bound(function) for name, function in FUNCTIONS.items()})
