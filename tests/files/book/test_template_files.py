"""Whole books: checks, the practices, write-then-read, equal bytes, the schema."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from template_files import (
    formulas,
    workbook,
)

from kasales_xl.book.checks import checks
from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS, Dimension, Lang, LoopStage
from kasales_xl.files.book.book import book_bytes, write_book
from kasales_xl.files.book.findings import FIRST_LINE, LINES
from kasales_xl.files.refresh.book import refresh_book
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.layout.practices import default_practices
from kasales_xl.layout.sheets import LAYOUT, TAB_TITLES
from kasales_xl.text.findings.grouped import grouped
from kasales_xl.text.sheets import CHECKS

in_both_languages = pytest.mark.parametrize("lang", LANGS)


@in_both_languages
def test_checks_count_records_and_find_orphans_twins_and_blanks(lang: Lang) -> None:
    sound = sample_book(lang)
    lost = sound.contacts[0].model_copy(update={"contact_id": "C99", "account": "A99"})
    twin = sound.accounts[5].model_copy(update={"account": "A05"})
    book = Book(sound.seller, (*sound.accounts, twin), (*sound.contacts, lost), sound.deals, lang=lang)
    shown = checks_of(book, lang)
    assert (shown["count-accounts"], shown["count-contacts"]) == (7, 21)
    assert (shown["orphans-contacts"], shown["orphans-deals"], shown["duplicate-ids"]) == (1, 0, 2)
    assert (shown["missing-potential_12m"], shown["missing-key_departments"]) == (2, 2)
    assert shown["profile-blank"] == 0
    empty = checks_of(Book(None, lang=lang), lang)
    assert (empty["count-accounts"], empty["orphans-contacts"]) == (0, 0)
    assert empty["profile-blank"] == 5, "the money unit has a default"


def checks_of(book: Book, lang: Lang) -> dict[str, Any]:
    """What the written sheet shows of each check, by its code."""
    data = book_bytes(book, policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)[TAB_TITLES["checks"].pick(lang)]
    shown = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=5)}
    return {check.code: shown[CHECKS[check.code].pick(lang)] for check in checks()}


@in_both_languages
def test_checks_say_when_the_add_in_is_missing_and_show_one_light(lang: Lang) -> None:
    title = TAB_TITLES["checks"].pick(lang)
    found = [text for (sheet, _), text in formulas(lang, sample=True).items() if sheet == title]
    assert any(text.startswith('=IF(KA="",IF(ISERROR(KA_VERSION()),') for text in found)
    light = workbook(lang, sample=True, values=True)[title]["D3"].value
    assert light == CHECKS["overall-look"].pick(lang), "an account without its potential"
    (addin,) = [
        row
        for row in workbook(lang, sample=True, values=True)[title].iter_rows(values_only=True)
        if row[1] == CHECKS["addin"].pick(lang)
    ]
    assert addin[3] == ("▲ 没启用" if lang == "zh" else "▲ not running")


def refreshed_with_slips(lang: Lang) -> tuple[Book, Workbook]:
    """The sample with two amounts and a stage that can't be read, as read and as ``refresh`` leaves it."""
    data = book_bytes(sample_book(lang), policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang)
    book = openpyxl.load_workbook(io.BytesIO(data))
    deals = book[LAYOUT["deals"].title(lang)]
    keys = list(LAYOUT["deals"].by_key)
    deals.cell(3, keys.index("stage") + 1).value = "???"
    for row in (4, 5):
        deals.cell(row, keys.index("amount") + 1).value = "50-80"
    stream = io.BytesIO()
    book.save(stream)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(stream.getvalue())
        found = read_book(path, on=SAMPLE_DAY)
    done = refresh_book(stream.getvalue(), found, policy=DEFAULT_POLICY, on=SAMPLE_DAY)
    return found, openpyxl.load_workbook(io.BytesIO(done.data), data_only=True)


@in_both_languages
def test_every_open_finding_stands_on_the_checks_sheet_the_worst_first_and_equal_ones_as_one_line(
    lang: Lang,
) -> None:
    found, book = refreshed_with_slips(lang)
    sheet = book[TAB_TITLES["checks"].pick(lang)]
    lines = [
        tuple(cell.value for cell in row[1:5])
        for row in sheet.iter_rows(min_row=FIRST_LINE + 1, max_row=FIRST_LINE + LINES)
        if row[2].value
    ]
    title = LAYOUT["deals"].title(lang)
    keys = list(LAYOUT["deals"].by_key)
    places = [
        f"{title}!{get_column_letter(keys.index(key) + 1)}{row}" for key, row in (("amount", 4), ("stage", 3))
    ]
    assert {str(line[0]).split()[0].removesuffix(",") for line in lines[:2]} == set(places)
    amounts = next(line for line in lines if str(line[0]).startswith(places[0]))
    assert "2" in str(amounts[0]).removeprefix(places[0])
    assert f"{places[0].rpartition('!')[2][0]}5" in str(amounts[1])
    states = [line[2] for line in lines]
    assert states == sorted(states, reverse=True), "✖ before ▲"
    assert sheet["D3"].value == CHECKS["overall-mend"].pick(lang), "the overall light says so too"
    fix = [finding for finding in found.findings if finding.severity is Severity.FIX]
    assert sum(len(group.findings) for group in grouped(found.findings)) == len(found.findings) - len(fix)


@in_both_languages
def test_a_book_without_findings_says_so_calmly(lang: Lang) -> None:
    sheet = workbook(lang, sample=True, values=True)[TAB_TITLES["checks"].pick(lang)]
    assert sheet.cell(FIRST_LINE + 1, 3).value == CHECKS["nothing-found"].pick(lang)
    assert not any(sheet.cell(row, 2).value for row in range(FIRST_LINE + 1, FIRST_LINE + LINES + 1))


@in_both_languages
def test_a_cell_in_question_is_marked_as_long_as_it_holds_what_was_found(lang: Lang) -> None:
    _, book = refreshed_with_slips(lang)
    title, _, cell = book.defined_names["markDeals"].attr_text.rpartition("!")
    marks = str(book[title.strip("'")][cell.replace("$", "")].value)
    keys = list(LAYOUT["deals"].by_key)
    amount, stage = (get_column_letter(keys.index(key) + 1) for key in ("amount", "stage"))
    assert f"|!{amount}4¦50-80|" in marks
    assert f"|!{stage}3¦???|" in marks
    rules = book[LAYOUT["deals"].title(lang)].conditional_formatting
    said = [rule.formula[0] for area in rules for rule in area.rules if rule.type == "expression"]
    assert sum("markDeals" in formula and "ADDRESS" in formula for formula in said) == 2


def test_there_are_35_short_practices_in_the_methods_order_in_both_languages() -> None:
    zh, en = default_practices("zh"), default_practices("en")
    assert [p.practice_id for p in zh] == [f"{d.zh}{n}" for d in Dimension for n in range(1, 8)]
    assert [(p.dimension, p.stage) for p in zh] == [(d, s) for d in Dimension for s in LoopStage]
    assert len({p.practice for p in zh}) == len({p.practice for p in en}) == 35
    assert all(8 <= len(p.practice) <= 32 for p in zh)
    assert all(len(p.practice.split()) <= 20 for p in en)


@in_both_languages
def test_a_written_book_reads_back_as_the_same_rows(lang: Lang, tmp_path: Path) -> None:
    policy = Policy(key_share=0.25, big_deal_amount=120, senior_mid=(4, 6))
    book = sample_book(lang)
    path = tmp_path / "book.xlsx"
    write_book(path, book, policy=policy, on=SAMPLE_DAY, lang=lang)
    found = read_book(path, on=SAMPLE_DAY)
    assert found.findings == ()
    assert found.policy == policy
    assert found.lang == lang
    assert bare([found.seller] if found.seller else []) == bare([book.seller] if book.seller else [])
    for key in LAYOUT:
        if key != "seller":
            assert bare(getattr(found, key)) == bare(getattr(book, key)), key


def bare(rows: list[Row] | tuple[Row, ...]) -> list[dict[str, object]]:
    """Rows without the place they stand at."""
    return [row.model_dump(exclude={"row"}) for row in rows]


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    sound = sample_book("zh")
    evil = sound.accounts[0].model_copy(update={"note": '=HYPERLINK("http://x","y")', "objective": "+1"})
    path = tmp_path / "book.xlsx"
    write_book(path, Book(sound.seller, (evil,)), policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang="zh")
    (found,) = read_book(path, on=SAMPLE_DAY).accounts
    assert (found.note, found.objective) == (evil.note, evil.objective)
