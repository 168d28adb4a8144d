"""Won out of closed, told with its uncertainty (F)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.statistics import wilson
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal


@dataclass(frozen=True, slots=True)
class WinRate:
    """``k`` won of ``n`` closed deals; ``rate`` None below ``policy.rate_min_deals``; ``low`` and
    ``high`` Wilson's 95% interval, None when nothing is closed."""

    k: int
    n: int
    rate: float | None
    low: float | None
    high: float | None


def win_rate(k: int, n: int, policy: Policy) -> WinRate:
    """No percentage below ``rate_min_deals``: 3 of 4 stays "3 of 4"."""
    if not n:
        return WinRate(k=0, n=0, rate=None, low=None, high=None)
    interval = wilson(k, n)
    return WinRate(
        k=k, n=n, rate=k / n if n >= policy.rate_min_deals else None, low=interval.low, high=interval.high
    )


def won_of_closed(deals: Iterable[Deal]) -> dict[str, tuple[int, int]]:
    """Won and closed deals by account ID."""
    tallies: dict[str, tuple[int, int]] = {}
    for deal in deals:
        if deal.stage.is_closed:
            k, n = tallies.get(deal.account, (0, 0))
            tallies[deal.account] = (k + deal.stage.is_won, n + 1)
    return tallies


@dataclass(frozen=True)
class Rates:
    """by_account: won and closed deals by account ID."""

    by_account: Mapping[str, tuple[int, int]]
    policy: Policy

    @cached_property
    def seller(self) -> WinRate:
        k = sum(won for won, _closed in self.by_account.values())
        n = sum(closed for _won, closed in self.by_account.values())
        return win_rate(k, n, self.policy)

    def of(self, account_id: str) -> WinRate:
        return win_rate(*self.by_account.get(account_id, (0, 0)), self.policy)

    @property
    def mean(self) -> float | None:
        """μ: the seller's rate. None while it cannot be told: then no pattern's rate is shrunk."""
        return self.seller.rate
