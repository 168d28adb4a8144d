"""术 TAS+: each open deal with its advantages, its parts and its flags; how the seller wins (G2, G3, F)."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.chances import Chances
from kasales_xl.core.dimensions.evidence.chance import Chance
from kasales_xl.core.dimensions.evidence.red_flags import Stay, contradictions, red_flags
from kasales_xl.core.dimensions.evidence.requests import granted_to
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.dimensions.evidence.winrate import Rates
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.dimensions.results import results
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import DealStage, Tier

#: The relationship advantage of a deal, from the tier of its account.
RELATIONSHIP = {Tier.UNKNOWN: 0, Tier.NONE: 0, Tier.JUNIOR: 1, Tier.MID: 2, Tier.STRONG: 3}
_FULL = 3


@dataclass(frozen=True, slots=True)
class Advantages:
    """Each 0–3. ``relationship`` from the account's tier (ECM), ``solution`` and ``price`` as the rep
    graded them, None where blank; ``insight`` from past projects (PBM)."""

    relationship: int
    solution: int | None
    price: int | None
    insight: int

    @property
    def known(self) -> tuple[int, ...]:
        parts = (self.relationship, self.solution, self.price, self.insight)
        return tuple(part for part in parts if part is not None)

    @property
    def total(self) -> int:
        """0–12; a blank adds nothing."""
        return sum(self.known)

    @property
    def score(self) -> float:
        """0–100 over the advantages that are known: 100 × total / (3 × known)."""
        return 100 * self.total / (_FULL * len(self.known))


@dataclass(frozen=True, slots=True)
class DealCard:
    """One deal in 术. ``expected`` = amount × ``chance.value`` (book's money unit), None while the amount is
    unknown or the deal is not open, as is ``chance``; ``overdue_days`` counts from the expected close,
    0 when not yet due; ``granted`` person-days of support (MCI); ``flags`` in order of weight."""

    deal: Deal
    account: str
    advantages: Advantages
    stay: Stay | None
    overdue_days: int | None
    chance: Chance | None
    expected: float | None
    granted: float
    flags: tuple[Reason, ...]


@dataclass(frozen=True)
class Tas:
    """TAS+ of one seller. Computed when asked for, once."""

    rows: SortedRows
    rates: Rates
    pbm: Pbm
    chances: Chances

    @cached_property
    def cards(self) -> tuple[DealCard, ...]:
        """Open deals, in row order."""
        return tuple(self._card(deal) for deal in self.rows.open_deals)

    @cached_property
    def held(self) -> tuple[DealCard, ...]:
        """Deals on hold, in row order: no chance is told of them, and no sum holds them."""
        return tuple(self._card(d) for d in self.rows.book.deals if d.stage is DealStage.ON_HOLD)

    @cached_property
    def _by_deal(self) -> dict[str, DealCard]:
        return {card.deal.deal_id: card for card in self.cards}

    def card(self, deal_id: str) -> DealCard | None:
        """Any deal of the book, open or not; None for an unknown ID."""
        deal = self.rows.deal.get(deal_id)
        return self._by_deal.get(deal_id) or (self._card(deal) if deal else None)

    def _card(self, deal: Deal) -> DealCard:
        rows, on = self.rows, self.rows.on
        verdict = rows.by_id.get(deal.account)
        facts = verdict.facts if verdict else None
        requests = rows.support_of.get(deal.deal_id, ())
        stay = self._stay(deal)
        is_open = deal.stage.is_open
        due = deal.expected_close if is_open else None
        return DealCard(
            deal=deal,
            account=rows.name(deal.account),
            advantages=Advantages(
                RELATIONSHIP[rows.tier(deal.account)],
                deal.solution_advantage,
                deal.price_acceptance,
                self.pbm.insight(deal),
            ),
            stay=stay,
            overdue_days=None if due is None else max(0, (on - due).days),
            chance=self.chances.of(deal),
            expected=self.chances.expected(deal),
            granted=granted_to(requests),
            flags=red_flags(deal, facts, stay, requests, rows.policy, on, self.pbm.fits.get(deal.deal_id))
            if is_open
            else contradictions(deal, facts),
        )

    def _stay(self, deal: Deal) -> Stay | None:
        days = _days_in_stage(deal, self.rows.on)
        if days is None:
            return None
        usual, n = self._usual_stay[deal.stage.value]
        if n < self.rows.policy.law_min_deals:
            usual, n = self._usual_stay[""]
        return Stay(days, usual, n)

    @cached_property
    def _usual_stay(self) -> dict[str, tuple[float, int]]:
        """Median days in stage and how many open deals are behind it, by stage; "" over all."""
        stays: defaultdict[str, list[int]] = defaultdict(list)
        for deal in self.rows.open_deals:
            days = _days_in_stage(deal, self.rows.on)
            if days is not None:
                stays[deal.stage.value].append(days)
                stays[""].append(days)
        return {stage: (median(days) or 0.0, len(days)) for stage, days in stays.items()}

    @cached_property
    def contradictions(self) -> tuple[DealCard, ...]:
        """Deals signed (合同) whose account has no influenced DM: the facts are missing or wrong."""
        facts = {key: verdict.facts for key, verdict in self.rows.by_id.items()}
        signed = (d for d in self.rows.closed_deals if contradictions(d, facts.get(d.account)))
        return tuple(self._card(deal) for deal in signed)

    @cached_property
    def headline(self) -> Measure:
        """Won / closed deals, 0–1, with Wilson's interval; no percentage below ``rate_min_deals``."""
        rate = self.rates.seller
        return Measure(
            code="tas.win_rate", value=rate.rate, n=rate.n, recorded=rate.n, low=rate.low, high=rate.high
        )

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The headline first."""
        return (self.headline, *results(self.rows, self.rates), self.expected, self.flagged)

    @cached_property
    def expected(self) -> Measure:
        """Σ expected amount of the open deals that have one, book's money unit, with the interval of what
        they come to (``policy.forecast_interval``)."""
        known = [card for card in self.cards if card.expected is not None]
        if not known:
            return Measure("tas.expected", None, 0, len(self.cards))
        share = self.rows.policy.forecast_interval
        low, high = self.chances.interval(card.deal for card in known)
        whole = math.fsum(card.expected or 0.0 for card in known)
        return Measure("tas.expected", whole, len(known), len(self.cards), low, high, share)

    @cached_property
    def flagged(self) -> Measure:
        """Open deals with at least one red flag, count."""
        count = sum(bool(card.flags) for card in self.cards)
        n = len(self.cards)
        return Measure("tas.flagged", float(count) if n else None, n, n)


def _days_in_stage(deal: Deal, on: dt.date) -> int | None:
    """Open deals only; an entry in the future says nothing."""
    if not deal.stage.is_open or deal.stage_since is None or deal.stage_since > on:
        return None
    return (on - deal.stage_since).days
