"""The seats of a level: who sits on each, and which are free (L1, L2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kasales_xl.core.policy import Counting, Policy
from kasales_xl.core.terms import Level, Tier
from kasales_xl.core.verdicts.levels import SLOT_TIERS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seats(Generic[T]):
    """The ``need`` seats that a level has for one tier, and who sits on them, the strongest first."""

    tier: Tier
    need: int
    taken: tuple[T, ...]

    @property
    def free(self) -> int:
        return self.need - len(self.taken)


def seats(of_tier: Mapping[Tier, Sequence[T]], level: Level, policy: Policy) -> tuple[Seats[T], ...]:
    """The seats of a level, strongest tier first; none is free exactly where the accounts suffice for it.
    of_tier: counted key accounts by their exact tier. Each counts once and a stronger one takes a weaker
    seat; counted cumulatively it takes one of each, counted exclusively only its own. Rules L1, L2."""
    waiting: list[T] = []
    found = []
    for tier in SLOT_TIERS:
        own = list(of_tier.get(tier, ()))
        waiting = own if policy.counting is Counting.EXCLUSIVE else waiting + own
        need = policy.slots(level).get(tier, (0, 0))[0]
        if need:
            found.append(Seats(tier, need, tuple(waiting[:need])))
        if policy.counting is Counting.CASCADE:
            waiting = waiting[need:]
    return tuple(found)
