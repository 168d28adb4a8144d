"""A workbook's worksheets, in its order, each read from the very bytes that were checked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO

from kasales_xl.files.xlsx_in.markup import local, pairs, parser_of, walk
from kasales_xl.files.xlsx_in.number_formats import Styles, read_styles
from kasales_xl.files.xlsx_in.package import WORKBOOK, Package
from kasales_xl.files.xlsx_in.plain_cells import PlainCells
from kasales_xl.files.xlsx_in.plain_sheet import MOST_PLAIN, PlainSheet, read_plain
from kasales_xl.files.xlsx_in.plain_strings import plain_strings
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.sheet import CellReader, Cells, Workbook
from kasales_xl.files.xlsx_in.strings import read_strings
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.text.findings.files import FILE_DAMAGED

#: Formatted but blank rows from which a sheet is said to have too many of them (16).
MANY_BLANK = 20_000


@dataclass(frozen=True)
class Page:
    """One worksheet: its grid, and what the grid does not say. ``plain``: its cells where they went the quick
    way, and then ``cells`` holds only what stands around them."""

    grid: Grid
    cells: Cells
    plain: PlainSheet | None = None

    @property
    def many_blank(self) -> bool:
        return self.cells.blank_rows >= MANY_BLANK

    def typed_over(self, columns: Collection[str]) -> tuple[list[tuple[int, str]], frozenset[str]]:
        """columns: A1 letters of calculated columns. Returns (row, letters) of cells that hold a value
        without a formula, headers among them, and the columns in which other cells have one."""
        if not columns:
            return [], frozenset()
        if self.plain is not None:
            return self.plain.typed_over(columns)
        there = [(row, letters(c)) for row, line in self.cells.rows.items() for c in line]
        formulas = {(row, letters(c)) for row, c in self.cells.formulas}
        typed = [spot for spot in there if spot[1] in columns and spot not in formulas]
        return typed, frozenset(name for _row, name in formulas if name in columns) if typed else frozenset()


@dataclass(frozen=True)
class Sheets:
    """``pages`` by title, in the order of the workbook."""

    pages: dict[str, Page] = field(default_factory=dict)
    dates_1904: bool = False

    @property
    def grids(self) -> list[Grid]:
        return [page.grid for page in self.pages.values()]


@dataclass
class _Parts:
    """The parts that all sheets refer to, each read once."""

    package: Package
    strings_name: str
    styles_name: str
    dates_1904: bool

    @cached_property
    def strings(self) -> list[str]:
        package, name = self.package, self.strings_name
        if name not in package:
            return []
        if package.size(name) <= MOST_PLAIN:
            xml = package.content(name)
            plain = plain_strings(xml, name)
            return read_strings(xml, name) if plain is None else plain
        with package.stream(name) as part:
            return read_strings(part, name)

    @cached_property
    def styles(self) -> Styles:
        return read_styles(
            self.package.content(self.styles_name) if self.styles_name in self.package else None
        )

    @cached_property
    def workbook(self) -> Workbook:
        by_number: dict[str, object] = {str(number): text for number, text in enumerate(self.strings)}
        return Workbook(by_number, self.styles, self.dates_1904)

    @cached_property
    def cells(self) -> PlainCells:
        return PlainCells(self.strings, self.styles, dates_1904=self.dates_1904)


def read_sheets(package: Package, wanted: Callable[[str], bool] = lambda _title: True) -> Sheets:
    """wanted: which worksheets to read, by title. Raises Refused."""
    listed, dates_1904 = _listed(package)
    relations = package.relations()
    named = dict(relations.values())
    strings = named.get("sharedStrings", "xl/sharedStrings.xml")
    parts = _Parts(package, strings, named.get("styles", "xl/styles.xml"), dates_1904)
    names: dict[str, str] = {}
    hidden: set[str] = set()
    for title, relation, unseen in listed:
        kind, name = relations.get(relation, ("", ""))
        if not kind or (kind == "worksheet" and name not in package):
            raise Refused(FILE_DAMAGED, name or title)
        if kind == "worksheet" and wanted(title):
            names[title] = name
            hidden |= {title} if unseen else set()
    return Sheets(_pages(package, parts, names, hidden), dates_1904)


def _pages(package: Package, parts: _Parts, names: dict[str, str], hidden: set[str]) -> dict[str, Page]:
    pages: dict[str, Page] = {}
    for title, name in names.items():
        cells, plain = _read(package, name, parts)
        lines, top, left = cells.rectangle() if plain is None else plain.rectangle()
        grid = Grid(
            title,
            lines,
            top,
            left,
            hidden=title in hidden,
            merged=tuple(cells.merged),
            errors=cells.errors,
            dates_1904=parts.dates_1904,
            units=cells.units,
        )
        pages[title] = Page(grid, cells, plain)
    return pages


def _read(package: Package, name: str, parts: _Parts) -> tuple[Cells, PlainSheet | None]:
    """A worksheet the quick way where that can be."""
    if package.size(name) <= MOST_PLAIN:
        xml, reader = package.content(name), CellReader(package.spelled(name), EMPTY)
        plain = read_plain(xml, reader, parts.cells)
        if plain is not None:
            reader.cells.errors = plain.noted(parts.cells.errors)
            reader.cells.units = plain.noted(parts.cells.units)
            return reader.cells, plain
    return _read_slowly(package, name, parts.workbook), None


def _read_slowly(package: Package, name: str, workbook: Workbook) -> Cells:
    """Any worksheet, tag by tag."""
    with package.stream(name) as part:
        return read_tags(part, package.spelled(name), workbook)


def read_tags(part: IO[bytes] | bytes, name: str, workbook: Workbook) -> Cells:
    """part: a worksheet's XML; name: how a finding names it. Raises Refused."""
    reader = CellReader(name, workbook)
    walk(part, parser_of(reader.start, reader.end, reader.characters), name)
    reader.check_rectangle()
    return reader.cells


def _listed(package: Package) -> tuple[list[tuple[str, str, bool]], bool]:
    """Title, relation and whether it is hidden, of each sheet; and whether dates count from 1904."""
    listed: list[tuple[str, str, bool]] = []
    dates_1904 = False

    def start(name: str, attributes: list[str]) -> None:
        nonlocal dates_1904
        plain = local(name)
        if plain == "sheet":
            said = pairs(attributes)
            relation = next((value for key, value in said.items() if key.endswith(":id")), "")
            hidden = said.get("state", "visible") != "visible"
            listed.append((said.get("name", ""), relation, hidden))
        elif plain == "workbookPr":
            dates_1904 = pairs(attributes).get("date1904", "0") in ("1", "true")

    walk(package.content(WORKBOOK), parser_of(start, None, None), WORKBOOK)
    return listed, dates_1904


EMPTY = Workbook({}, Styles())
