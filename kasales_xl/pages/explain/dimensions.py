"""The five dimensions of a card in words: grade beside indicators, red flags, and what is ours (§7, P5)."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.success import success
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.terms import Lang
from kasales_xl.core.verdicts.focus import focus
from kasales_xl.pages.measure_cells import named_measure
from kasales_xl.pages.seller.deals import by_worth, contradiction_text, named_deal
from kasales_xl.pages.seller.ours import type_text
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.dimensions import flags, focus_notes, success_text, unbacked_text
from kasales_xl.text.verdicts.verdicts import join

#: Open deals with red flags that are named.
DEALS_SHOWN = 5


def explain_dimensions(card: SellerCard, lang: Lang) -> Iterator[str]:
    """A dimension a line: grade, its indicators with their n, a flag where a grade has no record."""
    yield word("dimensions", lang)
    for line in dimension_lines(card.capability.grades, card.dimensions):
        told = [m for m in card.dimensions.of(line.dimension).measures if m.value is not None]
        text = join((named_measure(m, lang) for m in told), lang) or word("few", lang)
        yield f"  {line.dimension.label(lang)} {line.grade.grade}: {text}"
        if line.unbacked:
            yield f"    ▲ {unbacked_text(line, lang)}"


def explain_deals(card: SellerCard, lang: Lang) -> Iterator[str]:
    """The open deals with red flags, the most valuable first, and signed ones that contradict the facts."""
    tas = card.dimensions.tas
    flagged = [found for found in sorted(tas.cards, key=by_worth) if found.flags]
    if not flagged and not tas.contradictions:
        return
    yield word("red-flags", lang)
    for found in flagged[:DEALS_SHOWN]:
        name = named_deal(found.deal, found.account)
        yield "  " + word("pair", lang, name=name, text=flags(found.flags, lang))
    if len(flagged) > DEALS_SHOWN:
        yield "  " + word("more-deals", lang, n=len(flagged) - DEALS_SHOWN)
    for found in tas.contradictions:
        yield "  " + contradiction_text(found, lang)


def explain_ours(card: SellerCard, lang: Lang) -> Iterator[str]:
    """Focus, type and success: ours, no part of the level."""
    yield word("ours-short", lang)
    for note in focus_notes(focus(card.book.career, card.seller, card.on), lang):
        yield f"  {note}"
    yield f"  {type_text(card, lang)}"
    for line in success(card.dimensions):
        yield f"  {success_text(line, lang)}"
