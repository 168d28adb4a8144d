"""The account books of ``templates/``, empty and filled in."""

from __future__ import annotations

import datetime as dt

from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.files.book.book import book_bytes

#: The day that the empty template is made on; a fixed one, so that it is the same file every time.
TEMPLATE_DAY = dt.date(2026, 1, 1)


def template_bytes(lang: Lang) -> bytes:
    return book_bytes(Book(None, lang=lang), policy=DEFAULT_POLICY, on=TEMPLATE_DAY, lang=lang)


def sample_bytes(lang: Lang) -> bytes:
    return book_bytes(sample_book(lang), policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang)
