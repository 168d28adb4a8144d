"""What the formulas of a book come to while it is written: each is declared once, and its cached value is
worked out from it over the cells as they stand on the sheets."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from kasales_xl.core.terms import Lang
from kasales_xl.files.formulas.functions import Range, Result, blank_rows
from kasales_xl.files.formulas.lookups import Block, Positions, positions_of
from kasales_xl.files.formulas.ours import answer, in_store
from kasales_xl.files.formulas.tables import SheetTable, cells_of
from kasales_xl.files.formulas.tree import Node, NotUnderstood, TablePart, Value, parse
from kasales_xl.files.formulas.values import Place, evaluate

#: Title of the sheet, row and column, 1-based.
Address = tuple[str, int, int]
#: Formulas down a column are one text.
_tree = lru_cache(maxsize=1024)(parse)


class WrittenCells:
    """``constants`` and ``formulas`` (with their ``=``) by place; ``tables`` and ``names`` in small
    letters, names with the ``=`` of what they stand for. on, lang: of answers that formulas ask for."""

    def __init__(self, on: dt.date, lang: Lang) -> None:
        self.on, self.lang = on, lang
        self.constants: dict[Address, Value] = {}
        self.formulas: dict[Address, str] = {}
        self.tables: dict[str, SheetTable] = {}
        self.names: dict[str, str] = {}


class Values:
    """What the cells show once all of them are there. alive: in a program with our functions in it; else as
    a file holds it, which is for programs without."""

    def __init__(self, cells: WrittenCells, *, alive: bool) -> None:
        self._cells, self._alive = cells, alive
        self._values: dict[Address, Result] = {}
        self._positions: dict[Block, Positions] = {}
        self._extents: dict[str, int] = {}
        #: Formulas down a column ask for the same columns again and again.
        self._blocks: dict[Block, Range] = {}

    def value(self, address: Address) -> Value:
        """What a cell shows; of a table that a formula answers, the first cell. Raises NotUnderstood for
        a formula that would be our own fault."""
        formulas = self._cells.formulas
        if address not in formulas:
            return self._cells.constants.get(address)
        if address not in self._values:
            node, place = _tree(formulas[address][1:]), Place(*address)
            evaluated = evaluate if self._alive else in_store
            self._values[address] = evaluated(node, place, self, self._ours)
        result = self._values[address]
        return result[0][0] if isinstance(result, list) else result

    def _ours(self, name: str, args: list[Result]) -> Result:
        return answer(name, args, on=self._cells.on, lang=self._cells.lang)

    def block(self, block: Block) -> Range:
        sheet, top, left, bottom, right = block
        if bottom == top:
            return [[self.value((sheet, top, column)) for column in range(left, right + 1)]]
        if block not in self._blocks:
            self._blocks[block] = self._rows(block)
        return self._blocks[block]

    def _rows(self, block: Block) -> Range:
        sheet, top, left, bottom, right = block
        filled = min(bottom, max(top, self.extent(sheet)))
        rows = [
            [self.value((sheet, row, column)) for column in range(left, right + 1)]
            for row in range(top, filled + 1)
        ]
        return rows + blank_rows(bottom - filled, right - left + 1)

    def positions(self, block: Block) -> Positions:
        if block not in self._positions:
            self._positions[block] = positions_of(self.block(block))
        return self._positions[block]

    def extent(self, sheet: str) -> int:
        if sheet not in self._extents:
            places = (*self._cells.constants, *self._cells.formulas)
            self._extents[sheet] = max((row for title, row, _ in places if title == sheet), default=1)
        return self._extents[sheet]

    def named(self, name: str) -> Node:
        names = self._cells.names
        if name.casefold() not in names:
            raise NotUnderstood(name)
        return _tree(names[name.casefold()][1:])

    def part(self, part: TablePart, place: Place) -> Block:
        return cells_of(part, place, self._cells.tables)
