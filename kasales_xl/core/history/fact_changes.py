"""Which people and data of an account changed between two books: the why behind a changed tier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Influence, Stance, YesNoUnknown


class FactKind(Enum):
    """What may change: people first, then the account's own data, then the seller's."""

    WON = "won"
    LOST = "lost"
    RECONCILED = "reconciled"
    OPPOSED = "opposed"
    FOUND_DM = "found_dm"
    NO_DM = "no_dm"
    JOINED = "joined"
    LEFT = "left"
    MOVED = "moved"
    DEPARTMENTS = "departments"
    POTENTIAL = "potential"
    DEALS = "deals"
    SUSTAINABLE = "sustainable"
    CONFIRMED = "confirmed"
    OWNER = "owner"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class FactChange:
    """``person`` and ``department`` for people; ``was`` and ``now`` as text for data."""

    kind: FactKind
    person: str = ""
    department: str = ""
    was: str = ""
    now: str = ""


def fact_changes(before: Book | None, now: Book | None) -> dict[str, tuple[FactChange, ...]]:
    """Changes by account ID; under a blank ID those that concern all accounts. Empty where either book
    cannot be read."""
    if before is None or now is None:
        return {}
    of_account: defaultdict[str, list[FactChange]] = defaultdict(list)
    people_were, people_are = _people(before), _people(now)
    for account_id in dict.fromkeys([*people_were, *people_are]):
        of_account[account_id] += _of_people(people_were[account_id], people_are[account_id])
    accounts_were = {account.account_id: account for account in before.accounts}
    for account in now.accounts:
        if account.account_id in accounts_were:
            of_account[account.account_id] += _of_account(accounts_were[account.account_id], account)
    deals_were, deals_are = _deals(before), _deals(now)
    for account_id in dict.fromkeys([*deals_were, *deals_are]):
        if deals_were[account_id] != deals_are[account_id]:
            of_account[account_id].append(FactChange(FactKind.DEALS))
    if before.seller and now.seller and before.seller.annual_target != now.seller.annual_target:
        was, then = before.seller.annual_target, now.seller.annual_target
        of_account[""].append(FactChange(FactKind.TARGET, was=_text(was), now=_text(then)))
    return {account_id: tuple(changes) for account_id, changes in of_account.items() if changes}


def _people(book: Book) -> defaultdict[str, dict[str, Contact]]:
    people: defaultdict[str, dict[str, Contact]] = defaultdict(dict)
    for contact in book.contacts:
        people[contact.account][contact.contact_id] = contact
    return people


def _deals(book: Book) -> defaultdict[str, frozenset[object]]:
    """What the test of a key account looks at, so that a changed note is no change."""
    tested: defaultdict[str, frozenset[object]] = defaultdict(frozenset)
    for deal in book.deals:
        tested[deal.account] |= {
            (
                deal.deal_id,
                deal.amount,
                deal.stage,
                deal.closed,
                deal.expected_close,
                deal.is_real is YesNoUnknown.NO,
                deal.can_win is YesNoUnknown.NO,
            )
        }
    return tested


def _of_people(were: dict[str, Contact], are: dict[str, Contact]) -> Iterator[FactChange]:
    for contact_id in sorted(were.keys() | are.keys(), key=lambda key: _name(were, are, key)):
        a, b = were.get(contact_id), are.get(contact_id)
        if a and b:
            yield from _of_person(a, b)
        elif b and _counts(b):
            yield _about(FactKind.JOINED, b)
        elif a and _counts(a):
            yield _about(FactKind.LEFT, a)


def _name(were: dict[str, Contact], are: dict[str, Contact], key: str) -> tuple[str, str]:
    known = are.get(key) or were[key]
    return known.name, key


def _counts(contact: Contact) -> bool:
    """Can the coming or going of this person move a tier?"""
    is_dm = contact.key_decision_maker is YesNoUnknown.YES
    return is_dm or contact.can_influence is Influence.YES


def _of_person(a: Contact, b: Contact) -> Iterator[FactChange]:
    if (a.can_influence is Influence.YES) != (b.can_influence is Influence.YES):
        yield _about(FactKind.WON if b.can_influence is Influence.YES else FactKind.LOST, b)
    if (a.stance is Stance.OPPOSED) != (b.stance is Stance.OPPOSED):
        yield _about(FactKind.OPPOSED if b.stance is Stance.OPPOSED else FactKind.RECONCILED, b)
    was_dm, is_dm = (c.key_decision_maker is YesNoUnknown.YES for c in (a, b))
    if was_dm != is_dm:
        yield _about(FactKind.FOUND_DM if is_dm else FactKind.NO_DM, b)
    if name_key(a.department) != name_key(b.department):
        yield FactChange(
            kind=FactKind.MOVED, person=b.name, department=b.department, was=a.department, now=b.department
        )


def _about(kind: FactKind, contact: Contact) -> FactChange:
    return FactChange(kind, contact.name, contact.department)


def _of_account(a: Account, b: Account) -> Iterator[FactChange]:
    if {name_key(d) for d in a.key_departments} != {name_key(d) for d in b.key_departments}:
        was, now = ("、".join(account.key_departments) for account in (a, b))
        yield FactChange(FactKind.DEPARTMENTS, was=was, now=now)
    if a.potential_12m != b.potential_12m:
        yield FactChange(FactKind.POTENTIAL, was=_text(a.potential_12m), now=_text(b.potential_12m))
    if a.sustainable is not b.sustainable:
        yield FactChange(FactKind.SUSTAINABLE, was=a.sustainable.value, now=b.sustainable.value)
    if a.confirmed_tier is not b.confirmed_tier:
        was, now = (one.confirmed_tier.value if one.confirmed_tier else "" for one in (a, b))
        yield FactChange(FactKind.CONFIRMED, was=was, now=now)
    if name_key(a.owner) != name_key(b.owner):
        yield FactChange(FactKind.OWNER, was=a.owner, now=b.owner)


def _text(number: float | None) -> str:
    return "" if number is None else f"{number:,.2f}".rstrip("0").rstrip(".")
