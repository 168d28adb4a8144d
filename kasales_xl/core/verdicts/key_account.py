"""Is it a key account (大客户)? Big (K1) and sustainable (K2); missing data is never a no (K3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from kasales_xl.core.calendar import add_months
from kasales_xl.core.exact import exact, portion, reaches
from kasales_xl.core.policy import Policy
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Account, Deal, Seller
from kasales_xl.core.terms import KeyAccount


class Datum(Enum):
    """Data of the book that the verdict on an account may lack, by sheet and column."""

    TARGET = "seller", "annual_target"
    POTENTIAL = "accounts", "potential_12m"
    DEALS = "deals", "closed"
    KEY_DEPARTMENTS = "accounts", "key_departments"

    @property
    def sheet(self) -> str:
        return self.value[0]

    @property
    def column(self) -> str:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class KeyTest:
    """``big`` and ``sustainable`` are None where data is missing; ``reasons`` explain both;
    ``fill_in``: what to complete while undecided."""

    key: KeyAccount
    big: bool | None
    sustainable: bool | None
    reasons: tuple[Reason, ...]
    fill_in: tuple[Datum, ...] = ()


def big_deal_amount(seller: Seller, policy: Policy) -> float | None:
    """From which amount a deal is big, in the book's money unit; None while no target is known. K2."""
    if policy.big_deal_amount is not None:
        unit = policy.big_deal_unit or seller.money_unit
        return float(exact(policy.big_deal_amount) * unit.yuan / seller.money_unit.yuan)
    if not seller.annual_target or seller.annual_target <= 0:
        return None
    return portion(policy.big_deal_share, seller.annual_target)


def is_big(account: Account, seller: Seller, policy: Policy) -> bool | None:
    """K1: potential / target >= key_share, inclusive; None where either is missing."""
    target = seller.annual_target
    if account.potential_12m is None or not target or target < 0:
        return None
    return reaches(account.potential_12m, policy.key_share, target)


def big_deal_dates(
    deals: Iterable[Deal], seller: Seller, policy: Policy, on: dt.date
) -> tuple[dt.date, ...] | None:
    """Sorted days of the account's big deals that count for K2: won deals by ``closed``, open ones by
    ``expected_close`` from the scoring date on. None while the amount of a big deal is unknown."""
    least = big_deal_amount(seller, policy)
    if least is None:
        return None
    dates = []
    for deal in deals:
        # two numbers as they are compare like the decimals they are written as
        if deal.amount is None or deal.amount < least:
            continue
        if deal.stage.is_won and deal.closed is not None:
            dates.append(deal.closed)
        elif deal.stage.is_open and deal.expected_close is not None and deal.expected_close >= on:
            dates.append(deal.expected_close)
    return tuple(sorted(dates))


def is_sustainable(dates: tuple[dt.date, ...] | None, policy: Policy, on: dt.date) -> bool | None:
    """K2: two neighbours at most ``big_deal_gap_months`` apart, the later no older than
    ``big_deal_recent_months`` before ``on``; a single recent date decides nothing."""
    if not dates:
        return None
    oldest = add_months(on, -policy.big_deal_recent_months)
    # any pair will do: a long pause before it, or a third deal after it, takes nothing away
    for earlier, later in pairwise(dates):
        if later <= add_months(earlier, policy.big_deal_gap_months) and later >= oldest:
            return True
    # one recent deal may be the first of many; one old deal, or several too far apart, are an answer
    return None if len(dates) == 1 and dates[0] >= oldest else False


def key_account(
    account: Account, deals: Iterable[Deal], seller: Seller, policy: Policy, on: dt.date
) -> KeyTest:
    """deals: all rows of this account. Rules K1–K3."""
    big = is_big(account, seller, policy)
    dates = big_deal_dates(deals, seller, policy, on)
    sustainable = is_sustainable(dates, policy, on)
    if big is False or sustainable is False:
        key = KeyAccount.NO
    elif big and sustainable:
        key = KeyAccount.YES
    else:
        key = KeyAccount.UNDECIDED
    reasons = (
        Reason(
            {True: "big", False: "not-big", None: "size-unknown"}[big],
            have=account.potential_12m or 0,
            need=portion(policy.key_share, seller.annual_target or 0),
        ),
        Reason(
            {True: "sustainable", False: "not-sustainable", None: "sustainable-unknown"}[sustainable],
            have=len(dates or ()),
            need=2,
        ),
    )
    missing = _missing(account, seller, sustainable) if key is KeyAccount.UNDECIDED else ()
    return KeyTest(key=key, big=big, sustainable=sustainable, reasons=reasons, fill_in=missing)


def _missing(account: Account, seller: Seller, sustainable: bool | None) -> tuple[Datum, ...]:
    lacks = {
        Datum.TARGET: not seller.annual_target or seller.annual_target < 0,
        Datum.POTENTIAL: account.potential_12m is None,
        Datum.DEALS: sustainable is None,
    }
    return tuple(datum for datum, lacking in lacks.items() if lacking)
