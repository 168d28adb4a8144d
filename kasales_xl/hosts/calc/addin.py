"""What the extension's functions call: one answer for one cell of LibreOffice Calc."""

from __future__ import annotations

from typing import Any

from kasales_xl.functions import FUNCTIONS, call, cell_name, reads_workbook
from kasales_xl.hosts import opens_book
from kasales_xl.hosts.calc.cells import argument_of, place_of, to_calc
from kasales_xl.hosts.language import language
from kasales_xl.hosts.today import today


def answer(name: str, document: Any, values: tuple[Any, ...], office: str) -> Any:
    """What a cell shows: a float, a text, or a result object: for a table and for a cell
    that must follow the document. office: its language as two letters."""
    lang = language(office)
    shapes = (argument.shape for argument in FUNCTIONS[name].arguments)
    args = [argument_of(value, shape) for value, shape in zip(values, shapes, strict=True)]
    if document is not None and reads_workbook(name, args):
        from kasales_xl.hosts.calc.live import watch

        return watch(document).result(name, args, lang)
    cell = ""
    if document is not None and opens_book(FUNCTIONS[name]):
        from kasales_xl.hosts.calc.live import watch

        cell = cell_name(watch(document).uid, place_of(values))
    value = to_calc(call(name, args, on=today(), lang=lang, cell=cell))
    if not isinstance(value, tuple):
        return value
    from kasales_xl.hosts.calc.live import table

    return table(value)
