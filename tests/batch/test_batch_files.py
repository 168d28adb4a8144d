"""How a run writes: whole files, backups, public formats, names, what waits on disk."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.batch.grading.spool import Spool
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.file_names import file_name
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.backup import backup
from kasales_xl.files.book.book import write_book
from kasales_xl.files.findings_csv import safe_text
from kasales_xl.files.whole import CannotWrite, whole_file, writable_folder


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
    spool = Spool()
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
    score([tmp_path], tmp_path / "out", RunOptions(on=ON, lang="zh"))
    made = sorted((tmp_path / "out").glob("*.xlsx"))
    assert len(made) == 2
    for path in made:
        with zipfile.ZipFile(path) as parts:
            assert f"{ON.isoformat()}T00:00:00Z".encode() in parts.read("docProps/core.xml"), path.name
