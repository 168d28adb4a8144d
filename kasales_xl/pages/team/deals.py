"""Every open deal of a team in 术, and whose past says what of it (律): account, industry, seller, team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.deal_elements import elements_of
from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.patterns import PoolLevel
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.dimensions.team import TeamPast
from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import DealStage, MoneyUnit
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.seller.deals import by_worth, flags_cell, four_text, qualify_text
from kasales_xl.pages.style import CENTER, GOOD, MONEY, NEUTRAL, QUIET, SHARE, WATCH, WRAP, Style
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page, seller_link
from kasales_xl.text.pages.words import WORDS


class PastRate(NamedTuple):
    """How many of comparable past deals were won: whose past, over how many of them, and what is usual.
    ``lawful``: a law stands behind it."""

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
    stage: DealStage
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
    flags: tuple[Reason, ...]
    past: PastRate | None
    elements: Mapping[str, str]


def deal_lines(card: SellerCard) -> tuple[DealLine, ...]:
    """A seller's open deals, largest expected amount first."""
    fits = card.dimensions.pbm.fits
    ordered = sorted(card.dimensions.tas.cards, key=by_worth)
    return tuple(_line(card, one, fits.get(one.deal.deal_id)) for one in ordered)


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
        one.flags,
        _past_rate(own),
        {} if own else elements_of(deal),
    )


def _past_rate(fit: Fit | None) -> PastRate | None:
    return PastRate(fit.level, fit.n, fit.rate, fit.mean, fit.lawful) if fit else None


def with_team_past(lines: Iterable[DealLine], past: TeamPast) -> tuple[DealLine, ...]:
    """The same deals; where nothing narrower says what of them, what the team's past says."""
    return tuple(
        line if line.past else line._replace(past=_past_rate(past.fit(line.elements))) for line in lines
    )


def by_team_alone(lines: Iterable[DealLine]) -> int:
    """Of how many deals the team's past alone says something."""
    return sum(line.past is not None and line.past.level is PoolLevel.TEAM for line in lines)


def deals_page(team: Words, lines: Iterable[DealLine], unit: MoneyUnit, subtitle: Words) -> Page:
    """lines: ``with_team_past``, seller by seller; unit: of the amounts shown."""
    deals = table("deals", _fields(unit), lines, empty=WORDS["no-deals"])
    return list_page("deals", deals, subtitle, Paragraph(WORDS["deals-note"], QUIET), team=team)


def _fields(unit: MoneyUnit) -> tuple[Field[DealLine], ...]:
    four = WORDS["four-group"]
    amount_in, expected_in = (WORDS[code](unit=unit) for code in ("amount-in", "expected-in"))
    return (
        Field("deal", WORDS["deal"], lambda line: line.deal, WRAP),
        Field("account", WORDS["account"], lambda line: line.account, WRAP),
        Field("seller", WORDS["seller"], seller_link),
        Field("stage", WORDS["stage"], lambda line: line.stage, CENTER),
        Field("amount", amount_in, lambda line: amount(line.amount, unit), MONEY),
        Field("weight", WORDS["weight"], lambda line: line.weight, SHARE),
        Field("expected", expected_in, lambda line: amount(line.expected, unit), MONEY),
        Field("four", WORDS["four"], lambda line: line.four, CENTER, group=four),
        Field("total", WORDS["four-total"], lambda line: line.total, CENTER, group=four),
        Field("qualify", WORDS["qualify"], lambda line: line.qualify, CENTER),
        Field("days", WORDS["stay"], lambda line: line.days, CENTER),
        Field("due", WORDS["due"], _due, CENTER),
        Field("granted", WORDS["granted-long"], lambda line: line.granted or None, CENTER),
        _of_past("level", WORDS["voice"], lambda past: past.level, Cell(WORDS["few"], NEUTRAL)),
        _of_past("fit_n", WORDS["fit-n"], lambda past: past.n),
        _of_past("fit_rate", WORDS["fit-rate"], lambda past: past.rate, style=SHARE),
        _of_past("fit_mean", WORDS["fit-mean"], lambda past: past.mean, style=SHARE),
        _of_past("fit_law", WORDS["fit-law"], lambda past: _HOLDS if past.lawful else _CHANCE),
        Field("flags", WORDS["red-flags"], lambda line: flags_cell(line.flags), WRAP),
    )


_HOLDS, _CHANCE = Cell(WORDS["fit-holds"], GOOD), Cell(WORDS["fit-chance"], NEUTRAL)


def _of_past(
    key: str, label: Words, get: Callable[[PastRate], Content], none: Content = None, style: Style = CENTER
) -> Field[DealLine]:
    """none: where nobody's past says anything."""
    return Field(
        key, label, lambda line: get(line.past) if line.past else none, style, group=WORDS["fit-group"]
    )


def _due(line: DealLine) -> Content:
    due = line.due.isoformat() if line.due else "–"
    return Cell(f"▲ {due}", WATCH) if line.late else due
