"""What a deal's row says about how its project is decided: the elements that patterns are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.pools import Case
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import KeyCriterion, Procurement, Term, YesNoUnknown


class DealElement(Term):
    """G2, PBM."""

    BUDGET_MONTH = "budget_month", "预算月份", "budget month"
    PROCUREMENT = "procurement", "采购方式", "procurement"
    DECIDING_DEPARTMENT = "deciding_department", "决策部门", "deciding department"
    KEY_CRITERION = "key_criterion", "关键标准", "key criterion"
    COMPETITOR = "competitor", "主要对手", "main competitor"
    INCUMBENT = "incumbent", "我方在位", "we are incumbent"
    CYCLE = "cycle", "周期", "cycle"


class Cycle(Term):
    """Days from created to closed, by ``cycle_short_days`` and ``cycle_long_days``."""

    SHORT = "short", "短周期", "short"
    MIDDLE = "middle", "中等周期", "middling"
    LONG = "long", "长周期", "long"


#: Elements that a person types; the cycle follows from the dates and is known only in the end.
TYPED = tuple(element for element in DealElement if element is not DealElement.CYCLE)
#: The values of elements that are choices, by element and code; the others are months and names.
CODED: dict[str, dict[str, Term]] = {
    element.value: {term.value: term for term in choices}
    for element, choices in (
        (DealElement.PROCUREMENT, tuple(Procurement)),
        (DealElement.KEY_CRITERION, tuple(KeyCriterion)),
        (DealElement.INCUMBENT, tuple(YesNoUnknown)),
        (DealElement.CYCLE, tuple(Cycle)),
    )
}


def elements_of(deal: Deal) -> dict[str, str]:
    """Element → value of what is typed on the row: codes of choices, comparable names, the month's
    number; blank and unknown left out."""
    values: dict[str, str] = {}
    if deal.budget_month is not None:
        values["budget_month"] = f"{deal.budget_month:02d}"
    if deal.procurement is not None:
        values["procurement"] = deal.procurement.value
    if deal.deciding_department:
        values["deciding_department"] = name_key(deal.deciding_department)
    if deal.key_criterion is not None:
        values["key_criterion"] = deal.key_criterion.value
    if deal.competitor:
        values["competitor"] = name_key(deal.competitor)
    if deal.incumbent is not YesNoUnknown.UNKNOWN:
        values["incumbent"] = deal.incumbent.value
    return values


class Closed(NamedTuple):
    """What of a closed deal patterns are made of, whatever the policy: won or lost, ``elements`` as typed,
    ``days`` from created to closed (None where that cannot be told), ``names`` as they are spelt;
    ``account``: the seller's and the account's ID, for every book has an A001."""

    won: bool
    elements: dict[str, str]
    days: int | None
    names: tuple[str, str]
    account: str


def closed_deal(deal: Deal, seller_id: str) -> Closed:
    days = None
    if deal.created is not None and deal.closed is not None and deal.created <= deal.closed:
        days = (deal.closed - deal.created).days
    names = (deal.deciding_department, deal.competitor)
    return Closed(deal.stage.is_won, elements_of(deal), days, names, f"{seller_id}\x1f{deal.account}")


def case_of(deal: Closed, policy: Policy) -> Case:
    """A closed deal with its elements, the cycle among them."""
    if deal.days is None:
        return Case(deal.won, deal.elements, deal.account)
    if deal.days <= policy.cycle_short_days:
        cycle = Cycle.SHORT
    else:
        cycle = Cycle.MIDDLE if deal.days <= policy.cycle_long_days else Cycle.LONG
    return Case(deal.won, {**deal.elements, "cycle": cycle.value}, deal.account)


def spellings(names: Iterable[str]) -> dict[str, str]:
    """How departments and competitors are written, by comparable name: the first in text order."""
    spelt_as: dict[str, str] = {}
    for text in dict.fromkeys(names):
        if text:
            key, spelt = name_key(text), text.strip()
            spelt_as[key] = min(spelt_as.get(key, spelt), spelt)
    return spelt_as
