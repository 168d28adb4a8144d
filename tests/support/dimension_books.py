"""Books for the indicators: one seller, rows as a case needs them, everything else left blank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.dimensions import Dimensions, indicators
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Account, Contact, Deal, Link, Practice, Seller, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    DealStage,
    Dimension,
    Influence,
    LinkRelation,
    LoopStage,
    Party,
    RequestStatus,
    YesNoUnknown,
)
from kasales_xl.core.verdicts.capability import GradeVerdict, grade

ON = dt.date(2026, 6, 30)
SELLER = Seller(
    seller_id="S1", name="张三", team="华东", period_start=dt.date(2026, 1, 1), annual_target=1000.0
)
#: Marked key decision maker, and influenced.
DM: dict[str, Any] = {"key_decision_maker": YesNoUnknown.YES}
OURS: dict[str, Any] = {"can_influence": Influence.YES}


def days_ago(days: int) -> dt.date:
    return ON - dt.timedelta(days=days)


def account(number: int = 1, *, big: bool = True, **fields: Any) -> Account:
    """Potential enough for a key account (K1), which the manager has confirmed to last (K2)."""
    row: dict[str, Any] = {
        "sustainable": YesNoUnknown.YES if big else YesNoUnknown.UNKNOWN,
        "account_id": f"A{number}",
        "account": f"客户{number}",
        "potential_12m": 400.0 if big else 10.0,
        "key_departments": ("采购部", "信息部"),
    }
    return Account(**(row | fields))


def contact(number: int, of: int = 1, **fields: Any) -> Contact:
    row: dict[str, Any] = {
        "contact_id": f"C{number}",
        "account": f"A{of}",
        "name": f"人{number}",
        "department": "采购部",
    }
    return Contact(**(row | fields))


def deal(number: int | str, of: int = 1, stage: DealStage = DealStage.SOLUTION, **fields: Any) -> Deal:
    row: dict[str, Any] = {
        "deal_id": f"D{number}",
        "account": f"A{of}",
        "deal": f"项目{number}",
        "stage": stage,
    }
    return Deal(**(row | fields))


def won(number: int | str, closed: dt.date, amount: float | None = 100.0, of: int = 1, **fields: Any) -> Deal:
    return deal(number, of, DealStage.WON, closed=closed, amount=amount, **fields)


def lost(number: int | str, closed: dt.date = ON, of: int = 1, **fields: Any) -> Deal:
    return deal(number, of, DealStage.LOST, closed=closed, **fields)


def big_deals(of: int = 1) -> list[Deal]:
    """Two big open deals of a key account, so far ahead that they make no trend."""
    return [
        deal(f"big{of}-{place}", of, amount=400.0, expected_close=ON + dt.timedelta(days=400 + place))
        for place in (1, 2)
    ]


def record(k: int, n: int, of: int = 1, **elements: Any) -> list[Deal]:
    """n closed deals of one account, the first k won, all with these elements."""
    name = "-".join(str(value) for value in (of, k, n, *elements.values()))
    return [
        (won if place < k else lost)(f"{name}-{place}", days_ago(900), of=of, **elements)
        for place in range(n)
    ]


def request(number: int, of: str, status: RequestStatus | None, **fields: Any) -> Support:
    row: dict[str, Any] = {
        "request_id": f"R{number}",
        "deal": of,
        "party": Party.SOLUTION,
        "status": status,
    }
    return Support(**(row | fields))


def link(start: str, relation: LinkRelation, end: str, strength: int | None = None) -> Link:
    return Link(from_person=start, relation=relation, to_person=end, strength=strength)


def read(
    *,
    accounts: Sequence[Account] = (),
    contacts: Sequence[Contact] = (),
    deals: Sequence[Deal] = (),
    support: Sequence[Support] = (),
    links: Sequence[Link] = (),
    seller: Seller = SELLER,
    policy: Policy = DEFAULT_POLICY,
    on: dt.date = ON,
) -> Dimensions:
    """The indicators of a book with these rows."""
    book = Book(seller, tuple(accounts), tuple(contacts), tuple(deals), tuple(support), tuple(links))
    return indicators(book, make_card(book, policy, on).accounts, policy, on)


def graded(value: int) -> dict[Dimension, GradeVerdict]:
    """All 35 practices graded alike by the manager."""
    return {
        dimension: grade(
            dimension,
            [
                Practice(
                    practice_id=f"{dimension.zh}{place}",
                    dimension=dimension,
                    stage=stage,
                    practice="-",
                    manager_grade=value,
                )
                for place, stage in enumerate(LoopStage)
            ],
        )
        for dimension in Dimension
    }
