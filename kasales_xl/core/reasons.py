"""Why a verdict is what it is, as a code with plain values; its sentence is made in ``sheets``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """``names`` are people or departments to name in the sentence, in a stable order."""

    code: str
    names: tuple[str, ...] = ()
    have: float = 0
    need: float = 0

    @property
    def missing(self) -> float:
        return max(0, self.need - self.have)
