"""One number of a dimension, with what stands behind it; without data it is 数据不足, never 0 (G2)."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import Term


class Status(Term):
    """Can this number be said?"""

    SAID = "said", "有数据", "ok"
    FEW = "few", "数据不足", "not enough data"
    NOTHING = "nothing", "数据不足（没有记录）", "not enough data (nothing recorded)"


@dataclass(frozen=True, slots=True)
class Measure:
    """``code`` names its record in the catalogue (formula, unit); ``value`` is None without enough
    data; ``n`` the cases behind the value; ``recorded`` the rows that say anything about it at all;
    ``low`` and ``high`` its interval where it has one, which holds with probability ``sure``."""

    code: str
    value: float | None
    n: int
    recorded: int
    low: float | None = None
    high: float | None = None
    sure: float = 0.95

    @property
    def status(self) -> Status:
        if self.value is not None:
            return Status.SAID
        return Status.FEW if self.recorded else Status.NOTHING


def ratio(part: float, whole: float) -> float | None:
    """part / whole, None where there is no whole to speak of."""
    return part / whole if whole > 0 else None
