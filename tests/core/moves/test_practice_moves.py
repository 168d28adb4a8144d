"""Which practices to lift: fewest steps, lowest first; proof against trying every goal."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kasales_xl.core.moves.practice_moves import lifts
from kasales_xl.core.policy import DEFAULT_POLICY, CapabilityMode, Policy
from kasales_xl.core.rows import Practice, Seller
from kasales_xl.core.terms import Dimension, Level, LoopStage
from kasales_xl.core.verdicts.capability import CapabilityVerdict, capability

SELLER = Seller(seller_id="S001", name="张三", annual_target=100.0)


def grid(grades: dict[Dimension, list[int]]) -> tuple[Practice, ...]:
    return tuple(
        Practice(practice_id=f"{d.zh}{n}", dimension=d, stage=stage, practice="做法", self_grade=grade)
        for d, row in grades.items()
        for n, (stage, grade) in enumerate(zip(LoopStage, row, strict=True), start=1)
    )


def able(practices: tuple[Practice, ...], policy: Policy) -> CapabilityVerdict:
    return capability(SELLER, practices, policy)


def test_the_lowest_practices_are_lifted_first_and_only_as_far_as_the_grade_needs() -> None:
    practices = grid({d: [1] * 7 for d in Dimension} | {Dimension.TAS: [2, 2, 1, 0, 1, 0, 0]})
    found = lifts(able(practices, DEFAULT_POLICY), practices, Level.JUNIOR, DEFAULT_POLICY)
    assert [(f.dimension, f.steps, [(p.practice_id, p.now, p.to) for p in f.practices]) for f in found] == [
        (Dimension.TAS, 1, [("术4", 0, 1)])
    ]


def test_the_managers_grade_is_the_one_to_lift() -> None:
    practices = grid({d: [1] * 7 for d in Dimension})
    strict = practices[0].model_copy(update={"self_grade": 3, "manager_grade": 0})
    found = lifts(
        able((strict, *practices[1:]), DEFAULT_POLICY), (strict, *practices[1:]), Level.JUNIOR, DEFAULT_POLICY
    )
    assert [(p.practice_id, p.now, p.to) for f in found for p in f.practices] == [("道1", 0, 1)]


def test_an_empty_grid_is_lifted_stage_by_stage() -> None:
    found = lifts(able((), DEFAULT_POLICY), (), Level.JUNIOR, DEFAULT_POLICY)
    assert [f.steps for f in found] == [7] * 5
    assert {(p.now, p.to) for f in found for p in f.practices} == {(0, 1)}


grids = st.fixed_dictionaries({d: st.lists(st.integers(0, 3), min_size=7, max_size=7) for d in Dimension})


@settings(max_examples=80, deadline=None)
@given(
    grids, st.sampled_from(CapabilityMode), st.sampled_from([Level.JUNIOR, Level.INTERMEDIATE, Level.SENIOR])
)
def test_lifting_reaches_the_level_and_one_step_less_never_does(
    grades: dict[Dimension, list[int]], mode: CapabilityMode, level: Level
) -> None:
    policy = Policy(capability=mode)
    practices = grid(grades)
    found = lifts(able(practices, policy), practices, level, policy)
    lifted = {p.practice_id: p.to for f in found for p in f.practices}
    after = tuple(
        p.model_copy(update={"self_grade": lifted.get(p.practice_id, p.self_grade)}) for p in practices
    )
    assert able(after, policy).level >= level
    assert sum(p.to - p.now for f in found for p in f.practices) == sum(f.steps for f in found)
    if mode is CapabilityMode.MEAN:
        assert sum(f.steps for f in found) == _fewest_steps(grades, policy.grade_needed(level))


def _fewest_steps(grades: dict[Dimension, list[int]], needed: int) -> int:
    """By trying every goal of every dimension."""
    totals = [sum(row) for row in grades.values()]
    goals = (g for g in product(range(4), repeat=5) if sum(g) >= needed * 5)
    return min(sum(max(0, goal * 7 - total) for goal, total in zip(g, totals, strict=True)) for g in goals)
