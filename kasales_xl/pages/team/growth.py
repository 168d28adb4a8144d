"""The key accounts of a team in 道: how their projects develop, the rhythm of big deals, what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.rhythm import Projects, Quadrant
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Column, Content, Page, Table
from kasales_xl.pages.parts import people_link, team_name
from kasales_xl.pages.seller.growth import pressing, quadrant_cell
from kasales_xl.pages.style import BAD, CENTER, DATE, LINK, MONEY, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses


class GrowthLine(NamedTuple):
    """A key account as the team's page needs it. ``recent``, ``before``: projects won in the window and
    their average in yuan."""

    seller_id: str
    name: str
    account: str
    quadrant: Quadrant
    recent: tuple[int, float | None]
    before: tuple[int, float | None]
    gap: float | None
    since: float | None
    next_expected: dt.date | None
    broken: bool
    objective: str
    step: str
    due: dt.date | None
    overdue: int


def growth_lines(card: SellerCard) -> tuple[GrowthLine, ...]:
    """A seller's key accounts, those that need a look first."""
    return tuple(_line(card, growth) for growth in sorted(card.dimensions.esp.accounts, key=pressing))


def _line(card: SellerCard, growth: AccountGrowth) -> GrowthLine:
    rhythm, plan = growth.rhythm, growth.plan
    return GrowthLine(
        card.seller.seller_id,
        card.seller.name,
        growth.account,
        growth.trend.quadrant,
        _won(card, growth.trend.recent),
        _won(card, growth.trend.before),
        rhythm.typical_gap,
        rhythm.since_last,
        rhythm.next_expected,
        rhythm.broken,
        without_addresses(plan.objective),
        without_addresses(plan.next_action),
        plan.next_action_date,
        plan.overdue_days or 0,
    )


def _won(card: SellerCard, part: Projects) -> tuple[int, float | None]:
    average = part.average
    return part.count, None if average is None else average * card.seller.money_unit.yuan


def growth_page(
    team: str, lines: Sequence[GrowthLine], unit: MoneyUnit, policy: Policy, subtitle: Words
) -> Page:
    """Seller by seller in the order given; unit: of the amounts shown."""
    months = policy.window_months
    recent, before = (WORDS[code](n=months) for code in ("recent-group", "before-group"))
    average = WORDS["average"](unit=unit)
    big, planned = WORDS["big-group"], WORDS["plan-group"]
    columns = (
        Column("account", WORDS["account"]),
        Column("seller", WORDS["seller"]),
        Column("trend", WORDS["trend"]),
        Column("recent", WORDS["number"], CENTER, group=recent),
        Column("recent_average", average, MONEY, group=recent),
        Column("before", WORDS["number"], CENTER, group=before),
        Column("before_average", average, MONEY, group=before),
        Column("gap", WORDS["gap-months"], CENTER, group=big),
        Column("since", WORDS["since-months"], CENTER, group=big),
        Column("next_big", WORDS["next-big"], DATE, group=big),
        Column("objective", WORDS["objective"], WRAP, group=planned),
        Column("step", WORDS["next-step"], WRAP, group=planned),
        Column("due", WORDS["next-date"], DATE, group=planned),
        Column("overdue", WORDS["overdue-days"], CENTER, group=planned),
    )
    return Page(
        "growth",
        WORDS["title-growth"](team=team_name(team)),
        WORDS["tab-growth"],
        (
            Table(
                "growth",
                columns,
                tuple(_row(line, unit) for line in lines),
                empty=WORDS["no-key-accounts"],
            ),
        ),
        subtitle,
        "list",
    )


def _row(line: GrowthLine, unit: MoneyUnit) -> tuple[Content, ...]:
    since = None if line.since is None else round(line.since)
    return (
        line.account,
        Cell(line.name, LINK, people_link(line.seller_id)),
        quadrant_cell(line.quadrant),
        line.recent[0],
        amount(line.recent[1], unit),
        line.before[0],
        amount(line.before[1], unit),
        None if line.gap is None else round(line.gap),
        Cell(f"{WORDS['rhythm-broken']} {since}", BAD) if line.broken else since,
        line.next_expected,
        line.objective,
        line.step or Cell(WORDS["no-step"], QUIET),
        line.due,
        Cell(f"▲ {line.overdue}", WATCH) if line.overdue else Cell("–", NEUTRAL),
    )
