"""Snapshots added many at a time: a statement a table and batch, not one a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select, tuple_, update

from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.files.history.rows import (
    Values,
    account_values,
    measure_values,
    packed,
    seller_key,
    snapshot_values,
)
from kasales_xl.files.history.schema import ACCOUNTS, FACTS, MEASURES, POLICIES, SNAPSHOTS

Item = TypeVar("Item")
#: Snapshots, or keys that one statement asks for: databases have a limit.
AT_ONCE = 250


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


class Adding:
    """Within one transaction that writes: nobody else adds meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: What this transaction knows to be there.
        self._policies: set[str] = set()
        #: The last sequence of a seller on a day.
        self._last: dict[tuple[str, Any], int] = {}

    def add(self, some: Sequence[Snapshot]) -> int:
        """Returns how many were not there yet."""
        policies = {one.policy: one.policy_text for one in some if one.policy not in self._policies}
        self._once(POLICIES, policies)
        self._policies.update(policies)
        sequences = self._sequences(some)
        new: list[tuple[Snapshot, Values]] = []
        for one in some:
            at = seller_key(one.seller_id), one.on
            if one.key not in sequences:
                self._last[at] = sequences[one.key] = self._last.get(at, 0) + 1
                new.append((one, snapshot_values(one, sequences[one.key])))
            elif sequences[one.key] < self._last[at]:
                # scored again after something else was tried on the same day: the last of its day once more
                self._last[at] = sequences[one.key] = self._last[at] + 1
                self._bring_forward(one.key, new, sequences[one.key])
        facts = {values["facts"]: one.facts for one, values in new}
        self._once(FACTS, facts, packed)
        self._insert(SNAPSHOTS, [values for _one, values in new])
        self._insert(MEASURES, [row for one, _values in new for row in measure_values(one)])
        self._insert(ACCOUNTS, [row for one, _values in new for row in account_values(one)])
        return len(new)

    def _sequences(self, some: Sequence[Snapshot]) -> dict[str, int]:
        """Those that are there by their keys; the last ones of their days are learnt as well."""
        of = SNAPSHOTS.c
        wanted = {(seller_key(one.seller_id), one.on) for one in some} - self._last.keys()
        days = (
            select(of.seller_id, of.on_day, func.max(of.sequence))
            .where(tuple_(of.seller_id, of.on_day).in_(sorted(wanted)))
            .group_by(of.seller_id, of.on_day)
        )
        for seller, day, last in self._connection.execute(days) if wanted else ():
            self._last[seller, day] = last
        there = select(of.snapshot, of.sequence).where(of.snapshot.in_([one.key for one in some]))
        return {row[0]: row[1] for row in self._connection.execute(there)}

    def _bring_forward(self, key: str, new: Sequence[tuple[Snapshot, Values]], sequence: int) -> None:
        for one, values in new:
            if one.key == key:
                values["sequence"] = sequence
                return
        brought = update(SNAPSHOTS).where(SNAPSHOTS.c.snapshot == key).values(sequence=sequence)
        self._connection.execute(brought)

    def _once(self, table: Table, contents: dict[str, str], stored: Callable[[str], Any] = str) -> None:
        """Contents by the primary key: those that are not there, as they are stored."""
        (key,) = table.primary_key.columns
        asked = select(key).where(key.in_(list(contents)))
        there = set(self._connection.execute(asked).scalars()) if contents else set()
        rows = [
            {key.name: name, "content": stored(contents[name])} for name in sorted(contents.keys() - there)
        ]
        self._insert(table, rows)

    def _insert(self, table: Table, rows: Sequence[Values]) -> None:
        if rows:
            self._connection.execute(table.insert(), list(rows))
