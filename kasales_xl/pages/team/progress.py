"""Progress on scorecards: a seller's trend and what changed, and the team's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.history.past import Past, Step
from kasales_xl.core.history.progress import Progress
from kasales_xl.core.terms import LANGS, Level, Tier
from kasales_xl.core.text import Text, join, same
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.list_page import seller_link
from kasales_xl.pages.pack.ladder import height, then_and_now
from kasales_xl.pages.pack.movers import step
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Content,
    Heading,
    Multiples,
    Page,
    Paragraph,
    Way,
    Words,
)
from kasales_xl.pages.parts import LEVEL_NAMES, level_cell, some_names
from kasales_xl.pages.style import CENTER, GOOD, INT, LEVEL, NEUTRAL, QUIET, SHARE, TEXT, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.progress import best_line, headline, progress_lines, stage_lines

#: Days that a trend shows; lines of reasons on a seller's page.
DAYS_SHOWN = 6
LINES_SHOWN = 3
_DIRECTIONS = {1: ("▲", GOOD), 0: ("=", NEUTRAL), -1: ("▼", WATCH)}
_LINES = same("\n")


class TeamDay(NamedTuple):
    """One day of a team's trend: sellers at each level, their key accounts by tier."""

    on: dt.date
    levels: dict[Level, int]
    accounts: dict[Tier, int]


class Change(NamedTuple):
    """What changed of a seller since the last earlier day, and the whole way so far."""

    seller: Standing
    since: Progress
    steps: tuple[Step, ...]


_Day = TypeVar("_Day", Step, TeamDay)
_Dated = TypeVar("_Dated")


def progress_blocks(past: Past | None) -> tuple[Block, ...]:
    """What changed since the last day and the trend of the key accounts; nothing without an earlier day."""
    if past is None or past.since is None:
        return ()
    lines: list[Content] = [_flush(line) for line in progress_lines(past.since)]
    more = len(lines) - LINES_SHOWN
    if more > 0:
        lines = [*lines[:LINES_SHOWN], Cell(WORDS["more-changes"](n=more), QUIET)]
    if best := best_line(past):
        lines.append(best)
    return (
        Heading(WORDS["progress-title"]),
        Bullets(tuple(lines)),
        _trend(_STEP_FIELDS, _shown(past.steps, attrgetter("on"))),
    )


def _flush(line: Text) -> Text:
    """Without the indentation of a line in a terminal."""
    zh, en = (line.pick(lang).strip() for lang in LANGS)
    return Text(zh, en)


def _shown(things: Sequence[_Dated], on: Callable[[_Dated], dt.date]) -> Sequence[_Dated]:
    """The latest days; where they are close together, the last one of each month, if there are as many."""
    months = {(on(thing).year, on(thing).month): thing for thing in things}
    chosen = list(months.values()) if len(months) >= DAYS_SHOWN else things
    return chosen[-DAYS_SHOWN:]


def _trend(fields: Sequence[Field[_Day]], days: Sequence[_Day]) -> Beside:
    """A day a row, from old to new, beside the key accounts drawn as lines."""
    series = tuple(_key(tier) for tier in SLOT_TIERS)
    about = WORDS["trend-about"](first=days[0].on.isoformat(), last=days[-1].on.isoformat())
    chart = Chart("line", "", "trend", "on", series, about, low=0, lines=7)
    return Beside((table("trend", fields, days),), (chart,), 0.55)


def progress_page(
    team: Words,
    sellers: Sequence[tuple[Standing, Past | None]],
    subtitle: Words,
    *,
    most: int | None = None,
) -> Page | None:
    """The ladder of levels and the key accounts then and now, who rose, who fell and why; None while nobody
    has an earlier day. most: sellers shown, those who moved furthest; without it everybody, in the order
    given, with the team's days one by one."""
    changes = [Change(seller, past.since, past.steps) for seller, past in sellers if past and past.since]
    if not changes:
        return None
    shown = changes
    if most is not None and len(changes) > most:
        furthest = sorted(changes, key=lambda change: (not _changed(change), -step(change.since)))[:most]
        kept = {change.seller.seller_id for change in furthest}
        shown = [change for change in changes if change.seller.seller_id in kept]
    more = sum(map(_changed, changes)) - sum(map(_changed, shown))
    series = [past.steps for _, past in sellers if past is not None]
    return Page(
        "progress",
        WORDS["title-progress"](team=team),
        WORDS["tab-progress"],
        (
            *then_and_now([seller for seller, _ in sellers]),
            *(() if most is not None else _day_by_day(series)),
            Heading(WORDS["ways"]),
            Paragraph(WORDS["ways-note"], QUIET),
            _ways(shown),
            Heading(WORDS["who-moved"]),
            Paragraph(WORDS["progress-note"], QUIET),
            table(
                "changes", _CHANGE_FIELDS, [one for one in shown if _changed(one)], empty=WORDS["no-change"]
            ),
            *_unchanged(changes),
            *((Paragraph(WORDS["more-movers"](n=more), QUIET),) if more else ()),
        ),
        subtitle,
        "report",
        one_sheet=most is not None,
    )


def _changed(change: Change) -> bool:
    return bool(change.since.stages) or change.since.direction != 0


def _unchanged(changes: Sequence[Change]) -> tuple[Block, ...]:
    """Who stayed as before, in one line."""
    names = [change.seller.name for change in changes if not _changed(change)]
    if not names:
        return ()
    return (Paragraph(WORDS["unchanged"](n=len(names), names=some_names(names, len(names))), QUIET),)


def _day_by_day(series: Sequence[Sequence[Step]]) -> tuple[Block, ...]:
    return Heading(WORDS["team-trend"]), table("trend", _TEAM_FIELDS, _team_days(series))


def _team_days(series: Sequence[Sequence[Step]]) -> list[TeamDay]:
    """The days to show, of all on which anybody was scored; a seller who was not scored that day counts
    as last seen."""
    days = sorted({step.on for steps in series for step in steps})
    return [_team_day(day, series) for day in _shown(days, lambda day: day)]


def _team_day(day: dt.date, series: Sequence[Sequence[Step]]) -> TeamDay:
    seen = [earlier[-1] for steps in series if (earlier := [step for step in steps if step.on <= day])]
    levels = {level: sum(step.level is level for step in seen) for level in Level}
    return TeamDay(day, levels, {tier: sum(step.counts.of(tier) for step in seen) for tier in SLOT_TIERS})


def _change(change: Change) -> Cell:
    mark, style = _DIRECTIONS[change.since.direction]
    return Cell(same("{mark} {change}")(mark=mark, change=headline(change.since)), style.wrapped)


def _why(change: Change) -> Text:
    since = change.since
    lines = [_flush(line) for stage in since.stages for line in stage_lines(stage, since.switch)]
    return join(lines, _LINES) or WORDS["no-change"]


def _ways(changes: Sequence[Change]) -> Multiples:
    """Level and progress in it as one height, 0–5, on the days that anybody was scored."""
    days = _shown(sorted({step.on for change in changes for step in change.steps}), lambda day: day)
    heights = [{step.on: height(step.level, step.progress) for step in change.steps} for change in changes]
    return Multiples(
        tuple(
            Way(change.seller.name, tuple(of.get(day) for day in days))
            for change, of in zip(changes, heights, strict=True)
        ),
        tuple(day.isoformat() for day in days),
        0,
        len(Level),
        WORDS["ways-about"](first=days[0].isoformat(), last=days[-1].isoformat()),
    )


def _key(tier: Tier) -> str:
    return f"accounts_{tier.value}"


def _accounts(tier: Tier) -> Field[Step]:
    label = WORDS["tier-accounts"](tier=tier)
    return Field(_key(tier), label, lambda step: step.counts.of(tier), INT)


def _team_accounts(tier: Tier) -> Field[TeamDay]:
    label = WORDS["tier-accounts"](tier=tier)
    return Field(_key(tier), label, lambda day: day.accounts[tier], INT, 2)


def _team_level(level: Level) -> Field[TeamDay]:
    return Field(level.value, LEVEL_NAMES[level], lambda day: day.levels[level], INT, 2)


_STEP_FIELDS: tuple[Field[Step], ...] = (
    Field("on", WORDS["day"], lambda step: step.on.isoformat(), CENTER),
    Field("level", WORDS["level"], lambda step: level_cell(step.level), LEVEL),
    Field("progress", WORDS["progress"], lambda step: step.progress, SHARE, 1),
    *map(_accounts, SLOT_TIERS),
)
_TEAM_FIELDS: tuple[Field[TeamDay], ...] = (
    Field("on", WORDS["day"], lambda day: day.on.isoformat(), CENTER, 3),
    *map(_team_level, reversed(Level)),
    *map(_team_accounts, SLOT_TIERS),
)
_CHANGE_FIELDS: tuple[Field[Change], ...] = (
    Field("seller", WORDS["seller"], lambda change: seller_link(change.seller), TEXT, 3),
    Field("change", WORDS["change"], _change, WRAP, 7),
    Field("why", WORDS["reason"], _why, WRAP, 10),
)
