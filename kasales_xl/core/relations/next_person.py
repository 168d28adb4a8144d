"""Whom of an account to reach next: as the plan says, else its own way up, else whoever is nearest."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.people_graph import WarmPath, node_of_hop
from kasales_xl.core.moves.plan import account_ways
from kasales_xl.core.relations.relation_map import MapHop, NextPerson
from kasales_xl.core.terms import Influence
from kasales_xl.core.verdicts.tier import AccountVerdict


def next_person(card: SellerCard, verdict: AccountVerdict) -> NextPerson | None:
    """The first person whom the plan names in this account; where the plan leaves the account alone, the
    first of its least way up, as ``kasales explain`` lists it; else the decision maker not won yet with the
    warmest path; else the first one without any. None where nobody is left to win."""
    planned = next(_planned(card, verdict.account.account_id), "")
    first = planned or next(_on_the_way(card, verdict), "")
    if first:
        return NextPerson(first, _hops(card.dimensions.ecm.path(first)), planned=bool(planned))
    targets = [dm for dm in verdict.facts.dms if dm.can_influence is not Influence.YES]
    ways = [path for dm in targets if (path := card.dimensions.ecm.path(dm.contact_id)) is not None]
    if ways:
        warmest = min(ways, key=lambda path: (path.cost, len(path.hops), path.target.contact_id))
        return NextPerson(warmest.target.contact_id, _hops(warmest), planned=False)
    return NextPerson(targets[0].contact_id, (), planned=False) if targets else None


def _planned(card: SellerCard, account_id: str) -> Iterator[str]:
    for way in card.plan.accounts:
        if way.verdict.account.account_id == account_id:
            yield from (move.contact_id for move in way.moves if move.contact_id)


def _on_the_way(card: SellerCard, verdict: AccountVerdict) -> Iterator[str]:
    """Lists show the way up of accounts that count or may count, so nobody else's decides here."""
    if verdict.counted or verdict.undecided:
        for way in account_ways(card, verdict).values():
            yield from (move.contact_id for move in way.moves if move.contact_id)


def _hops(path: WarmPath | None) -> tuple[MapHop, ...]:
    return tuple(MapHop(node_of_hop(hop), hop.tie, hop.strength) for hop in path.hops) if path else ()
