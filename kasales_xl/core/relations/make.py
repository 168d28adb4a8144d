"""A graded book in, the relationship maps of its accounts out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.evidence import is_evidence
from kasales_xl.core.names import name_key
from kasales_xl.core.relations.book_ties import BookTies
from kasales_xl.core.relations.next_person import next_person
from kasales_xl.core.relations.relation_map import (
    Backing,
    Freshness,
    Line,
    MapDepartment,
    MapPerson,
    MapTie,
    NextPerson,
    Power,
    RelationMap,
)
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import BuyingRole, Influence, YesNoUnknown
from kasales_xl.core.verdicts.tier import AccountVerdict

#: Buying roles whose word weighs, whoever reports to them.
_WEIGHTY = frozenset({BuyingRole.DECISION_MAKER, BuyingRole.APPROVER})


def key_account_maps(card: SellerCard) -> tuple[RelationMap, ...]:
    """Of every account that counts towards the level, best score first. Cheap: nothing is laid out."""
    ties = BookTies(card.book, card.dimensions.rows.contact)
    own = (verdict for verdict in card.accounts if verdict.counted)
    ordered = sorted(own, key=lambda verdict: (-verdict.score.total, verdict.account.account))
    return tuple(relation_map(card, verdict, ties) for verdict in ordered)


def relation_map(card: SellerCard, verdict: AccountVerdict, ties: BookTies | None = None) -> RelationMap:
    """The people of one account, key account or not, and what ties them. ties: of the whole book, where
    several maps are made."""
    known = card.dimensions.rows.contact
    ties = ties or BookTies(card.book, known)
    own = card.book.people_of(verdict.account.account_id)
    ids = {contact.contact_id for contact in own}
    following = next_person(card, verdict)
    drawn = _drawn(ties, ids, following)
    nodes = dict.fromkeys(node for tie in drawn for node in (tie.start, tie.end))
    nodes |= dict.fromkeys(hop.end for hop in following.hops) if following else {}
    outside = (known[node] for node in nodes if node in known and node not in ids)
    judge = _Judge(card, verdict, drawn)
    return RelationMap(
        account_id=verdict.account.account_id,
        account=verdict.account.account,
        seller=card.seller.name,
        tier=verdict.tier,
        departments=_departments(verdict, own),
        people=tuple(judge.person(contact) for contact in (*own, *outside)),
        colleagues=tuple((node, name) for node, name in ties.colleagues.items() if node in nodes),
        ties=drawn,
        next=following,
    )


def _drawn(ties: BookTies, people: Iterable[str], following: NextPerson | None) -> tuple[MapTie, ...]:
    """What ties this account's people, and what joins those on the warm path."""
    shown = set(people)
    on_path = {hop.end for hop in following.hops} if following else set()
    return tuple(
        tie
        for tie in ties.touching(shown | on_path)
        if tie.start in shown or tie.end in shown or {tie.start, tie.end} <= on_path
    )


def _departments(verdict: AccountVerdict, people: Iterable[Contact]) -> tuple[MapDepartment, ...]:
    """Key departments as declared, then the others as they come."""
    facts = verdict.facts
    made = {
        name_key(name): MapDepartment(name, True, name in facts.covered, name in facts.without_dm)
        for name in facts.key_departments
    }
    for contact in people:
        made.setdefault(name_key(contact.department), MapDepartment(contact.department, key=False))
    return tuple(made.values())


@dataclass(frozen=True)
class _Judge:
    """What the map says of each person of one account."""

    card: SellerCard
    verdict: AccountVerdict
    ties: tuple[MapTie, ...]

    def person(self, contact: Contact) -> MapPerson:
        card, own = self.card, contact.account == self.verdict.account.account_id
        days = None if contact.last_contact is None else max(0, (card.on - contact.last_contact).days)
        return MapPerson(
            contact=contact,
            power=self._power(contact),
            backing=backing(contact),
            freshness=freshness(days, card.policy.stale_days),
            days=days,
            elsewhere="" if own else card.dimensions.rows.name(contact.account),
        )

    def _power(self, contact: Contact) -> Power:
        """Decides: a decision maker in a key department. Has a say: marked decision maker elsewhere, decider
        or approver by role, or leads or influences one who decides."""
        if contact.contact_id in self._deciding:
            return Power.DECIDES
        marked = contact.key_decision_maker is YesNoUnknown.YES or contact.buying_role in _WEIGHTY
        return Power.WEIGHS if marked or contact.contact_id in self._swaying else Power.OTHER

    @cached_property
    def _deciding(self) -> frozenset[str]:
        return frozenset(dm.contact_id for dm in self.verdict.facts.dms)

    @cached_property
    def _swaying(self) -> frozenset[str]:
        """Who leads or influences somebody who decides."""
        sway = (tie for tie in self.ties if tie.line in (Line.REPORTS, Line.INFLUENCES))
        return frozenset(tie.start for tie in sway if tie.end in self._deciding)


def backing(contact: Contact) -> Backing:
    """Rule T8."""
    if contact.can_influence is not Influence.YES:
        return Backing.NONE
    return Backing.EVIDENCE if is_evidence(contact.influence_evidence) else Backing.CLAIM


def freshness(days: int | None, stale_days: int) -> Freshness:
    """days since the last meeting: stale after more than ``stale_days`` (T5)."""
    if days is None:
        return Freshness.UNKNOWN
    return Freshness.STALE if days > stale_days else Freshness.FRESH
