"""The history: a snapshot per seller and scoring, in a database that outlives every output folder.

Snapshots are only ever added. Each call is one transaction: two runs at once take turns, and a crash
leaves every earlier snapshot as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from kasales_xl.core.calendar import add_months
from kasales_xl.core.past import Past, past
from kasales_xl.core.snapshot import Snapshot, policy_of
from kasales_xl.files.history_database import HistoryError, history_url, open_engine, shown, transaction
from kasales_xl.files.history_migrations import STEPS, NewerSchema, Step, migrate, take_turns, version_of
from kasales_xl.files.history_rows import (
    Point,
    Values,
    account_values,
    measure_values,
    packed,
    snapshot_values,
    to_point,
    to_snapshot,
)
from kasales_xl.files.history_schema import ACCOUNTS, FACTS, MEASURES, POLICIES, SNAPSHOTS


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

    def __enter__(self) -> History:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def check(self) -> None:
        """Connect, make or upgrade the tables, and prove that they can be written to."""
        if self._url.get_backend_name() == "sqlite" and self._url.database:
            try:
                Path(self._url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise HistoryError("unreachable", self.where, error.strerror or str(error)) from error
        try:
            with transaction(self._engine, writing=True) as connection:
                migrate(connection, self._steps)
        except NewerSchema as error:
            raise HistoryError("newer", self.where, str(error)) from error

    def must_exist(self) -> None:
        """For reading: raises HistoryError where there is no history yet, and makes none."""
        database = self._url.database
        if self._url.get_backend_name() == "sqlite" and not (database and Path(database).is_file()):
            raise HistoryError("missing", self.where)
        with self.read() as connection:
            if not version_of(connection):
                raise HistoryError("missing", self.where)
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
            return sum(_add(connection, one) for one in snapshots)

    def sellers(self) -> tuple[Point, ...]:
        """The latest step of each seller, by team and name."""
        latest: dict[str, Point] = {}
        with self.read() as connection:
            for row in connection.execute(select(SNAPSHOTS).order_by(*BY_AGE)):
                latest[row.seller_id] = to_point(row)
        return tuple(sorted(latest.values(), key=lambda p: (p.team, p.name, p.seller_id)))

    def series(self, seller_id: str) -> tuple[Point, ...]:
        """A seller's steps from old to new, the last one of each day."""
        query = select(SNAPSHOTS).where(SNAPSHOTS.c.seller_id == seller_id).order_by(*BY_AGE)
        with self.read() as connection:
            days = {row.on_day: to_point(row) for row in connection.execute(query)}
        return tuple(days.values())

    def latest(self, seller_id: str, *, before: dt.date) -> Snapshot | None:
        """The seller's last snapshot of an earlier day."""
        earlier = [point for point in self.series(seller_id) if point.on < before]
        return self.load(earlier[-1].key) if earlier else None

    def best(self, seller_id: str, *, before: dt.date | None = None) -> Snapshot | None:
        """The seller's best snapshot so far: highest level, then progress, then the earliest. Rule L7."""
        points = [point for point in self.series(seller_id) if before is None or point.on < before]
        return self.load(max(points, key=lambda p: p.standing).key) if points else None

    def past(self, now: Snapshot) -> Past:
        """The seller's way up to ``now``, which need not be stored: for the pages."""
        earlier = [point for point in self.series(now.seller_id) if point.on < now.on]
        if not earlier:
            return past(now, (), None, None)
        rules = policy_of(now)
        since = add_months(now.on, -rules.window_months) if rules else dt.date.min
        latest, best = earlier[-1], max(earlier, key=lambda p: p.standing)
        start = next((point for point in earlier if point.on >= since), None)
        loaded = {point.key: self.load(point.key) for point in (latest, best, start) if point}
        return past(now, earlier, loaded[latest.key], loaded[best.key], loaded[start.key] if start else None)

    def load(self, key: str) -> Snapshot | None:
        """One snapshot with everything that was remembered."""
        with self.read() as connection:
            query = (
                select(SNAPSHOTS, POLICIES.c.content.label("policy_text"), FACTS.c.content.label("packed"))
                .join(POLICIES)
                .join(FACTS)
                .where(SNAPSHOTS.c.snapshot == key)
            )
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            measures = connection.execute(select(MEASURES).where(MEASURES.c.snapshot == key)).all()
            places = select(ACCOUNTS).where(ACCOUNTS.c.snapshot == key).order_by(ACCOUNTS.c.position)
            accounts = connection.execute(places).all()
        return to_snapshot(row, row.policy_text, row.packed, measures, accounts)


#: From old to new.
BY_AGE = (SNAPSHOTS.c.on_day, SNAPSHOTS.c.sequence, SNAPSHOTS.c.snapshot)


def open_history(where: str | Path) -> History:
    """A history that is ready to be written to. Raises HistoryError, before any other work is done."""
    history = History(where)
    history.check()
    return history


def _add(connection: Connection, one: Snapshot) -> bool:
    name, content = packed(one.facts)
    _insert_once(connection, POLICIES, {"policy": one.policy, "content": one.policy_text})
    _insert_once(connection, FACTS, {"facts": name, "content": content})
    same_day = (SNAPSHOTS.c.seller_id == one.seller_id) & (SNAPSHOTS.c.on_day == one.on)
    last = connection.execute(select(func.max(SNAPSHOTS.c.sequence)).where(same_day)).scalar()
    if not _insert_once(connection, SNAPSHOTS, snapshot_values(one, (last or 0) + 1)):
        return False
    for table, rows in ((MEASURES, measure_values(one)), (ACCOUNTS, account_values(one))):
        if rows:
            connection.execute(table.insert(), rows)
    return True


def _insert_once(connection: Connection, table: Table, values: Values) -> bool:
    """Insert a row unless its primary key is there; says whether it was inserted."""
    (key,) = table.primary_key.columns
    dialect = connection.dialect.name
    # a driver may not count inserted rows, so the row itself is asked back
    if dialect == "sqlite":
        once = sqlite.insert(table).values(values).on_conflict_do_nothing().returning(key)
        return connection.execute(once).first() is not None
    if dialect == "postgresql":
        only = postgresql.insert(table).values(values).on_conflict_do_nothing().returning(key)
        return connection.execute(only).first() is not None
    if connection.execute(select(key).where(key == values[key.name])).first():
        return False
    connection.execute(table.insert().values(values))
    return True
