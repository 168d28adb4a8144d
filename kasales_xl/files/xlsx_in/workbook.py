"""A workbook's worksheets, in its order, each read from the very bytes that were checked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import IO

from kasales_xl.files.xlsx_in.markup import local, pairs, parser_of, walk
from kasales_xl.files.xlsx_in.number_formats import Styles, read_styles
from kasales_xl.files.xlsx_in.package import WORKBOOK, Package
from kasales_xl.files.xlsx_in.plain_sheet import MOST_PLAIN, errors_in, proven, typed_over, units_in
from kasales_xl.files.xlsx_in.quick import Values, are_plain, read_quickly
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.sheet import CellReader, Cells, Workbook
from kasales_xl.files.xlsx_in.strings import read_strings
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.text.findings.files import FILE_DAMAGED

#: Formatted but blank rows from which a sheet is said to have too many of them (16).
MANY_BLANK = 20_000


@dataclass(frozen=True)
class Page:
    """One worksheet: its grid, and what the grid does not say. ``plain``: its XML where that is plain, and
    then ``cells`` holds only what stands around them."""

    grid: Grid
    cells: Cells
    plain: bytes | None = None

    @property
    def many_blank(self) -> bool:
        return self.cells.blank_rows >= MANY_BLANK

    def typed_over(self, columns: Collection[str]) -> tuple[list[tuple[int, str]], frozenset[str]]:
        """columns: A1 letters of calculated columns. Returns (row, letters) of cells that hold a value
        without a formula, headers among them, and the columns in which other cells have one."""
        if not columns:
            return [], frozenset()
        if self.plain is not None:
            return typed_over(self.plain, columns)
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
    """The parts that all sheets refer to, read once and only where needed."""

    package: Package
    strings_name: str
    styles_name: str
    dates_1904: bool
    read: Workbook | None = None

    def workbook(self) -> Workbook:
        if self.read is None:
            texts: list[str] = []
            if self.strings_name in self.package:
                with self.package.stream(self.strings_name) as part:
                    texts = read_strings(part, self.strings_name)
            by_number: dict[str, object] = {str(number): text for number, text in enumerate(texts)}
            self.read = Workbook(by_number, read_styles(self.styles()), self.dates_1904)
        return self.read

    def styles(self) -> bytes | None:
        return self.package.content(self.styles_name) if self.styles_name in self.package else None

    def plain_strings(self) -> tuple[bool, bytes | None]:
        """Whether they are plain, and the part."""
        if self.strings_name not in self.package:
            return True, None
        if self.package.size(self.strings_name) > MOST_PLAIN:
            return False, None
        xml = self.package.content(self.strings_name)
        return are_plain(xml), xml


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
    plain_texts, strings = parts.plain_strings()
    around: dict[str, Cells] = {}
    plain: dict[str, bytes] = {}
    for title, name in names.items():
        if plain_texts and package.size(name) <= MOST_PLAIN:
            xml, reader = package.content(name), CellReader(package.spelled(name), EMPTY)
            if proven(xml, reader):
                plain[title], around[title] = xml, reader.cells
    styles = parts.styles() if plain else None
    units = read_styles(styles).units
    quick = read_quickly(plain, strings, styles, dates_1904=parts.dates_1904) if plain else {}
    pages: dict[str, Page] = {}
    for title, name in names.items():
        if title not in plain:
            cells = _read_slowly(package, name, parts.workbook())
            lines, top, left = cells.rectangle()
        else:
            cells = around[title]
            cells.errors, cells.units = errors_in(plain[title]), units_in(plain[title], units)
            lines, top, left = _reaching(quick[title], cells.errors)
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
        pages[title] = Page(grid, cells, plain.get(title))
    return pages


def _reaching(values: Values, spots: Collection[tuple[int, int]]) -> Values:
    """The rows, and as many more as reach to the spots: formulas without a result hold nothing for the fast
    reader, and the last rows may have nothing else."""
    lines, top, left = values
    if not spots:
        return values
    if not lines:
        top, left = min(row for row, _ in spots), min(column for _, column in spots)
    first, start = min(top, *(row for row, _ in spots)), min(left, *(column for _, column in spots))
    width = max(left + len(lines[0]) if lines else 0, *(column + 1 for _, column in spots)) - start
    last = max(row for row, _ in spots)
    before: list[object] = [""] * (left - start)
    reached: list[list[object]] = [[""] * width for _ in range(top - first)]
    reached += [[*before, *line, *[""] * (width - len(before) - len(line))] for line in lines]
    reached += [[""] * width for _ in range(last - first + 1 - len(reached))]
    return reached, first, start


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
