"""What the ribbon's buttons do to the book in front of the user in Excel.

Each takes the workbook as COM gives it and the language of Excel, and returns the sentence to show."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import xlwings

from kasales_xl.core.terms import Lang
from kasales_xl.functions import call
from kasales_xl.hosts.excel.formulas import Locked, freeze_formulas, holds_formulas
from kasales_xl.hosts.excel.own_command import CommandFailed, run_command
from kasales_xl.hosts.excel.tables import tables_of
from kasales_xl.hosts.today import today
from kasales_xl.text.ribbon import WORDS


def check(workbook: Any, lang: Lang) -> str:
    """Lists the findings of KA_CHECK in a new workbook."""
    book = opened(workbook)
    tables = tables_of(book)
    if not tables:
        return WORDS["no-tables"].pick(lang)
    findings = call("KA_CHECK", [], on=today(), workbook=lambda: tables, lang=lang)
    if not isinstance(findings, list):
        return WORDS["cannot-check"](why=str(findings)).pick(lang)
    rows = [[cell if isinstance(cell, (str, float, int)) else "" for cell in row] for row in findings]
    if len(rows) < 2:
        return WORDS["nothing-found"].pick(lang)
    sheet = book.app.books.add().sheets[0]
    area = sheet.range((1, 1), (len(rows), len(rows[0])))
    area.number_format = "@"  # what was typed is shown as text, never run as a formula
    area.value = rows
    area.columns.autofit()
    return WORDS["found"](n=len(rows) - 1).pick(lang)


def freeze(workbook: Any, lang: Lang) -> str:
    """Replaces every KA_* formula by its result, after a copy of the book was saved."""
    book = opened(workbook)
    if not holds_formulas(book):
        return WORDS["nothing-to-freeze"].pick(lang)
    time = dt.datetime.now().strftime("%Y%m%d-%H%M%S")
    name = Path(book.name)
    stem = WORDS["backup"](name=name.stem, time=time).pick(lang)
    copy = folder_of(book) / f"{stem}{name.suffix or '.xlsx'}"
    copy.parent.mkdir(parents=True, exist_ok=True)
    book.api.SaveCopyAs(str(copy))
    try:
        count = freeze_formulas(book)
    except Locked as locked:
        copy.unlink(missing_ok=True)
        return WORDS["locked"](sheet=str(locked)).pick(lang)
    return WORDS["frozen"](n=count, copy=copy).pick(lang)


def scorecard(workbook: Any, lang: Lang) -> str:
    """Scores the book as it is on the screen and opens the scorecard."""
    book = opened(workbook)
    if not tables_of(book):
        return WORDS["no-tables"].pick(lang)
    out = folder_of(book) / WORDS["folder"].pick(lang)
    name = Path(book.name)
    with tempfile.TemporaryDirectory(prefix="kasales-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"{name.stem}{name.suffix or '.xlsx'}"
        book.api.SaveCopyAs(str(copy))
        try:
            said = run_command(["score", str(copy), "-o", str(out), "--json", "--lang", lang])
        except CommandFailed as failed:
            return WORDS["no-scorecard"](why=str(failed)).pick(lang)
    file = team_file(json.loads(said)["written"])
    book.app.books.open(file)
    return WORDS["scorecard"](file=file).pick(lang)


def opened(workbook: Any) -> Any:
    """The xlwings Book of a COM workbook."""
    return xlwings.Book(impl=import_module("xlwings._xlwindows").Book(workbook))


def folder_of(book: Any) -> Path:
    """The book's folder; for books that were never saved or live at a web address, one at home."""
    folder = str(book.api.Path)
    return Path.home() / "kasales" if not folder or "://" in folder else Path(folder)


def team_file(written: list[str]) -> str:
    """The team's scorecard among the files of one run; the whole organisation's is last in line."""
    books = [path for path in written if Path(path).suffix == ".xlsx"]
    return min(books, key=lambda path: Path(path).stem == "organisation")
