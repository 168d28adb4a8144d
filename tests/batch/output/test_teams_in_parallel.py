"""Team workbooks are written by several workers at once, and are the same for any number of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.batch.engines import local
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.workers.pool import Lost
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.whole import CannotWrite


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for number in range(6):
        book = book_of(seller_id=f"S{number}", team=f"{number % 3}队", junior=1)
        write_book(folder / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    return folder


def scored(books: Path, out: Path, jobs: int) -> dict[str, bytes]:
    score([books], out, RunOptions(on=ON, lang="zh", jobs=jobs))
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_the_files_are_the_same_for_any_number_of_workers(books: Path, tmp_path: Path) -> None:
    one = scored(books, tmp_path / "1", 1)
    assert {"0队.xlsx", "1队.xlsx", "2队.xlsx", "organisation.xlsx"} <= one.keys()
    assert scored(books, tmp_path / "3", 3) == one


def test_a_team_that_a_worker_cannot_hold_is_written_all_the_same(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scored(books, tmp_path / "1", 1)
    each = local.each

    def too_large(task: object, items: Sequence[object], **given: object) -> object:
        if task is not local.write_team:
            return each(task, items, **given)  # type: ignore[arg-type]
        return ((number, Lost.TOO_MUCH_MEMORY) for number in range(len(items)))

    monkeypatch.setattr(local, "each", too_large)
    assert scored(books, tmp_path / "2", 1) == one


def test_a_disk_that_is_full_is_told_and_leaves_the_folder_as_it_was(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = scored(books, tmp_path / "out", 1)

    def full(_task: object, items: Sequence[object], **_given: object) -> tuple[int, Pooled]:
        raise OSError(28, "No space left on device")

    each = local.each
    monkeypatch.setattr(
        local,
        "each",
        lambda task, items, **given: (full if task is local.write_team else each)(task, items, **given),
    )
    with pytest.raises(CannotWrite, match="No space"):
        score([books], tmp_path / "out", RunOptions(on=ON, lang="zh", jobs=1))
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
