"""Hostile names, five hundred sellers and several files in Chromium."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from books_of import ON, book_of
from chromium import Browser
from web_pages import parts_of

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output import web as web_pages
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.files.book.book import write_book
from kasales_xl.files.web.file import part
from kasales_xl.files.web.squeezed import squeezed

HOSTILE = 'x</script><img src=x onerror="window.hit=1">{}=1+1'
ASKED = RunOptions(on=ON, lang="zh")


def seller(number: int, team: str, name: str = "销售{}") -> Book:
    book = book_of(strong=1, mid=1, junior=2, grade=1)
    assert book.seller is not None
    said = {"seller_id": f"S{number}", "name": name.format(number), "team": team}
    return dataclasses.replace(book, seller=book.seller.model_copy(update=said))


def written(folder: Path, *books: Book) -> Path:
    folder.mkdir()
    for number, book in enumerate(books):
        write_book(folder / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    return folder


def test_names_that_look_like_markup_are_shown_as_they_were_typed(browser: Browser, tmp_path: Path) -> None:
    book = seller(1, HOSTILE.format("队"), HOSTILE)
    accounts = tuple(one.model_copy(update={"account": HOSTILE.format(one.account)}) for one in book.accounts)
    people = tuple(one.model_copy(update={"name": HOSTILE.format(one.name)}) for one in book.contacts)
    book = dataclasses.replace(book, accounts=accounts, contacts=people)
    score([written(tmp_path / "books", book)], tmp_path / "out", ASKED)
    page = tmp_path / "out" / "index.html"
    _id, account = parts_of(page)["find"][0][0]
    browser.window()
    browser.open(page)
    for route in ("/", "/t/0", "/t/0/accounts", "/s/S1", f"/a/S1/{_id}"):
        browser.go(route)
        assert browser.ask("() => [window.hit, document.images.length]") == [None, 0], route
    assert browser.ask("() => document.querySelector('h1').innerText") == account
    assert account.startswith("x</script><img")
    assert browser.order("said") == []


def test_one_file_a_team_leads_from_one_to_the_other_and_back(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_pages, "ONE_FILE", 1)
    score([written(tmp_path / "books", seller(1, "华东"), seller(2, "华南"))], tmp_path / "out", ASKED)
    browser.window()
    browser.open(tmp_path / "out" / "index.html")
    browser.order("click", what=".team-cards li:nth-child(2) a")
    browser.order(
        "wait",
        script="decodeURI(location.pathname).endsWith('华南.html') && document.documentElement.dataset.ready",
    )
    browser.order("click", what=".people a")
    browser.order("wait", script="document.documentElement.dataset.shown === '#/s/S2'")
    browser.order("click", what=".trail a")
    browser.order(
        "wait", script="location.pathname.endsWith('index.html') && document.documentElement.dataset.ready"
    )
    browser.order("type", what="#search", text="销售1")
    browser.order("wait", script="document.querySelectorAll('#found a').length > 0")
    browser.order("click", what="#found a")
    browser.order("wait", script="decodeURI(location.pathname).endsWith('华东.html')")
    browser.order("wait", script="document.documentElement.dataset.shown === '#/s/S1'")
    assert browser.order("said") == []


def test_five_hundred_sellers_open_in_one_file(browser: Browser, tmp_path: Path) -> None:
    score([written(tmp_path / "books", seller(1, "华东"))], tmp_path / "out", ASKED)
    page = tmp_path / "out" / "index.html"
    parts = parts_of(page)
    many = parts["index"] | {"sellers": [[f"S{n}", f"销售{n}", 0] for n in range(500)], "past": [[]] * 500}
    again = [part(f"s{n}", squeezed(parts["s0"])) for n in range(1, 500)]
    changed = {"index": many, "find": parts["find"] * 500}
    kept = page.read_bytes()
    for name, value in changed.items():
        kept = kept.replace(part(name, squeezed(parts[name])), part(name, squeezed(value)))
    page.write_bytes(
        kept.replace(part("index", squeezed(many)), b"".join(again) + part("index", squeezed(many)))
    )
    assert page.stat().st_size < 25_000_000
    browser.window()
    print(f"500 sellers, {page.stat().st_size / 1e6:.1f} MB: drawn after {browser.open(page):.0f} ms")
    browser.go("/s/S499")
    assert browser.order("said") == []
    assert len(browser.ask("() => [...document.querySelectorAll('.figure')]")) > 3
