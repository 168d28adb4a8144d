"""The pieces that several pages share: terms as cells, people by name, amounts in one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.findings import Severity
from kasales_xl.core.names import person
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Dimension, Level, MoneyUnit, Tier
from kasales_xl.core.text import join
from kasales_xl.pages.page import Cell, Chart, Column, Table
from kasales_xl.pages.style import (
    BAR,
    GOOD,
    GRADE,
    INT,
    LEVEL,
    NEUTRAL,
    TIER,
    WATCH,
    Style,
    grade_style,
    level_style,
    severity_style,
    tier_style,
)
from kasales_xl.text.pages.words import WORDS

#: How far a relation has come, told without colour.
_TIER_MARKS = {
    Tier.STRONG: "●●●",
    Tier.MID: "●●○",
    Tier.JUNIOR: "●○○",
    Tier.NONE: "○○○",
    Tier.UNKNOWN: "?",
}
#: How many people a sentence names before it says "and others".
NAMED = 4


def tier_cell(tier: Tier) -> Cell:
    return Cell(f"{_TIER_MARKS[tier]} {tier}", tier_style(tier))


def level_cell(level: Level) -> Cell:
    return Cell(level.capitalize(), level_style(level))


def grade_cell(grade: int, confirmed: bool = True) -> Cell:
    value = grade if confirmed else WORDS["unconfirmed-mark"](grade=grade)
    return Cell(value, grade_style(grade))


def severity_cell(severity: Severity) -> Cell:
    return Cell(WORDS[f"severity-{severity.value}"], severity_style(severity))


def have_need(have: float, need: float) -> Cell:
    """``✓ 4/4`` or ``▲ 3/4``: what is there against what is asked."""
    return Cell(f"✓ {have:g}/{need:g}", GOOD) if have >= need else Cell(f"▲ {have:g}/{need:g}", WATCH)


def count_cell(count: int, style: Style = WATCH) -> Cell:
    """A number of things that should not be there: marked when it is not 0."""
    return Cell(f"▲ {count}", style) if count else Cell(0, NEUTRAL)


def people(contacts: Iterable[Contact]) -> str:
    """Department and name; never phone, mail or notes (§8)."""
    return join(person(c.department, c.name) for c in contacts)


def people_link(seller_id: str) -> str:
    """Key of a seller's own page."""
    return f"seller:{seller_id}"


def detail_link(seller_id: str) -> str:
    """Key of a seller's page of the five dimensions."""
    return f"detail:{seller_id}"


def some_names(names: Iterable[str], count: int) -> str:
    """All names of a few, the first of many; count: how many there are."""
    first = join(islice(names, NAMED))
    return first if count <= NAMED else WORDS["names-more"](names=first, n=count)


def team_name(team: str) -> str:
    return team.strip() or WORDS["no-team"]


def shared_unit(standings: Iterable[Standing]) -> MoneyUnit:
    """The unit in which amounts of several books stand side by side: theirs, or 万元 where they differ."""
    units = {seller.unit for seller in standings}
    return units.pop() if len(units) == 1 else MoneyUnit.WAN


def level_table(standings: Sequence[Standing]) -> Table:
    """How many sellers at each level, highest first."""
    found = Counter(seller.level for seller in standings)
    whole = len(standings)
    return Table(
        "levels",
        (
            Column("level", WORDS["level"], LEVEL, 3),
            Column("count", WORDS["count"], INT),
            Column("share", WORDS["share"], BAR, weight=4),
        ),
        tuple(
            (level_cell(level), found[level], found[level] / whole if whole else 0.0)
            for level in reversed(Level)
        ),
    )


def tier_table(totals: dict[Tier, int]) -> Table:
    """How many key accounts at each tier, strongest first."""
    whole = sum(totals.values())
    return Table(
        "tiers",
        (
            Column("tier", WORDS["tier"], TIER, 3),
            Column("count", WORDS["count"], INT),
            Column("share", WORDS["share"], BAR, weight=4),
        ),
        tuple((tier_cell(tier), n, n / whole if whole else 0.0) for tier, n in totals.items()),
    )


def count_chart(table: Table, title: str, about: str) -> Chart:
    """The counts of a level or tier table as bars."""
    return Chart("bar", title, table.key, table.columns[0].key, ("count",), about, low=0, lines=9)


def grade_columns() -> tuple[Column, ...]:
    group = WORDS["grades-group"]
    return tuple(Column(d.value, d, GRADE, 1, group) for d in Dimension)
