"""Values as the page holds them: what has two sides keeps both, for the reader picks the language there."""

from __future__ import annotations

import datetime as dt
import math
from functools import lru_cache
from typing import Any

from kasales_xl.core.terms import Term
from kasales_xl.core.text import Text, stand_alone
from kasales_xl.text.private import without_addresses

#: Text, figure, ``[zh, en]`` where the sides differ, or nothing.
Plain = str | int | float | list[str] | None
#: Places behind the point beyond which no page shows anything.
_PLACES = 6


def plain(value: Any) -> Plain:
    """A value of a neutral page as JSON holds it: text without phone numbers or addresses (§8), a day as
    yyyy-mm-dd, a text with two sides as ``[zh, en]``."""
    kind = value.__class__
    if kind is str:
        return _cleaned(value)
    if kind is int or value is None:
        return value  # type: ignore[no-any-return]
    if kind is float:
        return round(value, _PLACES) if math.isfinite(value) else None
    if isinstance(value, Term):
        return _of_term(value)
    if kind is Text:
        return _of_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return _cleaned(str(value))


def _of_text(text: Text) -> Plain:
    if text.fields is None:
        return _as_declared(text)
    return _sides(without_addresses(stand_alone(text, "zh")), without_addresses(stand_alone(text, "en")))


@lru_cache(maxsize=4096)
def _as_declared(text: Text) -> Plain:
    """Of the product's own words, the same thousands of times a run."""
    return _sides(stand_alone(text, "zh"), stand_alone(text, "en"))


@lru_cache(maxsize=1024)
def _of_term(term: Term) -> Plain:
    return _sides(stand_alone(term, "zh"), stand_alone(term, "en"))


def _sides(zh: str, en: str) -> Plain:
    return zh if zh == en else [zh, en]


@lru_cache(maxsize=8192)
def _cleaned(text: str) -> str:
    return without_addresses(text)
