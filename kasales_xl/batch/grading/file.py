"""One file in, one graded book out, or the findings that say why not."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace

from kasales_xl.batch.across.duplicates import Claimant
from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.batch.sources.discover import Source
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.recomputed import with_computed


@dataclass(frozen=True)
class Graded:
    """``card`` is None for a file that cannot be graded; ``findings`` are all that concern it."""

    source: Source
    book: Book
    card: SellerCard | None
    findings: tuple[Finding, ...]
    digest: str

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
        )


def grade_file(source: Source, on: dt.date, company: Policy | None, *, apart: bool = False) -> Graded:
    """Never raises for the file's sake: what cannot be read becomes findings. apart: somebody else has the
    same seller ID, so the name is told with it."""
    try:
        source.check()
        data = file_bytes(source.path)
    except Refused as refused:
        book = refused_book(refused, source.name)
        return Graded(source, book, None, book.findings, "")
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    book = read_book_bytes(data, source.name, on=on)
    if book.seller is None:
        return Graded(source, book, None, book.findings, digest)
    if apart:
        known = f"{book.seller.seller_id} {book.seller.name}"
        book = replace(book, seller=book.seller.model_copy(update={"seller_id": known}))
    policy, differences = policy_for(book, company)
    findings = with_computed(book.findings, book, policy, on)
    book = replace(book, findings=findings + differences)
    return Graded(source, book, make_card(book, policy, on), book.findings, digest)
