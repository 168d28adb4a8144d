"""What has not changed is not done again, and what comes of it is the same byte for byte."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from books_of import ON, book_of

from kasales_xl.batch.cache.store import FILE, Store, connect
from kasales_xl.batch.engines import local
from kasales_xl.batch.grading import file as grading
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.writing import Outcome
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.store import open_history

TEAMS = ("华东", "华南", "华北")


def write(folder: Path, number: int, book: Book | None = None, **given: int) -> None:
    made = book or book_of(seller_id=f"S{number}", name=f"销售{number}", team=TEAMS[number % 3], **given)
    write_book(folder / f"{number}.xlsx", made, policy=DEFAULT_POLICY, on=ON, lang="zh")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    for number in range(6):
        write(folder, number, junior=1 + number % 2)
    return folder


def options(tmp_path: Path, **given: object) -> RunOptions:
    return replace(RunOptions(on=ON, lang="zh", jobs=1, cache=tmp_path / "cache"), **given)  # type: ignore[arg-type]


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "history.db"}


def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, int]]:
    """How many tasks of each kind the workers were given since it was asked last."""
    given: dict[str, int] = {}
    each = local.each

    def counting(task, items, **more):  # type: ignore[no-untyped-def]
        given[task.__name__] = given.get(task.__name__, 0) + len(items)
        return each(task, items, **more)

    def told() -> dict[str, int]:
        now = dict(given)
        given.clear()
        return now

    monkeypatch.setattr(local, "each", counting)
    return told


def test_an_unchanged_folder_is_read_once_and_a_changed_book_costs_one_book_and_its_team(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = counted(monkeypatch)
    out = tmp_path / "out"
    first = score([books], out, options(tmp_path))
    before = files(out)
    assert (first.reused, tasks()) == (0, {"judge": 6, "write_team": 3})
    again = score([books], out, options(tmp_path))
    assert (again.reused, tasks(), files(out)) == (6, {"judge": 0, "write_team": 0}, before)
    write(books, 4, mid=2)
    changed = score([books], out, options(tmp_path))
    assert (changed.reused, tasks()) == (5, {"judge": 1, "write_team": 1})
    differing = {name for name, content in files(out).items() if content != before[name]}
    assert "华南.xlsx" in differing
    assert not {"华东.xlsx", "华北.xlsx"} & differing


def test_another_day_reads_no_file_again(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = options(tmp_path)
    score([books], tmp_path / "out", wanted)
    later = ON + dt.timedelta(days=40)
    full = score([books], tmp_path / "full", options(tmp_path, cache=None, on=later))
    # in this process, where reading a file can be forbidden
    monkeypatch.setattr(
        local, "each", lambda task, items, **_more: ((n, task(one)) for n, one in enumerate(items))
    )
    monkeypatch.setattr(grading, "book_sheets", lambda *_given: pytest.fail("read"))
    incremental = score([books], tmp_path / "out", options(tmp_path, on=later))
    assert (full.sellers, incremental.sellers) == (6, 6)
    assert files(tmp_path / "out") == files(tmp_path / "full")


def _edit(dice: Random, books: Path, roster: Path, wanted: RunOptions) -> RunOptions:
    """Something that happens between two runs."""
    number = dice.randrange(8)
    what = dice.choice(
        ["book", "book", "copy", "gone", "broken", "day", "policy", "roster", "redact", "team"]
    )
    path = books / f"{number}.xlsx"
    if what == "book":
        write(books, number, strong=dice.randrange(3), mid=dice.randrange(3), junior=1)
    elif what == "copy" and path.exists():
        shutil.copyfile(path, books / f"{number} 副本.xlsx")
    elif what == "gone":
        path.unlink(missing_ok=True)
    elif what == "broken":
        path.write_bytes(b"PK spoiled")
    elif what == "team":
        moved = book_of(seller_id=f"S{number}", name=f"销售{number}", team=dice.choice(TEAMS), mid=1)
        write(books, number, moved)
    elif what == "day":
        return replace(wanted, on=wanted.on + dt.timedelta(days=dice.choice([1, 7, 91])))
    elif what == "policy":
        least = dice.choice([0.2, 0.3, 0.45])
        return replace(wanted, company=DEFAULT_POLICY.model_copy(update={"key_share": least}))
    elif what == "redact":
        return replace(wanted, redact=not wanted.redact)
    elif what == "roster":
        people = "".join(f"S{n},销售{n},{TEAMS[n % 3]}\n" for n in dice.sample(range(9), 5))
        roster.write_text(f"编号,姓名,团队\n{people}", encoding="utf-8")
        return replace(wanted, roster=roster)
    return wanted


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_whatever_changes_between_runs_the_output_is_that_of_a_full_run(
    seed: int, books: Path, tmp_path: Path
) -> None:
    dice = Random(seed)
    wanted = options(tmp_path)
    reused = 0
    for _round in range(5):
        for _edits in range(dice.randrange(3)):
            wanted = _edit(dice, books, tmp_path / "名单.csv", wanted)
        told: list[Outcome] = []
        for name, run in (("incremental", wanted), ("full", replace(wanted, cache=None))):
            with open_history(tmp_path / f"{name}.db") as history:
                told.append(score([books], tmp_path / name, run, history=history))
        assert files(tmp_path / "incremental") == files(tmp_path / "full")
        reused += told[0].reused
        assert replace(told[0], reused=0, published=told[1].published) == told[1]
    assert reused > 5


def test_another_program_reads_everything_again(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score([books], tmp_path / "out", options(tmp_path))
    monkeypatch.setattr("kasales_xl.batch.cache.memory.program_fingerprint", lambda: "another")
    assert score([books], tmp_path / "out", options(tmp_path)).reused == 0


def test_a_team_workbook_that_somebody_changed_is_written_anew(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    score([books], out, options(tmp_path))
    before = files(out)
    (out / "华东.xlsx").write_bytes(b"typed over")
    told = score([books], out, options(tmp_path))
    assert files(out)["华东.xlsx"] == before["华东.xlsx"]
    assert len(told.published.kept) == 1


def test_a_history_that_grew_backwards_is_seen(books: Path, tmp_path: Path) -> None:
    for day in (ON, ON - dt.timedelta(days=90)):
        with open_history(tmp_path / "history.db") as history:
            score([books], tmp_path / "out", options(tmp_path, on=day), history=history)
    with open_history(tmp_path / "history.db") as history:
        told = score([books], tmp_path / "out", options(tmp_path), history=history)
        score([books], tmp_path / "full", options(tmp_path, cache=None), history=history)
    assert told.reused == 0
    assert files(tmp_path / "out") == files(tmp_path / "full")


def _spoil(folder: Path, spoiled: bytes) -> None:
    with closing(connect(folder / FILE)) as connection:
        connection.execute("UPDATE bodies SET body = ?", (spoiled,))
        connection.execute("UPDATE entries SET head = ?", (spoiled,))


@pytest.mark.parametrize("spoiled", [b"", b"x" * 40], ids=["blank", "foreign"])
def test_entries_that_were_tampered_with_are_not_believed(
    spoiled: bytes, books: Path, tmp_path: Path
) -> None:
    score([books], tmp_path / "out", options(tmp_path))
    before = files(tmp_path / "out")
    _spoil(tmp_path / "cache", spoiled)
    told = score([books], tmp_path / "out", options(tmp_path))
    assert (told.reused, files(tmp_path / "out")) == (0, before)


def test_a_body_that_is_spoiled_behind_a_good_head_is_made_again(books: Path, tmp_path: Path) -> None:
    score([books], tmp_path / "out", options(tmp_path))
    before = files(tmp_path / "out")
    with closing(connect(tmp_path / "cache" / FILE)) as connection:
        connection.execute("UPDATE bodies SET body = x'00'")
    told = score([books], tmp_path / "new", options(tmp_path))
    assert (told.reused, files(tmp_path / "new")) == (6, before)


def test_a_cache_signed_by_somebody_else_is_not_believed(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score([books], tmp_path / "out", options(tmp_path))
    monkeypatch.setenv("KASALES_SETTINGS", str(tmp_path / "another user"))
    assert score([books], tmp_path / "out", options(tmp_path)).reused == 0


@pytest.mark.parametrize(
    "spoil", [b"no database at all", b"", b"SQLite format 3\0" + b"\xff" * 5000], ids=["text", "blank", "cut"]
)
def test_a_cache_that_is_no_database_is_begun_anew(spoil: bytes, books: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / FILE).write_bytes(spoil)
    assert [score([books], tmp_path / "out", options(tmp_path)).reused for _ in range(2)] == [0, 6]


def test_a_cache_that_cannot_be_made_costs_time_and_nothing_else(books: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way", encoding="utf-8")
    assert score([books], tmp_path / "out", options(tmp_path)).sellers == 6


def test_what_another_run_throws_out_meanwhile_is_still_there_for_this_one(tmp_path: Path) -> None:
    from kasales_xl.batch.cache.store import Piece

    one = Store(tmp_path, b"k" * 32)
    one.put(Piece("a", "book", b"head", {"card": b"body"}))
    one.close()
    here, there = Store(tmp_path, b"k" * 32), Store(tmp_path, b"k" * 32, limit=0)
    there.put(Piece("b", "book", b"head", {}))
    there.close()
    assert (here.head("a"), here.body("a", "card")) == (b"head", b"body")
    here.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (0,)


def test_the_oldest_entries_go_first_and_what_was_used_stays(tmp_path: Path) -> None:
    from kasales_xl.batch.cache.store import Missing, Piece

    for key in "abc":
        store = Store(tmp_path, b"k" * 32)
        store.put(Piece(key, "book", b"", {"card": b"x" * 1000}))
        store.close()
    store = Store(tmp_path, b"k" * 32, limit=2200)
    assert store.body("a", "card")
    store.use("a")
    store.close()
    left = Store(tmp_path, b"k" * 32)
    assert (left.body("a", "card"), left.body("c", "card")) == (b"x" * 1000, b"x" * 1000)
    with pytest.raises(Missing):
        left.body("b", "card")
    left.close()
