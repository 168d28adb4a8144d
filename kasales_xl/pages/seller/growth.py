"""道 on a seller's page: each key account with its trend, the rhythm of big deals, where it is going."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.esp import AccountGrowth, WrittenPlan
from kasales_xl.core.dimensions.evidence.rhythm import Projects, Quadrant, Rhythm
from kasales_xl.pages.page import Block, Cell, Column, Content, Paragraph, Table
from kasales_xl.pages.style import BAD, GOOD, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses
from kasales_xl.text.verdicts.verdicts import plain

#: Key accounts that a seller's page shows; the team's list holds all.
SHOWN = 8
_QUADRANT_STYLES = {
    Quadrant.BOTH_UP: GOOD,
    Quadrant.QUALITY_UP: WATCH,
    Quadrant.QUANTITY_UP: WATCH,
    Quadrant.BOTH_DOWN: BAD,
    Quadrant.UNDECIDED: NEUTRAL,
}


def growth_blocks(found: Dimensions) -> tuple[Block, ...]:
    """The key accounts that need a look first: falling ones, then overdue plans, then by name."""
    months = found.rows.policy.window_months
    ordered = sorted(found.esp.accounts, key=pressing)
    table = Table(
        "growth",
        (
            Column("account", WORDS["account"], WRAP, 4),
            Column("trend", WORDS["trend"], WRAP, 3),
            Column("recent", WORDS["trend-recent"](n=months), WRAP, 3),
            Column("before", WORDS["trend-before"](n=months), WRAP, 3),
            Column("rhythm", WORDS["rhythm"], WRAP, 4),
            Column("objective", WORDS["objective"], WRAP, 4),
            Column("next", WORDS["next-step"], WRAP, 5),
        ),
        tuple(_line(growth) for growth in ordered[:SHOWN]),
        caption=WORDS["key-accounts"],
        empty=WORDS["no-key-accounts"],
    )
    more = len(ordered) - SHOWN
    return table, *rest(more, "tab-growth")


def rest(more: int, tab: str) -> tuple[Block, ...]:
    """Where to find the rows that a seller's page leaves out."""
    return (Paragraph(WORDS["more-rows"](n=more, tab=WORDS[tab]), QUIET),) if more > 0 else ()


def pressing(growth: AccountGrowth) -> tuple[bool, bool, int, str]:
    """Sort key: falling in both, rhythm broken, longest overdue."""
    falling = growth.trend.quadrant is Quadrant.BOTH_DOWN
    return not falling, not growth.rhythm.broken, -(growth.plan.overdue_days or 0), growth.account


def _line(growth: AccountGrowth) -> tuple[Content, ...]:
    return (
        growth.account,
        quadrant_cell(growth.trend.quadrant),
        projects_text(growth.trend.recent),
        projects_text(growth.trend.before),
        rhythm_cell(growth.rhythm),
        without_addresses(growth.plan.objective) or "–",
        next_cell(growth.plan),
    )


def quadrant_cell(quadrant: Quadrant) -> Cell:
    return Cell(quadrant, _QUADRANT_STYLES[quadrant].wrapped)


def projects_text(projects: Projects) -> str:
    """``2 个，均 850``"""
    if projects.average is None:
        return WORDS["projects-only"](n=projects.count)
    return WORDS["projects"](n=projects.count, average=f"{projects.average:,.0f}")


def rhythm_cell(rhythm: Rhythm) -> Content:
    parts = []
    if rhythm.typical_gap is not None:
        parts.append(WORDS["rhythm-gap"](n=plain(round(rhythm.typical_gap))))
    if rhythm.since_last is not None:
        parts.append(WORDS["rhythm-since"](n=plain(round(rhythm.since_last))))
    if rhythm.next_expected is not None:
        parts.append(WORDS["rhythm-next"](day=rhythm.next_expected.isoformat()))
    text = ("，" if lang == "zh" else ", ").join(parts) or "–"
    if not rhythm.broken:
        return text
    return Cell(f"{WORDS['rhythm-broken']}{'，' if lang == 'zh' else ', '}{text}", BAD.wrapped)


def next_cell(plan: WrittenPlan) -> Content:
    """``2026-07-05 约李总面谈``; an overdue one says by how many days."""
    if not plan.next_action:
        return Cell(WORDS["no-step"], QUIET.wrapped)
    step = without_addresses(plan.next_action)
    if plan.overdue_days:
        return Cell(WORDS["step-late"](n=plan.overdue_days, text=step), WATCH.wrapped)
    day = f"{plan.next_action_date.isoformat()} " if plan.next_action_date else ""
    return f"{day}{step}"
