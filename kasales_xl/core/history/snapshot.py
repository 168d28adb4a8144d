"""What is remembered of a seller's card on one day: plain values, no file, no database (L7)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.history.reduced_book import book_fingerprint, reduced_book, reduced_text
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.earlier import renamed
from kasales_xl.core.terms import Dimension, KeyAccount, KeyGround, Level, Tier
from kasales_xl.core.verdicts.capability import grade
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.tier import counting_tier


@dataclass(frozen=True, slots=True)
class AccountSnapshot:
    """``counted`` towards the level; ``tier`` the claimed one, ``confirmed`` the manager's; ``ground``: what
    the key-account test rested on, None where an older program did not tell; ``evidenced`` of
    ``influenced`` people with something that shows it (T8)."""

    account_id: str
    account: str
    key: KeyAccount
    tier: Tier
    score: float
    counted: bool
    confirmed: Tier | None = None
    ground: KeyGround | None = None
    influenced: int | None = None
    evidenced: int | None = None

    def counting(self, policy: Policy | None) -> Tier:
        """The tier that counts for the level under this policy."""
        return counting_tier(self.tier, self.confirmed, policy) if policy else self.tier


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``book`` and ``policy`` are fingerprints, ``program`` the version that judged. ``policy_text``
    and ``facts`` hold the policy and the reduced book as JSON, so that both can be judged by again.
    ``grades`` by dimension code, 0–3, ``points`` of its seven practices, 0–21 (Effort), blank where a
    snapshot of an older program cannot be read; ``indicators`` by code, None where data is missing."""

    seller_id: str
    name: str
    team: str
    on: dt.date
    program: str
    edition: str
    policy: str
    policy_text: str
    book: str
    facts: str
    level: Level
    accounts_level: Level
    capability_level: Level
    counts: Counts
    progress: float
    grades: dict[str, int]
    points: dict[str, int]
    indicators: dict[str, float | None]
    accounts: tuple[AccountSnapshot, ...]

    @property
    def key(self) -> str:
        """Names this snapshot: the same inputs judged by the same program give the same key."""
        parts = (self.seller_id, self.on.isoformat(), self.book, self.policy, self.program)
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()

    @property
    def standing(self) -> tuple[int, float]:
        """Sorts snapshots from worse to better."""
        return self.level.rank, self.progress


def snapshot(card: SellerCard, program: str) -> Snapshot:
    """Everything that is remembered of a card. program: the version of the product."""
    return Snapshot(
        seller_id=card.seller.seller_id,
        name=card.seller.name,
        team=card.seller.team,
        on=card.on,
        program=program,
        edition=card.policy.edition,
        policy=card.policy.fingerprint,
        policy_text=card.policy.model_dump_json(),
        book=book_fingerprint(card.book),
        facts=reduced_text(card.book),
        level=card.level,
        accounts_level=card.ladders.accounts_level,
        capability_level=card.ladders.capability_level,
        counts=card.counts,
        progress=card.progress,
        grades=grades_of(card),
        points=points_of(card),
        indicators={m.code: m.value for m in card.dimensions.headlines.values()},
        accounts=accounts_of(card),
    )


def grades_of(card: SellerCard) -> dict[str, int]:
    """The five grades by dimension code."""
    return {d.value: card.capability.grades[d].grade for d in Dimension}


def points_of(card: SellerCard) -> dict[str, int]:
    """The totals of the practices by dimension code, 0–21."""
    return {d.value: card.capability.grades[d].total for d in Dimension}


def points_in(facts: str) -> dict[str, int]:
    """The totals that remembered facts give; blank where they cannot be read any more."""
    book = reduced_book(facts)
    if book is None or book.seller is None:
        return {}
    rows = book.practices
    return {d.value: grade(d, (row for row in rows if row.dimension is d)).total for d in Dimension}


def accounts_of(card: SellerCard) -> tuple[AccountSnapshot, ...]:
    return tuple(
        AccountSnapshot(
            account_id=verdict.account.account_id,
            account=verdict.account.account,
            key=verdict.key,
            tier=verdict.tier,
            score=verdict.score.total,
            counted=verdict.counted,
            confirmed=verdict.confirmed,
            ground=verdict.key_test.ground,
            influenced=verdict.facts.influenced,
            evidenced=verdict.facts.evidenced,
        )
        for verdict in card.accounts
    )


def policy_of(snapshot: Snapshot) -> Policy | None:
    """The policy it was judged by; None where today's program has no such policy any more."""
    try:
        return Policy.model_validate(renamed(json.loads(snapshot.policy_text)))
    except ValueError:
        return None


def judge_again(snapshot: Snapshot, policy: Policy, on: dt.date) -> SellerCard | None:
    """The card that the remembered facts give under this policy on this day; None where they cannot
    be read any more."""
    book = reduced_book(snapshot.facts)
    return make_card(book, policy, on) if book is not None else None
