"""The next moves, in the order in which to make them."""

from __future__ import annotations

from kasales_xl.core.moves.next_actions import next_actions
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.declared import CellError, Refusal, Rows
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import HEADERS
from kasales_xl.text.verdicts.actions import action_cells


def next_moves(book: OpenBook, n: float | None) -> Rows:
    """Account, move, person, effect: the way up mixed with what is running late, this week's three
    first; only the header where there is nothing to do. Rule P2."""
    if n is not None and not n >= 1:
        raise Refusal(CellError.VALUE)
    card = scored(book)
    actions = next_actions(card)
    shown = actions if n is None else actions[: int(min(n, len(actions)))]
    return [HEADERS["next"], *(action_cells(action, card)[:4] for action in shown)]
