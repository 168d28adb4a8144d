"""What the contacts of one account amount to, as facts: who decides, who listens, who is against us (§3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.evidence import is_evidence
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.rows.book import Doubt
from kasales_xl.core.terms import Influence, Stance, YesNoUnknown

_YES, _INFLUENCED, _OPPOSED = YesNoUnknown.YES, Influence.YES, Stance.OPPOSED


class TierCounts(NamedTuple):
    """All that a tier rests on, counted. ``covered``: key departments with an influenced DM (so one
    without any DM listed is never covered); ``related``: influenced related contacts, DMs included;
    ``unread``: rows and cells of people that were left out, so that nobody can say whether all is well."""

    key_departments: int
    covered: int
    dms: int
    influenced: int
    opposed: int
    related: int
    contacts: int = 1
    unread: int = 0


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Method §3. Departments as the account declares them, without repeats; people in row order.

    ``covered``: key departments with at least one influenced DM; ``without_dm``: those with no DM
    listed at all; ``misplaced``: marked key decision maker outside the key departments; ``unread``: what
    could not be read and might lower the tier, as findings name its place; ``evidenced``: influenced
    people of whom the book says what shows it (T8)."""

    contacts: int
    influenced: int
    key_departments: tuple[str, ...]
    covered: tuple[str, ...]
    without_dm: tuple[str, ...]
    dms: tuple[Contact, ...]
    influenced_dms: tuple[Contact, ...]
    opposed_dms: tuple[Contact, ...]
    influenced_related: tuple[Contact, ...]
    misplaced: tuple[Contact, ...]
    evidenced: int = 0
    unread: tuple[str, ...] = ()

    @property
    def counts(self) -> TierCounts:
        return TierCounts(
            key_departments=len(self.key_departments),
            covered=len(self.covered),
            dms=len(self.dms),
            influenced=len(self.influenced_dms),
            opposed=len(self.opposed_dms),
            related=len(self.influenced_related),
            contacts=self.contacts,
            unread=len(self.unread),
        )


#: Columns of an account whose cells decide a tier.
_OF_ACCOUNT = frozenset({"key_departments"})


def facts(account: Account, contacts: Sequence[Contact], doubts: Sequence[Doubt] = ()) -> AccountFacts:
    """contacts: all rows of this account; doubts: what of it could not be read. A DM is marked key decision
    maker in a key department; marked but elsewhere is an ordinary contact. Rule §3."""
    departments: dict[str, str] = {}
    for name in account.key_departments:
        departments.setdefault(name_key(name), name)
    marked = [c for c in contacts if c.key_decision_maker is _YES]
    dms = [c for c in marked if name_key(c.department) in departments]
    influenced = [c for c in contacts if c.can_influence is _INFLUENCED]
    influenced_dms = [c for c in dms if c.can_influence is _INFLUENCED]
    listed = {name_key(c.department) for c in dms}
    covered = {name_key(c.department) for c in influenced_dms}
    # rows are told apart by what they are, not by what they say: comparing them would take long
    are_dms = set(map(id, dms))
    return AccountFacts(
        contacts=len(contacts),
        influenced=len(influenced),
        key_departments=tuple(departments.values()),
        covered=tuple(name for key, name in departments.items() if key in covered),
        without_dm=tuple(name for key, name in departments.items() if key not in listed),
        dms=tuple(dms),
        influenced_dms=tuple(influenced_dms),
        opposed_dms=tuple([c for c in dms if c.stance is _OPPOSED]),
        influenced_related=tuple([c for c in influenced if c.business_related is _YES or id(c) in are_dms]),
        misplaced=tuple([c for c in marked if id(c) not in are_dms]),
        evidenced=sum(is_evidence(c.influence_evidence) for c in influenced),
        unread=tuple([d.cell for d in doubts if d.sheet == "contacts" or d.column in _OF_ACCOUNT]),
    )
