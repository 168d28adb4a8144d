"""A history as Parquet files, for whoever analyses with columns: snapshots, accounts and measures, a file
each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Select, select

from kasales_xl.core.text import Text
from kasales_xl.files.history.schema import ACCOUNTS, BY_AGE, MEASURES, SNAPSHOTS
from kasales_xl.files.history.store import History
from kasales_xl.files.whole import writing

#: Rows held in memory at a time.
_AT_ONCE = 50_000
NOT_INSTALLED = Text(
    '--parquet 要先装：pip install "kasales_xl[parquet]"',
    'For --parquet first: pip install "kasales_xl[parquet]"',
)
#: By the name of the file; in the order of seller and day, so that a column packs well.
_ORDER = (SNAPSHOTS.c.seller_id, *BY_AGE)
_TABLES: dict[str, Select[Any]] = {
    "snapshots": select(*(c for c in SNAPSHOTS.c if c.name != "facts")).order_by(*_ORDER),
    "accounts": select(SNAPSHOTS.c.seller_id, SNAPSHOTS.c.on_day, ACCOUNTS)
    .join(SNAPSHOTS)
    .order_by(*_ORDER, ACCOUNTS.c.position),
    "measures": select(SNAPSHOTS.c.seller_id, SNAPSHOTS.c.on_day, MEASURES)
    .join(SNAPSHOTS)
    .order_by(*_ORDER, MEASURES.c.kind, MEASURES.c.code),
}


class NotInstalled(Exception):
    """The library for columns is missing; ``text`` says how to get it."""

    text = NOT_INSTALLED


def export_parquet(history: History, folder: Path) -> list[tuple[Path, int]]:
    """Writes ``snapshots``, ``accounts`` and ``measures`` into a folder that is there; codes as in the
    database. People and deals stay in the database. Returns the files and their rows. Raises NotInstalled,
    HistoryError and CannotWrite."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise NotInstalled from error
    from kasales_xl.files.whole import whole_file

    written = []
    for name, query in _TABLES.items():
        path, count = folder / f"{name}.parquet", 0
        types = [(column.name, _type(pyarrow, column.type)) for column in query.selected_columns]
        schema = pyarrow.schema(types)
        with writing(path), whole_file(path) as temporary, history.read() as connection:
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(query)
            with pyarrow.parquet.ParquetWriter(temporary, schema, compression="zstd") as file:
                for some in rows.partitions():
                    columns = zip(zip(*some, strict=True), schema, strict=True)
                    arrays = [pyarrow.array(list(values), field.type) for values, field in columns]
                    file.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
                    count += len(some)
        written.append((path, count))
    return written


def _type(pyarrow: Any, column: Any) -> Any:
    kinds = {int: pyarrow.int32(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    kind = column.python_type
    return pyarrow.date32() if kind.__name__ == "date" else kinds.get(kind, pyarrow.string())
