"""The outputs of one run are one set: all of them are new, or all are as they were, whatever stands in the way."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from books_of import ON, book_of
from command_line import digests
from in_child import in_child

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.writing import USUAL
from kasales_xl.batch.run import Outcome, score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.database import HistoryError
from kasales_xl.files.history.store import open_history
from kasales_xl.files.leftovers import JOURNAL, PREFIX
from kasales_xl.files.outputs.manifest import MANIFEST, written_before
from kasales_xl.files.outputs.staged import ready, staged
from kasales_xl.files.outputs.swap import settle
from kasales_xl.files.whole import CannotWrite


def publish(out: Path, files: dict[str, str], on: dt.date = ON) -> object:
    ready(out)
    with staged(out) as stage:
        for name, text in files.items():
            with stage.file(name) as path:
                path.write_text(text, "utf-8")
        return stage.publish(on)


def texts(out: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in out.iterdir() if p.name != MANIFEST}


def test_a_run_replaces_its_files_adds_new_ones_and_takes_its_old_ones_away(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    (tmp_path / "mine.txt").write_text("a person's own")
    publish(tmp_path, {"a": "2", "c": "2"})
    assert texts(tmp_path) == {"a": "2", "c": "2", "mine.txt": "a person's own"}
    assert set(written_before(tmp_path)) == {"a", "c"}


def test_the_same_run_twice_has_the_same_name_and_another_one_another(tmp_path: Path) -> None:
    names = []
    for files in ({"a": "1"}, {"a": "1"}, {"a": "2"}):
        publish(tmp_path, files)
        names.append(json.loads((tmp_path / MANIFEST).read_text("utf-8"))["run"])
    assert names[0] == names[1] != names[2]


def test_an_output_that_a_person_changed_is_kept_beside_or_stays(tmp_path: Path) -> None:
    publish(tmp_path, {"a.xlsx": "1", "b.xlsx": "1"})
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_text("with remarks")
    publish(tmp_path, {"a.xlsx": "2"})
    assert texts(tmp_path) == {"a.xlsx": "2", "a.bak1.xlsx": "with remarks", "b.xlsx": "with remarks"}


@pytest.mark.parametrize("lock", ["~$b.xlsx", ".~lock.b.xlsx#"])
def test_an_output_that_is_open_is_told_before_any_work_and_nothing_changes(
    tmp_path: Path, lock: str
) -> None:
    publish(tmp_path, {"a.xlsx": "1", "b.xlsx": "1"})
    (tmp_path / lock).touch()
    before = digests(tmp_path)
    with pytest.raises(CannotWrite, match=r"b\.xlsx"):
        ready(tmp_path)
    assert digests(tmp_path) == before


def test_a_folder_in_the_way_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "organisation.xlsx").mkdir()
    with pytest.raises(CannotWrite, match="organisation"):
        ready(tmp_path, USUAL)


def test_a_file_that_cannot_go_into_place_takes_the_others_back(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    before = digests(tmp_path)
    ready(tmp_path)
    with pytest.raises(CannotWrite), staged(tmp_path) as stage:  # noqa: PT012 the block must fail
        for name in ("a", "b", "c"):
            with stage.file(name) as path:
                path.write_text("2", "utf-8")
        stage.publish(ON, before=lambda: in_the_way(tmp_path / "c"))
    (tmp_path / "c" / "x").unlink()
    (tmp_path / "c").rmdir()
    assert digests(tmp_path) == before


def in_the_way(folder: Path) -> None:
    folder.mkdir()
    (folder / "x").touch()


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[" * 5000,
        '{"owner": "a-1", "stage": "../..", "new": [], "gone": ["/etc/passwd"], "had": [], "undo": false}',
        '{"owner": "a-1", "stage": ".kasales-x", "new": ["../b"], "gone": [], "had": [], "undo": false}',
    ],
)
def test_a_journal_that_is_none_of_ours_moves_nothing(tmp_path: Path, journal: str) -> None:
    out = tmp_path / "out"
    (out / f"{PREFIX}x" / "new").mkdir(parents=True)
    (tmp_path / "b").write_text("elsewhere")
    (out / JOURNAL).write_text(journal)
    settle(out)
    assert (tmp_path / "b").read_text() == "elsewhere"


@pytest.fixture
def books(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    write_book(folder / "a.xlsx", book_of(junior=1), policy=DEFAULT_POLICY, on=ON, lang="zh")
    return folder


def scored(books: Path, out: Path, on: dt.date = ON) -> Outcome:
    return score([books], out, RunOptions(on=on, lang="zh", jobs=1))


def test_a_full_disk_is_told_and_leaves_the_old_set_and_no_trace(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    scored(books, out)
    before, size = digests(out), (out / "华东.xlsx").stat().st_size

    def on_a_full_disk() -> str:
        import multiprocessing

        multiprocessing.current_process()._config["daemon"] = True  # type: ignore[attr-defined]
        with pytest.raises(CannotWrite) as refused:
            scored(books, out, ON + dt.timedelta(days=1))
        return refused.value.path.name

    # the file that waits on disk during the run is longer than the scorecard
    assert in_child(on_a_full_disk, largest_file=size // 2)
    assert digests(out) == before


def test_a_disk_without_room_is_told_before_any_book_is_read(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, room = tmp_path / "out", shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _where: room._replace(free=19_999))
    monkeypatch.setattr("kasales_xl.batch.run.grade_all", lambda *_given, **_more: pytest.fail("read"))
    with pytest.raises(CannotWrite, match="left on the disk"):
        scored(books, out)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "code"), [("", "empty"), ("not a database", "foreign"), ("SQLite format 2", "foreign")]
)
def test_a_history_that_is_empty_or_something_else_is_told_and_not_touched(
    tmp_path: Path, content: str, code: str
) -> None:
    path = tmp_path / "history.db"
    path.write_text(content)
    for writing in (True, False):
        with pytest.raises(HistoryError) as refused:
            open_history(path, writing=writing)
        assert refused.value.code == code
    assert path.read_text() == content


def test_a_database_of_another_program_is_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE invoices (n INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError) as refused:
        open_history(path)
    assert refused.value.code == "foreign"
    assert path.read_bytes() == before


def test_a_new_history_appears_with_its_tables_or_not_at_all(tmp_path: Path) -> None:
    with open_history(tmp_path / "history.db"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["history.db"]
    with open_history(tmp_path / "history.db", writing=False) as history:
        assert history.sellers() == ()
