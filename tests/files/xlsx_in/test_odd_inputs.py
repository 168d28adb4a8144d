"""A minute's look for inputs that break reading, always the same ones; ``benchmarks/fuzz_reading.py`` looks longer.

Each kind of input that once broke it stands here by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

import pytest
from grids_of import ON, book_grids
from odd_inputs import Choices, odd_file, odd_grids
from small_books import small_book, tiny_book

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.xlsx_in import workbook
from kasales_xl.files.xlsx_in.book import open_sheets, read_book_bytes
from kasales_xl.files.xlsx_in.plain_strings import plain_strings
from kasales_xl.files.xlsx_in.strings import read_strings
from kasales_xl.reading.book import read_grids
from kasales_xl.reading.cells.cell import UNSAVED
from kasales_xl.reading.grid import Grid


def with_changed(data: bytes, start: str, change: Callable[[bytes], bytes]) -> bytes:
    """The parts whose names begin so, changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name.startswith(start) else content)
    return packed.getvalue()


TINY, SMALL = tiny_book(), small_book()


@pytest.mark.slow
@pytest.mark.parametrize("start", range(4))
def test_no_odd_file_breaks_reading_and_both_ways_of_reading_agree(
    start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(start * 200, start * 200 + 200):
        data = odd_file(SMALL if seed % 20 == 0 else TINY, Choices(Random(f"file {seed}")))
        book = read_book_bytes(data, "a.xlsx", on=ON)
        with monkeypatch.context() as slowly:
            slowly.setattr(workbook, "MOST_PLAIN", 0)
            again = read_book_bytes(data, "a.xlsx", on=ON)
        assert (again.seller is None) == (book.seller is None), seed
        if book.seller is not None:
            assert again == book, seed


@pytest.mark.slow
@pytest.mark.parametrize("start", range(4))
def test_no_odd_grids_break_reading_or_judging(start: int) -> None:
    sound = book_grids()
    for seed in range(start * 500, start * 500 + 500):
        book = read_grids(odd_grids(sound, Choices(Random(f"grids {seed}"))), on=ON, file="a.xlsx")
        assert isinstance(book, Book), seed
        if book.seller is not None:
            make_card(book, book.policy or DEFAULT_POLICY, ON)


@pytest.mark.parametrize("data", [TINY, SMALL], ids=["tiny", "of ours"])
def test_a_sound_book_reads_the_same_both_ways(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = open_sheets(data)
    assert all(page.plain is not None for page in quick.pages.values()), "the quick way is not taken"
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    slow = open_sheets(data)
    assert slow.grids == quick.grids
    for title, page in slow.pages.items():
        columns = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AE"]
        typed, formulas = page.typed_over(columns)
        assert (set(typed), formulas) == (
            set(quick.pages[title].typed_over(columns)[0]),
            quick.pages[title].typed_over(columns)[1],
        )


def test_a_sheet_that_lost_its_account_column_is_read_without_it() -> None:
    for lost in range(len(book_grids())):
        grids = [
            Grid(grid.title, [[cell for cell in row if cell != "客户" or at != lost] for row in grid.cells])
            for at, grid in enumerate(book_grids())
        ]
        assert isinstance(read_grids(grids, on=ON, file="a.xlsx"), Book)


def test_an_empty_place_for_cells_before_the_true_one_hides_nothing() -> None:
    def twice(xml: bytes) -> bytes:
        return xml.replace(b"<sheetViews>", b"<sheetData/><sheetViews>")

    odd, sound = open_sheets(with_changed(TINY, "xl/worksheets/", twice)), open_sheets(TINY)
    assert odd.grids == sound.grids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<dxfs count="0"/>', b'<dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs>'),
        (b"<border><left/>", b'<border><numFmt numFmtId="164" formatCode="0.00"/>'),
    ],
    ids=["of a conditional format", "astray"],
)
def test_a_number_format_elsewhere_does_not_change_what_a_date_is(
    old: bytes, new: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert old in zipfile.ZipFile(io.BytesIO(TINY)).read("xl/styles.xml")
    odd = with_changed(TINY, "xl/styles.xml", lambda xml: xml.replace(old, new))
    sound = open_sheets(TINY)
    assert open_sheets(odd).grids == sound.grids
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    assert open_sheets(odd).grids == sound.grids


def test_a_cell_style_within_another_is_counted_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    def nested(xml: bytes) -> bytes:
        return xml.replace(b'<cellXfs count="3">', b'<cellXfs count="3"><x><xf numFmtId="0"/></x>')

    odd = with_changed(TINY, "xl/styles.xml", nested)
    quick = open_sheets(odd)
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    assert open_sheets(odd).grids == quick.grids != open_sheets(TINY).grids


def test_a_string_within_a_string_is_refused_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    def nested(xml: bytes) -> bytes:
        return xml.replace(b"</t></si>", b"<si></si></t></si>", 1)

    odd = with_changed(TINY, "xl/sharedStrings.xml", nested)
    for most_plain in (workbook.MOST_PLAIN, 0):
        monkeypatch.setattr(workbook, "MOST_PLAIN", most_plain)
        assert [f.code for f in read_book_bytes(odd, "a.xlsx", on=ON).findings] == ["file-damaged"]


def test_rows_that_hold_nothing_but_formulas_without_a_result_are_there_both_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unsaved(xml: bytes) -> bytes:
        return xml.replace(b"</sheetData>", b'<row r="60"><c r="AB60"><f>1+1</f></c></row></sheetData>')

    odd = with_changed(TINY, "xl/worksheets/", unsaved)
    quick = open_sheets(odd)
    for page in quick.pages.values():
        assert page.plain is not None
        assert len(page.grid.cells) == 61 - page.grid.first_row
        assert page.grid.errors[60, 28] == UNSAVED
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    assert open_sheets(odd).grids == quick.grids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</sheetData>", b'<row r="60"><c r="B60" t="e"><v>#SPILL!</v></c></row></sheetData>'),
        (b"<dimension ", b'<dimension x="3" '),
        (b"<sheetViews>", b'<dimension ref="A1:B2"/><sheetViews>'),
        (b"</sheetData>", b'<row r="60"><c r="CZ60"><v>3</v></c></row></sheetData>'),
        (
            b"</sheetData>",
            b'<row r="60"><c r="B60" t="str"><f>"&lt;"</f><v>a&amp;lt;_x0041_</v></c></row></sheetData>',
        ),
    ],
    ids=[
        "a new kind of error",
        "an odd size",
        "a size that is too small",
        "a column far out",
        "five letters",
    ],
)
def test_what_is_plain_enough_is_read_the_same_both_ways(
    old: bytes, new: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = with_changed(TINY, "xl/worksheets/", lambda xml: xml.replace(old, new))
    read = open_sheets(odd)
    assert all(page.plain is not None for page in read.pages.values())
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    assert open_sheets(odd).grids == read.grids


@pytest.mark.parametrize(
    "new",
    [
        b'<row r="60"><c r="B60"><v>1</v></c><c r="A60"><v>2</v></c></row>',
        b'<row r="60"><c r="A60"><v>1</v></c></row><row r="59"><c r="A59"><v>2</v></c></row>',
        b'<row r="60"><c r="DA60"><v>1</v></c></row>',
        b'<row r="60"><c r="A60" t="str"><v>&#65;</v></c></row>',
        b'<row r="60"><c r="A60" t="str"><v>1</v></c><!-- --></row>',
        b'<row r="60"><c r="A60" t="inlineStr"><is><t>1</t></is></c></row>',
        b'<row r="60"><c r="A60"><v>+1</v></c></row>',
        b'<row r="60"><c r="A60" t="s"><v> 0</v></c></row>',
        b'<row><c><v>1</v></c></row>',
        b'<row r="10000"><c r="A10000"><v>1</v></c></row>',
    ],
    ids=[
        "a cell behind the next", "a row above the one before", "too far out", "a letter by its number", "a remark",
        "text in its cell", "a sign", "a blank before a number", "no address", "too far down",
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_read_tag_by_tag(
    new: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = with_changed(
        TINY, "xl/worksheets/", lambda xml: xml.replace(b"</sheetData>", new + b"</sheetData>")
    )
    read = open_sheets(odd)
    assert all(page.plain is None for page in read.pages.values())
    monkeypatch.setattr(workbook, "MOST_PLAIN", 0)
    assert open_sheets(odd).grids == read.grids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</t></si>", b'</t><phoneticPr fontId="1" type="noConversion"/></si>'),
        (b"<si><t>", b"<si><r><t>x</t></r></si><si><t>"),
        (b"<si><t>", b"<si> <t>"),
        (b"</sst>", b"<!-- --></sst>"),
        (b"<si><t>", b"<si><t>&#65;"),
        (b"<si><t>", b"<si><t>_x000D_&amp;lt;"),
    ],
    ids=[
        "how it is spoken",
        "rich text",
        "a blank between",
        "a remark",
        "a letter by its number",
        "five letters",
    ],
)
def test_strings_are_the_same_however_they_are_spelled(old: bytes, new: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(SMALL)).read("xl/sharedStrings.xml").replace(old, new)
    slow = read_strings(xml)
    assert slow
    assert plain_strings(xml, "xl/sharedStrings.xml") in (None, slow)
    assert (plain_strings(xml, "xl/sharedStrings.xml") is None) == (b"Pr" not in new and b"_x" not in new)
