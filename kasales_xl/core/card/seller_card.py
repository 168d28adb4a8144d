"""Rows and policy in, all facts and verdicts of one seller out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kasales_xl.core.findings import Finding
from kasales_xl.core.names import NameIndex, name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Dimension, KeyGround, Level, Tier
from kasales_xl.core.verdicts import levels
from kasales_xl.core.verdicts import tier as tiers
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION, CapabilityVerdict, capability
from kasales_xl.core.verdicts.facts import facts as account_facts
from kasales_xl.core.verdicts.key_account import key_account
from kasales_xl.core.verdicts.levels import Counts, LevelVerdict
from kasales_xl.core.verdicts.requirements import Requirement
from kasales_xl.core.verdicts.risks import AccountRisk, account_risks
from kasales_xl.core.verdicts.seats import Seats, seats
from kasales_xl.core.verdicts.tier import AccountVerdict

if TYPE_CHECKING:
    from kasales_xl.core.card.concerns import Concern
    from kasales_xl.core.dimensions import Dimensions
    from kasales_xl.core.moves.plan import Plan


@dataclass(frozen=True)
class SellerCard:
    """One seller on one day under one policy. ``findings``: what was found in the book's data."""

    book: Book
    seller: Seller
    policy: Policy
    on: dt.date
    accounts: tuple[AccountVerdict, ...]
    counts: Counts
    capability: CapabilityVerdict
    ladders: LevelVerdict
    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level:
        return self.ladders.level

    @property
    def next_level(self) -> Level | None:
        return self.ladders.next

    @cached_property
    def ungraded(self) -> int:
        """Practices that nobody has graded yet."""
        graded = sum(grade.filled for grade in self.capability.grades.values())
        return PRACTICES_A_DIMENSION * len(Dimension) - graded

    @property
    def climbs_to(self) -> Level:
        """The level whose seats are to be filled: the next one. As long as practices wait for a grade, the
        one above what the accounts alone reach; the top for whoever is there."""
        if not self.ungraded:
            return self.next_level or Level.TOP
        reached = self.ladders.accounts_level
        return list(Level)[min(reached.rank + 1, Level.TOP.rank)]

    def seats_of(self, level: Level) -> tuple[Seats[AccountVerdict], ...]:
        return seats({tier: self.of_tier(tier) for tier in levels.SLOT_TIERS}, level, self.policy)

    @cached_property
    def undecided(self) -> tuple[AccountVerdict, ...]:
        """Own accounts whose key-account test is open, for data or for a win (K3)."""
        return tuple(a for a in self.accounts if a.undecided)

    @cached_property
    def gap(self) -> tuple[Requirement, ...]:
        return self.gap_to(self.next_level)

    def gap_to(self, wanted: Level | None) -> tuple[Requirement, ...]:
        data = sum(a.key_test.ground is KeyGround.DATA for a in self.undecided)
        wins = len(self.undecided) - data
        return levels.gap(self.counts, self.capability, data, wanted, self.policy, wins)

    @cached_property
    def progress(self) -> float:
        return levels.progress(self.counts, self.level, self.policy)

    @cached_property
    def risks(self) -> tuple[AccountRisk, ...]:
        return account_risks(self.book, self.accounts, self.policy, self.on)

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """Accounts that somebody has to look after, most money first."""
        from kasales_xl.core.card.concerns import concerns

        return concerns(self)

    @cached_property
    def dimensions(self) -> Dimensions:
        from kasales_xl.core.dimensions import indicators

        return indicators(self.book, self.accounts, self.policy, self.on)

    @cached_property
    def plan(self) -> Plan:
        """The cheapest way to the next level. Rule P2."""
        from kasales_xl.core.moves.plan import plan

        return plan(self)

    @cached_property
    def by_name(self) -> NameIndex[AccountVerdict]:
        return NameIndex((v.account.account_id, v.account.account, v) for v in self.accounts)

    def of_tier(self, tier: Tier) -> tuple[AccountVerdict, ...]:
        """Counted key accounts of exactly this tier, best score first."""
        counted = (a for a in self.accounts if a.counted and a.counting is tier)
        return tuple(sorted(counted, key=lambda a: (-a.score.total, a.account.account)))


def make_card(book: Book, policy: Policy, on: dt.date) -> SellerCard:
    """Everything the method says about one book as it stood on a day. Raises ValueError for a book
    without a seller."""
    book = book.as_of(on)
    seller = book.seller
    if seller is None:
        raise ValueError("a book without a seller has no card")
    verdicts = tuple(judge(account, book, seller, policy, on) for account in book.accounts)
    counts = levels.count(v.counting for v in verdicts if v.counted)
    able = capability(seller, book.practices, policy)
    return SellerCard(
        book=book,
        seller=seller,
        policy=policy,
        on=on,
        accounts=verdicts,
        counts=counts,
        capability=able,
        ladders=levels.level(counts, able.level, policy, expert_missing=able.expert_missing),
        findings=book.findings,
    )


def judge(account: Account, book: Book, seller: Seller, policy: Policy, on: dt.date) -> AccountVerdict:
    """Key account, tier, score, warnings of one account of the book (§2, §3, L8)."""
    contacts, deals = book.people_of(account.account_id), book.deals_of(account.account_id)
    doubts = book.doubts_of(account.account_id)
    facts = account_facts(account, contacts, doubts)
    tier = tiers.tier_of(facts.counts, policy)
    return AccountVerdict(
        account=account,
        key_test=key_account(account, deals, seller, policy, on, doubts),
        facts=facts,
        tier=tier,
        counting=tiers.counting_tier(tier, account.confirmed_tier, policy),
        lacking=tiers.lacking(tier, facts, policy),
        score=tiers.score(facts, contacts, policy, on),
        owned=owns(account, seller),
        warnings=tiers.warnings(facts, contacts, policy, on),
    )


def owns(account: Account, seller: Seller) -> bool:
    """A shared account counts for its owner; a blank owner is this seller. Rule L8."""
    owner = name_key(account.owner)
    return not owner or owner in (name_key(seller.seller_id), name_key(seller.name))
