"""The true values of a book's calculated cells, for files that hold them in store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.functions.calls import Answer, call
from kasales_xl.functions.open_books import open_tables
from kasales_xl.functions.registry import FUNCTIONS

Answers = Callable[[str, Sequence[object]], Answer]


def answers_for(book: Book, policy: Policy, on: dt.date, lang: Lang) -> Answers:
    """What each function says about the book as it is written to its sheets: ``answers(name, args)``
    with the handle left out of ``args``. A spreadsheet program that calculates the written file on the
    same day comes to the same values, the handle (``answers("KA_BOOK", ())``) among them."""
    handle = open_tables(book_tables(book, policy, lang), on)

    def answers(name: str, args: Sequence[object]) -> Answer:
        if name == "KA_BOOK":
            return handle
        shown = [handle, *args] if FUNCTIONS[name].takes_book else list(args)
        return call(name, shown, on=on, lang=lang)

    return answers
