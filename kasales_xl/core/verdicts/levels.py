"""The seller level: slots filled by key accounts (L1–L3), the lower of two ladders (L4), the gap (P1)
and the progress inside a level (P3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from kasales_xl.core.policy import CapabilityMode, Counting, Policy
from kasales_xl.core.terms import Dimension, Level, Tier
from kasales_xl.core.verdicts.capability import CapabilityVerdict
from kasales_xl.core.verdicts.requirements import (
    AccountsOf,
    ExpertProof,
    GradeOf,
    KeyAccountData,
    KeyAccountWins,
    Requirement,
)

SLOT_TIERS = (Tier.STRONG, Tier.MID, Tier.JUNIOR)


class Counts(NamedTuple):
    """Counted key accounts by exact tier."""

    strong: int
    mid: int
    junior: int

    def of(self, tier: Tier) -> int:
        return int(getattr(self, tier.value)) if tier in SLOT_TIERS else 0

    def at_least(self, tier: Tier) -> int:
        """Accounts of this tier or a stronger one."""
        return sum(self.of(other) for other in SLOT_TIERS if other >= tier)


@dataclass(frozen=True, slots=True)
class LevelVerdict:
    """``blocked_by``: which ladder keeps the seller from the next level: ``accounts``, ``capability``,
    ``both``, ``expert`` where all that is missing is the expert's confirmation (L6), or blank at the top.
    ``expert_missing``: the five grades suffice for the next level, the expert is not confirmed."""

    level: Level
    accounts_level: Level
    capability_level: Level
    blocked_by: str
    expert_missing: bool = False

    @property
    def next(self) -> Level | None:
        ladder = list(Level)
        return ladder[self.level.rank + 1] if self.level is not Level.TOP else None


def count(tiers: Iterable[Tier]) -> Counts:
    """tiers: of the counted key accounts."""
    counted = list(tiers)
    return Counts(*(counted.count(tier) for tier in SLOT_TIERS))


def accounts_needed(level: Level, policy: Policy) -> dict[Tier, int]:
    """How many accounts of each tier a level asks for (or better, unless they are counted exclusively),
    strongest tier first. Rules L1, L2.

    cascade: a stronger account fills a weaker slot, each counts once, so needs add up downwards;
    cumulative: an account counts for its own and every weaker tier; exclusive: for its own only."""
    needed = {tier: low for tier, (low, _full) in policy.slots(level).items()}
    if policy.counting is Counting.CASCADE:
        return dict(zip(needed, accumulate(needed.values()), strict=True))
    return needed


def account_needs(counts: Counts, level: Level, policy: Policy) -> tuple[Requirement, ...]:
    """What a level asks of the accounts beside what there is, strongest tier first. Rules L1, L2."""
    exclusive = policy.counting is Counting.EXCLUSIVE
    return tuple(
        Requirement(
            AccountsOf(tier, or_better=not exclusive and tier is not Tier.STRONG),
            counts.of(tier) if exclusive else counts.at_least(tier),
            need,
        )
        for tier, need in accounts_needed(level, policy).items()
    )


def meets(counts: Counts, level: Level, policy: Policy) -> bool:
    """Do the accounts suffice for a level? The lower bound decides. Rules L2, L3."""
    return all(need.missing == 0 for need in account_needs(counts, level, policy))


def accounts_level(counts: Counts, policy: Policy) -> Level:
    """The highest level that the accounts alone tell apart: top asks for the same accounts as senior
    (E), so it shows as senior unless a policy asks more of it. Rules L1–L3."""
    best = _ceiling(counts, policy)
    while best > Level.JUNIOR and not _asks_more(best, policy):
        best = _below(best)
    return best


def _below(level: Level) -> Level:
    return list(Level)[level.rank - 1]


def _asks_more(level: Level, policy: Policy) -> bool:
    """Does a level ask for more accounts than the one below it?"""
    below = policy.slots(_below(level))
    return any(low > below.get(tier, (0, 0))[0] for tier, (low, _full) in policy.slots(level).items())


def _ceiling(counts: Counts, policy: Policy) -> Level:
    """Climbed rung by rung, so that no level is easier to reach than the one below it."""
    best = Level.NOVICE
    for level in Level:
        if not meets(counts, level, policy):
            break
        best = level
    return best


def level(counts: Counts, capability: Level, policy: Policy, *, expert_missing: bool = False) -> LevelVerdict:
    """The lower of the two ladders, and which of them blocks the next level. expert_missing: the grades
    behind ``capability`` reach higher. Rules L4, L6."""
    ceiling = _ceiling(counts, policy)
    lower = min(ceiling, capability)
    # a top seller's accounts are shown as top, though they alone cannot tell top from senior
    shown = max(accounts_level(counts, policy), lower)
    if lower is Level.TOP:
        blocked = ""
    elif ceiling > lower:
        blocked = "expert" if expert_missing else "capability"
    elif capability > lower:
        blocked = "accounts"
    else:
        blocked = "both"
    return LevelVerdict(lower, shown, capability, blocked, expert_missing and lower is capability)


def capability_needs(verdict: CapabilityVerdict, wanted: Level, policy: Policy) -> tuple[Requirement, ...]:
    """What a level asks of the five dimensions, and of the expert for top. Rules L5, L6."""
    needed = policy.grade_needed(wanted)
    grades = {d: verdict.grades[d].grade for d in Dimension}
    needs = [Requirement(GradeOf(d), grade, needed) for d, grade in grades.items()]
    if policy.capability is CapabilityMode.MEAN:
        needs = [Requirement(GradeOf(None), round(sum(grades.values()) / len(grades), 2), needed)]
    if wanted is Level.TOP:
        expert = verdict.expert
        needs += [
            Requirement(ExpertProof.TRACK, int(expert.track), 1),
            Requirement(ExpertProof.INDUSTRY, int(expert.industry), 1),
            Requirement(ExpertProof.EVIDENCE, expert.evidence, policy.expert_evidence),
        ]
    return tuple(needs)


def gap(
    counts: Counts,
    capability: CapabilityVerdict,
    undecided: int,
    wanted: Level | None,
    policy: Policy,
    to_win: int = 0,
) -> tuple[Requirement, ...]:
    """Each requirement of ``wanted`` with have, need, missing, what blocks most first: by the missing
    share, then in the method's order. undecided, to_win: accounts whose key-account test lacks data, or
    a win (K3), a line each at the end, for none of them counts. Empty when ``wanted`` is None. Rule P1."""
    if wanted is None:
        return ()
    needs = account_needs(counts, wanted, policy) + capability_needs(capability, wanted, policy)
    # fractions, for 1 of 3 missing must tie with 2 of 6
    ranked = sorted(needs, key=lambda r: -Fraction(r.missing) / Fraction(r.need) if r.need else Fraction(0))
    if undecided:
        ranked.append(Requirement(KeyAccountData(), 0, undecided))
    if to_win:
        ranked.append(Requirement(KeyAccountWins(), 0, to_win))
    return tuple(ranked)


def progress(counts: Counts, at: Level, policy: Policy) -> float:
    """0–1 inside a level: slots filled between its minimum and its full mark, each account filling
    one slot, strongest first. A novice's bar runs towards junior. Rule P3."""
    slots = policy.slots(at if at is not Level.NOVICE else Level.JUNIOR)
    low = sum(least for least, _full in slots.values())
    full = sum(most for _least, most in slots.values())
    spare = filled = 0
    for tier in SLOT_TIERS:
        # a strong account too many is a mid one here, whatever way the policy counts for the level
        spare += counts.of(tier)
        taken = min(spare, slots[tier][1]) if tier in slots else 0
        filled += taken
        spare -= taken
    if at is Level.NOVICE:
        return min(1.0, filled / low) if low else 1.0
    return min(1.0, max(0.0, (filled - low) / (full - low))) if full > low else 1.0
