"""What the formulas of a book come to while it is written: each is declared once, and its cached value is
worked out from it over the cells as they stand on the sheets."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from kasales_xl.core.terms import Lang
from kasales_xl.files.formulas.functions import Range, Result
from kasales_xl.files.formulas.ours import answer, in_store
from kasales_xl.files.formulas.tables import SheetTable, cells_of
from kasales_xl.files.formulas.tree import Node, NotUnderstood, TablePart, Value, parse
from kasales_xl.files.formulas.values import Block, Place

#: Title of the sheet, row and column, 1-based.
Address = tuple[str, int, int]
#: Formulas down a column are one text.
_tree = lru_cache(maxsize=1024)(parse)


class WrittenCells:
    """``constants`` and ``formulas`` (with their ``=``) by place; ``tables`` and ``names`` in small
    letters, names with the ``=`` of what they stand for. on, lang: of answers that formulas ask for."""

    def __init__(self, on: dt.date, lang: Lang) -> None:
        self._on, self._lang = on, lang
        self.constants: dict[Address, Value] = {}
        self.formulas: dict[Address, str] = {}
        self.tables: dict[str, SheetTable] = {}
        self.names: dict[str, str] = {}
        self._values: dict[Address, Result] = {}

    def value(self, address: Address) -> Value:
        """What a cell shows; of a table that a formula answers, the first cell. Raises NotUnderstood for
        a formula that would be our own fault."""
        if address not in self.formulas:
            return self.constants.get(address)
        if address not in self._values:
            self._values[address] = in_store(
                _tree(self.formulas[address][1:]), Place(*address), self, self._ours
            )
        result = self._values[address]
        return result[0][0] if isinstance(result, list) else result

    def _ours(self, name: str, args: list[Result]) -> Result:
        return answer(name, args, on=self._on, lang=self._lang)

    def block(self, block: Block) -> Range:
        sheet, top, left, bottom, right = block
        return [
            [self.value((sheet, row, column)) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]

    def extent(self, sheet: str) -> int:
        return max(row for title, row, _ in (*self.constants, *self.formulas) if title == sheet)

    def named(self, name: str) -> Node:
        if name.casefold() not in self.names:
            raise NotUnderstood(name)
        return _tree(self.names[name.casefold()][1:])

    def part(self, part: TablePart, place: Place) -> Block:
        return cells_of(part, place, self.tables)
