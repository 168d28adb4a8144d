"""Who can bring us to whom: the people graph of a book, and the shortest warm path in it (ECM, F).

An arrow means "can bring us to": who influences or introduces somebody, in the arrow's direction;
along reporting lines both ways, upwards being the weaker one (``policy.path_upwards`` and
``path_downwards``). A conflict between two people cuts every way between them; nobody who opposes us
passes us on. A hop costs 4 − strength, so one strong hop beats one weak hop; the cheapest path is the
warmest, ties go to the fewer hops, then to the lower contact IDs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact, Link
from kasales_xl.core.terms import Influence, LinkRelation, Stance, Term

#: The seller's own node; contact IDs are never blank.
US = ""
_COLLEAGUE = "colleague:"
_STRONGEST = 3


class Tie(Term):
    """What a hop rests on."""

    INFLUENCED = "influenced", "我能影响", "I can influence"
    COLLEAGUE = "colleague", "我方同事", "our colleague"
    INFLUENCES = "influences", "影响", "influences"
    INTRODUCES = "introduces", "引荐", "introduces"
    SUPERIOR = "superior", "汇报给", "reports to"
    SUBORDINATE = "subordinate", "带领", "is the superior of"


@dataclass(frozen=True, slots=True)
class Hop:
    """To whom, by what, how strong (1–3). ``contact_id`` is blank for a colleague of ours."""

    name: str
    contact_id: str
    tie: Tie
    strength: int


@dataclass(frozen=True, slots=True)
class WarmPath:
    """From us to ``target``; the last hop is the target. One hop: we influence the person already."""

    target: Contact
    hops: tuple[Hop, ...]
    cost: int


Arrow = tuple[str, str, Tie, int]


def has_ties(contacts: Iterable[Contact], links: Sequence[Link]) -> bool:
    """Is there anything to draw a graph of?"""
    return bool(links) or any(contact.reports_to or contact.introduced_by for contact in contacts)


def arrows(contacts: Sequence[Contact], links: Sequence[Link], policy: Policy) -> tuple[Arrow, ...]:
    """(from, to, tie, strength): the strongest of each pair of people, conflicts and opponents cut."""
    by_id = {contact.contact_id: contact for contact in contacts}
    cut = {
        frozenset((node_of(link.from_person, by_id), link.to_person))
        for link in links
        if link.relation is LinkRelation.CONFLICTS
    }
    opposed = {contact.contact_id for contact in contacts if contact.stance is Stance.OPPOSED}
    best: dict[tuple[str, str], Arrow] = {}
    for arrow in (
        *_from_us(contacts, links, by_id),
        *_reporting(by_id, policy),
        *_typed(links, by_id, policy),
    ):
        start, end, tie, strength = arrow
        if start in opposed or start == end or (cut and frozenset((start, end)) in cut):
            continue
        known = best.get((start, end))
        if known is None or (strength, -tie.rank) > (known[3], -known[2].rank):
            best[start, end] = arrow
    return tuple(best[pair] for pair in sorted(best))


def node_of(person: str, by_id: Mapping[str, Contact]) -> str:
    """The node of whoever a link names: a contact's ID, else a colleague of ours."""
    return person if person in by_id else _COLLEAGUE + name_key(person)


def _from_us(
    contacts: Sequence[Contact], links: Sequence[Link], by_id: dict[str, Contact]
) -> Iterator[Arrow]:
    for contact in contacts:
        if contact.can_influence is Influence.YES:
            yield US, contact.contact_id, Tie.INFLUENCED, _STRONGEST
    for node in {node_of(link.from_person, by_id) for link in links}:
        if node not in by_id:
            yield US, node, Tie.COLLEAGUE, _STRONGEST


def _is_open(contact: Contact) -> bool:
    """Nothing is warmer than our own influence on somebody: arrows to the others are all that matter."""
    return contact.can_influence is not Influence.YES


def _reporting(by_id: dict[str, Contact], policy: Policy) -> Iterator[Arrow]:
    for own, contact in by_id.items():
        boss, guide = contact.reports_to, contact.introduced_by
        if boss and boss in by_id:
            if _is_open(by_id[boss]):
                yield own, boss, Tie.SUPERIOR, policy.path_upwards
            if _is_open(contact):
                yield boss, own, Tie.SUBORDINATE, policy.path_downwards
        if guide and guide in by_id and _is_open(contact):
            yield guide, own, Tie.INTRODUCES, policy.path_blank


def _typed(links: Sequence[Link], by_id: dict[str, Contact], policy: Policy) -> Iterator[Arrow]:
    ties = {LinkRelation.INFLUENCES: Tie.INFLUENCES, LinkRelation.INTRODUCES: Tie.INTRODUCES}
    for link in links:
        target = by_id.get(link.to_person)
        if link.relation in ties and target is not None and _is_open(target):
            strength = policy.path_blank if link.strength is None else link.strength
            yield node_of(link.from_person, by_id), link.to_person, ties[link.relation], strength


class PeopleGraph:
    """Everybody who can be reached from us, and the warmest path to each."""

    def __init__(self, contacts: Sequence[Contact], links: Sequence[Link], policy: Policy) -> None:
        self._by_id = {contact.contact_id: contact for contact in contacts}
        self._colleagues = {
            node_of(link.from_person, self._by_id): link.from_person.strip() for link in reversed(links)
        }
        self._ties = {
            (start, end): (tie, strength) for start, end, tie, strength in arrows(contacts, links, policy)
        }
        self._routes = _warmest(self._ties)

    def path(self, contact_id: str) -> WarmPath | None:
        """None: nobody leads to this person, or the ID is unknown."""
        if contact_id not in self._routes or contact_id not in self._by_id:
            return None
        hops = [self._hop(start, end) for start, end in pairwise(self._routes[contact_id])]
        return WarmPath(
            self._by_id[contact_id], tuple(hops), sum(_STRONGEST + 1 - hop.strength for hop in hops)
        )

    def _hop(self, start: str, end: str) -> Hop:
        tie, strength = self._ties[start, end]
        contact = self._by_id.get(end)
        name = contact.name if contact else self._colleagues[end]
        return Hop(name, end if contact else "", tie, strength)


def _warmest(ties: Mapping[tuple[str, str], tuple[Tie, int]]) -> dict[str, tuple[str, ...]]:
    """The cheapest way from us to everybody who can be reached: the nearest person not yet reached is always
    next (Dijkstra). A path in the queue stands behind its cost and its hops, so ties go where they belong."""
    onward: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (start, end), (_, strength) in ties.items():
        onward[start].append((end, _STRONGEST + 1 - strength))
    routes: dict[str, tuple[str, ...]] = {}
    queue: list[tuple[int, int, tuple[str, ...]]] = [(0, 1, (US,))]
    while queue:
        cost, hops, route = heappop(queue)
        if route[-1] in routes:
            continue
        routes[route[-1]] = route
        for person, more in onward[route[-1]]:
            if person not in routes:
                heappush(queue, (cost + more, hops + 1, (*route, person)))
    return routes


def node_of_hop(hop: Hop) -> str:
    """Where a hop leads, as ``node_of`` names it."""
    return hop.contact_id or _COLLEAGUE + name_key(hop.name)


def direct_path(contact: Contact) -> WarmPath | None:
    """Without any tie drawn: to somebody we influence already, and to nobody else."""
    if contact.can_influence is not Influence.YES:
        return None
    return WarmPath(contact, (Hop(contact.name, contact.contact_id, Tie.INFLUENCED, _STRONGEST),), 1)
