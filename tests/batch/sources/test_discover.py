"""Which files a run finds, and how it names them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kasales_xl.batch.sources.discover import NothingToRead, discover


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
