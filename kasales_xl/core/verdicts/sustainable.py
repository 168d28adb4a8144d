"""Does an account keep producing big deals (K2): proven, promised or confirmed; and what is still to win."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kasales_xl.core.calendar import add_months
from kasales_xl.core.exact import exact
from kasales_xl.core.policy import Policy, SustainableBy
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import DealStage, KeyGround, YesNoUnknown
from kasales_xl.core.verdicts.big_contributions import (
    BigContribution,
    Contributions,
    contributions,
    still_waiting,
)


@dataclass(frozen=True, slots=True)
class ToWin:
    """What must still be won: ``wins`` deals of at least ``amount`` each (book's money unit), closed by
    ``by``. ``beside``: the open deal that then carries on, None where the wins suffice by themselves."""

    wins: int
    amount: float
    by: dt.date
    beside: Deal | None = None


@dataclass(frozen=True, slots=True)
class Sustained:
    """The answer to K2: one of the grounds that concern it, TO_WIN while it is open. ``big``: the big
    contributions that it rests on; ``promise``: the open deal that it rests on; ``proven``: by what
    was won, whatever the manager says."""

    ground: KeyGround
    big: tuple[BigContribution, ...] = ()
    promise: Deal | None = None
    proven: bool = False

    @property
    def holds(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.ground.key.value)


def sustained(
    answer: YesNoUnknown, deals: Sequence[Deal], bar: float | None, policy: Policy, on: dt.date
) -> Sustained:
    """answer: the manager's, which goes before what the deals say; deals: all of one account; bar: from
    which amount a contribution is big, None while unknown. Rule K2."""
    found = contributions(deals, bar, policy, on).big if bar is not None else ()
    proven = _proven(found, policy, on)
    if answer is YesNoUnknown.YES:
        return Sustained(KeyGround.CONFIRMED, found[-2:] if proven else found[-1:], proven=proven)
    if answer is YesNoUnknown.NO:
        return Sustained(KeyGround.REFUSED, found[-1:], proven=proven)
    if proven:
        return Sustained(KeyGround.PROVEN, found[-2:], proven=True)
    if found and not _recent(found[-1].on, policy, on):
        return Sustained(KeyGround.LAPSED, found[-1:])
    ahead = promising(deals, bar, found[-1].on, policy, on) if found and bar is not None else ()
    if ahead and policy.sustainable_by is SustainableBy.PROMISED:
        return Sustained(KeyGround.PROMISED, found[-1:], ahead[0])
    return Sustained(KeyGround.TO_WIN, found[-1:], ahead[0] if ahead else None)


def _recent(day: dt.date, policy: Policy, on: dt.date) -> bool:
    return day >= add_months(on, -policy.big_deal_recent_months)


def _proven(found: Sequence[BigContribution], policy: Policy, on: dt.date) -> bool:
    """The last two big contributions near each other, and the last one recent."""
    for earlier, last in pairwise(found[-2:]):
        return last.on <= add_months(earlier.on, policy.big_deal_gap_months) and _recent(last.on, policy, on)
    return False


def promising(
    deals: Iterable[Deal], bar: float, last: dt.date, policy: Policy, on: dt.date
) -> tuple[Deal, ...]:
    """Open deals that promise another big one, the nearest first: big by themselves, in 方案 or later, not
    marked not real or not winnable, not overdue, expected soon enough after the ``last`` big one."""
    latest = add_months(last, policy.big_deal_gap_months)
    ahead = (
        deal
        for deal in deals
        if deal.stage.is_open
        and deal.stage >= DealStage.SOLUTION
        and deal.is_real is not YesNoUnknown.NO
        and deal.can_win is not YesNoUnknown.NO
        and deal.amount is not None
        and deal.amount >= bar
        and deal.expected_close is not None
        and on <= deal.expected_close <= latest
    )
    return tuple(sorted(ahead, key=lambda d: (d.expected_close, -(d.amount or 0), d.deal_id)))


def to_win(deals: Sequence[Deal], bar: float, policy: Policy, on: dt.date) -> ToWin:
    """The fewest wins that would show it while it is open, the smallest amount that does at any day up
    to the deadline. deals: all of one account, with no big contribution or a recent last one."""
    found = contributions(deals, bar, policy, on)
    if found.big:
        by = add_months(found.big[-1].on, policy.big_deal_gap_months)
        return ToWin(1, _short_of(bar, found, policy, by), by)
    if policy.sustainable_by is SustainableBy.PROMISED:
        ahead = promising(deals, bar, on, policy, on)
        if ahead:
            # the promise must still stand when the deal before it is won
            carries_on = ahead[-1]
            by = carries_on.expected_close or on
            return ToWin(1, _short_of(bar, found, policy, by), by, carries_on)
    return ToWin(2, bar, add_months(on, policy.big_deal_gap_months))


def _short_of(bar: float, found: Contributions, policy: Policy, by: dt.date) -> float:
    """What the waiting wins leave open of the bar, those that are let go by the deadline left out."""
    kept = still_waiting(found.waiting, add_months(by, -policy.big_deal_window_months))
    return float(exact(bar) - sum(exact(deal.amount or 0) for deal in kept))
