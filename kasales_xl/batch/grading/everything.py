"""Every file graded by the engine; what is needed later waits with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kasales_xl.batch.engines.engine import Came, Engine
from kasales_xl.batch.grading.judging import Wanted

#: Called after each file with (done, total, file name).
Watch = Callable[[int, int, str], None]


def unwatched(done: int, total: int, name: str) -> None:
    pass


def grade_all(wanted: Sequence[Wanted], engine: Engine, watch: Watch) -> list[Came]:
    """All in the order of ``wanted``, whichever file was done first."""
    came: dict[int, Came] = {}
    for done, (number, one) in enumerate(engine.grade(wanted), 1):
        came[number] = one
        watch(done, len(wanted), wanted[number].source.name)
    return [came[number] for number in range(len(wanted))]
