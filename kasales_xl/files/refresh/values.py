"""Which formulas of a workbook depend on us, and what they are worth."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kasales_xl.book.filling import policy_cells
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS
from kasales_xl.core.text import pick
from kasales_xl.files.formulas.functions import Range, Result, blank_rows
from kasales_xl.files.formulas.lookups import Block, Positions, positions_of
from kasales_xl.files.formulas.ours import answer, as_cells, in_store
from kasales_xl.files.formulas.results import Address
from kasales_xl.files.formulas.tree import Call, NotUnderstood, Value
from kasales_xl.files.formulas.values import blocks, evaluate
from kasales_xl.files.refresh.sheet_cells import Spot
from kasales_xl.files.refresh.workbook_cells import FormulaCell, WorkbookCells, check_size
from kasales_xl.functions.answers.book import TABLES
from kasales_xl.functions.open_books import open_book, tables_handle
from kasales_xl.functions.spelling import our_name
from kasales_xl.layout.sheets import TAB_TITLES
from kasales_xl.layout.template import HANDLE_NAME, POLICY_TABLE

_ASKS = re.compile(r"(?:KA_|KASALES\.CALC\.FUNCTIONS\.KA)[A-Z_]{1,60}+\s*+\(", re.IGNORECASE)
#: Sheets of ours alone: there a formula without a stored result is worked out, whatever it asks.
_OWN = frozenset(TAB_TITLES[key].pick(lang) for key in ("scorecard", "checks", "lists") for lang in LANGS)


class Calculation:
    """The values of one workbook's formulas, worked out when asked for. What asks us is answered from
    ``book``; everything else is what the file shows, unless it depends on such a cell.

    alive: in a program with our functions in it; else as a file holds it. given: cells that are about to hold
    another value than the file says."""

    def __init__(
        self,
        cells: WorkbookCells,
        book: Book,
        policy: Policy,
        on: dt.date,
        *,
        alive: bool = False,
        given: Mapping[Address, Value] | None = None,
    ) -> None:
        self.cells, self.book, self.policy, self.on = cells, book, policy, on
        self.named, self.part = cells.named, cells.part
        self._extents: dict[str, int] = {}
        self.inner = open_book(book, policy, on)
        self.shown = self.inner
        self.home = cells.named_area(HANDLE_NAME)
        self.spilled: dict[tuple[str, Spot], FormulaCell] = {}
        self.dependent: dict[str, set[Spot]] = defaultdict(set)
        self._known: dict[tuple[str, Spot], Result | NotUnderstood] = {}
        self._open: set[tuple[str, Spot]] = set()
        self.alive = alive
        self._positions: dict[Block, Positions] = {}
        policy_values = dict(self._policy_values())
        self.given = policy_values | {(at[0], at[1:]): value for at, value in (given or {}).items()}
        for title, spot in policy_values:
            self.dependent[title].add(spot)
        #: Formulas that call us, that depend on one which does, or that lack a result on our sheets.
        self.asking = list(self._find())

    def value(self, sheet: str, spot: Spot) -> Result:
        """What the cell shows. Raises NotUnderstood."""
        result = self._inner_value(sheet, spot)
        return self.shown if result == self.inner else result

    def _inner_value(self, sheet: str, spot: Spot) -> Result:
        key = (sheet, spot)
        if key not in self._known:
            if key in self._open:
                raise NotUnderstood("a circle")
            self._open.add(key)
            try:
                self._known[key] = self._evaluated(self.cells.formulas(sheet)[spot])
            except RecursionError:
                raise NotUnderstood("too deep") from None
            except NotUnderstood as error:
                self._known[key] = error
            finally:
                self._open.discard(key)
        result = self._known[key]
        if isinstance(result, NotUnderstood):
            raise result
        return result

    def _evaluated(self, cell: FormulaCell) -> Result:
        node = self.cells.tree(cell)
        if self._is_home(cell.sheet, cell.spot):
            try:
                return (evaluate if self.alive else in_store)(node, cell.place, self, self._handle)
            except NotUnderstood:
                # only its name is unknown then, not what the book holds
                return self.inner if self.alive or our_name(getattr(node, "name", "")) else ""
        result = (evaluate if self.alive else in_store)(node, cell.place, self, self._ours)
        ours = isinstance(node, Call) and our_name(node.name)
        if isinstance(result, list) and cell.array is None and not ours:
            raise NotUnderstood("a range where one value belongs")
        return result

    def _is_home(self, sheet: str, spot: Spot) -> bool:
        """Is it the cell with the book's handle?"""
        return self.home == (sheet, *spot, *spot)

    def _handle(self, name: str, args: list[Result]) -> Result:
        """KA_BOOK in the book's own cell: the book as it was read, under the name that a spreadsheet
        program would give it."""
        if our_name(name) != "KA_BOOK":
            return self._ours(name, args)
        tables = {key: as_cells(arg) for key, arg in zip(TABLES, args, strict=False) if isinstance(arg, list)}
        self.shown = tables_handle(tables, self.on)
        return self.inner

    def _ours(self, name: str, args: list[Result]) -> Result:
        return answer(name, args, on=self.on, lang=self.book.lang, workbook=lambda: self.inner)

    def block(self, block: Block) -> Range:
        """Cells as the formulas see them: what depends on us worked out anew."""
        check_size(block)
        sheet, top, left, bottom, right = block
        title = self.cells.title(sheet)
        filled = min(bottom, max(top, self.extent(title)))
        rows = [
            [self._cell(title, (row, column)) for column in range(left, right + 1)]
            for row in range(top, filled + 1)
        ]
        return rows + blank_rows(bottom - filled, right - left + 1)

    def extent(self, sheet: str) -> int:
        """The last row that holds anything, or is about to."""
        title = self.cells.title(sheet)
        if title not in self._extents:
            given = (spot[0] for known, spot in self.given if known == title)
            self._extents[title] = max(self.cells.extent(title), *given, 1)
        return self._extents[title]

    def positions(self, block: Block) -> Positions:
        if block not in self._positions:
            self._positions[block] = positions_of(self.block(block))
        return self._positions[block]

    def _cell(self, title: str, spot: Spot) -> Value:
        if (title, spot) in self.given:
            return self.given[title, spot]
        stored = self.cells.stored(title, spot)
        formula = self.cells.formulas(title).get(spot) or self.spilled.get((title, spot))
        if formula is None:
            return self.inner if self._is_home(title, spot) else stored
        if stored is None or spot in self.dependent.get(title, ()):
            return formula.at(self._inner_value(title, formula.spot), spot)
        return stored

    def _find(self) -> Iterator[FormulaCell]:
        """Those that call us at once, then in rounds what points at any of those found."""
        others: list[tuple[FormulaCell, list[Block]]] = []
        for cell in self.cells.every_formula():
            if _ASKS.search(cell.written):
                self._depends(cell)
                yield cell
                continue
            others.append((cell, self._points_at(cell)))
        more = True
        while more:
            more, waiting = False, others
            others = []
            for cell, pointed in waiting:
                if any(self._touched(block) for block in pointed):
                    self._depends(cell)
                    more = True
                    yield cell
                else:
                    others.append((cell, pointed))
        for cell, _ in others:
            if cell.sheet in _OWN and self.cells.stored(cell.sheet, cell.spot) is None:
                yield cell

    def _depends(self, cell: FormulaCell) -> None:
        self.dependent[cell.sheet].update(cell.spots)
        if cell.array is not None:
            self.spilled.update(((cell.sheet, spot), cell) for spot in cell.spots)

    def _points_at(self, cell: FormulaCell) -> list[Block]:
        try:
            return list(blocks(self.cells.tree(cell), cell.place, self))
        except NotUnderstood:
            return []

    def _touched(self, block: Block) -> bool:
        sheet, top, left, bottom, right = block
        try:
            title = self.cells.title(sheet)
        except NotUnderstood:
            return False
        known = self.dependent.get(title, set())
        if top == bottom and left == right:
            return (top, left) in known
        return any(top <= row <= bottom and left <= column <= right for row, column in known)

    def _policy_values(self) -> Iterator[tuple[tuple[str, Spot], Value]]:
        """Where the policy is not the book's own: its values, at their places on 规则."""
        table = self.cells.parts.tables.get(POLICY_TABLE.casefold())
        if table is None or self.policy == self.book.policy:
            return
        wanted = {line[0]: pick(line[2], self.book.lang) for line in policy_cells(self.policy)}
        title, top, left, bottom, _ = table.place
        for row in range(top + table.header, bottom + 1):
            key = self.cells.stored(title, (row, left))
            if isinstance(key, str) and key in wanted:
                value = wanted[key]
                yield (title, (row, left + 2)), float(value) if isinstance(value, int) else _plain(value)


def _plain(value: object) -> Value:
    return value if isinstance(value, str | float) else None
