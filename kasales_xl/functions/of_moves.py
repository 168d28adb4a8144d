"""The next moves, in the order in which to make them."""

from __future__ import annotations

from kasales_xl.core.plan import plan
from kasales_xl.functions.declared import CellError, Refusal
from kasales_xl.functions.of_level import scored
from kasales_xl.functions.shelf import OpenBook
from kasales_xl.sheets.words_functions import headers
from kasales_xl.sheets.words_moves import (
    effect_text,
    lift_effect,
    lift_text,
    move_person,
    move_text,
    new_accounts,
)

Rows = list[list[str | float]]


def next_moves(book: OpenBook, n: float | None) -> Rows:
    """Account, move, person, effect: what all accounts share, account by account with the fewest moves
    first, accounts to open, practices to lift; only the header at the top. Rule P2."""
    if n is not None and not n >= 1:
        raise Refusal(CellError.VALUE)
    found, lang = plan(scored(book)), book.lang
    rows: Rows = [["", move_text(move, lang), move_person(move, lang), ""] for move in found.shared]
    for one in found.accounts:
        effect = effect_text(one.now, one.then, one.undecided, lang)
        name = one.verdict.account.account
        rows += [[name, move_text(move, lang), move_person(move, lang), effect] for move in one.moves]
    rows += [["", text, "", ""] for text in new_accounts(found.new, lang)]
    for lift in found.practices:
        effect = lift_effect(lift, lang)
        rows += [[lift.dimension.label(lang), lift_text(p, lang), "", effect] for p in lift.practices]
    shown = rows if n is None else rows[: int(min(n, len(rows)))]
    return [[*headers("next", lang)], *shown]
