"""One file in, one graded book out, or the findings that say why not."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import Protocol

from kasales_xl.batch.across.duplicates import Claimant, last_saved
from kasales_xl.batch.grading.packing import packed
from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.batch.sources.discover import Source
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.files.xlsx_in.book import book_of_sheets, book_sheets, refused_book
from kasales_xl.files.xlsx_in.kept_sheets import asked, kept
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.workbook import Sheets
from kasales_xl.functions.recomputed import with_computed


@dataclass(frozen=True)
class Read:
    """A file as it was read, before anything is made of it that depends on a day or a policy. ``digest`` of
    its content; ``saved``: when, as it says itself."""

    digest: str
    saved: str
    sheets: Sheets


class ReadBefore(Protocol):
    """Where a file that was read before is found again."""

    def find(self) -> Read | None: ...


@dataclass(frozen=True)
class Graded:
    """``card`` is None for a file that cannot be graded; ``findings`` are all that concern it; ``digest`` of
    its content, blank where it could not be had; ``saved``: when, as it says itself. ``read``: packed Read
    for the next time, where that was asked for and is new."""

    source: Source
    book: Book
    card: SellerCard | None
    findings: tuple[Finding, ...]
    digest: str = ""
    saved: str = ""
    read: bytes = b""

    @property
    def claimant(self) -> Claimant | None:
        seller = self.book.seller
        if self.card is None or seller is None:
            return None
        return Claimant(
            self.source.name,
            self.source.path,
            seller.seller_id,
            seller.period_start,
            self.digest,
            seller.name,
            self.saved,
        )


def content_digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def grade_file(
    source: Source,
    on: dt.date,
    company: Policy | None,
    *,
    apart: bool = False,
    before: ReadBefore | None = None,
) -> Graded:
    """Never raises for the file's sake: what cannot be read becomes findings. apart: somebody else has the
    same seller ID, so the name is told with it. before: what is read now is kept for the next time."""
    read, digest, keep = before.find() if before else None, "", b""
    try:
        if read is None:
            data = source.read()
            digest = content_digest(data)
            sheets = book_sheets(data, source.name)
            read = Read(digest, last_saved(data), asked(sheets) if before else sheets)
            del data
            book = book_of_sheets(read.sheets, source.name, on=on)
            keep = packed(replace(read, sheets=kept(read.sheets))) if before else b""
        else:
            book = book_of_sheets(read.sheets, source.name, on=on)
    except Refused as refused:
        book = refused_book(refused, source.name)
        return Graded(source, book, None, book.findings, digest)
    if book.seller is None:
        return Graded(source, book, None, book.findings, read.digest, read=keep)
    if apart:
        known = f"{book.seller.seller_id} {book.seller.name}"
        book = replace(book, seller=book.seller.model_copy(update={"seller_id": known}))
    policy, differences = policy_for(book, company)
    findings = with_computed(book.findings, book, policy, on)
    book = replace(book, findings=findings + differences)
    return Graded(source, book, make_card(book, policy, on), book.findings, read.digest, read.saved, keep)
