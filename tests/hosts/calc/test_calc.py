"""LibreOffice recalculates our books: every worksheet function alive, every value the core's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books_of import book_of
from libreoffice import NAME_ERROR, Calc, Document
from recalculated_books import ON, assert_equal, recalculated, stored, written

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.demo.books import drafts
from kasales_xl.demo.mistakes import plant
from kasales_xl.files.book.book import write_book
from kasales_xl.functions import CellError
from kasales_xl.layout.sheets import LAYOUT, TAB_TITLES
from kasales_xl.text.sheets import CHECKS
from kasales_xl.version import __version__

SELLERS = range(16)
#: Whose planted slips leave a person or a deal out of the reckoning.
SLIPPED = (1, 5, 9)


@pytest.mark.parametrize("number", SELLERS)
def test_a_demo_book_recalculates_to_the_values_it_was_written_with(
    number: int, calc: Calc, tmp_path: Path
) -> None:
    draft = drafts(ON, "zh")[number]
    path = written(tmp_path / f"{draft.seller.name}.xlsx", draft.book())
    document = calc.open(path)
    assert assert_equal(document, path) > 20
    document.close()


@pytest.mark.parametrize("number", SLIPPED)
def test_a_demo_book_with_slips_holds_the_values_it_recalculates_to(
    number: int, calc: Calc, tmp_path: Path
) -> None:
    draft = drafts(ON, "zh")[number]
    plant(draft)
    path = written(tmp_path / f"{draft.seller.name}.xlsx", draft.book())
    document = calc.open(path)
    assert assert_equal(document, path) > 20
    document.close()


def test_an_english_book_recalculates_to_english_words(calc: Calc, tmp_path: Path) -> None:
    book = book_of(strong=1, mid=2, junior=2, none=1, undecided=1, grade=1)
    path = written(tmp_path / "Ann.xlsx", book, "en")
    document = calc.open(path)
    assert assert_equal(document, path) > 20
    tiers = [row[column_of(document, "accounts", "tier", "en")] for row in document.area("Accounts")[2:9]]
    assert tiers == ["strong", "mid", "mid", "junior", "junior", "none", "junior"]
    document.close()


def test_an_empty_template_shows_no_error_anywhere(calc: Calc, tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        path = tmp_path / f"{lang}.xlsx"
        write_book(path, Book(None, lang=lang), policy=DEFAULT_POLICY, on=ON, lang=lang)
        document = calc.open(path)
        for sheet in document.sheets():
            found = [
                cell for row in document.area(sheet) for cell in row if isinstance(cell, (int, CellError))
            ]
            assert NAME_ERROR not in found
            assert not found or sheet == TAB_TITLES["scorecard"].pick(lang)
        document.close()


def test_tier_key_and_score_columns_are_the_cores_verdicts(calc: Calc, tmp_path: Path) -> None:
    book = drafts(ON, "zh")[3].book()
    card = make_card(book, DEFAULT_POLICY, ON)
    document = calc.open(written(tmp_path / "b.xlsx", book))
    area = document.area("客户")
    places = [column_of(document, "accounts", key) for key in ("is_key", "tier", "score")]
    for row, verdict in zip(area[2:], card.accounts, strict=False):
        expected = [verdict.key.zh, verdict.tier.zh, pytest.approx(verdict.score.total)]
        assert [row[place] for place in places] == expected
    document.close()


def column_of(document: Document, sheet: str, key: str, lang: Lang = "zh") -> int:
    """Index of a column by its label in the header row."""
    layout = LAYOUT[sheet]
    label = next(c.header.pick(lang) for c in (*layout.columns, *layout.calculated) if c.key == key)
    return document.area(layout.title(lang))[1].index(label)


def letter(index: int) -> str:
    return openpyxl.utils.get_column_letter(index + 1)


@pytest.fixture
def live(calc: Calc, tmp_path: Path) -> Any:
    """A senior by one account: 1 strong, 3 mid, 5 junior; the fourth mid relation would spare it."""
    path = written(tmp_path / "live.xlsx", book_of(strong=1, mid=3, junior=5, grade=3))
    document = calc.open(path)
    yield document
    document.close()


def test_one_edited_contact_changes_tier_level_and_gap_at_once(live: Document) -> None:
    influence = letter(column_of(live, "contacts", "can_influence"))
    tier = f"{letter(column_of(live, 'accounts', 'tier'))}3"
    scratch = "历史"
    card = TAB_TITLES["scorecard"].pick("zh")
    for cell, formula in {
        "Z1": "=KA_LEVEL(KA)",
        "Z2": "=KA_LEVEL()",
        "Z3": '=KA_TIER(;"客户001")',
        "Z4": '=INDEX(KA_GAP(KA;"高级");2;4)',
        "Z5": '=INDEX(KA_GAP(;"高级");2;4)',
    }.items():
        live.put(card, cell, formula)
    assert scratch not in live.sheets()
    assert [row[0] for row in live.area(card, "Z1:Z5")] == ["高级", "高级", "强", 0.0, 0.0]
    assert live.cell("客户", tier) == "强"

    live.put("联系人", f"{influence}3", "不能")
    assert live.cell("客户", tier) == "中级"
    assert [row[0] for row in live.area(card, "Z1:Z5")] == ["中级", "中级", "中级", 1.0, 1.0]

    live.put("联系人", f"{influence}3", "能")
    assert live.cell("客户", tier) == "强"
    assert [row[0] for row in live.area(card, "Z1:Z5")] == ["高级", "高级", "强", 0.0, 0.0]


def test_a_threshold_changed_on_the_policy_sheet_counts_at_once(live: Document) -> None:
    keys = [row[0] for row in live.area("规则", "A1:A80")]
    row = keys.index("policy.mid_dms") + 1
    tier = f"{letter(column_of(live, 'accounts', 'tier'))}4"
    assert live.cell("客户", tier) == "中级"
    live.put("规则", f"C{row}", 2)
    assert live.cell("客户", tier) == "初级"


def test_an_error_value_in_an_input_does_not_take_the_book_down(live: Document) -> None:
    objective = letter(column_of(live, "accounts", "objective"))
    live.put("客户", f"{objective}3", "=1/0")
    tiers = letter(column_of(live, "accounts", "tier"))
    assert live.cell("客户", f"{tiers}4") == "中级"
    live.put(TAB_TITLES["scorecard"].pick("zh"), "Z1", "=INDEX(KA_CHECK(KA);2;3)")
    assert live.cell(TAB_TITLES["scorecard"].pick("zh"), "Z1") == "经营目标"


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("我的信息", "C6"), ("支持", "C3"), ("人脉", "C3"), ("能力", "E3"), ("履历", "C3"), ("规则", "D3")],
)
def test_an_error_value_on_any_sheet_does_not_take_the_book_down(
    live: Document, sheet: str, cell: str
) -> None:
    live.put(sheet, cell, "=1/0")
    live.calculate()
    assert live.cell("客户", f"{letter(column_of(live, 'accounts', 'tier'))}3") == "强"
    assert live.cell("_meta", "B8").startswith("KA#")


def test_rows_typed_below_a_table_count_in_every_form(live: Document) -> None:
    """LibreOffice grows no table: the row stands outside of it, and is counted all the same."""
    card, below = TAB_TITLES["scorecard"].pick("zh"), 500
    live.put(card, "Z1", '=KA_TIER(KA;"表下面的客户")')
    live.put(card, "Z2", '=KA_TIER(;"表下面的客户")')
    assert [row[0] for row in live.area(card, "Z1:Z2")] == [CellError.NA, CellError.NA]
    live.put("客户", f"A{below}", "表下面的客户")
    live.put("联系人", f"A{below}", "表下面的客户")
    live.put("联系人", f"B{below}", "表下面的人")
    for key, word in {"business_related": "是", "can_influence": "能"}.items():
        live.put("联系人", f"{letter(column_of(live, 'contacts', key))}{below}", word)
    assert [row[0] for row in live.area(card, "Z1:Z2")] == ["初级", "初级"]


def test_an_edit_leaves_two_books_in_memory_and_closing_the_document_none(calc: Calc, tmp_path: Path) -> None:
    """A second document, open all the time, asks by the handles of the first."""
    asking = calc.open()
    sheet = asking.sheets()[0]
    path = written(tmp_path / "开.xlsx", book_of(strong=1, mid=1, grade=1))
    document = calc.open(path)
    handles = []
    for turn in range(4):
        document.put("客户", f"{letter(column_of(document, 'accounts', 'objective'))}3", f"第{turn}次改")
        handles.append(str(document.cell("_meta", "B8")))
        asking.put(sheet, f"A{turn + 1}", f'=KA_TIER("{handles[-1]}";"客户001")')
    assert len(set(handles)) == 4
    asking.calculate()
    assert [row[0] for row in asking.area(sheet, "A1:A4")] == [CellError.REF, CellError.REF, "强", "强"]
    document.close()
    asking.calculate()
    assert {row[0] for row in asking.area(sheet, "A1:A4")} == {CellError.REF}
    asking.close()


def test_the_version_cell_tells_that_the_extension_works(calc: Calc) -> None:
    document = calc.open()
    sheet = document.sheets()[0]
    document.put(sheet, "A1", '=IF(ISERROR(KA_VERSION());"off";"on")')
    assert document.cell(sheet, "A1") == "on"
    document.close()


def test_in_store_the_book_says_that_nothing_calculates_and_alive_that_it_does(
    calc: Calc, tmp_path: Path
) -> None:
    for lang, off, on in (("zh", "没有启用插件", "插件已启用"), ("en", "not running", "Add-in running")):
        path = written(tmp_path / f"{lang}.xlsx", book_of(strong=1, mid=2, grade=1), lang)
        cells = stored(path)
        asking = [place for place, (formula, _) in cells.items() if "KA_VERSION" in formula]
        assert {sheet for sheet, _ in asking} == {
            TAB_TITLES["scorecard"].pick(lang),
            TAB_TITLES["checks"].pick(lang),
        }
        said = [place for place in asking if cells[place][1] != CHECKS["addin-off"].pick(lang)]
        document = calc.open(path)
        after = recalculated(document, cells)
        document.close()
        for place in said:
            assert off in cells[place][1]
            assert on in after[place]
            assert off not in after[place]
            assert __version__ in after[place]
