"""Steps that bring a history's tables to what this program writes, each once and in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.schema import CreateColumn

from kasales_xl.files.history.schema import METADATA, SNAPSHOTS, VERSIONS, grounds, late_indices
from kasales_xl.version import __version__

Step = Callable[[Connection], None]

#: Any two programs that open one history take turns by this number (PostgreSQL's advisory lock).
_LOCK = 0x6B61_7361


class NewerSchema(Exception):
    """A newer program has written this history; this one would harm it."""

    def __init__(self, written: int, known: int) -> None:
        super().__init__(f"history schema {written}, this program knows {known}")


def _create(connection: Connection) -> None:
    METADATA.create_all(connection)


def _remember_grounds(connection: Connection) -> None:
    """Version 2: claimed and confirmed side by side, and why an account was a key account."""
    for column in grounds():
        declared = CreateColumn(column).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE ka_accounts ADD COLUMN {declared}"))


def _find_quickly(connection: Connection) -> None:
    """Version 3: questions about everybody are answered from an index alone; what the first index did, one of
    them does as well."""
    for first in SNAPSHOTS.indexes:
        first.drop(connection)
    for index in late_indices():
        index.create(connection)


#: Step n brings version n − 1 to version n. Never edit one that was released: add the next.
STEPS: tuple[Step, ...] = (_create, _remember_grounds, _find_quickly)


def version_of(connection: Connection) -> int:
    """The version of the tables, 0 where there are none yet."""
    if not inspect(connection).has_table(VERSIONS.name):
        return 0
    return int(connection.execute(select(func.max(VERSIONS.c.version))).scalar() or 0)


def take_turns(connection: Connection) -> None:
    """Wait for whoever else is writing this history; SQLite's BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> int:
    """Make what is missing inside the connection's transaction, and return the version. Two programs at
    once take turns. Raises NewerSchema; whatever fails leaves the tables as they were."""
    take_turns(connection)
    version = version_of(connection)
    if version > len(steps):
        raise NewerSchema(version, len(steps))
    for number, step in enumerate(steps[version:], start=version + 1):
        step(connection)
        connection.execute(VERSIONS.insert().values(version=number, program=__version__))
    return len(steps)
