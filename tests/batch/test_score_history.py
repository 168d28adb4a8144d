"""Scoring with a memory: what was before is shown, what is now is kept, once; and other rules tried out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner, Result

from kasales_xl.commands.score import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Influence
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.database import HISTORY_FILE
from kasales_xl.files.history.store import History, open_history
from kasales_xl.files.history.upkeep import verify

EARLIER = ON - dt.timedelta(days=30)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    _write(folder, strong=1)
    return folder


def _write(folder: Path, *, strong: int) -> None:
    book = book_of(strong=1, mid=3, junior=5, grade=3)
    if not strong:
        colder = book.contacts[0].model_copy(update={"can_influence": Influence.NO})
        book = replace(book, contacts=(colder, *book.contacts[1:]))
    write_book(folder / "张三.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    other = book_of(junior=2, grade=1, seller_id="S002", name="李四")
    write_book(folder / "李四.xlsx", other, policy=DEFAULT_POLICY, on=ON, lang="zh")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(score, [str(argument) for argument in arguments])


def days(where: Path, seller_id: str = "S001") -> list[dt.date]:
    with History(where) as history:
        return [point.on for point in history.series(seller_id)]


def test_every_run_is_remembered_beside_its_output_and_once(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(books, "-o", out, "--on", EARLIER).exit_code == 0
    assert run(books, "-o", out, "--on", ON).exit_code == 0
    assert days(out) == [EARLIER, ON]
    before = (out / HISTORY_FILE).stat().st_size
    assert run(books, "-o", out, "--on", ON).exit_code == 0
    assert days(out) == [EARLIER, ON]
    assert (out / HISTORY_FILE).stat().st_size == before
    with open_history(out) as history:
        assert verify(history) == (4, ())


def test_the_scorecard_shows_who_fell_and_through_whom(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(books, "-o", out, "--on", EARLIER)
    first = (out / "华东.xlsx").read_bytes()
    _write(books, strong=0)
    assert run(books, "-o", out, "--on", ON).exit_code == 0
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(str(out / "华东.xlsx"))
    text = "\n".join(
        str(cell)
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).to_python()
        for cell in row
    )
    assert "影响不了采购部决策人A0010了" in text
    assert first != (out / "华东.xlsx").read_bytes()


def test_without_a_history_nothing_is_kept(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(books, "-o", out, "--on", ON, "--no-history").exit_code == 0
    assert not (out / HISTORY_FILE).exists()


def test_a_history_elsewhere_serves_several_outputs(books: Path, tmp_path: Path) -> None:
    where = tmp_path / "kept" / "all.db"
    run(books, "-o", tmp_path / "one", "--on", EARLIER, "--history", where)
    run(books, "-o", tmp_path / "two", "--on", ON, "--history", where)
    assert days(where) == [EARLIER, ON]
    assert not (tmp_path / "one" / HISTORY_FILE).exists()


def test_a_history_that_cannot_be_reached_is_told_before_any_work(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(books, "-o", out, "--on", ON, "--history", "postgresql://a:geheim@127.0.0.1:1/x")
    assert result.exit_code == 2
    assert "--no-history" in result.output
    assert "geheim" not in result.output
    assert not out.exists()


def test_other_rules_are_tried_out_without_writing_anything(books: Path, tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_text("", "utf-8")
    (tmp_path / "new.toml").write_text("[levels]\nsenior_strong = [2, 4]\n", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = run(books, "--on", ON, "--policy", tmp_path / "old.toml", "--compare", tmp_path / "new.toml")
    assert result.exit_code == 0
    assert "张三" in result.output
    assert "李四" not in result.output
    # which rules are compared is said first, by name and content
    assert result.output.splitlines()[0].startswith("规则 2 · ")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_wrong_policy_to_compare_is_told_with_its_line(books: Path, tmp_path: Path) -> None:
    (tmp_path / "new.toml").write_text("[levels]\nsenior_strong = [4, 2]\n", "utf-8")
    result = run(books, "--on", ON, "--compare", tmp_path / "new.toml")
    assert result.exit_code == 2
    assert "new.toml:2" in result.output


def test_scoring_without_an_output_folder_asks_for_one(books: Path) -> None:
    assert run(books, "--on", ON).exit_code == 2
