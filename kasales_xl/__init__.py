"""Key-account selling in spreadsheets, from Python::

    import kasales_xl as ka

    cards = ka.score(["books"], on=date(2026, 6, 30))     # what the command ``kasales score`` grades
    tables = ka.frames(cards)                             # tables.sellers, .accounts, .deals, .moves …
    told = ka.forecast("scorecards")                      # forecast against actual, from the history
    book = ka.read_book("张三.xlsx")                       # rows and findings of one book

Nothing heavy is imported before it is used: worksheet functions share this package.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kasales_xl.version import __version__

if TYPE_CHECKING:
    import pandas as pd

    from kasales_xl.core.card.seller_card import SellerCard
    from kasales_xl.core.policy import Policy
    from kasales_xl.core.rows.book import Book
    from kasales_xl.core.terms import Lang
    from kasales_xl.dataframes import Frames

__all__ = ["__version__", "forecast", "frames", "read_book", "score"]


def _day(on: dt.date | str | None) -> dt.date:
    """A day, also as ``"2026-06-30"`` or with a time of day. Raises ValueError for other text."""
    if on is None:
        return dt.date.today()
    if isinstance(on, str):
        return dt.date.fromisoformat(on)
    return on.date() if isinstance(on, dt.datetime) else on


def read_book(path: str | os.PathLike[str], *, on: dt.date | str | None = None) -> Book:
    """One account book: its rows, references resolved, and ``findings`` for everything odd in it. A file
    that cannot be read gives a Book whose ``seller`` is None and whose findings say why; it never
    raises for data. ``on``: the day that "overdue" is measured from (a date or ``"2026-06-30"``), today
    where left out."""
    from pathlib import Path

    from kasales_xl.files.xlsx_in.book import read_book as read

    return read(Path(path), on=_day(on))


def score(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    on: dt.date | str | None = None,
    policy: Policy | None = None,
    history: str | os.PathLike[str] | None = None,
) -> list[SellerCard]:
    """The cards of all books below ``paths`` (files, folders, globs), by team and seller ID, exactly as
    ``kasales score`` grades them. Books that cannot be graded are left out: ask ``read_book`` why.
    ``policy``: the company's, the books' own where left out. ``history``: file, folder or URL where
    these cards are remembered too, as the command does. Raises NothingToRead for a path without any
    file, HistoryError for a history that cannot be written to, before any work."""
    from kasales_xl.batch.run import grade

    many = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if history is None:
        return grade(many, on=_day(on), company=policy)
    from kasales_xl.core.history.snapshot import snapshot
    from kasales_xl.files.history.store import open_history

    with open_history(os.fspath(history)) as remembered:
        cards = grade(many, on=_day(on), company=policy)
        remembered.append(snapshot(card, __version__) for card in cards)
    return cards


def frames(
    cards: Iterable[SellerCard], lang: Lang = "zh", *, history: str | os.PathLike[str] | None = None
) -> Frames:
    """Cards as pandas DataFrames: ``.sellers .accounts .gaps .findings .deals .indicators .moves
    .people``, and ``.history`` from a history (file, folder or URL)."""
    from kasales_xl.dataframes import frames as make

    return make(cards, lang, history=None if history is None else os.fspath(history))


def forecast(history: str | os.PathLike[str], *, policy: Policy | None = None) -> pd.DataFrame:
    """What a history (file, folder or URL) foretold against what came, one row a quarter, as a pandas
    DataFrame; amounts in yuan. ``policy``: the company's, that of the latest scoring where left out."""
    from kasales_xl.dataframes import forecast as make

    return make(os.fspath(history), policy=policy)
