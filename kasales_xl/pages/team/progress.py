"""Progress on scorecards: a seller's trend and what changed, and the team's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.history.past import Past, Step
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Content,
    Heading,
    Page,
    Paragraph,
    Table,
)
from kasales_xl.pages.parts import level_cell, people_link, team_name
from kasales_xl.pages.style import CENTER, GOOD, INT, LEVEL, LINK, NEUTRAL, QUIET, SHARE, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.progress import best_line, headline, progress_lines, stage_lines

_Dated = TypeVar("_Dated")

#: Days that a trend shows; lines of reasons on a seller's page.
DAYS_SHOWN = 6
LINES_SHOWN = 4
_DIRECTIONS = {1: ("▲", GOOD), 0: ("=", NEUTRAL), -1: ("▼", WATCH)}


def progress_blocks(past: Past | None) -> tuple[Block, ...]:
    """What changed since the last day and the trend of the key accounts; nothing without an earlier day."""
    if past is None or past.since is None:
        return ()
    lines: list[Content] = [line.strip() for line in progress_lines(past.since)]
    more = len(lines) - LINES_SHOWN
    if more > 0:
        lines = [*lines[:LINES_SHOWN], Cell(WORDS["more-changes"](n=more), QUIET)]
    if best := best_line(past):
        lines.append(best)
    table = trend_table(past.steps)
    return (
        Heading(WORDS["progress-title"]),
        Bullets(tuple(lines)),
        Beside((table,), (_trend_chart(table),), 0.55),
    )


def trend_table(steps: Sequence[Step]) -> Table:
    """Level, progress and key accounts by tier, a day a row, from old to new."""
    columns = (
        Column("on", WORDS["day"], CENTER),
        Column("level", WORDS["level"], LEVEL),
        Column("progress", WORDS["progress"], SHARE, 1),
        *(Column(_key(tier), _label(tier), INT) for tier in SLOT_TIERS),
    )
    rows = tuple(
        (step.on.isoformat(), level_cell(step.level), step.progress, *step.counts)
        for step in _shown(steps, [step.on for step in steps])
    )
    return Table("trend", columns, rows)


def _shown(things: Sequence[_Dated], days: Sequence[dt.date]) -> list[_Dated]:
    """The latest days; where they are close together, the last one of each month, if there are as many."""
    months = {(day.year, day.month): number for number, day in enumerate(days)}
    chosen = list(months.values()) if len(months) >= DAYS_SHOWN else range(len(days))
    return [things[number] for number in chosen[-DAYS_SHOWN:]]


def _trend_chart(table: Table) -> Chart:
    series = tuple(_key(tier) for tier in SLOT_TIERS)
    about = WORDS["trend-about"](first=table.rows[0][0], last=table.rows[-1][0])
    return Chart("line", "", "trend", "on", series, about, low=0, lines=7)


def progress_page(team: str, sellers: Sequence[tuple[Standing, Past | None]], subtitle: Words) -> Page | None:
    """Who rose, who fell and why, in the order given, with the team's trend; None while nobody has an
    earlier day."""
    changes = [(seller, past.since) for seller, past in sellers if past is not None and past.since]
    if not changes:
        return None
    rows: list[tuple[Content, ...]] = []
    for seller, change in changes:
        mark, style = _DIRECTIONS[change.direction]
        why = [line.strip() for stage in change.stages for line in stage_lines(stage, change.switch)]
        rows.append(
            (
                Cell(seller.name, LINK, people_link(seller.seller_id)),
                Cell(f"{mark} {headline(change)}", style.wrapped),
                "\n".join(why) or WORDS["no-change"],
            )
        )
    columns = (
        Column("seller", WORDS["seller"], weight=3),
        Column("change", WORDS["change"], WRAP, 7),
        Column("why", WORDS["reason"], WRAP, 10),
    )
    trend = _team_trend([past.steps for _, past in sellers if past is not None])
    return Page(
        "progress",
        WORDS["title-progress"](team=team_name(team)),
        WORDS["tab-progress"],
        (
            Heading(WORDS["team-trend"]),
            Beside((trend,), (_trend_chart(trend),), 0.55),
            Heading(WORDS["who-moved"]),
            Paragraph(WORDS["progress-note"], QUIET),
            Table("changes", columns, tuple(rows)),
        ),
        subtitle,
        "report",
    )


def _team_trend(series: Sequence[Sequence[Step]]) -> Table:
    """Sellers at each level and their key accounts on each day that anybody was scored; a seller who
    was not scored that day counts as last seen."""
    days = sorted({step.on for steps in series for step in steps})
    columns = (
        Column("on", WORDS["day"], CENTER, 3),
        *(Column(level.value, level.capitalize(), INT, 1) for level in reversed(Level)),
        *(Column(_key(tier), _label(tier), INT, 1) for tier in SLOT_TIERS),
    )
    return Table("trend", columns, tuple(_team_day(day, series) for day in _shown(days, days)))


def _team_day(day: dt.date, series: Sequence[Sequence[Step]]) -> tuple[Content, ...]:
    seen = [earlier[-1] for steps in series if (earlier := [step for step in steps if step.on <= day])]
    levels = (sum(step.level is level for step in seen) for level in reversed(Level))
    tiers = (sum(step.counts.of(tier) for step in seen) for tier in SLOT_TIERS)
    return (day.isoformat(), *levels, *tiers)


def _key(tier: Tier) -> str:
    return f"accounts_{tier.value}"


def _label(tier: Tier) -> str:
    return WORDS["tier-accounts"](tier=tier)
