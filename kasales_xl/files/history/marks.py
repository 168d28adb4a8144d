"""What a history holds of each seller before a day, as a mark that changes with it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import select

from kasales_xl.files.history.schema import SNAPSHOTS
from kasales_xl.files.history.store import BY_AGE, History


def marks_before(history: History, on: dt.date) -> dict[str, str]:
    """By seller ID as the history knows it: a hash of which snapshots there are, in their order. Raises
    HistoryError."""
    of = SNAPSHOTS.c
    query = select(of.seller_id, of.snapshot, of.sequence).where(of.on_day < on)
    with history.read() as connection:
        rows = connection.execute(query.order_by(of.seller_id, *BY_AGE))
        return {seller: _mark(some) for seller, some in groupby(rows, key=lambda row: row[0])}


def _mark(rows: Iterable[Any]) -> str:
    content = hashlib.blake2b(digest_size=12)
    for _seller, snapshot, sequence in rows:
        content.update(f"{snapshot}{sequence}\0".encode())
    return content.hexdigest()
