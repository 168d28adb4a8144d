"""Grade beside indicator: where a good grade has nothing recorded behind it (G2). Changes no level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.measure import Measure, Status
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Dimension
from kasales_xl.core.verdicts.capability import GradeVerdict


@dataclass(frozen=True, slots=True)
class DimensionLine:
    """One dimension: the grade with the manager's and the rep's own apart, the headline indicator, and
    ``unbacked``: a grade of ``policy.backed_grade`` or more while nothing is recorded."""

    grade: GradeVerdict
    measure: Measure
    unbacked: bool

    @property
    def dimension(self) -> Dimension:
        return self.grade.dimension


def unbacked(grade: int, measures: Iterable[Measure], policy: Policy) -> bool:
    """measures: every indicator of the dimension. Too little recorded for a value is not nothing: only
    where none of them has any record is the grade flagged."""
    return grade >= policy.backed_grade and all(m.status is Status.NOTHING for m in measures)


def dimension_lines(
    grades: Mapping[Dimension, GradeVerdict], dimensions: Dimensions
) -> tuple[DimensionLine, ...]:
    """grades: of one seller; dimensions: of the same book. In the order 道术本势律."""
    policy = dimensions.rows.policy
    return tuple(
        DimensionLine(grades[d], measure, unbacked(grades[d].grade, dimensions.of(d).measures, policy))
        for d, measure in dimensions.headlines.items()
    )
