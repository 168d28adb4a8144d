"""The relationship tier of one account and what the next one lacks (T1–T7), its score, its warnings."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kasales_xl.core.exact import exact, reaches
from kasales_xl.core.names import name_key, person
from kasales_xl.core.policy import Policy, TierBasis
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Influence, KeyAccount, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts.facts import AccountFacts, TierCounts
from kasales_xl.core.verdicts.key_account import KeyTest

_YES, _INFLUENCED, _OPPOSED = YesNoUnknown.YES, Influence.YES, Stance.OPPOSED


@dataclass(frozen=True, slots=True)
class Score:
    """Each part 0–1 (F); ``total`` 0–100 by the weights of the policy. For sorting only. ``lasting`` and
    ``fading`` make up the total: what only new facts change, and what time wears down."""

    departments: float
    dms: float
    opposition: float
    recency: float
    total: float
    lasting: float = 0.0
    fading: float = 0.0


@dataclass(frozen=True, slots=True)
class AccountVerdict:
    """Everything the method says about one account. ``key_test``: is it a key account, and why;
    ``tier`` is the claimed one, by the rules, and ``counting`` the one that counts for the level (T8);
    ``lacking``: what the next tier up still needs, empty for a strong relation; ``owned``: this
    seller's own (L8); ``warnings`` (T5) change no tier."""

    account: Account
    key_test: KeyTest
    facts: AccountFacts
    tier: Tier
    counting: Tier
    lacking: tuple[Reason, ...]
    score: Score
    owned: bool
    warnings: tuple[Reason, ...] = ()

    @property
    def key(self) -> KeyAccount:
        return self.key_test.key

    @property
    def confirmed(self) -> Tier | None:
        """The tier in the manager's eyes; None where the manager has not said (T8)."""
        return self.account.confirmed_tier

    @property
    def counted(self) -> bool:
        """Towards the seller's level: a key account, and this seller's own."""
        return self.owned and self.key is KeyAccount.YES

    @property
    def undecided(self) -> bool:
        """This seller's own, but the key-account test is open (K3): data or a win may make it count."""
        return self.owned and self.key is KeyAccount.UNDECIDED


def tier_of(counts: TierCounts, policy: Policy) -> Tier:
    """The tier from plain counts of people and departments. Rules T1–T4, T6, T7."""
    strong = (
        counts.key_departments >= policy.strong_min_departments
        and counts.covered >= counts.key_departments
        and counts.dms >= policy.strong_min_dms
        and reaches(counts.influenced, policy.strong_dm_share, counts.dms)
        and counts.opposed <= policy.strong_opposed
        # who could not be read may be an opponent: an error never raises a tier
        and not counts.unread
    )
    mid = counts.influenced >= policy.mid_dms and counts.covered >= policy.mid_departments
    # strong builds on mid: a policy that made strong the easier one must not skip a rung
    if mid:
        return Tier.STRONG if strong else Tier.MID
    if counts.related >= policy.junior_related:
        return Tier.JUNIOR
    # nobody on the sheet is not "no relation": it says that nothing has been written down yet
    return Tier.NONE if counts.contacts else Tier.UNKNOWN


def counting_tier(claimed: Tier, confirmed: Tier | None, policy: Policy) -> Tier:
    """The tier that counts for the level: the claimed one, or by policy only what the manager confirmed.
    Rule T8."""
    if policy.tier_counts is TierBasis.CLAIMED:
        return claimed
    return confirmed or Tier.UNKNOWN


def _names(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(person(c.department, c.name) for c in contacts)


def lacking(tier: Tier, facts: AccountFacts, policy: Policy) -> tuple[Reason, ...]:
    """What the next tier above ``tier`` still needs, people and departments by name."""
    if tier is Tier.UNKNOWN:
        return (Reason("needs-contacts"),)
    if tier is Tier.NONE:
        have = len(facts.influenced_related)
        return (Reason("needs-related", have=have, need=policy.junior_related),)
    if tier is Tier.STRONG:
        return ()
    if not facts.key_departments:
        return _unread(facts) or (Reason("needs-key-departments"),)
    return _lacking_mid(facts, policy) if tier is Tier.JUNIOR else _lacking_strong(facts, policy)


def _unread(facts: AccountFacts) -> tuple[Reason, ...]:
    """The cells to put right first. Rule T7."""
    return (Reason("unread", names=facts.unread),) if facts.unread else ()


def _open_dms(facts: AccountFacts) -> tuple[str, ...]:
    return _names(c for c in facts.dms if c.can_influence is not _INFLUENCED)


def _lacking_mid(facts: AccountFacts, policy: Policy) -> tuple[Reason, ...]:
    if not facts.dms:
        return (Reason("needs-dm-listed", names=facts.without_dm),)
    have, need = len(facts.influenced_dms), policy.mid_dms
    if have < need:
        return (Reason("needs-dm", names=_open_dms(facts), have=have, need=need),)
    return (Reason("needs-more-departments", have=len(facts.covered), need=policy.mid_departments),)


def _lacking_strong(facts: AccountFacts, policy: Policy) -> tuple[Reason, ...]:
    needs = [*_unread(facts)]
    if len(facts.key_departments) < policy.strong_min_departments:
        have, need = len(facts.key_departments), policy.strong_min_departments
        needs.append(Reason("needs-more-key-departments", have=have, need=need))
    # whoever has to be found in a department without a decision maker, or in one yet to be named, is one more
    unnamed = max(0, policy.strong_min_departments - len(facts.key_departments))
    listed = len(facts.dms) + len(facts.without_dm) + unnamed
    if listed < policy.strong_min_dms:
        needs.append(Reason("needs-more-dms", have=len(facts.dms), need=policy.strong_min_dms))
    if facts.without_dm:
        needs.append(Reason("needs-dm-listed", names=facts.without_dm))
    uncovered = set(facts.key_departments) - set(facts.covered) - set(facts.without_dm)
    for name in (d for d in facts.key_departments if d in uncovered):
        people = (c.name for c in facts.dms if name_key(c.department) == name_key(name))
        needs.append(Reason("needs-department", names=(name, *people)))
    if not reaches(len(facts.influenced_dms), policy.strong_dm_share, len(facts.dms)):
        need = great_majority(len(facts.dms), policy)
        needs.append(
            Reason("needs-majority", names=_open_dms(facts), have=len(facts.influenced_dms), need=need)
        )
    if len(facts.opposed_dms) > policy.strong_opposed:
        needs.append(Reason("opposed", names=_names(facts.opposed_dms)))
    return tuple(needs)


def great_majority(dms: int, policy: Policy) -> int:
    """The least number of DMs to influence out of ``dms``. Rule T3. Exact: in floating point 0.56 × 25
    comes out above 14, and a fifteenth person would be asked for."""
    return math.ceil(exact(policy.strong_dm_share) * dms)


def score(facts: AccountFacts, contacts: Sequence[Contact], policy: Policy, on: dt.date) -> Score:
    """0–100 (F): Σ weight × part / Σ weight × 100, parts 0–1: covered / key departments,
    influenced / listed DMs, 1 − opposed / listed DMs, mean recency 0.5^(days / half-life) of the DMs
    (of all contacts where no DM is listed; a blank date counts 0). No contacts: 0."""
    if not contacts:
        return Score(departments=0, dms=0, opposition=0, recency=0, total=0)
    departments = len(facts.covered) / len(facts.key_departments) if facts.key_departments else 0.0
    listed = len(facts.dms)
    dms = len(facts.influenced_dms) / listed if listed else 0.0
    opposition = 1 - len(facts.opposed_dms) / listed if listed else 0.0
    people = facts.dms or contacts
    # fsum, for the order of people must not decide at a rounding
    recency = math.fsum(_recency(c.last_contact, policy, on) for c in people) / len(people)
    weights = (policy.score_departments, policy.score_dms, policy.score_opposition, policy.score_recency)
    points = [w * p for w, p in zip(weights, (departments, dms, opposition, recency), strict=True)]
    whole = sum(weights) or 1
    lasting, fading = 100 * math.fsum(points[:-1]) / whole, 100 * points[-1] / whole
    total = round(100 * math.fsum(points) / whole, 1)
    return Score(
        departments=departments,
        dms=dms,
        opposition=opposition,
        recency=recency,
        total=total,
        lasting=lasting,
        fading=fading,
    )


def _recency(last: dt.date | None, policy: Policy, on: dt.date) -> float:
    if last is None:
        return 0.0
    return float(0.5 ** (max(0, (on - last).days) / policy.recency_half_life_days))


def is_stale(contact: Contact, policy: Policy, on: dt.date) -> bool:
    """Influenced, but last met more than ``stale_days`` ago. A blank date says nothing. Rule T5."""
    last = contact.last_contact
    return contact.can_influence is _INFLUENCED and last is not None and (on - last).days > policy.stale_days


def warnings(
    facts: AccountFacts, contacts: Sequence[Contact], policy: Policy, on: dt.date
) -> tuple[Reason, ...]:
    """Opponents who are no DM, stale relations, DMs marked outside the key departments (T5, §3)."""
    dms = {c.contact_id for c in facts.dms}
    groups = {
        "opponent-not-dm": [c for c in contacts if c.stance is _OPPOSED and c.contact_id not in dms],
        "stale-relation": [c for c in contacts if is_stale(c, policy, on)],
        "dm-elsewhere": list(facts.misplaced),
    }
    return tuple(Reason(code, names=_names(people)) for code, people in groups.items() if people)
