"""A rep's book replaced: whole or not at all, as it was but for its content, and nothing is left lying about."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest
from in_child import in_child

from kasales_xl.files.backup import backup
from kasales_xl.files.file_name import safe_name
from kasales_xl.files.leftovers import PREFIX, clear_leftovers, owner_mark, temporary_file, temporary_folder
from kasales_xl.files.replace import OpenElsewhere, replace_book
from kasales_xl.files.whole import CannotWrite, whole_file, writable_folder, write_whole
from kasales_xl.files.xlsx_in.refusal import Refused

OLD, NEW = b"old" * 4000, b"new" * 4000


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "张三.xlsx"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_permissions_and_owner_of_a_book_stay(book: Path) -> None:
    book.chmod(0o600)
    owner = (4711, 4712) if os.geteuid() == 0 else (os.getuid(), os.getgid())
    os.chown(book, *owner)
    kept = replace_book(book, NEW, old=OLD)
    after = book.stat()
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o600, *owner)
    assert book.read_bytes() == NEW
    assert kept is not None
    assert kept.read_bytes() == OLD


def test_a_linked_book_stays_a_link_and_what_it_leads_to_is_replaced(tmp_path: Path, book: Path) -> None:
    link = tmp_path / "links" / "book.xlsx"
    link.parent.mkdir()
    link.symlink_to(book)
    kept = replace_book(link, NEW, old=OLD)
    assert link.is_symlink()
    assert book.read_bytes() == NEW
    assert kept == book.with_name("张三.bak1.xlsx")
    assert names(link.parent) == ["book.xlsx"]


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "made", NEW)
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_a_book_that_somebody_saved_meanwhile_is_left_alone(book: Path) -> None:
    with pytest.raises(Refused):
        replace_book(book, NEW, old=b"what was read")
    assert book.read_bytes() == OLD
    assert names(book.parent) == [book.name]


@pytest.mark.parametrize("lock", ["~$张三.xlsx", ".~lock.张三.xlsx#"])
def test_an_open_book_is_left_alone_also_through_a_link(book: Path, tmp_path: Path, lock: str) -> None:
    (book.parent / lock).touch()
    link = tmp_path / "links" / "book.xlsx"
    link.parent.mkdir()
    link.symlink_to(book)
    for path in (book, link):
        with pytest.raises(OpenElsewhere, match="张三"):
            replace_book(path, NEW, old=OLD)
    assert names(book.parent) == sorted([book.name, lock, "links"])


@pytest.mark.parametrize("room", [0, 5000, len(OLD) - 1])
def test_a_full_disk_leaves_the_book_and_not_even_half_a_backup(book: Path, room: int) -> None:
    def replace() -> str:
        with pytest.raises(CannotWrite) as refused:
            replace_book(book, NEW, old=OLD)
        return str(refused.value.path)

    assert in_child(replace, largest_file=room) == str(book)
    assert names(book.parent) == [book.name]
    assert book.read_bytes() == OLD


def test_a_full_disk_leaves_no_half_of_a_backup_where_only_the_old_book_is_too_long(book: Path) -> None:
    def replace() -> None:
        with pytest.raises(CannotWrite):
            replace_book(book, b"short", old=OLD)

    in_child(replace, largest_file=len(OLD) - 1)
    assert names(book.parent) == [book.name]
    assert book.read_bytes() == OLD


def test_book_and_folder_are_on_the_disk_before_the_old_book_goes(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched(number: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file")
        fsync(number)

    def renamed(source: Path, target: Path) -> None:
        done.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", watched)
    monkeypatch.setattr(os, "replace", renamed)
    replace_book(book, NEW, old=OLD)
    # the copy and its name, then the new book, then its name
    assert done == ["file", "folder", "file", "replace", "folder"]


def test_the_copy_that_a_broken_off_run_made_serves_the_next(book: Path) -> None:
    assert backup(book) == backup(book) == book.with_name("张三.bak1.xlsx")
    book.write_bytes(NEW)
    assert backup(book) == book.with_name("张三.bak2.xlsx")


def test_what_a_dead_program_left_is_cleared_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    def die() -> list[str]:
        made = temporary_file(tmp_path, ".xlsx"), temporary_folder(tmp_path)
        (made[1] / "part").touch()
        return [path.name for path in made]

    left = in_child(die)
    mine = temporary_file(tmp_path, ".xlsx")
    foreign = tmp_path / f"{PREFIX}000000-1-abc.xlsx"
    foreign.touch()
    older = [tmp_path / f"{PREFIX}abcdef.xlsx", tmp_path / f"{PREFIX}000000-2-abc.xlsx"]
    for path in older:
        path.touch()
        os.utime(path, (time.time() - 90_000,) * 2)
    assert set(left) < set(names(tmp_path))
    clear_leftovers(tmp_path)
    assert names(tmp_path) == sorted([mine.name, foreign.name])
    assert owner_mark() in mine.name


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite), whole_file(tmp_path / "file" / "a.xlsx"):
        pass
    writable_folder(tmp_path / "out")
    assert names(tmp_path) == ["file", "out"]
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("wanted", ["😀" * 64, "华" * 200, "x" * 300])
def test_a_long_name_is_cut_by_its_bytes(tmp_path: Path, wanted: str) -> None:
    taken: set[str] = set()
    made = [safe_name(wanted, taken, blank="–") for _ in range(12)]
    assert len({name.casefold() for name in made}) == 12
    for name in made:
        write_whole(tmp_path / f"{name}.xlsx", NEW)
    assert len(names(tmp_path)) == 12


@pytest.mark.parametrize("wanted", ["CON", "nul", "Com1", "LPT9", "aux.华东", "COM¹", "CONOUT$"])
def test_what_windows_keeps_for_devices_is_no_file_name(wanted: str) -> None:
    assert safe_name(wanted, set(), blank="–") == f"_{wanted}"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("CONTACTS", "CONTACTS"), ("COM10", "COM10"), ("a\u202egpj", "agpj"), ("..", "–"), ("a\x7fb", "a_b")],
)
def test_other_names_stay_but_for_what_no_system_takes(wanted: str, name: str) -> None:
    assert safe_name(wanted, set(), blank="–") == name
