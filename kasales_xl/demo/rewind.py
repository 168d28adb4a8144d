"""The same sample sellers some months earlier: fewer relations won, later deals still open or not begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kasales_xl.core.rows import Contact, Deal, Practice, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Dimension, Influence, RequestStatus, Stance
from kasales_xl.demo.books import period_start
from kasales_xl.demo.draft import Draft

_QUARTER_DAYS = 91


def rewound(draft: Draft, day: dt.date) -> Book:
    """The book as it stood on ``day``, before the draft's own."""
    book = draft.book()
    deals = tuple(_deal(deal, day) for deal in book.deals if deal.created is None or deal.created <= day)
    known = {deal.deal_id for deal in deals}
    asked = (request for request in book.support if request.deal in known)
    quarters = (draft.on - day).days // _QUARTER_DAYS
    return replace(
        book,
        seller=draft.seller.model_copy(update={"period_start": period_start(day)}),
        # the manager has begun to confirm tiers this quarter
        accounts=tuple(
            a.model_copy(update={"next_action_date": None, "confirmed_tier": None}) for a in book.accounts
        ),
        contacts=tuple(_contact(draft, contact, day) for contact in book.contacts),
        deals=deals,
        support=tuple(_request(r, day) for r in asked if r.requested_on is None or r.requested_on <= day),
        practices=tuple(_before_learning(draft, quarters)),
        career=tuple(station for station in book.career if station.start <= day),
    )


def _contact(draft: Draft, contact: Contact, day: dt.date) -> Contact:
    """Won later: not influenced yet. Last met as long before ``day`` as now before today."""
    last = contact.last_contact
    before = {"last_contact": last and last - (draft.on - day)}
    if draft.since.get(contact.contact_id, dt.date.min) <= day:
        return contact.model_copy(update=before)
    return contact.model_copy(
        update={
            **before,
            "can_influence": Influence.NO,
            "influence_evidence": "",
            "stance": Stance.NEUTRAL,
            "value": min(contact.value or 0, 1),
            "trust": min(contact.trust or 0, 1),
        }
    )


def _deal(deal: Deal, day: dt.date) -> Deal:
    """Closed or moved on later: still open on ``day``, expected when it did close."""
    if deal.closed is not None and deal.closed > day:
        near = (deal.closed - day).days < _QUARTER_DAYS
        return deal.model_copy(
            update={
                "stage": DealStage.CONTROL if near else DealStage.SOLUTION,
                "stage_since": deal.created,
                "expected_close": deal.closed,
                "closed": None,
                "lost_reason": None,
            }
        )
    if deal.stage_since is not None and deal.stage_since > day:
        return deal.model_copy(update={"stage": DealStage.QUALIFY, "stage_since": deal.created})
    return deal


def _request(request: Support, day: dt.date) -> Support:
    if request.granted_on is None or request.granted_on <= day:
        return request
    waiting = {"status": RequestStatus.WAITING, "days_granted": None, "granted_on": None}
    return request.model_copy(update=waiting)


def _before_learning(draft: Draft, quarters: int) -> Iterator[Practice]:
    """A quarter teaches one practice, each quarter in another dimension: of those that are a step above the
    grade, so that no grade rises by it. Mastery is older than the history."""
    order = tuple(Dimension)
    learnt = {order[(draft.number + back) % len(order)] for back in range(quarters)}
    base = dict(zip(order, draft.part.grades, strict=True))
    for practice in draft.practices:
        counts = practice.manager_grade if draft.part.confirmed else practice.self_grade
        if practice.dimension not in learnt or (counts or 0) <= base[practice.dimension]:
            yield practice
            continue
        learnt.discard(practice.dimension)
        grades = {key: getattr(practice, key) for key in ("self_grade", "manager_grade")}
        lower = {key: grade - 1 for key, grade in grades.items() if grade is not None}
        yield practice.model_copy(update=lower)
