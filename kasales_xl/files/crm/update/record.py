"""What the last import wrote, kept beside the books: only with it can be told who changed a cell since, the
CRM or the rep."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Term
from kasales_xl.files.whole import write_whole
from kasales_xl.layout.sheets import LAYOUT

#: Beside the books; and the sheets that an export fills.
RECORD = "crm_import.json"
SHEETS = ("accounts", "contacts", "deals")
IDS = {"accounts": "account_id", "contacts": "contact_id", "deals": "deal_id"}
_MOST_BYTES = 512 << 20

#: A field as JSON holds it: a term by its code, a day as ``2026-03-31``, a list as it is.
Plain = str | float | list[str]
#: Key of a column → what it holds; blank ones are not there.
Fields = dict[str, Plain]


class SellerRecord(BaseModel):
    """``rows``: by sheet and ID."""

    model_config = ConfigDict(extra="forbid")

    name: str
    rows: dict[str, dict[str, Fields]]


class Record(BaseModel):
    """``sellers`` by their ID."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    sellers: dict[str, SellerRecord] = {}


def plain(row: Row, key: str) -> Plain | None:
    """A field as it is compared and recorded; None for blank and for "unknown", which means the same."""
    value = getattr(row, key)
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, Term):
        default = type(row).model_fields[key].default
        return None if value is default and value.value == "unknown" else str(value.value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return float(value) if isinstance(value, int | float) else str(value)


def fields_of(row: Row) -> Fields:
    """All but its own ID."""
    keys = (column.key for column in LAYOUT[row.sheet].columns if column.key != IDS[row.sheet])
    return {key: value for key in keys if (value := plain(row, key)) is not None}


def rows_of(book: Book, sheet: str) -> dict[str, Row]:
    """By ID."""
    return {getattr(row, IDS[sheet]): row for row in getattr(book, sheet)}


def record_of(books: tuple[Book, ...]) -> Record:
    sellers = {}
    for book in books:
        if book.seller is not None:
            rows = {
                sheet: {row_id: fields_of(row) for row_id, row in rows_of(book, sheet).items()}
                for sheet in SHEETS
            }
            sellers[book.seller.seller_id] = SellerRecord(name=book.seller.name, rows=rows)
    return Record(sellers=sellers)


def read_record(folder: Path) -> Record | None:
    """None where there is none, or none that can be read: then nobody knows who changed a cell."""
    path = folder / RECORD
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        return Record.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def write_record(folder: Path, record: Record) -> None:
    """Raises CannotWrite."""
    write_whole(folder / RECORD, record.model_dump_json(indent=1).encode())
