"""What the method names without describing it, and focus: ours, labelled so, never part of the level (§7,
P5). Facts of the book only; no personality score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from kasales_xl.core.card.elements import ContactElements, relationship_elements
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.success import SuccessLine, reached_share, seller_type, success
from kasales_xl.core.exact import percent
from kasales_xl.core.names import person
from kasales_xl.core.policy.lists import RelationElement
from kasales_xl.core.text import HALVES, NOTHING, Text, join
from kasales_xl.core.verdicts.focus import Focus, Stretch, focus
from kasales_xl.pages.page import Block, Cell, Content, Paragraph, Table
from kasales_xl.pages.parts import grade_cell
from kasales_xl.pages.style import CENTER, GOOD, NEUTRAL, QUIET, TEXT, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import SUCCESS, focus_notes
from kasales_xl.text.verdicts.verdicts import plain

if TYPE_CHECKING:
    from kasales_xl.core.history.past import Past

#: Key decision makers whose elements a seller's page shows.
SHOWN = 8
_FEW, _NOT_SAID = Cell(WORDS["few"], NEUTRAL), Cell("–", NEUTRAL)


def ours_blocks(card: SellerCard, past: Past | None) -> tuple[Block, ...]:
    """Focus, where the wins came from, success criteria, elements of the relations."""
    return (
        Paragraph(WORDS["ours-note"], QUIET),
        _focus_table(focus(card.book.career, card.seller, card.on)),
        Paragraph(type_text(card)),
        *_success(card, past),
        *_elements(card),
    )


class _FocusLine(NamedTuple):
    """How long a seller has kept to a track or an industry, and what there is to say of it."""

    kind: Literal["track", "industry"]
    stretch: Stretch
    remark: Text


def _years(line: _FocusLine) -> Content:
    return _FEW if line.stretch.years is None else plain(round(line.stretch.years, 1))


def _switches(line: _FocusLine) -> Content:
    return _FEW if line.stretch.years is None else line.stretch.switches


_FOCUS_FIELDS: tuple[Field[_FocusLine], ...] = (
    Field("field", WORDS["field"], lambda line: WORDS[f"field-{line.kind}"], TEXT, 2),
    Field("now", WORDS["now"], lambda line: line.stretch.name or _FEW, TEXT, 3),
    Field("years", WORDS["years"], _years, CENTER, 2),
    Field("switches", WORDS["switches"], _switches, CENTER, 2),
    Field("note", WORDS["remark"], lambda line: line.remark, WRAP, 11),
)


def _focus_table(kept: Focus) -> Table:
    lines = (
        _FocusLine("track", kept.track, join(focus_notes(kept, "track"), HALVES)),
        _FocusLine("industry", kept.industry, join(focus_notes(kept, "industry"), HALVES)),
    )
    return table("focus", _FOCUS_FIELDS, lines, caption=WORDS["focus"])


def type_text(card: SellerCard) -> Text:
    """``类型：开拓（近 12 个月赢单 8 个，6 个来自新客户）``"""
    verdict = seller_type(card.dimensions)
    months = card.policy.window_months
    return WORDS["type-line"](type=verdict.type, months=months, n=verdict.n, new=verdict.new)


def _success(card: SellerCard, past: Past | None) -> tuple[Block, ...]:
    before = past.start if past else None
    lines = success(card.dimensions, before.tiers if before else None)
    if not lines:
        return ()
    since = WORDS["success-since"](on=before.on.isoformat()) if before else WORDS["success-unknown"]
    fields: tuple[Field[SuccessLine], ...] = (
        Field("criterion", WORDS["criterion"], lambda line: SUCCESS[line.code], TEXT, 6),
        Field("have", WORDS["have"], lambda line: _shown(line, line.value), CENTER, 3),
        Field("need", WORDS["need"], lambda line: _shown(line, line.wanted), CENTER, 3),
        Field("reached", WORDS["reached"], _reached, CENTER, 3),
        Field("note", WORDS["remark"], lambda line: since if line.code == "growth" else NOTHING, WRAP, 5),
    )
    criteria = table("success", fields, lines, caption=WORDS["success"])
    share = reached_share(lines)
    if share is None:
        return (criteria,)
    known = sum(line.reached is not None for line in lines)
    return criteria, Paragraph(WORDS["success-share"](n=known, share=percent(share)), QUIET)


def _shown(line: SuccessLine, value: float | None) -> Content:
    if value is None:
        return _FEW
    return percent(value) if line.code == "attainment" else plain(value)


def _reached(line: SuccessLine) -> Cell:
    if line.value is None:
        return _NOT_SAID
    return Cell(WORDS["reached-yes"], GOOD) if line.reached else Cell(WORDS["reached-no"], WATCH)


def _elements(card: SellerCard) -> tuple[Block, ...]:
    """Key decision makers by the elements that the policy lists, the weakest relations first."""
    if not card.policy.elements:
        return ()
    rated = sorted(relationship_elements(card.dimensions.rows), key=_strength)
    weakest = table(
        "elements",
        _element_fields(card),
        rated[:SHOWN],
        caption=WORDS["elements"],
        empty=WORDS["no-elements"],
    )
    more = len(rated) - SHOWN
    return (weakest, Paragraph(WORDS["more-people"](n=more), QUIET)) if more > 0 else (weakest,)


def _element_fields(card: SellerCard) -> tuple[Field[ContactElements], ...]:
    names = {verdict.account.account_id: verdict.account.account for verdict in card.accounts}

    def account(one: ContactElements) -> str:
        return names.get(one.contact.account, one.contact.account)

    return (
        Field("person", WORDS["contact"], lambda c: person(c.contact.department, c.contact.name), WRAP, 4),
        Field("account", WORDS["account"], account, WRAP, 4),
        *(
            Field(element.code, _element_name(element), partial(_rating, at), CENTER, 1)
            for at, element in enumerate(card.policy.elements)
        ),
        Field("weakest", WORDS["weakest"], _weakest, CENTER, 2),
    )


def _element_name(element: RelationElement) -> Text:
    return Text(element.zh, element.en)


def _rating(at: int, one: ContactElements) -> Cell:
    grade = one.ratings[at].grade
    return _NOT_SAID if grade is None else grade_cell(grade)


def _weakest(one: ContactElements) -> Content:
    return _element_name(one.weakest) if one.weakest else "–"


def _strength(one: ContactElements) -> tuple[float, str]:
    """Sort key: the mean of what is known; a relation of which nothing is known comes first."""
    known = [rating.grade for rating in one.ratings if rating.grade is not None]
    return (sum(known) / len(known) if known else -1.0), one.contact.contact_id
