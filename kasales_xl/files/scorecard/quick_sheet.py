"""A worksheet that spells its cells in one step each. Pages are thousands of plain cells, and the library
spends most of its time on what none of them needs; the bytes are the same."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.drawing import Drawing, DrawingInfo, DrawingTypes
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellBlankTuple, CellNumberTuple, CellStringTuple, Worksheet

#: Texts up to here need no second look at the limit of a cell.
_SHORT = 16_000
#: Makes a cell without the call that a named tuple's own constructor costs.
_new = tuple.__new__


class _Drawing(Drawing):  # type: ignore[misc]
    """Pictures keep their shape: they hang at one cell with a size of their own. Where the default font is
    missing, columns are a third wider, and a picture from cell to cell is stretched with them."""

    def _write_two_cell_anchor(self, index: int, drawing: DrawingInfo) -> None:
        if drawing._drawing_type != DrawingTypes.IMAGE:
            super()._write_two_cell_anchor(index, drawing)
            return
        column, row, right, down, *_, x, y = drawing._dimensions
        self._xml_start_tag("xdr:oneCellAnchor")
        self._write_from(column, row, right, down)
        self._write_xdr_ext(drawing._width, drawing._height)
        self._write_pic(index, x, y, drawing)
        self._write_client_data()
        self._xml_end_tag("xdr:oneCellAnchor")


class QuickSheet(Worksheet):  # type: ignore[misc]
    """Rows and columns are numbers, never ``A1``. The first cell of each row goes the library's way, which
    keeps count of how far the sheet reaches; so does every cell that is not text, number or blank."""

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> int:
        cells = self.table.get(row)
        if not cells or not self.dim_colmin <= col <= self.dim_colmax or len(string) > _SHORT:
            return int(self._write_string(row, col, string, cell_format))
        index = self.str_table._get_shared_string_index(string)
        cells[col] = _new(CellStringTuple, (index, cell_format))
        return 0

    def write_number(self, row: int, col: int, number: float, cell_format: Any = None) -> int:
        cells = self.table.get(row)
        if not cells or not self.dim_colmin <= col <= self.dim_colmax or not math.isfinite(number):
            return int(self._write_number(row, col, number, cell_format))
        cells[col] = _new(CellNumberTuple, (number, cell_format))
        return 0

    def write_blank(self, row: int, col: int, blank: Any, cell_format: Any = None) -> int:
        return int(self._write_blank(row, col, blank, cell_format))

    def merge_range(
        self, first_row: int, first_col: int, last_row: int, last_col: int, data: Any, cell_format: Any = None
    ) -> int:
        """Blank runs within one row; anything else goes the library's way. Raises OverlappingRange where
        something stands there already."""
        if data != "" or first_row != last_row or last_col <= first_col or cell_format is None:
            return int(super().merge_range(first_row, first_col, last_row, last_col, data, cell_format))
        cells = self.table[first_row]
        if not cells or not self.dim_colmin <= first_col <= last_col <= self.dim_colmax:
            self._check_dimensions(first_row, first_col)
            self._check_dimensions(first_row, last_col)
        run = range(first_col, last_col + 1)
        if not cells.keys().isdisjoint(run):
            raise OverlappingRange(f"{self.name}: row {first_row + 1} is written twice")
        cells.update(dict.fromkeys(run, CellBlankTuple(cell_format)))
        self.merge.append([first_row, first_col, first_row, last_col])
        return 0

    def _prepare_image(self, *picture: Any) -> None:
        super()._prepare_image(*picture)
        self.drawing.__class__ = _Drawing

    def _assemble_xml_file(self) -> None:
        """Written cells are let go at once: a workbook is a circle that only a collection ends."""
        super()._assemble_xml_file()
        self.table.clear()
        self.hyperlinks.clear()
        self.merge.clear()

    def _write_rows(self) -> None:
        if self.constant_memory or self.comments:
            super()._write_rows()
            return
        self.row_spans = _spans(self.table)
        names = [xl_col_to_name(column) for column in range(self.dim_colmax + 1)]
        styles: dict[int, str] = {}
        heights: dict[float, str] = {}
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells, info = self.table.get(row), self.row_info.get(row)
            span = self.row_spans.get(row // 16)
            if not cells:
                if info is not None:
                    self._write_empty_row(row, span, info)
                continue
            self._begin_row(row, span, info, heights)
            self._write_cells(row, cells, names, styles)
            self._xml_end_tag("row")

    def _begin_row(self, row: int, span: str | None, info: Any, heights: dict[float, str]) -> None:
        formatted = info is not None and (info.row_format or info.hidden or info.level or info.collapsed)
        if formatted or not span or self.excel_version == 2010:
            self._write_row(row, span, info)
            return
        height = self.default_row_height if info is None or info.height is None else info.height
        if height not in heights:
            usual = height == self.original_row_height == self.default_row_height
            heights[height] = "" if usual else f' ht="{height * 0.75:.16g}" customHeight="1"'
        self.fh.write(f'<row r="{row + 1}" spans="{span}"{heights[height]}>')

    def _write_cells(
        self, row: int, cells: Mapping[int, Any], names: Sequence[str], styles: dict[int, str]
    ) -> None:
        write, number = self.fh.write, str(row + 1)
        for column in sorted(cells):
            cell = cells[column]
            kind, shape = type(cell), cell.format
            if shape is None or kind not in _PLAIN:
                self._write_cell(row, column, cell)
                continue
            style = styles.get(id(shape))
            if style is None:
                style = styles[id(shape)] = str(shape._get_xf_index())
            if kind is CellBlankTuple:
                write(f'<c r="{names[column]}{number}" s="{style}"/>')
            elif kind is CellStringTuple:
                write(f'<c r="{names[column]}{number}" s="{style}" t="s"><v>{cell.string}</v></c>')
            else:
                write(f'<c r="{names[column]}{number}" s="{style}"><v>{cell.number:.16G}</v></c>')

    def _write_merge_cells(self) -> None:
        if not self.merge:
            return
        write, name = self.fh.write, xl_col_to_name
        names = [name(column) for column in range(max(last for *_, last in self.merge) + 1)]
        write(f'<mergeCells count="{len(self.merge)}">')
        for top, left, bottom, right in self.merge:
            write(f'<mergeCell ref="{names[left]}{top + 1}:{names[right]}{bottom + 1}"/>')
        write("</mergeCells>")


_PLAIN = frozenset({CellBlankTuple, CellStringTuple, CellNumberTuple})


def _spans(table: Mapping[int, Mapping[int, Any]]) -> dict[int, str]:
    """First and last column, 1-based, that each block of 16 rows holds."""
    ends: dict[int, tuple[int, int]] = {}
    for row, cells in table.items():
        if cells:
            first, last = min(cells), max(cells)
            known = ends.get(row // 16, (first, last))
            ends[row // 16] = min(known[0], first), max(known[1], last)
    return {block: f"{first + 1}:{last + 1}" for block, (first, last) in ends.items()}


def _sample(sheet_class: type[Worksheet]) -> bytes:
    """A small workbook with one of each kind of cell that pages hold."""
    packed = io.BytesIO()
    workbook = Workbook(packed, {"in_memory": True})
    workbook.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    sheet = workbook.add_worksheet("A", sheet_class)
    shape = workbook.add_format({"bold": True})
    sheet.set_row_pixels(4, 30)
    for row in (1, 3, 20):
        sheet.write_string(row, 1, "a & b", shape)
        sheet.write_number(row, 2, 0.1, shape)
        sheet.write_blank(row, 3, None, shape)
        sheet.merge_range(row, 4, row, 6, "", shape)
        sheet.write_string(row, 4, "a", shape)
        sheet.write_url(row, 8, "internal:'A'!A1", shape, "b")
        sheet.write_string(row, 0, "plain")
    workbook.close()
    return packed.getvalue()


@lru_cache(maxsize=1)
def sheet_class() -> type[Worksheet]:
    """QuickSheet while it gives what the installed XlsxWriter gives, else the library's own worksheet."""
    try:
        same = _sample(QuickSheet) == _sample(Worksheet)
    except (AttributeError, TypeError, KeyError):
        same = False
    return QuickSheet if same else Worksheet
