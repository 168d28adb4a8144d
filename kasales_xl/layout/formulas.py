"""The formulas of the book, as files spell them: structured references, the handle, calculated columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_uppercase

from kasales_xl.core.text import Text, join, same
from kasales_xl.layout.last_results import last_of_row, or_last
from kasales_xl.layout.sheets import HEADER_ROW, LAYOUT, MADE_IDS, Calculated, Column, SheetLayout
from kasales_xl.layout.template import HANDLE_NAME, POLICY_TABLE, TYPING_ROWS

_SPECIAL = re.compile(r"(['\[\]#])")
#: Styles of calculated columns whose answer may be blank.
_MAYBE_BLANK = frozenset({"text", "money"})
_CALL = re.compile(r"(KA_[A-Z_]+)\((.*)\)")


def _named(column: Column | Calculated) -> Text:
    """A column's name inside a structured reference."""
    return Text(_SPECIAL.sub(r"'\1", column.zh), _SPECIAL.sub(r"'\1", column.en))


def column_ref(layout: SheetLayout, key: str) -> Text:
    """A whole column's data: ``tblAccounts[客户名称]``."""
    return same("{table}[{name}]")(table=layout.table, name=_named(layout.by_key[key]))


def cell_ref(layout: SheetLayout, key: str) -> Text:
    """This row's cell of a column: ``tblAccounts[[#This Row],[客户名称]]``."""
    return same("{table}[[#This Row],[{name}]]")(table=layout.table, name=_named(layout.by_key[key]))


def row_id_formula(layout: SheetLayout) -> Text:
    """This row's ID; where it is blank, the one that the reader makes of other cells."""
    key, parts = MADE_IDS[layout.key]
    made = join((cell_ref(layout, part) for part in parts), same('&"/"&'))
    return same('IF({id}="",{made},{id})')(id=cell_ref(layout, key), made=made)


def input_ref(layout: SheetLayout, last_row: int = TYPING_ROWS) -> Text:
    """The inputs of a sheet with their headers. Of a sheet with rows it is the cells down to ``last_row``,
    for not every program grows a table when somebody types below it. Calculated columns stay out: they
    depend on the handle, and a handle over them would be a circular reference."""
    if layout.form:
        return same("{table}[#All]")(table=layout.table)
    return same("'{tab}'!$A${top}:${last}${bottom}")(
        tab=Text(layout.zh, layout.en),
        top=HEADER_ROW,
        last=ascii_uppercase[len(layout.columns) - 1],
        bottom=last_row,
    )


def handle_formula(last_rows: Mapping[str, int] | None = None) -> Text:
    """``=IFERROR(KA_BOOK(tblProfile[#All],…,tblPolicy[#All]),"")``: the hidden cell named ``KA``, blank where
    nothing answers. last_rows: by sheet key, where a table reaches further down than rows are typed."""
    known = last_rows or {}
    tables = [
        *(input_ref(layout, max(TYPING_ROWS, known.get(layout.key, 0))) for layout in LAYOUT.values()),
        f"{POLICY_TABLE}[#All]",
    ]
    return same('=IFERROR(KA_BOOK({tables}),"")')(tables=join(tables, same(",")))


def calculated_formula(calculated: Calculated) -> Text:
    """The one formula down a calculated column; blank where the row is blank. It asks the function where
    the handle answers, and shows the last result where it does not."""
    layout = LAYOUT[calculated.sheet]
    cells = {key: cell_ref(layout, key) for key in layout.by_key}
    call = same(calculated.call)(row_id=row_id_formula(layout), **cells)
    if calculated.style in _MAYBE_BLANK:
        call = same('IFERROR({call},"")')(call=call)
    row_id, names = MADE_IDS[layout.key]
    last = last_of_row(calculated, cells[row_id], [cells[name] for name in names])
    return same('=IF({when}="","",{asked})')(
        when=cell_ref(layout, calculated.when), asked=or_last(last, call)
    )


def calculated_call(calculated: Calculated, row: Mapping[str, object]) -> tuple[str, tuple[object, ...]]:
    """The function of a calculated column and its arguments for one row, the handle left out."""
    call = _CALL.fullmatch(calculated.call)
    if call is None:
        raise ValueError(f"not a call of a worksheet function: {calculated.call}")
    parts = [part for part in call[2].split(",") if part != HANDLE_NAME]
    known = {**row, "row_id": row[MADE_IDS[calculated.sheet][0]]}
    args = (part[1:-1] if part[0] == '"' else known[part.strip("{}")] for part in parts)
    return call[1], tuple(args)
