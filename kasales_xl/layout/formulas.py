"""The formulas of the book, as files spell them: structured references, the handle, calculated columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kasales_xl.core.terms import Lang
from kasales_xl.layout.sheets import LAYOUT, Calculated, Column, SheetLayout
from kasales_xl.layout.template import HANDLE_NAME, POLICY_TABLE

_SPECIAL = re.compile(r"(['\[\]#])")
#: Styles of calculated columns whose answer may be blank.
_MAYBE_BLANK = frozenset({"text", "money"})
_CALL = re.compile(r"(KA_[A-Z_]+)\((.*)\)")


def _name(label: str) -> str:
    """A column's name inside a structured reference."""
    return _SPECIAL.sub(r"'\1", label)


def column_ref(layout: SheetLayout, key: str, lang: Lang) -> str:
    """A whole column's data: ``tblAccounts[客户名称]``."""
    return f"{layout.table}[{_name(_label(layout, key, lang))}]"


def cell_ref(layout: SheetLayout, key: str, lang: Lang) -> str:
    """This row's cell of a column: ``tblAccounts[[#This Row],[客户名称]]``."""
    return f"{layout.table}[[#This Row],[{_name(_label(layout, key, lang))}]]"


def _label(layout: SheetLayout, key: str, lang: Lang) -> str:
    every: list[Column | Calculated] = [*layout.columns, *layout.calculated]
    return next(column.label(lang) for column in every if column.key == key)


def input_ref(layout: SheetLayout, lang: Lang) -> str:
    """The inputs of a table with their headers. Calculated columns stay out: they depend on the
    handle, and a handle over them would be a circular reference."""
    if not layout.calculated:
        return f"{layout.table}[#All]"
    first, last = layout.columns[0].label(lang), layout.columns[-1].label(lang)
    return f"{layout.table}[[#All],[{_name(first)}]:[{_name(last)}]]"


def handle_formula(lang: Lang) -> str:
    """``=KA_BOOK(tblProfile[#All],…,tblPolicy[#All])``: the hidden cell named ``KA``."""
    tables = [input_ref(layout, lang) for layout in LAYOUT.values()]
    return f"=KA_BOOK({','.join([*tables, f'{POLICY_TABLE}[#All]'])})"


def calculated_formula(calculated: Calculated, lang: Lang) -> str:
    """The one formula down a calculated column; blank where the row is blank. A sentence may be blank
    by right: without the add-in it stays so, for a blank can't be kept from the last calculation."""
    layout = LAYOUT[calculated.sheet]
    refs = {column.key: cell_ref(layout, column.key, lang) for column in layout.columns}
    call = calculated.call.format(**refs)
    if blank_instead_of_error(calculated):
        call = f'IFERROR({call},"")'
    return f'=IF({refs[calculated.when]}="","",{call})'


def blank_instead_of_error(calculated: Calculated) -> bool:
    return calculated.style in _MAYBE_BLANK


def calculated_call(calculated: Calculated, row: Mapping[str, object]) -> tuple[str, tuple[object, ...]]:
    """The function of a calculated column and its arguments for one row, the handle left out."""
    found = _CALL.fullmatch(calculated.call)
    if found is None:
        raise ValueError(f"not a call of a worksheet function: {calculated.call}")
    parts = [part for part in found[2].split(",") if part != HANDLE_NAME]
    args = (part[1:-1] if part[0] == '"' else row[part.strip("{}")] for part in parts)
    return found[1], tuple(args)
