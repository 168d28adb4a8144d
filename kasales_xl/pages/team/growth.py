"""The key accounts of a team in 道: how their projects develop, the rhythm of big deals, what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.rhythm import Projects, Quadrant
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Column, Content, Page, Table
from kasales_xl.pages.parts import people_link, team_name
from kasales_xl.pages.seller.growth import pressing, quadrant_cell
from kasales_xl.pages.style import BAD, CENTER, DATE, LINK, MONEY, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.text.pages.words import word
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
    team: str, lines: Sequence[GrowthLine], unit: MoneyUnit, policy: Policy, subtitle: Words, lang: Lang
) -> Page:
    """Seller by seller in the order given; unit: of the amounts shown."""
    months = policy.window_months
    recent, before = (word(code, lang, n=months) for code in ("recent-group", "before-group"))
    average = word("average", lang, unit=unit.label(lang))
    big, planned = word("big-group", lang), word("plan-group", lang)
    columns = (
        Column("account", word("account", lang)),
        Column("seller", word("seller", lang)),
        Column("trend", word("trend", lang)),
        Column("recent", word("number", lang), CENTER, group=recent),
        Column("recent_average", average, MONEY, group=recent),
        Column("before", word("number", lang), CENTER, group=before),
        Column("before_average", average, MONEY, group=before),
        Column("gap", word("gap-months", lang), CENTER, group=big),
        Column("since", word("since-months", lang), CENTER, group=big),
        Column("next_big", word("next-big", lang), DATE, group=big),
        Column("objective", word("objective", lang), WRAP, group=planned),
        Column("step", word("next-step", lang), WRAP, group=planned),
        Column("due", word("next-date", lang), DATE, group=planned),
        Column("overdue", word("overdue-days", lang), CENTER, group=planned),
    )
    return Page(
        "growth",
        word("title-growth", lang, team=team_name(team, lang)),
        word("tab-growth", lang),
        (
            Table(
                "growth",
                columns,
                tuple(_row(line, unit, lang) for line in lines),
                empty=word("no-key-accounts", lang),
            ),
        ),
        subtitle,
        "list",
    )


def _row(line: GrowthLine, unit: MoneyUnit, lang: Lang) -> tuple[Content, ...]:
    since = None if line.since is None else round(line.since)
    return (
        line.account,
        Cell(line.name, LINK, people_link(line.seller_id)),
        quadrant_cell(line.quadrant, lang),
        line.recent[0],
        amount(line.recent[1], unit),
        line.before[0],
        amount(line.before[1], unit),
        None if line.gap is None else round(line.gap),
        Cell(f"{word('rhythm-broken', lang)} {since}", BAD) if line.broken else since,
        line.next_expected,
        line.objective,
        line.step or Cell(word("no-step", lang), QUIET),
        line.due,
        Cell(f"▲ {line.overdue}", WATCH) if line.overdue else Cell("–", NEUTRAL),
    )
