"""What a coach should ask next: the conditions that the indicators meet, against the policy's rules (F)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.agreement import DimensionLine
from kasales_xl.core.names import person
from kasales_xl.core.policy.lists import CoachRule, Condition


@dataclass(frozen=True, slots=True)
class State:
    """A condition as it stands: how many (or how much), and whom to name, the weightiest first."""

    have: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A rule whose condition is met."""

    rule: CoachRule
    have: float
    names: tuple[str, ...]


def questions(dimensions: Dimensions, lines: Iterable[DimensionLine]) -> tuple[Question, ...]:
    """lines: of the same seller (``agreement.dimension_lines``). Questions in the order of the policy's
    rules; a condition that lacks data never asks."""
    backed = tuple(lines)
    asked = []
    for rule in dimensions.rows.policy.coach:
        state = condition(rule.when, dimensions, backed)
        if state is not None and state.have >= rule.at_least:
            asked.append(Question(rule, state.have, state.names))
    return tuple(asked)


def condition(code: Condition, dimensions: Dimensions, lines: tuple[DimensionLine, ...]) -> State | None:
    """One condition; None where data is missing. A count of things, except ``one-account-carries`` and
    ``elements-unrecorded`` (shares 0–1) and ``coverage-short`` (times of the target still open)."""
    if code == "grade-unbacked":
        return _named(line.dimension.zh for line in lines if line.unbacked)
    if code in _FLAGS:
        wanted = _FLAGS[code]
        cards = (c for c in dimensions.tas.cards if any(flag.code in wanted for flag in c.flags))
        return _named(card.deal.deal for card in cards)
    return _CONDITIONS[code](dimensions)


def _named(names: Iterable[str]) -> State:
    listed = tuple(names)
    return State(len(listed), listed)


def _overdue(d: Dimensions) -> State:
    late = [growth for growth in d.esp.accounts if growth.plan.overdue_days]
    return _named(g.account for g in sorted(late, key=lambda g: -(g.plan.overdue_days or 0)))


def _unplanned(d: Dimensions) -> State:
    return _named(
        growth.account
        for growth in d.esp.accounts
        if not growth.plan.objective or growth.plan.next_action_date is None
    )


def _carries(d: Dimensions) -> State | None:
    won = d.esp.won_by_account
    share = d.measures["esp.top_share"].value
    if share is None:
        return None
    largest = min(won, key=lambda account: (-won[account], account))
    return State(share, (d.rows.name(largest),))


def _contradicting(d: Dimensions) -> State:
    cards = (*d.tas.cards, *d.tas.contradictions)
    return _named(c.deal.deal for c in cards if any(flag.code == "stage-without-dm" for flag in c.flags))


def _short(d: Dimensions) -> State | None:
    have, need = d.measures["tas.coverage"].value, d.measures["tas.coverage_needed"].value
    return None if have is None or need is None else State(max(0.0, need - have))


def _pillars(d: Dimensions) -> State:
    counted = (verdict.account.account_id for verdict in d.rows.key_accounts)
    return _named(
        person(p.contact.department, p.contact.name)
        for account in counted
        for p in d.ecm.pillars.get(account, ())
    )


def _late_support(d: Dimensions) -> State:
    late = [request for request in d.mci.waiting if request.late is not None and request.late > 0]
    return _named(dict.fromkeys(r.deal.deal if r.deal else r.request.request_id for r in late))


def _unrecorded(d: Dimensions) -> State | None:
    filled = d.pbm.filled
    if not filled.n:
        return None
    return State(1 - filled.recorded / filled.n)


_FLAGS: dict[str, tuple[str, ...]] = {
    "deals-doubtful": ("need-not-real", "cannot-win"),
    "no-dm-met": ("no-dm-met",),
    "deals-stuck": ("stage-long", "stage-slow"),
    "close-overdue": ("close-overdue",),
}
_CONDITIONS: dict[str, Callable[[Dimensions], State | None]] = {
    "accounts-falling": lambda d: _named(g.account for g in d.esp.accounts if g.trend.falling),
    "actions-overdue": _overdue,
    "accounts-unplanned": _unplanned,
    "one-account-carries": _carries,
    "rhythm-broken": lambda d: _named(g.account for g in d.esp.accounts if g.rhythm.broken),
    "contradictions": _contradicting,
    "coverage-short": _short,
    "single-threaded": lambda d: _named(v.account.account for v in d.ecm.single_threaded if v.counted),
    "relations-stale": lambda d: _named(person(contact.department, contact.name) for contact in d.ecm.stale),
    "pillars": _pillars,
    "support-late": _late_support,
    "deals-without-support": lambda d: _named(deal.deal.deal for deal in d.mci.deserving),
    "support-astray": lambda d: _named(deal.deal.deal for deal in d.mci.undeserving),
    "elements-unrecorded": _unrecorded,
}
