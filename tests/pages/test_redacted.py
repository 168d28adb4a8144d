"""``score --redact``: no contact's name in anything that a team reads, and nothing else is different."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of
from scorecards import cells_of

from kasales_xl.batch.grading.redact import pseudonym
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Link
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Influence, LinkRelation
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.store import open_history
from kasales_xl.pages.workbooks import Sheets

NAMES = ("欧阳明德", "司徒婉清", "诸葛宏远")


def named(book: Book) -> Book:
    """The first contacts by names of their own, which notes and links repeat."""
    people = [
        contact.model_copy(update={"name": name, "contact_id": f"{name}-1", "note": f"和{NAMES[0]}很熟"})
        for contact, name in zip(book.contacts, NAMES, strict=False)
    ]
    link = Link(
        from_person=people[0].contact_id, relation=LinkRelation.INFLUENCES, to_person=people[1].contact_id
    )
    first = book.accounts[0].model_copy(
        update={"next_action": f"请{NAMES[0]}引荐{NAMES[1]}", "next_action_date": ON, "note": NAMES[2]}
    )
    return dataclasses.replace(
        book,
        contacts=(*people, *book.contacts[len(people) :]),
        links=(link,),
        accounts=(first, *book.accounts[1:]),
    )


@pytest.fixture
def books(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    write(folder, named(book_of(strong=1, mid=1, junior=2, grade=1)))
    workbook = openpyxl.load_workbook(folder / "a.xlsx")
    sheet = workbook["联系人"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, columns["contacts.stance"], f"看{NAMES[0]}的")
    workbook.save(folder / "a.xlsx")
    return folder


def write(folder: Path, book: Book) -> None:
    write_book(folder / "a.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as package:
                for part in package.namelist():
                    yield f"{path.name}!{part}", package.read(part).decode("utf-8", "replace")
        elif path.is_file() and path.suffix != ".db":
            yield path.name, path.read_text("utf-8")


def leaks(folder: Path) -> list[tuple[str, str]]:
    return [(where, name) for where, text in texts(folder) for name in NAMES if name in text]


def test_no_contact_is_named_in_what_a_team_reads(books: Path, tmp_path: Path) -> None:
    score([books], tmp_path / "plain", RunOptions(on=ON, lang="zh", jobs=1, sheets=Sheets(details=True)))
    assert {name for _, name in leaks(tmp_path / "plain")} == set(NAMES), (
        "the names are there to be taken out"
    )
    score(
        [books],
        tmp_path / "out",
        RunOptions(on=ON, lang="zh", jobs=1, redact=True, sheets=Sheets(details=True)),
    )
    assert leaks(tmp_path / "out") == []
    assert any(pseudonym(NAMES[0], "zh") in text for _, text in texts(tmp_path / "out"))


def test_verdicts_are_the_same(books: Path, tmp_path: Path) -> None:
    seen = []
    for redact in (False, True):
        out = tmp_path / str(redact)
        score([books], out, RunOptions(on=ON, lang="zh", jobs=1, redact=redact))
        (card,) = json.loads((out / "cards.json").read_text("utf-8"))["cards"]
        seen.append({key: card[key] for key in ("level", "counts", "capability_level") if key in card})
        assert "level" in card
    assert seen[0] == seen[1]


def test_the_trend_names_nobody_either_and_the_history_keeps_what_the_book_says(
    books: Path, tmp_path: Path
) -> None:
    out, earlier = tmp_path / "out", ON - dt.timedelta(days=30)
    out.mkdir()
    write(books, named(book_of(strong=1, mid=1, junior=2, grade=1)))
    with open_history(out) as history:
        score([books], out, RunOptions(on=earlier, lang="zh", jobs=1), history=history)
        cold = named(book_of(strong=1, mid=1, junior=2, grade=1))
        gone = cold.contacts[0].model_copy(update={"can_influence": Influence.NO})
        write(books, dataclasses.replace(cold, contacts=(gone, *cold.contacts[1:])))
        score([books], out, RunOptions(on=ON, lang="zh", jobs=1, redact=True), history=history)
        (point,) = history.sellers()
        stored = history.load(point.key)
    assert leaks(out) == []
    told = [cell for cell in cells_of(out / "华东.xlsx", "进展") if pseudonym(NAMES[0], "zh") in cell]
    assert told, "the reason is told, by the other name"
    assert stored is not None
    assert NAMES[0] in stored.facts
