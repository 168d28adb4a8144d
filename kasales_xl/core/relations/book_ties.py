"""All ties of a book, sorted once for the maps of all its accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.people_graph import node_of
from kasales_xl.core.relations.relation_map import Line, MapTie
from kasales_xl.core.rows import Contact
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LinkRelation

_LINES = {
    LinkRelation.INFLUENCES: Line.INFLUENCES,
    LinkRelation.INTRODUCES: Line.INTRODUCES,
    LinkRelation.CONFLICTS: Line.CONFLICTS,
}


@dataclass(frozen=True)
class BookTies:
    """``known``: contacts by ID. Ties of people who are not in the book are left out."""

    book: Book
    known: Mapping[str, Contact]

    def touching(self, nodes: Iterable[str]) -> tuple[MapTie, ...]:
        """Ties with at least one end among ``nodes``, in the order of the book."""
        at = {n for node in nodes for n in self._at.get(node, ())}
        return tuple(self._ties[n] for n in sorted(at))

    @cached_property
    def colleagues(self) -> dict[str, str]:
        """Our people whom the links sheet names, by node, in row order."""
        named: dict[str, str] = {}
        for link in self.book.links:
            node = node_of(link.from_person, self.known)
            if node not in self.known:
                named.setdefault(node, link.from_person.strip())
        return named

    @cached_property
    def _ties(self) -> tuple[MapTie, ...]:
        """One tie told twice, or on two sheets, is one; the strength is the first that is said."""
        ties: dict[tuple[str, str, Line], MapTie] = {}
        for tie in self._told():
            if tie.start == tie.end:
                continue
            ends = sorted((tie.start, tie.end)) if tie.line is Line.CONFLICTS else (tie.start, tie.end)
            key = (*ends, tie.line)
            if key not in ties or (ties[key].strength is None and tie.strength is not None):
                ties[key] = tie
        return tuple(ties.values())

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        ends: defaultdict[str, list[int]] = defaultdict(list)
        for n, tie in enumerate(self._ties):
            ends[tie.start].append(n)
            ends[tie.end].append(n)
        return dict(ends)

    def _told(self) -> Iterator[MapTie]:
        for contact in self.book.contacts:
            if contact.reports_to in self.known:
                yield MapTie(contact.reports_to, contact.contact_id, Line.REPORTS)
            if contact.introduced_by in self.known:
                yield MapTie(contact.introduced_by, contact.contact_id, Line.INTRODUCES)
        for link in self.book.links:
            if link.to_person in self.known:
                start = node_of(link.from_person, self.known)
                yield MapTie(start, link.to_person, _LINES[link.relation], link.strength)
