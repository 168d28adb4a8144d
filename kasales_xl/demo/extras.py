"""Everything of a sample book beside accounts, contacts and deals: support, links, grid, career."""

from __future__ import annotations

import datetime as dt

from kasales_xl.core.rows import Career, Deal, Link, Support
from kasales_xl.core.terms import (
    CompanyType,
    Dimension,
    Influence,
    LinkRelation,
    LoopStage,
    Party,
    RequestStatus,
    Stance,
    YesNoUnknown,
)
from kasales_xl.core.text import Text
from kasales_xl.demo.draft import Draft
from kasales_xl.demo.names import COLLEAGUES
from kasales_xl.demo.trades import REQUESTS, TRADES
from kasales_xl.layout.practices import default_practices

_STATUSES = (RequestStatus.DONE, RequestStatus.GRANTED, RequestStatus.PARTIAL, RequestStatus.WAITING)
_EVIDENCE = (
    Text("上季度复盘记录", "last quarter's review"),
    Text("客户访谈纪要", "notes of customer talks"),
    Text("项目结案报告", "project closing report"),
)
_FIRMS = (
    (Text("砥行科技", "Steadyway Tech"), CompanyType.VENDOR),
    (Text("云麓咨询", "Foothill Consulting"), CompanyType.CONSULTANCY),
    (Text("本公司", "this company"), CompanyType.VENDOR),
)


def add_support(draft: Draft) -> None:
    """Requests on most open deals and some that closed: the larger the deal the more days, but now and
    then a small one gets plenty and a large one gets nothing."""
    if not draft.part.supported:
        return
    live = [deal for deal in draft.deals if deal.stage.is_open or draft.chance(0.15)]
    ranked = sorted(live, key=lambda deal: -(deal.amount or 0))
    for place, deal in enumerate(ranked):
        if place == 1 and draft.chance(0.5):
            continue
        for _ in range(2 if place < 3 else 1):
            _request(draft, deal, large=place < len(ranked) // 2 or draft.chance(0.1))


def _request(draft: Draft, deal: Deal, *, large: bool) -> None:
    wanted = float(draft.random.randint(5, 15) if large else draft.random.randint(1, 4))
    asked = draft.between(15, 70) if deal.stage.is_open else (deal.closed or draft.on) - dt.timedelta(days=60)
    status = draft.pick(_STATUSES if large else (*_STATUSES, RequestStatus.REFUSED, RequestStatus.WAITING))
    if not deal.stage.is_open and status is RequestStatus.WAITING:
        status = RequestStatus.DONE
    share = {RequestStatus.DONE: 1.0, RequestStatus.GRANTED: 1.0, RequestStatus.PARTIAL: 0.5}.get(status)
    party = draft.pick(tuple(Party))
    granted = None if share is None else asked + dt.timedelta(days=draft.random.randint(2, 14))
    days = 0.0 if status is RequestStatus.REFUSED else share and max(1.0, round(wanted * share))
    draft.support.append(
        Support(
            request_id=draft.next_id("R", draft.support),
            deal=deal.deal_id,
            party=party,
            request=draft.typed(draft.pick(REQUESTS[party])),
            days_wanted=wanted,
            requested_on=asked,
            needed_by=asked + dt.timedelta(days=draft.random.randint(10, 45)),
            status=status,
            days_granted=days,
            granted_on=granted,
        )
    )


def add_links(draft: Draft) -> None:
    """In every other account a colleague knows somebody who leads on to a decision maker whom the rep
    cannot influence yet; here and there two people are at odds."""
    for at, account in enumerate(draft.accounts):
        people = [c for c in draft.contacts if c.account == account.account_id]
        won = [c for c in people if c.can_influence is Influence.YES]
        aims = [
            c
            for c in people
            if c.key_decision_maker is YesNoUnknown.YES and c.can_influence is not Influence.YES
        ]
        if won and aims and at % 2 == 0:
            start, aim = draft.pick(won), draft.pick(aims)
            known = draft.typed(COLLEAGUES[at % len(COLLEAGUES)])
            _link(draft, known, LinkRelation.INTRODUCES, start.contact_id, 2)
            _link(
                draft, start.contact_id, LinkRelation.INFLUENCES, aim.contact_id, draft.random.randint(1, 3)
            )
        opposed = [c for c in people if c.stance is Stance.OPPOSED]
        if won and opposed:
            _link(draft, won[0].contact_id, LinkRelation.CONFLICTS, opposed[0].contact_id, 2)


def _link(draft: Draft, start: str, relation: LinkRelation, end: str, strength: int) -> None:
    draft.links.append(Link(from_person=start, relation=relation, to_person=end, strength=strength))


def add_practices(draft: Draft) -> None:
    """The 35 practices, so that the mean of a dimension's seven has the part's grade as its floor."""
    grades = dict(zip(Dimension, draft.part.grades, strict=True))
    spread = {dimension: _seven(draft, grade) for dimension, grade in grades.items()}
    for practice in default_practices(draft.lang):
        grade = spread[practice.dimension][practice.stage.rank]
        own = min(3, grade + 1) if draft.part.confirmed and draft.chance(0.25) else grade
        evidence = draft.typed(draft.pick(_EVIDENCE)) if grade >= 2 and draft.chance(0.5) else ""
        manager = grade if draft.part.confirmed else None
        graded = {"self_grade": own, "manager_grade": manager, "evidence": evidence}
        draft.practices.append(practice.model_copy(update=graded))


def _seven(draft: Draft, grade: int) -> list[int]:
    """Seven grades 0–3 whose mean lies in [grade, grade + 1): some a step above, no more than one a step
    below for each two above."""
    if grade == 3:
        return [3] * len(LoopStage)
    above = draft.random.randint(2, 4)
    below = draft.random.randint(0, 1) if grade > 0 else 0
    seven = [grade + 1] * above + [grade - 1] * below
    seven += [grade] * (len(LoopStage) - len(seven))
    draft.random.shuffle(seven)
    return seven


def add_career(draft: Draft) -> None:
    """Two or three stations; novices and every fifth seller have changed their industry once."""
    years = draft.random.randint(3, 6) + 3 * sum(draft.part.grades) // 5
    start = dt.date(draft.on.year - years, draft.random.randint(1, 12), 1)
    before = TRADES[(draft.part.trade + 1) % len(TRADES)]
    switched = draft.number % 5 == 0 or not any(draft.part.grades)
    stations = _FIRMS if years > 6 else _FIRMS[1:]
    length = (draft.on - start).days // len(stations)
    begins = [(start + dt.timedelta(days=at * length)).replace(day=1) for at in range(len(stations) + 1)]
    for at, (company, kind) in enumerate(stations):
        trade = before if switched and at == 0 else draft.trade
        last = at == len(stations) - 1
        role = Text("大客户销售", "key-account seller") if last else Text("销售", "seller")
        draft.career.append(
            Career(
                start=begins[at],
                end=None if last else begins[at + 1] - dt.timedelta(days=1),
                company=draft.typed(company),
                company_type=kind,
                role=draft.typed(role),
                track=draft.typed(trade.track),
                industry=draft.typed(trade.name),
            )
        )
