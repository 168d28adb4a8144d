"""``score --png`` and ``--pdf``: a file of each seller, in the set of the run; refused before any work where what
makes them is missing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner
from needed import needed, needs_chinese_font

from kasales_xl.batch.output import each_seller
from kasales_xl.cli import kasales
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.libreoffice import convert
from kasales_xl.files.pictures import png

SELLERS = (("S001", "张三", "华东"), ("S002", "李四", "华南"), ("S003", "张三", "华南"))


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "books").mkdir()
    for seller_id, name, team in SELLERS:
        book = book_of(mid=1, junior=1, seller_id=seller_id, name=name, team=team)
        write_book(tmp_path / "books" / f"{seller_id}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    return tmp_path


def score(*more: str) -> tuple[int, str]:
    typed = [
        "score",
        "books",
        "-o",
        "out",
        "--on",
        ON.isoformat(),
        "--no-history",
        "--no-web",
        "--no-cache",
        *more,
    ]
    done = CliRunner().invoke(kasales, typed, env={"KASALES_LANG": "zh"})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def pictures(folder: Path, ending: str = "png") -> list[str]:
    return sorted(path.name for path in (folder / "out").glob(f"*.{ending}"))


def test_each_seller_has_a_share_card_that_belongs_to_the_set(books: Path) -> None:
    needs_chinese_font()
    assert score("--png")[0] == 0
    names = ["张三 S001.png", "张三 S003.png", "李四 S002.png"]
    assert pictures(books) == names
    assert set(names) <= json.loads((books / "out" / "run.json").read_text("utf-8"))["files"].keys()
    first = {name: (books / "out" / name).read_bytes() for name in names}
    assert score("--png", "--jobs", "1")[0] == 0
    assert {name: (books / "out" / name).read_bytes() for name in names} == first
    score()
    assert pictures(books) == []


@pytest.mark.parametrize("option", ["--png", "--pdf"])
def test_where_a_part_is_missing_nothing_is_made_and_the_way_out_is_named(
    option: str, books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "has_chinese_font", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(convert, "_USUAL", {})
    code, said = score(option)
    assert code == 2
    assert ("中文字体" if option == "--png" else "没有装 LibreOffice") in said
    assert not list((books / "out").glob("*.xlsx"))


@pytest.mark.host
@pytest.mark.parametrize(("more", "pages"), [((), 1), (("--plans",), 3)])
def test_each_seller_has_a_page_as_pdf_and_one_for_each_plan_asked_for(
    more: tuple[str, ...], pages: int, books: Path
) -> None:
    needed("" if shutil.which("soffice") else "LibreOffice is not installed (.ci/install-libreoffice)")
    assert score("--pdf", "--jobs", "2", *more)[0] == 0
    assert pictures(books, "pdf") == ["张三 S001.pdf", "张三 S003.pdf", "李四 S002.pdf"]
    for path in (books / "out").glob("*.pdf"):
        content = path.read_bytes()
        assert content.startswith(b"%PDF")
        assert len(re.findall(rb"/Type\s*/Page\b", content)) == pages
    assert not list((books / "out").glob("S0*.xlsx"))


def test_a_page_that_comes_to_no_pdf_ends_the_run_with_the_name_and_the_old_set_in_place(
    books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score()
    before = {path.name: path.read_bytes() for path in (books / "out").iterdir() if path.is_file()}
    tried: list[int] = []

    def breaks(_program: Path, of: list[Path], _folder: Path) -> dict[Path, str]:
        tried.append(len(of))
        return {book: "source file could not be loaded" for book in of if book.stem == "1"}

    monkeypatch.setattr(convert, "soffice", lambda: Path("soffice"))
    monkeypatch.setattr(each_seller, "soffice", lambda: Path("soffice"))
    monkeypatch.setattr(convert, "_convert", breaks)
    code, said = score("--pdf", "--jobs", "1")
    assert code == 2
    assert "没把 李四 S002 转成 PDF：source file could not be loaded" in said
    assert tried == [3, 1]
    assert {path.name: path.read_bytes() for path in (books / "out").iterdir() if path.is_file()} == before
