"""One book made ready to be written back: in a template of today, read, graded, its results worked out;
nothing is written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.files.refresh.book import Refreshed, refresh_book
from kasales_xl.files.refresh.spelling import host_of
from kasales_xl.files.refresh.trend_cells import trend_of
from kasales_xl.files.renew.renewed import Renewed, renewed_book
from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.recomputed import with_computed
from kasales_xl.functions.spelling import Host
from kasales_xl.text.findings.files import BOOK_EMPTY, TEMPLATE_OLDER
from kasales_xl.text.findings.grouped import Group, grouped
from kasales_xl.version import __version__

if TYPE_CHECKING:
    # the database library is slow to load, and only a trend needs it
    from kasales_xl.files.history.store import History


class Renewing(Enum):
    """Which books get a fresh template before their results are written: those of an older edition, or every
    one."""

    OLDER = "older"
    EVERY = "every"


class NotRead(Exception):
    """A file that is no book to work with; ``findings`` say why. ``renewed``: the file as it was read, and a
    fresh template with its profile, for a book that is merely not filled in yet."""

    def __init__(self, findings: Sequence[Finding], renewed: tuple[bytes, Renewed] | None = None) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings, self.renewed = tuple(findings), renewed

    def __reduce__(self) -> tuple[type[NotRead], tuple[tuple[Finding, ...], tuple[bytes, Renewed] | None]]:
        """A worker hands it on."""
        return NotRead, (self.findings, self.renewed)


@dataclass(frozen=True)
class Ready:
    """``data``: the file as it was read; ``result``: as it shall be. ``differences``: where the book's own
    policy is another. ``no_trend``: a history was given and holds nothing earlier. ``renewed``: what a fresh
    template took over, None where the book kept its own."""

    data: bytes
    card: SellerCard
    differences: tuple[Finding, ...]
    result: Refreshed
    no_trend: bool
    renewed: Renewed | None = None

    def to_fix(self) -> list[Group]:
        """What is open in the book, the worst first."""
        card = self.card
        return grouped(with_computed(list(card.book.findings), card.book, card.policy, card.on))


def made_ready(
    path: Path,
    on: dt.date,
    company: Policy | None,
    history: History | None,
    renewing: Renewing = Renewing.OLDER,
    host: Host | None = None,
) -> Ready:
    """host: in whose spelling the formulas shall be; None leaves them in theirs, also in a fresh template.
    Raises NotRead, and NotCarried where a fresh template would lose or change a typed cell."""
    try:
        data = file_bytes(path)
        book = read_book_bytes(data, path.name, on=on)
        renewed = None
        if renewing is Renewing.EVERY or any(finding.kind == TEMPLATE_OLDER for finding in book.findings):
            renewed = renewed_book(data, path.name, on=on)
            host = host or host_of(data)
            book = read_book_bytes(renewed.data, path.name, on=on)
        if book.seller is None:
            empty = renewed and any(finding.kind == BOOK_EMPTY for finding in book.findings)
            why = [f for f in book.findings if f.severity is Severity.REJECT]
            raise NotRead(why, (data, renewed) if renewed and empty else None)
        policy, differences = policy_for(book, company)
        card = make_card(book, policy, on)
        past = history.past(snapshot(card, __version__)) if history else None
        trend = trend_of(past) if past else None
        current = renewed.data if renewed else data
        result = refresh_book(current, book, policy=policy, on=on, trend=trend, host=host)
    except Refused as refused:
        raise NotRead(refused_book(refused, path.name).findings) from refused
    no_trend = history is not None and trend is None
    return Ready(data, card, differences, result, no_trend, renewed)
