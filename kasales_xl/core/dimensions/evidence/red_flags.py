"""What should make a seller stop and look at an open deal, and where stage and facts contradict (F)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.fit import Fit, Side
from kasales_xl.core.dimensions.evidence.requests import is_waiting
from kasales_xl.core.names import person
from kasales_xl.core.policy import Policy
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Contact, Deal, Support
from kasales_xl.core.terms import DealStage, Influence, YesNoUnknown
from kasales_xl.core.verdicts.facts import AccountFacts

#: S5 and S6: nobody gets there without a decision maker who listens.
NEEDS_DM = frozenset({DealStage.CONTROL, DealStage.CONTRACT})


@dataclass(frozen=True, slots=True)
class Stay:
    """Days in the present stage; ``usual`` the seller's own median over ``n`` open deals, of the same
    stage where enough of them are there."""

    days: int
    usual: float
    n: int


def has_met(contact: Contact) -> bool:
    """Somebody the seller has met: can influence, or has a date of last contact."""
    return contact.can_influence is Influence.YES or contact.last_contact is not None


def contradictions(deal: Deal, facts: AccountFacts | None) -> tuple[Reason, ...]:
    """Control or contract stage without one influenced DM; open though the need is said not to be
    real, or not to be winnable, beyond the stage where that is tested (S2)."""
    reasons = []
    if deal.stage in NEEDS_DM and not (facts and facts.influenced_dms):
        reasons.append(Reason("stage-without-dm", (deal.stage.value,)))
    if deal.stage.is_open and deal.stage > DealStage.QUALIFY:
        if deal.is_real is YesNoUnknown.NO:
            reasons.append(Reason("need-not-real", (deal.stage.value,)))
        if deal.can_win is YesNoUnknown.NO:
            reasons.append(Reason("cannot-win", (deal.stage.value,)))
    return tuple(reasons)


def red_flags(
    deal: Deal,
    facts: AccountFacts | None,
    stay: Stay | None,
    requests: Iterable[Support],
    policy: Policy,
    on: dt.date,
    fit: Fit | None = None,
) -> tuple[Reason, ...]:
    """deal: an open one; facts: of its account, None for an unknown account; fit: how it goes with what
    won before. In order of weight."""
    flags = [*contradictions(deal, facts), *_against(deal, fit)]
    later = deal.stage > DealStage.INCUBATE
    dms = facts.dms if facts else ()
    if later and not any(has_met(dm) for dm in dms):
        flags.append(Reason("no-dm-met", tuple(person(dm.department, dm.name) for dm in dms)))
    opposed = facts.opposed_dms if facts else ()
    if later and opposed:
        flags.append(Reason("dm-opposed", tuple(person(dm.department, dm.name) for dm in opposed)))
    if deal.stage > DealStage.QUALIFY:
        unknown = YesNoUnknown.UNKNOWN
        if deal.is_real is unknown or deal.can_win is unknown:
            flags.append(Reason("not-qualified", (deal.stage.value,)))
        if facts and facts.influenced == 1:
            flags.append(Reason("single-threaded"))
    return (*flags, *_late(deal, stay, requests, policy, on))


def _against(deal: Deal, fit: Fit | None) -> list[Reason]:
    """The first law that the deal goes against: its element and value as the row spells it, k of n such
    deals won."""
    if fit is None or fit.side is not Side.AGAINST:
        return []
    law, question = fit.decisive[0]
    element, value = law.pair
    spelt = getattr(deal, element)
    names = (element, spelt.strip() if isinstance(spelt, str) else value)
    return [Reason("against-law", names, have=question.k, need=question.n)]


def _late(
    deal: Deal, stay: Stay | None, requests: Iterable[Support], policy: Policy, on: dt.date
) -> list[Reason]:
    flags = []
    if stay and stay.days >= policy.stage_age_days:
        flags.append(Reason("stage-long", have=stay.days, need=policy.stage_age_days))
    elif stay and stay.n >= policy.law_min_deals and stay.days > policy.stage_slow_factor * stay.usual:
        flags.append(Reason("stage-slow", have=stay.days, need=stay.usual))
    if deal.expected_close is None:
        flags.append(Reason("no-close-date"))
    elif deal.expected_close < on:
        flags.append(Reason("close-overdue", have=(on - deal.expected_close).days))
    if deal.amount is None:
        flags.append(Reason("no-amount"))
    waiting = [r for r in requests if is_waiting(r) and r.needed_by is not None and r.needed_by < on]
    if waiting:
        flags.append(Reason("support-late", tuple(sorted({r.party.value for r in waiting}))))
    return flags
