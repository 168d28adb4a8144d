"""The key accounts of a team in 道: how their projects develop, the rhythm of big deals, what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.rhythm import Projects, Quadrant
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import same
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Content, Page, Words
from kasales_xl.pages.seller.growth import pressing, quadrant_cell
from kasales_xl.pages.style import BAD, CENTER, DATE, MONEY, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page, seller_link
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
    team: Words, lines: Iterable[GrowthLine], unit: MoneyUnit, policy: Policy, subtitle: Words
) -> Page:
    """Seller by seller in the order given; unit: of the amounts shown."""
    fields = _fields(unit, policy.window_months)
    return list_page(
        "growth", table("growth", fields, lines, empty=WORDS["no-key-accounts"]), subtitle, team=team
    )


def _fields(unit: MoneyUnit, months: int) -> tuple[Field[GrowthLine], ...]:
    """months: of the window that a trend compares with the one before."""
    recent, before = (WORDS[code](n=months) for code in ("recent-group", "before-group"))
    average, big, planned = WORDS["average"](unit=unit), WORDS["big-group"], WORDS["plan-group"]
    return (
        Field("account", WORDS["account"], lambda line: line.account),
        Field("seller", WORDS["seller"], seller_link),
        Field("trend", WORDS["trend"], lambda line: quadrant_cell(line.quadrant)),
        Field("recent", WORDS["number"], lambda line: line.recent[0], CENTER, group=recent),
        Field("recent_average", average, lambda line: amount(line.recent[1], unit), MONEY, group=recent),
        Field("before", WORDS["number"], lambda line: line.before[0], CENTER, group=before),
        Field("before_average", average, lambda line: amount(line.before[1], unit), MONEY, group=before),
        Field("gap", WORDS["gap-months"], lambda line: _whole(line.gap), CENTER, group=big),
        Field("since", WORDS["since-months"], _since, CENTER, group=big),
        Field("next_big", WORDS["next-big"], lambda line: line.next_expected, DATE, group=big),
        Field("objective", WORDS["objective"], lambda line: line.objective, WRAP, group=planned),
        Field("step", WORDS["next-step"], lambda line: line.step or _NO_STEP, WRAP, group=planned),
        Field("due", WORDS["next-date"], lambda line: line.due, DATE, group=planned),
        Field("overdue", WORDS["overdue-days"], _overdue, CENTER, group=planned),
    )


_NO_STEP = Cell(WORDS["no-step"], QUIET)
_BROKEN = same("{broken} {months}")(broken=WORDS["rhythm-broken"])


def _whole(months: float | None) -> int | None:
    return None if months is None else round(months)


def _since(line: GrowthLine) -> Content:
    months = _whole(line.since)
    return Cell(_BROKEN(months=months), BAD) if line.broken else months


def _overdue(line: GrowthLine) -> Cell:
    return Cell(f"▲ {line.overdue}", WATCH) if line.overdue else Cell("–", NEUTRAL)
