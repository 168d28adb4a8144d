"""The sample organisation on disk: its books, its scorecards and what the command said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from command_line import digests, kasales

from kasales_xl.core.terms import Lang
from kasales_xl.demo.books import drafts

ON = dt.date(2026, 6, 30)
_FOLDERS = {"zh": ("账簿", "记分卡"), "en": ("books", "scorecards")}


@dataclass(frozen=True)
class Organisation:
    """``made``: every file as it was when the command ended."""

    folder: Path
    lang: Lang
    said: str
    made: dict[str, str]

    @property
    def books(self) -> Path:
        return self.folder / _FOLDERS[self.lang][0]

    @property
    def scorecards(self) -> Path:
        return self.folder / _FOLDERS[self.lang][1]

    @property
    def sellers_books(self) -> list[Path]:
        """The sixteen books in the order of the cast."""
        sellers = [draft.seller for draft in drafts(ON, self.lang)]
        return [self.books / seller.team / f"{seller.name}.xlsx" for seller in sellers]

    def touched(self) -> bool:
        return digests(self.folder) != self.made


def made_by_the_command(folder: Path, lang: Lang) -> Organisation:
    done = kasales("demo", str(folder), "--on", ON.isoformat(), lang=lang)
    assert done.returncode == 0, done.stderr
    return Organisation(folder, lang, done.stdout, digests(folder))
