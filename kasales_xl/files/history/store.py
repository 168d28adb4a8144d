"""The history: a snapshot per seller and scoring, in a database that outlives every output folder.

Snapshots are only ever added. Each call is one transaction: two runs at once take turns, and a crash
leaves every earlier snapshot as it was."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, select

from kasales_xl.core.calendar import add_months
from kasales_xl.core.history.calibration import RememberedDay
from kasales_xl.core.history.past import Past, past
from kasales_xl.core.history.snapshot import Snapshot, policy_of
from kasales_xl.files.history.adding import AT_ONCE, Adding, batched
from kasales_xl.files.history.database import (
    HistoryError,
    check_file,
    file_of,
    history_url,
    open_engine,
    shown,
    transaction,
)
from kasales_xl.files.history.migrations import STEPS, NewerSchema, Step, migrate, take_turns, version_of
from kasales_xl.files.history.rows import Point, seller_key, tiers_of, to_points, to_snapshot
from kasales_xl.files.history.schema import ACCOUNTS, BY_AGE, FACTS, MEASURES, POLICIES, SNAPSHOTS
from kasales_xl.files.history.trends import OrganisationDay, latest_rows, organisation_days
from kasales_xl.files.leftovers import temporary_file
from kasales_xl.files.whole import flush, flush_folder, like_before


class History:
    """An open history; use it in a ``with`` block. Every method raises HistoryError when the database
    fails."""

    def __init__(self, where: str | Path, steps: Sequence[Step] = STEPS) -> None:
        self._url = history_url(where)
        self._engine = open_engine(self._url)
        self._steps = steps

    @property
    def where(self) -> str:
        """Its address as a person may see it, without a password."""
        return shown(self._url)

    @property
    def address(self) -> str:
        """What opens it again, password and all: for workers, never for people."""
        return self._url.render_as_string(hide_password=False)

    def __enter__(self) -> History:
        return self

    def __exit__(self, *_error: object) -> None:
        self._engine.dispose()

    def check(self) -> None:
        """Connect, make or upgrade the tables, and prove that they can be written to."""
        file = file_of(self._url)
        if file is not None:
            try:
                file.parent.mkdir(exist_ok=True)  # never more than one: a mistyped path makes no folders
                new = not file.exists()
            except OSError as error:
                raise HistoryError("unreachable", self.where, error.strerror or str(error)) from error
            if new:
                self._begin(file)
            check_file(file, self.where)
            self._refuse_foreign()
        try:
            with transaction(self._engine, writing=True) as connection:
                migrate(connection, self._steps)
        except NewerSchema as error:
            raise HistoryError("newer", self.where, str(error)) from error

    def _begin(self, file: Path) -> None:
        """A new database appears with its tables: one that is empty is none of ours."""
        try:
            new = temporary_file(file.parent, file.suffix)
        except OSError as error:
            raise HistoryError("unreachable", self.where, error.strerror or str(error)) from error
        try:
            engine = open_engine(history_url(new))
            with transaction(engine, writing=True) as connection:
                migrate(connection, self._steps)
            engine.dispose()
            flush(new)
            if not file.exists():
                os.replace(new, file)
                like_before(file, Path(os.devnull, "none"))
                flush_folder(file.parent)
        except OSError as error:
            raise HistoryError("unreachable", self.where, error.strerror or str(error)) from error
        except HistoryError as error:
            raise HistoryError(error.code, self.where, error.reason) from error
        finally:
            new.unlink(missing_ok=True)

    def _refuse_foreign(self) -> None:
        """A SQLite database of another program is not written into."""
        with self.read() as connection:
            if not version_of(connection) and inspect(connection).get_table_names():
                raise HistoryError("foreign", self.where)

    def must_exist(self) -> None:
        """For reading: raises HistoryError where there is no history yet, and makes none; tables of an
        older program are upgraded."""
        file = file_of(self._url)
        try:
            missing = file is not None and not file.is_file()
        except OSError as error:
            # a folder that may not be looked into
            raise HistoryError("unreachable", self.where, error.strerror or str(error)) from error
        if missing:
            raise HistoryError("missing", self.where)
        if file is not None:
            check_file(file, self.where)
        with self.read() as connection:
            version = version_of(connection)
        if not version:
            raise HistoryError("missing", self.where)
        # whoever may only read can do so
        if version != len(self._steps):
            self.check()

    def read(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads."""
        return transaction(self._engine, writing=False)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes, when it is this program's turn."""
        with transaction(self._engine, writing=True) as connection:
            take_turns(connection)
            yield connection

    def append(self, snapshots: Iterable[Snapshot]) -> int:
        """Add what is not there yet, all of it or nothing; returns how many were added."""
        with self.write() as connection:
            adding = Adding(connection)
            return sum(adding.add(some) for some in batched(snapshots, AT_ONCE))

    def sellers(self) -> tuple[Point, ...]:
        """The latest step of each seller, by team and name."""
        with self.read() as connection:
            everybody = set(connection.execute(select(SNAPSHOTS.c.seller_id).distinct()).scalars())
            latest = {point.seller_id: point for point in to_points(connection.execute(latest_rows()))}
            known = list(latest.values())
            # whoever has a latest step that this program doesn't know is told by the one before
            older = everybody - {point.seller_id for point in known}
            known += [steps[-1] for seller in older if (steps := _series(connection, seller))]
        return tuple(sorted(known, key=lambda p: (p.team, p.name, p.seller_id)))

    def organisation(self) -> tuple[OrganisationDay, ...]:
        """Where everybody stood on each day that somebody was scored, from old to new."""
        with self.read() as connection:
            return organisation_days(connection)

    def series(self, seller_id: str) -> tuple[Point, ...]:
        """A seller's steps from old to new, the last one of each day."""
        with self.read() as connection:
            return _series(connection, seller_id)

    def best(self, seller_id: str) -> Snapshot | None:
        """The seller's best snapshot so far: highest level, then progress, then the earliest. Rule L7."""
        points = self.series(seller_id)
        return self.load(max(points, key=lambda p: p.standing).key) if points else None

    def past(self, now: Snapshot, seen: Callable[[Snapshot], Snapshot] = lambda one: one) -> Past:
        """The seller's way up to ``now``, which need not be stored: for the pages. seen: how earlier ones are
        looked at."""
        rules = policy_of(now)
        since = add_months(now.on, -rules.window_months) if rules else dt.date.min
        # one visit to the database a seller: it may stand far away
        with self.read() as connection:
            earlier = [point for point in _series(connection, now.seller_id) if point.on < now.on]
            if not earlier:
                return past(now, (), None, None)
            latest, best = earlier[-1], max(earlier, key=lambda p: p.standing)
            start = next((point for point in earlier if point.on >= since), latest)
            stored = _load(connection, {latest.key, best.key, start.key})
            loaded = {key: seen(one) for key, one in stored.items()}
            remembered = _remembered(connection, earlier)
        first = loaded.get(start.key) if start.on >= since else None
        return past(now, earlier, loaded.get(latest.key), loaded.get(best.key), first, remembered)

    def load(self, key: str) -> Snapshot | None:
        """One snapshot with everything that was remembered; None where it is not there, or has terms that
        this program doesn't know."""
        with self.read() as connection:
            return _load(connection, {key}).get(key)


def open_history(where: str | Path, *, writing: bool = True) -> History:
    """A history that is ready to be written to, or one to read that exists. Raises HistoryError, before
    any other work is done."""
    history = History(where)
    if writing:
        history.check()
    else:
        history.must_exist()
    return history


def _series(connection: Connection, seller_id: str) -> tuple[Point, ...]:
    query = select(SNAPSHOTS).where(SNAPSHOTS.c.seller_id == seller_key(seller_id)).order_by(*BY_AGE)
    return last_of_days(to_points(connection.execute(query)))


def _remembered(connection: Connection, points: Sequence[Point]) -> tuple[RememberedDay, ...]:
    """The tiers of all accounts on each of these days."""
    columns = (ACCOUNTS.c.snapshot, ACCOUNTS.c.account_id, ACCOUNTS.c.tier, ACCOUNTS.c.confirmed)
    days: defaultdict[str, list[Any]] = defaultdict(list)
    keys = [point.key for point in points]
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        for row in connection.execute(select(*columns).where(ACCOUNTS.c.snapshot.in_(some))):
            days[row.snapshot].append(row)
    return tuple(RememberedDay(point.on, tiers_of(days[point.key])) for point in points)


def last_of_days(points: Iterable[Point]) -> tuple[Point, ...]:
    """What counts of one seller's points, given from old to new: the last scoring of each day."""
    return tuple({point.on: point for point in points}.values())


def _load(connection: Connection, keys: Collection[str]) -> dict[str, Snapshot]:
    whole = (
        select(SNAPSHOTS, POLICIES.c.content.label("policy_text"), FACTS.c.content.label("packed"))
        .join(POLICIES)
        .join(FACTS)
        .where(SNAPSHOTS.c.snapshot.in_(keys))
    )
    rows = connection.execute(whole).all()
    measures: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(MEASURES).where(MEASURES.c.snapshot.in_(keys))):
        measures[row.snapshot].append(row)
    accounts: defaultdict[str, list[Any]] = defaultdict(list)
    places = select(ACCOUNTS).where(ACCOUNTS.c.snapshot.in_(keys)).order_by(ACCOUNTS.c.position)
    for row in connection.execute(places):
        accounts[row.snapshot].append(row)
    snapshots: dict[str, Snapshot] = {}
    for row in rows:
        key = row.snapshot
        with suppress(ValueError):
            snapshots[key] = to_snapshot(row, row.policy_text, row.packed, measures[key], accounts[key])
    return snapshots
