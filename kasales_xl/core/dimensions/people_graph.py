"""Who can bring us to whom: the people graph of a book, and the shortest warm path in it (ECM, F).

An arrow means "can bring us to": who influences or introduces somebody, in the arrow's direction;
along reporting lines both ways, upwards being the weaker one (``policy.path_upwards`` and
``path_downwards``). A conflict between two people cuts every way between them; nobody who opposes us
passes us on. A hop costs 4 − strength, so one strong hop beats one weak hop; the cheapest path is the
warmest, ties go to the fewer hops, then to the lower contact IDs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

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
        frozenset((_node(link.from_person, by_id), link.to_person))
        for link in links
        if link.relation is LinkRelation.CONFLICTS
    }
    best: dict[tuple[str, str], Arrow] = {}
    for arrow in (
        *_from_us(contacts, links, by_id),
        *_reporting(by_id, policy),
        *_typed(links, by_id, policy),
    ):
        start, end, tie, strength = arrow
        if start == end or (end not in by_id and tie is not Tie.COLLEAGUE):
            continue
        if (start in by_id and by_id[start].stance is Stance.OPPOSED) or frozenset((start, end)) in cut:
            continue
        known = best.get((start, end))
        if known is None or (strength, -tie.rank) > (known[3], -known[2].rank):
            best[start, end] = arrow
    return tuple(best[pair] for pair in sorted(best))


def _node(person: str, by_id: dict[str, Contact]) -> str:
    return person if person in by_id else _COLLEAGUE + name_key(person)


def _from_us(
    contacts: Sequence[Contact], links: Sequence[Link], by_id: dict[str, Contact]
) -> Iterator[Arrow]:
    for contact in contacts:
        if contact.can_influence is Influence.YES:
            yield US, contact.contact_id, Tie.INFLUENCED, _STRONGEST
    for node in {_node(link.from_person, by_id) for link in links}:
        if node not in by_id:
            yield US, node, Tie.COLLEAGUE, _STRONGEST


def _reporting(by_id: dict[str, Contact], policy: Policy) -> Iterator[Arrow]:
    for contact in by_id.values():
        own, boss, guide = contact.contact_id, contact.reports_to, contact.introduced_by
        if boss in by_id:
            yield own, boss, Tie.SUPERIOR, policy.path_upwards
            yield boss, own, Tie.SUBORDINATE, policy.path_downwards
        if guide in by_id:
            yield guide, own, Tie.INTRODUCES, policy.path_blank


def _typed(links: Sequence[Link], by_id: dict[str, Contact], policy: Policy) -> Iterator[Arrow]:
    ties = {LinkRelation.INFLUENCES: Tie.INFLUENCES, LinkRelation.INTRODUCES: Tie.INTRODUCES}
    for link in links:
        if link.relation in ties:
            strength = policy.path_blank if link.strength is None else link.strength
            yield _node(link.from_person, by_id), link.to_person, ties[link.relation], strength


def warm_paths(contacts: Sequence[Contact], links: Sequence[Link], policy: Policy) -> dict[str, WarmPath]:
    """The warmest path from us to everybody who can be reached, by contact ID."""
    import networkx as nx  # costs 100 ms once; only books that draw ties pay it

    drawn = arrows(contacts, links, policy)
    graph: Any = nx.DiGraph()
    graph.add_node(US)
    hops = len(contacts) + len(links) + 1
    for start, end, tie, strength in drawn:
        # the fraction of a hop breaks ties towards fewer hops without ever outweighing a strength
        graph.add_edge(start, end, tie=tie, strength=strength, cost=(_STRONGEST + 1 - strength) * hops + 1)
    by_id = {contact.contact_id: contact for contact in contacts}
    colleagues = {_node(link.from_person, by_id): link.from_person.strip() for link in reversed(links)}
    routes = nx.single_source_dijkstra_path(graph, US, weight="cost")
    return {
        end: _path(by_id[end], route, graph, by_id, colleagues)
        for end, route in routes.items()
        if end in by_id
    }


def _path(
    target: Contact, route: Sequence[str], graph: Any, by_id: dict[str, Contact], colleagues: dict[str, str]
) -> WarmPath:
    hops = []
    for start, end in pairwise(route):
        edge = graph.edges[start, end]
        contact = by_id.get(end)
        name = contact.name if contact else colleagues[end]
        hops.append(Hop(name, end if contact else "", edge["tie"], edge["strength"]))
    return WarmPath(target, tuple(hops), sum(_STRONGEST + 1 - hop.strength for hop in hops))


def direct_path(contact: Contact) -> WarmPath | None:
    """Without any tie drawn: to somebody we influence already, and to nobody else."""
    if contact.can_influence is not Influence.YES:
        return None
    return WarmPath(contact, (Hop(contact.name, contact.contact_id, Tie.INFLUENCED, _STRONGEST),), 1)
