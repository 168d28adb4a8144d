"""One book made ready to be written back: read, graded, its results worked out; nothing is written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.policies import policy_for
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.files.refresh.book import Refreshed, refresh_book
from kasales_xl.files.refresh.trend_cells import trend_of
from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.recomputed import with_computed
from kasales_xl.text.findings.grouped import Group, grouped
from kasales_xl.version import __version__

if TYPE_CHECKING:
    # the database library is slow to load, and only a trend needs it
    from kasales_xl.files.history.store import History


class NotRead(Exception):
    """A file that is no book to work with; ``findings`` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Ready:
    """``data``: the file as it was read; ``result``: as it shall be. ``differences``: where the book's own
    policy is another. ``no_trend``: a history was given and holds nothing earlier."""

    data: bytes
    card: SellerCard
    differences: tuple[Finding, ...]
    result: Refreshed
    no_trend: bool

    def to_fix(self) -> list[Group]:
        """What is open in the book, the worst first."""
        card = self.card
        return grouped(with_computed(list(card.book.findings), card.book, card.policy, card.on))


def made_ready(path: Path, on: dt.date, company: Policy | None, history: History | None) -> Ready:
    """Raises NotRead."""
    try:
        data = file_bytes(path)
        book = read_book_bytes(data, path.name, on=on)
        if book.seller is None:
            raise NotRead([f for f in book.findings if f.severity is Severity.REJECT])
        policy, differences = policy_for(book, company)
        card = make_card(book, policy, on)
        past = history.past(snapshot(card, __version__)) if history else None
        trend = trend_of(past) if past else None
        result = refresh_book(data, book, policy=policy, on=on, trend=trend)
    except Refused as refused:
        raise NotRead(refused_book(refused, path.name).findings) from refused
    return Ready(data, card, differences, result, history is not None and trend is None)
