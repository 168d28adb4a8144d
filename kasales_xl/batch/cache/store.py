"""The cache's database: signed entries, each a head and some bodies, the least recently used ones thrown out.

It is one SQLite file with a write-ahead log: two runs at once read and write it in turn. Nothing in it is
needed: what cannot be read is made again. Every piece is signed with this user's secret, and one whose
signature is wrong is not even unpacked."""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.batch.grading.packing import Unpacked, unpacked

FILE = "cache.db"
#: Bytes that the cache may take: some 25,000 typical books.
LIMIT = 4 << 30
#: Seconds to wait for another run that is writing.
_PATIENCE = 20
#: Entries written in one transaction.
_AT_ONCE = 64
_SIGNATURE = 16
_TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL, head BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_by_use ON entries (used, key, size);
CREATE TABLE IF NOT EXISTS bodies (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS bodies_of ON bodies (key, name);
"""
#: An entry with its bodies.
_REMOVE = ("DELETE FROM bodies WHERE key = ?", "DELETE FROM entries WHERE key = ?")
#: What a database says that is damaged, or is none.
_DAMAGED = ("malformed", "not a database", "no such table", "no such column", "disk image")


class Missing(Exception):
    """Not there, or not what was put there."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the cache holds: entries by kind, and bytes."""

    entries: Mapping[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class Piece:
    key: str
    kind: str
    head: bytes
    bodies: Mapping[str, bytes]


class Store:
    """Raises sqlite3.Error only while it is opened."""

    def __init__(self, folder: Path, secret: bytes, *, limit: int = LIMIT) -> None:
        self.folder, self.secret, self._limit = folder, secret, limit
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file = folder / FILE
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            if not any(words in str(error) for words in _DAMAGED):
                raise
            # nothing in it that could not be made again
            for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                (folder / name).unlink(missing_ok=True)
            self._open()
        self._waiting: list[Piece] = []
        self._used: set[str] = set()

    def _open(self) -> None:
        with closing(connect(self.file)) as making, making:
            making.execute("PRAGMA journal_mode = WAL")
            making.executescript(_TABLES)
        self.file.chmod(0o600)
        # what this run has found stays there for it, whatever others throw out meanwhile
        self._reading = connect(self.file)
        self._reading.execute("BEGIN")
        (latest,) = self._reading.execute("SELECT coalesce(max(used), 0) FROM entries").fetchone()
        self._now = latest + 1
        self._writing = connect(self.file)

    def head(self, key: str) -> bytes:
        """Raises Missing."""
        return head_of(self._reading, key, self.secret)

    def body(self, key: str, name: str) -> bytes:
        """Raises Missing."""
        return body_of(self._reading, key, name, self.secret)

    def use(self, *keys: str) -> None:
        """These are still wanted."""
        self._used.update(keys)

    def put(self, piece: Piece) -> None:
        self._used.discard(piece.key)
        self._waiting.append(piece)
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        entries, self._waiting = self._waiting, []
        # a full disk or a locked file costs the next run some time, this one nothing
        with suppress(sqlite3.Error), _turn(self._writing):
            for one in entries:
                head = signed(one.key, "", one.head, self.secret)
                size = len(head) + sum(map(len, one.bodies.values()))
                self._writing.execute(
                    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)",
                    (one.key, one.kind, self._now, size, head),
                )
                self._writing.executemany(
                    "INSERT OR REPLACE INTO bodies (key, name, body) VALUES (?, ?, ?)",
                    [(one.key, n, signed(one.key, n, body, self.secret)) for n, body in one.bodies.items()],
                )

    def close(self) -> None:
        """What was put is kept, and what no longer fits goes."""
        self._write()
        with suppress(sqlite3.Error):
            self._reading.rollback()
        with suppress(sqlite3.Error), _turn(self._writing):
            used = [(self._now, key) for key in sorted(self._used)]
            self._writing.executemany("UPDATE entries SET used = ? WHERE key = ?", used)
            shrink(self._writing, self._limit)
        for connection in (self._reading, self._writing):
            connection.close()


def connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


class _turn:  # noqa: N801 used like a function
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        self._connection.execute("ROLLBACK" if kind else "COMMIT")


def head_of(connection: sqlite3.Connection, key: str, secret: bytes) -> bytes:
    """Raises Missing."""
    try:
        row = connection.execute("SELECT head FROM entries WHERE key = ?", (key,)).fetchone()
    except sqlite3.Error as error:
        raise Missing(key) from error
    return _proven(key, "", row, secret)


def body_of(connection: sqlite3.Connection, key: str, name: str, secret: bytes) -> bytes:
    """Raises Missing."""
    try:
        asked = "SELECT body FROM bodies WHERE key = ? AND name = ?"
        row = connection.execute(asked, (key, name)).fetchone()
    except sqlite3.Error as error:
        raise Missing(key) from error
    return _proven(key, name, row, secret)


def signed(key: str, name: str, content: bytes, secret: bytes) -> bytes:
    place = f"{key}\0{name}\0".encode()
    return hashlib.blake2b(place + content, key=secret, digest_size=_SIGNATURE).digest() + content


def _proven(key: str, name: str, row: tuple[object, ...] | None, secret: bytes) -> bytes:
    if row is None or not isinstance(row[0], bytes):
        raise Missing(key)
    content = row[0][_SIGNATURE:]
    if not hmac.compare_digest(signed(key, name, content, secret), row[0]):
        raise Missing(key)
    return content


def shrink(connection: sqlite3.Connection, limit: int) -> int:
    """Throw out what was not used for longest until the rest fits; returns how many entries went."""
    (size,) = connection.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()
    gone = []
    for key, taken in connection.execute("SELECT key, size FROM entries ORDER BY used, key"):
        if size <= limit:
            break
        gone.append((key,))
        size -= taken
    for remove in _REMOVE:
        connection.executemany(remove, gone)
    return len(gone)


def held(connection: sqlite3.Connection) -> Held:
    rows = connection.execute("SELECT kind, count(*), sum(size) FROM entries GROUP BY kind ORDER BY kind")
    kinds = list(rows)
    return Held({kind: count for kind, count, _size in kinds}, sum(size for *_rest, size in kinds))


def damaged(connection: sqlite3.Connection, secret: bytes) -> Iterator[str]:
    """Keys of entries that are not what was put there, in order."""
    for (key,) in connection.execute("SELECT key FROM entries ORDER BY key").fetchall():
        try:
            unpacked(head_of(connection, key, secret))
            names = connection.execute("SELECT name FROM bodies WHERE key = ?", (key,)).fetchall()
            for (name,) in names:
                body_of(connection, key, name, secret)
        except (Missing, Unpacked):
            yield key


def drop(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    gone = [(key,) for key in keys]
    with _turn(connection):
        for remove in _REMOVE:
            connection.executemany(remove, gone)
