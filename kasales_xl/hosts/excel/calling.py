"""The workbook that calls from Excel without saying which book it means, read once in a calculation."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import xlwings

from kasales_xl.functions import Cells, KeptTables, NoWorkbook, cell_name
from kasales_xl.hosts.excel.tables import tables_of
from kasales_xl.hosts.today import today

#: Workbooks whose tables are kept between two calculations; several are open at once, and take turns.
WORKBOOKS_KEPT = 8


@dataclass
class _Read:
    """``calculation``: in which the tables were read; None for no number, which is never the same."""

    kept: KeptTables
    calculation: object = None
    tables: Mapping[str, Cells] = field(default_factory=dict)


_reads: OrderedDict[str, _Read] = OrderedDict()


def calling_handle(calculation: object = None) -> str:
    """The handle of the calling workbook's tables. calculation: the add-in's number of it, within which they
    are read once. Raises NoWorkbook where it has none of our tables, and whatever Excel raises when it is
    busy."""
    read = _current(calculation)
    if not read.tables:
        raise NoWorkbook("no-tables")
    return read.kept.handle(read.tables, today())


def calling_tables(calculation: object = None) -> Mapping[str, Cells]:
    """The inputs of the workbook that calls, by sheet key."""
    return _current(calculation).tables


def _current(calculation: object) -> _Read:
    book: Any = xlwings.Book.caller()
    name = str(book.api.FullName)
    read = _reads.setdefault(name, _Read(KeptTables(cell_name(name))))
    _reads.move_to_end(name)
    while len(_reads) > WORKBOOKS_KEPT:
        _reads.popitem(last=False)
    if not calculation or read.calculation != calculation:
        read.tables, read.calculation = tables_of(book), calculation
    return read
