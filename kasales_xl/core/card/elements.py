"""Elements of a relationship, rated per key contact from what the book holds already (§7).

The method names seven elements without describing them; this list is ours (F), every element of it may
be renamed or dropped in the policy. It rates a relation, never a person: there is no personality score."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.lists import RelationElement
from kasales_xl.core.rows import Contact, Link
from kasales_xl.core.terms import BuyingRole, Influence, LinkRelation, Stance

_FULL = 3
_STANCES = {Stance.OPPOSED: 0, Stance.NEUTRAL: 1, Stance.SUPPORTER: 2, Stance.CHAMPION: 3}
_INFLUENCES = {Influence.YES: 3, Influence.NO: 0}


@dataclass(frozen=True, slots=True)
class ElementRating:
    """``grade`` 0–3, None where the book says nothing about it."""

    element: RelationElement
    grade: int | None


@dataclass(frozen=True, slots=True)
class ContactElements:
    """A key contact with all elements of the policy, in its order; ``weakest`` is the first element
    with the lowest grade, None where nothing is known."""

    contact: Contact
    ratings: tuple[ElementRating, ...]

    @property
    def weakest(self) -> RelationElement | None:
        known = [rating for rating in self.ratings if rating.grade is not None]
        return min(known, key=lambda rating: rating.grade or 0).element if known else None


def referrals(contacts: Iterable[Contact], links: Iterable[Link]) -> Counter[str]:
    """How many people each contact introduced (either sheet), by contact ID."""
    pairs = {(link.from_person, link.to_person) for link in links if link.relation is LinkRelation.INTRODUCES}
    pairs |= {(c.introduced_by, c.contact_id) for c in contacts if c.introduced_by}
    return Counter(giver for giver, _ in pairs)


def rate(code: str, contact: Contact, introduced: int, policy: Policy, on: dt.date) -> int | None:
    """One element, 0–3. ``known``: how many of department, title and buying role are on the sheet;
    ``contact``: 3 × 0.5^(days since last contact / half-life), rounded; ``value`` and ``trust`` as
    graded; ``stance``: opposed 0 … champion 3; ``influence``: no 0, yes 3; ``referral``: people
    introduced, at most 3."""
    if code == "known":
        return (
            bool(contact.department) + bool(contact.title) + (contact.buying_role is not BuyingRole.UNKNOWN)
        )
    if code == "contact":
        if contact.last_contact is None:
            return None
        days = max(0, (on - contact.last_contact).days)
        return int(_FULL * 0.5 ** (days / policy.recency_half_life_days) + 0.5)
    if code == "referral":
        return min(_FULL, introduced)
    if code == "stance":
        return _STANCES.get(contact.stance)
    if code == "influence":
        return _INFLUENCES.get(contact.can_influence)
    return contact.value if code == "value" else contact.trust


def relationship_elements(rows: SortedRows) -> tuple[ContactElements, ...]:
    """The DMs of the seller's key accounts, in row order."""
    introduced = referrals(rows.book.contacts, rows.book.links)
    policy, on = rows.policy, rows.on
    return tuple(
        ContactElements(
            dm,
            tuple(
                ElementRating(element, rate(element.code, dm, introduced[dm.contact_id], policy, on))
                for element in policy.elements
            ),
        )
        for verdict in rows.key_accounts
        for dm in verdict.facts.dms
    )
