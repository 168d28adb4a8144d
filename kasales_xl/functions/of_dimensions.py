"""The five dimensions, deals, win rates, patterns, paths, support and focus."""

from __future__ import annotations

from kasales_xl.functions.declared import CellError, Refusal
from kasales_xl.functions.shelf import OpenBook

Rows = list[list[str | float]]


def dimensions(book: OpenBook) -> Rows:
    raise Refusal(CellError.NA)


def deal(book: OpenBook, name: str, measure: str | None) -> str | float | Rows:
    raise Refusal(CellError.NA)


def win_rate(book: OpenBook, account: str | None) -> Rows:
    raise Refusal(CellError.NA)


def pattern(book: OpenBook, account: str) -> Rows:
    raise Refusal(CellError.NA)


def path(book: OpenBook, contact: str) -> str:
    raise Refusal(CellError.NA)


def support(book: OpenBook, measure: str | None) -> float | Rows:
    raise Refusal(CellError.NA)


def focus(book: OpenBook) -> Rows:
    raise Refusal(CellError.NA)


def next_moves(book: OpenBook, n: float | None) -> Rows:
    raise Refusal(CellError.NA)
