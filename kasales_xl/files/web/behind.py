"""Which cells of the book stand behind a number: what a manager asks first of any figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.results import period
from kasales_xl.core.rows import Deal, Row
from kasales_xl.core.terms import Dimension
from kasales_xl.core.verdicts.tier import AccountVerdict

#: Cells as ``[sheet, [rows], [columns]]``: every row with every column.
Cells = list[Any]

_TARGET: Cells = ["seller", [0], ["annual_target", "money_unit", "period_start"]]
_TEST = ["potential_12m", "sustainable", "owner"]
_PEOPLE = ["department", "key_decision_maker", "business_related", "can_influence", "stance", "last_contact"]
_EVIDENCE = "influence_evidence"
_WON = ["amount", "stage", "closed"]
_OPEN = ["amount", "stage", "expected_close", "is_real", "can_win"]
_FOUR = ["solution_advantage", "price_acceptance"]
_LIKE = ["budget_month", "procurement", "deciding_department", "key_criterion", "competitor", "incumbent"]


def behind(card: SellerCard) -> dict[str, list[Cells]]:
    """The cells by what rests on them: figures of the seller by name, ``account:ID:tier`` and
    ``account:ID:key``, ``deal:ID``, ``grade:tas``. Blank cells are named too: that nothing
    stands there decides as well."""
    said = _of_seller(card)
    for verdict in card.accounts:
        said |= _of_account(card, verdict)
    for one in card.dimensions.tas.cards:
        said[f"deal:{one.deal.deal_id}"] = _of_deal(card, one.deal)
    for dimension in Dimension:
        rows = _rows(row for row in card.book.practices if row.dimension is dimension)
        said[f"grade:{dimension.value}"] = [["practices", rows, ["practice", "self_grade", "manager_grade"]]]
    return said


def _of_seller(card: SellerCard) -> dict[str, list[Cells]]:
    book, counted = card.book, [verdict for verdict in card.accounts if verdict.counted]
    closed = [deal for deal in book.deals if deal.stage.is_closed]
    start = card.seller.period_start
    won = [deal for deal in closed if deal.stage.is_won and start and period(start).holds(deal.closed)]
    test: Cells = ["accounts", _rows(verdict.account for verdict in card.accounts), _TEST]
    people = [one for verdict in counted for one in book.people_of(verdict.account.account_id)]
    tiers: Cells = ["contacts", _rows(people), _PEOPLE]
    expert = ["track_expert", "industry_expert", "expert_evidence"]
    return {
        "target": [_TARGET],
        "won": [["deals", _rows(won), _WON]],
        "attainment": [_TARGET, ["deals", _rows(won), _WON]],
        "win_rate": [["deals", _rows(closed), ["stage", "closed"]]],
        "expected": [["deals", _rows(deal for deal in book.deals if deal.stage.is_open), _OPEN]],
        "coverage": [_TARGET, ["deals", _rows(d for d in book.deals if d.stage.is_open), _OPEN]],
        "key_accounts": [test],
        "level": [test, tiers, ["seller", [0], expert]],
        "confirmed": [["accounts", _rows(verdict.account for verdict in counted), ["confirmed_tier"]]],
    }


def _of_account(card: SellerCard, verdict: AccountVerdict) -> dict[str, list[Cells]]:
    key = f"account:{verdict.account.account_id}"
    row, people = [verdict.account.row], card.book.people_of(verdict.account.account_id)
    return {
        f"{key}:tier": [
            ["accounts", row, ["key_departments", "confirmed_tier"]],
            ["contacts", _rows(people), [*_PEOPLE, _EVIDENCE]],
        ],
        f"{key}:key": [
            ["accounts", row, _TEST],
            _TARGET,
            *([["deals", _rows(verdict.key_test.deals), _WON]] if verdict.key_test.deals else ()),
        ],
    }


def _of_deal(card: SellerCard, deal: Deal) -> list[Cells]:
    asked = [one for one in card.book.support if one.deal == deal.deal_id]
    support: Sequence[Cells] = (["support", _rows(asked), ["party", "days_wanted", "days_granted"]],)
    return [["deals", [deal.row], [*_OPEN, *_FOUR, *_LIKE]], *(support if asked else ())]


def _rows(rows: Iterable[Row]) -> list[int]:
    return [row.row for row in rows]
