"""Accounts that somebody has to look after: why, and how much money stands there in open deals (F)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.names import person
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Tier
from kasales_xl.core.verdicts.risks import AccountRisk

if TYPE_CHECKING:
    from kasales_xl.core.card.seller_card import SellerCard


class Urgency(IntEnum):
    """``ACT``: a rep can hardly settle it alone; ``WATCH``: the rep should; ``OPEN``: data is missing."""

    OPEN = 0
    WATCH = 1
    ACT = 2


#: How urgent each reason is, in the order in which reasons are told.
URGENCY: dict[str, Urgency] = {
    "opposed": Urgency.ACT,
    "dm-opposed": Urgency.ACT,
    "support-late": Urgency.ACT,
    "stage-without-dm": Urgency.ACT,
    "cannot-win": Urgency.ACT,
    "need-not-real": Urgency.ACT,
    "no-dm-met": Urgency.WATCH,
    "against-law": Urgency.WATCH,
    "stale": Urgency.WATCH,
    "single": Urgency.WATCH,
    "undecided": Urgency.OPEN,
}
_TOLD = list(URGENCY)
#: A key decision maker opposes: in a key account or an undecided one, or of another account's open deal.
OPPOSED = frozenset({"opposed", "dm-opposed"})
#: The seller's own word that a deal brings nothing.
_WRITTEN_OFF = frozenset({"cannot-win", "need-not-real"})


class DealConcern(NamedTuple):
    """An open deal at stake; ``amount`` in yuan, None where unknown; ``flags``: those of ``URGENCY``, none
    where only its account is at risk."""

    deal: str
    amount: float | None
    flags: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """``people``: reasons that lie in the account (opposed, stale, single, undecided), with whom they come
    from; ``deals``: at stake, the largest first: of an account at risk all open ones, else those with a
    flag."""

    account: str
    account_id: str
    tier: Tier
    people: tuple[Reason, ...]
    deals: tuple[DealConcern, ...]

    @property
    def amount(self) -> float:
        """Yuan in the open deals at stake."""
        return math.fsum(deal.amount or 0.0 for deal in self.deals)

    @property
    def winnable(self) -> float:
        """Yuan in those of them that the seller has not written off himself."""
        return math.fsum(
            deal.amount or 0.0
            for deal in self.deals
            if not any(flag.code in _WRITTEN_OFF for flag in deal.flags)
        )

    @property
    def opponents(self) -> tuple[str, ...]:
        """The key decision makers who oppose, each once."""
        told = (name for reason, _ in self.reasons if reason.code in OPPOSED for name in reason.names)
        return tuple(dict.fromkeys(told))

    @property
    def reasons(self) -> tuple[tuple[Reason, DealConcern | None], ...]:
        """The most urgent first; a deal's with the deal."""
        found: list[tuple[Reason, DealConcern | None]] = [(reason, None) for reason in self.people]
        found += [(flag, deal) for deal in self.deals for flag in deal.flags]
        return tuple(sorted(found, key=lambda one: _TOLD.index(one[0].code)))

    @property
    def urgency(self) -> Urgency:
        return max((URGENCY[reason.code] for reason, _ in self.reasons), default=Urgency.OPEN)


def by_money(concern: Concern) -> tuple[float, int, str]:
    """Sort key: the most money first, then the most urgent."""
    return -concern.amount, -concern.urgency, concern.account


def for_the_director(concern: Concern) -> tuple[int, bool, float, float, str]:
    """Sort key: what a rep can hardly settle alone first, of that where a key decision maker opposes and
    money can still be won, then the most money that can be."""
    contested = bool(concern.opponents) and concern.winnable > 0
    return -concern.urgency, not contested, -concern.winnable, -concern.amount, concern.account


def concerns(card: SellerCard) -> tuple[Concern, ...]:
    """The seller's accounts with a risk or with an open deal that asks for somebody, most money first."""
    risks = {risk.verdict.account.account_id: risk for risk in card.risks}
    deals: defaultdict[str, list[DealCard]] = defaultdict(list)
    for deal in card.dimensions.tas.cards:
        deals[deal.deal.account].append(deal)
    found = (_concern(key, risks.get(key), deals[key], card) for key in {**risks, **deals})
    return tuple(sorted((one for one in found if one.people or one.deals), key=by_money))


def _concern(key: str, risk: AccountRisk | None, deals: Iterable[DealCard], card: SellerCard) -> Concern:
    rows = card.dimensions.rows
    people = tuple(_of_people(risk)) if risk else ()
    at_risk = any(URGENCY[reason.code] > Urgency.OPEN for reason in people)
    told = {reason.code for reason in people}
    sized = [(deal, _flags(deal, told)) for deal in deals]
    yuan = card.seller.money_unit.yuan
    at_stake = [
        DealConcern(deal.deal.deal, None if deal.deal.amount is None else deal.deal.amount * yuan, flags)
        for deal, flags in sized
        if flags or at_risk
    ]
    at_stake.sort(key=lambda deal: (-(deal.amount or 0.0), deal.deal))
    return Concern(rows.name(key), key, rows.tier(key), people, tuple(at_stake))


def _of_people(risk: AccountRisk) -> Iterator[Reason]:
    if risk.opposed:
        yield Reason("opposed", _names(risk.opposed))
    if risk.stale:
        yield Reason("stale", _names(risk.stale))
    if risk.single is not None:
        yield Reason("single", _names((risk.single,)))
    if risk.undecided:
        yield Reason("undecided")


def _names(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(person(contact.department, contact.name) for contact in contacts)


def _flags(deal: DealCard, told: set[str]) -> tuple[Reason, ...]:
    """told: what is said of the account already."""
    return tuple(
        flag
        for flag in deal.flags
        if flag.code in URGENCY and not (flag.code == "dm-opposed" and "opposed" in told)
    )
