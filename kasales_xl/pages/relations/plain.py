"""A relationship map as plain values, ready for JSON: what the web page, the add-in and the files draw from.
Codes of the terms, never labels; no phone number, no mail address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.people_graph import US
from kasales_xl.core.names import name_key
from kasales_xl.core.relations.make import key_account_maps
from kasales_xl.core.relations.relation_map import MapDepartment, MapPerson, MapTie, NextPerson, RelationMap
from kasales_xl.text.private import without_addresses as clean

#: The seller's own node.
ME = "me"


class DepartmentOut(TypedDict):
    """``key``: declared so by the account; ``covered``: somebody who decides there is influenced; ``empty``:
    nobody who decides there is listed, an empty seat. ``name`` is blank where people have no department."""

    name: str
    key: bool
    covered: bool
    empty: bool


class PersonOut(TypedDict):
    """``id``: the node in this map, ``p1`` on; ``contact_id``: the row of the book. Codes of ``BuyingRole``,
    ``Power``, ``Stance``, ``Backing``, ``Freshness``; ``days`` since the last meeting, None without a date.
    ``department`` as ``departments`` spells it; ``elsewhere``: the account of somebody of another one, else
    blank."""

    id: str
    contact_id: str
    name: str
    title: str
    department: str
    role: str
    power: str
    stance: str
    backing: str
    freshness: str
    days: int | None
    elsewhere: str


class ColleagueOut(TypedDict):
    """One of our own people: ``me`` is the seller, colleagues are ``c1`` on."""

    id: str
    name: str


class TieOut(TypedDict):
    """From node to node, by a code of ``Line``: reporting runs from the superior down, a conflict has no
    direction. ``strength`` 1–3, None where not said."""

    start: str
    end: str
    line: str
    strength: int | None


class HopOut(TypedDict):
    """A step of a warm path: to which node, by which code of ``Tie``."""

    end: str
    tie: str
    strength: int


class NextOut(TypedDict):
    """Whom to reach next, as a node; ``planned``: the plan to the next level says so. ``path`` begins after
    the seller; empty where nobody leads there yet."""

    person: str
    planned: bool
    path: list[HopOut]


class MapOut(TypedDict):
    """One account. ``people``: its own in the order of the book, then those of other accounts that ties lead
    to; ``ours``: the seller first. ``next`` is None where nobody is left to win."""

    account_id: str
    account: str
    tier: str
    departments: list[DepartmentOut]
    people: list[PersonOut]
    ours: list[ColleagueOut]
    ties: list[TieOut]
    next: NextOut | None


def key_account_plain_maps(card: SellerCard) -> list[MapOut]:
    """Of every account that counts towards the level, best score first."""
    return [plain_map(one) for one in key_account_maps(card)]


def plain_map(one: RelationMap) -> MapOut:
    nodes = {person.contact.contact_id: f"p{n}" for n, person in enumerate(one.people, 1)}
    nodes |= {node: f"c{n}" for n, (node, _name) in enumerate(one.colleagues, 1)}
    nodes[US] = ME
    spelled = {name_key(department.name): department.name for department in one.departments}
    ours = ((US, one.seller), *one.colleagues)
    return {
        "account_id": one.account_id,
        "account": clean(one.account),
        "tier": one.tier.value,
        "departments": [
            {"name": clean(d.name), "key": d.key, "covered": d.covered, "empty": d.empty}
            for d in one.departments
        ],
        "people": [_person(person, nodes, spelled) for person in one.people],
        "ours": [{"id": nodes[node], "name": clean(name)} for node, name in ours],
        "ties": [_tie(tie, nodes) for tie in one.ties],
        "next": _next(one.next, nodes) if one.next else None,
    }


def _department(one: MapDepartment) -> DepartmentOut:
    return {"name": clean(one.name), "key": one.key, "covered": one.covered, "empty": one.empty}


def _person(person: MapPerson, nodes: Mapping[str, str], spelled: Mapping[str, str]) -> PersonOut:
    contact = person.contact
    department = spelled.get(name_key(contact.department), contact.department)
    return {
        "id": nodes[contact.contact_id],
        "contact_id": clean(contact.contact_id),
        "name": clean(contact.name),
        "title": clean(contact.title),
        "department": clean(department),
        "role": contact.buying_role.value,
        "power": person.power.value,
        "stance": contact.stance.value,
        "backing": person.backing.value,
        "freshness": person.freshness.value,
        "days": person.days,
        "elsewhere": clean(person.elsewhere),
    }


def _tie(tie: MapTie, nodes: Mapping[str, str]) -> TieOut:
    return {
        "start": nodes[tie.start],
        "end": nodes[tie.end],
        "line": tie.line.value,
        "strength": tie.strength,
    }


def _next(following: NextPerson, nodes: Mapping[str, str]) -> NextOut:
    return {
        "person": nodes[following.contact_id],
        "planned": following.planned,
        "path": [{"end": nodes[h.end], "tie": h.tie.value, "strength": h.strength} for h in following.hops],
    }
