"""The level ladder and the key accounts by tier, at two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.text import Text, join, same
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.page import Beside, Block, Cell, Chart, Heading, Slopes, Way
from kasales_xl.pages.parts import level_cell, tier_cell
from kasales_xl.pages.style import INT, LEVEL, TIER, Style
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS

_COUNTED = same("{kind} {was} → {now}")


class _Then(NamedTuple):
    """How many at a level, or at a tier, at the two dates."""

    kind: Level | Tier
    was: int
    now: int


def height(level: Level, progress: float) -> float:
    """Level and progress in it as one number: 2.4 is 40 % of the way from the third level up."""
    return round(level.rank + progress, 3)


def then_and_now(sellers: Sequence[Standing]) -> tuple[Block, ...]:
    """Of the sellers who have an earlier day."""
    told = [(s, s.before, s.since) for s in sellers if s.before is not None and s.since is not None]
    was = Counter(since.level_was for _, _, since in told)
    now = Counter(since.level_now for _, _, since in told)
    rungs = [_Then(level, was[level], now[level]) for level in reversed(Level)]
    tiers = [
        _Then(tier, sum(b.counts.of(tier) for _, b, _ in told), sum(s.counts.of(tier) for s, _, _ in told))
        for tier in SLOT_TIERS
    ]
    first = min((before.on.isoformat() for _, before, _ in told), default="–")
    last = max((since.on.isoformat() for _, _, since in told), default="–")
    ladder = Beside((table("ladder", _fields("level", LEVEL, level_cell), rungs),), (_ladder(rungs),))
    slope = Beside((table("slope", _fields("tier", TIER, tier_cell), tiers),), (_slope(tiers, first, last),))
    return (Beside((Heading(WORDS["by-level"]), ladder), (Heading(WORDS["by-tier"]), slope)),)


def _ladder(rungs: Sequence[_Then]) -> Chart:
    about = WORDS["levels-about"](counts=_in_words(rungs))
    return Chart("bar", "", "ladder", "level", ("was", "now"), about, low=0, lines=8)


def _slope(tiers: Sequence[_Then], first: str, last: str) -> Slopes:
    ways = tuple(Way(one.kind, (one.was, one.now)) for one in tiers)
    return Slopes(ways, (first, last), WORDS["tiers-about"](counts=_in_words(tiers)))


def _in_words(lines: Sequence[_Then]) -> Text:
    return join((_COUNTED(kind=one.kind, was=one.was, now=one.now) for one in lines), same(", "))


def _fields(key: str, style: Style, cell: Callable[[Any], Cell]) -> tuple[Field[_Then], ...]:
    return (
        Field(key, WORDS[key], lambda one: cell(one.kind), style, 3),
        Field("was", WORDS["then"], lambda one: one.was, INT, 1),
        Field("now", WORDS["now"], lambda one: one.now, INT, 1),
    )
