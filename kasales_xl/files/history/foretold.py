"""Forecasts out of a history: each seller's days judged again, one seller at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.history.foretold import Foretold, Remembered, days_to_judge, foretold, remembered
from kasales_xl.core.history.snapshot import judge_again, policy_of
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.files.history.store import History


def foretold_by(history: History, policy: Policy | None = None) -> tuple[Foretold, Policy, dt.date | None]:
    """policy: the company's; None: that of the latest snapshot, where this program can read it. Returns the
    policy used and the latest day, None where there is none. Days whose facts or rules cannot be read
    any more are left out."""
    people = history.sellers()
    latest = max(people, key=lambda point: point.on, default=None)
    one = history.load(latest.key) if latest is not None else None
    company = policy or (policy_of(one) if one is not None else None) or DEFAULT_POLICY
    known = (_seller(history, point.seller_id) for point in people)
    told = foretold((seller for seller in known if seller is not None), company)
    return told, company, latest.on if latest is not None else None


def _seller(history: History, seller_id: str) -> Remembered | None:
    return remembered(_cards(history, seller_id))


def _cards(history: History, seller_id: str) -> Iterator[SellerCard]:
    """From old to new."""
    points = {point.on: point.key for point in history.series(seller_id)}
    for day in days_to_judge(list(points)):
        one = history.load(points[day])
        policy = policy_of(one) if one is not None else None
        card = judge_again(one, policy, one.on) if one is not None and policy is not None else None
        if card is not None:
            yield card
