"""Requests for support, each with what was asked, what was given and how long it took (MCI, F)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.rows import Deal, Support
from kasales_xl.core.terms import Party, RequestStatus


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """One request. ``wanted`` and ``granted`` in person-days, None where not known (a request that
    waits or was refused has granted 0); ``wait`` days from request to answer, None while waiting;
    ``age`` days waited so far, ``late`` days past the day it was needed (negative: days left)."""

    request: Support
    deal: Deal | None
    account: str
    wanted: float | None
    granted: float | None
    waiting: bool
    wait: int | None
    age: int | None
    late: int | None


@dataclass(frozen=True, slots=True)
class PartySupport:
    """What one party gave: requests and those that wait; person-days wanted and granted over the
    ``known`` requests with both numbers; the days that each answer took."""

    party: Party
    requests: int
    waiting: int
    wanted: float
    granted: float
    known: int
    waits: tuple[int, ...]

    @property
    def ratio(self) -> float | None:
        """聚 of this party; None without a request with both numbers."""
        return self.granted / self.wanted if self.known else None

    @property
    def wait(self) -> float | None:
        """Median days to an answer."""
        return median(self.waits)


def is_waiting(request: Support) -> bool:
    """Asked and not answered: marked waiting, or without a status, whatever else the row says."""
    return request.status is None or request.status is RequestStatus.WAITING


def granted_days(request: Support) -> float | None:
    """Person-days that the row's status says were granted: 0 while it waits or where it was refused, None
    where it was answered without a number."""
    if is_waiting(request) or request.status is RequestStatus.REFUSED:
        return 0.0
    return request.days_granted


def granted_to(requests: Iterable[Support]) -> float:
    """Person-days granted to one deal, unknown ones left out."""
    return math.fsum(granted_days(request) or 0.0 for request in requests)


def request_facts(request: Support, deal: Deal | None, account: str, on: dt.date) -> RequestFacts:
    """One row, read with its status: answered without a number of days stays unknown, never 0."""
    waiting = is_waiting(request)
    asked, answered, needed = request.requested_on, request.granted_on, request.needed_by
    return RequestFacts(
        request=request,
        deal=deal,
        account=account,
        wanted=request.days_wanted,
        granted=granted_days(request),
        waiting=waiting,
        wait=(answered - asked).days if asked and answered and answered >= asked and not waiting else None,
        age=(on - asked).days if waiting and asked and asked <= on else None,
        late=(on - needed).days if waiting and needed else None,
    )


def urgency(facts: RequestFacts) -> tuple[float, float, str]:
    """Sort key of waiting requests: most overdue first, then waiting longest; undated ones last."""
    late, age = (math.inf if days is None else -days for days in (facts.late, facts.age))
    return late, age, facts.request.request_id


def gathered(requests: Iterable[RequestFacts]) -> tuple[float, float, int]:
    """Person-days wanted and granted, and the number of requests where both are known."""
    known = [
        (r.wanted, r.granted)
        for r in requests
        if r.wanted is not None and r.wanted > 0 and r.granted is not None
    ]
    return math.fsum(w for w, _ in known), math.fsum(g for _, g in known), len(known)


def together(parties: Iterable[PartySupport]) -> tuple[PartySupport, ...]:
    """parties: of several sellers. One line a party that anybody asked, in the method's order."""
    supports = tuple(parties)
    members = {party: [one for one in supports if one.party is party] for party in Party}
    return tuple(
        PartySupport(
            party=party,
            requests=sum(one.requests for one in asked),
            waiting=sum(one.waiting for one in asked),
            wanted=math.fsum(one.wanted for one in asked),
            granted=math.fsum(one.granted for one in asked),
            known=sum(one.known for one in asked),
            waits=tuple(days for one in asked for days in one.waits),
        )
        for party, asked in members.items()
        if asked
    )
