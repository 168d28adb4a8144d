"""A table whose columns bring their cells: label, style and getter stand together, so that a column put in
the middle of a sheet touches one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kasales_xl.core.text import NOTHING
from kasales_xl.pages.page import Column, Content, Table, Words
from kasales_xl.pages.style import TEXT, Style

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Field(Generic[Line]):
    """A column and how its cell is got from a line: a fact of the trade, never another painted cell."""

    key: str
    label: Words
    get: Callable[[Line], Content]
    style: Style = TEXT
    weight: int = 2
    group: Words = NOTHING

    @property
    def column(self) -> Column:
        return Column(self.key, self.label, self.style, self.weight, self.group)


def table(
    key: str,
    fields: Sequence[Field[Line]],
    lines: Iterable[Line],
    *,
    caption: Words = NOTHING,
    empty: Words = NOTHING,
) -> Table:
    """lines: in the order in which they are shown; sort them by what they hold."""
    rows = tuple(tuple(field.get(line) for field in fields) for line in lines)
    return Table(key, tuple(field.column for field in fields), rows, caption, empty)
