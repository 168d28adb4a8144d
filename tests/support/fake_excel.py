"""Workbooks as Excel's COM objects show them, held in memory."""

from __future__ import annotations

import re
import shutil
import types
from pathlib import Path
from typing import Any

from fakecom import RANGE_IID, ComError, Dispatched

Cells = dict[tuple[int, int], Any]
_REFERENCE = re.compile(r"(?<![\w\[@!])([A-Z]{1,2})(\d+)(?![\w(])")


class Sheet(Dispatched):
    """``values`` and ``formulas`` by (row, column). ``password``: what protects it, None for nothing."""

    def __init__(self, book: Book, name: str, password: str | None = None) -> None:
        self.Parent, self.Name, self.password = book, name, password
        self.values: Cells = {}
        self.formulas: Cells = {}
        self.arrays: list[Range] = []
        self.spills: list[Range] = []
        self.tables: list[Any] = []
        self.protected_with: dict[str, Any] = {}
        self.ProtectDrawingObjects, self.ProtectScenarios = True, False
        self.Protection = types.SimpleNamespace(AllowSorting=True)

    @property
    def ProtectContents(self) -> bool:
        return self.password is not None

    def Unprotect(self, password: str) -> None:
        if self.password:
            raise ComError(-2147352567, "wrong password", None, None)
        self.password = None

    def Protect(self, **flags: Any) -> None:
        self.password, self.protected_with = "", flags

    @property
    def ListObjects(self) -> Any:
        return Collected(self.tables)

    def Cells(self, row: int, column: int) -> Range:
        return Range(self, row, column)

    def Range(self, first: Range, last: Range) -> Range:
        rows, columns = last.Row - first.Row + 1, last.Column - first.Column + 1
        return Range(self, first.Row, first.Column, rows, columns)

    @property
    def UsedRange(self) -> Range:
        used = {*self.values, *self.formulas} or {(1, 1)}
        top, left = min(r for r, _ in used), min(c for _, c in used)
        rows, columns = max(r for r, _ in used) - top + 1, max(c for _, c in used) - left + 1
        return Range(self, top, left, rows, columns)

    def put(self, row: int, column: int, cells: list[list[Any]], table: str = "") -> Range:
        """Type in rows of cells; ``table`` names them."""
        for down, line in enumerate(cells):
            for right, cell in enumerate(line):
                self.values[row + down, column + right] = cell
        area = Range(self, row, column, len(cells), len(cells[0]))
        if table:
            self.tables.append(Table(table, area))
        return area


class Table:
    """A ListObject: its header row is the first."""

    def __init__(self, Name: str, Range: Range) -> None:  # noqa: N803 - as Excel calls them
        self.Name, self.Range = Name, Range

    @property
    def ListColumns(self) -> Collected:
        area = self.Range
        rows = area.Rows.Count - 1
        return Collected(
            types.SimpleNamespace(
                DataBodyRange=Range(area.Worksheet, area.Row + 1, area.Column + at, rows) if rows else None
            )
            for at in range(area.Columns.Count)
        )


class Range(Dispatched):
    """An area of a sheet; a single cell reads as its value, more as a tuple of rows."""

    iid = RANGE_IID
    CLSID = RANGE_IID

    def __init__(self, sheet: Sheet, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self.Worksheet, self.Parent, self.Row, self.Column = sheet, sheet, row, column
        self.Rows, self.Columns = Counted(self, rows), Counted(self, columns)
        self.Count = self.CountLarge = rows * columns
        self.Application = sheet.Parent.Application
        self.NumberFormat = "General"

    def __call__(self, row: int, column: int) -> Range:
        return Range(self.Worksheet, self.Row + row - 1, self.Column + column - 1)

    def _read(self, cells: Cells, otherwise: Cells | None = None) -> Any:
        rows = tuple(
            tuple(
                cells.get(place, (otherwise or {}).get(place))
                for place in ((self.Row + down, self.Column + right) for right in range(self.Columns.Count))
            )
            for down in range(self.Rows.Count)
        )
        return rows[0][0] if self.Count == 1 else rows

    @property
    def Value(self) -> Any:
        return self._read(self.Worksheet.values)

    @Value.setter
    def Value(self, rows: Any) -> None:
        self.Worksheet.put(self.Row, self.Column, rows if isinstance(rows, (list, tuple)) else [[rows]])

    @property
    def Formula(self) -> Any:
        return self._read(self.Worksheet.formulas, self.Worksheet.values)

    #: As an Excel spells them that spills.
    Formula2 = Formula

    @property
    def FormulaR1C1(self) -> Any:
        """References without a dollar sign as their distance from the cell."""
        relative = {
            (row, column): _REFERENCE.sub(
                lambda found, row=row: f"{found[1]}[{int(found[2]) - row}]", formula
            )
            for (row, column), formula in self.Worksheet.formulas.items()
        }
        return self._read(relative, self.Worksheet.values)

    def _within(self, areas: list[Range]) -> Range | None:
        return next(
            (
                area
                for area in areas
                if area.Row <= self.Row < area.Row + area.Rows.Count
                and area.Column <= self.Column < area.Column + area.Columns.Count
            ),
            None,
        )

    @property
    def HasArray(self) -> bool:
        return self._within(self.Worksheet.arrays) is not None

    @property
    def CurrentArray(self) -> Range | None:
        return self._within(self.Worksheet.arrays)

    @property
    def HasSpill(self) -> bool:
        return self._within(self.Worksheet.spills) is not None

    @property
    def SpillParent(self) -> Any:
        whole = self._within(self.Worksheet.spills)
        return types.SimpleNamespace(SpillingToRange=whole, Row=whole.Row, Column=whole.Column)

    def Copy(self) -> None:
        self.Application.clipboard = self

    def PasteSpecial(self, kind: int) -> None:
        assert kind == -4163
        assert self.Application.clipboard is self
        if self.Worksheet.ProtectContents:
            raise ComError(-2147352567, "protected", None, None)
        for row in range(self.Row, self.Row + self.Rows.Count):
            for column in range(self.Column, self.Column + self.Columns.Count):
                self.Worksheet.formulas.pop((row, column), None)

    def AutoFit(self) -> None:
        pass

    @property
    def Address(self) -> str:
        return f"R{self.Row}C{self.Column}"

    def GetAddress(self, *_: Any, **__: Any) -> str:
        return self.Address


class Counted:
    def __init__(self, area: Range, count: int) -> None:
        self._area, self.Count = area, count

    def AutoFit(self) -> None:
        pass


class Collected(list[Any]):
    @property
    def Count(self) -> int:
        return len(self)

    def __call__(self, name_or_index: Any) -> Any:
        if isinstance(name_or_index, str):
            for item in self:
                if item.Name == name_or_index:
                    return item
            raise ComError(-2147352567, name_or_index, None, None)
        return self[int(name_or_index) - 1]

    Item = __call__


class Book(Dispatched):
    def __init__(self, application: Application, name: str, folder: str = "", source: Path | None = None):
        self.Application, self.Name, self.Path, self.source = application, name, folder, source
        self.FullName = f"{folder}\\{name}" if folder else name
        self.Worksheets = self.Sheets = Collected()
        self.imported = ""
        self.Names = Collected()
        self.VBProject = types.SimpleNamespace(VBComponents=Components(self))

    def sheet(self, name: str, password: str | None = None) -> Sheet:
        self.Worksheets.append(Sheet(self, name, password))
        return self.Worksheets[-1]

    def name(self, name: str, cell: Range) -> None:
        """A name of the whole workbook for one cell."""
        self.Names.append(types.SimpleNamespace(Name=name, RefersToRange=cell))

    def SaveCopyAs(self, path: str) -> None:
        if self.source is None:
            Path(path).write_bytes(b"copy")
        else:
            shutil.copyfile(self.source, path)


class Components:
    """The modules of a workbook's VBA project, as ``import_udfs`` fills them."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def __call__(self, name: str) -> Any:
        raise ComError(-2147352567, name, None, None)

    def Remove(self, component: Any) -> None:
        raise AssertionError("nothing was there to remove")

    def Import(self, path: str) -> None:
        self._book.imported = Path(path).read_text()


class Books(Collected):
    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        self.opened: list[str] = []

    def Add(self) -> Book:
        book = Book(self._application, f"Book{len(self) + 1}")
        book.sheet("Sheet1")
        self.append(book)
        return book

    def Open(self, path: str, *_: Any, **__: Any) -> Book:
        self.opened.append(path)
        return Book(self._application, Path(path).name)


class Application(Dispatched):
    def __init__(self) -> None:
        self.Hwnd, self.Version = 1, "16.0"
        self.Calculation, self.EnableEvents, self.CutCopyMode = -4105, True, True
        self.Workbooks = Books(self)
        self.clipboard: Any = None
        self.described: list[tuple[str, dict[str, Any]]] = []

    def MacroOptions(self, name: str, **named: Any) -> None:
        self.described.append((name, named))
