"""Whatever a spreadsheet program hands over: a function answers with what a cell or a range can hold."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from books_of import ON
from function_books import handle_of, tables_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasales_xl.functions import FUNCTIONS, Answer, CellError, call

TABLES = tables_of(strong=1, mid=2, junior=2, none=1, undecided=1, grade=2)
HANDLE = handle_of(TABLES)
WORDS = (
    "客户001", "A001-0", "D001-1", "等级", "道", "强", "高级", "score", "聚", "是", "tas.attainment", "code",
    "", " ", "1", "#N/A", "KA#", "KA#0123456789abcdef", HANDLE, "\ud800", "字" * 40_000,
)  # fmt: skip


class Broken:
    """An object of some host that cannot even be shown or compared."""

    def __repr__(self) -> str:
        raise RuntimeError

    __float__ = __bool__ = __repr__  # type: ignore[assignment]


cells = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.decimals(),
    st.complex_numbers(),
    st.text(max_size=8),
    st.binary(max_size=3),
    st.sampled_from([*CellError, Broken(), {}, {1: 2}, set(), object]),
)
ranges = st.lists(st.lists(cells, max_size=4), max_size=4)
arguments = st.one_of(
    cells,
    ranges,
    st.lists(cells, max_size=4).map(tuple),
    st.lists(ranges, max_size=2),
    st.sampled_from([*TABLES.values()]),
)


def fits_a_cell(value: Any) -> bool:
    return (
        isinstance(value, CellError) or type(value) is str or (type(value) is float and math.isfinite(value))
    )


def fits_a_sheet(answer: Answer) -> bool:
    if not isinstance(answer, list):
        return fits_a_cell(answer)
    widths = {len(row) for row in answer}
    return len(widths) == 1 and 0 not in widths and all(fits_a_cell(cell) for row in answer for cell in row)


def unseen_workbook() -> Any:
    raise OSError("busy")


@pytest.mark.parametrize("name", FUNCTIONS)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_arguments_at_all_are_answered_with_cells(name: str, data: st.DataObject) -> None:
    function = FUNCTIONS[name]
    args = data.draw(st.lists(arguments, max_size=len(function.arguments) + 1))
    if args and function.takes_book and data.draw(st.booleans()):
        args[0] = HANDLE
    workbook = data.draw(
        st.sampled_from([None, lambda: TABLES, lambda: HANDLE, dict, lambda: unseen_workbook()])
    )
    lang = data.draw(st.sampled_from(["zh", "en"]))
    day = data.draw(st.sampled_from([ON, dt.date(1900, 1, 1), dt.date(9999, 12, 31)]))
    answer = call(name, args, on=day, workbook=workbook, lang=lang)
    assert fits_a_sheet(answer)
