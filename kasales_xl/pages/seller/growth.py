"""道 on a seller's page: each key account with its trend, the rhythm of big deals, where it is going."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.esp import AccountGrowth, WrittenPlan
from kasales_xl.core.dimensions.evidence.rhythm import Direction, Projects, Rhythm, Trend
from kasales_xl.core.text import CLAUSES, Text, join
from kasales_xl.pages.page import Block, Cell, Content
from kasales_xl.pages.parts import more_rows
from kasales_xl.pages.style import BAD, GOOD, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses
from kasales_xl.text.verdicts.verdicts import plain

#: Key accounts that a seller's page shows; the team's list holds all.
SHOWN = 8


def growth_blocks(dimensions: Dimensions) -> tuple[Block, ...]:
    """The key accounts that need a look first: falling ones, then overdue plans, then by name."""
    ordered = sorted(dimensions.esp.accounts, key=pressing)
    accounts = table(
        "growth",
        _FIELDS,
        ordered[:SHOWN],
        caption=WORDS["key-accounts"],
        empty=WORDS["no-accounts"],
    )
    return accounts, *more_rows(len(ordered) - SHOWN, "tab-growth")


def pressing(growth: AccountGrowth) -> tuple[bool, bool, int, str]:
    """Sort key: falling in both, rhythm broken, longest overdue."""
    return (
        not growth.trend.falling,
        not growth.rhythm.broken,
        -(growth.plan.overdue_days or 0),
        growth.account,
    )


def trend_cell(trend: Trend) -> Cell:
    """``质升量平``; where only the number is known ``量升``."""
    if trend.falling:
        style = BAD
    elif trend.growing:
        style = GOOD
    else:
        style = WATCH if trend.known else NEUTRAL
    return Cell(trend_text(trend), style.wrapped)


def trend_text(trend: Trend) -> Text:
    if trend.quantity is Direction.UNDECIDED:
        return Text(Direction.UNDECIDED.zh, Direction.UNDECIDED.en)
    code = "trend-both" if trend.known else "trend-number"
    return WORDS[code](quality=trend.quality, quantity=trend.quantity)


def _projects_text(projects: Projects, months: int) -> Text:
    """``24 个月 2 个，均 850``"""
    if projects.average is None:
        return WORDS["projects-only"](n=projects.count, months=months)
    return WORDS["projects"](n=projects.count, months=months, average=f"{projects.average:,.0f}")


def _rhythm_cell(rhythm: Rhythm) -> Content:
    parts = []
    if rhythm.typical_gap is not None:
        parts.append(WORDS["rhythm-gap"](n=plain(round(rhythm.typical_gap))))
    if rhythm.since_last is not None:
        parts.append(WORDS["rhythm-since"](n=plain(round(rhythm.since_last))))
    if rhythm.next_expected is not None:
        parts.append(WORDS["rhythm-next"](day=rhythm.next_expected.isoformat()))
    text = join(parts, CLAUSES) or "–"
    if not rhythm.broken:
        return text
    return Cell(join((WORDS["rhythm-broken"], text), CLAUSES), BAD.wrapped)


def _objective(plan: WrittenPlan) -> str:
    return without_addresses(plan.objective) or "–"


def _next_cell(plan: WrittenPlan) -> Content:
    """``2026-07-05 约李总面谈``; an overdue one says by how many days."""
    if not plan.next_action:
        return Cell(WORDS["no-step"], QUIET.wrapped)
    step = without_addresses(plan.next_action)
    if plan.overdue_days:
        return Cell(WORDS["step-late"](n=plan.overdue_days, text=step), WATCH.wrapped)
    day = f"{plan.next_action_date.isoformat()} " if plan.next_action_date else ""
    return f"{day}{step}"


_FIELDS: tuple[Field[AccountGrowth], ...] = (
    Field("account", WORDS["account"], lambda growth: growth.account, WRAP, 4),
    Field("trend", WORDS["trend"], lambda growth: trend_cell(growth.trend), WRAP, 3),
    Field("recent", WORDS["trend-recent"], lambda g: _projects_text(g.trend.recent, g.trend.months), WRAP, 3),
    Field("before", WORDS["trend-before"], lambda g: _projects_text(g.trend.before, g.trend.months), WRAP, 3),
    Field("rhythm", WORDS["rhythm"], lambda growth: _rhythm_cell(growth.rhythm), WRAP, 4),
    Field("objective", WORDS["objective"], lambda growth: _objective(growth.plan), WRAP, 4),
    Field("next", WORDS["next-step"], lambda growth: _next_cell(growth.plan), WRAP, 5),
)
