"""Every open deal of a team in 术, and whose past says what of it (律): account, industry, seller, team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.deal_elements import elements_of
from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.patterns import PoolLevel
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.dimensions.team import TeamPast
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Column, Content, Page, Paragraph, Table
from kasales_xl.pages.parts import people_link, team_name
from kasales_xl.pages.seller.deals import by_worth, flags_cell, four_text, qualify_text
from kasales_xl.pages.style import CENTER, GOOD, LINK, MONEY, NEUTRAL, QUIET, SHARE, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS


class Voice(NamedTuple):
    """Whose past speaks of an open deal, over how many comparable ones, and what it says."""

    level: PoolLevel
    n: int
    rate: float
    mean: float
    lawful: bool


class DealLine(NamedTuple):
    """An open deal as the team's page needs it; amounts in yuan; ``elements`` where nothing of the
    seller's own past speaks, so that the team's may."""

    seller_id: str
    name: str
    account: str
    deal: str
    stage: str
    amount: float | None
    weight: float | None
    expected: float | None
    four: str
    total: int
    qualify: str
    days: int | None
    due: dt.date | None
    late: bool
    granted: float
    flags: Content
    voice: Voice | None
    elements: Mapping[str, str]


def deal_lines(card: SellerCard) -> tuple[DealLine, ...]:
    """A seller's open deals, largest expected amount first."""
    found = card.dimensions
    ordered = sorted(found.tas.cards, key=by_worth)
    return tuple(_line(card, one, found.pbm.fits.get(one.deal.deal_id)) for one in ordered)


def _line(card: SellerCard, one: DealCard, own: Fit | None) -> DealLine:
    yuan, parts, deal = card.seller.money_unit.yuan, one.advantages, one.deal
    return DealLine(
        card.seller.seller_id,
        card.seller.name,
        one.account,
        deal.deal,
        deal.stage,
        None if deal.amount is None else deal.amount * yuan,
        one.weight.value if one.weight else None,
        None if one.expected is None else one.expected * yuan,
        four_text(parts),
        parts.total,
        qualify_text(one),
        one.stay.days if one.stay else None,
        deal.expected_close,
        bool(one.overdue_days),
        one.granted,
        flags_cell(one),
        _voice(own),
        {} if own else elements_of(deal),
    )


def _voice(found: Fit | None) -> Voice | None:
    return Voice(found.level, found.n, found.rate, found.mean, found.lawful) if found else None


def heard(lines: Sequence[DealLine], past: TeamPast) -> tuple[DealLine, ...]:
    """The same deals; where nothing narrower speaks, what the team's past says."""
    return tuple(
        line if line.voice else line._replace(voice=_voice(past.fit(line.elements))) for line in lines
    )


def team_speaks(lines: Sequence[DealLine]) -> int:
    """Of how many deals the team's past alone speaks."""
    return sum(line.voice is not None and line.voice.level is PoolLevel.TEAM for line in lines)


def deals_page(team: str, lines: Sequence[DealLine], unit: MoneyUnit, subtitle: Words) -> Page:
    """lines: as ``heard``, seller by seller; unit: of the amounts shown."""
    return Page(
        "deals",
        WORDS["title-deals"](team=team_name(team)),
        WORDS["tab-deals"],
        (
            Paragraph(WORDS["deals-note"], QUIET),
            Table(
                "deals",
                _columns(unit),
                tuple(_row(line, unit) for line in lines),
                empty=WORDS["no-deals"],
            ),
        ),
        subtitle,
        "list",
    )


def _columns(unit: MoneyUnit) -> tuple[Column, ...]:
    four, past, money = WORDS["four-group"], WORDS["fit-group"], unit
    return (
        Column("deal", WORDS["deal"], WRAP),
        Column("account", WORDS["account"], WRAP),
        Column("seller", WORDS["seller"]),
        Column("stage", WORDS["stage"], CENTER),
        Column("amount", WORDS["amount-in"](unit=money), MONEY),
        Column("weight", WORDS["weight"], SHARE),
        Column("expected", WORDS["expected-in"](unit=money), MONEY),
        Column("four", WORDS["four"], CENTER, group=four),
        Column("total", WORDS["four-total"], CENTER, group=four),
        Column("qualify", WORDS["qualify"], CENTER),
        Column("days", WORDS["stay"], CENTER),
        Column("due", WORDS["due"], CENTER),
        Column("granted", WORDS["granted-long"], CENTER),
        Column("voice", WORDS["voice"], CENTER, group=past),
        Column("fit_n", WORDS["fit-n"], CENTER, group=past),
        Column("fit_rate", WORDS["fit-rate"], SHARE, group=past),
        Column("fit_mean", WORDS["fit-mean"], SHARE, group=past),
        Column("fit_law", WORDS["fit-law"], CENTER, group=past),
        Column("flags", WORDS["red-flags"], WRAP),
    )


def _row(line: DealLine, unit: MoneyUnit) -> tuple[Content, ...]:
    due = line.due.isoformat() if line.due else "–"
    return (
        line.deal,
        line.account,
        Cell(line.name, LINK, people_link(line.seller_id)),
        line.stage,
        amount(line.amount, unit),
        line.weight,
        amount(line.expected, unit),
        line.four,
        line.total,
        line.qualify,
        line.days,
        Cell(f"▲ {due}", WATCH) if line.late else due,
        line.granted or None,
        *_past(line.voice),
        line.flags,
    )


def _past(voice: Voice | None) -> tuple[Content, ...]:
    if voice is None:
        return Cell(WORDS["few"], NEUTRAL), None, None, None, None
    holds = Cell(WORDS["fit-holds"], GOOD)
    return (
        voice.level,
        voice.n,
        voice.rate,
        voice.mean,
        holds if voice.lawful else Cell(WORDS["fit-chance"], NEUTRAL),
    )
