"""The five dimensions of a card in words: grade beside indicators, red flags, and what is ours (§7, P5)."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.success import success
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.text import Text, join, same
from kasales_xl.core.verdicts.focus import focus
from kasales_xl.pages.measure_cells import named_measure
from kasales_xl.pages.seller.deals import by_worth, deal_line
from kasales_xl.pages.seller.ours import type_text
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import focus_notes, success_text, unbacked_text
from kasales_xl.text.verdicts.verdicts import indent

#: Open deals with red flags that are named.
DEALS_SHOWN = 5
_DIMENSION = Text(
    "  {name} {grade}（{points}/21 点）：{measures}", "  {name} {grade} ({points}/21 points): {measures}"
)
_FLAG = same("    ▲ {flag}")


def explain_dimensions(card: SellerCard) -> Iterator[Text]:
    """A dimension a line: grade, its indicators with their n, a flag where a grade has no record."""
    yield WORDS["dimensions"]
    for line in dimension_lines(card.capability.grades, card.dimensions):
        measures = (m for m in card.dimensions.of(line.dimension).measures if m.value is not None)
        told = join(map(named_measure, measures)) or WORDS["few"]
        yield _DIMENSION(name=line.dimension, grade=line.grade.grade, points=line.grade.total, measures=told)
        if line.unbacked:
            yield _FLAG(flag=unbacked_text(line))


def explain_deals(card: SellerCard) -> Iterator[Text]:
    """The open deals with red flags, the most valuable first, and signed ones that contradict the facts."""
    tas = card.dimensions.tas
    flagged = [deal for deal in sorted(tas.cards, key=by_worth) if deal.flags]
    if not flagged and not tas.contradictions:
        return
    yield WORDS["red-flags"]
    yield from map(indent, map(deal_line, flagged[:DEALS_SHOWN]))
    if len(flagged) > DEALS_SHOWN:
        yield indent(WORDS["more-deals"](n=len(flagged) - DEALS_SHOWN))
    yield from map(indent, map(deal_line, tas.contradictions))


def explain_ours(card: SellerCard) -> Iterator[Text]:
    """Focus, type and success: ours, no part of the level."""
    yield WORDS["ours-short"]
    yield from map(indent, focus_notes(focus(card.book.career, card.seller, card.on)))
    yield indent(type_text(card))
    yield from map(indent, map(success_text, success(card.dimensions)))
