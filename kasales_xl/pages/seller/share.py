"""What a share card says of one seller: the few lines that are sent round in a chat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.moves.next_actions import Action, next_actions
from kasales_xl.core.terms import Level, MoneyUnit, Tier
from kasales_xl.core.text import Text
from kasales_xl.core.verdicts.requirements import AccountsOf
from kasales_xl.text.private import without_addresses as clean
from kasales_xl.text.verdicts.actions import action_cells
from kasales_xl.text.verdicts.verdicts import blocks_sentence

#: People whom a card names.
SHOWN = 3


@dataclass(frozen=True)
class SharePerson:
    """Whom to see next, of which account, and what for."""

    who: Text
    account: str
    what: Text


@dataclass(frozen=True)
class ShareCard:
    """``next`` is None at the top; ``progress`` 0–1 inside the level; ``seats``: key accounts that the next
    level asks for, strongest first, as (tier, have, need). Amounts in ``unit``, None where the book does
    not say."""

    seller_id: str
    name: str
    team: str
    on: str
    level: Level
    next: Level | None
    blocker: Text
    progress: float
    seats: tuple[tuple[Tier, int, int], ...]
    target: float | None
    won: float | None
    unit: MoneyUnit
    people: tuple[SharePerson, ...]


def share_card(card: SellerCard, where: Standing) -> ShareCard:
    """where: the card's own standing."""
    seats = [(need.demand, need) for need in where.needs]
    return ShareCard(
        seller_id=where.seller_id,
        name=clean(where.name),
        team=clean(where.team),
        on=card.on.isoformat(),
        level=card.level,
        next=card.next_level,
        blocker=blocks_sentence(card.ladders),
        progress=card.progress,
        seats=tuple(
            (demand.tier, int(need.have), int(need.need))
            for demand, need in seats
            if isinstance(demand, AccountsOf)
        ),
        target=card.seller.annual_target,
        won=card.dimensions.measures["tas.won"].value,
        unit=where.unit,
        people=tuple(islice(_people(card), SHOWN)),
    )


def _people(card: SellerCard) -> Iterator[SharePerson]:
    """In the order of the week's actions, each person once."""
    told: set[tuple[str, str]] = set()
    for action in next_actions(card):
        who = (action.account_id, _person(action))
        if who[1] and who not in told:
            told.add(who)
            cells = action_cells(action, card)
            yield SharePerson(cells.person, clean(action.account), cells.what)


def _person(action: Action) -> str:
    """The person whom an action is about, known by name; blank where it is about nobody."""
    return action.move.contact_id if action.move else action.person
