"""Small books as files: one of our own, with formulas, strings, dates and drop-downs, and one as small as can be."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from pathlib import Path

import xlsxwriter
from books_of import ON, book_of
from grids_of import book_grids

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book


def small_book() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        write_book(path, book_of(), policy=DEFAULT_POLICY, on=ON, lang="zh")
        return path.read_bytes()


def tiny_book() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        dollars = book.add_format({"num_format": '"$"#,##0'})
        for grid in book_grids():
            page = book.add_worksheet(grid.title)
            for r, row in enumerate(grid.cells):
                for c, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        page.write_datetime(r, c, dt.datetime.combine(cell, dt.time()))
                    elif cell != "":
                        page.write(r, c, cell)
            page.write_formula(40, 30, "=1+1", dollars, 2)
            page.write_row(41, 30, ["a", 1.5, True], dollars)
    return packed.getvalue()
