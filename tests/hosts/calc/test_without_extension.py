"""A book at a desk without the add-in, which is most desks: LibreOffice without the extension. Nothing vanishes
and the book says that it is not alive; with the extension the same file comes alive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from libreoffice import NAME_ERROR, TODAY, Calc, Document, why_not
from needed import needed
from recalculated_books import OFF, ON, assert_equal, written

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.demo.books import drafts
from kasales_xl.files.refresh.book import Refreshed, refresh_book
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.layout.last_results import NO_RESULT
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES
from kasales_xl.text.sheets import CHECKS

XLSX, ODS = "Calc MS Excel 2007 XML", "calc8"
SELLER = 4


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    """LibreOffice without the extension."""
    needed(why_not())
    running = Calc(tmp_path_factory.mktemp("bare"), TODAY, extension=False)
    yield running
    running.stop()


def book_at(folder: Path, lang: Lang = "zh") -> Path:
    return written(folder / f"{lang}.xlsx", drafts(ON, lang)[SELLER].book(), lang)


def letter(sheet: str, key: str) -> str:
    layout = LAYOUT[sheet]
    keys = [*layout.by_key, *(column.key for column in layout.calculated)]
    return openpyxl.utils.get_column_letter(keys.index(key) + 1)


def results(document: Document, lang: Lang = "zh") -> dict[Any, Any]:
    """What every calculated cell shows: of tables by the row's name, of My scorecard by its place."""
    found: dict[Any, Any] = {}
    for key, named in (
        ("accounts", ("account",)),
        ("contacts", ("account", "name")),
        ("deals", ("account", "deal")),
    ):
        layout = LAYOUT[key]
        keys = [*layout.by_key, *(column.key for column in layout.calculated)]
        for row in document.area(layout.title(lang))[FIRST_ROW - 1 :]:
            name = tuple(row[keys.index(part)] for part in named)
            if name[-1]:
                for column in layout.calculated:
                    found[key, name, column.key] = row[keys.index(column.key)]
    for r, row in enumerate(document.area(TAB_TITLES["scorecard"].pick(lang), "B1:G50")):
        found.update({("scorecard", r, c): cell for c, cell in enumerate(row)})
    return {key: f"{cell:.12g}" if isinstance(cell, float) else cell for key, cell in found.items()}


def assert_dormant(document: Document, lang: Lang = "zh") -> None:
    """No unknown name anywhere, and the header says that nothing is alive."""
    said = OFF[lang].format(day=TODAY)
    assert document.cell(TAB_TITLES["scorecard"].pick(lang), "B2") == said
    for sheet in document.sheets():
        cells = [cell for row in document.area(sheet) for cell in row]
        assert NAME_ERROR not in cells, sheet
        assert not [cell for cell in cells if isinstance(cell, int)], sheet
        assert not [
            cell for cell in cells if isinstance(cell, str) and CHECKS["addin-on"].pick(lang) in cell
        ], sheet


def refreshed(path: Path) -> Refreshed:
    data = path.read_bytes()
    book = read_book_bytes(data, path.name, on=ON)
    result = refresh_book(data, book, policy=book.policy or DEFAULT_POLICY, on=ON)
    assert result.left == ()
    path.write_bytes(result.data)
    return result


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_typing_and_a_hard_recalculation_leave_every_result(bare: Calc, tmp_path: Path, lang: Lang) -> None:
    document = bare.open(book_at(tmp_path, lang))
    before = results(document, lang)
    assert sum(value not in ("", NO_RESULT) for value in before.values()) > 60
    contacts = LAYOUT["contacts"].title(lang)
    document.put(contacts, f"{letter('contacts', 'title')}{FIRST_ROW}", "新头衔")
    assert results(document, lang) == before
    document.calculate()
    assert results(document, lang) == before
    assert_dormant(document, lang)
    document.close()


def test_sorted_rows_take_their_results_along(bare: Calc, tmp_path: Path) -> None:
    document = bare.open(book_at(tmp_path))
    before = results(document)
    rows = sum(1 for key in before if key[0] == "accounts") // len(LAYOUT["accounts"].calculated)
    last = letter("accounts", LAYOUT["accounts"].calculated[-1].key)
    first = [row[0] for row in document.area("客户", f"A3:A{rows + 2}")]
    document.sort("客户", f"A3:{last}{rows + 2}", 0, ascending=False)
    after = [row[0] for row in document.area("客户", f"A3:A{rows + 2}")]
    assert after != first
    assert sorted(after) == sorted(first)
    document.calculate()
    assert results(document) == before
    document.close()


def test_a_row_newer_than_the_results_shows_a_dash_and_how_to_get_one(bare: Calc, tmp_path: Path) -> None:
    document = bare.open(book_at(tmp_path))
    names = [row[0] for row in document.area("客户", "A1:A200")]
    free = names.index("", FIRST_ROW) + 1
    document.put("客户", f"A{free}", "新客户")
    tier = f"{letter('accounts', 'tier')}{free}"
    assert document.cell("客户", tier) == NO_RESULT
    document.close()


@pytest.mark.parametrize("kind", [XLSX, ODS])
def test_edited_saved_and_reopened_nothing_is_lost_and_with_the_extension_it_comes_alive(
    kind: str, bare: Calc, calc: Calc, tmp_path: Path
) -> None:
    """The way of most books: opened without the add-in, rows inserted and sorted, saved as .xlsx or .ods."""
    document = bare.open(book_at(tmp_path))
    before = results(document)
    document.insert_row("客户", FIRST_ROW + 1)
    document.put("客户", f"A{FIRST_ROW + 1}", "插进来的客户")
    document.calculate()
    document.save(saved := tmp_path / ("saved.xlsx" if kind == XLSX else "saved.ods"), kind)
    document.close()
    again = bare.open(saved)
    again.calculate()
    after = results(again)
    kept = {key: value for key, value in after.items() if "插进来的客户" not in str(key)}
    assert {key: value for key, value in kept.items() if key[0] != "scorecard"} == {
        key: value for key, value in before.items() if key[0] != "scorecard"
    }
    assert kept == before
    assert_dormant(again)
    again.save(back := tmp_path / "back.xlsx")
    again.close()
    assert refreshed(back).given == len(LAYOUT["accounts"].calculated)
    alive = calc.open(back)
    assert alive.cell(TAB_TITLES["scorecard"].pick("zh"), "B2").startswith(CHECKS["addin-on"].zh)
    assert assert_equal(alive, back) > 20
    assert alive.cell("客户", f"{letter('accounts', 'tier')}{FIRST_ROW + 1}") == "未知"
    alive.close()


def test_an_ods_that_the_extension_wrote_keeps_its_functions_through_a_desk_without_it(
    bare: Calc, calc: Calc, tmp_path: Path
) -> None:
    """There the names of the extension itself end up in the file; a refresh makes them plain again."""
    document = calc.open(book_at(tmp_path))
    before = results(document)
    document.save(ods := tmp_path / "alive.ods", ODS)
    document.close()
    dormant = bare.open(ods)
    dormant.calculate()
    shown = results(dormant)
    assert {
        key for key, value in shown.items() if value != before[key] and key != ("scorecard", 1, 0)
    } == set()
    assert_dormant(dormant)
    dormant.save(back := tmp_path / "back.xlsx")
    dormant.close()
    refreshed(back)
    alive = calc.open(back)
    assert assert_equal(alive, back) > 20
    alive.close()
