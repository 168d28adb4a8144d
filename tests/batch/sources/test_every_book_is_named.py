"""Every book that was there is in the result, or named with the reason why not."""

from __future__ import annotations

import csv
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of
from in_child import in_child
from scorecards import cells_of

from kasales_xl.batch.across.duplicates import Claimant, choose
from kasales_xl.batch.grading.file import grade_file
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import Outcome, score
from kasales_xl.batch.sources.discover import NothingToRead, Source, discover
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.store import History, open_history

SELLERS = {"east": "S001", "old": "S001", "west": "S002", "north": "S003"}


def write(path: Path, seller_id: str, name: str = "", **given: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = book_of(seller_id=seller_id, name=name or f"名{seller_id}", **given)
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    return path


def scored(paths: list[Path | str], out: Path, history: History | None = None) -> Outcome:
    return score(paths, out, RunOptions(on=ON, lang="zh", jobs=1), history=history)


def found(out: Path) -> list[tuple[str, str]]:
    """File and code of every finding."""
    with (out / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row[0], row[4]) for row in csv.reader(file)][1:]


@pytest.fixture
def books(tmp_path: Path) -> Path:
    for folder, seller_id in SELLERS.items():
        write(tmp_path / "books" / folder / "book.xlsx", seller_id, junior=1)
    return tmp_path / "books"


@pytest.mark.parametrize("how", ["files", "glob", "folders", "folder"])
def test_books_of_one_name_in_several_folders_are_told_apart(books: Path, tmp_path: Path, how: str) -> None:
    given: dict[str, list[Path | str]] = {
        "files": [books / folder / "book.xlsx" for folder in SELLERS],
        "glob": [f"{books}/*/book.xlsx"],
        "folders": [books / folder for folder in SELLERS],
        "folder": [books],
    }
    outcome = scored(given[how], tmp_path / "out")
    assert (outcome.files, outcome.sellers) == (4, 3)
    assert ("old/book.xlsx", "same-copy") in found(tmp_path / "out")


def test_names_grow_until_they_tell_every_file_from_all_others(tmp_path: Path) -> None:
    paths = [tmp_path / way / "book.xlsx" for way in ("a/x", "b/x", "b/y", "c")]
    for path in paths:
        path.parent.mkdir(parents=True)
        path.touch()
    assert [s.name for s in discover(paths)] == [
        "a/x/book.xlsx",
        "b/x/book.xlsx",
        "b/y/book.xlsx",
        f"{tmp_path.name}/c/book.xlsx",
    ]
    both = discover([tmp_path / "a" / "x", tmp_path / "b" / "x"])
    assert [s.name for s in both] == ["a/x/book.xlsx", "b/x/book.xlsx"]


def test_copies_are_told_by_their_paths_also_where_they_have_one_name() -> None:
    books = [
        Claimant("book.xlsx", Path(way, "book.xlsx"), seller, None, seller) for way, seller in SELLERS.items()
    ]
    ages = {"old": "2026-01-01", "east": "2026-02-01"}
    chosen = choose(replace(book, saved=ages.get(book.path.parent.name, "")) for book in books)
    # the same bytes: one of the two of S001
    assert chosen.left_out == {Path("old/book.xlsx")}


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody can look into."""
    folder = Path(tempfile.mkdtemp(prefix="kasales-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_opened_is_named(open_place: Path) -> None:
    write(open_place / "a.xlsx", "S001")
    closed = open_place / "华北"
    write(closed / "b.xlsx", "S002")
    closed.chmod(0)
    below = in_child(lambda: [(s.name, s.why and s.why.code) for s in discover([open_place])], powerless=True)
    itself = in_child(lambda: [(s.name, s.why and s.why.code) for s in discover([closed])], powerless=True)
    closed.chmod(0o755)
    assert below == [("a.xlsx", None), ("华北", "folder-unreadable")]
    assert [code for _, code in itself] == ["folder-unreadable"]


def test_what_is_not_followed_or_no_file_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "books"
    write(folder / "a.xlsx", "S001", junior=1)
    elsewhere = write(tmp_path / "elsewhere" / "b.xlsx", "S002")
    (folder / "outside.xlsx").symlink_to(elsewhere)
    (folder / "outside").symlink_to(elsewhere.parent)
    (folder / "loop.xlsx").symlink_to(folder / "loop.xlsx")
    (folder / "nowhere.xlsx").symlink_to(folder / "gone.xlsx")
    os.mkfifo(folder / "pipe.xlsx")
    (folder / ".张三.xlsx.icloud").write_bytes(b"bplist00")
    (folder / ".a.xlsx.icloud").write_bytes(b"bplist00")
    outcome = scored([folder], tmp_path / "out")
    assert outcome.sellers == 1
    assert {name: code for name, code in found(tmp_path / "out") if name != "a.xlsx"} == {
        "outside.xlsx": "link-outside",
        "outside": "link-outside",
        "loop.xlsx": "file-unreadable",
        "nowhere.xlsx": "file-unreadable",
        "pipe.xlsx": "no-file",
        ".张三.xlsx.icloud": "file-placeholder",
    }
    assert set(outcome.rejected) == {name for name, code in found(tmp_path / "out") if name != "a.xlsx"}


def test_a_linked_folder_inside_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "books" / "a" / "a.xlsx", "S001")
    (tmp_path / "books" / "b").symlink_to(tmp_path / "books" / "a")
    assert [(s.name, s.why) for s in discover([tmp_path / "books"])] == [("a/a.xlsx", None)]


@pytest.mark.parametrize("inside", [".", "a", "a/b"])
def test_an_output_folder_that_holds_the_books_says_why_it_will_not_do(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / "books" / inside
    write(folder / "x.xlsx", "S001")
    with pytest.raises(NothingToRead) as refused:
        discover([folder], tmp_path / "books")
    assert refused.value.text is not None
    assert "就是放账簿的文件夹" in refused.value.text.pick("zh")


def test_outputs_inside_the_folder_of_the_books_are_no_input_and_a_book_named_there_is(
    tmp_path: Path,
) -> None:
    write(tmp_path / "a.xlsx", "S001", junior=1)
    out = tmp_path / "记分卡"
    scored([tmp_path], out)
    late = write(out / "b.xlsx", "S002", junior=1)
    assert [s.name for s in discover([tmp_path], out)] == ["a.xlsx"]
    assert [s.name for s in discover([tmp_path / "a.xlsx", f"{out}/*.xlsx"], out)] == ["a.xlsx", "b.xlsx"]
    assert [s.path for s in discover([late], out)] == [late]


def test_two_people_under_one_id_are_both_graded_apart_and_neither_is_remembered(tmp_path: Path) -> None:
    write(tmp_path / "books" / "a.xlsx", "S001", "张三", junior=1)
    write(tmp_path / "books" / "b.xlsx", "S001", "李四", junior=2)
    write(tmp_path / "books" / "c.xlsx", "S002", "王五", junior=1)
    out = tmp_path / "out"
    out.mkdir()
    with open_history(out) as history:
        outcome = scored([tmp_path / "books"], out, history=history)
        kept = [point.seller_id for point in history.sellers()]
    assert outcome.sellers == 3
    assert kept == ["S002"]
    codes = [(name, code) for name, code in found(out) if code == "sellers-share-id"]
    assert codes == [("a.xlsx", "sellers-share-id"), ("b.xlsx", "sellers-share-id")]
    shown = cells_of(out / "华东.xlsx")
    assert {"S001 张三", "S001 李四", "S002"} <= set(shown)


def test_a_newer_and_an_older_book_of_one_of_the_two_are_still_one_person(tmp_path: Path) -> None:
    day = dt.date(2026, 1, 1)
    books = [
        Claimant(name, Path(name), "S001", day, name, person)
        for name, person in (("a1", "张三"), ("a2", "张三 "), ("b", "李四"))
    ]
    saved = {"a1": "2026-02-01", "a2": "2026-03-01"}
    chosen = choose(replace(book, saved=saved.get(book.path.name, "")) for book in books)
    assert chosen.left_out == {Path("a1")}
    assert chosen.apart == {Path("a2"), Path("b")}
    told = choose((replace(book, saved=book.path.name) for book in books), {"s001": "张三"})
    assert told.apart == {Path("b")}
    assert [f.code for f in told.findings] == ["older-copy", "id-of-another"]


def test_why_a_source_is_not_opened_is_its_finding(tmp_path: Path) -> None:
    (tmp_path / "link.xlsx").symlink_to(__file__)
    (source,) = discover([tmp_path])
    assert isinstance(source, Source)
    graded = grade_file(source, ON, None)
    assert [(f.code, f.at.file, f.got) for f in graded.findings] == [("link-outside", "link.xlsx", __file__)]


def test_a_book_whose_policy_sheet_was_deleted_is_graded_by_the_defaults_and_that_is_said(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "a.xlsx", "S001", junior=1)
    workbook = openpyxl.load_workbook(path)
    del workbook["规则"]
    workbook.save(path)
    codes = {f.code for f in grade_file(Source(path, "a.xlsx"), ON, None).findings}
    assert "policy-sheet-gone" in codes
    given = grade_file(Source(path, "a.xlsx"), ON, DEFAULT_POLICY)
    assert given.card is not None
    assert "policy-sheet-gone" not in {f.code for f in given.findings}
