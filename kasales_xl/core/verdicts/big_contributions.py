"""The big contributions of one account: wins that together reach the bar within the window (K2).

The bar is the account's, not a single deal's: many small wins of one year count like one large one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kasales_xl.core.calendar import add_months
from kasales_xl.core.exact import together_reach
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal


@dataclass(frozen=True, slots=True)
class BigContribution:
    """Won deals by date that together reach the bar; ``on``: the day of the last of them."""

    on: dt.date
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Contributions:
    """``big`` from old to new; ``waiting``: the latest wins that make none yet."""

    big: tuple[BigContribution, ...]
    waiting: tuple[Deal, ...]


def counts_as_won(deal: Deal, on: dt.date) -> bool:
    """Won, with an amount, and closed by the scoring date: nothing else is a contribution."""
    return deal.stage.is_won and deal.amount is not None and deal.closed is not None and deal.closed <= on


def contributions(deals: Iterable[Deal], bar: float, policy: Policy, on: dt.date) -> Contributions:
    """deals: all of one account; bar: in the book's money unit. Won deals by date, the larger first on one
    day; each is put to those waiting, those that closed more than the window before it are let go; as
    soon as they reach the bar together they are one big contribution, and none of them counts again."""
    big: list[BigContribution] = []
    waiting: list[Deal] = []
    won = (deal for deal in deals if counts_as_won(deal, on))
    for deal in sorted(won, key=lambda d: (d.closed, -(d.amount or 0), d.deal_id)):
        day = deal.closed or on
        since = add_months(day, -policy.big_deal_window_months)
        waiting = [*still_waiting(waiting, since), deal]
        if together_reach([one.amount or 0 for one in waiting], bar):
            big.append(BigContribution(day, tuple(waiting)))
            waiting = []
    return Contributions(tuple(big), tuple(waiting))


def still_waiting(deals: Sequence[Deal], since: dt.date) -> tuple[Deal, ...]:
    """Those that closed on this day or later."""
    return tuple(deal for deal in deals if deal.closed is not None and deal.closed >= since)
