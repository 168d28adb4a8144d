"""What to do this week: the first moves of the plan mixed with what is running late, each with its
reason and its effect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.requests import is_waiting
from kasales_xl.core.moves.move import Move
from kasales_xl.core.moves.plan import AccountPlan, Plan, preference
from kasales_xl.core.moves.practice_moves import DimensionLift, PracticeLift
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Party, Tier
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.core.verdicts.requirements import Demand
from kasales_xl.core.verdicts.tier import AccountVerdict, is_stale, tier_of

#: How many actions a week takes: ten minutes of reading, three things to do.
A_WEEK = 3


class ActionKind(Enum):
    """move, practice, new_account and expert lead up; late_support, overdue, pillar (a stale relation that
    holds up the tier), waiting_support and stale keep what there is, the most pressing first."""

    MOVE = "move"
    PRACTICE = "practice"
    NEW_ACCOUNT = "new_account"
    EXPERT = "expert"
    LATE_SUPPORT = "late_support"
    OVERDUE = "overdue"
    PILLAR = "pillar"
    WAITING_SUPPORT = "waiting_support"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Action:
    """``what``: the book's own words (the next action, the request); ``expert``: what the top asks of
    one. ``days``: late or waiting. ``tier``: what the account rises to, or falls to if nothing is done;
    ``steps``: moves that takes in all. ``move``, or ``practice`` of ``lift``, where the action is one;
    ``count``: accounts to win. ``party`` and ``deal`` of a request. ``undecided``: the account counts
    only if its data says so."""

    kind: ActionKind
    account_id: str = ""
    account: str = ""
    person: str = ""
    department: str = ""
    what: str = ""
    days: int = 0
    tier: Tier | None = None
    steps: int = 0
    move: Move | None = None
    lift: DimensionLift | None = None
    practice: PracticeLift | None = None
    count: int = 0
    party: Party | None = None
    deal: str = ""
    undecided: bool = False
    expert: Demand | None = None


def next_actions(card: SellerCard, planned: Plan | None = None) -> tuple[Action, ...]:
    """All actions in order; the first ``A_WEEK`` are this week's. The way up comes first, then the two
    most pressing of what is late, each of another kind where there are such; then the rest.

    planned: the plan where it is already at hand. The same book gives the same list."""
    up = list(_upwards(planned or card.plan))
    late = list(_round_robin(_late(card)))
    rest = A_WEEK - 1
    return (*up[:1], *late[:rest], *up[1:], *late[rest:])


def _upwards(planned: Plan) -> Iterator[Action]:
    """Moves in the plan's order, the first practice to lift right after the first move."""
    moves = [Action(ActionKind.MOVE, move=move, steps=len(planned.shared)) for move in planned.shared]
    moves += (action for account in planned.accounts for action in _of_account(account))
    lifts = [
        Action(ActionKind.PRACTICE, steps=lift.steps, lift=lift, practice=one)
        for lift in planned.practices
        for one in lift.practices
    ]
    new = (Action(ActionKind.NEW_ACCOUNT, tier=tier, count=planned.new.of(tier)) for tier in SLOT_TIERS)
    expert = [Action(ActionKind.EXPERT, expert=need.demand) for need in planned.expert]
    yield from moves[:1]
    yield from lifts[:1]
    yield from moves[1:]
    yield from (action for action in new if action.count)
    yield from lifts[1:]
    yield from expert


def _of_account(account: AccountPlan) -> Iterator[Action]:
    for move in account.moves:
        yield Action(
            kind=ActionKind.MOVE,
            account_id=move.account_id,
            account=move.account,
            person=move.person,
            department=move.department,
            tier=account.then,
            steps=len(account.moves),
            move=move,
            undecided=account.undecided,
        )


_PRESSING = (
    ActionKind.LATE_SUPPORT,
    ActionKind.OVERDUE,
    ActionKind.PILLAR,
    ActionKind.WAITING_SUPPORT,
    ActionKind.STALE,
)


def _round_robin(actions: Iterable[Action]) -> Iterator[Action]:
    """One of each kind, the most pressing kind first, then the second of each; longest late first."""
    kinds: defaultdict[ActionKind, list[Action]] = defaultdict(list)
    for action in actions:
        kinds[action.kind].append(action)
    ranked = (sorted(kinds[kind], key=lambda a: (-a.days, a.account, a.person, a.what)) for kind in _PRESSING)
    for row in zip_longest(*ranked):
        yield from (action for action in row if action is not None)


def _late(card: SellerCard) -> Iterator[Action]:
    yield from _support(card)
    yield from _overdue(card)
    for verdict in sorted(_own(card), key=preference):
        yield from _stale(card, verdict)


def _own(card: SellerCard) -> Iterator[AccountVerdict]:
    """Own accounts that count or may count: the rest can wait."""
    return (v for v in card.accounts if v.counted or v.undecided)


def _support(card: SellerCard) -> Iterator[Action]:
    """Requests without an answer for deals still open; late once the day they were needed has passed."""
    deals = {deal.deal_id: deal for deal in card.book.deals}
    names = {account.account_id: account.account for account in card.book.accounts}
    for request in card.book.support:
        deal = deals.get(request.deal)
        if not is_waiting(request) or deal is None or not deal.stage.is_open:
            continue
        late = (card.on - request.needed_by).days if request.needed_by else 0
        waited = (card.on - request.requested_on).days if request.requested_on else 0
        yield Action(
            ActionKind.LATE_SUPPORT if late > 0 else ActionKind.WAITING_SUPPORT,
            deal.account,
            names.get(deal.account, ""),
            party=request.party,
            deal=deal.deal,
            what=request.request,
            days=late if late > 0 else max(0, waited),
        )


def _overdue(card: SellerCard) -> Iterator[Action]:
    for verdict in _own(card):
        account = verdict.account
        if account.next_action_date and account.next_action_date < card.on:
            days = (card.on - account.next_action_date).days
            yield Action(
                ActionKind.OVERDUE, account.account_id, account.account, what=account.next_action, days=days
            )


def _stale(card: SellerCard, verdict: AccountVerdict) -> Iterator[Action]:
    """Influenced people not met for long; a pillar is one whose loss would lower the tier."""
    for contact in card.book.people_of(verdict.account.account_id):
        if not is_stale(contact, card.policy, card.on) or contact.last_contact is None:
            continue
        without = _tier_without(verdict, contact, card.policy)
        falls = without < verdict.tier
        yield Action(
            kind=ActionKind.PILLAR if falls else ActionKind.STALE,
            account_id=verdict.account.account_id,
            account=verdict.account.account,
            person=contact.name,
            department=contact.department,
            days=(card.on - contact.last_contact).days,
            tier=without if falls else None,
        )


def _tier_without(verdict: AccountVerdict, lost: Contact, policy: Policy) -> Tier:
    """The tier if we could not influence this person any more: unlike a pillar who leaves, they stay on
    the sheet, and among the people of whom the great majority is needed."""
    facts = verdict.facts
    dms = [c for c in facts.influenced_dms if c.contact_id != lost.contact_id]
    without = facts.counts._replace(
        covered=len({name_key(c.department) for c in dms}),
        influenced=len(dms),
        related=sum(c.contact_id != lost.contact_id for c in facts.influenced_related),
    )
    return tier_of(without, policy)
