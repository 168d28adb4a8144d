"""A move: one thing a seller can do that brings an account up (P2), and what it costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import MoneyUnit, Tier
from kasales_xl.core.verdicts.key_account import BlankCell, Datum
from kasales_xl.core.verdicts.sustainable import ToWin

#: Costs are compared in whole millionths, so that 0.1 + 0.2 is 0.3.
COST_UNIT = 1_000_000

WIN_DM = "win_dm"
WIN_RELATED = "win_related"
NEUTRALISE = "neutralise"
FIND_DM = "find_dm"
COMPLETE_DATA = "complete_data"
WIN_DEAL = "win_deal"
CONFIRM_TIER = "confirm_tier"
KINDS = (WIN_DM, WIN_RELATED, NEUTRALISE, FIND_DM, COMPLETE_DATA, WIN_DEAL, CONFIRM_TIER)


@dataclass(frozen=True, slots=True)
class Move:
    """``kind`` is one of those above. Who or what it is about: ``contact_id`` and ``person`` for people
    in the book; a decision maker yet to be found has a ``department`` only (blank where even that is
    still to be named); ``datum`` for data to fill in, of a ``deal`` where it is one's; ``cell`` for one to
    put right; ``amount`` in ``unit`` and ``by`` for a deal to win, the ``nth`` of several; ``tier`` for one
    to be confirmed. A move that concerns the seller and no single account has a blank ``account_id``."""

    kind: str
    account_id: str = ""
    account: str = ""
    contact_id: str = ""
    person: str = ""
    department: str = ""
    datum: Datum | None = None
    cell: str = ""
    deal_id: str = ""
    deal: str = ""
    amount: float = 0.0
    unit: MoneyUnit | None = None
    by: dt.date | None = None
    nth: int = 0
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The least set of moves that brings one account up. ``tier``: what the account has then, at least
    the tier asked for; ``cost`` in millionths of the policy's weights."""

    tier: Tier
    moves: tuple[Move, ...]
    cost: int


def cost_of(kind: str, policy: Policy) -> int:
    """What a move of this kind costs, in millionths."""
    return round(float(getattr(policy, f"cost_{kind}")) * COST_UNIT)


def costs_of(policy: Policy) -> dict[str, int]:
    """What a move of each kind costs, in millionths: looked up once for many moves."""
    return {kind: cost_of(kind, policy) for kind in KINDS}


def total_cost(moves: Iterable[Move], policy: Policy) -> int:
    return sum(cost_of(move.kind, policy) for move in moves)


def about(kind: str, account: Account, contact: Contact) -> Move:
    """A move that concerns a person in the book."""
    return Move(
        kind=kind,
        account_id=account.account_id,
        account=account.account,
        contact_id=contact.contact_id,
        person=contact.name,
        department=contact.department,
    )


def to_fill_in(cell: BlankCell, account: Account) -> Move:
    """Data to complete; the seller's own target concerns no single account."""
    if cell.datum is Datum.TARGET:
        return Move(COMPLETE_DATA, datum=cell.datum)
    return Move(
        COMPLETE_DATA,
        account.account_id,
        account.account,
        datum=cell.datum,
        deal_id=cell.deal_id,
        deal=cell.deal,
        cell=cell.cell,
    )


def to_name(account: Account, department: str = "") -> Move:
    """A key department to be named; blank where nobody knows which."""
    return Move(
        COMPLETE_DATA,
        account.account_id,
        account.account,
        department=department,
        datum=Datum.KEY_DEPARTMENTS,
    )


def to_be_won(wanted: ToWin, account: Account, unit: MoneyUnit) -> Iterator[Move]:
    """The deals that must be won for an account to become a key account (K3)."""
    for number in range(wanted.wins):
        yield Move(
            WIN_DEAL,
            account.account_id,
            account.account,
            amount=wanted.amount,
            unit=unit,
            by=wanted.by,
            nth=number + 1 if wanted.wins > 1 else 0,
        )


def to_confirm(tier: Tier, account: Account) -> Move:
    """A tier that counts once the manager has confirmed it (T8)."""
    return Move(CONFIRM_TIER, account.account_id, account.account, tier=tier)


def to_mend(cell: str, account: Account) -> Move:
    """A cell that could not be read, to put right before the account can be strong (T7)."""
    return Move(COMPLETE_DATA, account.account_id, account.account, cell=cell)
