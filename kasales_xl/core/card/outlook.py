"""What the open deals of one seller, a team or a company should bring: by quarter, with the interval of what
they come to together (TAS+, F)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.chance import sum_interval
from kasales_xl.core.dimensions.forecast import ForecastLine, Quarter, Span, due_by_span

#: Amount in yuan and win chance of an open deal.
Bet = tuple[float, float]
#: The spans that hold every open deal once.
_PARTS = (Span.QUARTER, Span.LATER, Span.NO_DAY)
#: Above so many deals, none of which can weigh much, their sum follows the bell curve.
_MANY = 400


@dataclass(frozen=True, slots=True)
class Outlook:
    """One span of one seller: its open deals that have an amount, what is won in it and its part of the
    annual target. Amounts in yuan; None where the book does not say."""

    span: Span
    bets: tuple[Bet, ...]
    quarter: Quarter | None = None
    won: float | None = None
    target: float | None = None


def outlook(card: SellerCard) -> tuple[Outlook, ...]:
    """The quarters of the target year, what is due later, and what has no day ahead."""
    yuan, chances = card.seller.money_unit.yuan, card.dimensions.chances.open

    def money(amount: float | None) -> float | None:
        return None if amount is None else amount * yuan

    return tuple(
        Outlook(
            due.span,
            tuple((d.amount * yuan, chances[d.deal_id].value) for d in due.deals if d.amount is not None),
            due.quarter,
            money(due.won),
            money(due.target),
        )
        for due in due_by_span(card.dimensions)
        if due.span in _PARTS
    )


def together(sellers: Iterable[Sequence[Outlook]], share: float) -> tuple[ForecastLine, ...]:
    """Several sellers as one, in yuan: each quarter of anybody's target year, the target years, later, and
    without a day ahead; a span that nobody has is left out but for the year. share: of the interval."""
    spans: defaultdict[tuple[Span, Quarter | None], list[Outlook]] = defaultdict(list)
    for seller in sellers:
        for one in seller:
            spans[one.span, one.quarter].append(one)
    quarters = sorted(quarter for span, quarter in spans if span is Span.QUARTER and quarter is not None)
    year = [one for quarter in quarters for one in spans[Span.QUARTER, quarter]]
    return (
        *(_line(Span.QUARTER, spans[Span.QUARTER, quarter], share, quarter) for quarter in quarters),
        _line(Span.YEAR, year, share),
        *(
            _line(span, spans[span, None], share)
            for span in (Span.LATER, Span.NO_DAY)
            if any(one.bets for one in spans[span, None])
        ),
    )


def _line(span: Span, parts: Sequence[Outlook], share: float, quarter: Quarter | None = None) -> ForecastLine:
    bets = [bet for part in parts for bet in part.bets]
    low, high = interval(bets, share)
    return ForecastLine(
        span=span,
        expected=math.fsum(amount * chance for amount, chance in bets),
        low=low,
        high=high,
        deals=len(bets),
        quarter=quarter,
        won=_sum(part.won for part in parts),
        target=_sum(part.target for part in parts),
    )


def interval(bets: Sequence[Bet], share: float) -> tuple[float, float]:
    """The interval that holds the sum won with this probability, equal tails, deals independent; what is
    expected always lies in it."""
    if len(bets) <= _MANY:
        return sum_interval([bet for bet in bets if bet[0] > 0], share)
    whole, mean = math.fsum(amount for amount, _ in bets), math.fsum(amount * p for amount, p in bets)
    spread = math.sqrt(math.fsum(amount * amount * p * (1 - p) for amount, p in bets))
    reach = NormalDist().inv_cdf((1 + share) / 2) * spread
    return max(0.0, mean - reach), min(whole, mean + reach)


def _sum(amounts: Iterable[float | None]) -> float | None:
    known = [one for one in amounts if one is not None]
    return math.fsum(known) if known else None
