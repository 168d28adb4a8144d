"""Grades of the five dimensions from the 5 × 7 grid (G1) and the capability level (L5, L6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.evidence import pieces_of_evidence
from kasales_xl.core.policy import CapabilityMode, Policy
from kasales_xl.core.rows import Practice, Seller
from kasales_xl.core.terms import Dimension, Level, LoopStage, YesNo

PRACTICES_A_DIMENSION = len(LoopStage)


@dataclass(frozen=True, slots=True)
class GradeVerdict:
    """``grade`` 0–3; ``total`` of the seven practices, 0–21; ``filled`` how many are graded;
    ``confirmed``: no practice rests on the rep's own grade alone (L5)."""

    dimension: Dimension
    grade: int
    total: int
    filled: int
    confirmed: bool
    self_grade: int
    manager_grade: int | None


@dataclass(frozen=True, slots=True)
class ExpertVerdict:
    """L6: both fields confirmed by the manager, and how many pieces of evidence are named."""

    track: bool
    industry: bool
    evidence: int

    def holds(self, policy: Policy) -> bool:
        return self.track and self.industry and self.evidence >= policy.expert_evidence


@dataclass(frozen=True, slots=True)
class CapabilityVerdict:
    grades: dict[Dimension, GradeVerdict]
    expert: ExpertVerdict
    level: Level
    #: The five grades reach a higher level, and only the expert is not confirmed (L6).
    expert_missing: bool = False

    @property
    def confirmed(self) -> bool:
        return all(grade.confirmed for grade in self.grades.values())


def grade(dimension: Dimension, practices: Iterable[Practice]) -> GradeVerdict:
    """practices: rows of one dimension. Floor of the mean of its seven; a blank or missing practice
    counts 0; the manager's grade of a practice goes before the rep's own; of several rows of one stage the
    lowest counts. Rule G1."""
    # blanks stay in the seven: whoever leaves out what he is bad at gains nothing by it
    rows = _one_a_stage(practices)
    counting = [row.grade for row in rows if row.grade is not None]
    manager = [row.manager_grade for row in rows if row.manager_grade is not None]
    total = sum(counting)
    return GradeVerdict(
        dimension=dimension,
        grade=total // PRACTICES_A_DIMENSION,
        total=total,
        filled=len(counting),
        confirmed=0 < len(counting) == len(manager),
        self_grade=sum(row.self_grade or 0 for row in rows) // PRACTICES_A_DIMENSION,
        manager_grade=sum(manager) // PRACTICES_A_DIMENSION if manager else None,
    )


def _one_a_stage(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Nobody gains by a practice that stands there twice."""
    by_stage: dict[LoopStage, Practice] = {}
    for row in practices:
        known = by_stage.get(row.stage)
        if known is None or (row.grade or 0, row.row) < (known.grade or 0, known.row):
            by_stage[row.stage] = row
    return tuple(by_stage.values())


def expert(seller: Seller) -> ExpertVerdict:
    """Only what the manager confirmed, plus the named evidence; never automatic. Rule L6."""
    pieces = pieces_of_evidence((seller.expert_evidence,))
    return ExpertVerdict(seller.track_expert is YesNo.YES, seller.industry_expert is YesNo.YES, len(pieces))


def capability_level(grades: Iterable[int], is_expert: bool, policy: Policy) -> Level:
    """grades: the five, 0–3. The highest level whose grade all of them reach (or their mean, by
    policy); top also asks for the expert. Rules L5, L6."""
    values = tuple(grades)
    for level in reversed(Level):
        needed = policy.grade_needed(level)
        if policy.capability is CapabilityMode.MEAN:
            reached = sum(values) >= needed * len(values)
        else:
            reached = all(value >= needed for value in values)
        if reached and (is_expert or level is not Level.TOP):
            return level
    return Level.NOVICE


def capability(seller: Seller, practices: Iterable[Practice], policy: Policy) -> CapabilityVerdict:
    """practices: the whole grid. Rules G1, L5, L6."""
    rows = tuple(practices)
    grades = {d: grade(d, (row for row in rows if row.dimension is d)) for d in Dimension}
    known = expert(seller)
    values = tuple(g.grade for g in grades.values())
    level = capability_level(values, known.holds(policy), policy)
    return CapabilityVerdict(grades, known, level, capability_level(values, True, policy) > level)
