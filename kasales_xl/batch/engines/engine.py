"""What a run asks of the machines that do its work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from kasales_xl.batch.across.duplicates import Claimant
from kasales_xl.batch.across.similar import Contact
from kasales_xl.batch.grading.judging import Wanted
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.findings import Finding
from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.seller_parts import SellerParts
from kasales_xl.pages.workbooks import USUAL_SHEETS, Sheets

Item = TypeVar("Item")


class Ticket(Generic[Item]):
    """For something that waits until it is written; only the engine that gave it knows where."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays in memory for one graded book, and the tickets of what waits."""

    claimant: Claimant
    standing: Standing
    card: Ticket[str]
    parts: Ticket[SellerParts]
    contacts: Ticket[tuple[Contact, ...]]
    snapshot: Ticket[Snapshot] | None
    web: Ticket[bytes] | None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one file; ``entry`` is None where it was not graded."""

    file: FileFindings
    findings: Ticket[tuple[Finding, ...]]
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Team:
    """A team's workbook: everything that it depends on, ``name`` of its file, ``path``
    where it is to be written, ``before`` where the run before left it; ``web``: where its parts of the web
    page are to be written, None without one; ``sheets``: how much the workbook holds."""

    team: str
    name: str
    path: Path
    before: Path
    members: tuple[Ticket[SellerParts], ...]
    on: dt.date
    lang: Lang
    web: Path | None = None
    sheets: Sheets = USUAL_SHEETS


class ClusterError(Exception):
    """A cluster that cannot do this run; ``text`` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.pick("en"))
        self.text = text


class Engine(Protocol):
    #: May be asked for what waits while it writes the teams.
    meanwhile: bool
    #: Files that were known and not read again.
    reused: int

    def grade(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Came]]:
        """Each file by its number, in the order of completion. Never raises for a file's sake."""

    def write(self, teams: Sequence[Team]) -> Iterator[tuple[int, Pooled]]:
        """Each team by its number, when its workbook is written, in the order of completion: what its closed
        deals come to. Raises OSError."""

    def get(self, ticket: Ticket[Item]) -> Item: ...

    def __enter__(self) -> Any: ...

    def __exit__(self, *_error: object) -> None: ...
