"""What led from one snapshot to a later one, cause by cause: a new program, new rules, another target,
another scope, the calendar, and only what is left is put down to people, accounts and grades.

The earlier facts are judged again with one thing after the other changed, so the causes add up to the
whole change, and nobody is blamed or praised for a redefinition. Rule P3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.history.fact_changes import FactChange, FactKind, fact_changes
from kasales_xl.core.history.net import netted
from kasales_xl.core.history.progress import AccountChange, Cause, GradeChange, PolicySwitch, Progress, Stage
from kasales_xl.core.history.redefined import with_scope, with_target
from kasales_xl.core.history.reduced_book import reduced_book
from kasales_xl.core.history.snapshot import (
    AccountSnapshot,
    Snapshot,
    accounts_of,
    grades_of,
    points_of,
    policy_of,
)
from kasales_xl.core.policy import Policy, TierBasis, edition_title
from kasales_xl.core.policy.fields import policy_changes
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts import levels
from kasales_xl.core.verdicts.levels import Counts

#: Changes that belong to one cause; all others are facts.
_KINDS = {
    Cause.TARGET: frozenset({FactKind.TARGET}),
    Cause.SCOPE: frozenset(
        {
            FactKind.DEPARTMENTS,
            FactKind.FOUND_DM,
            FactKind.NO_DM,
            FactKind.MOVED,
            FactKind.LEFT,
            FactKind.OWNER,
        }
    ),
}
_KINDS[Cause.FACTS] = frozenset(FactKind) - _KINDS[Cause.TARGET] - _KINDS[Cause.SCOPE]


@dataclass(frozen=True, slots=True)
class _View:
    """The verdicts on one state of facts, rules and day, reached by ``cause``; ``policy`` None where the
    rules cannot be read."""

    cause: Cause
    level: Level
    capability: Level
    counts: Counts
    grades: dict[str, int]
    points: dict[str, int]
    accounts: dict[str, AccountSnapshot]
    policy: Policy | None


def compare(now: Snapshot, before: Snapshot) -> Progress:
    """What led from ``before`` to ``now``. Where the earlier facts or rules cannot be read any more and
    the rules changed, causes are not told apart: the stage says ``UNKNOWN``."""
    book, present = reduced_book(before.facts), reduced_book(now.facts)
    views = _net(tuple(_views(now, before, book, present)))
    facts = fact_changes(book, present)
    stages = tuple(stage for was, then in pairwise(views) if (stage := _stage(was, then, facts)).any)
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


def _views(now: Snapshot, before: Snapshot, book: Book | None, present: Book | None) -> Iterator[_View]:
    """The earlier facts (``book``) as they were judged, then judged anew with one thing after the other
    changed, and at last the present."""
    old, new = policy_of(before), policy_of(now)
    yield _remembered(Cause.UNKNOWN, before, old)
    if new is None or book is None or (old is None and before.policy != now.policy):
        # an unreadable past under the same rules can still be compared by its verdicts
        same = (before.policy, before.program) == (now.policy, now.program)
        yield _remembered(Cause.FACTS if same else Cause.UNKNOWN, now, new)
        return
    if before.program != now.program and old is not None:
        yield _judged(Cause.PROGRAM, make_card(book, old, before.on))
    if before.policy != now.policy:
        yield _judged(Cause.POLICY, make_card(book, new, before.on))
    if present is not None:
        aimed = with_target(book, present)
        if aimed != book:
            yield _judged(Cause.TARGET, make_card(aimed, new, before.on))
        book = with_scope(aimed, present)
        if book != aimed:
            yield _judged(Cause.SCOPE, make_card(book, new, before.on))
    yield _judged(Cause.TIME, make_card(book, new, now.on))
    yield _remembered(Cause.FACTS, now, new)


def _remembered(cause: Cause, one: Snapshot, policy: Policy | None) -> _View:
    accounts = {account.account_id: account for account in one.accounts}
    return _View(cause, one.level, one.capability_level, one.counts, one.grades, one.points, accounts, policy)


def _judged(cause: Cause, card: SellerCard) -> _View:
    return _View(
        cause=cause,
        level=card.level,
        capability=card.capability.level,
        counts=card.counts,
        grades=grades_of(card),
        points=points_of(card),
        accounts={account.account_id: account for account in accounts_of(card)},
        policy=card.policy,
    )


def _net(views: Sequence[_View]) -> Iterator[_View]:
    """Opposite changes of one account as one: the states between the first and the last are the net
    ones, and counts and level follow from them."""
    flat = netted([view.accounts for view in views])
    last = len(views) - 1
    for place, (view, accounts) in enumerate(zip(views, flat, strict=True)):
        if place in (0, last) or accounts == view.accounts or view.policy is None:
            yield view
            continue
        counts = levels.count(
            account.counting(view.policy) for account in accounts.values() if account.counted
        )
        level = levels.level(counts, view.capability, view.policy).level
        yield _View(
            view.cause, level, view.capability, counts, view.grades, view.points, accounts, view.policy
        )


def _stage(was: _View, then: _View, facts: dict[str, tuple[FactChange, ...]]) -> Stage:
    return Stage(
        cause=then.cause,
        level_was=was.level,
        level_now=then.level,
        counts_was=was.counts,
        counts_now=then.counts,
        accounts=tuple(_accounts(was, then, facts)),
        grades=tuple(_grades(was, then)),
    )


def _grades(was: _View, then: _View) -> Iterator[GradeChange]:
    for code, grade in then.grades.items():
        earlier = was.grades.get(code, grade)
        points = then.points[code] - was.points[code] if code in was.points and code in then.points else 0
        if earlier != grade or points:
            yield GradeChange(code, earlier, grade, points)


def _accounts(was: _View, then: _View, facts: dict[str, tuple[FactChange, ...]]) -> list[AccountChange]:
    """Accounts judged differently, those that move the level first, then by name."""
    kinds = _KINDS.get(then.cause, frozenset())
    if then.policy is None or then.policy.tier_counts is TierBasis.CLAIMED:
        # what the manager confirms moves nothing where it does not count
        kinds -= {FactKind.CONFIRMED}
    changes = []
    for account_id in was.accounts.keys() | then.accounts.keys():
        a, b = was.accounts.get(account_id), then.accounts.get(account_id)
        known = b or a
        old, new = a.counting(was.policy) if a else None, b.counting(then.policy) if b else None
        if known is None or (a and b and old is new and (a.key, a.counted) == (b.key, b.counted)):
            continue
        changes.append(
            AccountChange(
                account_id=account_id,
                account=known.account,
                was=old,
                now=new,
                key_was=a.key if a else None,
                key_now=b.key if b else None,
                counted_was=a is not None and a.counted,
                counted_now=b is not None and b.counted,
                because=tuple(
                    fact for fact in facts.get(account_id, ()) + facts.get("", ()) if fact.kind in kinds
                ),
            )
        )
    return sorted(changes, key=lambda change: (not change.matters, change.account, change.account_id))
