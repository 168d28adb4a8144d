"""Books that lie elsewhere are found, named and graded like those of a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.sources import remote
from kasales_xl.batch.sources.discover import NothingToRead, Source, discover
from kasales_xl.batch.sources.remote import is_remote, remote_bytes
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.xlsx_in.refusal import Refused

fsspec = pytest.importorskip("fsspec")
WANTED = RunOptions(on=ON, lang="zh", jobs=1)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    for folder, number in (("华东", 1), ("华东", 2), ("华北", 3)):
        (tmp_path / "books" / folder).mkdir(parents=True, exist_ok=True)
        book = book_of(seller_id=f"S{number}", team=folder, junior=1)
        write_book(
            tmp_path / "books" / folder / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh"
        )
    (tmp_path / "books" / "华北" / "说明.txt").write_text("不是账簿", encoding="utf-8")
    return tmp_path / "books"


@pytest.fixture
def elsewhere(books: Path) -> Iterator[str]:
    store = fsspec.filesystem("memory")
    store.put(str(books), "/kasales", recursive=True)
    yield "memory://kasales"
    store.rm("/kasales", recursive=True)


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_books_of_any_store_give_the_bytes_of_a_folder(books: Path, elsewhere: str, tmp_path: Path) -> None:
    score([books], tmp_path / "here", WANTED)
    score([elsewhere], tmp_path / "there", replace(WANTED, cache=tmp_path / "cache"))
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_file_a_folder_and_a_pattern_may_be_given(elsewhere: str) -> None:
    def names(*paths: str) -> list[str]:
        return [source.name for source in discover(paths)]

    assert names(elsewhere) == ["华东/1.xlsx", "华东/2.xlsx", "华北/3.xlsx"]
    assert names(f"{elsewhere}/华东/2.xlsx") == ["2.xlsx"]
    assert names(f"{elsewhere}/华东/*.xlsx") == ["1.xlsx", "2.xlsx"]
    assert names(elsewhere, f"{elsewhere}/华东/2.xlsx") == names(elsewhere, elsewhere)


@pytest.mark.parametrize("path", ["nosuch://books", "memory://nothing there", "s3://"])
def test_a_place_without_books_says_what_is_wrong_before_any_work(path: str, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead) as caught:
        score([path], tmp_path / "out", WANTED)
    if path.startswith("nosuch"):
        assert caught.value.text is not None
        assert "kasales_xl[s3]" in caught.value.text.pick("zh")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("path", "remote_place"),
    [
        ("s3://bucket/a", True),
        ("smb://host/share", True),
        ("C:/books", False),
        ("账簿/a.xlsx", False),
        ("a://b", False),
    ],
)
def test_a_drive_of_windows_is_no_store(path: str, remote_place: bool) -> None:
    assert is_remote(path) is remote_place


def test_a_file_elsewhere_that_is_gone_too_large_or_denied_is_refused(
    elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source,) = discover([f"{elsewhere}/华东/2.xlsx"])
    with pytest.raises(Refused) as caught:
        replace(source, url=f"{elsewhere}/gone.xlsx", data=None).read()
    assert caught.value.kind.code == "no-file"
    monkeypatch.setattr(remote, "MOST_FILE", 100)
    with pytest.raises(Refused) as caught:
        remote_bytes(source.url)
    assert caught.value.kind.code == "file-too-big"
    with pytest.raises(Refused):
        Source(Path("x"), "x", url="nosuch://x").read()
