"""``kasales return``: per rep the refreshed book and a page of what to fix, ready to mail; nothing lost, the
files themselves untouched, what was skipped named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of
from click.testing import CliRunner
from command_line import digests

from kasales_xl.cli import kasales
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import LANGS
from kasales_xl.files.book.book import write_book
from kasales_xl.files.xlsx_in.book import read_book

TO_FIX = {"zh": "要改的地方", "en": "to fix"}


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A Chinese and an English book, each with an unreadable close date; a broken file."""
    folder = tmp_path / "收回" / "华东"
    folder.mkdir(parents=True)
    for lang in LANGS:
        path = folder / f"{lang}.xlsx"
        book = book_of(mid=1, junior=1)
        assert book.seller is not None
        seller = book.seller.model_copy(update={"seller_id": f"S-{lang}"})
        write_book(path, replace(book, lang=lang, seller=seller), policy=DEFAULT_POLICY, on=ON, lang=lang)
        workbook = openpyxl.load_workbook(path)
        sheet = workbook["商机" if lang == "zh" else "Deals"]
        column = next(cell.column_letter for cell in sheet[1] if cell.value == "deals.stage")
        sheet[f"{column}3"] = "不知道是什么"
        workbook.save(path)
    (folder / "坏.xlsx").write_bytes(b"no workbook")
    return tmp_path / "收回"


def run(*arguments: str, lang: str = "zh") -> tuple[int, str]:
    done = CliRunner().invoke(
        kasales, ["return", *arguments, "--on", ON.isoformat()], env={"KASALES_LANG": lang}
    )
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_everybody_gets_the_book_and_a_page_in_its_language_and_the_originals_stay(
    books: Path, tmp_path: Path
) -> None:
    before, out = digests(books), tmp_path / "发回"
    code, said = run(str(books), "-o", str(out))
    assert code == 1
    assert digests(books) == before
    assert "坏.xlsx" in said
    for lang in LANGS:
        page = (out / "华东" / f"{lang} {TO_FIX[lang]}.txt").read_bytes()
        assert page.startswith(b"\xef\xbb\xbf"), "old editors need it"
        text = page.decode("utf-8-sig")
        assert f"{lang}.xlsx" in text
        assert "不知道是什么" in text
        assert ("商机 " if lang == "zh" else "Deals ") in text
        assert text.count("\r\n") < 45, "one page"
        sent, back = (read_book(place / "华东" / f"{lang}.xlsx", on=ON) for place in (books, out))
        assert (sent.accounts, sent.contacts, sent.deals) == (back.accounts, back.contacts, back.deals)


def test_a_second_time_the_returned_book_is_kept_as_a_backup_where_it_differs(
    books: Path, tmp_path: Path
) -> None:
    out = tmp_path / "发回"
    run(str(books), "-o", str(out))
    before = digests(out)
    run(str(books), "-o", str(out))
    assert digests(out) == before, "the same again writes nothing"
    (out / "华东" / "zh.xlsx").write_bytes(b"gone on with here")
    run(str(books), "-o", str(out))
    assert (out / "华东" / "zh.bak1.xlsx").read_bytes() == b"gone on with here"


def test_the_books_own_folder_is_refused(books: Path) -> None:
    before = digests(books)
    for given in (books, books / "华东" / "zh.xlsx"):
        code, said = run(str(given), "-o", str(given if given.is_dir() else given.parent))
        assert code == 2
        assert "盖住" in said
    assert digests(books) == before


def test_a_folder_inside_the_books_is_not_read_again(books: Path) -> None:
    run(str(books), "-o", str(books / "发回"))
    code, said = run(str(books), "-o", str(books / "发回"))
    assert code == 1
    assert said.count("要改 ") == 2


def test_a_copy_that_does_not_count_is_not_sent_back_for_it_would_be_gone_on_with(
    books: Path, tmp_path: Path
) -> None:
    one = books / "华东" / "zh.xlsx"
    (books / "华东" / "zh 副本.xlsx").write_bytes(one.read_bytes())
    out = tmp_path / "发回"
    code, said = run(str(books), "-o", str(out))
    (back,) = (path.name for path in (out / "华东").glob("zh*.xlsx"))
    (other,) = {"zh.xlsx", "zh 副本.xlsx"} - {back}
    assert code == 1
    assert f"华东/{other}" in said
