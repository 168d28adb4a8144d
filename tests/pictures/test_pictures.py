"""What people look at, as pictures: sheets of the book and of scorecards as LibreOffice prints them, the web page as
Chromium shows it, against approved ones. ``pytest tests/pictures --approve`` approves what is drawn now: look at
tests/pictures/approved before you commit it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from first_ten_minutes import type_into
from needed import needed
from pictures import APPROVED, WIDTH, approve, differences, small
from PIL import Image, ImageChops, ImageFilter
from sample_organisation import Organisation

from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.build.pictures.draw import Drawing, why_no_pages, why_no_sheets
from kasales_xl.core.history.past import Step
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, Level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.book.book import book_bytes
from kasales_xl.files.xlsx_in.book import read_book_bytes
from kasales_xl.layout.sheets import LAYOUT, TAB_TITLES

#: Twice as wide as what is kept.
_WIDE = 2 * WIDTH
_STEPS = [
    Step(dt.date(2025, month, 1), level, Counts(0, 0, 1), share)
    for month, level, share in ((3, Level.NOVICE, 0.5), (7, Level.NOVICE, 1.0), (11, Level.JUNIOR, 0.25))
]
_SCORECARD = {lang: TAB_TITLES["scorecard"].pick(lang) for lang in ("zh", "en")}
#: Sheets by the name of their picture: the book, the sheet.
SHEETS = {
    "scorecard_full_zh": ("full_zh", _SCORECARD["zh"]),
    "scorecard_new_zh": ("new_zh", _SCORECARD["zh"]),
    "scorecard_empty_zh": ("empty_zh", _SCORECARD["zh"]),
    "scorecard_trend_en": ("trend_en", _SCORECARD["en"]),
    "accounts_zh": ("full_zh", LAYOUT["accounts"].zh),
    "checks_zh": ("new_zh", TAB_TITLES["checks"].zh),
}
#: Views of the web page: width, height, dark, route.
PAGES = {
    "web_desk": (1280, 900, False, ""),
    "web_desk_dark": (1280, 900, True, ""),
    "web_phone": (500, 900, False, ""),
}


def _bytes(book: Book, lang: Lang, on: dt.date = SAMPLE_DAY, trend: list[Step] | None = None) -> bytes:
    return book_bytes(book, policy=DEFAULT_POLICY, on=on, lang=lang, trend=trend or ())


def _ten_minutes() -> bytes:
    """Somebody's first book, as the Guide says: nobody has graded anything yet."""
    on = dt.date(2026, 11, 24)
    seller = Seller(
        seller_id="S001", name="张三", team="华东", annual_target=800, period_start=dt.date(2026, 1, 1)
    )
    typed = type_into(_bytes(Book(seller), "zh", on))
    return _bytes(read_book_bytes(typed, "张三.xlsx", on=on), "zh", on)


def _without_charts(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/drawings/drawing"):
                part = re.sub(rb"<xdr:twoCellAnchor.*</xdr:twoCellAnchor>", b"", part, flags=re.DOTALL)
            new.writestr(name, part)
    return out.getvalue()


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Drawing:
    return Drawing(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def printed(drawing: Drawing) -> dict[str, Path]:
    """The books as PDFs, by their names."""
    needed(why_no_sheets())
    books = {
        "full_zh": _bytes(sample_book("zh"), "zh"),
        "new_zh": _ten_minutes(),
        "empty_zh": _bytes(Book(None, lang="zh"), "zh"),
        "trend_en": _bytes(sample_book("en"), "en", trend=_STEPS),
        "bare_zh": _without_charts(_bytes(sample_book("zh"), "zh")),
    }
    paths = [drawing.folder / f"{name}.xlsx" for name in books]
    for path, data in zip(paths, books.values(), strict=True):
        path.write_bytes(data)
    return dict(zip(books, drawing.printed(paths), strict=True))


@pytest.fixture
def same_as_approved(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, Path], None]:
    def compare(name: str, drawn: Path) -> None:
        found, path = small(drawn), APPROVED / f"{name}.png"
        if request.config.getoption("approve"):
            approve(found, path)
            return
        assert path.exists(), f"nobody approved {name}: pytest tests/pictures --approve"
        with Image.open(path) as kept:
            off = differences(found, kept.convert("L"))
        found.save(seen := tmp_path / f"{name}.png")
        assert off == [], f"{name}: {', '.join(map(str, off[:4]))}; drawn now: {seen}"

    return compare


@pytest.mark.host
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_looks_as_approved(
    name: str, drawing: Drawing, printed: dict[str, Path], same_as_approved: Any
) -> None:
    book, title = SHEETS[name]
    same_as_approved(name, drawing.sheet(printed[book], title, _WIDE))


@pytest.mark.parametrize("name", PAGES)
def test_the_web_page_looks_as_approved(
    name: str, drawing: Drawing, organisations: Callable[[Lang], Organisation], same_as_approved: Any
) -> None:
    needed(why_no_pages())
    width, height, dark, route = PAGES[name]
    page = organisations("zh").scorecards / "index.html"
    same_as_approved(name, drawing.page(page, name, width, height, route=route, dark=dark))


@pytest.mark.host
def test_my_scorecard_is_one_printed_page_whatever_is_in_it(
    drawing: Drawing, printed: dict[str, Path]
) -> None:
    for book, lang in (("full_zh", "zh"), ("new_zh", "zh"), ("empty_zh", "zh"), ("trend_en", "en")):
        assert drawing.sheet(printed[book], _SCORECARD[lang], 100)
        with pytest.raises(RuntimeError, match="no page 2"):
            drawing.sheet(printed[book], _SCORECARD[lang], 100, nth=1)


@pytest.mark.host
def test_a_chart_that_is_gone_is_seen(drawing: Drawing, printed: dict[str, Path]) -> None:
    """Drawn for real: the same book without its radar."""
    whole, bare = (
        small(drawing.sheet(printed[name], _SCORECARD["zh"], _WIDE)) for name in ("full_zh", "bare_zh")
    )
    off = differences(bare, whole)
    assert off
    assert all(one.left > 0.7 and one.top < 0.45 for one in off), "the radar stands to the right"


def approved(name: str) -> Image.Image:
    with Image.open(APPROVED / f"{name}.png") as kept:
        return kept.convert("L")


def block(picture: Image.Image) -> tuple[int, int, int, int]:
    """The left block of My scorecard: seats and dimensions."""
    return tuple(
        round(share * side) for share, side in zip((0.03, 0.16, 0.38, 0.37), picture.size * 2, strict=True)
    )  # type: ignore[return-value]


def test_a_block_that_moved_is_seen() -> None:
    picture = approved("scorecard_full_zh")
    moved, place = picture.copy(), block(picture)
    moved.paste(255, place)
    moved.paste(picture.crop(place), (place[0], place[1] + 12))
    assert differences(moved, picture)


def test_a_block_that_is_gone_is_seen() -> None:
    for name in ("scorecard_full_zh", "scorecard_new_zh", "scorecard_trend_en"):
        picture = approved(name)
        gone = picture.copy()
        gone.paste(255, block(picture))
        assert differences(gone, picture), name


def test_a_page_that_grew_is_seen() -> None:
    picture = approved("scorecard_full_zh")
    longer = Image.new("L", (picture.width, round(picture.height * 1.1)), 255)
    longer.paste(picture, (0, 0))
    assert differences(longer, picture)


@pytest.mark.parametrize("name", SHEETS)
def test_letters_drawn_a_little_otherwise_pass(name: str) -> None:
    """As another version of a font draws them: half a pixel aside, softer, lighter."""
    picture = approved(name)
    assert differences(ImageChops.offset(picture, 1, 0), picture) == []
    assert differences(picture.filter(ImageFilter.GaussianBlur(1)), picture) == []
    assert differences(picture.point(lambda ink: 255 - round((255 - ink) * 0.93)), picture) == []


def test_what_is_approved_keeps_the_repository_lean() -> None:
    pictures = list(APPROVED.glob("*.png"))
    assert {path.stem for path in pictures} == SHEETS.keys() | PAGES.keys()
    assert sum(path.stat().st_size for path in pictures) < 1_000_000
