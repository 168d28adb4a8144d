"""The pieces that several pages share: terms as cells, people by name, amounts in one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from kasales_xl.core.card.standing import Standing, tier_counts
from kasales_xl.core.exact import percent
from kasales_xl.core.findings import Severity
from kasales_xl.core.names import person
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Level, MoneyUnit, Tier
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.core.verdicts.facts import AccountFacts
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Block, Cell, Figure, Paragraph, Words
from kasales_xl.pages.style import GOOD, GRADE, NEUTRAL, QUIET, WATCH, Style
from kasales_xl.pages.table import Field
from kasales_xl.text.pages.words import WORDS

#: How far a relation has come, told without colour.
_TIER_MARKS = {
    Tier.STRONG: "●●●",
    Tier.MID: "●●○",
    Tier.JUNIOR: "●○○",
    Tier.NONE: "○○○",
    Tier.UNKNOWN: "?",
}
_TIER_CELLS = {
    tier: Cell(same("{mark} {tier}")(mark=mark, tier=tier), Style("tier", tier))
    for tier, mark in _TIER_MARKS.items()
}
#: Levels as headings and cells write them, with a capital.
LEVEL_NAMES = {level: Text(level.zh, level.en.capitalize()) for level in Level}
#: What a dimension is called in full.
DIMENSION_TITLES = {dimension: Text(*names) for dimension, names in DIMENSION_NAMES.items()}
#: How many people a sentence names before it says "and others".
NAMED = 4
_MARKED = same("▲ {text}")
_COUNTED = same("{kind} {n}")


def marked(text: Words) -> Text:
    """``▲ …``: something that should not be so."""
    return _MARKED(text=text)


def tier_cell(tier: Tier) -> Cell:
    return _TIER_CELLS[tier]


def level_cell(level: Level) -> Cell:
    return Cell(LEVEL_NAMES[level], Style("level", level))


def grade_cell(grade: int, confirmed: bool = True) -> Cell:
    value = grade if confirmed else WORDS["unconfirmed-mark"](grade=grade)
    return Cell(value, Style("grade", grade))


def severity_cell(severity: Severity) -> Cell:
    return Cell(WORDS[f"severity-{severity.value}"], Style("severity", severity))


def have_need(have: float, need: float) -> Cell:
    """``✓ 4/4`` or ``▲ 3/4``: what is there against what is asked."""
    return Cell(f"✓ {have:g}/{need:g}", GOOD) if have >= need else Cell(f"▲ {have:g}/{need:g}", WATCH)


def count_cell(count: int, style: Style = WATCH) -> Cell:
    """A number of things that should not be there: marked when it is not 0."""
    return Cell(f"▲ {count}", style) if count else Cell(0, NEUTRAL)


def decision_makers(facts: AccountFacts) -> str:
    """``2/3``: key decision makers that can be influenced, of all."""
    return f"{len(facts.influenced_dms)}/{len(facts.dms)}"


def confirmed_cell(verdict: AccountVerdict) -> Cell:
    """The tier that the manager confirmed, beside the claimed one; marked where it is lower (T8)."""
    confirmed = verdict.confirmed
    if confirmed is None:
        return Cell("–", NEUTRAL)
    return (
        Cell(marked(Text(confirmed.zh, confirmed.en)), WATCH)
        if confirmed < verdict.tier
        else tier_cell(confirmed)
    )


def evidenced(facts: AccountFacts) -> str:
    """``2/3``: people influenced of whom the book says what shows it, of all; blank where there are none."""
    return f"{facts.evidenced}/{facts.influenced}" if facts.influenced else ""


def confirmed_figure(sellers: Sequence[Standing]) -> Figure:
    """Key accounts whose tier the manager confirmed, of all that count, and how much of the influence in
    them has something that shows it (T8)."""
    counted = sum(sum(seller.counts) for seller in sellers)
    confirmed = sum(seller.tiers_confirmed for seller in sellers)
    influenced = sum(seller.influenced for seller in sellers)
    evidenced = sum(seller.evidenced for seller in sellers)
    note = (
        WORDS["evidenced-note"](n=evidenced, all=influenced, share=percent(evidenced / influenced))
        if influenced
        else NOTHING
    )
    return Figure(WORDS["tiers-confirmed"], f"{confirmed}/{counted}", note=note)


def people(contacts: Iterable[Contact]) -> Text:
    """Department and name; never phone, mail or notes (§8)."""
    return join(person(c.department, c.name) for c in contacts)


def people_link(seller_id: str) -> str:
    """Key of a seller's own page."""
    return f"seller:{seller_id}"


def detail_link(seller_id: str) -> str:
    """Key of a seller's page of the five dimensions."""
    return f"detail:{seller_id}"


def some_names(names: Iterable[str], count: int) -> Text:
    """All names of a few, the first of many; count: how many there are."""
    first = join(islice(names, NAMED))
    return first if count <= NAMED else WORDS["names-more"](names=first, n=count)


def team_name(team: str) -> Words:
    return team.strip() or WORDS["no-team"]


def shared_unit(standings: Iterable[Standing]) -> MoneyUnit:
    """The unit in which amounts of several books stand side by side: theirs, or 万元 where they differ."""
    units = {seller.unit for seller in standings}
    return units.pop() if len(units) == 1 else MoneyUnit.WAN


def key_accounts_figure(sellers: Sequence[Standing]) -> Figure:
    """Key accounts of these sellers, and how they divide by tier: its parts add up to the whole."""
    totals = tier_counts(sellers)
    parts = {tier.value: totals[tier] for tier in SLOT_TIERS}
    whole = sum(totals.values())
    note = WORDS["per-tier"](**parts, none=whole - sum(parts.values()))
    return Figure(WORDS["key-account-count"], whole, note=note)


def levels_text(standings: Iterable[Standing]) -> Text:
    """How many sellers at each level that has any, the highest first: ``顶级 1 · 中级 3``"""
    sellers = Counter(seller.level for seller in standings)
    return join(
        (_COUNTED(kind=level, n=sellers[level]) for level in reversed(Level) if sellers[level]), same(" · ")
    )


def grade_fields() -> tuple[Field[Standing], ...]:
    """The five grades of a seller; the rep's own are marked while the manager has not confirmed them."""
    group = WORDS["grades-group"]
    return tuple(
        Field(dimension.value, dimension, partial(_grade, place), GRADE, 1, group)
        for place, dimension in enumerate(Dimension)
    )


def _grade(place: int, seller: Standing) -> Cell:
    return grade_cell(seller.grades[place], seller.confirmed_grades[place])


def more_rows(more: int, tab: str) -> tuple[Block, ...]:
    """Where to find the rows that a seller's page leaves out. tab: code of the tab's words."""
    return (Paragraph(WORDS["more-rows"](n=more, tab=WORDS[tab]), QUIET),) if more > 0 else ()
