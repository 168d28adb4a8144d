"""What a worker makes of one book for a run: everything that waits on disk is packed already, so the run
only lays it down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kasales_xl.batch.across.duplicates import Claimant
from kasales_xl.batch.grading.file import Graded, ReadBefore, grade_file
from kasales_xl.batch.grading.packing import packed
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import Limits, Lost
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.findings import Finding, Place, tally
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.files.cards_json.write import NEWEST, card_line
from kasales_xl.files.web.seller import seller_record
from kasales_xl.files.web.squeezed import squeezed
from kasales_xl.pages.organisation.books import FileFindings
from kasales_xl.pages.seller_parts import seller_parts
from kasales_xl.text.findings.files import FILE_CRASHED, FILE_MEMORY, FILE_SLOW
from kasales_xl.version import __version__

if TYPE_CHECKING:
    from kasales_xl.core.history.past import Past
    from kasales_xl.files.history.store import History


@dataclass(frozen=True, slots=True)
class Wanted:
    """One book to judge. ``history``: the address of one that is there, None to go without; ``apart``: under
    an ID that tells this person from another one with the same; ``redact``: contacts under other names;
    ``cards``: the version of cards.json; ``details``: with all that the long lists need; ``plans``: with a
    plan of each key account; ``web``: for index.html too; ``before``: where it is found if it was read
    before."""

    source: Source
    on: dt.date
    company: Policy | None = None
    history: str | None = None
    apart: bool = False
    redact: bool = False
    cards: int = NEWEST
    details: bool = False
    plans: bool = False
    web: bool = False
    before: ReadBefore | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """``claimant`` and ``standing`` are None for a book that was not graded. Packed: ``findings`` (a tuple),
    ``card`` (its line of JSON), ``parts`` (SellerParts), ``contacts`` (account, name, title of each),
    ``snapshot``, ``web`` (its part of index.html) and ``read`` (what was read, for the next time); blank
    where there is none. ``digest`` of the file's content, blank where it could not be had."""

    file: FileFindings
    findings: bytes
    claimant: Claimant | None = None
    standing: Standing | None = None
    card: bytes = b""
    parts: bytes = b""
    contacts: bytes = b""
    snapshot: bytes = b""
    web: bytes = b""
    digest: str = ""
    read: bytes = b""


def judge(wanted: Wanted) -> Judged:
    """Never raises for the file's sake. Raises HistoryError."""
    graded = grade_safely(wanted)
    if graded.card is None or graded.claimant is None:
        return _without_card(graded)
    card = graded.card
    now = past = None
    if wanted.history is not None:
        now = snapshot(graded.card, __version__)
        past = None if wanted.redact else kept_history(wanted.history).past(now)
    if wanted.redact:
        graded, card, past = _redacted(graded, graded.card, wanted)
    try:
        parts = seller_parts(
            card, past, details=wanted.details or wanted.web, linked=wanted.details, plans=wanted.plans
        )
        line = card_line(card, wanted.cards)
        record = squeezed(seller_record(card, parts, past)) if wanted.web else b""
    except MemoryError:
        raise
    except Exception as fault:
        return _without_card(_faulty(wanted.source, fault))
    return Judged(
        _of_file(graded),
        packed(graded.findings),
        graded.claimant,
        parts.standing,
        packed(line),
        packed(parts),
        packed(tuple((c.account, c.name, c.title) for c in graded.book.contacts)),
        packed(now) if now else b"",
        packed(record) if record else b"",
        graded.digest,
        graded.read,
    )


def _redacted(graded: Graded, card: SellerCard, wanted: Wanted) -> tuple[Graded, SellerCard, Past | None]:
    """The same book under other names: what pages see of it and of its past. The history itself keeps what
    the book says."""
    from kasales_xl.batch.grading.redact import redacted, redacted_snapshot

    book = redacted(graded.book)
    card, past = make_card(book, card.policy, wanted.on), None
    if wanted.history is not None:
        now = snapshot(card, __version__)
        past = kept_history(wanted.history).past(now, lambda one: redacted_snapshot(one, book.lang))
    return replace(graded, book=book, card=card, findings=book.findings), card, past


def _without_card(graded: Graded) -> Judged:
    return Judged(_of_file(graded), packed(graded.findings), digest=graded.digest, read=graded.read)


def grade_card(wanted: Wanted) -> tuple[SellerCard | None, Claimant | None]:
    """The card alone, for whoever wants no pages."""
    graded = grade_safely(wanted)
    return graded.card, graded.claimant


def grade_safely(wanted: Wanted) -> Graded:
    """A fault of ours that only this book brings to light costs this book only, and is named."""
    try:
        return grade_file(wanted.source, wanted.on, wanted.company, apart=wanted.apart, before=wanted.before)
    except MemoryError:
        raise
    except Exception as fault:
        return _faulty(wanted.source, fault)


def not_judged(source: Source, lost: Lost, limits: Limits) -> Judged:
    """What a run keeps of a file whose worker did not come back."""
    return _without_card(_not_graded(source, lost_finding(lost, limits)))


def lost_finding(lost: Lost, limits: Limits) -> Finding:
    """Without a place: the caller knows the file."""
    if lost is Lost.TOO_SLOW:
        return Finding(FILE_SLOW, got=f"{limits.seconds:g}")
    if lost is Lost.TOO_MUCH_MEMORY:
        return Finding(FILE_MEMORY, got=str(limits.megabytes))
    return Finding(FILE_CRASHED, got=lost.value)


def _faulty(source: Source, fault: Exception) -> Graded:
    return _not_graded(source, Finding(FILE_CRASHED, got=f"{type(fault).__name__}: {fault}"[:80]))


def _not_graded(source: Source, finding: Finding) -> Graded:
    findings = (Finding(finding.kind, Place(file=source.name), finding.got),)
    return Graded(source, Book(None, file=source.name, findings=findings), None, findings, "")


def _of_file(graded: Graded) -> FileFindings:
    seller = graded.book.seller
    return FileFindings(
        graded.source.name,
        seller.name if seller else "",
        seller.team if seller else "",
        tally(graded.findings),
    )


@lru_cache(maxsize=1)
def kept_history(where: str) -> History:
    """Kept open by the worker; the run has made and checked it."""
    from kasales_xl.files.history.store import History

    return History(where)
