"""What the method names without describing it, and focus: ours, labelled so, never part of the level (§7,
P5). Facts of the book only; no personality score."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.card.elements import ContactElements, relationship_elements
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.success import SuccessLine, reached_share, seller_type, success
from kasales_xl.core.history.past import Past
from kasales_xl.core.names import person
from kasales_xl.core.text import HALVES, join
from kasales_xl.core.text import Text as Said
from kasales_xl.core.verdicts.focus import Focus, focus
from kasales_xl.pages.page import Block, Cell, Column, Content, Paragraph, Table
from kasales_xl.pages.parts import grade_cell
from kasales_xl.pages.style import CENTER, GOOD, NEUTRAL, QUIET, TEXT, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import SUCCESS, focus_notes, percent
from kasales_xl.text.verdicts.verdicts import plain

#: Key decision makers whose elements a seller's page shows.
SHOWN = 8
_FULL = 3


def ours_blocks(card: SellerCard, past: Past | None) -> tuple[Block, ...]:
    """Focus, where the wins came from, success criteria, elements of the relations."""
    return (
        Paragraph(WORDS["ours-note"], QUIET),
        focus_table(focus(card.book.career, card.seller, card.on)),
        Paragraph(type_text(card)),
        *_success(card, past),
        *_elements(card),
    )


def focus_table(found: Focus) -> Table:
    rows = []
    fields = (("track", "field-track", found.track), ("industry", "field-industry", found.industry))
    for kind, name, stretch in fields:
        own = replace(found, notes=tuple(note for note in found.notes if f"-{kind}" in note.code))
        few = Cell(WORDS["few"], NEUTRAL)
        rows.append(
            (
                WORDS[name],
                stretch.name or few,
                few if stretch.years is None else plain(round(stretch.years, 1)),
                stretch.switches if stretch.years is not None else few,
                join(focus_notes(own), HALVES),
            )
        )
    return Table(
        "focus",
        (
            Column("field", WORDS["field"], TEXT, 2),
            Column("now", WORDS["now"], TEXT, 3),
            Column("years", WORDS["years"], CENTER, 2),
            Column("switches", WORDS["switches"], CENTER, 2),
            Column("note", WORDS["remark"], WRAP, 11),
        ),
        tuple(rows),
        caption=WORDS["focus"],
    )


def type_text(card: SellerCard) -> Said:
    """``类型：开拓（近 12 个月赢单 8 个，6 个来自新客户）``"""
    found = seller_type(card.dimensions)
    months = card.policy.window_months
    return WORDS["type-line"](type=found.type, months=months, n=found.n, new=found.new)


def _success(card: SellerCard, past: Past | None) -> tuple[Block, ...]:
    before = past.start if past else None
    lines = success(card.dimensions, before.tiers if before else None)
    if not lines:
        return ()
    since = WORDS["success-since"](on=before.on.isoformat()) if before else WORDS["success-unknown"]
    table = Table(
        "success",
        (
            Column("criterion", WORDS["criterion"], TEXT, 6),
            Column("have", WORDS["have"], CENTER, 3),
            Column("need", WORDS["need"], CENTER, 3),
            Column("reached", WORDS["reached"], CENTER, 3),
            Column("note", WORDS["remark"], WRAP, 5),
        ),
        tuple(_success_line(line, since if line.code == "growth" else "") for line in lines),
        caption=WORDS["success"],
    )
    share = reached_share(lines)
    if share is None:
        return (table,)
    known = sum(line.reached is not None for line in lines)
    return table, Paragraph(WORDS["success-share"](n=known, share=percent(share)), QUIET)


def _success_line(line: SuccessLine, note: str) -> tuple[Content, ...]:
    show = percent if line.code == "attainment" else plain
    name = SUCCESS[line.code]
    if line.value is None:
        few = Cell(WORDS["few"], NEUTRAL)
        return name, few, show(line.wanted), Cell("–", NEUTRAL), note
    state = ("reached-yes", GOOD) if line.reached else ("reached-no", WATCH)
    return name, show(line.value), show(line.wanted), Cell(WORDS[state[0]], state[1]), note


def _elements(card: SellerCard) -> tuple[Block, ...]:
    """Key decision makers by the elements that the policy lists, the weakest relations first."""
    elements = card.policy.elements
    if not elements:
        return ()
    names = {verdict.account.account_id: verdict.account.account for verdict in card.accounts}
    rated = sorted(relationship_elements(card.dimensions.rows), key=_strength)
    table = Table(
        "elements",
        (
            Column("contact", WORDS["contact"], WRAP, 4),
            Column("account", WORDS["account"], WRAP, 4),
            *(Column(e.code, e.zh if lang == "zh" else e.en, CENTER, 1) for e in elements),
            Column("weakest", WORDS["weakest"], CENTER, 2),
        ),
        tuple(_element_line(one, names) for one in rated[:SHOWN]),
        caption=WORDS["elements"],
        empty=WORDS["no-elements"],
    )
    more = len(rated) - SHOWN
    return (table, Paragraph(WORDS["more-people"](n=more), QUIET)) if more > 0 else (table,)


def _strength(one: ContactElements) -> tuple[float, str]:
    """Sort key: the mean of what is known; a relation of which nothing is known comes first."""
    known = [rating.grade for rating in one.ratings if rating.grade is not None]
    return (sum(known) / len(known) if known else -1.0), one.contact.contact_id


def _element_line(one: ContactElements, names: dict[str, str]) -> tuple[Content, ...]:
    contact, weakest = one.contact, one.weakest
    grades = (
        Cell("–", NEUTRAL) if rating.grade is None else grade_cell(rating.grade) for rating in one.ratings
    )
    return (
        person(contact.department, contact.name),
        names.get(contact.account, contact.account),
        *grades,
        (weakest.zh if lang == "zh" else weakest.en) if weakest else "–",
    )
