"""Whose a book is, and what the CRM has given from one seller to another since the last import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.core.findings import Finding
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.files.crm.update.compare import untouched
from kasales_xl.files.crm.update.record import SHEETS, Fields, Record, rows_of
from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused


@dataclass(frozen=True, slots=True)
class Move:
    """``was``: as the last import wrote a row into the book of seller ``before`` (an ID); ``now``: the name
    of whose it is in the CRM."""

    sheet: str
    before: str
    was: Fields
    now: str


def moves_since(record: Record, made: Sequence[Book]) -> dict[str, Move]:
    """Rows that the CRM has given to another seller since the last import, by ID."""
    now = {
        (sheet, row_id): book.seller
        for book in made
        for sheet in SHEETS
        for row_id in rows_of(book, sheet)
        if book.seller
    }
    moves = {}
    for seller_id, known in record.sellers.items():
        for sheet, rows in known.rows.items():
            for row_id, was in rows.items():
                seller = now.get((sheet, row_id))
                if seller is not None and seller.seller_id != seller_id:
                    moves[row_id] = Move(sheet, seller_id, was, seller.name)
    return moves


def elsewhere(moves: Mapping[str, Move], theirs: Book) -> dict[str, str]:
    mine = theirs.seller.seller_id if theirs.seller else ""
    return {row_id: move.now for row_id, move in moves.items() if move.before == mine}


@dataclass(frozen=True, slots=True)
class Whose:
    path: Path
    name: str
    on: dt.date
    moves: Mapping[str, Move]


@dataclass(frozen=True, slots=True)
class Owner:
    """``touched``: IDs of deals that went to another seller, and that somebody has worked on here."""

    seller: Seller
    touched: tuple[str, ...]


def whose(asked: Whose) -> Owner | tuple[Finding, ...]:
    """In a worker."""
    try:
        book = read_book_bytes(file_bytes(asked.path), asked.name, on=asked.on)
    except Refused as refused:
        return refused_book(refused, asked.name).findings
    if book.seller is None:
        return tuple(finding for finding in book.findings if finding.severity.blocks)
    mine = rows_of(book, "deals")
    touched = [
        row_id
        for row_id, move in asked.moves.items()
        if move.before == book.seller.seller_id and row_id in mine and not untouched(mine[row_id], move.was)
    ]
    return Owner(book.seller, tuple(touched))
