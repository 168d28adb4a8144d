"""The key accounts of a team in 道: how their projects develop, the rhythm of big deals, what is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.rhythm import Projects, Rhythm
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import same
from kasales_xl.pages.list_page import SELLER, Line, lines_of, list_page
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Content, Page, Words
from kasales_xl.pages.seller.growth import pressing, trend_cell
from kasales_xl.pages.style import BAD, CENTER, DATE, MONEY, NEUTRAL, QUIET, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses


def growth_lines(card: SellerCard) -> tuple[Line[AccountGrowth], ...]:
    """A seller's key accounts, those that need a look first."""
    return lines_of(card, sorted(card.dimensions.esp.accounts, key=pressing))


def growth_page(team: Words, lines: Iterable[Line[AccountGrowth]], unit: MoneyUnit, subtitle: Words) -> Page:
    """Seller by seller in the order given; unit: of the amounts shown."""
    fields = _fields(unit)
    return list_page(
        "growth", table("growth", fields, lines, empty=WORDS["no-accounts"]), subtitle, team=team
    )


def _fields(unit: MoneyUnit) -> tuple[Field[Line[AccountGrowth]], ...]:
    big, planned = WORDS["big-group"], WORDS["plan-group"]
    return (
        Field("account", WORDS["account"], lambda line: line.fact.account),
        SELLER,
        Field("trend", WORDS["trend"], lambda line: trend_cell(line.fact.trend)),
        Field("months", WORDS["window-months"], lambda line: line.fact.trend.months, CENTER),
        *_won("recent", lambda growth: growth.trend.recent, unit),
        *_won("before", lambda growth: growth.trend.before, unit),
        Field(
            "gap", WORDS["gap-months"], lambda line: _whole(line.fact.rhythm.typical_gap), CENTER, group=big
        ),
        Field("since", WORDS["since-months"], lambda line: _since(line.fact.rhythm), CENTER, group=big),
        Field("next_big", WORDS["next-big"], lambda line: line.fact.rhythm.next_expected, DATE, group=big),
        Field("objective", WORDS["objective"], _objective, WRAP, group=planned),
        Field("step", WORDS["next-step"], _step, WRAP, group=planned),
        Field("due", WORDS["next-date"], lambda line: line.fact.plan.next_action_date, DATE, group=planned),
        Field("overdue", WORDS["late"], _overdue, CENTER, group=planned),
    )


def _won(
    key: str, projects: Callable[[AccountGrowth], Projects], unit: MoneyUnit
) -> tuple[Field[Line[AccountGrowth]], ...]:
    """How many projects were won in a window, and their average."""
    group = WORDS[f"{key}-group"]

    def average(line: Line[AccountGrowth]) -> float | None:
        return amount(projects(line.fact).average, unit, line.seller.money_unit)

    return (
        Field(key, WORDS["number"], lambda line: projects(line.fact).count, CENTER, group=group),
        Field(f"{key}_average", WORDS["average"](unit=unit), average, MONEY, group=group),
    )


_NO_STEP = Cell(WORDS["no-step"], QUIET)
_BROKEN = same("{broken} {months}")(broken=WORDS["rhythm-broken"])


def _whole(months: float | None) -> int | None:
    return None if months is None else round(months)


def _since(rhythm: Rhythm) -> Content:
    months = _whole(rhythm.since_last)
    return Cell(_BROKEN(months=months), BAD) if rhythm.broken else months


def _objective(line: Line[AccountGrowth]) -> str:
    return without_addresses(line.fact.plan.objective)


def _step(line: Line[AccountGrowth]) -> Content:
    return without_addresses(line.fact.plan.next_action) or _NO_STEP


def _overdue(line: Line[AccountGrowth]) -> Cell:
    late = line.fact.plan.overdue_days
    return Cell(f"▲ {late}", WATCH) if late else Cell("–", NEUTRAL)
