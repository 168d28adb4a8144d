"""The cells of a whole workbook file: stored values and formulas, read sheet by sheet when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kasales_xl.files.formulas.functions import NA, Result, rows_of
from kasales_xl.files.formulas.lookups import Block
from kasales_xl.files.formulas.tables import cells_of
from kasales_xl.files.formulas.tree import Node, NotUnderstood, TablePart, Value, parse
from kasales_xl.files.formulas.values import Place
from kasales_xl.files.refresh.sheet_cells import SheetXml, Spot, XmlCell, read_sheet, stored
from kasales_xl.files.refresh.workbook_parts import Parts
from kasales_xl.reading.grid import column_number, letters

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
#: A formula over more cells than this is not worked out: no account book has that many.
MOST_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """``written``: the formula's text, that of the first cell where several share one, which stands
    ``down`` and ``right`` of it. ``array``: top, left, bottom, right of an array formula; ``dynamic``
    where that is a spill."""

    sheet: str
    spot: Spot
    written: str
    down: int = 0
    right: int = 0
    array: tuple[int, int, int, int] | None = None
    dynamic: bool = False

    @property
    def address(self) -> str:
        return f"{self.sheet}!{letters(self.spot[1])}{self.spot[0]}"

    @property
    def spots(self) -> Iterator[Spot]:
        """The cells that show its value: one, or the whole range of an array formula."""
        top, left, bottom, right = self.array or (*self.spot, *self.spot)
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1))

    def at(self, result: Result, spot: Spot) -> Value:
        """What one of those cells shows. One row or column fills them all; a spill is blank beyond its
        result, any other array formula ``#N/A``."""
        rows = rows_of(result)
        if self.array is None:
            return rows[0][0]
        y = spot[0] - self.array[0] if len(rows) > 1 else 0
        x = spot[1] - self.array[1] if len(rows[0]) > 1 else 0
        if y < len(rows) and x < len(rows[y]):
            return rows[y][x]
        return "" if self.dynamic else NA

    @property
    def place(self) -> Place:
        return Place(self.sheet, *self.spot, self.down, self.right)


class WorkbookCells:
    """``parts``: the package. Cells by sheet title and (row, column), 1-based."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.named = parts, parts.named
        self._titles = {title.casefold(): title for title in parts.sheets}
        self._sheets: dict[str, SheetXml] = {}
        self._formulas: dict[str, dict[Spot, FormulaCell]] = {}
        self._trees: dict[str, Node | None] = {}

    def title(self, sheet: str) -> str:
        """The sheet as the file spells it. Raises NotUnderstood for one that isn't there."""
        title = self._titles.get(sheet.casefold())
        if title is None:
            raise NotUnderstood(sheet)
        return title

    def sheet(self, title: str) -> SheetXml:
        if title not in self._sheets:
            self._sheets[title] = read_sheet(self.parts.content[self.parts.sheets[title]])
        return self._sheets[title]

    def stored(self, title: str, spot: Spot) -> Value:
        """What the file shows; None for a blank cell and for a formula without a stored result."""
        cell = self.sheet(title).cells.get(spot)
        return None if cell is None else stored(cell, self.parts.strings)

    def formulas(self, title: str) -> dict[Spot, FormulaCell]:
        if title not in self._formulas:
            sheet = self.sheet(title)
            self._formulas[title] = {cell.spot: cell for cell in _formulas(title, sheet)}
        return self._formulas[title]

    def every_formula(self) -> Iterator[FormulaCell]:
        for title, part in self.parts.sheets.items():
            xml = self.parts.content[part]
            if b"<f" in xml or b":f" in xml:
                yield from self.formulas(title).values()

    def tree(self, cell: FormulaCell) -> Node:
        """Raises NotUnderstood."""
        if cell.written not in self._trees:
            try:
                self._trees[cell.written] = parse(cell.written)
            except NotUnderstood:
                self._trees[cell.written] = None
        tree = self._trees[cell.written]
        if tree is None:
            raise NotUnderstood(cell.written)
        return tree

    def extent(self, sheet: str) -> int:
        """The last row that holds anything."""
        return max((row for row, _ in self.sheet(self.title(sheet)).cells), default=1)

    def part(self, part: TablePart, place: Place) -> Block:
        return cells_of(part, place, self.parts.tables)

    def named_area(self, name: str) -> Block | None:
        """The cells of a name that stands for one block; None where there is no such name."""
        text = self.parts.names.get(name.casefold(), "")
        sheet, _, area = text.rpartition("!")
        title = self._titles.get(sheet.strip("'").replace("''", "'").casefold())
        match = _AREA.fullmatch(area)
        if title is None or match is None:
            return None
        return (title, *_corners(match))


def check_size(block: Block) -> None:
    _, top, left, bottom, right = block
    if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
        raise NotUnderstood("too many cells")


def _corners(area: re.Match[str]) -> tuple[int, int, int, int]:
    top, left = int(area[2]), column_number(area[1])
    return top, left, int(area[4] or top), column_number(area[3]) if area[3] else left


def _formulas(title: str, sheet: SheetXml) -> Iterator[FormulaCell]:
    shared: dict[str, XmlCell] = {}
    for spot, cell in sheet.cells.items():
        if cell.formula is None:
            continue
        kind, text = cell.formula.get("t", ""), cell.text.get("f", "").strip()
        if kind == "shared" and text:
            shared[cell.formula.get("si", "")] = cell
        if kind == "shared" and not text:
            first = shared.get(cell.formula.get("si", ""))
            if first is not None:
                away = (cell.row - first.row, cell.column - first.column)
                yield FormulaCell(title, spot, first.text["f"].strip(), *away)
        elif kind == "array":
            area = _AREA.fullmatch(cell.formula.get("ref", ""))
            array = _corners(area) if area else (*spot, *spot)
            yield FormulaCell(title, spot, text, array=array, dynamic=cell.dynamic)
        elif kind != "dataTable" and text:
            yield FormulaCell(title, spot, text)
