"""Accounts that could be lost: opposed decision makers, cold relations, one thread only, no verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Influence
from kasales_xl.core.verdicts.tier import AccountVerdict, is_stale


@dataclass(frozen=True, slots=True)
class AccountRisk:
    """People in row order. ``single``: the one person in the account whom the seller can influence,
    None where there are several or none; ``undecided``: the key-account test lacks data (K3)."""

    verdict: AccountVerdict
    opposed: tuple[Contact, ...]
    stale: tuple[Contact, ...]
    single: Contact | None
    undecided: bool

    @property
    def kinds(self) -> int:
        """How many kinds of risk meet in this account."""
        return sum((bool(self.opposed), bool(self.stale), self.single is not None, self.undecided))


def account_risks(
    book: Book, accounts: Sequence[AccountVerdict], policy: Policy, on: dt.date
) -> tuple[AccountRisk, ...]:
    """The seller's key and undecided accounts with at least one risk, most kinds first, then by name.
    Risks change no tier (T5)."""
    watched = (v for v in accounts if v.counted or v.undecided)
    risks = (_risk(v, book.people_of(v.account.account_id), policy, on) for v in watched)
    return tuple(sorted((r for r in risks if r.kinds), key=lambda r: (-r.kinds, r.verdict.account.account)))


def _risk(verdict: AccountVerdict, people: Sequence[Contact], policy: Policy, on: dt.date) -> AccountRisk:
    influenced = [person for person in people if person.can_influence is Influence.YES]
    return AccountRisk(
        verdict=verdict,
        opposed=verdict.facts.opposed_dms,
        stale=tuple(person for person in people if is_stale(person, policy, on)),
        single=influenced[0] if len(influenced) == 1 else None,
        undecided=verdict.undecided,
    )
