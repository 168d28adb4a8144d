"""No file can take a run down: five whose workers die, within a batch of good ones."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from books_of import ON, book_of
from in_child import in_child
from worker_tasks import judge_or_die

from kasales_xl.batch.grading.judging import Wanted, judge
from kasales_xl.batch.grading.packing import unpacked
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book

#: Why each is not graded, as findings.csv says; only Linux holds a process to an amount of memory.
DYING = {
    "abort": "file-crashed",
    "killed": "file-crashed",
    "hang": "file-slow",
    "memory": "file-memory",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six good books, and five that a worker dies of."""
    books = tmp_path_factory.mktemp("books")
    for number in range(6):
        book = book_of(seller_id=f"S{number}")
        write_book(books / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    for name in DYING:
        (books / f"{name}.xlsx").write_bytes((books / "0.xlsx").read_bytes())
    return books


def run(books: Path, out: Path, jobs: int) -> dict[str, bytes]:
    score([books], out, RunOptions(on=ON, lang="zh", jobs=jobs, limits=Limits(3, 500)))
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_files_that_kill_their_worker_are_named_and_all_others_graded(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kasales_xl.batch.engines.local.judge", judge_or_die)
    written = run(folder, tmp_path / "two", 2)
    cards = json.loads(written["cards.json"])["cards"]
    assert sorted(card["seller_id"] for card in cards) == [f"S{number}" for number in range(6)]
    rows = list(csv.reader(written["findings.csv"].decode("utf-8-sig").splitlines()))
    rejected = {cell.removesuffix(".xlsx"): row for row in rows for cell in row if cell.endswith(".xlsx")}
    assert {name: code for name, code in DYING.items() if code in rejected[name]} == DYING
    assert written == run(folder, tmp_path / "one", 1)


def test_a_fault_of_ours_costs_the_one_book_that_brings_it_to_light(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise RecursionError("too deep")

    wanted = Wanted(Source(folder / "0.xlsx", "0.xlsx"), ON)
    for part in ("grade_file", "seller_parts"):
        with monkeypatch.context() as changed:
            changed.setattr(f"kasales_xl.batch.grading.judging.{part}", fails)
            judged = judge(wanted)
        (finding,) = unpacked(judged.findings)
        assert (judged.card, finding.code, finding.at.file) == (b"", "file-crashed", "0.xlsx")
        assert "RecursionError" in finding.got


def test_a_forked_copy_of_a_process_with_workers_has_workers_of_its_own(folder: Path, tmp_path: Path) -> None:
    one = tmp_path / "books"
    one.mkdir()
    (one / "a.xlsx").write_bytes((folder / "0.xlsx").read_bytes())
    here = run(one, tmp_path / "here", 1)
    assert in_child(lambda: run(one, tmp_path / "there", 1)) == here
