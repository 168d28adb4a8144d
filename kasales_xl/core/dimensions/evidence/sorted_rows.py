"""The rows of one book, sorted once for all five dimensions: by account, by deal, by state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.calendar import add_months
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact, Deal, Support
from kasales_xl.core.rows.book import Book, grouped
from kasales_xl.core.terms import Tier
from kasales_xl.core.verdicts.tier import AccountVerdict


@dataclass(frozen=True, slots=True)
class Window:
    """Days later than ``after`` and no later than ``last``."""

    after: dt.date
    last: dt.date

    def holds(self, day: dt.date | None) -> bool:
        return day is not None and self.after < day <= self.last


@dataclass(frozen=True)
class SortedRows:
    """A book with the verdicts on its accounts, on one day under one policy."""

    book: Book
    accounts: tuple[AccountVerdict, ...]
    policy: Policy
    on: dt.date

    @cached_property
    def by_id(self) -> dict[str, AccountVerdict]:
        return {verdict.account.account_id: verdict for verdict in self.accounts}

    @cached_property
    def key_accounts(self) -> tuple[AccountVerdict, ...]:
        """The seller's own key accounts (those that count), in row order."""
        return tuple(verdict for verdict in self.accounts if verdict.counted)

    @cached_property
    def support_of(self) -> Mapping[str, Sequence[Support]]:
        """Requests by deal ID."""
        return grouped(self.book.support, "deal")

    @cached_property
    def deal(self) -> dict[str, Deal]:
        return {deal.deal_id: deal for deal in self.book.deals}

    @cached_property
    def contact(self) -> dict[str, Contact]:
        return {contact.contact_id: contact for contact in self.book.contacts}

    @cached_property
    def open_deals(self) -> tuple[Deal, ...]:
        return tuple(deal for deal in self.book.deals if deal.stage.is_open)

    @cached_property
    def closed_deals(self) -> tuple[Deal, ...]:
        """Won or lost, dated or not: what a win rate is made of."""
        return tuple(deal for deal in self.book.deals if deal.stage.is_closed)

    def tier(self, account_id: str) -> Tier:
        """The account's tier; an account that is not in the book is unknown."""
        verdict = self.by_id.get(account_id)
        return verdict.tier if verdict else Tier.UNKNOWN

    def name(self, account_id: str) -> str:
        verdict = self.by_id.get(account_id)
        return verdict.account.account if verdict else account_id

    @cached_property
    def recent(self) -> Window:
        """The last ``window_months`` up to and including ``on``."""
        return self.windows(self.policy.window_months)[0]

    def windows(self, months: int) -> tuple[Window, Window]:
        """The last ``months`` up to and including ``on``, and as many just before them."""
        recent = Window(add_months(self.on, -months), self.on)
        return recent, Window(add_months(self.on, -2 * months), recent.after)
