"""What a history holds of each seller before a day, as a mark that changes with it."""

from __future__ import annotations

import datetime as dt
import hashlib

from sqlalchemy import String, cast, func, select

from kasales_xl.files.history.schema import SNAPSHOTS
from kasales_xl.files.history.store import History


def marks_before(history: History, on: dt.date) -> dict[str, str]:
    """By seller ID as the history knows it: a hash of which snapshots there are, and which is the last of its
    day. The database strings them together: a million of them are not brought here one by one. Raises
    HistoryError."""
    of = SNAPSHOTS.c
    each = of.snapshot.concat(":").concat(cast(of.sequence, String))
    query = select(of.seller_id, func.aggregate_strings(each, ",")).where(of.on_day < on)
    with history.read() as connection:
        rows = connection.execute(query.group_by(of.seller_id)).all()
    return {seller: hashlib.blake2b(held.encode(), digest_size=12).hexdigest() for seller, held in rows}
