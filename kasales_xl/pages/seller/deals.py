"""术 on a seller's page: how the seller wins, and every open deal with its parts and red flags."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.tas import Advantages, DealCard
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import YesNoUnknown
from kasales_xl.core.text import Text as Said
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Paragraph, Table
from kasales_xl.pages.seller.growth import rest
from kasales_xl.pages.style import BAD, CENTER, MONEY, QUIET, SHARE, STRONG, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import flags, win_rate_text

#: Open deals that a seller's page shows; the team's list holds all.
SHOWN = 10
#: Flags that say the facts contradict each other; the others ask for a look.
GRAVE = frozenset({"stage-without-dm", "need-not-real", "cannot-win", "no-dm-met", "dm-opposed"})
_MARKS = {YesNoUnknown.YES: "✓", YesNoUnknown.NO: "✗", YesNoUnknown.UNKNOWN: "?"}
_NOT_SAID = "–"


def deal_blocks(found: Dimensions) -> tuple[Block, ...]:
    """Win rate in words, signed deals that contradict the facts, open deals by expected amount."""
    ordered = sorted(found.tas.cards, key=by_worth)
    table = Table(
        "deals",
        (
            Column("deal", WORDS["deal"], WRAP, 4),
            Column("stage", WORDS["stage"], WRAP, 2),
            Column("amount", WORDS["amount"], MONEY, 2),
            Column("weight", WORDS["weight"], SHARE, 1),
            Column("expected", WORDS["expected"], MONEY, 2),
            Column("four", WORDS["four"], CENTER, 2),
            Column("qualify", WORDS["qualify"], CENTER, 1),
            Column("days", WORDS["in-stage"], CENTER, 1),
            Column("granted", WORDS["granted-days"], CENTER, 1),
            Column("flags", WORDS["red-flags"], WRAP, 4),
        ),
        tuple(_line(card) for card in ordered[:SHOWN]),
        caption=WORDS["open-deals"],
        empty=WORDS["no-deals"],
    )
    return (
        Paragraph(win_rate_text(found.tas.win_rate), STRONG),
        *_contradicting(found),
        table,
        *rest(len(ordered) - SHOWN, "tab-deals"),
        Paragraph(WORDS["deals-note"], QUIET),
    )


def _contradicting(found: Dimensions) -> tuple[Block, ...]:
    lines = tuple(Cell(f"▲ {deal_line(card)}", BAD) for card in found.tas.contradictions)
    return (Bullets(lines[:SHOWN], caption=WORDS["contradictions"]),) if lines else ()


def deal_line(card: DealCard) -> Said:
    """A deal with its red flags: ``电网扩容：还没见过关键决策人``."""
    return WORDS["pair"](name=named_deal(card.deal, card.account), text=flags(card.flags))


def by_worth(card: DealCard) -> tuple[float, float, str]:
    """Sort key: largest expected amount first, then the largest amount."""
    return -(card.expected or 0.0), -(card.deal.amount or 0.0), card.deal.deal_id


def _line(card: DealCard) -> tuple[Content, ...]:
    deal = card.deal
    return (
        named_deal(deal, card.account),
        deal.stage,
        deal.amount,
        card.weight.value if card.weight else None,
        card.expected,
        f"{four_text(card.advantages)}={card.advantages.total}",
        qualify_text(card),
        card.stay.days if card.stay else _NOT_SAID,
        card.granted or _NOT_SAID,
        flags_cell(card),
    )


def named_deal(deal: Deal, account: str) -> str:
    """The deal's name, with its account's where the name does not hold it already."""
    return deal.deal if name_key(account) in name_key(deal.deal) else f"{account} · {deal.deal}"


def qualify_text(card: DealCard) -> str:
    """The questions of S2: is it real, can we win. ``✓ ?``"""
    return f"{_MARKS[card.is_real]} {_MARKS[card.can_win]}"


def four_text(parts: Advantages) -> str:
    """``2·3·–·1``: relation, solution, price, insight; a dash is not said."""
    four = (parts.relationship, parts.solution, parts.price, parts.insight)
    return "·".join(_NOT_SAID if part is None else str(part) for part in four)


def flags_cell(card: DealCard) -> Content:
    """The red flags in words; blank without any."""
    if not card.flags:
        return ""
    grave = any(flag.code in GRAVE for flag in card.flags)
    return Cell(f"▲ {flags(card.flags)}", BAD.wrapped if grave else WATCH.wrapped)
