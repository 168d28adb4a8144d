"""Which practices lift the grades with the fewest steps: one step raises one practice by one (G1, P2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from kasales_xl.core.policy import CapabilityMode, Policy
from kasales_xl.core.rows import Practice
from kasales_xl.core.terms import Dimension, Grade, Level, LoopStage
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION, CapabilityVerdict

BEST = Grade.MASTERY.rank


@dataclass(frozen=True, slots=True)
class PracticeLift:
    """One practice to do better. ``practice_id`` and ``practice`` are blank where the grid lacks it."""

    practice_id: str
    stage: LoopStage
    practice: str
    now: int
    to: int


@dataclass(frozen=True, slots=True)
class DimensionLift:
    """One dimension to lift from ``now`` to ``to``; ``steps`` is exact, and no fewer would do."""

    dimension: Dimension
    now: int
    to: int
    steps: int
    practices: tuple[PracticeLift, ...]


def lifts(
    verdict: CapabilityVerdict, practices: Iterable[Practice], wanted: Level, policy: Policy
) -> tuple[DimensionLift, ...]:
    """The dimensions to lift for ``wanted``, fewest steps first, then in the order 道术本势律.

    The seven practices of a dimension are lifted from the lowest up, in the order of the loop. Where
    the mean decides, the cheapest grades that reach it are chosen."""
    goals = _goals(verdict, policy.grade_needed(wanted), policy)
    rows: dict[Dimension, dict[LoopStage, Practice]] = {d: {} for d in Dimension}
    for row in practices:
        rows[row.dimension].setdefault(row.stage, row)
    lifted = [
        _lift(d, verdict.grades[d].grade, goal, _steps(verdict, d, goal), rows[d])
        for d, goal in goals.items()
        if goal > verdict.grades[d].grade
    ]
    return tuple(sorted(lifted, key=lambda lift: (lift.steps, lift.dimension.rank)))


def _steps(verdict: CapabilityVerdict, dimension: Dimension, goal: int) -> int:
    """Grades are the floor of the mean of seven: so many points are missing."""
    return max(0, goal * PRACTICES_A_DIMENSION - verdict.grades[dimension].total)


def _goals(verdict: CapabilityVerdict, needed: int, policy: Policy) -> Mapping[Dimension, int]:
    now = {d: verdict.grades[d].grade for d in Dimension}
    if policy.capability is CapabilityMode.WEAKEST:
        return {d: max(needed, grade) for d, grade in now.items()}
    # all combinations: four grades for each of five dimensions are 1,024 at the most
    least = needed * len(now)
    ways = (
        goals for goals in product(*(range(grade, BEST + 1) for grade in now.values())) if sum(goals) >= least
    )

    def price(goals: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        steps = sum(_steps(verdict, d, g) for d, g in zip(now, goals, strict=True) if g > now[d])
        return steps, tuple(-g for g in goals)

    best = min(ways, key=price, default=tuple(now.values()))
    return dict(zip(now, best, strict=True))


def _lift(
    dimension: Dimension, now: int, to: int, steps: int, rows: Mapping[LoopStage, Practice]
) -> DimensionLift:
    grades = {stage: (rows[stage].grade or 0) if stage in rows else 0 for stage in LoopStage}
    before = dict(grades)
    for _step in range(steps):
        lowest = min((s for s in LoopStage if grades[s] < BEST), key=lambda s: (grades[s], s.rank))
        grades[lowest] += 1
    practices = tuple(
        PracticeLift(
            practice_id=rows[stage].practice_id if stage in rows else "",
            stage=stage,
            practice=rows[stage].practice if stage in rows else "",
            now=before[stage],
            to=grades[stage],
        )
        for stage in LoopStage
        if grades[stage] > before[stage]
    )
    return DimensionLift(dimension=dimension, now=now, to=to, steps=steps, practices=practices)
