"""The contacts of one sample account, so that its relationship tier is what the part asks for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import BuyingRole, Influence, Stance, Tier, YesNoUnknown
from kasales_xl.demo.draft import Draft
from kasales_xl.demo.trades import EVIDENCE, TITLES

YES, NO, UNKNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.UNKNOWN
_DM_ROLES = (BuyingRole.DECISION_MAKER, BuyingRole.APPROVER)
_ROLES = (
    BuyingRole.EVALUATOR, BuyingRole.USER, BuyingRole.INFLUENCER, BuyingRole.COACH, BuyingRole.GATEKEEPER
)  # fmt: skip


def add_people(draft: Draft, account_id: str, departments: tuple[str, ...], tier: Tier) -> None:
    """5–8 contacts; ``departments`` are the account's key departments. No contacts for an unknown tier."""
    if tier is Tier.UNKNOWN:
        return
    size = draft.random.randint(5, 8)
    heads = _heads(draft, account_id, departments, tier)
    staff = [d for d in draft.trade.departments for _ in range(2)]
    related_left = 1 if tier is Tier.JUNIOR else 0
    for number in range(size - len(heads)):
        wins = related_left > 0 or (tier >= Tier.JUNIOR and draft.chance(0.35))
        related_left -= 1
        department = draft.typed(staff[(number * 3 + draft.number) % len(staff)])
        _add_staff(draft, account_id, department, heads, wins=wins)


def _heads(draft: Draft, account_id: str, departments: tuple[str, ...], tier: Tier) -> dict[str, str]:
    """Decision makers, one or two a key department; returns department → ID of its first."""
    heads: dict[str, str] = {}
    flaw = draft.random.randrange(3)
    for at, department in enumerate(departments):
        last = at == len(departments) - 1
        if tier is Tier.MID and last and flaw == 0:
            continue
        wins = tier is Tier.STRONG or (tier is Tier.MID and not (last and flaw == 1))
        opposed = tier is Tier.MID and last and flaw == 2
        heads[department] = _add_head(draft, account_id, department, "", wins=wins, opposed=False)
        if opposed:
            _add_head(draft, account_id, department, heads[department], wins=False, opposed=True)
        elif tier is Tier.STRONG and at == 0:
            # three departments and a fourth head who is not won yet: just the great majority
            wins = len(departments) < 3
            _add_head(draft, account_id, department, heads[department], wins=wins, opposed=False)
    return heads


def _add_head(
    draft: Draft, account_id: str, department: str, above: str, *, wins: bool, opposed: bool
) -> str:
    stance = Stance.OPPOSED if opposed else _stance(draft, wins)
    return _add(
        draft,
        account_id,
        department,
        wins,
        stance,
        title=draft.typed(TITLES[0][len(draft.contacts) % len(TITLES[0])]),
        reports_to=above,
        buying_role=draft.pick(_DM_ROLES),
        key_decision_maker=YES,
        business_related=YES,
    )


def _add_staff(draft: Draft, account_id: str, department: str, heads: dict[str, str], *, wins: bool) -> None:
    related = YES if wins or draft.chance(0.5) else draft.pick((NO, UNKNOWN))
    opposed = not wins and draft.chance(0.05)
    _add(
        draft,
        account_id,
        department,
        wins,
        Stance.OPPOSED if opposed else _stance(draft, wins),
        title=draft.typed(draft.pick(TITLES[1])),
        reports_to=heads.get(department, ""),
        buying_role=draft.pick(_ROLES),
        key_decision_maker=NO,
        business_related=related,
    )


def _stance(draft: Draft, wins: bool) -> Stance:
    if wins:
        return Stance.CHAMPION if draft.chance(0.3) else Stance.SUPPORTER
    return draft.pick((Stance.NEUTRAL, Stance.NEUTRAL, Stance.UNKNOWN))


def _evidence(draft: Draft, since: dt.date) -> str:
    """What shows the influence, of three people in five."""
    at = len(draft.contacts)
    if at % 5 in (1, 4):
        return ""
    return draft.typed(EVIDENCE[at % len(EVIDENCE)](day=since))


def _add(draft: Draft, account_id: str, department: str, wins: bool, stance: Stance, **fields: Any) -> str:
    contact_id = draft.next_id("C", draft.contacts)
    stale = wins and draft.chance(0.07)
    last = draft.between(200, 320) if stale else draft.between(3, 120 if wins else 300)
    earlier = [
        c.contact_id for c in draft.contacts if c.account == account_id and c.contact_id in draft.since
    ]
    introduced = draft.pick(earlier) if earlier and draft.chance(0.4) else ""
    won = draft.won_on(draft.between(20, 600), decides=fields["key_decision_maker"] is YES)
    no_answer = draft.pick((Influence.NO, Influence.NO, Influence.UNKNOWN))
    draft.contacts.append(
        Contact(
            contact_id=contact_id,
            account=account_id,
            name=draft.people.name(),
            department=department,
            can_influence=Influence.YES if wins else no_answer,
            stance=stance,
            value=draft.random.randint(2, 3) if wins else draft.random.randint(0, 2),
            trust=draft.random.randint(2, 3) if wins else draft.random.randint(0, 2),
            last_contact=last,
            introduced_by=introduced,
            influence_evidence=_evidence(draft, won) if wins else "",
            **fields,
        )
    )
    if wins:
        draft.since[contact_id] = won
    return contact_id
