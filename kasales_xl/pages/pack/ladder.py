"""The level ladder and the key accounts by tier, at two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.text import join, same
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.page import Beside, Block, Chart, Heading
from kasales_xl.pages.parts import level_cell
from kasales_xl.pages.style import CENTER, INT, LEVEL
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS

_COUNTED = same("{kind} {was} → {now}")


class _Rung(NamedTuple):
    """Sellers at a level."""

    level: Level
    was: int
    now: int


class _Day(NamedTuple):
    """Key accounts of all by tier."""

    day: str
    accounts: dict[Tier, int]


def height(level: Level, progress: float) -> float:
    """Level and progress in it as one number: 2.4 is 40 % of the way from the third level up."""
    return round(level.rank + progress, 3)


def then_and_now(sellers: Sequence[Standing]) -> tuple[Block, ...]:
    """Of the sellers who have an earlier day."""
    told = [(s, s.before, s.since) for s in sellers if s.before is not None and s.since is not None]
    was = Counter(since.level_was for _, _, since in told)
    now = Counter(since.level_now for _, _, since in told)
    rungs = [_Rung(level, was[level], now[level]) for level in reversed(Level)]
    first = min((before.on.isoformat() for _, before, _ in told), default="–")
    last = max((since.on.isoformat() for _, _, since in told), default="–")
    days = [
        _Day(first, {tier: sum(before.counts.of(tier) for _, before, _ in told) for tier in SLOT_TIERS}),
        _Day(last, {tier: sum(s.counts.of(tier) for s, _, _ in told) for tier in SLOT_TIERS}),
    ]
    return (
        Beside(
            (
                Heading(WORDS["by-level"]),
                Beside((table("ladder", _RUNG_FIELDS, rungs),), (_ladder(rungs),), 0.5),
            ),
            (Heading(WORDS["by-tier"]), Beside((table("slope", _DAY_FIELDS, days),), (_slope(days),), 0.5)),
        ),
    )


def _ladder(rungs: Sequence[_Rung]) -> Chart:
    counts = join((_COUNTED(kind=r.level, was=r.was, now=r.now) for r in rungs), same(", "))
    about = WORDS["levels-about"](counts=counts)
    return Chart("bar", "", "ladder", "level", ("was", "now"), about, low=0, lines=8)


def _slope(days: Sequence[_Day]) -> Chart:
    then, now = (day.accounts for day in days)
    counts = join((_COUNTED(kind=t, was=then[t], now=now[t]) for t in SLOT_TIERS), same(", "))
    about = WORDS["tiers-about"](counts=counts)
    series = tuple(tier.value for tier in SLOT_TIERS)
    return Chart("line", "", "slope", "day", series, about, low=0, lines=8)


_RUNG_FIELDS: tuple[Field[_Rung], ...] = (
    Field("level", WORDS["level"], lambda rung: level_cell(rung.level), LEVEL, 3),
    Field("was", WORDS["then"], lambda rung: rung.was, INT, 1),
    Field("now", WORDS["now"], lambda rung: rung.now, INT, 1),
)


def _of_tier(tier: Tier) -> Field[_Day]:
    return Field(tier.value, WORDS[tier.value], lambda day: day.accounts[tier], INT, 1)


_DAY_FIELDS: tuple[Field[_Day], ...] = (
    Field("day", WORDS["day"], lambda day: day.day, CENTER, 2),
    *map(_of_tier, SLOT_TIERS),
)
