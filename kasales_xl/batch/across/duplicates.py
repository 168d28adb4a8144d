"""Several books of one seller: copies, older versions, sync conflicts. The newest content counts; where
two differ and neither is newer, both are held (pitfalls 4–6)."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.text.findings.files import (
    ID_OF_ANOTHER,
    OLDER_COPY,
    SAME_COPY,
    SELLER_TWICE,
    SELLERS_SHARE_ID,
)


@dataclass(frozen=True, slots=True)
class Claimant:
    """A readable book: whose, of which target year, which bytes, and when it was saved last, as the program
    that saved it says (ISO text, blank where it does not)."""

    name: str
    path: Path
    seller_id: str
    period_start: dt.date | None
    digest: str
    person: str = ""
    saved: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """``left_out``: books that don't count, because another of the same seller does; ``apart``: books of
    people who share an ID, each of whom counts; by their paths. ``findings``: one for each of them."""

    findings: tuple[Finding, ...] = ()
    left_out: frozenset[Path] = frozenset()
    apart: frozenset[Path] = frozenset()


def last_saved(data: bytes) -> str:
    """When the program that saved a workbook says it did. The file system's time is not asked: copying
    changes it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("docProps/core.xml") as part:
            core = part.read(20_000).decode("utf-8", "replace")
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile):
        return ""
    modified = re.search(r"<dcterms:modified[^>]*>([^<]*)<", core)
    return modified.group(1) if modified else ""


def choose(books: Iterable[Claimant], owners: Mapping[str, str] | None = None) -> Choice:
    """Which books don't count, and which have to be told apart. owners: whose an ID is, name by the
    comparable form of the ID, where a roster says so."""
    sellers: defaultdict[str, defaultdict[str, list[Claimant]]] = defaultdict(lambda: defaultdict(list))
    for book in books:
        sellers[name_key(book.seller_id)][name_key(book.person)].append(book)
    findings: list[Finding] = []
    left_out: set[Path] = set()
    apart: set[Path] = set()
    for key, people in sellers.items():
        remaining: list[Claimant] = []
        for several in people.values():
            settled = _settle(several)
            findings += (finding for _, finding in settled)
            out = {book.path for book, _ in settled}
            left_out |= out
            remaining += (book for book in several if book.path not in out)
        for book, finding in _shared(remaining, (owners or {}).get(key, "")):
            findings.append(finding)
            apart.add(book.path)
    return Choice(tuple(findings), frozenset(left_out), frozenset(apart))


def _shared(books: list[Claimant], owner: str) -> Iterator[tuple[Claimant, Finding]]:
    """Books of several people under one ID, or of somebody who is not whom the roster names."""
    if owner:
        for book in books:
            if book.person and name_key(book.person) != name_key(owner):
                words = (("owner", owner), ("name", book.person))
                yield book, Finding(ID_OF_ANOTHER, Place(file=book.name), book.seller_id, words=words)
    elif len(books) > 1:
        everybody = ", ".join(f"{book.person} ({book.name})" for book in books)
        for book in books:
            yield book, _finding(SELLERS_SHARE_ID, book, everybody)


def _settle(several: list[Claimant]) -> list[tuple[Claimant, Finding]]:
    """The books of one person that don't count."""
    if len(several) < 2:
        return []
    age = {book.path: (book.period_start or dt.date.min, book.saved) for book in several}
    ranked = sorted(sorted(several, key=lambda book: book.name), key=lambda b: age[b.path], reverse=True)
    winner = ranked[0]
    rivals = [b for b in ranked[1:] if age[b.path] == age[winner.path] and b.digest != winner.digest]
    if rivals:
        names = ", ".join(book.name for book in [winner, *rivals])
        held = [(book, _finding(SELLER_TWICE, book, names)) for book in [winner, *rivals]]
        return held + [(b, _finding(OLDER_COPY, b, winner.name)) for b in ranked[1:] if b not in rivals]
    same = {b.path: b.digest == winner.digest for b in ranked}
    return [(b, _finding(SAME_COPY if same[b.path] else OLDER_COPY, b, winner.name)) for b in ranked[1:]]


def _finding(kind: FindingKind, book: Claimant, other: str) -> Finding:
    return Finding(kind, Place(file=book.name), book.seller_id, words=(("other", other),))
