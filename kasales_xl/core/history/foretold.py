"""What was foretold quarter by quarter, against what came; and how good the chances were (TAS+, F).

Everything is judged again from the facts as they were remembered, under the rules of that day, by this
program: so all quarters are told in one way, and nothing that was learnt later is known."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.chances import ended
from kasales_xl.core.dimensions.evidence.chance import sum_interval
from kasales_xl.core.dimensions.evidence.prediction import Candidate, Choice, Ended, choose
from kasales_xl.core.dimensions.forecast import Quarter, quarter_of, quarters_from
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import DealStage


class OpenDeal(NamedTuple):
    """An open deal of one day with the chance told of it; ``amount`` in yuan, None where unknown."""

    deal_id: str
    stage: DealStage
    amount: float | None
    due: dt.date | None
    chance: float


class Day(NamedTuple):
    """``won``: day and amount in yuan of what was won by then."""

    on: dt.date
    open: tuple[OpenDeal, ...]
    won: tuple[tuple[dt.date, float], ...]

    def won_in(self, quarter: Quarter) -> float:
        return math.fsum(amount for day, amount in self.won if quarter.holds(day))


@dataclass(frozen=True, slots=True)
class Remembered:
    """One seller's ``days`` from old to new. Of the last one: ``ends``: won or not by deal ID, ``ended`` the
    same as candidates learn from, ``used`` which of them tells in this book."""

    days: tuple[Day, ...]
    ends: Mapping[str, bool]
    ended: tuple[Ended, ...]
    used: Candidate


def remembered(cards: Iterable[SellerCard]) -> Remembered | None:
    """cards: one seller's from old to new, one held at a time; None without any."""
    days, last = [], None
    for card in cards:
        days.append(_day(card))
        last = card
    if last is None:
        return None
    closed = last.dimensions.rows.closed_deals
    return Remembered(
        days=tuple(days),
        ends={deal.deal_id: deal.stage.is_won for deal in closed},
        ended=ended(closed, last.seller.seller_id),
        used=last.dimensions.chances.choice.used,
    )


def _day(card: SellerCard) -> Day:
    yuan, dimensions = card.seller.money_unit.yuan, card.dimensions
    return Day(
        card.on,
        tuple(
            OpenDeal(
                deal.deal_id,
                deal.stage,
                None if deal.amount is None else deal.amount * yuan,
                deal.expected_close,
                dimensions.chances.open[deal.deal_id].value,
            )
            for deal in dimensions.rows.open_deals
        ),
        tuple(
            (deal.closed, deal.amount * yuan)
            for deal in dimensions.rows.closed_deals
            if deal.stage.is_won and deal.amount is not None and deal.closed is not None
        ),
    )


def days_to_judge(days: Sequence[dt.date]) -> list[dt.date]:
    """days: from old to new. Those that foretell a quarter, and the last one: the rest tell no more."""
    wanted = set(days[-1:])
    if days:
        for quarter in quarters_from(quarter_of(days[0]), quarter_of(days[-1]).end):
            wanted.update([day for day in days if day <= quarter.start][-1:])
    return sorted(wanted)


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """Amounts in yuan. ``foretold``: won by the day it was told, and the expected amount of the open deals
    due by the end of the quarter, over ``sellers`` whose books were scored by then; ``low`` and ``high`` its
    interval; ``actual``: what they won in the quarter, None while it is not over everywhere."""

    quarter: Quarter
    sellers: int
    deals: int
    foretold: float
    low: float
    high: float
    actual: float | None

    @property
    def inside(self) -> bool | None:
        """Did what came lie in the interval?"""
        return None if self.actual is None else self.low <= self.actual <= self.high


@dataclass(frozen=True, slots=True)
class StageLine:
    """Deals seen open at a stage whose end is known: ``won`` of ``closed``; ``told``: the policy's chance."""

    stage: DealStage
    won: int
    closed: int
    told: float


@dataclass(frozen=True, slots=True)
class Foretold:
    """``score``: Brier score of the chance first told of each deal that has closed since, ``base`` that of
    the plain share won; None below ``policy.forecast_min_deals`` of them (``closed``). ``choice``: which way
    of telling did best on all closed deals together; ``used``: how many sellers' books use each."""

    quarters: tuple[QuarterLine, ...]
    closed: int
    score: float | None
    base: float | None
    stages: tuple[StageLine, ...]
    choice: Choice
    used: Mapping[Candidate, int]

    def own_stages(self, enough: int) -> dict[DealStage, float]:
        """The company's own share won of each stage with so many outcomes, held between 1% and 99%."""
        known = (line for line in self.stages if line.closed >= enough)
        return {line.stage: min(0.99, max(0.01, line.won / line.closed)) for line in known}


class _Bet(NamedTuple):
    """A chance told of a deal, and how the deal ended; None: not yet."""

    chance: float
    won: bool | None


def foretold(sellers: Iterable[Remembered], policy: Policy) -> Foretold:
    """sellers: each with at least one day. policy: of the company, for how much is enough."""
    people = [one for one in sellers if one.days]
    bets = [bet for one in people for bet in _bets(one) if bet.won is not None]
    share = sum(bool(bet.won) for bet in bets) / len(bets) if bets else 0.0
    enough = len(bets) >= policy.forecast_min_deals
    used: defaultdict[Candidate, int] = defaultdict(int)
    for one in people:
        used[one.used] += 1
    return Foretold(
        quarters=tuple(_quarters(people, policy)),
        closed=len(bets),
        score=math.fsum((b.chance - bool(b.won)) ** 2 for b in bets) / len(bets) if enough else None,
        base=math.fsum((share - bool(b.won)) ** 2 for b in bets) / len(bets) if enough else None,
        stages=_stages(people, policy),
        choice=choose([end for one in people for end in one.ended], policy),
        used={one: used[one] for one in Candidate if used[one]},
    )


def _bets(one: Remembered) -> list[_Bet]:
    """The chance first told of each deal."""
    first: dict[str, float] = {}
    for day in one.days:
        for deal in day.open:
            first.setdefault(deal.deal_id, deal.chance)
    return [_Bet(value, one.ends.get(deal_id)) for deal_id, value in first.items()]


def _stages(people: Sequence[Remembered], policy: Policy) -> tuple[StageLine, ...]:
    """Each deal once a stage, however often it was scored there."""
    tallies: defaultdict[DealStage, list[int]] = defaultdict(lambda: [0, 0])
    for one in people:
        seen = {
            (deal.deal_id, deal.stage) for day in one.days for deal in day.open if deal.deal_id in one.ends
        }
        for deal_id, stage in seen:
            tallies[stage][0] += one.ends[deal_id]
            tallies[stage][1] += 1
    return tuple(
        StageLine(stage, tallies[stage][0], tallies[stage][1], policy.stage_chance(stage))
        for stage in DealStage
        if stage.is_open
    )


def _quarters(people: Sequence[Remembered], policy: Policy) -> Iterable[QuarterLine]:
    """From the quarter of the first day to that of the last, those that anybody foretold."""
    if not people:
        return
    first = quarter_of(min(one.days[0].on for one in people))
    final = quarter_of(max(one.days[-1].on for one in people))
    for quarter in quarters_from(first, final.end):
        told = [(one, day) for one in people if (day := _told_by(one, quarter)) is not None]
        if told:
            yield _quarter(quarter, told, policy)


def _told_by(one: Remembered, quarter: Quarter) -> Day | None:
    """The day that foretells a quarter: the last before it began. Whoever was first scored later has foretold
    nothing of it, and what is known by then is no forecast."""
    before = [day for day in one.days if day.on <= quarter.start]
    return before[-1] if before else None


def _quarter(quarter: Quarter, told: Sequence[tuple[Remembered, Day]], policy: Policy) -> QuarterLine:
    bets = [
        (deal.amount, deal.chance)
        for _one, day in told
        for deal in day.open
        if deal.amount is not None and deal.amount > 0
        # what was overdue on that day is nobody's forecast
        if deal.due is not None and deal.due >= day.on and quarter.holds(deal.due)
    ]
    low, high = sum_interval(bets, policy.forecast_interval)
    won = math.fsum(day.won_in(quarter) for _one, day in told)
    over = all(one.days[-1].on >= quarter.end - dt.timedelta(days=1) for one, _day in told)
    return QuarterLine(
        quarter=quarter,
        sellers=len(told),
        deals=len(bets),
        foretold=won + math.fsum(amount * chance for amount, chance in bets),
        low=won + low,
        high=won + high,
        actual=math.fsum(one.days[-1].won_in(quarter) for one, _day in told) if over else None,
    )
