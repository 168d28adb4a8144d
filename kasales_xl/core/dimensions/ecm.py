"""本 ECM: value and trust, who leads to whom, and what hangs on one person (G2, F)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.people_graph import PeopleGraph, WarmPath, direct_path, has_ties
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.measure import Measure, ratio
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Contact
from kasales_xl.core.rows.book import grouped
from kasales_xl.core.terms import Influence, Stance, Term, Tier
from kasales_xl.core.verdicts.facts import AccountFacts, TierCounts
from kasales_xl.core.verdicts.tier import AccountVerdict, is_stale, tier_of


class Bond(Term):
    """A contact by value and trust; high from ``policy.high_grade`` on."""

    PARTNER = "value_high_trust_high", "高价值高信任", "high value, high trust"
    PROSPECT = "value_high_trust_low", "高价值低信任", "high value, low trust"
    FRIEND = "value_low_trust_high", "低价值高信任", "low value, high trust"
    STRANGER = "value_low_trust_low", "低价值低信任", "low value, low trust"
    UNRATED = "unrated", "未评", "not rated"


@dataclass(frozen=True, slots=True)
class Pillar:
    """A person whose leaving would lower the account's tier to ``after``."""

    account: str
    contact: Contact
    tier: Tier
    after: Tier


def bond(contact: Contact, policy: Policy) -> Bond:
    """Both grades or 未评."""
    if contact.value is None or contact.trust is None:
        return Bond.UNRATED
    high = policy.high_grade
    if contact.value >= high:
        return Bond.PARTNER if contact.trust >= high else Bond.PROSPECT
    return Bond.FRIEND if contact.trust >= high else Bond.STRANGER


def pillars(facts: AccountFacts, tier: Tier, policy: Policy) -> tuple[tuple[Contact, Tier], ...]:
    """Whose leaving lowers the tier, and to what. Exact: the tier is judged again on the counts that
    remain. Only somebody we influence can matter: taking away anybody else covers no department less
    and raises the share of influenced DMs. Rules T1–T4."""
    if tier < Tier.JUNIOR:
        return ()
    dms = {contact.contact_id for contact in facts.influenced_dms}
    cover = Counter(name_key(contact.department) for contact in facts.influenced_dms)
    now = facts.counts
    holding = []
    for contact in facts.influenced_related:
        is_dm = contact.contact_id in dms
        without = TierCounts(
            key_departments=now.key_departments,
            covered=now.covered - (is_dm and cover[name_key(contact.department)] == 1),
            dms=now.dms - is_dm,
            influenced=now.influenced - is_dm,
            opposed=now.opposed - (is_dm and contact.stance is Stance.OPPOSED),
            related=now.related - 1,
            contacts=now.contacts - 1,
            unread=now.unread,
        )
        after = tier_of(without, policy)
        if after < tier:
            holding.append((contact, after))
    return tuple(holding)


@dataclass(frozen=True)
class Ecm:
    """ECM of one seller. Computed when asked for, once."""

    rows: SortedRows

    @cached_property
    def bonds(self) -> dict[Bond, tuple[Contact, ...]]:
        """Contacts by value and trust, every quadrant present."""
        bonds = [(bond(contact, self.rows.policy), contact) for contact in self.rows.book.contacts]
        return {kind: tuple(contact for own, contact in bonds if own is kind) for kind in Bond}

    @cached_property
    def single_threaded(self) -> tuple[AccountVerdict, ...]:
        """Accounts, key or not, in which exactly one person can be influenced."""
        return tuple(verdict for verdict in self.rows.accounts if verdict.facts.influenced == 1)

    @cached_property
    def influenced(self) -> dict[str, list[Contact]]:
        """Contacts whom the seller can influence, by account ID."""
        return grouped((c for c in self.rows.book.contacts if c.can_influence is Influence.YES), "account")

    @cached_property
    def stale(self) -> tuple[Contact, ...]:
        """Influenced, but not met for more than ``stale_days``: the longest ago first (T5)."""
        policy, on = self.rows.policy, self.rows.on
        unmet = (contact for contact in self.rows.book.contacts if is_stale(contact, policy, on))
        return tuple(sorted(unmet, key=lambda c: (c.last_contact or on, c.contact_id)))

    @cached_property
    def pillars(self) -> dict[str, tuple[Pillar, ...]]:
        """By account ID, accounts whose tier hangs on somebody."""
        holding = {}
        for verdict in self.rows.accounts:
            name, tier = verdict.account.account, verdict.tier
            lost = pillars(verdict.facts, tier, self.rows.policy)
            if lost:
                made = tuple(Pillar(name, contact, tier, after) for contact, after in lost)
                holding[verdict.account.account_id] = made
        return holding

    @cached_property
    def _graph(self) -> PeopleGraph | None:
        book = self.rows.book
        if not has_ties(book.contacts, book.links):
            return None
        return PeopleGraph(book.contacts, book.links, self.rows.policy)

    def path(self, contact_id: str) -> WarmPath | None:
        """The warmest way from us to a person; None for somebody nobody leads to, or unknown."""
        if self._graph is not None:
            return self._graph.path(contact_id)
        contact = self.rows.contact.get(contact_id)
        return direct_path(contact) if contact else None

    @cached_property
    def targets(self) -> tuple[Contact, ...]:
        """DMs of the seller's key accounts that we can't influence yet, in row order."""
        dms = (dm for verdict in self.rows.key_accounts for dm in verdict.facts.dms)
        return tuple(dm for dm in dms if dm.can_influence is not Influence.YES)

    @cached_property
    def ways(self) -> tuple[WarmPath, ...]:
        """Warm paths to the targets that have one, the warmest first."""
        warm = (path for dm in self.targets if (path := self.path(dm.contact_id)) is not None)
        return tuple(sorted(warm, key=lambda p: (p.cost, len(p.hops), p.target.contact_id)))

    @cached_property
    def headline(self) -> Measure:
        """Contacts high in value and in trust / contacts rated on both, 0–1."""
        rated = len(self.rows.book.contacts) - len(self.bonds[Bond.UNRATED])
        return Measure("ecm.trusted", ratio(len(self.bonds[Bond.PARTNER]), rated), rated, rated)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The headline first."""
        return (self.headline, self.dm_reach, self.single_share, self.stale_share, self.reachable)

    @cached_property
    def dm_reach(self) -> Measure:
        """Influenced DMs / DMs of the seller's key accounts, 0–1."""
        facts = [verdict.facts for verdict in self.rows.key_accounts]
        n = sum(len(f.dms) for f in facts)
        return Measure("ecm.dm_reach", ratio(sum(len(f.influenced_dms) for f in facts), n), n, n)

    @cached_property
    def single_share(self) -> Measure:
        """Single-threaded key accounts / key accounts with anybody influenced, 0–1."""
        held = [verdict.facts.influenced for verdict in self.rows.key_accounts if verdict.facts.influenced]
        n = len(held)
        return Measure("ecm.single_threaded", ratio(held.count(1), n), n, n)

    @cached_property
    def stale_share(self) -> Measure:
        """Stale relations / influenced contacts with a date of last contact, 0–1."""
        influenced = [contact for people in self.influenced.values() for contact in people]
        n = sum(contact.last_contact is not None for contact in influenced)
        return Measure("ecm.stale", ratio(len(self.stale), n), n, len(influenced))

    @cached_property
    def reachable(self) -> Measure:
        """DMs not influenced yet that a warm path leads to / all of them, key accounts, 0–1; without
        any tie recorded nothing is said."""
        n = len(self.targets)
        drawn = self._graph is not None
        return Measure("ecm.reachable", ratio(len(self.ways), n) if drawn else None, n, n if drawn else 0)
