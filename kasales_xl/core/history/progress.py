"""What changed since an earlier snapshot, and why: first a new program, then new rules, then the
calendar, and only what is left is put down to accounts, people and grades.

The earlier facts are judged again by the later rules, so nobody is blamed for a changed threshold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.history.fact_changes import FactChange, fact_changes
from kasales_xl.core.history.reduced_book import reduced_book
from kasales_xl.core.history.snapshot import (
    AccountSnapshot,
    Snapshot,
    accounts_of,
    grades_of,
    policy_of,
)
from kasales_xl.core.policy import edition_title
from kasales_xl.core.policy.fields import PolicyChange, policy_changes
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import KeyAccount, Level, Tier
from kasales_xl.core.verdicts.levels import Counts


class Cause(Enum):
    """Why something changed, in the order in which causes are told apart."""

    PROGRAM = "program"
    POLICY = "policy"
    TIME = "time"
    FACTS = "facts"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AccountChange:
    """An account that is judged differently; ``was`` None: it is new, ``now`` None: it is gone.
    ``because``: the people and data behind it, where facts are the cause."""

    account_id: str
    account: str
    was: Tier | None
    now: Tier | None
    key_was: KeyAccount | None
    key_now: KeyAccount | None
    counted_was: bool
    counted_now: bool
    because: tuple[FactChange, ...] = ()

    @property
    def matters(self) -> bool:
        """Did it move the counts that the level rests on?"""
        return self.counted_was != self.counted_now or (self.counted_now and self.was is not self.now)


@dataclass(frozen=True, slots=True)
class GradeChange:
    """``dimension`` by code."""

    dimension: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Stage:
    """What one cause alone changed."""

    cause: Cause
    level_was: Level
    level_now: Level
    counts_was: Counts
    counts_now: Counts
    accounts: tuple[AccountChange, ...] = ()
    grades: tuple[GradeChange, ...] = ()

    @property
    def any(self) -> bool:
        """Did this cause change anything at all?"""
        moved = (self.level_was, self.counts_was) != (self.level_now, self.counts_now)
        return moved or bool(self.accounts) or bool(self.grades)


@dataclass(frozen=True, slots=True)
class PolicySwitch:
    """Other rules than before: the editions as printed, and the settings that differ."""

    was: str
    now: str
    changes: tuple[PolicyChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """From ``since`` to ``on``. ``stages``: causes that changed anything. ``switch``: where the rules
    are others now. Shares 0–1 inside the level of their day."""

    seller_id: str
    name: str
    team: str
    since: dt.date
    on: dt.date
    level_was: Level
    level_now: Level
    progress_was: float
    progress_now: float
    stages: tuple[Stage, ...] = field(default=())
    switch: PolicySwitch | None = None

    @property
    def direction(self) -> int:
        """1 rose, −1 fell, 0 stayed: the level first, then the progress inside it."""
        was, now = (self.level_was.rank, self.progress_was), (self.level_now.rank, self.progress_now)
        return (now > was) - (now < was)


def compare(now: Snapshot, before: Snapshot) -> Progress:
    """What led from ``before`` to ``now``, cause by cause. Where the earlier facts or rules cannot be
    read any more and the rules changed, causes are not told apart: the stage says ``UNKNOWN``."""
    book = reduced_book(before.facts)
    stages = tuple(
        stage
        for (_cause, was), (cause, then) in pairwise(_views(now, before, book))
        if (stage := _stage(cause, was, then, now, book)).any
    )
    return Progress(
        seller_id=now.seller_id,
        name=now.name,
        team=now.team,
        since=before.on,
        on=now.on,
        level_was=before.level,
        level_now=now.level,
        progress_was=before.progress,
        progress_now=now.progress,
        stages=stages,
        switch=_switch(now, before),
    )


def _switch(now: Snapshot, before: Snapshot) -> PolicySwitch | None:
    if now.policy == before.policy:
        return None
    old, new = policy_of(before), policy_of(now)
    return PolicySwitch(
        edition_title(before.edition, before.policy),
        edition_title(now.edition, now.policy),
        policy_changes(old, new) if old and new else (),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """The verdicts on one state of facts, rules and day, as a snapshot has them too."""

    level: Level
    counts: Counts
    grades: dict[str, int]
    accounts: tuple[AccountSnapshot, ...]


_View = Snapshot | _Judged


def _judged(card: SellerCard) -> _Judged:
    return _Judged(card.level, card.counts, grades_of(card), accounts_of(card))


def _views(now: Snapshot, before: Snapshot, book: Book | None) -> Iterator[tuple[Cause, _View]]:
    """The earlier facts (``book``) as they were judged, then judged anew with one thing after the other
    changed, and at last the present."""
    yield Cause.UNKNOWN, before
    old, new = policy_of(before), policy_of(now)
    if new is None or book is None or (old is None and before.policy != now.policy):
        # an unreadable past under the same rules can still be compared by its verdicts
        same = (before.policy, before.program) == (now.policy, now.program)
        yield (Cause.FACTS if same else Cause.UNKNOWN), now
        return
    if before.program != now.program and old is not None:
        yield Cause.PROGRAM, _judged(make_card(book, old, before.on))
    if before.policy != now.policy:
        yield Cause.POLICY, _judged(make_card(book, new, before.on))
    yield Cause.TIME, _judged(make_card(book, new, now.on))
    yield Cause.FACTS, now


def _stage(cause: Cause, was: _View, then: _View, now: Snapshot, book: Book | None) -> Stage:
    grades = tuple(
        GradeChange(code, was.grades[code], grade)
        for code, grade in then.grades.items()
        if code in was.grades and was.grades[code] != grade
    )
    accounts = tuple(_accounts(was, then))
    if accounts and cause is Cause.FACTS:
        facts = fact_changes(book, reduced_book(now.facts))
        accounts = tuple(
            replace(change, because=facts.get(change.account_id, ()) + facts.get("", ()))
            for change in accounts
        )
    return Stage(
        cause=cause,
        level_was=was.level,
        level_now=then.level,
        counts_was=was.counts,
        counts_now=then.counts,
        accounts=accounts,
        grades=grades,
    )


def _accounts(was: _View, then: _View) -> list[AccountChange]:
    """Accounts judged differently, those that move the level first, then by name."""
    old = {a.account_id: a for a in was.accounts}
    new = {a.account_id: a for a in then.accounts}
    changes = []
    for account_id in old.keys() | new.keys():
        a, b = old.get(account_id), new.get(account_id)
        known = b or a
        if known is None or (a and b and (a.tier, a.key, a.counted) == (b.tier, b.key, b.counted)):
            continue
        changes.append(
            AccountChange(
                account_id=account_id,
                account=known.account,
                was=a.tier if a else None,
                now=b.tier if b else None,
                key_was=a.key if a else None,
                key_now=b.key if b else None,
                counted_was=a is not None and a.counted,
                counted_now=b is not None and b.counted,
            )
        )
    return sorted(changes, key=lambda change: (not change.matters, change.account, change.account_id))
