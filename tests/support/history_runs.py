"""What another process does to a history: add snapshots, open it, or die in the middle."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator

from books_of import ON, book_of

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.files.history.store import open_history

PROGRAM = "1.0"


def snap(
    seller_id: str = "S001", *, on: dt.date = ON, policy: Policy = DEFAULT_POLICY, **given: object
) -> Snapshot:
    """given: as for ``book_of``."""
    program = str(given.pop("program", PROGRAM))
    book = book_of(seller_id=seller_id, **given)  # type: ignore[arg-type]
    return snapshot(make_card(book, policy, on), program)


def add(where: str, sellers: list[str]) -> int:
    """Open and append one seller after the other, each in a transaction of its own."""
    with open_history(where) as history:
        return sum(history.append([snap(seller, junior=2, grade=1)]) for seller in sellers)


def die_while_adding(where: str, sellers: list[str]) -> None:
    """Append, and be gone before the transaction ends."""

    def until_the_end() -> Iterator[Snapshot]:
        for seller in sellers:
            yield snap(seller, junior=2, grade=1)
        os._exit(9)

    with open_history(where) as history:
        history.append(until_the_end())
