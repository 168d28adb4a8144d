"""Whom of an account to reach next: as the plan says, else whoever is nearest."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.people_graph import WarmPath, node_of_hop
from kasales_xl.core.relations.relation_map import MapHop, NextPerson
from kasales_xl.core.terms import Influence
from kasales_xl.core.verdicts.tier import AccountVerdict


def next_person(card: SellerCard, verdict: AccountVerdict) -> NextPerson | None:
    """The first person whom the plan names in this account; else the decision maker not won yet with the
    warmest path; else the first one without any. None where nobody is left to win."""
    planned = next(_planned(card, verdict.account.account_id), "")
    if planned:
        return NextPerson(planned, _hops(card.dimensions.ecm.path(planned)), planned=True)
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


def _hops(path: WarmPath | None) -> tuple[MapHop, ...]:
    return tuple(MapHop(node_of_hop(hop), hop.tie, hop.strength) for hop in path.hops) if path else ()
