"""The sample organisation on disk: its books, its scorecards and what the command said."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from command_line import digests, kasales
from demo_history import write_earlier_books

from kasales_xl.core.terms import Lang
from kasales_xl.demo.books import drafts

ON = dt.date(2026, 6, 30)
_FOLDERS = {"zh": ("账簿", "记分卡"), "en": ("books", "scorecards")}
_SAID, _LEFT = "said.txt", "left.json"


@dataclass(frozen=True)
class Organisation:
    """``place``: the folder that ``make`` filled."""

    place: Path
    lang: Lang

    @property
    def folder(self) -> Path:
        return self.place / "organisation"

    @property
    def books(self) -> Path:
        return self.folder / _FOLDERS[self.lang][0]

    @property
    def scorecards(self) -> Path:
        return self.folder / _FOLDERS[self.lang][1]

    @property
    def said(self) -> str:
        """What the command printed."""
        return (self.place / _SAID).read_text("utf-8")

    @property
    def sellers_books(self) -> list[Path]:
        """The sixteen books in the order of the cast."""
        sellers = [draft.seller for draft in drafts(ON, self.lang)]
        return [self.books / seller.team / f"{seller.name}.xlsx" for seller in sellers]

    def touched(self) -> bool:
        """Is it no longer as the command left it?"""
        return digests(self.folder) != json.loads((self.place / _LEFT).read_text("utf-8"))


def make(place: Path, lang: Lang) -> None:
    made = Organisation(place, lang)
    done = kasales("demo", str(made.folder), "--on", ON.isoformat(), lang=lang)
    assert done.returncode == 0, done.stderr
    (place / _SAID).write_text(done.stdout, "utf-8")
    (place / _LEFT).write_text(json.dumps(digests(made.folder)), "utf-8")


def make_quarters(place: Path, lang: Lang, count: int) -> None:
    """The books as they stood at the end of so many earlier quarters; ``quarters`` finds them again."""
    steps = write_earlier_books(place, ON, lang, quarters=count)
    told = [(day.isoformat(), [path.relative_to(place).as_posix() for path in paths]) for day, paths in steps]
    (place / _LEFT).write_text(json.dumps(told), "utf-8")


def quarters(place: Path) -> list[tuple[dt.date, list[Path]]]:
    told = json.loads((place / _LEFT).read_text("utf-8"))
    return [(dt.date.fromisoformat(day), [place / path for path in paths]) for day, paths in told]
