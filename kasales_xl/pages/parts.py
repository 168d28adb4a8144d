"""The pieces that several pages share: terms as cells, people by name, amounts in one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.findings import Severity
from kasales_xl.core.names import person
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Dimension, Lang, Level, MoneyUnit, Tier
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
from kasales_xl.text.pages.words import word

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


def tier_cell(tier: Tier, lang: Lang) -> Cell:
    return Cell(f"{_TIER_MARKS[tier]} {tier.label(lang)}", tier_style(tier))


def level_cell(level: Level, lang: Lang) -> Cell:
    return Cell(level.label(lang).capitalize(), level_style(level))


def grade_cell(grade: int, lang: Lang, confirmed: bool = True) -> Cell:
    value = grade if confirmed else word("unconfirmed-mark", lang, grade=grade)
    return Cell(value, grade_style(grade))


def severity_cell(severity: Severity, lang: Lang) -> Cell:
    return Cell(word(f"severity-{severity.value}", lang), severity_style(severity))


def have_need(have: float, need: float) -> Cell:
    """``✓ 4/4`` or ``▲ 3/4``: what is there against what is asked."""
    return Cell(f"✓ {have:g}/{need:g}", GOOD) if have >= need else Cell(f"▲ {have:g}/{need:g}", WATCH)


def count_cell(count: int, style: Style = WATCH) -> Cell:
    """A number of things that should not be there: marked when it is not 0."""
    return Cell(f"▲ {count}", style) if count else Cell(0, NEUTRAL)


def people(contacts: Iterable[Contact], lang: Lang) -> str:
    """Department and name; never phone, mail or notes (§8)."""
    return join(person(c.department, c.name) for c in contacts).pick(lang)


def people_link(seller_id: str) -> str:
    """Key of a seller's own page."""
    return f"seller:{seller_id}"


def detail_link(seller_id: str) -> str:
    """Key of a seller's page of the five dimensions."""
    return f"detail:{seller_id}"


def some_names(names: Iterable[str], count: int, lang: Lang) -> str:
    """All names of a few, the first of many; count: how many there are."""
    first = join(islice(names, NAMED)).pick(lang)
    return first if count <= NAMED else word("names-more", lang, names=first, n=count)


def team_name(team: str, lang: Lang) -> str:
    return team.strip() or word("no-team", lang)


def shared_unit(standings: Iterable[Standing]) -> MoneyUnit:
    """The unit in which amounts of several books stand side by side: theirs, or 万元 where they differ."""
    units = {seller.unit for seller in standings}
    return units.pop() if len(units) == 1 else MoneyUnit.WAN


def level_table(standings: Sequence[Standing], lang: Lang) -> Table:
    """How many sellers at each level, highest first."""
    found = Counter(seller.level for seller in standings)
    whole = len(standings)
    return Table(
        "levels",
        (
            Column("level", word("level", lang), LEVEL, 3),
            Column("count", word("count", lang), INT),
            Column("share", word("share", lang), BAR, weight=4),
        ),
        tuple(
            (level_cell(level, lang), found[level], found[level] / whole if whole else 0.0)
            for level in reversed(Level)
        ),
    )


def tier_table(totals: dict[Tier, int], lang: Lang) -> Table:
    """How many key accounts at each tier, strongest first."""
    whole = sum(totals.values())
    return Table(
        "tiers",
        (
            Column("tier", word("tier", lang), TIER, 3),
            Column("count", word("count", lang), INT),
            Column("share", word("share", lang), BAR, weight=4),
        ),
        tuple((tier_cell(tier, lang), n, n / whole if whole else 0.0) for tier, n in totals.items()),
    )


def count_chart(table: Table, title: str, about: str) -> Chart:
    """The counts of a level or tier table as bars."""
    return Chart("bar", title, table.key, table.columns[0].key, ("count",), about, low=0, lines=9)


def grade_columns(lang: Lang) -> tuple[Column, ...]:
    group = word("grades-group", lang)
    return tuple(Column(d.value, d.label(lang), GRADE, 1, group) for d in Dimension)
