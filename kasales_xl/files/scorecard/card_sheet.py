"""A card or report page on a grid of narrow columns, so that tables of different shape stand one below
the other or side by side and still fit one A4 page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xlsxwriter import Workbook

from kasales_xl.core.terms import Lang
from kasales_xl.files.scorecard.page_cells import PageCells, shown_text
from kasales_xl.files.scorecard.page_charts import DrawnColumn, native_chart, slope_chart, small_chart
from kasales_xl.files.styles.look import BAR_FILL, share_bar
from kasales_xl.files.styles.text_size import POINTS, line_count
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Figures,
    Heading,
    Multiples,
    Note,
    Page,
    Paragraph,
    Picture,
    Slopes,
    Table,
    Way,
    Words,
)
from kasales_xl.pages.style import BAR, LINK, NUMBER, QUIET, STRONG, TEXT, WRAP, Style

#: The grid: 20 columns of 46 pixels (6.6 characters) fill an A4 page at four fifths of its size. A finer
#: grid costs time: each cell of a merged run is written.
COLUMNS, COLUMN_PIXELS, CHARACTERS = 20, 46, 6.9
_ROW, _LINE, _SPACE, _GAP = 22, 17, 9, 5
#: Small charts side by side, and rows that each takes.
_MULTIPLES, _MULTIPLE_ROWS = 5, 4
#: Columns for the link back, at the right of the subtitle.
_BACK = 4


class CardSheet:
    """Draws one page; heights are known only at the end, so charts are placed last. ``breaks``: rows
    that start a printed page."""

    def __init__(self, workbook: Workbook, cells: PageCells, lang: Lang) -> None:
        self._workbook, self._cells, self._lang = workbook, cells, lang
        self._heights: dict[int, int] = {}
        #: Rows below pictures: some programs make empty rows lower than the sheet says.
        self._drawn: set[int] = set()
        self._charts: list[tuple[Chart, list[int]]] = []
        self.breaks: list[int] = []
        self._tables: dict[str, tuple[Table, dict[str, DrawnColumn]]] = {}

    def draw(self, page: Page) -> int:
        """Title, blocks, charts. Returns the number of rows used."""
        last = COLUMNS - 1
        self._cells.sheet.set_column_pixels(0, last, COLUMN_PIXELS)
        self._cells.put(0, 0, page.title, TEXT, "card-title", last)
        back = page.back is not None and self._cells.leads_to(page.back.link)
        room = last - _BACK if back else last
        self._cells.put(1, 0, page.subtitle, TEXT, "subtitle", room)
        if back:
            self._cells.put(1, room + 1, page.back, LINK, "back", last)
        self._heights |= {0: 40, 1: 22}
        row = self._stack(page.blocks, 2, 0, COLUMNS)
        self._cells.sheet.set_default_row(POINTS * _ROW)
        for number, pixels in sorted(self._heights.items()):
            if pixels != _ROW or number in self._drawn:
                self._cells.sheet.set_row_pixels(number, pixels)
        for chart, region in self._charts:
            self._place(chart, region)
        return row

    def _stack(self, blocks: Sequence[Block], row: int, left: int, span: int) -> int:
        for block in blocks:
            row = self._block(block, row, left, span)
        return row

    def _block(self, block: Block, row: int, left: int, span: int) -> int:
        if isinstance(block, Table):
            return self._table(block, row, left, span)
        if isinstance(block, Figures):
            return self._figures(block, self._space(row), left, span)
        if isinstance(block, Heading):
            if block.new_page:
                self.breaks.append(row)
            return self._line(block.text, TEXT, "heading", self._space(row), left, span, 26)
        if isinstance(block, Paragraph):
            return self._line(block.text, _wrapped(block.style), "plain", row, left, span)
        if isinstance(block, Note):
            return self._line(block.text, WRAP, "note", self._space(row), left, span, 30)
        if isinstance(block, Bullets):
            if block.caption:
                row = self._line(block.caption, TEXT, "caption", row, left, span, 20)
            for item in block.items or (Cell(block.empty, QUIET),):
                row = self._bullet(item, row, left, span)
            return row
        if isinstance(block, Beside):
            return self._beside(block, row, left, span)
        if isinstance(block, Multiples):
            return self._multiples(block, row, left, span)
        if isinstance(block, Picture):
            return self._picture(block, row, left, span)
        if isinstance(block, Slopes):
            return self._slopes(block, row, left, span)
        self._charts.append((block, [row, row + block.lines, left, left + span]))
        return self._taken(row, row + block.lines)

    def _taken(self, first: int, end: int) -> int:
        """By a picture, up to before row ``end``, which it returns."""
        for row in range(first, end):
            self._heights.setdefault(row, _ROW)
            self._drawn.add(row)
        return end

    def _multiples(self, block: Multiples, row: int, left: int, span: int) -> int:
        """Rows of small charts."""
        wide = span // _MULTIPLES
        for place, (way, at) in enumerate(self._behind(block, row)):
            native = small_chart(
                self._workbook, block, way.name, at, self._cells.sheet.get_name(), self._lang
            )
            native.set_size({"width": wide * COLUMN_PIXELS - 6, "height": _MULTIPLE_ROWS * _ROW - 4})
            self._cells.sheet.insert_chart(
                row + _MULTIPLE_ROWS * (place // _MULTIPLES),
                left + wide * (place % _MULTIPLES),
                native,
                {"object_position": 1, "description": f"{way.name}: {block.about}"},
            )
        lines = -(-len(block.ways) // _MULTIPLES)
        return self._taken(row, max(row + _MULTIPLE_ROWS * lines, row + len(block.ways) + 1))

    def _slopes(self, block: Slopes, row: int, left: int, span: int) -> int:
        native = slope_chart(
            self._workbook, list(self._behind(block, row)), self._cells.sheet.get_name(), self._lang
        )
        native.set_size({"width": span * COLUMN_PIXELS - 4, "height": block.lines * _ROW})
        self._cells.sheet.insert_chart(
            row, left, native, {"object_position": 1, "description": block.about, "x_offset": 2}
        )
        return self._taken(row, row + max(block.lines, len(block.ways) + 1))

    def _picture(self, block: Picture, row: int, left: int, span: int) -> int:
        """As large as fits; in words what is missing where it cannot be drawn here."""
        from kasales_xl.files.pictures.cannot_draw import CannotDraw
        from kasales_xl.files.relation_map.write import map_bytes

        try:
            image = map_bytes(block.facts, self._lang, ".png")
        except CannotDraw as error:
            return self._line(error.text.pick(self._lang), QUIET.wrapped, "plain", row, left, span)
        wide, high = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))
        scale = min(span * COLUMN_PIXELS / wide, block.lines * _ROW / high)
        self._cells.sheet.insert_image(
            row,
            left,
            "map.png",
            {
                "image_data": io.BytesIO(image),
                "x_scale": scale,
                "y_scale": scale,
                "x_offset": (span * COLUMN_PIXELS - wide * scale) / 2,
                "object_position": 2,
                "description": f"{block.facts['account']}: {block.about}",
            },
        )
        return self._taken(row, row + block.lines)

    def _behind(self, block: Multiples | Slopes, row: int) -> Iterator[tuple[Way, DrawnColumn]]:
        """Writes the values of a picture right of what is printed: its points, then a row a way."""
        first = COLUMNS + 1
        for number, point in enumerate(block.points, start=1):
            self._cells.put(row, first + number, point, TEXT, "behind")
        for at, way in enumerate(block.ways, start=row + 1):
            self._cells.put(at, first, way.name, TEXT, "behind")
            for number, value in enumerate(way.values, start=1):
                self._cells.put(at, first + number, value, NUMBER, "behind")
            yield way, DrawnColumn(row, at, first + len(way.values), first)

    def _space(self, row: int) -> int:
        self._heights[row] = max(self._heights.get(row, 0), _SPACE)
        return row + 1

    def _high(self, row: int, text: Words, span: int, least: int = _ROW) -> None:
        lines = line_count(str(text), span * CHARACTERS)
        wanted = max(least, _ROW + _LINE * (lines - 1))
        self._heights[row] = max(self._heights.get(row, 0), wanted)

    def _line(
        self, text: Words, style: Style, frame: str, row: int, left: int, span: int, least: int = _ROW
    ) -> int:
        self._cells.put(row, left, text, style, frame, left + span - 1)
        self._high(row, text, span, least)
        return row + 1

    def _bullet(self, item: object, row: int, left: int, span: int) -> int:
        cell = item if isinstance(item, Cell) else Cell(f"• {item}", WRAP)
        style, shown = cell.style or WRAP, str(cell.value)
        if style.base == "state":
            style = style.wrapped
        self._cells.put(row, left, Cell(shown, style, cell.link), style, "plain", left + span - 1)
        self._high(row, shown, span, 20)
        return row + 1

    def _beside(self, block: Beside, row: int, left: int, span: int) -> int:
        first = round(span * block.share)
        before = len(self._charts)
        ends = (
            self._stack(block.left, row, left, first),
            self._stack(block.right, row, left + first + 1, span - first - 1),
        )
        for chart, region in self._charts[before:]:
            if chart in (block.left[-1], block.right[-1]):
                region[1] = max(ends)
        return max(ends)

    def _table(self, table: Table, row: int, left: int, span: int) -> int:
        spans = shares([column.weight for column in table.columns], span)
        starts = [left + sum(spans[:place]) for place in range(len(spans))]
        if table.caption:
            row = self._line(table.caption, TEXT, "caption", row, left, span, 20)
        for column, start, wide in zip(table.columns, starts, spans, strict=True):
            self._cells.put(row, start, column.label, column.style, "header", start + wide - 1)
            self._high(row, column.label, wide)
        header = row
        for cells in table.rows:
            row += 1
            self._high(row, "", span)
            for content, column, start, wide in zip(cells, table.columns, starts, spans, strict=True):
                self._cells.put(row, start, content, column.style, "row", start + wide - 1)
                if column.style == WRAP:
                    self._high(row, shown_text(content), wide)
        if not table.rows:
            row += 1
            self._line(table.empty, QUIET, "row", row, left, span)
        drawn = {
            column.key: DrawnColumn(header, header + 1, row, start)
            for column, start in zip(table.columns, starts, strict=True)
        }
        self._tables[table.key] = table, drawn
        return row + 1

    def _bar(self, first: int, last: int, column: int) -> None:
        self._cells.sheet.conditional_format(first, column, last, column, share_bar(BAR_FILL, solid=True))

    def _figures(self, block: Figures, row: int, left: int, span: int) -> int:
        if block.caption:
            row = self._line(block.caption, TEXT, "caption", row, left, span, 20)
        notes = any(figure.note for figure in block.items)
        for figure, (start, wide) in zip(block.items, tiles(len(block.items), left, span), strict=True):
            end = start + wide - 1
            self._cells.put(row, start, figure.label, TEXT, "figure-label", end)
            self._cells.put(row + 1, start, figure.value, figure.style, "figure-value", end)
            if figure.style == BAR:
                self._bar(row + 1, row + 1, start)
            if notes:
                self._cells.put(row + 2, start, figure.note, TEXT, "figure-note", end)
                lines = line_count(str(figure.note), wide * CHARACTERS * 1.15)
                self._heights[row + 2] = max(self._heights.get(row + 2, 0), 18 + 14 * (lines - 1))
        self._heights |= {row: 20, row + 1: 30}
        end = row + 2 + notes
        self._heights[end] = _GAP
        return end + 1

    def _place(self, chart: Chart, region: list[int]) -> None:
        first, last, left, right = region
        table, where = self._tables[chart.table]
        if not table.rows:
            return
        sheet = self._cells.sheet
        native = native_chart(self._workbook, chart, table, where, sheet.get_name(), self._lang)
        height = sum(self._heights.get(row, _ROW) for row in range(first, last))
        native.set_size({"width": (right - left) * COLUMN_PIXELS - 4, "height": height})
        sheet.insert_chart(
            first, left, native, {"object_position": 1, "description": chart.about, "x_offset": 2}
        )


def _wrapped(style: Style) -> Style:
    """A paragraph goes over several lines."""
    return style.wrapped if style in (QUIET, STRONG) else style


def shares(weights: Sequence[int], span: int) -> list[int]:
    """``span`` grid columns dealt out by weight, at least one each, the largest remainders first."""
    whole = sum(weights)
    exact = [weight * span / whole for weight in weights]
    dealt = [max(1, int(part)) for part in exact]
    order = sorted(range(len(weights)), key=lambda place: (dealt[place] - exact[place], place))
    for place in order[: max(0, span - sum(dealt))]:
        dealt[place] += 1
    while sum(dealt) > span:
        dealt[dealt.index(max(dealt))] -= 1
    return dealt


def tiles(count: int, left: int, span: int) -> list[tuple[int, int]]:
    """Start and width of ``count`` key figures side by side."""
    edges = [left + round(place * span / count) for place in range(count + 1)]
    return [(start, end - start) for start, end in pairwise(edges)]
