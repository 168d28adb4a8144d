"""README's five pictures, drawn from the sample company. They are looked at, not compared: other versions of
the programs draw other bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kasales_xl.build.pictures.draw import Drawing, why_no_pages, why_no_sheets
from kasales_xl.layout.sheets import TAB_TITLES

#: Where they stand in a checkout.
FOLDER = Path("docs") / "pictures"
NAMES = ("scorecard", "map", "organisation", "seller", "web")
#: The sample company's day, the book and the account that are shown.
_ON = "2026-06-30"
_TEAM, _SELLER, _ACCOUNT = "华东大客户部", "万书恒", "沂岚新能源"
_WIDTH, _WINDOW, _COLOURS = 1100, (1280, 860), 64
_BORDER = 16
#: How much of the printed scorecard there is something on.
_FILLED = 0.55


def why_not() -> str:
    """Why they cannot be drawn here, blank when they can."""
    return why_no_sheets() or why_no_pages()


def draw_all(checkout: Path) -> list[Path]:
    """Draws all five and returns them. Raises RuntimeError with what a program said where it failed."""
    with TemporaryDirectory() as folder:
        drawn = dict(_drawn(Path(folder)))
        (checkout / FOLDER).mkdir(parents=True, exist_ok=True)
        return [_kept(drawn[name], checkout / FOLDER / f"{name}.png") for name in NAMES]


def _drawn(folder: Path) -> Iterator[tuple[str, Path]]:
    _kasales(folder, "demo", "demo")
    book = folder / "demo" / "账簿" / _TEAM / f"{_SELLER}.xlsx"
    cards = folder / "demo" / "记分卡"
    _kasales(folder, "refresh", str(book), "--history", str(cards))
    drawing = Drawing(folder)
    organisation, team = cards / "organisation.xlsx", cards / f"{_TEAM}.xlsx"
    book_pdf, company_pdf, team_pdf = drawing.printed([book, organisation, team])
    yield "scorecard", drawing.sheet(book_pdf, TAB_TITLES["scorecard"].zh, round(1.4 * _WIDTH))
    yield "organisation", drawing.numbered(company_pdf, 1, _WIDTH)
    yield "seller", drawing.sheet(team_pdf, _SELLER, _WIDTH)
    _kasales(folder, "map", str(book), "--account", _ACCOUNT, "-o", "map.png")
    yield "map", folder / "map.png"
    yield "web", drawing.page(cards / "index.html", "web", *_WINDOW)


def _kasales(folder: Path, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603  our own command, arguments as a list
        [sys.executable, "-m", "kasales_xl", *arguments, "--on", _ON, "--lang", "zh"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode == 2:
        raise RuntimeError(done.stdout + done.stderr)


def _kept(drawn: Path, target: Path) -> Path:
    """Without its blank rim, in few colours, which a page of text and bars needs no more than."""
    from PIL import Image, ImageChops

    with Image.open(drawn) as whole:
        picture = whole.convert("RGB")
    if target.stem == "scorecard":
        # the lower half of the sheet of paper is blank but for its footer
        picture = picture.crop((0, 0, picture.width, round(picture.height * _FILLED)))
    background = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    box = ImageChops.difference(picture, background).getbbox()
    if box is not None:
        left, top, right, bottom = box
        picture = picture.crop((
            max(0, left - _BORDER), max(0, top - _BORDER),
            min(picture.width, right + _BORDER), min(picture.height, bottom + _BORDER),
        ))  # fmt: skip
    picture.quantize(_COLOURS).save(target, optimize=True)
    return target
