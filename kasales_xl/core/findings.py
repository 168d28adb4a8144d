"""A bad cell is a value with a place: what was found, what was done, how to fix it (spec/pitfalls).

A finding holds codes and plain values only; its sentence is made in ``text/findings/sentences.py``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum


class Severity(Enum):
    """fix: normalised · warn: used as it is · hold: row left out · reject: file or sheet left out."""

    FIX = "fix"
    WARN = "warn"
    HOLD = "hold"
    REJECT = "reject"

    @property
    def blocks(self) -> bool:
        return self in (Severity.HOLD, Severity.REJECT)


@dataclass(frozen=True, slots=True)
class Place:
    """Where: ``sheet`` is the sheet's key, ``title`` its tab as the file spells it, ``row`` 1-based,
    ``column`` the column's key, ``cell`` its A1 address. Blank or 0 where it does not apply."""

    file: str = ""
    sheet: str = ""
    title: str = ""
    row: int = 0
    column: str = ""
    cell: str = ""

    def __str__(self) -> str:
        where = self.title or self.sheet
        spot = self.cell or (str(self.row) if self.row else "")
        return "!".join(part for part in (where, spot) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` is stable and public; ``got`` is the cell as found (text); ``now`` what is used
    instead, blank when nothing is; ``args`` fill the sentence of the code."""

    code: str
    severity: Severity
    at: Place = Place()
    got: str = ""
    now: str = ""
    args: tuple[tuple[str, str], ...] = field(default=())

    def in_file(self, file: str) -> Finding:
        return replace(self, at=replace(self.at, file=file))


def tally(findings: tuple[Finding, ...] | list[Finding]) -> dict[str, int]:
    """How many of each severity, all four always present."""
    counts = {severity.value: 0 for severity in Severity}
    for finding in findings:
        counts[finding.severity.value] += 1
    return counts
