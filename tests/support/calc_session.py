"""Runs under the Python that has LibreOffice's bridge: starts Calc, obeys one JSON line at a time.

Not a test: ``libreoffice.Calc`` starts it. Reading a cell gives a number, a text, or ``{"error": n}``."""

from __future__ import annotations

import json
import sys
import time

import uno
from office_desktop import desktop_of, end, option

HARD_ERRORS = 4


class Session:
    def __init__(self, desktop):
        self.desktop, self.documents = desktop, []

    def open(self, path):
        url = uno.systemPathToFileUrl(path) if path else "private:factory/scalc"
        started = time.perf_counter()
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
        self.documents.append(document)
        return {"document": len(self.documents) - 1, "seconds": time.perf_counter() - started}

    def sheets(self, document):
        return list(self.documents[document].Sheets.ElementNames)

    def area(self, document, sheet, cells):
        """A1 range to rows of values; blank ``cells`` is the used area."""
        page = self.documents[document].Sheets.getByName(sheet)
        if cells:
            area = page.getCellRangeByName(cells)
        else:
            cursor = page.createCursor()
            cursor.gotoEndOfUsedArea(False)
            last = cursor.RangeAddress
            area = page.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
        rows = [list(row) for row in area.getDataArray()]
        corner = area.RangeAddress
        for bad in area.queryFormulaCells(HARD_ERRORS).RangeAddresses:
            for r in range(bad.StartRow, bad.EndRow + 1):
                for c in range(bad.StartColumn, bad.EndColumn + 1):
                    number = page.getCellByPosition(c, r).getError()
                    rows[r - corner.StartRow][c - corner.StartColumn] = {"error": number}
        return rows

    def formulas(self, document, sheet, cells):
        page = self.documents[document].Sheets.getByName(sheet)
        return [list(row) for row in page.getCellRangeByName(cells).getFormulaArray()]

    def put(self, document, sheet, cell, value):
        target = (
            self.documents[document].Sheets.getByName(sheet).getCellRangeByName(cell).getCellByPosition(0, 0)
        )
        if isinstance(value, (int, float)):
            target.Value = value
        elif value.startswith("="):
            target.Formula = value
        else:
            target.String = value

    def put_array(self, document, sheet, cells, formula):
        self.documents[document].Sheets.getByName(sheet).getCellRangeByName(cells).setArrayFormula(formula)

    def insert_row(self, document, sheet, row):
        self.documents[document].Sheets.getByName(sheet).Rows.insertByIndex(row - 1, 1)

    def delete_row(self, document, sheet, row):
        self.documents[document].Sheets.getByName(sheet).Rows.removeByIndex(row - 1, 1)

    def sort(self, document, sheet, cells, column, ascending):
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending = column, ascending
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        area = self.documents[document].Sheets.getByName(sheet).getCellRangeByName(cells)
        area.sort((option("SortFields", fields), option("ContainsHeader", False)))

    def calculate(self, document):
        """Hard: every formula anew, as Ctrl+Shift+F9. Seconds that it took."""
        started = time.perf_counter()
        self.documents[document].calculateAll()
        return time.perf_counter() - started

    def save(self, document, path, kind):
        self.documents[document].storeToURL(uno.systemPathToFileUrl(path), (option("FilterName", kind),))

    def close(self, document):
        self.documents[document].close(False)


def main():
    soffice, profile, bundled = sys.argv[1:]
    process, desktop = desktop_of(soffice, profile, f"-env:BUNDLED_EXTENSIONS=file://{bundled}")
    session = Session(desktop)
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, args = json.loads(line)
        try:
            answer = {"ok": getattr(session, name)(*args)}
        except Exception as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
    end(process, desktop)


main()
