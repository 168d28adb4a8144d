"""What a run reads and how it writes: discovery, copies of one book, whole files, public formats."""

from __future__ import annotations

import datetime as dt
import os
import re
import zipfile
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.batch.discover import NothingToRead, discover
from kasales_xl.batch.duplicates import Claimant, choose, last_saved
from kasales_xl.batch.file_names import file_name
from kasales_xl.batch.run import score
from kasales_xl.batch.spool import Spool
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.backup import backup
from kasales_xl.files.book.book import write_book
from kasales_xl.files.findings_csv import safe_text
from kasales_xl.files.whole import CannotWrite, whole_file, writable_folder


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(paths: list[Path], out: Path | None = None) -> list[str]:
    return [source.name for source in discover(paths, out)]


def test_a_folder_is_searched_in_depth_and_in_a_stable_order(tmp_path: Path) -> None:
    touch(tmp_path / "b.xlsx", tmp_path / "华东" / "张三 😀.xlsx", tmp_path / "a.XLSX", tmp_path / "note.txt")
    assert names([tmp_path]) == ["a.XLSX", "b.xlsx", "华东/张三 😀.xlsx"]


def test_formats_sent_instead_of_a_book_and_lock_files_are_found_so_that_they_can_be_named(
    tmp_path: Path,
) -> None:
    touch(tmp_path / "old.xls", tmp_path / "~$a.xlsx", tmp_path / "wps.et", tmp_path / "list.csv")
    assert names([tmp_path]) == ["list.csv", "old.xls", "wps.et", "~$a.xlsx"]


def test_our_own_output_is_no_input(tmp_path: Path) -> None:
    touch(tmp_path / "a.xlsx", tmp_path / "out" / "华东.xlsx", tmp_path / "findings.csv")
    assert names([tmp_path], tmp_path / "out") == ["a.xlsx"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere" / "secret.xlsx", tmp_path / "books" / "a.xlsx")
    os.symlink(tmp_path / "elsewhere" / "secret.xlsx", tmp_path / "books" / "link.xlsx")
    os.symlink(tmp_path / "elsewhere", tmp_path / "books" / "folder")
    sources = discover([tmp_path / "books"])
    assert {source.name: source.why and source.why.code for source in sources} == {
        "a.xlsx": None,
        "folder": "link-outside",
        "link.xlsx": "link-outside",
    }


def test_a_file_given_twice_is_read_once_and_a_glob_works(tmp_path: Path) -> None:
    touch(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert names([tmp_path / "*.xlsx", tmp_path / "a.xlsx"]) == ["a.xlsx", "b.xlsx"]


def test_a_path_without_a_book_is_an_error_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        discover([tmp_path])
    with pytest.raises(NothingToRead):
        discover([tmp_path / "missing.xlsx"])


DAY = dt.date(2026, 1, 1)


def claim(name: str, seller: str = "S1", digest: str = "1", start: dt.date | None = DAY) -> Claimant:
    return Claimant(name, Path(name), seller, start, digest)


def codes(books: list[Claimant], saved: dict[str, str]) -> dict[str, str]:
    return {f.at.file: f.code for f in choose(books, lambda path: saved.get(path.name, "")).findings}


def test_of_two_copies_of_one_book_the_newer_counts_and_the_older_is_named() -> None:
    saved = {"张三.xlsx": "2026-06-01T08:00:00Z", "张三 副本.xlsx": "2026-06-02T08:00:00Z"}
    books = [claim("张三.xlsx"), claim("张三 副本.xlsx", digest="2")]
    assert codes(books, saved) == {"张三.xlsx": "older-copy"}


def test_the_same_bytes_twice_count_once() -> None:
    assert codes([claim("b.xlsx"), claim("a.xlsx")], {}) == {"b.xlsx": "same-copy"}


def test_two_different_books_of_the_same_age_are_both_held() -> None:
    choice = choose(
        [claim("a.xlsx"), claim("b.xlsx", digest="2")], lambda path: "2026-06-01T08:00:00Z"
    ).findings
    assert {f.at.file for f in choice} == {"a.xlsx", "b.xlsx"}
    assert {f.severity for f in choice} == {Severity.HOLD}


def test_this_years_book_goes_before_last_years_whenever_it_was_saved() -> None:
    saved = {"new.xlsx": "2026-01-02T08:00:00Z", "old.xlsx": "2026-06-01T08:00:00Z"}
    books = [claim("new.xlsx"), claim("old.xlsx", digest="2", start=dt.date(2025, 1, 1))]
    assert codes(books, saved) == {"old.xlsx": "older-copy"}


def test_sellers_are_told_apart_by_their_id_however_it_is_typed() -> None:
    assert codes([claim("a.xlsx", "S1"), claim("b.xlsx", "S2")], {}) == {}
    assert codes([claim("a.xlsx", "S1"), claim("b.xlsx", "ｓ１ ", digest="1")], {}) != {}


def test_the_day_of_saving_is_what_the_workbook_says(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "docProps/core.xml",
            '<x><dcterms:modified xsi:type="t">2026-06-01T08:00:00Z</dcterms:modified></x>',
        )
    assert last_saved(path) == "2026-06-01T08:00:00Z"
    assert last_saved(tmp_path / "missing.xlsx") == ""


def test_a_file_appears_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "card.xlsx"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), whole_file(path) as temporary:  # noqa: PT012 the block must fail
        temporary.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    with whole_file(path) as temporary:
        temporary.write_text("after")
    assert path.read_text() == "after"
    assert [p.name for p in tmp_path.iterdir()] == ["card.xlsx"]


def test_a_place_that_cannot_be_written_to_is_said_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWrite):
        writable_folder(tmp_path / "file" / "out")


def test_a_backup_never_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    path.write_text("1")
    assert backup(path).name == "张三.bak1.xlsx"
    path.write_text("2")
    assert backup(path).name == "张三.bak2.xlsx"
    assert (tmp_path / "张三.bak1.xlsx").read_text() == "1"


def test_what_waits_on_disk_comes_back_as_it_was() -> None:
    with Spool() as spool:
        tickets = [spool.put({"n": n}) for n in range(3)]
        assert [spool.get(ticket) for ticket in reversed(tickets)] == [{"n": 2}, {"n": 1}, {"n": 0}]


def test_team_names_become_file_names_that_every_system_takes() -> None:
    taken = {"organisation"}
    assert file_name("华东/一组:A", "zh", taken) == "华东_一组_A"
    assert file_name("Organisation", "en", taken) == "Organisation (2)"
    assert file_name("", "zh", taken) == "未分团队"
    assert file_name(" .. ", "en", taken) == "no team"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "＝1+1",
        " =1",
        "\u3000＋1",
        "\ufeff=1",
        "\xa0-1",
        "\n\n=1",
    ],
)
def test_text_that_looks_like_a_formula_is_written_as_text(text: str) -> None:
    assert safe_text(text).startswith("'")
    assert safe_text("张三") == "张三"


@pytest.mark.parametrize("text", ["甲;=1+1", "甲； ＝1", "甲\t=1", "甲\n@SUM(1)"])
def test_a_formula_behind_what_some_spreadsheets_take_for_the_end_of_a_cell_is_text_too(text: str) -> None:
    cells = re.split("[;；\t\n]", safe_text(text))
    assert all(cell.strip().startswith(("甲", "'")) for cell in cells)
    assert safe_text("2026-06-30，甲+乙；丙") == "2026-06-30，甲+乙；丙"


def test_the_scorecards_carry_the_scoring_day_and_no_clock(tmp_path: Path) -> None:
    book = book_of()
    write_book(tmp_path / "a.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    score([tmp_path], tmp_path / "out", on=ON, company=None, lang="zh")
    made = sorted((tmp_path / "out").glob("*.xlsx"))
    assert len(made) == 2
    for path in made:
        with zipfile.ZipFile(path) as parts:
            assert f"{ON.isoformat()}T00:00:00Z".encode() in parts.read("docProps/core.xml"), path.name
