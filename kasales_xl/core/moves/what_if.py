"""What would be if these moves were made: the same book with the moves entered in its rows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kasales_xl.core.exact import exact
from kasales_xl.core.moves.move import (
    COMPLETE_DATA,
    CONFIRM_TIER,
    FIND_DM,
    NEUTRALISE,
    WIN_DEAL,
    Move,
)
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact, Deal, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Influence, Stance, YesNoUnknown
from kasales_xl.core.verdicts.key_account import Datum, big_deal_amount, filled_in, key_account

#: A key department or a person whose name nobody knows yet.
UNKNOWN_NAME = "?"


def apply_moves(book: Book, moves: Iterable[Move], policy: Policy, on: dt.date) -> Book:
    """The book after the moves, a new one; findings and places stay as they were.

    Winning somebody sets their influence to yes; neutralising an opponent sets the stance to neutral;
    a decision maker who was found is a new contact; a deal to win is won on the day. Data to complete is
    filled in so that the account just passes the key-account test: whether it really does, only the true
    data will tell."""
    made = tuple(moves)
    changed = _Changes(book, policy, on)
    if any(move.datum is Datum.TARGET for move in made):
        changed.suppose(move.account_id for move in made)
    for move in made:
        if move.kind == COMPLETE_DATA:
            changed.complete(move)
        elif move.kind == WIN_DEAL:
            changed.win_deal(move)
        elif move.kind == CONFIRM_TIER:
            changed.confirm(move)
        elif move.kind == FIND_DM:
            changed.find(move)
        else:
            changed.win(move)
    return changed.book()


class _Changes:
    """Rows of one book while the moves are entered, by ID."""

    def __init__(self, book: Book, policy: Policy, on: dt.date) -> None:
        self._book, self._policy, self._on = book, policy, on
        self._seller = book.seller
        self._accounts = {a.account_id: a for a in book.accounts}
        self._contacts = list(book.contacts)
        self._deals = list(book.deals)
        self._supposed: set[str] = set()
        self._doubts = book.doubts
        self._found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def suppose(self, account_ids: Iterable[str]) -> None:
        """Accounts of whom the data to come is supposed to show that they last."""
        self._supposed.update(account_ids)

    def book(self) -> Book:
        self._suppose_they_last()
        return replace(
            self._book,
            seller=self._seller,
            accounts=tuple(self._accounts.values()),
            contacts=tuple(self._contacts),
            deals=tuple(self._deals),
            doubts=self._doubts,
        )

    def _suppose_they_last(self) -> None:
        if self._seller is None:
            return
        for account_id in self._supposed & self._accounts.keys():
            account = self._accounts[account_id]
            deals = [deal for deal in self._deals if deal.account == account_id]
            if not key_account(account, deals, self._seller, self._policy, self._on).sustainable:
                lasting = account.model_copy(update={"sustainable": YesNoUnknown.YES})
                self._accounts[account_id] = lasting

    def win(self, move: Move) -> None:
        change = {"stance": Stance.NEUTRAL} if move.kind == NEUTRALISE else {"can_influence": Influence.YES}
        if move.contact_id:
            person = (move.account_id, move.contact_id)
            numbers = [n for n, c in enumerate(self._contacts) if (c.account, c.contact_id) == person]
        else:
            numbers = [self._found[move.account_id, name_key(move.department)].pop(0)]
        for number in numbers:
            self._contacts[number] = self._contacts[number].model_copy(update=change)

    def find(self, move: Move) -> None:
        department = move.department or self._unnamed(move)
        self._found[move.account_id, name_key(move.department)].append(len(self._contacts))
        self._contacts.append(
            Contact(
                contact_id=f"{UNKNOWN_NAME}{len(self._contacts) + 1}",
                account=move.account_id,
                name=UNKNOWN_NAME,
                department=department,
                key_decision_maker=YesNoUnknown.YES,
                business_related=YesNoUnknown.YES,
            )
        )

    def _unnamed(self, move: Move) -> str:
        """The first of the account's departments without a name that has nobody yet."""
        peopled = {c.department for c in self._contacts if c.account == move.account_id}
        departments = self._accounts[move.account_id].key_departments
        unnamed = [d for d in departments if d.startswith(UNKNOWN_NAME)]
        return next((d for d in unnamed if d not in peopled), unnamed[0])

    def win_deal(self, move: Move) -> None:
        self._deals.append(
            Deal(
                deal_id=f"{UNKNOWN_NAME}{len(self._deals) + 1}",
                account=move.account_id,
                deal=UNKNOWN_NAME,
                amount=move.amount,
                stage=DealStage.WON,
                closed=self._on,
            )
        )

    def confirm(self, move: Move) -> None:
        account = self._accounts[move.account_id]
        update = {"confirmed_tier": move.tier}
        self._accounts[move.account_id] = account.model_copy(update=update)

    def complete(self, move: Move) -> None:
        if move.datum is Datum.TARGET:
            self._seller = self._with_target(self._seller)
            return
        account = self._accounts[move.account_id]
        if move.cell:
            self._doubts = tuple(
                d for d in self._doubts if (d.account, d.cell) != (move.account_id, move.cell)
            )
        if move.datum in (None, Datum.SUSTAINABLE):
            return
        if move.datum is Datum.KEY_DEPARTMENTS:
            unknown = f"{UNKNOWN_NAME}{len(account.key_departments) + 1}"
            departments = (*account.key_departments, move.department or unknown)
            self._accounts[move.account_id] = account.model_copy(update={"key_departments": departments})
        elif move.datum is Datum.POTENTIAL:
            share, target = exact(self._policy.key_share), exact(self._target())
            update = {"potential_12m": _up(float(share * target))}
            self._accounts[move.account_id] = account.model_copy(update=update)
        else:
            self.suppose((move.account_id,))
            bar = (big_deal_amount(self._seller, self._policy) if self._seller else None) or 0.0
            self._deals = [
                filled_in(deal, bar, self._on) if deal.deal_id == move.deal_id else deal
                for deal in self._deals
            ]

    def _with_target(self, seller: Seller | None) -> Seller | None:
        """A target low enough for every account of the book that has a potential to be big."""
        known = [a.potential_12m for a in self._book.accounts if a.potential_12m]
        target = float(exact(min(known, default=1.0)) / exact(self._policy.key_share))
        return seller and seller.model_copy(update={"annual_target": target * (1 - 1e-9)})

    def _target(self) -> float:
        return (self._seller.annual_target if self._seller else None) or 1.0


def _up(amount: float) -> float:
    """A little more, so that no rounding takes the amount below its threshold."""
    return amount * (1 + 1e-9)
