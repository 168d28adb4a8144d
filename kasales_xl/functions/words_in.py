"""What people type into an argument: the name of a level, tier, dimension, account, deal or person."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Contact, Deal
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Lang, Level, Term
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.functions.declared import CellError, Refusal
from kasales_xl.functions.open_books import OpenBook

T = TypeVar("T", bound=Term)


@lru_cache(maxsize=512)
def term(kind: type[T], text: str) -> T:
    """The term with this code or label in either language. Refuses any other text."""
    wanted = name_key(text)
    for member in kind:
        if wanted in (name_key(member.value), name_key(member.zh), name_key(member.en)):
            return member
    raise Refusal(CellError.VALUE)


@lru_cache(maxsize=128)
def dimension(text: str) -> Dimension:
    """道, esp, ESP+ or the full name in either language."""
    wanted = name_key(text)
    for member, names in DIMENSION_NAMES.items():
        if wanted in map(name_key, (member.value, member.zh, member.en, *names)):
            return member
    raise Refusal(CellError.VALUE)


@lru_cache(maxsize=256)
def indicator(text: str) -> str:
    """The code of an indicator from its code or its name in either language; blank for any other text."""
    wanted = name_key(text)
    for code, declared in INDICATORS.items():
        if wanted in (code, name_key(declared.name.zh), name_key(declared.name.en)):
            return code
    return ""


def level(value: object) -> Level:
    """A level's code, label or number (0 novice … 4 top)."""
    found: Level
    if isinstance(value, str):
        found = term(Level, value)
    elif isinstance(value, (int, float)) and value in range(len(Level)):
        found = next(member for member in Level if member.rank == value)
    else:
        raise Refusal(CellError.VALUE)
    return found


@lru_cache(maxsize=256)
def language_of(text: str) -> Lang:
    """The language a level was typed in; a code reads as English."""
    wanted = name_key(text)
    return "zh" if any(wanted == name_key(member.zh) for member in Level) else "en"


def option(text: str | None, options: dict[str, tuple[str, ...]], default: str) -> str:
    """options: code to the words that mean it. Blank is the default; refuses any other text."""
    if text is None:
        return default
    wanted = name_key(text)
    for code, words in options.items():
        if wanted == code or wanted in words:
            return code
    raise Refusal(CellError.VALUE)


def account(book: OpenBook, text: str) -> AccountVerdict:
    """By name or ID; an unknown one is #N/A."""
    found = book.card.by_name.find(text)
    if found is None:
        raise Refusal(CellError.NA)
    return found


def deal(book: OpenBook, text: str) -> Deal:
    found = book.deals.find(text)
    if found is None:
        raise Refusal(CellError.NA)
    return found


def contact(book: OpenBook, text: str) -> Contact:
    found = book.contacts.find(text)
    if found is None:
        raise Refusal(CellError.NA)
    return found
