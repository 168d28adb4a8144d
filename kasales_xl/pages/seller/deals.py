"""术 on a seller's page: how the seller wins, and every open deal with its parts and risks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.tas import Advantages, DealCard
from kasales_xl.core.names import name_key
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import MoneyUnit, YesNoUnknown
from kasales_xl.core.text import Text
from kasales_xl.pages.page import Block, Bullets, Cell, Content, Paragraph
from kasales_xl.pages.parts import marked, more_rows, some_names
from kasales_xl.pages.style import BAD, CENTER, MONEY, QUIET, SHARE, STRONG, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.chances import choice_text
from kasales_xl.text.verdicts.dimensions import flags, win_rate_text

#: Open deals that a seller's page shows; the team's list holds all.
SHOWN = 10
#: Flags that say the facts contradict each other; the others ask for a look.
GRAVE = frozenset(
    {"stage-without-dm", "need-not-real", "cannot-win", "no-dm-met", "dm-opposed", "against-law"}
)
_MARKS = {YesNoUnknown.YES: "✓", YesNoUnknown.NO: "✗", YesNoUnknown.UNKNOWN: "?"}
_NOT_SAID = "–"


def deal_blocks(dimensions: Dimensions) -> tuple[Block, ...]:
    """Win rate in words, signed deals that contradict the facts, open deals by expected amount."""
    tas = dimensions.tas
    seller = dimensions.rows.book.seller
    unit = seller.money_unit if seller else MoneyUnit.YUAN
    ordered, caption = sorted(tas.cards, key=by_worth), WORDS["open-deals"](unit=unit)
    contradicting = tuple(Cell(marked(deal_line(card)), BAD) for card in tas.contradictions[:SHOWN])
    return (
        Paragraph(win_rate_text(tas.rates.seller), STRONG),
        *((Bullets(contradicting, caption=WORDS["contradictions"]),) if contradicting else ()),
        table("deals", _FIELDS, ordered[:SHOWN], caption=caption, empty=WORDS["no-deals"]),
        *more_rows(len(ordered) - SHOWN, "tab-deals"),
        *((Paragraph(on_hold_text(tas.held, unit), QUIET),) if tas.held else ()),
        Paragraph(choice_text(dimensions.chances.choice, dimensions.rows.policy), QUIET),
        Paragraph(WORDS["deals-note"], QUIET),
    )


def on_hold_text(held: Sequence[DealCard], unit: MoneyUnit) -> Text:
    """``搁置 2 个（金额共 300 万元），…``: at least one."""
    amount = math.fsum(card.deal.amount or 0.0 for card in held)
    names = some_names((card.deal.deal for card in held), len(held))
    return WORDS["on-hold"](n=len(held), amount=f"{amount:,.0f}", unit=unit, names=names)


def deal_line(card: DealCard) -> Text:
    """A deal with its red flags: ``电网扩容：还没见过关键决策人``."""
    return WORDS["pair"](name=named_deal(card.deal, card.account), text=flags(card.flags))


def by_worth(card: DealCard) -> tuple[float, float, str]:
    """Sort key: largest expected amount first, then the largest amount."""
    return -(card.expected or 0.0), -(card.deal.amount or 0.0), card.deal.deal_id


def named_deal(deal: Deal, account: str) -> str:
    """The deal's name, with its account's where the name does not hold it already."""
    return deal.deal if name_key(account) in name_key(deal.deal) else f"{account} · {deal.deal}"


def qualify_text(card: DealCard) -> str:
    """The questions of S2: is it real, can we win. ``✓ ?``"""
    return f"{_MARKS[card.deal.is_real]} {_MARKS[card.deal.can_win]}"


def four_text(parts: Advantages) -> str:
    """``2·3·–·1``: relation, solution, price, insight; a dash is not said."""
    four = (parts.relationship, parts.solution, parts.price, parts.insight)
    return "·".join(_NOT_SAID if part is None else str(part) for part in four)


def _four_and_total(card: DealCard) -> str:
    return f"{four_text(card.advantages)}={card.advantages.total}"


def flags_cell(raised: Sequence[Reason]) -> Content:
    """The red flags in words; blank without any."""
    if not raised:
        return ""
    grave = any(flag.code in GRAVE for flag in raised)
    return Cell(marked(flags(raised)), BAD.wrapped if grave else WATCH.wrapped)


_FIELDS: tuple[Field[DealCard], ...] = (
    Field("deal", WORDS["deal"], lambda card: named_deal(card.deal, card.account), WRAP, 4),
    Field("stage", WORDS["stage"], lambda card: card.deal.stage, WRAP),
    Field("amount", WORDS["amount"], lambda card: card.deal.amount, MONEY),
    Field("chance", WORDS["chance"], lambda card: card.chance.value if card.chance else None, SHARE, 1),
    Field("expected", WORDS["expected"], lambda card: card.expected, MONEY),
    Field("four", WORDS["four"], _four_and_total, CENTER),
    Field("qualify", WORDS["qualify"], qualify_text, CENTER, 1),
    Field("days", WORDS["in-stage"], lambda card: card.stay.days if card.stay else _NOT_SAID, CENTER, 1),
    Field("granted", WORDS["granted-days"], lambda card: card.granted or _NOT_SAID, CENTER, 1),
    Field("flags", WORDS["red-flags"], lambda card: flags_cell(card.flags), WRAP, 4),
)
