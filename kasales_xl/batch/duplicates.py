"""Several books of one seller: copies, older versions, sync conflicts. The newest content counts; where
two differ and neither is newer, both are held (pitfalls 4–6)."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.text.findings.files import OLDER_COPY, SAME_COPY, SELLER_TWICE


@dataclass(frozen=True, slots=True)
class Claimant:
    """A readable book: whose, of which target year, which bytes."""

    name: str
    path: Path
    seller_id: str
    period_start: dt.date | None
    digest: str


Saved = Callable[[Path], str]


def last_saved(path: Path) -> str:
    """When the program that saved the workbook says it did (ISO text, blank where it does not say).
    The file system's time is not asked: copying changes it."""
    try:
        with zipfile.ZipFile(path) as package:
            core = package.read("docProps/core.xml")[:20_000].decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    modified = re.search(r"<dcterms:modified[^>]*>([^<]*)<", core)
    return modified.group(1) if modified else ""


def choose(books: Iterable[Claimant], saved: Saved = last_saved) -> tuple[Finding, ...]:
    """Which books don't count, because another of the same seller does: a finding for each."""
    sellers: defaultdict[str, list[Claimant]] = defaultdict(list)
    for book in books:
        sellers[name_key(book.seller_id)].append(book)
    rivals = (several for several in sellers.values() if len(several) > 1)
    return tuple(finding for several in rivals for finding in _settle(several, saved))


def _settle(several: list[Claimant], saved: Saved) -> list[Finding]:
    age = {book.name: (book.period_start or dt.date.min, saved(book.path)) for book in several}
    ranked = sorted(sorted(several, key=lambda book: book.name), key=lambda b: age[b.name], reverse=True)
    winner = ranked[0]
    rivals = [b for b in ranked[1:] if age[b.name] == age[winner.name] and b.digest != winner.digest]
    if rivals:
        names = ", ".join(book.name for book in [winner, *rivals])
        held = [_finding(SELLER_TWICE, book, names) for book in [winner, *rivals]]
        losers = [book for book in ranked[1:] if book not in rivals]
        return held + [_finding(OLDER_COPY, book, winner.name) for book in losers]
    same = {b.name: b.digest == winner.digest for b in ranked}
    return [_finding(SAME_COPY if same[b.name] else OLDER_COPY, b, winner.name) for b in ranked[1:]]


def _finding(kind: FindingKind, book: Claimant, other: str) -> Finding:
    return Finding(kind, Place(file=book.name), book.seller_id, words=(("other", other),))
