"""Why a verdict is what it is, as a code with plain values; its sentence is made in ``sheets``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kasales_xl.core.terms import MoneyUnit


@dataclass(frozen=True, slots=True)
class Reason:
    """``names`` are people, departments or deals to name in the sentence, in a stable order; ``unit`` where
    ``have`` and ``need`` are money."""

    code: str
    names: tuple[str, ...] = ()
    have: float = 0
    need: float = 0
    day: dt.date | None = None
    unit: MoneyUnit | None = None

    @property
    def missing(self) -> float:
        return max(0, self.need - self.have)
