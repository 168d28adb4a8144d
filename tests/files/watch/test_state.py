"""What a watch remembers over a restart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kasales_xl.files.watch.settling import Stamp
from kasales_xl.files.watch.state import STATE, Remembered

STAMP = Stamp(100, 5, 7)


def book(folder: Path, name: str = "张三.xlsx") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"book")
    return path


def test_a_new_start_knows_what_was_done_in_the_folder_and_below(tmp_path: Path) -> None:
    done = {book(tmp_path): STAMP, book(tmp_path, "华东/李四.xlsx"): Stamp(1, 2, 3)}
    Remembered(tmp_path).keep(done)
    assert Remembered(tmp_path).seen() == done


def test_of_its_own_copies_the_oldest_go_and_those_of_others_stay(tmp_path: Path) -> None:
    path = book(tmp_path)
    copies = [tmp_path / f"张三.bak{number}.xlsx" for number in range(1, 5)]
    for copy in copies:
        copy.write_bytes(b"old")
    remembered = Remembered(tmp_path)
    for copy in copies[1:]:
        remembered.copied(path, copy, most=2)
    assert [copy.exists() for copy in copies] == [True, False, True, True]
    remembered.keep({path: STAMP})
    copies[1].write_bytes(b"old")
    Remembered(tmp_path).copied(path, copies[1], most=2)
    assert [copy.exists() for copy in copies] == [True, True, False, True]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"version": 1, "books": {"a.xlsx": {"stamp": "1"}}}', '{"books": {"a": {}}, "run": 1}'],
)
def test_a_damaged_or_foreign_state_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / STATE).write_text(text, "utf-8")
    assert Remembered(tmp_path).seen() == {}


def test_a_forged_state_removes_no_file_that_is_no_copy_of_the_book(tmp_path: Path) -> None:
    path, other = book(tmp_path / "账簿"), book(tmp_path, "重要.xlsx")
    kept = ["../重要.xlsx", "重要.xlsx"]
    books = {"张三.xlsx": {"stamp": [1, 2, 3], "copies": kept}}
    (path.parent / STATE).write_text(json.dumps({"version": 1, "books": books}), "utf-8")
    beside = book(path.parent, "重要.xlsx")
    Remembered(path.parent).copied(path, path.with_name("张三.bak1.xlsx"), most=1)
    assert (other.exists(), beside.exists(), path.exists()) == (True, True, True)


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    done = {book(tmp_path): STAMP}
    remembered = Remembered(tmp_path)
    remembered.keep(done)
    first = (tmp_path / STATE).stat().st_mtime_ns
    remembered.keep(done)
    assert (tmp_path / STATE).stat().st_mtime_ns == first
