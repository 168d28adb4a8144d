"""Who is who among the contacts: one person twice (49), and whom a name means."""

from __future__ import annotations

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.names import name_key
from kasales_xl.core.terms import Term
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import (
    LINK_PERSON_SHARED,
    NAMESAKES,
    ORPHAN_PERSON,
    PERSON_SELF,
    PERSON_SHARED,
    PERSON_TWICE,
    PERSON_TWICE_CONTRADICTING,
    PERSON_UNKNOWN,
)

#: What decides about a tier: two rows of one person must not differ in these.
_DECISIVE = ("stance", "can_influence", "key_decision_maker")


def merge_doubled_people(contacts: Table | None, journal: Journal) -> dict[str, str]:
    """The same person twice in one account counts once (49): the fuller row stays, and both are held
    where they contradict each other. Returns the dropped rows' IDs → the ID that stays."""
    if contacts is None:
        return {}
    values = contacts.values
    pairs = list(zip(values["account"], map(name_key, map(str, values["name"])), strict=True))
    if len(set(pairs)) == len(pairs):
        return {}
    groups: dict[tuple[object, str], list[int]] = {}
    for i, pair in enumerate(pairs):
        groups.setdefault(pair, []).append(i)
    merged: dict[str, str] = {}
    for rows in groups.values():
        same = [i for i in rows if i not in contacts.held]
        if len(same) > 1:
            _merge(contacts, same, merged, journal)
    return merged


def _merge(contacts: Table, same: list[int], merged: dict[str, str], journal: Journal) -> None:
    values = contacts.values
    departments = values.get("department", [""] * len(contacts.rows))
    if len({name_key(str(departments[i])) for i in same} - {""}) > 1:
        for i in same[1:]:
            _tell(contacts, NAMESAKES, i, same[0], journal)
        return
    ranked = sorted(same, key=lambda i: (-_filled(contacts, i), str(values["contact_id"][i])))
    if any(_contradict(values[key], same) for key in _DECISIVE if key in values):
        for i in same:
            contacts.held.add(i)
            other = next(j for j in same if j != i)
            _tell(contacts, PERSON_TWICE_CONTRADICTING, i, other, journal)
        return
    for key in _DECISIVE:
        if key in values:
            values[key][ranked[0]] = _known_answer(values[key], ranked)
    for i in ranked[1:]:
        contacts.held.add(i)
        contacts.repeated.add(i)
        merged[str(values["contact_id"][i])] = str(values["contact_id"][ranked[0]])
        _tell(contacts, PERSON_TWICE, i, ranked[0], journal)


def _known_answer(cells: list[object], same: list[int]) -> object:
    """What one of the rows knows holds, though the fuller one may not say it."""
    known = (cells[i] for i in same if isinstance(cells[i], Term) and cells[i].value != "unknown")  # type: ignore[attr-defined]
    return next(known, cells[same[0]])


def _filled(contacts: Table, i: int) -> int:
    return sum(1 for cells in contacts.raws.values() if cells[i] not in ("", None))


def _contradict(cells: list[object], same: list[int]) -> bool:
    said = {cells[i] for i in same}
    return len([v for v in said if isinstance(v, Term) and v.value != "unknown"]) > 1


def _tell(contacts: Table, kind: FindingKind, i: int, other: int, journal: Journal) -> None:
    name, row = str(contacts.values["name"][i]), str(contacts.rows[other])
    journal.add(kind, "contacts", contacts.rows[i], "name", got=name, other_row=row)


class People:
    """The contacts of a book by ID and by name: first within an account, then where a name is unique."""

    def __init__(self, contacts: Table | None, merged: dict[str, str]) -> None:
        self.by_id: dict[str, str] = {}
        self.by_name: dict[str, list[tuple[str, str]]] = {}
        if contacts is None:
            return
        values = contacts.values
        ids, accounts, names = (list(map(str, values[key])) for key in ("contact_id", "account", "name"))
        keys = zip(map(name_key, ids), map(name_key, names), strict=True)
        held, by_id, by_name = contacts.held, self.by_id, self.by_name
        for i, (id_key, key) in enumerate(keys):
            if i not in held:
                by_id[id_key] = ids[i]
                by_name.setdefault(key, []).append((accounts[i], ids[i]))
        self.by_id |= {name_key(old): new for old, new in merged.items()}

    def find(self, named: str, account: str = "") -> tuple[str, bool]:
        """ID of the person named, blank where nobody is; and whether several people fit."""
        key = name_key(named)
        known = self.by_id.get(key)
        if known:
            return known, False
        people = self.by_name.get(key, [])
        near = [row_id for at, row_id in people if at == account] if account else []
        fit = near or [row_id for _, row_id in people]
        return (fit[0], False) if len(fit) == 1 else ("", len(fit) > 1)


def resolve_people(contacts: Table | None, links: Table | None, people: People, journal: Journal) -> None:
    """``reports_to`` and ``introduced_by`` are left blank where they name nobody; a link is held."""
    if contacts is not None:
        accounts = contacts.values["account"]
        for column in ("reports_to", "introduced_by"):
            if column in contacts.values:
                _resolve_optional(contacts, column, accounts, people, journal)
    if links is not None:
        _resolve_links(links, people, journal)


def _resolve_optional(
    table: Table, column: str, accounts: list[object], people: People, journal: Journal
) -> None:
    values, ids = table.values[column], table.values["contact_id"]
    for i, named in enumerate(values):
        if not named:
            continue
        person, several = people.find(str(named), str(accounts[i]))
        values[i] = "" if person == ids[i] else person
        if values[i] or i in table.held:
            continue
        kind = PERSON_SELF if person else PERSON_SHARED if several else PERSON_UNKNOWN
        journal.add(kind, table.key, table.rows[i], column, got=str(named))


def _resolve_links(links: Table, people: People, journal: Journal) -> None:
    """``from_person`` may be a colleague of ours, who stands on no sheet."""
    if "from_person" in links.values:
        starts = links.values["from_person"]
        links.values["from_person"] = [people.find(str(name))[0] or name for name in starts]
    ends = links.values["to_person"]
    for i, named in enumerate(ends):
        ends[i], several = people.find(str(named))
        if not ends[i] and i not in links.held:
            links.held.add(i)
            kind = LINK_PERSON_SHARED if several else ORPHAN_PERSON
            journal.add(kind, "links", links.rows[i], "to_person", got=str(named))
