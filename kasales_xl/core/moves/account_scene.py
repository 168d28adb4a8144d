"""One account as the moves see it: how far it is, and who could still be won at which cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from kasales_xl.core.moves.move import (
    FIND_DM,
    NEUTRALISE,
    WIN_DM,
    WIN_RELATED,
    Move,
    about,
    to_mend,
    to_name,
)
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Influence, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts.facts import AccountFacts, TierCounts, facts
from kasales_xl.core.verdicts.tier import tier_of


class Candidate(NamedTuple):
    """Somebody to win. Sorts by cost, then people related to the business before decision makers,
    then by name. ``department`` is a comparable name, blank for who is no decision maker."""

    cost: int
    opposed: bool
    rank: int
    name: str
    contact_id: str
    department: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """``mending``: cells to put right before the account can be strong (T7). ``naming``: key departments to
    be named first. ``departments`` counts those too. ``costs``: of each kind of move. ``dms``, ``finds``:
    decision makers to win, listed or yet to be found; ``others``: related contacts. All three are
    sorted."""

    account: Account
    policy: Policy
    costs: Mapping[str, int]
    mending: tuple[Move, ...]
    naming: tuple[Move, ...]
    facts: AccountFacts
    departments: int
    covered: frozenset[str]
    dms: tuple[Candidate, ...]
    finds: tuple[Candidate, ...]
    others: tuple[Candidate, ...]

    def tier(
        self, chosen: Iterable[Candidate], neutralised: int, found: int = 0, *, mended: bool = False
    ) -> Tier:
        """The tier once all of ``chosen`` are won and ``neutralised`` opposed decision makers are not
        opposed any more; found: decision makers more, in departments that have one already; ``mended``:
        and what could not be read is put right and does no harm."""
        now = self.facts.counts
        won = list(chosen)
        newcomers = found + sum(1 for c in won if c.moves[0].kind == FIND_DM)
        after = TierCounts(
            key_departments=self.departments,
            covered=len(self.covered.union(c.department for c in won if c.department)),
            dms=now.dms + newcomers,
            influenced=now.influenced + sum(1 for c in won if c.department),
            opposed=now.opposed - neutralised,
            related=now.related + len(won),
            contacts=now.contacts + newcomers,
            unread=0 if mended else now.unread,
        )
        return tier_of(after, self.policy)


def scenes(
    account: Account,
    contacts: Sequence[Contact],
    known: AccountFacts,
    policy: Policy,
    costs: Mapping[str, int],
) -> Iterator[Scene]:
    """known: the account's facts; costs: of each kind of move. First the account as it stands; then, where
    it names fewer key departments than a tier asks for, with departments added: those where somebody is
    marked key decision maker, by name, then departments not known yet."""
    people = _People(account, contacts, costs)
    yield _scene(people, known, policy, ())
    most = max(policy.mid_departments, policy.strong_min_departments) - len(known.key_departments)
    if most <= 0:
        return
    marked = {name_key(c.department): c.department for c in known.misplaced if name_key(c.department)}
    pool = [*sorted(marked.values()), *("" for _ in range(most))]
    for size in range(1, most + 1):
        for named in dict.fromkeys(combinations(pool, size)):
            yield _scene(people, known, policy, named)


class _People:
    """Who could be won in one account, each looked at once however many scenes there are."""

    def __init__(self, account: Account, contacts: Sequence[Contact], costs: Mapping[str, int]) -> None:
        self.account, self.contacts, self.costs = account, contacts, costs
        self._made: dict[tuple[int, str], Candidate] = {}

    def to_win(self, contact: Contact, kind: str) -> Candidate:
        """Whoever opposes us is neutralised before being won: a plan must not end in a contradiction."""
        known = self._made.get((id(contact), kind))
        if known is not None:
            return known
        opposed = contact.stance is Stance.OPPOSED
        moves = tuple(about(k, self.account, contact) for k in ((NEUTRALISE, kind) if opposed else (kind,)))
        is_dm = kind == WIN_DM
        made = self._made[id(contact), kind] = Candidate(
            cost=self.costs[kind] + (self.costs[NEUTRALISE] if opposed else 0),
            opposed=opposed,
            rank=int(is_dm),
            name=contact.name,
            contact_id=contact.contact_id,
            department=name_key(contact.department) if is_dm else "",
            moves=moves,
        )
        return made

    def to_find(self, department: str, key: str) -> Candidate:
        """The decision maker of a department that has none. key: its comparable name."""
        return Candidate(
            cost=self.costs[FIND_DM] + self.costs[WIN_DM],
            opposed=False,
            rank=2,
            name=department,
            contact_id="",
            department=key,
            moves=_found(self.account, department),
        )


def _found(account: Account, department: str) -> tuple[Move, Move]:
    """Finding a decision maker, and winning who was found."""
    find, win = (
        Move(kind, account.account_id, account.account, department=department) for kind in (FIND_DM, WIN_DM)
    )
    return find, win


def _scene(people: _People, known: AccountFacts, policy: Policy, named: tuple[str, ...]) -> Scene:
    account = people.account
    if any(named):
        departments = account.key_departments + tuple(name for name in named if name)
        there = account.model_copy(update={"key_departments": departments})
        known = replace(facts(there, people.contacts), unread=known.unread)
    listed = {c.contact_id for c in known.dms}
    unknown = named.count("")
    finds = [people.to_find(name, name_key(name)) for name in known.without_dm]
    # a department without a name is one more to cover, and no name that is known equals it
    finds += [people.to_find("", f"?{number}") for number in range(unknown)]
    others = (
        c
        for c in people.contacts
        if c.business_related is YesNoUnknown.YES
        and c.can_influence is not Influence.YES
        and c.contact_id not in listed
    )
    return Scene(
        account=account,
        policy=policy,
        costs=people.costs,
        mending=tuple(to_mend(cell, account) for cell in known.unread),
        naming=tuple(to_name(account, name) for name in named),
        facts=known,
        departments=len(known.key_departments) + unknown,
        covered=frozenset(name_key(name) for name in known.covered),
        dms=tuple(
            sorted(people.to_win(c, WIN_DM) for c in known.dms if c.can_influence is not Influence.YES)
        ),
        finds=tuple(sorted(finds)),
        others=tuple(sorted(people.to_win(c, WIN_RELATED) for c in others)),
    )


def further(scene: Scene, department: str, number: int) -> tuple[Move, Candidate]:
    """One more decision maker in a key department that has one already: finding them, and who can be won
    then. department: as the account writes it, blank where none has a name."""
    find, win = _found(scene.account, department)
    return find, Candidate(
        cost=scene.costs[WIN_DM],
        opposed=False,
        rank=2,
        name=department,
        contact_id=f"?{number}",
        department=name_key(department) or "?0",
        moves=(win,),
    )
