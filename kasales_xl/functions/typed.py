"""What people type into an argument: the name of a level, tier, dimension, account, deal or person."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.names import NameIndex, name_key
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Lang, Level, Term
from kasales_xl.functions.declared import NA, VALUE, Refusal

T = TypeVar("T", bound=Term)
Thing = TypeVar("Thing")


@lru_cache(maxsize=512)
def read_term(kind: type[T], text: str) -> T:
    """The term with this code or label in either language. Refuses any other text."""
    wanted = name_key(text)
    for member in kind:
        if wanted in (name_key(member.value), name_key(member.zh), name_key(member.en)):
            return member
    raise Refusal(VALUE)


@lru_cache(maxsize=128)
def read_dimension(text: str) -> Dimension:
    """道, esp, ESP+ or the full name in either language."""
    wanted = name_key(text)
    for member, names in DIMENSION_NAMES.items():
        if wanted in map(name_key, (member.value, member.zh, member.en, *names)):
            return member
    raise Refusal(VALUE)


@lru_cache(maxsize=256)
def read_indicator(text: str) -> str:
    """The code of an indicator from its code or its name in either language; blank for any other text."""
    wanted = name_key(text)
    for code, declared in INDICATORS.items():
        if wanted in (code, name_key(declared.name.zh), name_key(declared.name.en)):
            return code
    return ""


def read_level(value: object) -> Level:
    """A level's code, label or number (0 novice … 4 top)."""
    if isinstance(value, str):
        named: Level = read_term(Level, value)
        return named
    for level in Level:
        if level.rank == value:
            return level
    raise Refusal(VALUE)


def is_no_level(value: object) -> bool:
    """Left out, or 0: LibreOffice hands a blank cell over as 0, and a novice has neither gap nor seats."""
    return value is None or value == 0


def level_or(value: object, otherwise: Level) -> Level:
    return otherwise if is_no_level(value) else read_level(value)


@lru_cache(maxsize=256)
def language_of(text: str) -> Lang:
    """The language a level was typed in; a code reads as English."""
    wanted = name_key(text)
    return "zh" if any(wanted == name_key(member.zh) for member in Level) else "en"


def read_option(text: str | None, options: dict[str, tuple[str, ...]], default: str) -> str:
    """options: code to the words that mean it. Blank is the default; refuses any other text."""
    if text is None:
        return default
    wanted = name_key(text)
    for code, words in options.items():
        if wanted == code or wanted in words:
            return code
    raise Refusal(VALUE)


def find(index: NameIndex[Thing], text: str) -> Thing:
    """By name or ID; an unknown one is #N/A."""
    thing = index.find(text)
    if thing is None:
        raise Refusal(NA)
    return thing
