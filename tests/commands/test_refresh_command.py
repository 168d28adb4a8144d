"""``kasales refresh`` as people type it: in place with a backup, many at once, never over an open book."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from command_line import digests, kasales
from refresh_files import by_openpyxl, values
from template_files import content

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.files.backup import backup, is_backup
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.files.refresh.workbook_parts import read_parts
from kasales_xl.layout.template import TREND_NAME
from kasales_xl.reading.grid import letters

pytestmark = pytest.mark.slow
ON = ("--on", SAMPLE_DAY.isoformat())


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book that lost its computed values."""
    path = tmp_path / "张三.xlsx"
    path.write_bytes(by_openpyxl(content("zh", True)))
    return path


def test_a_book_is_refreshed_in_place_and_the_old_one_kept_beside(book: Path) -> None:
    old = book.read_bytes()
    done = kasales("refresh", str(book), *ON)
    assert done.returncode == 0, done.stderr
    assert "张三.bak1.xlsx" in done.stdout
    assert (book.parent / "张三.bak1.xlsx").read_bytes() == old
    assert values(book.read_bytes()) == values(content("zh", True))


def test_a_second_refresh_touches_nothing_and_says_so(book: Path) -> None:
    kasales("refresh", str(book), *ON)
    before = digests(book.parent)
    done = kasales("refresh", str(book), *ON)
    assert (done.returncode, digests(book.parent)) == (0, before)
    assert "已经是最新，没动" in done.stdout
    assert "Up to date already, not touched" in kasales("refresh", str(book), *ON, lang="en").stdout


@pytest.mark.parametrize("lock", ["~$张三.xlsx", ".~lock.张三.xlsx#"])
def test_a_book_that_is_open_is_left_alone(book: Path, lock: str) -> None:
    (book.parent / lock).write_bytes(b"")
    before = digests(book.parent)
    done = kasales("refresh", str(book), *ON)
    assert (done.returncode, digests(book.parent)) == (1, before)
    assert "正开着" in done.stderr
    assert lock in done.stderr


def test_a_book_is_written_elsewhere_when_told(book: Path, tmp_path: Path) -> None:
    old, there = book.read_bytes(), tmp_path / "新" / "李四.xlsx"
    there.parent.mkdir()
    for _ in range(2):
        assert kasales("refresh", str(book), "-o", str(there), *ON).returncode == 0
    assert book.read_bytes() == old
    assert [path.name for path in there.parent.iterdir()] == ["李四.xlsx"], "the same again makes no backup"
    there.write_bytes(b"something else")
    assert "李四.bak1.xlsx" in kasales("refresh", str(book), "-o", str(there), *ON).stdout
    assert kasales("refresh", str(book), "-o", str(tmp_path / "a.pdf"), *ON).returncode == 2


def test_the_others_go_on_where_one_book_cannot_be_read(book: Path, tmp_path: Path) -> None:
    (tmp_path / "加密.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (tmp_path / "空.xlsx").write_bytes(content("zh", False))
    other = tmp_path / "zz.xlsx"
    shutil.copy(book, other)
    done = kasales("refresh", str(tmp_path), *ON)
    assert done.returncode == 1
    assert "加密.xlsx：没更新，文件有打开密码" in done.stderr
    assert "空.xlsx：没更新，账簿还没填" in done.stderr
    assert "4 本：2 本是最新的，2 本没更新。" in done.stdout
    assert values(other.read_bytes()) == values(content("zh", True))


def test_backups_are_no_books(book: Path) -> None:
    kasales("refresh", str(book), *ON)
    done = kasales("refresh", str(book.parent), *ON)
    assert done.stdout.count("\n") == 1
    scored = kasales("score", str(book.parent), "-o", str(book.parent / "out"), "--no-history", *ON)
    assert "读了 1 个文件，评了 1 位销售" in scored.stdout
    alone = book.parent / "alone.bak1.xlsx"
    alone.write_bytes(b"")
    assert is_backup(backup(book))
    assert not is_backup(alone), "somebody may name a book so"


def test_the_trend_comes_from_the_history_which_is_only_read(
    tmp_path: Path, earlier_quarters: list[tuple[dt.date, list[Path]]]
) -> None:
    on, steps = dt.date(2026, 6, 30), earlier_quarters
    out = tmp_path / "out"
    for day, books in steps:
        folder = str(books[0].parent)
        assert kasales("score", folder, "-o", str(out), "--on", day.isoformat()).returncode == 0
    book = Path(shutil.copy(steps[-1][1][10], tmp_path / "book.xlsx"))
    before = digests(out)
    done = kasales("refresh", str(book), "--history", str(out), "--on", on.isoformat())
    assert done.returncode == 0, done.stderr
    assert digests(out) == before
    shown = values(book.read_bytes())
    area = WorkbookCells(read_parts(book.read_bytes())).named_area(TREND_NAME)
    assert area is not None
    sheet, top, left, *_ = area
    days = [shown[sheet, f"{letters(left)}{row}"] for row in range(top, top + 4)]
    assert [day.date() for day in days[:3]] == [steps[0][0], steps[1][0], on]
    assert days[3] == " "
    texts = [str(value) for (where, _), value in shown.items() if where == sheet]
    assert any(f"和 {steps[1][0]} 比" in text for text in texts)
    first = shutil.copy(steps[0][1][0], tmp_path / "first.xlsx")
    assert (
        "走势先不画"
        in kasales("refresh", str(first), "--history", str(out), "--on", steps[0][0].isoformat()).stdout
    )


def test_a_history_that_is_not_there_ends_the_command_before_any_work(book: Path) -> None:
    before = digests(book.parent)
    done = kasales("refresh", str(book), "--history", str(book.parent / "nowhere"), *ON)
    assert (done.returncode, digests(book.parent)) == (2, before)
    assert "nowhere" in done.stderr


def test_a_company_policy_is_named_where_the_book_has_other_rules(book: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    assert kasales("policy", "export", "-o", str(rules)).returncode == 0
    text = rules.read_text("utf-8").replace("key_share = 0.3", "key_share = 0.9")
    rules.write_text(text, "utf-8")
    done = kasales("refresh", str(book), "--policy", str(rules), *ON)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2, "the difference is said"
