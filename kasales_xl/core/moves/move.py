"""A move: one thing a seller can do that brings an account up (P2), and what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Tier
from kasales_xl.core.verdicts.key_account import Datum

#: Costs are compared in whole millionths, so that 0.1 + 0.2 is 0.3.
COST_UNIT = 1_000_000

WIN_DM = "win_dm"
WIN_RELATED = "win_related"
NEUTRALISE = "neutralise"
FIND_DM = "find_dm"
COMPLETE_DATA = "complete_data"


@dataclass(frozen=True, slots=True)
class Move:
    """``kind`` is one of the five above. Who or what it is about: ``contact_id`` and ``person`` for people
    in the book; a decision maker yet to be found has a ``department`` only (blank where even that is
    still to be named); ``datum`` for data to fill in, ``cell`` for one to put right. A move that
    concerns the seller and no single account has a blank ``account_id``."""

    kind: str
    account_id: str = ""
    account: str = ""
    contact_id: str = ""
    person: str = ""
    department: str = ""
    datum: Datum | None = None
    cell: str = ""


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


def to_fill_in(datum: Datum, account: Account, department: str = "") -> Move:
    """Data to complete; the seller's own target concerns no single account."""
    if datum is Datum.TARGET:
        return Move(COMPLETE_DATA, datum=datum)
    return Move(COMPLETE_DATA, account.account_id, account.account, department=department, datum=datum)


def to_mend(cell: str, account: Account) -> Move:
    """A cell that could not be read, to put right before the account can be strong (T7)."""
    return Move(COMPLETE_DATA, account.account_id, account.account, cell=cell)
