"""Cards as pandas DataFrames, for analysts and notebooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import pick
from kasales_xl.dataframes import columns
from kasales_xl.dataframes.columns import Columns, Line, steps

if TYPE_CHECKING:
    import pandas as pd

    from kasales_xl.core.policy import Policy


@dataclass(frozen=True)
class Frames:
    """``sellers``: one row a card. One row each, with ``seller_id`` to join by: ``accounts``, ``gaps``,
    ``findings``, ``deals`` (open ones), ``indicators``, ``moves`` (the plan), ``people`` (contacts) and
    ``history`` (what a history remembers of these sellers, empty without one). Codes as in
    ``cards.json``; amounts in the book's money unit."""

    sellers: pd.DataFrame
    accounts: pd.DataFrame
    gaps: pd.DataFrame
    findings: pd.DataFrame
    deals: pd.DataFrame
    indicators: pd.DataFrame
    moves: pd.DataFrame
    people: pd.DataFrame
    history: pd.DataFrame


def frames(cards: Iterable[SellerCard], lang: Lang = "zh", *, history: str | Path | None = None) -> Frames:
    """cards: as ``score`` returns them. ``lang`` is the language of the findings' sentences; ``history``:
    file, folder or URL of a history to read. Raises HistoryError where that is none."""
    kept = tuple(cards)

    def table(columns: Columns[Line], lines: Callable[[SellerCard], Iterable[Line]]) -> pd.DataFrame:
        return _frame(columns, ((card, line) for card in kept for line in lines(card)), lang)

    return Frames(
        sellers=table(columns.SELLERS, lambda card: (card,)),
        accounts=table(columns.ACCOUNTS, lambda card: card.accounts),
        gaps=table(columns.GAPS, lambda card: card.gap),
        findings=table(columns.FINDINGS, lambda card: card.findings),
        deals=table(columns.DEALS, lambda card: card.dimensions.tas.cards),
        indicators=table(columns.MEASURES, lambda card: card.dimensions.measures.values()),
        moves=table(columns.MOVES, steps),
        people=table(columns.PEOPLE, lambda card: card.book.contacts),
        history=_history([card.seller.seller_id for card in kept], history),
    )


def forecast(history: str | Path, *, policy: Policy | None = None) -> pd.DataFrame:
    """What was foretold against what came, one row a quarter; amounts in yuan. ``history``: file, folder or
    URL; ``policy``: the company's. Raises HistoryError where that is no history."""
    import pandas as pd

    from kasales_xl.files.history.foretold import foretold_by
    from kasales_xl.files.history.store import open_history

    with open_history(history, writing=False) as opened:
        told, _policy, _latest = foretold_by(opened, policy)
    rows = [
        (q.quarter.name, q.sellers, q.deals, q.foretold, q.low, q.high, q.actual, q.inside)
        for q in told.quarters
    ]
    names = ("quarter", "sellers", "deals", "foretold", "low", "high", "actual", "inside")
    return pd.DataFrame(rows, columns=list(names))


def _frame(columns: Columns[Line], lines: Iterable[tuple[SellerCard, Line]], lang: Lang) -> pd.DataFrame:
    import pandas as pd

    rows = [[pick(get(card, line), lang) for get in columns.values()] for card, line in lines]
    return pd.DataFrame(rows, columns=list(columns))


def _history(sellers: Iterable[str], where: str | Path | None) -> pd.DataFrame:
    """One row a step, from old to new: the last scoring of each day."""
    import pandas as pd

    from kasales_xl.files.history.rows import Point

    names = [*(name for name in Point._fields if name not in ("counts", "key")), "strong", "mid", "junior"]
    rows = []
    if where is not None:
        from kasales_xl.files.history.store import open_history

        with open_history(where, writing=False) as history:
            for seller in sellers:
                for point in history.series(seller):
                    step = point._asdict() | point.counts._asdict()
                    step |= {name: step[name].value for name in names if name.endswith("level")}
                    rows.append([step[name] for name in names])
    return pd.DataFrame(rows, columns=names)
