"""Every file graded in turn; what is needed later waits on disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kasales_xl.batch.discover import Source
from kasales_xl.batch.duplicates import Claimant
from kasales_xl.batch.grading import Graded, grade_file
from kasales_xl.batch.spool import Spool, Ticket
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.findings import Finding, tally
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.files.cards_json.write import card_line
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.seller_parts import SellerParts, seller_parts
from kasales_xl.version import __version__

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History

#: Called after each file with (done, total, file name).
Watch = Callable[[int, int, str], None]


def unwatched(done: int, total: int, name: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays in memory for one graded book, and the tickets of what waits on disk."""

    claimant: Claimant
    standing: Standing
    card: Ticket[str]
    parts: Ticket[SellerParts]
    snapshot: Ticket[Snapshot] | None


def grade_all(
    sources: Sequence[Source],
    on: dt.date,
    company: Policy | None,
    spool: Spool,
    findings: list[Ticket[tuple[Finding, ...]]],
    watch: Watch,
    history: History | None,
) -> tuple[list[Entry], list[FileFindings]]:
    entries, files = [], []
    for done, source in enumerate(sources, 1):
        graded = grade_file(source, on, company)
        findings.append(spool.put(graded.findings))
        files.append(_file_findings(graded))
        if graded.card is not None and graded.claimant is not None:
            entries.append(_entry(graded.card, graded.claimant, spool, history))
        # one book at a time in memory: the next is read where this one was
        del graded
        watch(done, len(sources), source.name)
    return entries, files


def _entry(card: SellerCard, claimant: Claimant, spool: Spool, history: History | None) -> Entry:
    now = snapshot(card, __version__) if history else None
    parts = seller_parts(card, history.past(now) if history and now else None)
    return Entry(
        claimant,
        parts.standing,
        spool.put(card_line(card)),
        spool.put(parts),
        spool.put(now) if now else None,
    )


def _file_findings(graded: Graded) -> FileFindings:
    seller = graded.book.seller
    return FileFindings(
        graded.source.name,
        seller.name if seller else "",
        seller.team if seller else "",
        tally(graded.findings),
    )
