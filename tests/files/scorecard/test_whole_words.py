"""A header of a list wraps between words, never inside one."""

from __future__ import annotations

import pytest

from kasales_xl.files.scorecard.list_sheet import _column_width
from kasales_xl.files.styles.text_size import width
from kasales_xl.pages.page import Column, Table
from kasales_xl.pages.style import INT


@pytest.mark.parametrize("label", ["Intermediate", "Accounts with an opponent", "中级", "Attainment"])
def test_a_column_is_as_wide_as_the_longest_word_over_it(label: str) -> None:
    column = Column("one", label, INT)
    assert _column_width(column, Table("one", (column,), ((3,),)), 0) >= max(map(width, label.split()))
