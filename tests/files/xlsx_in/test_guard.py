"""Files that must not be opened, or only with care (pitfalls 1–3, 11, 12, 15, 16, 57–59)."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from grids_of import ON, book_grids
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_packages import with_blanks

from kasales_xl.core.findings import Severity
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import NOTHING
from kasales_xl.files.xlsx_in.book import open_sheets, read_book, read_book_bytes, unreadable
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.grid import Grid
from kasales_xl.text.findings.files import FILE_LOCK, FILE_PLACEHOLDER, HAS_IT_OPEN

SHEET = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"


def workbook(grids: list[Grid] | None = None, **options: object) -> bytes:
    """Grids as an .xlsx file."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True, "default_date_format": "yyyy-mm-dd", **options})
    for grid in grids or book_grids():
        page = book.add_worksheet(grid.title)
        for r, row in enumerate(grid.cells):
            for c, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    page.write_datetime(r, c, dt.datetime.combine(cell, dt.time()))
                elif cell != "":
                    page.write(r, c, cell)
    book.close()
    return packed.getvalue()


CLEAN = workbook()


def changed(part: str, change: Callable[[bytes], bytes], data: bytes = CLEAN) -> bytes:
    """The workbook with one part rewritten."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            content = source.read(name)
            out.writestr(name, change(content) if name == part else content)
    return packed.getvalue()


def with_row(xml: str) -> bytes:
    return changed(SHEET, lambda text: text.replace(b"</sheetData>", xml.encode() + b"</sheetData>"))


def reading(data: bytes, name: str = "a.xlsx") -> Book:
    return read_book_bytes(data, name, on=ON)


def code(book: Book) -> str:
    assert book.seller is None
    assert [f.severity for f in book.findings] == [Severity.REJECT]
    assert book.findings[0].at.file == book.file
    return book.findings[0].code


def test_a_file_reads_like_its_grids() -> None:
    book = reading(CLEAN)
    assert book.findings == ()
    assert book.seller is not None
    assert book.seller.period_start == dt.date(2026, 1, 1)
    assert [c.name for c in book.contacts] == ["李四"]


def test_pitfall_1_a_lock_file_says_who_has_the_book_open() -> None:
    name = "王经理"
    lock = (
        bytes([3]) + name.encode("gbk").ljust(54) + len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    )
    book = reading(lock.ljust(165, b" "), "~$张三.xlsx")
    assert code(book) == "file-lock"
    assert dict(book.findings[0].words)["who"] == (HAS_IT_OPEN(name=name) if name else NOTHING)
    assert code(reading(b"", "团队/~$张三.xlsx")) == "file-lock"


def test_pitfall_2_a_password_is_told_from_an_old_excel_file() -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    assert code(reading(header + "EncryptedPackage".encode("utf-16-le"))) == "file-encrypted"
    assert code(reading(header + "Workbook".encode("utf-16-le"))) == "file-old-excel"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.xls", "file-old-excel"),
        ("a.XLSB", "file-other-format"),
        ("a.et", "file-other-format"),
        ("a.csv", "file-other-format"),
        ("a.numbers", "file-other-format"),
        (".张三.xlsx.icloud", "file-placeholder"),
    ],
)
def test_pitfall_3_other_formats_are_named(name: str, expected: str) -> None:
    assert code(reading(CLEAN, name)) == expected


def test_pitfall_3_an_xlsb_file_under_another_name_is_still_one() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("xl/workbook.bin", b"x")
    assert code(reading(packed.getvalue())) == "file-other-format"


def _bad_crc() -> bytes:
    data = bytearray(CLEAN)
    at = data.find(SHEET.encode()) + len(SHEET) + 40
    data[at] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "file-empty"),
        (b"hello, world", "file-damaged"),
        (b"%PDF-1.7 ...", "file-no-workbook"),
        (b"\n<html><table>", "file-no-workbook"),
        (CLEAN[:500], "file-damaged"),
        (CLEAN[:-30], "file-damaged"),
        (_bad_crc(), "file-damaged"),
        (b"\0" * 4096, "file-placeholder"),
        (
            changed(STRINGS, lambda text: re.sub(rb'uniqueCount="\d+"', b'uniqueCount="99999"', text)),
            "file-damaged",
        ),
        (changed(SHEET, lambda text: re.sub(rb"<v>\d+</v>", b"<v>70000</v>", text)), "file-damaged"),
        (changed(SHEET, lambda text: text[: len(text) // 2]), "file-damaged"),
        (changed("xl/workbook.xml", lambda text: text[:300]), "file-damaged"),
        (changed(SHEET, lambda text: text.replace(b"UTF-8", b"veryHidden")), "file-damaged"),
        (changed(SHEET, lambda text: text.replace(b"UTF-8", b"big5")), "file-damaged"),
    ],
    ids=[
        "zero bytes",
        "no zip",
        "PDF",
        "HTML",
        "cut off",
        "no directory",
        "CRC",
        "zeros",
        "strings",
        "index",
        "XML",
        "workbook",
        "no encoding",
        "encoding of several bytes",
    ],
)
def test_pitfall_11_and_12_damaged_files_are_named(data: bytes, expected: str) -> None:
    assert code(reading(data)) == expected


def test_pitfall_11_a_missing_part_is_named() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as source, zipfile.ZipFile(packed, "w") as out:
        for name in source.namelist():
            if name != SHEET:
                out.writestr(name, source.read(name))
    book = reading(packed.getvalue())
    assert (code(book), book.findings[0].got) == ("file-damaged", SHEET)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="9"><c s="0" r="xfd1048576" ><v>1</v></c></row>',
        '<row r="9"><c\nr="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>',
        # D2: a reader that looks for the end of a tag sees it too early
        '<row r="1048576"><c r="XFD1048576" a="/>"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row>',
        '<row r="9"><c r="XFD1048576" t="str"><f>1</f><v></v></c></row>',
    ],
)
def test_pitfall_57_a_lone_cell_far_outside_is_refused_before_a_reader_dies_of_it(row: str) -> None:
    assert code(reading(with_row(row))) == "file-stray-cell"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="9"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>',
        '<row r="9"><c r="ZZ150000"><v>1</v></c></row>',
        '<x:row xmlns:x="y" r="9"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="9"><c r="A9"><v>1</v><c r="B9"><v>2</v></c></c></row>',
        '<row r="9"><c r="A9"><v>1<v>2</v></v></c></row>',
        '<row r="9"><c r="A9"><v>1</v><v>2</v></c></row>',
        '<row r="9"><row r="10"><c r="A10"><v>2</v></c></row></row>',
        '<row r="9"><c r="A9" t="what"><v>2</v></c></row>',
        '<row r="9"><c r="A9"><v>1_000</v></c></row>',
        '<row r="9"><c r="A9"><v>nan</v></c></row>',
        '<row r="9"><c r="A9" t="s"<<v>1</v></c></row>',
        '<row r="9"><c r="A9"><v>1</c></v></row>',
        '<row r="9"><c r="A9" t="str"><v>&nbsp;</v></c></row>',
        '<row r="9"><c r="A9" t="str"><v>\x01</v></c></row>',
    ],
)
def test_d10_rows_that_no_program_would_open_are_refused_rather_than_read_some_way(row: str) -> None:
    assert code(reading(with_row(row))) == "file-damaged"


@pytest.mark.parametrize(
    "spelled", ["3&#53;0", "3&#x35;0", "<![CDATA[350]]>", "3<![CDATA[5]]>0", " 350 ", "3<!-- 1 -->50"]
)
def test_d10_a_number_is_read_right_however_xml_spells_it(spelled: str) -> None:
    deals = "xl/worksheets/sheet4.xml"
    cell = f'<c r="D3"><v>{spelled}</v></c>'.encode()
    data = changed(deals, lambda text: re.sub(rb'(<row r="3".*?<c r="C3".*?</c>)', rb"\1" + cell, text))
    assert [deal.amount for deal in reading(data).deals] == [350]


@pytest.mark.parametrize(
    "head",
    [
        '<sst a=">" uniqueCount="99999999999999" xmlns',
        "<sst uniqueCount='99999999999999' xmlns",
        '<sst uniqueCount="99999999999999999999999999999999" xmlns',
    ],
)
def test_d2_a_count_of_strings_that_is_not_true_is_refused_before_a_reader_makes_room_for_it(
    head: str,
) -> None:
    data = changed(
        STRINGS, lambda text: re.sub(rb'uniqueCount="\d+"', b"", text).replace(b"<sst xmlns", head.encode())
    )
    assert code(reading(data)) == "file-damaged"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>',
        '<row r="12000"><c r="A12000"><v>1</v></c></row>',
        '<row r="900"><c r="AAB900"><v>1</v></c></row>',
    ],
)
def test_formats_far_outside_and_cells_somewhat_outside_do_no_harm(row: str) -> None:
    book = reading(with_row(row))
    assert book.seller is not None


def test_pitfall_57_a_zip_bomb_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its directory: nothing of it is unpacked."""
    bomb, unpacked = with_blanks(CLEAN, SHEET, 400), []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _package, name, *_: unpacked.append(name))
    assert code(reading(bomb)) == "file-too-big"
    assert unpacked == []


def test_pitfall_57_a_directory_that_lies_about_sizes_is_refused() -> None:
    bomb = bytearray(with_blanks(CLEAN, SHEET, 20))
    bomb = bytearray(bytes(bomb).replace((20 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert code(reading(bytes(bomb))) == "file-damaged"


def test_pitfall_57_a_sheet_of_nothing_but_blanks_is_refused() -> None:
    assert code(reading(with_blanks(CLEAN, SHEET, 60))) == "file-damaged"


def test_pitfall_16_a_million_formatted_rows_are_let_go() -> None:
    blank = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(10, 400_000)
    )
    below = b'<row r="400000"><c r="A400000" s="1"/></row>'
    data = changed(SHEET, lambda text: text.replace(b"</sheetData>", blank + below + b"</sheetData>"))
    assert len(blank) > 20 << 20
    book = reading(data)
    assert len(book.accounts) == 1
    assert [(f.code, f.severity.value, f.got) for f in book.findings] == [("file-trimmed", "fix", "客户")]


def test_rows_below_a_large_blank_stretch_are_still_read() -> None:
    blank = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(10, 150_000)
    )
    last = b'<row r="150001"><c r="A150001" t="inlineStr"><is><t>A9</t></is></c><c r="B150001" t="inlineStr"><is><t>\xe6\xa0\xbc\xe5\x8a\x9b</t></is></c></row>'
    data = changed(SHEET, lambda text: text.replace(b"</sheetData>", blank + last + b"</sheetData>"))
    book = reading(data)
    assert [(a.row, a.account_id) for a in book.accounts] == [(3, "A1"), (150001, "A9")]


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", STRINGS, "xl/styles.xml"])
def test_pitfall_58_a_document_type_is_refused(part: str) -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    data = changed(part, lambda text: text.replace(b"?>", b"?>" + dtd, 1))
    assert code(reading(data)) == "file-unsafe"


def test_pitfall_15_dates_counted_from_1904_are_converted() -> None:
    book = reading(workbook(date_1904=True))
    assert book.seller is not None
    assert book.seller.period_start == dt.date(2026, 1, 1)
    assert [(f.code, f.severity.value) for f in book.findings] == [("dates-1904", "fix")]


def test_a_file_that_the_system_will_not_open_becomes_a_finding(tmp_path: Path) -> None:
    assert code(read_book(tmp_path / "无.xlsx", on=ON)) == "file-unreadable"
    assert code(read_book(tmp_path, on=ON)) == "no-file"
    assert unreadable("~$a.xlsx", PermissionError(13, "denied")).kind == FILE_LOCK
    cloud = OSError(22, "cloud")
    cloud.winerror = 362  # type: ignore[attr-defined]
    assert unreadable("a.xlsx", cloud).kind == FILE_PLACEHOLDER


def test_a_path_reads_like_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "张三😀.xlsx"
    path.write_bytes(CLEAN)
    book = read_book(path, on=ON)
    assert (book.file, book.findings) == ("张三😀.xlsx", ())
    assert book.contacts == reading(CLEAN).contacts


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(CLEAN) - 1), st.integers(0, 200))
def test_no_bytes_make_reading_fail(noise: bytes, at: int, length: int) -> None:
    for data in (noise, b"PK\x03\x04" + noise, CLEAN[:at] + noise + CLEAN[at + length :]):
        assert isinstance(reading(data), Book)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_damage_inside_a_worksheet_makes_reading_fail(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as package:
        text = package.read(SHEET)
    at, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 20))
    noise = data.draw(
        st.one_of(st.binary(max_size=10), st.sampled_from([b"9", b"<c>", b"/", b'"', b"ZZZ", b"<row"]))
    )
    book = reading(changed(SHEET, lambda text: text[:at] + noise + text[at + length :]))
    assert isinstance(book, Book)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="D3" t="e"><f>#REF!+1</f><v>#REF!</v></c>', ("formula-error", "#REF!")),
        ('<c r="D3" s="1"><f>1+1</f></c>', ("formula-unsaved", "=…")),
        ('<c r="D3"><f>1+1</f><v></v></c>', ("formula-unsaved", "=…")),
        ('<c r="D3"><f t="shared" si="0"/></c>', ("formula-unsaved", "=…")),
        ('<c r="D3"><f>1+1</f><v>2</v></c>', None),
        ('<c r="D3" t="str"><f>""</f><v></v></c>', None),
    ],
)
def test_pitfall_54_a_formula_without_a_value_is_blank_with_a_reason(
    cell: str, expected: tuple[str, str] | None
) -> None:
    deals = "xl/worksheets/sheet4.xml"
    data = changed(
        deals, lambda text: re.sub(rb'(<row r="3".*?<c r="C3".*?</c>)', rb"\1" + cell.encode(), text)
    )
    book = reading(data)
    assert len(book.deals) == 1
    assert book.deals[0].amount == (2 if expected is None and 't="str"' not in cell else None)
    assert [(f.code, f.got, f.at.cell) for f in book.findings] == ([(*expected, "D3")] if expected else [])


def test_opening_a_clean_book_gives_its_sheets_in_their_order() -> None:
    assert list(open_sheets(CLEAN).pages)[:2] == ["我的信息", "客户"]
    with pytest.raises(Refused):
        open_sheets(b"")
