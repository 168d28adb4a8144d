"""Every file graded by the workers; what is needed later waits on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kasales_xl.batch.across.duplicates import Claimant
from kasales_xl.batch.across.similar import Contact
from kasales_xl.batch.grading.judging import Judged, Wanted, judge, not_judged
from kasales_xl.batch.grading.spool import Spool, Ticket
from kasales_xl.batch.workers.pool import LIMITS, Limits, Lost, each
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.findings import Finding
from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.seller_parts import SellerParts

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
    contacts: Ticket[tuple[Contact, ...]]
    snapshot: Ticket[Snapshot] | None


def grade_all(
    wanted: Sequence[Wanted],
    spool: Spool,
    findings: list[Ticket[tuple[Finding, ...]]],
    watch: Watch,
    *,
    jobs: int | None = None,
    limits: Limits = LIMITS,
) -> tuple[list[Entry], list[FileFindings]]:
    """All in the order of ``wanted``, whichever file was done first; ``findings`` is filled."""
    entries: dict[int, Entry] = {}
    files: dict[int, FileFindings] = {}
    found: dict[int, Ticket[tuple[Finding, ...]]] = {}
    for done, (number, came) in enumerate(each(judge, wanted, jobs=jobs, limits=limits), 1):
        source = wanted[number].source
        judged = not_judged(source, came, limits) if isinstance(came, Lost) else came
        files[number], found[number] = judged.file, spool.lay(judged.findings)
        if judged.claimant is not None and judged.standing is not None:
            entries[number] = _entry(judged, judged.claimant, judged.standing, spool)
        watch(done, len(wanted), source.name)
    findings.extend(found[number] for number in sorted(found))
    return [entries[number] for number in sorted(entries)], [files[number] for number in sorted(files)]


def _entry(judged: Judged, claimant: Claimant, standing: Standing, spool: Spool) -> Entry:
    return Entry(
        claimant,
        standing,
        spool.lay(judged.card),
        spool.lay(judged.parts),
        spool.lay(judged.contacts),
        spool.lay(judged.snapshot) if judged.snapshot else None,
    )
