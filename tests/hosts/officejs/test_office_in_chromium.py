"""The Office add-in in a real browser: its page, Python in its worker, cells, pane; and whom it talks to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromium
import pytest
from books_of import book_of
from needed import needed
from office_books import TOP, as_excel, sheets_of, title_of
from office_browser import Browser

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.functions import call, open_tables
from kasales_xl.functions.answers.book import TABLES as ORDER
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.pages.relations.plain import key_account_plain_maps
from kasales_xl.reading.book import read_tables
from kasales_xl.version import __version__

#: Python in the browser goes by the real day.
ON = dt.date.today()
BOOK = book_of(strong=1, mid=2, junior=2, none=1, undecided=1, grade=2)
TABLES = book_tables(BOOK, DEFAULT_POLICY, "zh")


@pytest.fixture(scope="module")
def seen(office_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The browser, and what is known about it once it has ended."""
    needed(chromium.why_not())
    known: dict[str, Any] = {}
    known["browser"] = Browser(office_folder, tmp_path_factory.mktemp("browser"))
    yield known
    if "asked" not in known:
        known["browser"].stop()


#: The book as a rep spoils it: a potential that is no number.
SPOILT = {**TABLES, "accounts": [list(row) for row in TABLES["accounts"]]}
SPOILT["accounts"][2][SPOILT["accounts"][0].index("12个月潜力")] = "很多"


def workbook() -> dict[str, Any]:
    """Its sheets; between the inputs of 客户 stands a column that the template computes."""
    sheets = sheets_of(SPOILT)
    accounts = sheets[title_of("accounts")]
    for row in accounts["cells"]:
        row.insert(1, "关系等级" if row and row[0] == SPOILT["accounts"][0][0] else "强")
    accounts["tables"]["tblAccounts"][3] += 1
    accounts["formulas"][f"{TOP + 1},1"] = '=IF(KA="","",KA_TIER(KA,"客户001"))'
    accounts["protected"] = True
    return sheets


@pytest.fixture(scope="module")
def chinese(seen: dict[str, Any]) -> Browser:
    browser: Browser = seen["browser"]
    browser.order("open", path="pane.html", sheets=workbook(), lang="zh-CN")
    browser.order("until", selector="#status.ready")
    return browser


def test_cells_show_what_the_core_says(chinese: Browser) -> None:
    tables = [as_excel(SPOILT[key]) if SPOILT.get(key) else None for key in ORDER]
    handle = open_tables(SPOILT, ON)
    asked = [
        ["KA_VERSION", []],
        ["KA_BOOK", tables],
        ["KA_LEVEL", [[[handle]], None], "汇总!A1"],
        ["KA_LEVEL", [None, None], "汇总!A2"],
        ["KA_TIER", [[[handle]], [["客户001"], ["没有这家"]], None], "汇总!A3"],
        ["KA_SCORE", [[[handle]], [["没有这家"]]], "汇总!A5"],
    ]
    chinese.cells(asked[1:2])
    version, book, level, alone, tiers, unknown = chinese.cells(asked)
    assert version == [[__version__]]
    assert book == [[handle]]
    assert level == alone == [[call("KA_LEVEL", [handle], on=ON)]]
    assert tiers[0] == ["强"]
    assert unknown == {"error": "#N/A"}


def test_the_page_has_no_error_and_breaks_none_of_its_own_rules(chinese: Browser) -> None:
    assert chinese.order("said") == []


class TestPane:
    def test_first_steps_are_those_of_the_guide(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-steps")
        steps = chinese.order("text", selector="ol.steps li")
        assert len(steps) == 4
        assert "我的信息" in steps[0]

    def test_a_finding_leads_to_its_cell(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-findings")
        [text, *_] = chinese.order("text", selector=".finding.blocks")
        assert "很多" in text
        chinese.order("click", selector=".finding.blocks button.cell")
        sheet, row, column = chinese.order("run", code="Excel.log.selected")
        assert (sheet, row) == ("客户", TOP + 2)
        cells = chinese.order(
            "run",
            code=f"Excel.run(async (c) => {{ const r = c.workbook.worksheets.getItemOrNullObject('客户').getRangeByIndexes({row}, {column}, 1, 1).load('values'); await c.sync(); return r.values[0][0]; }})",
        )
        assert cells == "很多", "the cell itself, whatever columns of ours stand before it"

    def test_what_if_speaks_the_language_of_explain(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-wish")
        chinese.order("fill", selector="#wish", text="搞定 没有这个人")
        chinese.order("click", selector="#suppose")
        chinese.order("until", selector="#then p")
        assert "没有这个人" in chinese.order("text", selector="#then")[0]
        person = next(contact for contact in BOOK.contacts if contact.account == "A002")
        chinese.order("fill", selector="#wish", text=f"影响 {person.contact_id}")
        chinese.order("click", selector="#suppose")
        chinese.order("until", selector="#then p:nth-child(3)")
        [then] = chinese.order("text", selector="#then")
        assert then.startswith("假如")

    def test_what_is_typed_in_the_pane_stays_when_the_workbook_changes(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-wish")
        chinese.order("fill", selector="#wish", text="争取 王")
        chinese.order("run", code=f"Excel.type('客户', {TOP + 1}, 40, 'x')")
        chinese.order("run", code="new Promise((go) => setTimeout(go, 1500))")
        chinese.order("until", selector="#status.ready")
        assert chinese.order("run", code="document.getElementById('wish').value") == "争取 王"

    def test_my_scorecard_says_the_level_and_every_account(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-card")
        [level] = chinese.order("text", selector=".part.level h2")
        told = call("KA_LEVEL", [open_tables(SPOILT, ON)], on=ON)
        assert str(told) in level
        heads = chinese.order("text", selector=".part summary")
        for account in BOOK.accounts:
            assert any(account.account in head for head in heads)

    def test_the_relationship_map_is_the_one_that_the_command_draws(self, chinese: Browser) -> None:
        chinese.order("click", selector="#tab-map")
        chinese.order("until", selector="#map svg")
        accounts = chinese.order("text", selector="#map option")
        card = OpenBook(read_tables(SPOILT, on=ON), None, ON).card
        facts = key_account_plain_maps(card)
        assert accounts == [one["account"] for one in facts]
        drawn = chinese.order("run", code="document.querySelector('#map svg').outerHTML")
        title = chinese.order("run", code="document.querySelector('#map svg title').textContent")
        assert accounts[0] in title
        for person in facts[0]["people"]:
            assert person["name"] in drawn

    def test_formulas_of_another_program_are_spelled_for_this_one_on_demand(self, chinese: Browser) -> None:
        assert "1 格公式" in chinese.order("text", selector=".notice")[0]
        chinese.order("click", selector="#respell")
        chinese.order("until", selector="#status.ready:not(:has-text('…'))")
        formulas = "Excel.sheets['客户'].formulas"
        [formula] = chinese.order("run", code=f"Object.values({formulas})")
        assert formula == '=IF(KA="","",KASALES.KA_TIER(KA,"客户001"))'
        assert chinese.order("run", code="Excel.log.unprotected") == ["客户"]
        assert chinese.order("run", code="Excel.sheets['客户'].protected") == {"allowSort": True}
        assert chinese.order("text", selector=".notice") == []

    def test_it_speaks_the_language_of_office_and_says_what_another_workbook_lacks(
        self, seen: dict[str, Any]
    ) -> None:
        browser: Browser = seen["browser"]
        browser.order("open", path="pane.html", sheets={"Sheet1": {"cells": [["a"]]}}, lang="en-US")
        browser.order("until", selector="#status.ready")
        assert "This workbook is no account book" in browser.order("text", selector="main")[0]
        assert "nothing of the book is sent anywhere" in browser.order("text", selector="footer")[0]


def test_with_office_s_own_library_outside_excel_the_page_says_where_it_belongs(seen: dict[str, Any]) -> None:
    browser: Browser = seen["browser"]
    browser.order("open", path="pane.html", office=True)
    browser.order("until", selector="#status.failed")
    assert "Excel" in browser.order("text", selector="#status")[0]
    assert [line for line in browser.order("said") if "Content Security Policy" in line] == []


def test_no_page_no_worker_and_no_library_asks_anybody_but_its_own_site(seen: dict[str, Any]) -> None:
    browser: Browser = seen["browser"]
    by_pages = browser.order("asked")
    assert by_pages
    assert all(url.startswith(f"{browser.base}/") for url in by_pages)
    seen["asked"] = browser.stop()
    places = {f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in seen["asked"]}
    assert places == {browser.base}
    paths = {urlsplit(url).path for url in seen["asked"]}
    assert {"/python/pyodide.asm.wasm", "/python/kasales_core.zip", "/office/office.js"} <= paths
    assert [(path, code) for path, code in browser.served if code not in (200, 304)] == []
