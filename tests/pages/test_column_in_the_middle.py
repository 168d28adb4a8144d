"""A column put in the middle of a sheet touches one place: every table of every page takes one more, and what
is written still stands under its header, with charts and bars over their own columns."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import openpyxl
import pytest
from books_of import book_of, card_of
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from test_pages_progress import LAST_QUARTER, parts_of, remembered

from kasales_xl.core.card.standing import standing
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.pages.page import Chart, Content, Page, Table, blocks, value
from kasales_xl.pages.page import table as table_of
from kasales_xl.pages.paint import paint
from kasales_xl.pages.table import Field, Line, table
from kasales_xl.pages.workbooks import organisation_pages, team_pages

ADDED = "新列"
BOOKS = (
    book_of(strong=1, mid=2, junior=6, grade=2, undecided=1),
    book_of(seller_id="S2", name="李四", junior=1, none=1, confirmed=False),
)


def scorecard() -> list[Page]:
    """The pages of a team with a past, and of the organisation, in Chinese."""
    earlier = [remembered(book_of(seller_id=book.seller.seller_id), LAST_QUARTER) for book in BOOKS]
    parts = [parts_of(book, before) for book, before in zip(BOOKS, earlier, strict=True)]
    standings = [standing(card_of(book)) for book in BOOKS]
    made = (*team_pages("华东", parts), *organisation_pages(standings, [], "2026-06-30"))
    return [paint(page, "zh") for page in made]


def middle(columns: Sequence[object]) -> int:
    return len(columns) // 2


def with_one_more(
    key: str, fields: Sequence[Field[Line]], lines: Iterable[Line], *, caption="", empty=""
) -> Table:
    place = middle(fields)
    added: Field[Line] = Field(ADDED, ADDED, lambda _: ADDED)
    return table(key, [*fields[:place], added, *fields[place:]], lines, caption=caption, empty=empty)


@pytest.fixture
def one_column_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is made with one more column in its middle."""
    for name, module in list(sys.modules.items()):
        if name.startswith("kasales_xl.pages.") and vars(module).get("table") is table:
            monkeypatch.setattr(module, "table", with_one_more)


def tables(page: Page) -> list[Table]:
    return [block for block in blocks(page) if isinstance(block, Table)]


def test_every_table_takes_one_more_column_and_the_others_stay_as_they_are(
    request: pytest.FixtureRequest,
) -> None:
    pages = scorecard()
    request.getfixturevalue("one_column_more")
    for before, after in zip(pages, scorecard(), strict=True):
        for plain, wide in zip(tables(before), tables(after), strict=True):
            place = middle(plain.columns)
            where = f"{after.key}: {plain.key}"
            assert wide.columns[place].key == ADDED, where
            assert (*wide.columns[:place], *wide.columns[place + 1 :]) == plain.columns, where
            assert [(*row[:place], *row[place + 1 :]) for row in wide.rows] == list(plain.rows), where


class Drawn(NamedTuple):
    """Where a table stands on its sheet: the header row, and the column of each key; 1-based."""

    header: int
    columns: dict[str, int]

    def cells(self, key: str, count: int) -> str:
        """The cells below a header: ``C5:C9``."""
        letter = get_column_letter(self.columns[key])
        return f"{letter}{self.header + 1}:{letter}{self.header + count}"


def drawn(sheet: Worksheet, shown: Table) -> Drawn:
    """Found by its headers, one beside the other."""
    headed = [column for column in shown.columns if column.label]
    labels = [column.label for column in headed]
    for row in sheet.iter_rows():
        filled = [cell for cell in row if cell.value is not None]
        for first in range(len(filled) - len(labels) + 1):
            cells = filled[first : first + len(labels)]
            if [cell.value for cell in cells] == labels:
                columns = {column.key: cell.column for column, cell in zip(headed, cells, strict=True)}
                return Drawn(row[0].row, columns)
    raise AssertionError(f"{sheet.title}: no headers {labels}")


def as_read(content: Content) -> object:
    plain = value(content)
    if isinstance(plain, dt.date):
        return dt.datetime.combine(plain, dt.time())
    return None if plain == "" else plain


@pytest.mark.usefixtures("one_column_more")
def test_every_cell_is_written_under_its_header() -> None:
    for page, sheet in written(scorecard()):
        for shown in tables(page):
            at = drawn(sheet, shown)
            for place, column in enumerate(shown.columns):
                if column.key in at.columns:
                    rows = range(at.header + 1, at.header + 1 + len(shown.rows))
                    cells = [sheet.cell(row, at.columns[column.key]).value for row in rows]
                    wanted = [as_read(row[place]) for row in shown.rows]
                    wanted = [pytest.approx(one) if isinstance(one, float) else one for one in wanted]
                    assert cells == wanted, f"{page.key}: {shown.key}.{column.key}"


@pytest.mark.usefixtures("one_column_more")
def test_charts_stay_over_their_own_columns() -> None:
    kinds = set()
    for page, sheet in written(scorecard()):
        pointed = {
            ref.rpartition("!")[2].replace("$", "")
            for whole in sheet._charts
            # a combined chart is several in one
            for chart in whole._charts
            for series in chart.ser
            for ref in ((series.cat.numRef or series.cat.strRef).f, series.val.numRef.f)
        }
        for block in blocks(page):
            if isinstance(block, Chart):
                of = table_of(page, block.table)
                at = drawn(sheet, of)
                count = block.rows or len(of.rows)
                wanted = {at.cells(key, count) for key in (block.categories, *block.series, *block.line)}
                assert wanted <= pointed, f"{page.key}: {block.table}"
                kinds.add(block.kind)
    assert kinds == {"radar", "bar", "line", "stacked"}


def written(pages: Sequence[Page]) -> list[tuple[Page, Worksheet]]:
    file = io.BytesIO()
    write_pages(file, pages, "zh")
    file.seek(0)
    return list(zip(pages, openpyxl.load_workbook(file).worksheets, strict=True))
