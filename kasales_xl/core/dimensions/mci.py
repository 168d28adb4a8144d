"""势 MCI: 聚, win and gather scarce support; 准, the best support to the most valuable deals (G2, F)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kasales_xl.core.dimensions.chances import Chances
from kasales_xl.core.dimensions.evidence.chance import hopeless
from kasales_xl.core.dimensions.evidence.requests import (
    PartySupport,
    RequestFacts,
    gathered,
    granted_to,
    is_waiting,
    request_facts,
    urgency,
)
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.statistics import median, rank_correlation
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import Party

#: 准 looks at the most valuable third of the deals.
THIRD = 3


@dataclass(frozen=True, slots=True)
class DealSupport:
    """A deal in play: ``value`` what it is ranked by (``Chances.worth``), ``granted`` person-days,
    ``place`` 1 = most valuable."""

    deal: Deal
    account: str
    value: float
    granted: float
    waiting: bool
    place: int


class Bid(NamedTuple):
    """One deal in play: what it is worth in yuan, and the person-days granted to it."""

    value: float
    granted: float


def aim(bids: Sequence[Bid], requests: int, policy: Policy) -> Measure:
    """准, of one seller or of a company as one: rank correlation between the value and the granted
    person-days of the deals in play, −1 to 1; None below ``rate_min_deals`` deals or where one side does
    not vary."""
    value = None
    if len(bids) >= policy.rate_min_deals:
        value = rank_correlation([bid.value for bid in bids], [bid.granted for bid in bids])
    return Measure("mci.aim", value, len(bids), requests)


def top_third(bids: Iterable[Bid], requests: int) -> Measure:
    """准: granted person-days on the most valuable third of the deals in play / all of theirs."""
    ranked = sorted(bids, key=lambda bid: -bid.value)
    total = math.fsum(bid.granted for bid in ranked)
    best = math.fsum(bid.granted for bid in ranked[: -(-len(ranked) // THIRD)])
    enough = total > 0 and len(ranked) >= THIRD
    return Measure("mci.top_third", best / total if enough else None, len(ranked), requests)


@dataclass(frozen=True)
class Mci:
    """MCI of one seller. Computed when asked for, once."""

    rows: SortedRows
    chances: Chances

    @cached_property
    def requests(self) -> tuple[RequestFacts, ...]:
        """Every request, in row order."""
        facts = []
        for request in self.rows.book.support:
            deal = self.rows.deal.get(request.deal)
            account = self.rows.name(deal.account) if deal else ""
            facts.append(request_facts(request, deal, account, self.rows.on))
        return tuple(facts)

    @cached_property
    def waiting(self) -> tuple[RequestFacts, ...]:
        """Unanswered requests: latest against the day needed first, then the oldest, then by ID."""
        return tuple(sorted((r for r in self.requests if r.waiting), key=urgency))

    @cached_property
    def parties(self) -> tuple[PartySupport, ...]:
        """Parties that were asked, in the method's order."""
        parties = []
        for party in Party:
            own = [r for r in self.requests if r.request.party is party]
            if own:
                waits = tuple(r.wait for r in own if r.wait is not None)
                waiting = sum(r.waiting for r in own)
                parties.append(PartySupport(party, len(own), waiting, *gathered(own), waits))
        return tuple(parties)

    @cached_property
    def ranking(self) -> tuple[DealSupport, ...]:
        """Deals in play with an amount, most valuable first: open ones, and any that asked for support."""
        in_play = [
            deal
            for deal in self.rows.book.deals
            if deal.amount is not None and (deal.stage.is_open or deal.deal_id in self.rows.support_of)
        ]
        worth = {deal.deal_id: self.chances.worth(deal) for deal in in_play}
        ranked = sorted(in_play, key=lambda deal: (-worth[deal.deal_id], deal.deal_id))
        return tuple(
            self._support(deal, worth[deal.deal_id], place) for place, deal in enumerate(ranked, start=1)
        )

    def _support(self, deal: Deal, value: float, place: int) -> DealSupport:
        requests = self.rows.support_of.get(deal.deal_id, ())
        name = self.rows.name(deal.account)
        return DealSupport(
            deal=deal,
            account=name,
            value=value,
            granted=granted_to(requests),
            waiting=any(map(is_waiting, requests)),
            place=place,
        )

    @cached_property
    def _third(self) -> int:
        return -(-len(self.ranking) // THIRD)

    @cached_property
    def deserving(self) -> tuple[DealSupport, ...]:
        """Open deals of the most valuable third without a granted day or a request that waits."""
        best = self.ranking[: self._third] if len(self.ranking) >= THIRD else ()
        return tuple(
            d
            for d in best
            if d.deal.stage.is_open and not d.granted and not d.waiting and not hopeless(d.deal)
        )

    @cached_property
    def undeserving(self) -> tuple[DealSupport, ...]:
        """The reverse: open deals with granted days that stand in the least valuable third, or whose
        need is not real, or that cannot be won."""
        lowest = self.ranking[-self._third :] if len(self.ranking) >= THIRD else ()
        least = {d.deal.deal_id for d in lowest}
        return tuple(
            d
            for d in self.ranking
            if d.deal.stage.is_open and d.granted and (d.deal.deal_id in least or hopeless(d.deal))
        )

    @cached_property
    def headline(self) -> Measure:
        """聚: Σ granted / Σ requested person-days over requests where both are known; a request that
        waits or was refused has 0 granted."""
        wanted, granted, n = gathered(self.requests)
        return Measure("mci.gather", granted / wanted if n else None, n, len(self.requests))

    @cached_property
    def wait(self) -> Measure:
        """聚: median days from request to answer."""
        waits = [r.wait for r in self.requests if r.wait is not None]
        return Measure("mci.wait", median(waits), len(waits), len(self.requests))

    @cached_property
    def bids(self) -> tuple[Bid, ...]:
        """The deals in play by value and granted days, in yuan, so that several sellers' can be pooled."""
        seller = self.rows.book.seller
        yuan = seller.money_unit.yuan if seller else 1
        return tuple(Bid(d.value * yuan, d.granted) for d in self.ranking)

    @cached_property
    def aim(self) -> Measure:
        return aim(self.bids, len(self.requests), self.rows.policy)

    @cached_property
    def top_third(self) -> Measure:
        return top_third(self.bids, len(self.requests))

    @cached_property
    def queue(self) -> Measure:
        """Requests that wait for an answer, count."""
        n = len(self.requests)
        return Measure("mci.waiting", float(len(self.waiting)) if n else None, n, n)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The headline first."""
        return (self.headline, self.wait, self.aim, self.top_third, self.queue)
