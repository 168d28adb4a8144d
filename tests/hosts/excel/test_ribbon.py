"""The ribbon's buttons, pressed on workbooks held in memory; the scorecard is made for real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import fake_excel
import fakecom
import pytest
from books_of import ON, book_of
from function_books import cell_of, tables_of
from libreoffice import TODAY

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.hosts.excel.tables import TABLES
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.ribbon import WORDS

_TABLES = {key: table for table, key in TABLES.items()}


@pytest.fixture(scope="module")
def ribbon() -> Iterator[ModuleType]:
    with fakecom.windows(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KASALES_TODAY", TODAY)
        import kasales_xl.hosts.excel.ribbon as module

        yield module


def filled(folder: Path, *, wrong: bool = False, source: Path | None = None) -> fake_excel.Book:
    tables = tables_of(strong=1, mid=1, grade=1)
    if wrong:
        cell_of(tables, "contacts", 1, LAYOUT["contacts"].by_key["stance"].zh, "=老板")
    book = fake_excel.Book(fake_excel.Application(), "张三.xlsx", str(folder), source)
    for key, cells in tables.items():
        book.sheet(key).put(2, 2, cells, _TABLES[key])
    return book


def formulas(book: fake_excel.Book) -> list[str]:
    return [text for sheet in book.Worksheets for text in sheet.formulas.values()]


def test_check_lists_every_finding_in_a_new_workbook(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path, wrong=True)
    said = ribbon.check(book, "zh")
    listed = book.Application.Workbooks[0].Worksheets[0]
    rows = max(row for row, _ in listed.values)
    assert f"{rows - 1} 处" in said
    assert rows > 1
    assert [listed.values[1, column] for column in (1, 2, 3)] == ["表", "行", "列"]
    assert any("老板" in str(value) for value in listed.values.values())


def test_check_of_a_clean_book_opens_nothing(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path)
    assert ribbon.check(book, "zh") == WORDS["nothing-found"].zh
    assert book.Application.Workbooks == []


def test_a_workbook_that_is_no_account_book_is_told_so(ribbon: ModuleType, tmp_path: Path) -> None:
    book = fake_excel.Book(fake_excel.Application(), "预算.xlsx", str(tmp_path))
    book.sheet("Sheet1").put(1, 1, [["a"]])
    assert ribbon.check(book, "en") == WORDS["no-tables"].en
    assert ribbon.scorecard(book, "zh") == WORDS["no-tables"].zh
    assert ribbon.freeze(book, "zh") == WORDS["nothing-to-freeze"].zh
    assert list(tmp_path.iterdir()) == []


def test_freeze_keeps_a_copy_with_formulas_first(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path)
    sheet = book.Worksheets[1]
    sheet.formulas = {
        (3, 20): "=KA_TIER(KA,B3)",
        (4, 20): '=IF(B4="","",ka_tier(KA,B4))',
        (5, 20): "=SUM(A1:A4)",
    }
    said = ribbon.freeze(book, "zh")
    copies = list(tmp_path.iterdir())
    assert len(copies) == 1
    assert re.fullmatch(r"张三 带公式备份 \d{8}-\d{6}\.xlsx", copies[0].name)
    assert said == WORDS["frozen"](n=2, copy=copies[0]).pick("zh")
    assert formulas(book) == ["=SUM(A1:A4)"]


def test_freeze_takes_spills_and_arrays_as_a_whole(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path)
    sheet = book.Worksheets[0]
    sheet.formulas = {
        (30, 1): "=KA_GAP(KA)",
        (40, 1): "=KA_TIERS(KA)",
        (40, 2): "=KA_TIERS(KA)",
        (41, 1): "=KA_TIERS(KA)",
    }
    sheet.spills.append(fake_excel.Range(sheet, 30, 1, 5, 4))
    sheet.arrays.append(fake_excel.Range(sheet, 40, 1, 2, 2))
    ribbon.freeze(book, "zh")
    assert formulas(book) == []


def test_freeze_lifts_protection_and_puts_it_back(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path)
    sheet = book.sheet("我的记分卡", password="")
    sheet.formulas = {(3, 2): "=KA_LEVEL(KA)"}
    sheet.Protection = type("Flags", (), dict.fromkeys(_flags(), True))()
    ribbon.freeze(book, "zh")
    assert formulas(book) == []
    assert sheet.ProtectContents
    assert sheet.protected_with["AllowSorting"] is True
    assert sheet.protected_with["Contents"] is True


def test_a_sheet_behind_a_password_leaves_the_whole_book_as_it_was(
    ribbon: ModuleType, tmp_path: Path
) -> None:
    book = filled(tmp_path)
    book.Worksheets[1].formulas = {(3, 20): "=KA_TIER(KA,B3)"}
    locked = book.sheet("密", password="secret")  # noqa: S106 - made up
    locked.formulas = {(1, 1): "=KA_LEVEL(KA)"}
    locked.Protection = type("Flags", (), dict.fromkeys(_flags(), True))()
    said = ribbon.freeze(book, "zh")
    assert said == WORDS["locked"](sheet="密").pick("zh")
    assert len(formulas(book)) == 2
    assert list(tmp_path.iterdir()) == []
    assert book.Application.Calculation == -4105
    assert book.Application.EnableEvents is True


def _flags() -> tuple[str, ...]:
    from kasales_xl.hosts.excel.formulas import _ALLOWED

    return _ALLOWED


def test_the_scorecard_is_made_of_the_book_on_the_screen_and_opened(
    ribbon: ModuleType, tmp_path: Path
) -> None:
    source = tmp_path / "source.xlsx"
    write_book(source, book_of(strong=1, mid=1, grade=1), policy=DEFAULT_POLICY, on=ON, lang="zh")
    folder = tmp_path / "我的账簿"
    folder.mkdir()
    book = filled(folder, source=source)
    said = ribbon.scorecard(book, "zh")
    opened = book.Application.Workbooks.opened
    assert len(opened) == 1, said
    assert Path(opened[0]) == folder / "记分卡" / "华东.xlsx"
    assert Path(opened[0]).exists()
    assert opened[0] in said


def test_a_scorecard_that_fails_says_why(ribbon: ModuleType, tmp_path: Path) -> None:
    book = filled(tmp_path)  # what it saves is no workbook
    said = ribbon.scorecard(book, "zh")
    assert said.startswith("记分卡没出来")
    assert book.Application.Workbooks.opened == []


def test_books_at_a_web_address_get_a_folder_at_home(
    ribbon: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    web = ribbon.opened(fake_excel.Book(fake_excel.Application(), "a.xlsx", "https://example.com/team"))
    unsaved = ribbon.opened(fake_excel.Book(fake_excel.Application(), "Book1"))
    local = ribbon.opened(fake_excel.Book(fake_excel.Application(), "a.xlsx", str(tmp_path / "b")))
    assert ribbon.folder_of(web) == ribbon.folder_of(unsaved) == tmp_path / "kasales"
    assert ribbon.folder_of(local) == tmp_path / "b"


def test_the_teams_scorecard_is_opened_rather_than_the_organisations() -> None:
    from kasales_xl.hosts.excel.ribbon import team_file

    assert team_file(["o/organisation.xlsx", "o/华东.xlsx", "o/cards.json"]) == "o/华东.xlsx"
    assert team_file(["o/organisation.xlsx"]) == "o/organisation.xlsx"
