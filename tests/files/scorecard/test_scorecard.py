"""The scorecard workbook: the same pages give the same bytes, text stays text, every program opens it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books_of import book_of, card_of
from openpyxl.worksheet.worksheet import Worksheet

from kasales_xl.core.card.standing import standing
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.files.scorecard.card_sheet import shares, tiles
from kasales_xl.files.scorecard.workbook import sheet_names, write_pages
from kasales_xl.files.styles.text_size import CELL_LIMIT, line_count, width, writable
from kasales_xl.pages.page import Bullets, Cell, Chart, Column, Heading, Page, Paragraph, Table
from kasales_xl.pages.style import BAD, INT
from kasales_xl.pages.workbooks import organisation_pages, seller_parts, team_pages

CREATED = dt.datetime(2026, 6, 30, tzinfo=dt.UTC)
HOSTILE = "=cmd|'/c calc'!A1"
LONG = "某某省某某市高新技术产业开发区电力信息化工程(集团)有限责任公司第二分公司"


def team(*books: Book) -> tuple[Page, ...]:
    return team_pages("华东", [seller_parts(card_of(book), details=True) for book in books])


def written(pages: Sequence[Page], lang: Lang = "zh") -> bytes:
    file = io.BytesIO()
    write_pages(file, pages, lang, created=CREATED)
    return file.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def values(sheet: Worksheet) -> list[object]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def links(sheet: Worksheet) -> list[str]:
    return [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def one_page(*rows: tuple[object, ...], form: str = "list") -> Page:
    columns = (Column("a", "甲"), Column("b", "乙", INT))
    return Page("p", "页", "页", (Table("t", columns, rows, empty="空"),), form=form)


FULL = (
    book_of(strong=2, mid=4, junior=8, undecided=3, small=2, grade=3),
    book_of(seller_id="S002", name="李四"),
    book_of(seller_id="S003", name=LONG, mid=3, junior=5, grade=2, confirmed=False),
)


@cache
def full() -> bytes:
    """A team of three with everything on its pages."""
    return written(team(*FULL))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_built_twice_the_bytes_are_equal(lang: Lang) -> None:
    assert written(team(*FULL), lang) == written(team(*FULL), lang)


def test_the_properties_hold_the_given_day_and_no_clock() -> None:
    assert opened(full()).properties.created == CREATED.replace(tzinfo=None)


def test_numbers_on_the_sheet_equal_the_card() -> None:
    card = card_of(FULL[0])
    sheet = opened(written(team(FULL[0])))["团队"]
    header = next(row[0].row for row in sheet.iter_rows() if row[0].value == "销售")
    names = [cell.value for cell in sheet[header]]
    row = dict(zip(names, [cell.value for cell in sheet[header + 1]], strict=True))
    assert row["年度目标（万元）"] == card.seller.annual_target
    assert row["本年度已赢（万元）"] == standing(card).won / card.seller.money_unit.yuan
    assert row["初级及以上"] == "✓ 14/9"
    assert [row[d] for d in "道术本势律"] == [3] * 5


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_of_users_is_never_a_formula(start: str) -> None:
    text = start + HOSTILE[1:]
    book = book_of(name=text, team=text, junior=2, undecided=1, grade=1)
    accounts = tuple(a.model_copy(update={"account": text + a.account_id}) for a in book.accounts)
    pages = team_pages(
        text, [seller_parts(card_of(dataclasses.replace(book, accounts=accounts)), details=True)]
    )
    workbook = opened(written(pages))
    formulas = [c for ws in workbook for row in ws.iter_rows() for c in row if c.data_type == "f"]
    assert formulas == []
    assert text + "A001" in values(workbook["客户"])


def test_links_and_numbers_in_text_stay_text() -> None:
    sheet = opened(written([one_page(("http://x.cn/a", "007"), ("mailto:office", "12"))])).active
    assert {"http://x.cn/a", "mailto:office", "007", "12"} <= set(values(sheet))
    assert not links(sheet)


@pytest.mark.parametrize("form", ["list", "card", "report"])
def test_odd_characters_and_odd_numbers_are_written(form: str) -> None:
    page = one_page(("\x00坏\ud800\uffff字\n第二行", float("nan")), ("😀" * 20, float("inf")), form=form)
    found = values(opened(written([page])).active)
    assert {"坏字\n第二行", "😀" * 20, "–"} <= set(found)


def test_two_sellers_of_one_name_get_two_tabs() -> None:
    pages = team(book_of(), book_of(seller_id="S002"), book_of(seller_id="S003", name="总览"))
    names = opened(written(pages)).sheetnames
    assert names[4:10] == ["张三", "五维 张三", "张三 (2)", "五维 张三 (2)", "总览 (2)", "五维 总览"]


def test_names_of_sheets_are_what_every_program_accepts() -> None:
    wanted = ["a/b:c*d?e[f]\\g", "", "'王'", "History", "x" * 40, "X" * 40, "😀" * 20, "  "]
    names = sheet_names(wanted)
    assert names[:3] == ["abcdefg", "–", "王"]
    assert len({name.casefold() for name in names} - {"history"}) == len(wanted)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not any(set(name) & set("[]:*?/\\") or name[0] == "'" or name[-1] == "'" for name in names)


def test_a_long_text_is_cut_to_what_a_cell_holds() -> None:
    assert len(writable("长" * CELL_LIMIT)) == CELL_LIMIT
    assert len(writable("长" * (CELL_LIMIT + 1))) == CELL_LIMIT
    assert writable("长" * (CELL_LIMIT + 1)).endswith("…")


def test_names_in_the_team_table_lead_to_the_pages() -> None:
    sheet = opened(full())["团队"]
    assert links(sheet) == ["'张三'!A1", "'李四'!A1", f"'{sheet_names([LONG])[0]}'!A1"]


def test_every_sheet_is_ready_to_print() -> None:
    data = full()
    for sheet in opened(data):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
        assert sheet.freeze_panes
        assert not sheet.sheet_view.showGridLines
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert all(b"&amp;P/&amp;N</oddFooter>" in parts.read(name) for name in sheets)


def test_lists_repeat_their_header_and_can_be_filtered() -> None:
    workbook = opened(full())
    for name in ("团队", "客户", "风险客户", "规则"):
        assert workbook[name].print_title_rows
        assert workbook[name].auto_filter.ref


def test_a_page_of_a_seller_fits_one_sheet_of_paper() -> None:
    sheet = opened(full())["张三"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("portrait", None)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_charts_are_native_and_say_what_they_show() -> None:
    data = full()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        drawings = "".join(
            parts.read(n).decode() for n in parts.namelist() if n.startswith("xl/drawings/drawing")
        )
        kinds = "".join(parts.read(name).decode() for name in charts)
    # the quarters, and the grades of each seller
    assert len(charts) == 1 + len(FULL)
    assert kinds.count("<c:radarChart>") == len(FULL)
    assert drawings.count("descr=") == len(charts)
    assert "pieChart" not in kinds
    assert not re.search("3DChart|view3D", kinds)


def test_a_chart_shows_the_cells_of_its_table() -> None:
    columns = (Column("what", "项"), Column("n", "数", INT))
    rows = (("一", 3), ("二", 5))
    chart = Chart("line", "趋势", "t", "what", ("n",), "两个数", 0, 5)
    page = Page("p", "页", "页", (Heading("标题"), Table("t", columns, rows), chart), form="report")
    with zipfile.ZipFile(io.BytesIO(written([page]))) as parts:
        xml = parts.read("xl/charts/chart1.xml").decode()
    assert "<c:lineChart>" in xml
    assert xml.count("<c:v>3</c:v>") == xml.count("<c:v>5</c:v>") == 1


def test_a_chart_over_an_empty_table_is_left_out() -> None:
    chart = Chart("bar", "", "t", "a", ("b",), "空")
    page = Page("p", "页", "页", (Table("t", one_page().blocks[0].columns, (), empty="空"), chart))
    with zipfile.ZipFile(io.BytesIO(written([page]))) as parts:
        assert not [name for name in parts.namelist() if "chart" in name]


def test_a_list_with_a_block_it_cannot_hold_is_our_fault_and_says_so() -> None:
    with pytest.raises(ValueError, match="ends in its one table"):
        written([Page("p", "页", "页", (Paragraph("只有字"),), form="list")])
    table = one_page().blocks[0]
    with pytest.raises(ValueError, match="Bullets"):
        written([Page("p", "页", "页", (Bullets(("一",)), table), form="list")])


def test_a_workbook_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        written([])


def test_a_path_is_written_as_well_as_a_stream(tmp_path: Path) -> None:
    write_pages(tmp_path / "华东.xlsx", team(*FULL), "zh", created=CREATED)
    assert (tmp_path / "华东.xlsx").read_bytes() == full()


def test_chinese_is_twice_as_wide_and_words_stay_whole() -> None:
    assert (width("abc"), width("财务部"), width("A部")) == (3, 6, 3)
    assert [line_count("财务部财务部", room) for room in (13, 12)] == [1, 2]
    assert line_count("一\n二\n三", 40) == 3
    assert line_count("decision maker", 12) == 2


def test_the_grid_is_dealt_out_without_remainder() -> None:
    assert shares([7, 2, 2, 3, 10], 20) == [6, 2, 2, 2, 8]
    assert shares([1, 1, 1], 3) == [1, 1, 1]
    assert shares([100, 1, 1], 4) == [2, 1, 1]
    assert tiles(4, 0, 20) == [(0, 5), (5, 5), (10, 5), (15, 5)]
    assert sum(wide for _, wide in tiles(3, 0, 20)) == 20


def test_a_marked_cell_keeps_its_column() -> None:
    sheet = opened(written([one_page((Cell("▲ 1", BAD), 5))])).active
    assert {"▲ 1", 5} <= set(values(sheet))


@pytest.mark.parametrize("case", ["full zh", "empty en", "organisation zh"])
def test_the_workbooks_follow_the_open_xml_schema(tmp_path: Path, case: str, schema_errors: Any) -> None:
    pages = {
        "full zh": lambda: team(*FULL),
        "empty en": lambda: team(book_of()),
        "organisation zh": lambda: organisation_pages(
            [standing(card_of(book)) for book in FULL], [], "2026-06-30", details=True
        ),
    }[case]()
    path = tmp_path / "book.xlsx"
    path.write_bytes(written(pages, "en" if case.endswith("en") else "zh"))
    assert schema_errors(path) == []
