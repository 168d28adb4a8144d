"""``index.html`` as a file: what is in it, what cannot be in it, and which files a run writes."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of
from web_pages import parts_of, texts_in, without_data

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output import web as web_pages
from kasales_xl.batch.run import score
from kasales_xl.build import web as build
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.book.book import write_book
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.files.web.team import team_mark
from kasales_xl.pages.workbooks import Sheets

HOSTILE = "x</script><img src=x onerror=alert(1)>%s=1+1"
ASKED = RunOptions(on=ON, lang="zh", sheets=Sheets(details=True))
EAST, SOUTH = team_mark("华东"), team_mark("华南")


def seller(number: int, team: str) -> Book:
    book = book_of(strong=1, mid=1, junior=2, grade=1)
    assert book.seller is not None
    named = book.seller.model_copy(update={"seller_id": f"S{number}", "name": f"销售{number}", "team": team})
    return dataclasses.replace(book, seller=named)


def write(folder: Path, *books: Book) -> Path:
    folder.mkdir(exist_ok=True)
    for number, book in enumerate(books):
        write_book(folder / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    return folder


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "books"
    return write(folder, seller(1, "华东"), seller(2, "华东"), seller(3, "华南"))


@pytest.fixture(scope="module")
def made(books: Path) -> Path:
    """What a run leaves. Nobody writes into it."""
    out = books.parent / "out"
    score([books], out, ASKED)
    return out


def test_one_file_holds_the_organisation_its_teams_and_every_seller(made: Path) -> None:
    assert [path.name for path in made.glob("*.html")] == ["index.html"]
    parts = parts_of(made / "index.html")
    assert [one[1] for one in parts["index"]["sellers"]] == ["销售1", "销售2", "销售3"]
    assert [team["name"] for team in parts["index"]["teams"]] == ["华东", "华南"]
    assert {"s0", "s1", "s2", "find", "o-overview", f"{EAST}-accounts", f"{SOUTH}-deals"} <= parts.keys()


def test_the_page_says_of_a_seller_what_the_teams_workbook_says(made: Path) -> None:
    (page,) = [p for p in parts_of(made / "index.html")[f"{EAST}-accounts"]["b"] if "tab" in p]
    workbook = openpyxl.load_workbook(made / "华东.xlsx")
    cells = {cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value}
    shown = [cell if not isinstance(cell, dict) else cell["v"] for row in page["rows"] for cell in row]
    said = [cell[0] if isinstance(cell, list) else cell for cell in shown]
    assert len(said) > 50
    assert [cell for cell in said if cell and cell not in cells] == []


def test_a_number_names_the_cells_in_which_it_stands(books: Path, made: Path) -> None:
    parts = parts_of(made / "index.html")
    record, columns = parts["s0"], parts["index"]["cols"]
    workbook = openpyxl.load_workbook(books / record["file"])
    seen = 0
    first = record["accounts"][0]["id"]
    for sheet, rows, keys in record["cells"][f"account:{first}:tier"] + record["cells"]["target"]:
        held, at = record["rows"][sheet], {key: n for n, (key, _label) in enumerate(columns[sheet])}
        for row in rows:
            for key in keys:
                place = f"{held['at'][key]}{held['down'][key] if 'down' in held else row}"
                values = next(iter(held["r"].values())) if "down" in held else held["r"][str(row)]
                said = values[at[key]] if at[key] < len(values) else ""
                stands = workbook[held["t"]][place].value
                zh = said[0] if isinstance(said, list) else said
                if isinstance(stands, int | float | str) and zh not in ("", None, "未知"):
                    assert zh == stands, place
                    seen += 1
    assert seen > 10


def test_what_people_typed_cannot_become_markup(tmp_path: Path) -> None:
    book = seller(1, HOSTILE % "队")
    accounts = tuple(
        one.model_copy(
            update={"account": HOSTILE % one.account, "next_action": HOSTILE % "去", "next_action_date": ON}
        )
        for one in book.accounts
    )
    score([write(tmp_path / "books", dataclasses.replace(book, accounts=accounts))], tmp_path / "out", ASKED)
    page = tmp_path / "out" / "index.html"
    assert "onerror" not in page.read_text("utf-8")
    assert any("onerror" in text for text in texts_in(parts_of(page)["s0"]))


def test_the_policy_of_the_page_allows_its_own_script_and_style_and_nothing_else(made: Path) -> None:
    page = without_data(made / "index.html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    script, style = (re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("script", "style"))
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed == {
        "default-src": "'none'",
        "script-src": f"{digest(*script)} {digest(map_script())}",
        "style-src": digest(*style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not re.search(r"\son\w+=|\sstyle=|<link|<iframe|src=", page.replace(script[0], ""))


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_library_that_is_not_the_published_one_is_not_built_in(monkeypatch: pytest.MonkeyPatch) -> None:
    build.build()
    monkeypatch.setitem(build.VENDORED, "d3-path.min.js", "0" * 64)
    with pytest.raises(ValueError, match="d3-path"):
        build.build()


def test_too_many_sellers_for_one_file_stand_in_one_a_team(
    books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_pages, "ONE_FILE", 2)
    score([books], tmp_path / "out", ASKED)
    assert sorted(path.name for path in (tmp_path / "out").glob("*.html")) == [
        "index.html",
        "华东.html",
        "华南.html",
    ]
    home, south = (parts_of(tmp_path / "out" / name) for name in ("index.html", "华南.html"))
    assert not {"s0", "s1", "s2"} & home.keys()
    assert {"s0", f"{SOUTH}-accounts"} <= south.keys()
    assert not {"s1", "s2", f"{EAST}-accounts"} & south.keys()
    assert [one[1] for one in south["index"]["sellers"]] == ["销售3"], "nobody else's sellers"
    assert len(south["find"]) == 1
    assert [team["name"] for team in south["index"]["teams"]] == ["华东", "华南"], "the way to the others"
    assert [team["file"] for team in home["index"]["teams"]] == ["华东.html", "华南.html"]
    assert texts_in(home["find"]), "every account is found from the first page"


def test_a_run_without_a_page_writes_none_and_takes_the_old_one_away(books: Path, tmp_path: Path) -> None:
    score([books], tmp_path / "out", ASKED)
    outcome = score([books], tmp_path / "out", dataclasses.replace(ASKED, web=False))
    assert [path.name for path in outcome.published.removed] == ["index.html"]
    assert not (tmp_path / "out" / "index.html").exists()


def test_the_same_books_give_the_same_page_whatever_the_number_of_processes(
    books: Path, made: Path, tmp_path: Path
) -> None:
    score([books], tmp_path / "out", dataclasses.replace(ASKED, jobs=1))
    assert (tmp_path / "out" / "index.html").read_bytes() == (made / "index.html").read_bytes()
