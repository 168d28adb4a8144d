"""What the method names without describing it, and focus: ours, labelled so, never part of the level (§7,
P5). Facts of the book only; no personality score."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.card.elements import ContactElements, relationship_elements
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.success import SuccessLine, reached_share, seller_type, success
from kasales_xl.core.history.past import Past
from kasales_xl.core.names import person
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import HALVES, join
from kasales_xl.core.text import Text as Said
from kasales_xl.core.verdicts.focus import Focus, focus
from kasales_xl.pages.page import Block, Cell, Column, Content, Paragraph, Table
from kasales_xl.pages.parts import grade_cell
from kasales_xl.pages.style import CENTER, GOOD, NEUTRAL, QUIET, TEXT, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS, word
from kasales_xl.text.verdicts.dimensions import SUCCESS, focus_notes, percent
from kasales_xl.text.verdicts.verdicts import plain

#: Key decision makers whose elements a seller's page shows.
SHOWN = 8
_FULL = 3


def ours_blocks(card: SellerCard, past: Past | None, lang: Lang) -> tuple[Block, ...]:
    """Focus, where the wins came from, success criteria, elements of the relations."""
    return (
        Paragraph(word("ours-note", lang), QUIET),
        focus_table(focus(card.book.career, card.seller, card.on), lang),
        Paragraph(type_text(card).pick(lang)),
        *_success(card, past, lang),
        *_elements(card, lang),
    )


def focus_table(found: Focus, lang: Lang) -> Table:
    rows = []
    fields = (("track", "field-track", found.track), ("industry", "field-industry", found.industry))
    for kind, name, stretch in fields:
        own = replace(found, notes=tuple(note for note in found.notes if f"-{kind}" in note.code))
        few = Cell(word("few", lang), NEUTRAL)
        rows.append(
            (
                word(name, lang),
                stretch.name or few,
                few if stretch.years is None else plain(round(stretch.years, 1)),
                stretch.switches if stretch.years is not None else few,
                join(focus_notes(own), HALVES).pick(lang),
            )
        )
    return Table(
        "focus",
        (
            Column("field", word("field", lang), TEXT, 2),
            Column("now", word("now", lang), TEXT, 3),
            Column("years", word("years", lang), CENTER, 2),
            Column("switches", word("switches", lang), CENTER, 2),
            Column("note", word("remark", lang), WRAP, 11),
        ),
        tuple(rows),
        caption=word("focus", lang),
    )


def type_text(card: SellerCard) -> Said:
    """``类型：开拓（近 12 个月赢单 8 个，6 个来自新客户）``"""
    found = seller_type(card.dimensions)
    months = card.policy.window_months
    return Said(*WORDS["type-line"])(type=found.type, months=months, n=found.n, new=found.new)


def _success(card: SellerCard, past: Past | None, lang: Lang) -> tuple[Block, ...]:
    before = past.start if past else None
    lines = success(card.dimensions, before.tiers if before else None)
    if not lines:
        return ()
    since = word("success-since", lang, on=before.on.isoformat()) if before else word("success-unknown", lang)
    table = Table(
        "success",
        (
            Column("criterion", word("criterion", lang), TEXT, 6),
            Column("have", word("have", lang), CENTER, 3),
            Column("need", word("need", lang), CENTER, 3),
            Column("reached", word("reached", lang), CENTER, 3),
            Column("note", word("remark", lang), WRAP, 5),
        ),
        tuple(_success_line(line, since if line.code == "growth" else "", lang) for line in lines),
        caption=word("success", lang),
    )
    share = reached_share(lines)
    if share is None:
        return (table,)
    known = sum(line.reached is not None for line in lines)
    return table, Paragraph(word("success-share", lang, n=known, share=percent(share)), QUIET)


def _success_line(line: SuccessLine, note: str, lang: Lang) -> tuple[Content, ...]:
    show = percent if line.code == "attainment" else plain
    name = SUCCESS[line.code].pick(lang)
    if line.value is None:
        few = Cell(word("few", lang), NEUTRAL)
        return name, few, show(line.wanted), Cell("–", NEUTRAL), note
    state = ("reached-yes", GOOD) if line.reached else ("reached-no", WATCH)
    return name, show(line.value), show(line.wanted), Cell(word(state[0], lang), state[1]), note


def _elements(card: SellerCard, lang: Lang) -> tuple[Block, ...]:
    """Key decision makers by the elements that the policy lists, the weakest relations first."""
    elements = card.policy.elements
    if not elements:
        return ()
    names = {verdict.account.account_id: verdict.account.account for verdict in card.accounts}
    rated = sorted(relationship_elements(card.dimensions.rows), key=_strength)
    table = Table(
        "elements",
        (
            Column("contact", word("contact", lang), WRAP, 4),
            Column("account", word("account", lang), WRAP, 4),
            *(Column(e.code, e.zh if lang == "zh" else e.en, CENTER, 1) for e in elements),
            Column("weakest", word("weakest", lang), CENTER, 2),
        ),
        tuple(_element_line(one, names, lang) for one in rated[:SHOWN]),
        caption=word("elements", lang),
        empty=word("no-elements", lang),
    )
    more = len(rated) - SHOWN
    return (table, Paragraph(word("more-people", lang, n=more), QUIET)) if more > 0 else (table,)


def _strength(one: ContactElements) -> tuple[float, str]:
    """Sort key: the mean of what is known; a relation of which nothing is known comes first."""
    known = [rating.grade for rating in one.ratings if rating.grade is not None]
    return (sum(known) / len(known) if known else -1.0), one.contact.contact_id


def _element_line(one: ContactElements, names: dict[str, str], lang: Lang) -> tuple[Content, ...]:
    contact, weakest = one.contact, one.weakest
    grades = (
        Cell("–", NEUTRAL) if rating.grade is None else grade_cell(rating.grade, lang)
        for rating in one.ratings
    )
    return (
        person(contact.department, contact.name),
        names.get(contact.account, contact.account),
        *grades,
        (weakest.zh if lang == "zh" else weakest.en) if weakest else "–",
    )
