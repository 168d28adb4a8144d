"""Every open deal of a team in 术, and whose past says what of it (律): account, industry, seller, team."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.deal_elements import elements_of
from kasales_xl.core.dimensions.evidence.fit import Fit, Side
from kasales_xl.core.dimensions.evidence.pools import PoolLevel
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.dimensions.team import TeamPast
from kasales_xl.core.rows import Seller
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import NOTHING
from kasales_xl.pages.list_page import list_page, seller_link
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.seller.deals import by_worth, flags_cell, four_text, qualify_text
from kasales_xl.pages.style import BAD, CENTER, GOOD, MONEY, NEUTRAL, QUIET, SHARE, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS


class DealLine(NamedTuple):
    """An open deal and what a past says of it: the seller's own or a narrower one, else the team's."""

    seller: Seller
    card: DealCard
    past: Fit | None


def deal_lines(card: SellerCard) -> tuple[DealLine, ...]:
    """A seller's open deals, largest expected amount first."""
    fits = card.dimensions.pbm.fits
    ordered = sorted(card.dimensions.tas.cards, key=by_worth)
    return tuple(DealLine(card.seller, one, fits.get(one.deal.deal_id)) for one in ordered)


def with_team_past(lines: Iterable[DealLine], past: TeamPast) -> tuple[DealLine, ...]:
    """The same deals; where nothing narrower says what of them, what the team's past says."""
    return tuple(
        line if line.past else line._replace(past=past.fit(elements_of(line.card.deal))) for line in lines
    )


def by_team_alone(lines: Iterable[DealLine]) -> int:
    """Of how many deals the team's past alone says something."""
    return sum(line.past is not None and line.past.level is PoolLevel.TEAM for line in lines)


#: The columns that fit one page across.
_BRIEF = ("deal", "account", "seller", "stage", "amount", "chance", "expected", "due", "flags")


def deals_page(team: Words, lines: Iterable[DealLine], unit: MoneyUnit, subtitle: Words) -> Page:
    """lines: ``with_team_past``, seller by seller; unit: of the amounts shown."""
    lines = tuple(lines)
    deals = table("deals", _fields(unit), lines, empty=WORDS["no-deals"])
    note = Paragraph(WORDS["deals-note"], QUIET)
    return list_page("deals", deals, subtitle, note, *_unpriced(lines), team=team)


def first_deals_page(
    team: Words, lines: Iterable[DealLine], unit: MoneyUnit, subtitle: Words, most: int
) -> Page:
    """The ``most`` deals with the largest expected amount, and of the rest how many and how much."""
    ordered = sorted(
        lines, key=lambda line: (-_expected(line), line.seller.seller_id, line.card.deal.deal_id)
    )
    fields = [field for field in _fields(unit) if field.key in _BRIEF]
    deals = table(
        "deals", [replace(field, group=NOTHING) for field in fields], ordered[:most], empty=WORDS["no-deals"]
    )
    rest = ordered[most:]
    money = WORDS["money"](n=f"{amount(math.fsum(map(_expected, rest)), unit):,.0f}", unit=unit)
    remark = WORDS["more-of-deals"](n=most, more=len(rest), amount=money)
    more = (Paragraph(remark, QUIET),) if rest else ()
    page = list_page("deals", deals, subtitle, *more, *_unpriced(ordered), team=team)
    return replace(page, one_sheet=True)


def _unpriced(lines: Sequence[DealLine]) -> tuple[Paragraph, ...]:
    """Says why the first page counts fewer deals."""
    n = sum(line.card.deal.amount is None for line in lines)
    return (Paragraph(WORDS["unpriced-deals"](n=n), QUIET),) if n else ()


def _expected(line: DealLine) -> float:
    """Yuan."""
    return (line.card.expected or 0.0) * line.seller.money_unit.yuan


def _fields(unit: MoneyUnit) -> tuple[Field[DealLine], ...]:
    four = WORDS["four-group"]
    amount_in, expected_in = (WORDS[code](unit=unit) for code in ("amount-in", "expected-in"))

    def in_unit(line: DealLine, value: float | None) -> float | None:
        return amount(value, unit, line.seller.money_unit)

    return (
        Field("deal", WORDS["deal"], lambda line: line.card.deal.deal, WRAP),
        Field("account", WORDS["account"], lambda line: line.card.account, WRAP),
        Field("seller", WORDS["seller"], lambda line: seller_link(line.seller)),
        Field("stage", WORDS["stage"], lambda line: line.card.deal.stage, CENTER),
        Field("amount", amount_in, lambda line: in_unit(line, line.card.deal.amount), MONEY),
        Field("chance", WORDS["chance"], _chance, SHARE),
        Field("expected", expected_in, lambda line: in_unit(line, line.card.expected), MONEY),
        Field("four", WORDS["four"], lambda line: four_text(line.card.advantages), CENTER, group=four),
        Field("total", WORDS["four-total"], lambda line: line.card.advantages.total, CENTER, group=four),
        Field("qualify", WORDS["qualify"], lambda line: qualify_text(line.card), CENTER),
        Field("days", WORDS["stay"], lambda line: line.card.stay.days if line.card.stay else None, CENTER),
        Field("due", WORDS["due"], _due, CENTER),
        Field("granted", WORDS["granted-long"], lambda line: line.card.granted or None, CENTER),
        _of_past("level", WORDS["voice"], lambda past: past.level, Cell(WORDS["few"], NEUTRAL)),
        _of_past("fit_n", WORDS["fit-n"], lambda past: past.n),
        _of_past("fit_side", WORDS["fit-side"], lambda past: Cell(past.side, _SIDES[past.side])),
        Field("flags", WORDS["red-flags"], lambda line: flags_cell(line.card.flags), WRAP),
    )


_SIDES = {Side.WITH: GOOD, Side.AGAINST: BAD, Side.UNKNOWN: NEUTRAL}


def _of_past(key: str, label: Words, get: Callable[[Fit], Content], none: Content = None) -> Field[DealLine]:
    """none: where nobody's past says anything."""
    return Field(
        key, label, lambda line: get(line.past) if line.past else none, CENTER, group=WORDS["fit-group"]
    )


def _chance(line: DealLine) -> float | None:
    return line.card.chance.value if line.card.chance else None


def _due(line: DealLine) -> Content:
    close = line.card.deal.expected_close
    due = close.isoformat() if close else "–"
    return Cell(f"▲ {due}", WATCH) if line.card.overdue_days else due
