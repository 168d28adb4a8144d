"""How a value on a page is to look, as a value: no colour, no file format. Meaning is always in the text
too, never in the look alone."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Literal, NamedTuple

from kasales_xl.core.findings import Severity
from kasales_xl.core.terms import Level, Tier

Base = Literal[
    "text", "strong", "quiet", "wrap", "long", "link", "center", "int", "number", "money", "score",
    "date", "share", "bar", "delta", "tier", "level", "grade", "severity", "state",
]  # fmt: skip


class State(Enum):
    """Is it as it should be?"""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    NONE = "none"

    __hash__ = object.__hash__


#: A word of the trade that a writer may paint; a whole number is a grade 0–3.
Shade = Tier | Level | Severity | State | int


class Style(NamedTuple):
    """``wrap``: over several lines. Equal styles look alike in every file."""

    base: Base
    shade: Shade | None = None
    wrap: bool = False

    @property
    def wrapped(self) -> Style:
        return _wrapped(self)


@lru_cache(maxsize=64)
def _wrapped(style: Style) -> Style:
    # always the same one: a page that waits on disk holds it once
    return style._replace(wrap=True)


TEXT, STRONG, QUIET, WRAP, LONG = Style("text"), Style("strong"), Style("quiet"), Style("wrap"), Style("long")
LINK, CENTER, DATE, BAR = Style("link"), Style("center"), Style("date"), Style("bar")
INT, NUMBER, MONEY, SCORE = Style("int"), Style("number"), Style("money"), Style("score")
SHARE = Style("share")
#: An amount with its sign, up or down.
DELTA = Style("delta")
#: Columns of painted words; the words bring their own shade.
TIER, LEVEL, GRADE = Style("tier"), Style("level"), Style("grade")
#: Is it as it should be? ``NEUTRAL`` where that cannot be said.
GOOD, WATCH = Style("state", State.GOOD), Style("state", State.WATCH)
RISING, FALLING = Style("delta", State.GOOD), Style("delta", State.BAD)
BAD, NEUTRAL = Style("state", State.BAD), Style("state", State.NONE)
