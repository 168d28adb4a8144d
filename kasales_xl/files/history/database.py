"""Opening the database of a history: a SQLite file beside the output, or any SQLAlchemy URL."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kasales_xl.core.text import Text

#: The SQLite file that a run writes beside its output.
HISTORY_FILE = "history.db"
#: How every SQLite database begins.
_SQLITE = b"SQLite format 3\0"
#: Seconds to wait for another run that is writing, and for a server to answer.
PATIENCE, KNOCK = 60, 10

WORDS: dict[str, Text] = {
    "url": Text("历史库地址写得不对：{where}", "not a database URL: {where}"),
    "driver": Text("没有装这种数据库的驱动：{reason}", "the driver for this database is missing: {reason}"),
    "unreachable": Text("连不上历史库 {where}：{reason}", "cannot reach the history at {where}: {reason}"),
    "newer": Text(
        "历史库 {where} 是更新版本的程序写的（{reason}），先升级 kasales",
        "the history at {where} was written by a newer program ({reason}); upgrade kasales first",
    ),
    "empty": Text(
        "历史库 {where} 是空文件（0 字节），可能没同步完或被截断了。找回原来的；要重新开始就删掉它",
        "the history at {where} is an empty file (0 bytes), perhaps not synced or cut off. Bring the old one "
        "back, or delete it to begin anew",
    ),
    "foreign": Text(
        "{where} 不是历史库，是别的文件，没有动它",
        "{where} is no history of this program but another file; it was not touched",
    ),
    "missing": Text("这里没有历史库：{where}", "there is no history at {where}"),
    "broken": Text("历史库 {where} 读写出错：{reason}", "the history at {where} failed: {reason}"),
}
#: What a run that can do without may add.
WAY_OUT = Text(
    "。换一个 --history 地址，或加 --no-history 不记历史",
    ". Give another --history, or --no-history to go without",
)


class HistoryError(Exception):
    """A history that cannot be used. ``where`` never holds a password."""

    def __init__(self, code: str, where: str, reason: str = "") -> None:
        super().__init__(f"{code}: {where} {reason}".strip())
        self.code, self.where, self.reason = code, where, reason

    def __reduce__(self) -> tuple[type[HistoryError], tuple[str, str, str]]:
        """A worker hands it on."""
        return HistoryError, (self.code, self.where, self.reason)

    @property
    def text(self) -> Text:
        return WORDS[self.code](where=self.where, reason=self.reason)


def history_url(where: str | Path) -> URL:
    """The database that ``where`` means: a URL, a SQLite file, or a folder with one in it. PostgreSQL
    goes by psycopg unless the URL names a driver. Raises HistoryError."""
    text = str(where)
    if "://" not in text:
        path = Path(text)
        file = path / HISTORY_FILE if path.is_dir() or not path.suffix else path
        return URL.create("sqlite", database=str(file))
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise HistoryError("url", text.split("@")[-1]) from error
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def file_of(url: URL) -> Path | None:
    """The file of a SQLite database; None for a server, and for a name that SQLite itself takes apart."""
    path = url.database if url.get_backend_name() == "sqlite" else None
    return Path(path) if path and not path.startswith((":", "file:")) else None


def check_file(file: Path, where: str) -> None:
    """Is a file that is there a SQLite database? Raises HistoryError."""
    try:
        with file.open("rb") as content:
            head = content.read(len(_SQLITE))
    except OSError as error:
        raise HistoryError("unreachable", where, error.strerror or str(error)) from error
    if head != _SQLITE:
        raise HistoryError("foreign" if head else "empty", where)


def open_engine(url: URL) -> Engine:
    """An engine whose transactions hold: foreign keys checked, writers in turn. Raises HistoryError
    where the driver is missing; it connects only when it is used."""
    sqlite = url.get_backend_name() == "sqlite"
    options: dict[str, Any] = {"timeout": PATIENCE} if sqlite else {}
    if url.get_backend_name() == "postgresql":
        options = {"connect_timeout": KNOCK}
    try:
        # a file is closed after every use; a connection to a server is worth keeping
        engine = create_engine(url, connect_args=options, **({"poolclass": NullPool} if sqlite else {}))
    except (NoSuchModuleError, ModuleNotFoundError, ArgumentError) as error:
        raise HistoryError("driver", shown(url), str(error)) from error
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # the driver must not open transactions of its own: BEGIN is ours, so tables are made all or nothing
    connection.isolation_level = None
    # a rollback journal, not a write-ahead log: the file may lie on a shared folder
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextlib.contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction: all of it or nothing. Raises HistoryError for whatever the database refuses."""
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(writing=writing)
            with connection.begin():
                yield connection
    except DBAPIError as error:
        # nothing was sent yet: the database could not be opened at all
        early = isinstance(error, OperationalError) and error.statement is None
        code = "unreachable" if early or error.connection_invalidated else "broken"
        raise HistoryError(code, shown(engine.url), str(error.orig).strip().splitlines()[0]) from error
    except SQLAlchemyError as error:
        raise HistoryError("broken", shown(engine.url), str(error).splitlines()[0]) from error


def shown(url: URL) -> str:
    """The address as a person may see it: a file's path, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
