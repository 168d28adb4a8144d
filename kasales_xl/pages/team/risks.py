"""A team's accounts that could be lost, and the money that stands there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kasales_xl.core.card.concerns import Concern, Urgency, by_money
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.pages.list_page import SELLER, Line, list_page
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.parts import marked, tier_cell
from kasales_xl.pages.style import BAD, CENTER, LONG, MONEY, NEUTRAL, QUIET, TIER, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.concerns import deals_text, people_text, to_do_text, why_text

#: Columns that make one where there is little room.
_APART = frozenset({"opposed", "stale", "single", "deals"})
_ALL = 9
_URGENCIES = {
    Urgency.ACT: Cell(WORDS["urgency-act"], BAD),
    Urgency.WATCH: Cell(WORDS["urgency-watch"], WATCH),
    Urgency.OPEN: Cell(WORDS["urgency-open"], NEUTRAL),
}


def risks_page(
    team: Words,
    lines: Iterable[Line[Concern]],
    unit: MoneyUnit,
    subtitle: Words,
    *,
    most: int | None = None,
) -> Page:
    """The most money first, then the most urgent. unit: of the amounts shown; most: accounts shown, all by
    default, and of the rest how many and how much."""
    ordered = sorted(lines, key=lambda line: (*by_money(line.fact), line.seller.seller_id))
    shown, hidden = ordered, list[Line[Concern]]()
    if most is not None:
        # who only lacks data is no risk yet, and is named on the seller's page
        ordered = [line for line in ordered if line.fact.urgency > Urgency.OPEN]
        shown, hidden = _shown(ordered, most)
    fields = [field for field in _fields(unit) if most is None or field.key not in _APART]
    if most is not None:
        fields.insert(-1, Field("why", WORDS["reason"], lambda line: why_text(line.fact, _ALL), LONG))
    listed = table("risks", fields, shown, empty=WORDS["no-risks"])
    rest = _rest(hidden, len(shown), unit)
    return replace(list_page("risks", listed, subtitle, *rest, team=team), one_sheet=most is not None)


def _shown(ordered: Sequence[Line[Concern]], most: int) -> tuple[list[Line[Concern]], list[Line[Concern]]]:
    """The first ones and the rest, both in order: accounts with an opponent, which the first page counts,
    are not left out for having little money in play."""
    chosen = sorted(ordered, key=lambda line: not line.fact.opponents)[:most]
    kept = {id(line) for line in chosen}
    return [one for one in ordered if id(one) in kept], [one for one in ordered if id(one) not in kept]


def _rest(rest: Sequence[Line[Concern]], most: int, unit: MoneyUnit) -> tuple[Paragraph, ...]:
    if not rest:
        return ()
    money = amount(math.fsum(line.fact.amount for line in rest), unit)
    words = WORDS["more-risks"](n=most, more=len(rest), amount=WORDS["money"](n=f"{money:,.0f}", unit=unit))
    return (Paragraph(words, QUIET),)


def _people(code: str) -> Field[Line[Concern]]:
    """Whom a reason comes from."""
    label = {"opposed": "opposed-dms", "stale": "stale-people", "single": "single-person"}[code]

    def cell(line: Line[Concern]) -> Content:
        names: Text = people_text(line.fact, code)
        if not names:
            return NOTHING
        return Cell(marked(names), BAD.wrapped) if code == "opposed" else names

    return Field(code, WORDS[label], cell, WRAP)


def _fields(unit: MoneyUnit) -> tuple[Field[Line[Concern]], ...]:
    return (
        Field("account", WORDS["account"], lambda line: line.fact.account, WRAP),
        SELLER,
        Field("amount", WORDS["in-play-in"](unit=unit), lambda line: amount(line.fact.amount, unit), MONEY),
        Field("urgency", WORDS["urgency"], lambda line: _URGENCIES[line.fact.urgency], CENTER),
        Field("tier", WORDS["tier"], lambda line: tier_cell(line.fact.tier), TIER),
        *map(_people, ("opposed", "stale", "single")),
        Field("deals", WORDS["deals-at-stake"], lambda line: deals_text(line.fact), WRAP),
        Field("do", WORDS["action"], lambda line: to_do_text(line.fact), WRAP),
    )
