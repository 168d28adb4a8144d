"""The one win chance of every open deal of a seller, and which way of telling it has told best so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.chance import Chance, chance, moved_by_laws, sum_interval
from kasales_xl.core.dimensions.evidence.deal_elements import elements_of
from kasales_xl.core.dimensions.evidence.prediction import (
    AccountRates,
    Candidate,
    Choice,
    Ended,
    Predictor,
    Told,
    choose,
    predictor,
)
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.rows import Deal


def told_of(deal: Deal, seller_id: str = "") -> Told:
    """What a row says before its project has ended."""
    return Told(elements_of(deal), deal.account, seller_id)


def ended(deals: Iterable[Deal], seller_id: str = "") -> tuple[Ended, ...]:
    """deals: closed ones."""
    return tuple(Ended(told_of(deal, seller_id), deal.stage.is_won, deal.closed) for deal in deals)


@dataclass(frozen=True)
class Chances:
    """Of one seller. Computed when asked for, once."""

    rows: SortedRows
    pbm: Pbm

    @cached_property
    def _ended(self) -> tuple[Ended, ...]:
        return tuple(
            Ended(Told(known.elements, deal.account), known.won, deal.closed)
            for deal, known in zip(self.rows.closed_deals, self.pbm.closed, strict=True)
        )

    @cached_property
    def _rates(self) -> AccountRates:
        return AccountRates(self._ended, self.rows.policy)

    @cached_property
    def choice(self) -> Choice:
        """Which candidate is used, and how each did on the later closed deals."""
        return choose(self._ended, self.rows.policy)

    @cached_property
    def _predict(self) -> Predictor:
        used = self.choice.used
        return self._rates if used is Candidate.RATE else predictor(used, self._ended, self.rows.policy)

    @cached_property
    def open(self) -> dict[str, Chance]:
        """By deal ID, every open deal."""
        return {deal.deal_id: self._chance(deal) for deal in self.rows.open_deals}

    def of(self, deal: Deal) -> Chance | None:
        """None for a deal that is closed or on hold."""
        if not deal.stage.is_open:
            return None
        return self.open.get(deal.deal_id) or self._chance(deal)

    def _chance(self, deal: Deal) -> Chance:
        told = told_of(deal)
        return chance(
            deal,
            self._predict(told),
            self.pbm.fits.get(deal.deal_id),
            by=self.choice.used,
            of_account=self._rates.of_account(told),
            policy=self.rows.policy,
        )

    def expected(self, deal: Deal) -> float | None:
        """Amount × chance, book's money unit; None while the amount is unknown or the deal is not open."""
        known = self.of(deal)
        return None if known is None or deal.amount is None else deal.amount * known.value

    def worth(self, deal: Deal) -> float:
        """What support is set against: the expected amount; of a deal that is not open what its amount was
        worth before its end was known."""
        expected = self.expected(deal)
        if expected is not None:
            return expected
        rate = moved_by_laws(self._predict(told_of(deal)), self.pbm.fit(deal), self.rows.policy)
        return (deal.amount or 0.0) * rate

    def interval(self, deals: Iterable[Deal]) -> tuple[float, float]:
        """deals: open ones. The interval of their sum won, with ``policy.forecast_interval``."""
        bets = [(d.amount, self.open[d.deal_id].value) for d in deals if d.amount is not None]
        return sum_interval([bet for bet in bets if bet[0] > 0], self.rows.policy.forecast_interval)
