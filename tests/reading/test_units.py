"""Money in another unit than the book's: converted where it is known, left out where it is foreign (36)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books_of import book_of
from grids_of import ACCOUNT, CONTACT, DEAL, ON, codes, found, profile, read, sheet

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.files.book.book import write_book
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.units import Foreign, format_unit, header_unit, unit_named
from kasales_xl.reading.cells.values import read_value

ORDER = [name for name in LAYOUT["deals"].model.model_fields if name in LAYOUT["deals"].by_key]


def deals(*amounts: object, header: str = "金额", unit: str = "万元", **grid: Any) -> Book:
    rows = [{**DEAL, "deal_id": f"D{n}", "deal": f"{n}期", "amount": a} for n, a in enumerate(amounts)]
    return read(
        seller=profile(money_unit=unit),
        deals=sheet("deals", rows, headers={"amount": header}, **grid),
    )


def amounts_of(book: Book) -> list[float | None]:
    return [deal.amount for deal in book.deals]


@pytest.mark.parametrize(
    ("header", "amount"),
    [
        ("金额（千元）", 35.0),
        ("金额(亿元)", 35_000.0),
        ("金额［百万］", 350.0),
        ("金额（元）", 0.035),
        ("Amount (yuan, net)", 0.035),
        ("金额（万元，含税）", 350.0),
        ("金额（含税）", 350.0),
        ("金额", 350.0),
    ],
)
def test_a_unit_in_the_header_goes_before_the_books(header: str, amount: float) -> None:
    typed = 3.5 if "百万" in header or "亿" in header else 350.0
    book = deals(typed, header=header)
    assert amounts_of(book) == [pytest.approx(amount)]
    converted = amount != typed
    assert ("header-unit" in codes(book)) is converted
    if converted:
        assert str(found(book, "header-unit").at) == "商机!D2"


@pytest.mark.parametrize("header", ["金额（美元）", "Amount ($)", "金额(万欧元)", "Amount (USD k)"])
def test_a_column_in_a_foreign_currency_is_left_out_but_for_amounts_that_name_their_unit(header: str) -> None:
    book = deals(350.0, "40万", "500", header=header)
    assert amounts_of(book) == [None, 40.0, None]
    assert [f.code for f in book.findings if f.severity.blocks] == ["header-currency"]


@pytest.mark.parametrize(
    ("unit", "amount"), [("千元", 35.0), ("百万", 35_000.0), ("亿元", 3_500_000.0), ("k", 35.0)]
)
def test_a_book_kept_in_another_unit_of_yuan_is_converted(unit: str, amount: float) -> None:
    book = deals(350.0, "350", "3.5万", unit=unit)
    assert book.seller is not None
    assert book.seller.money_unit is MoneyUnit.WAN
    assert book.seller.annual_target == pytest.approx(1000 / 350 * amount)
    assert amounts_of(book) == [pytest.approx(amount), pytest.approx(amount), 3.5]
    assert found(book, "book-unit").at.cell == "C12"
    assert not any(finding.severity.blocks for finding in book.findings)


@pytest.mark.parametrize("unit", ["美元", "USD", "金币", "#REF!"])
def test_a_book_in_an_unknown_unit_has_no_bare_amount_and_is_never_read_as_wan(unit: str) -> None:
    book = deals(350.0, "40万", unit=unit)
    assert book.seller is not None
    assert (book.seller.annual_target, amounts_of(book)) == (None, [None, 40.0])
    assert [f.code for f in book.findings if f.severity.blocks] == ["book-currency"]


def test_a_unit_in_the_label_of_the_target_goes_before_the_books() -> None:
    for label, target in (
        ("年度目标（千元）", 100.0),
        ("年度目标（万元）", 1000.0),
        ("年度目标（美元）", None),
    ):
        whole = profile()
        lines = [list(line) for line in whole.cells]
        row = next(n for n, line in enumerate(lines) if line[0] == "seller.annual_target")
        lines[row][1] = label
        book = read(seller=replace(whole, cells=lines))
        assert book.seller is not None
        assert book.seller.annual_target == target
        assert (codes(book) == set()) is (target == 1000)


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ('"$"#,##0', "$"),
        ("[$$-409]#,##0.00", "$"),
        ("[$€-2] #,##0", "€"),
        ("$#,##0;[Red]-$#,##0", "$"),
        ('#,##0 "USD"', "USD"),
        ('0"万元"', "万"),
        ('0.0"千元"', "千"),
        ('0.00,,"百万"', "元"),
        ('#,##0.0,"千"', "元"),
        ("[$¥-804]#,##0", ""),
        ("#,##0.00", ""),
        ("General", ""),
        ('0"人天"', ""),
        ("yyyy-mm-dd", ""),
    ],
)
def test_a_number_format_shows_a_unit(code: str, unit: str) -> None:
    assert format_unit(code) == unit


def test_a_figure_is_read_with_the_unit_that_its_format_shows() -> None:
    book = deals(12000.0, 35.0, 7.0, units={(3, 4): "$", (4, 4): "千", (9, 9): "$"})
    assert amounts_of(book) == [None, 3.5, 7.0]
    assert found(book, "money-currency").got == "12000$"
    assert found(book, "money-text").at.cell == "D4"


def test_units_by_themselves() -> None:
    assert unit_named("单位：万元") == 10_000
    assert unit_named("人民币千元") == 1_000
    assert unit_named("10k yuan") == 10_000
    assert unit_named("万美元") is Foreign.CURRENCY
    assert unit_named("含税") is None
    assert header_unit("赛道专家(经理确认)") is None


def money(typed: object) -> tuple[object, list[str]]:
    answer = read_value(LAYOUT["deals"].by_key["amount"], typed, Context())
    if isinstance(answer, Noted):
        return answer.value, [note.kind.code for note in answer.notes]
    return answer, []


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3万5", 3.5),
        ("1亿2", 12_000.0),
        ("3万5000", 3.5),
        ("3万5千", 3.5),
        ("2千5", 0.25),
        ("1亿2000万", 12_000.0),
        ("1百万5", 150.0),
    ],
)
def test_a_digit_behind_a_unit_is_of_the_next_smaller_one(typed: str, value: float) -> None:
    assert money(typed) == (pytest.approx(value), ["money-text"])


@pytest.mark.parametrize("typed", ["3万50", "3万05", "1亿2000", "3万5.5", "5千3万", "3万5000000"])
def test_digits_behind_a_unit_that_may_mean_two_amounts_are_asked(typed: str) -> None:
    assert money(typed) == (None, ["money-unreadable"])


def test_a_file_s_number_formats_say_the_unit_of_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_book(path, book_of(mid=3), policy=DEFAULT_POLICY, on=ON, lang="zh")
    workbook = openpyxl.load_workbook(path)
    page = workbook["商机"]
    column = next(cell.column for cell in page[1] if cell.value == "deals.amount")
    for row, code in ((3, '"$"#,##0'), (4, '0"千元"')):
        page.cell(row, column).value, page.cell(row, column).number_format = 350, code
    workbook.save(path)
    read_again = read_book(path, on=ON)
    assert [deal.amount for deal in read_again.deals][:2] == [None, 35]
    assert found(read_again, "money-currency").at.row == 3
    assert found(read_again, "money-text").at.row == 4


def test_general_serials_of_a_1904_book_are_counted_from_1904() -> None:
    for way, day in ((False, dt.date(2022, 6, 1)), (True, dt.date(2026, 6, 2))):
        contacts = sheet("contacts", [{**CONTACT, "last_contact": 44713.0}], dates_1904=way)
        assert read(contacts=contacts).contacts[0].last_contact == day


# far off


def test_an_amount_two_thousand_times_its_neighbours_is_a_question() -> None:
    book = deals(50.0, 80.0, 120.0, 35.0, 160_000.0)
    assert amounts_of(book)[-1] is None
    far = found(book, "money-far-off")
    assert (far.severity.value, str(far.at), far.got) == ("hold", "商机!D7", "160000")
    rough = deals(50.0, 80.0, 120.0, 35.0, "about 160,000")
    assert amounts_of(rough)[-1] is None
    assert amounts_of(deals(50.0, 80.0, 120.0, 35.0, "16亿"))[-1] == 160_000


def test_a_potential_of_a_thousand_years_targets_is_a_question() -> None:
    for potential, read_as in ((1_000_000.0, 1_000_000.0), (1_000_001.0, None)):
        book = read(accounts=sheet("accounts", [{**ACCOUNT, "potential_12m": potential}]))
        assert book.accounts[0].potential_12m == read_as


def test_merged_amounts_count_for_their_first_row_and_that_is_said() -> None:
    book = deals(300.0, "", merged=((3, 4, 4, 4),))
    assert amounts_of(book) == [300.0, None]
    assert str(found(book, "merged-once").at) == "商机!D3"


def test_merges_over_whole_columns_cost_no_more_than_the_table_has_rows() -> None:
    merged = tuple((3, 2, 1_048_576, 2 + n % 6) for n in range(2_000))
    book = deals(*[1.0] * 50, merged=merged)
    assert len(book.deals) == 50
