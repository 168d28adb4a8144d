"""A bad cell is a value with a place: what was found, what was done, how to fix it (spec/pitfalls)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from kasales_xl.core.text import Text


class Severity(Enum):
    """fix: normalised · warn: used as it is · hold: cell or row left out · reject: file or sheet left out."""

    FIX = "fix"
    WARN = "warn"
    HOLD = "hold"
    REJECT = "reject"

    @property
    def blocks(self) -> bool:
        return self in (Severity.HOLD, Severity.REJECT)

    def kind(self, code: str, what: Text, fix: Text, *, costs: bool = False) -> FindingKind:
        """Something that can be found, of which this is what is done about it."""
        return FindingKind(code, self, what, fix, costs)


FIX, WARN, HOLD, REJECT = Severity


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What can be found, declared once in ``text/findings/``: ``code`` is stable and public, ``severity``
    what is done about it; ``what`` was found and how to ``fix`` it are sentences with fields in braces. Two
    kinds share a code where the same thing is worse in another place. ``costs``: money is not counted where
    it belongs until this is put right, though nothing is left out."""

    code: str
    severity: Severity
    what: Text
    fix: Text
    costs: bool = False


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
    """``got`` is the cell as found (text); ``now`` what is used instead, blank when nothing is; ``words``
    fill the sentences of its kind."""

    kind: FindingKind
    at: Place = Place()
    got: str = ""
    now: str = ""
    words: tuple[tuple[str, object], ...] = ()

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    def in_file(self, file: str) -> Finding:
        return replace(self, at=replace(self.at, file=file))


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """How many of each severity, all four always present."""
    counts = {severity.value: 0 for severity in Severity}
    for one in findings:
        counts[one.severity.value] += 1
    return counts
