"""Seller types and success criteria, described from the data (§7). Both are ours (F), and neither says
anything about a person's character."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.measure import ratio
from kasales_xl.core.exact import reaches
from kasales_xl.core.terms import Stance, Term, Tier


class SellerType(Term):
    """Where this seller's wins of the recent window came from."""

    PIONEER = "pioneer", "开拓", "opens new accounts"
    FARMER = "farmer", "深耕", "grows known accounts"
    BOTH = "both", "开拓与深耕兼有", "both"
    UNDECIDED = "undecided", "数据不足", "not enough data"


@dataclass(frozen=True, slots=True)
class TypeVerdict:
    """``new`` of ``n`` wins came from accounts whose first win lies in the recent window."""

    type: SellerType
    new: int
    n: int


@dataclass(frozen=True, slots=True)
class SuccessLine:
    """One criterion: ``value`` None is 数据不足. ``code``: ``attainment`` (times of the target),
    ``repeat`` (accounts with repeat big deals), ``growth`` (accounts whose tier rose), ``reference``
    (referenceable accounts)."""

    code: str
    value: float | None
    wanted: float

    @property
    def reached(self) -> bool | None:
        return None if self.value is None else reaches(self.value, self.wanted, 1)


def seller_type(dimensions: Dimensions) -> TypeVerdict:
    """Wins of the recent window from new against known accounts; a lean from ``policy.lean_share`` on;
    数据不足 below ``policy.rate_min_deals`` wins."""
    rows = dimensions.rows
    first: dict[str, dt.date] = {}
    recent: list[str] = []
    for deal in rows.closed_deals:
        if not deal.stage.is_won or deal.closed is None or deal.closed > rows.on:
            continue
        first[deal.account] = min(first.get(deal.account, deal.closed), deal.closed)
        if rows.recent.holds(deal.closed):
            recent.append(deal.account)
    n, new = len(recent), sum(rows.recent.holds(first[account]) for account in recent)
    if n < rows.policy.rate_min_deals:
        return TypeVerdict(SellerType.UNDECIDED, new, n)
    lean = rows.policy.lean_share
    if reaches(new, lean, n):
        return TypeVerdict(SellerType.PIONEER, new, n)
    return TypeVerdict(SellerType.FARMER if reaches(n - new, lean, n) else SellerType.BOTH, new, n)


def success(dimensions: Dimensions, before: Mapping[str, Tier] | None = None) -> tuple[SuccessLine, ...]:
    """before: tiers by account ID at an earlier snapshot; None while there is no history, then growth
    cannot be told. Criteria whose policy number is 0 are left out."""
    rows, policy = dimensions.rows, dimensions.rows.policy
    own = [verdict for verdict in rows.accounts if verdict.owned]
    repeat = sum(verdict.key_test.proven for verdict in own)
    grown = None
    if before is not None:
        known = [v for v in own if v.account.account_id in before]
        grown = float(sum(v.tier > before[v.account.account_id] for v in known)) if known else None
    references = sum(
        v.tier is Tier.STRONG and any(dm.stance is Stance.CHAMPION for dm in v.facts.influenced_dms)
        for v in own
    )
    has_deals = bool(rows.book.deals)
    lines = (
        SuccessLine("attainment", dimensions.measures["tas.attainment"].value, policy.success_attainment),
        SuccessLine("repeat", float(repeat) if has_deals else None, policy.success_repeat),
        SuccessLine("growth", grown, policy.success_growth),
        SuccessLine("reference", float(references) if rows.book.contacts else None, policy.success_reference),
    )
    return tuple(line for line in lines if line.wanted)


def reached_share(lines: tuple[SuccessLine, ...]) -> float | None:
    """Criteria reached / criteria that can be told, 0–1; None where none can be told."""
    known = [line.reached for line in lines if line.reached is not None]
    return ratio(sum(known), len(known))
