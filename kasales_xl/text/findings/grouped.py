"""Findings as a person works through them: what is still open, the worst first, equal ones as one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.core.findings import Finding, Place, Severity
from kasales_xl.core.text import CLAUSES, Text, join
from kasales_xl.text.findings.sentences import fix, what

#: How many other places a line names.
PLACES_NAMED = 6
_ALSO = Text("{what}（还有 {places}）", "{what} (also {places})")
_MORE = Text("{places} 等", "{places} and more")
_RANKS = {severity: rank for rank, severity in enumerate(reversed(Severity))}
_DAY_ZERO = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Group:
    """Findings of one kind in one column of a sheet, in the order of the book; never empty."""

    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        return self.findings[0].severity

    @property
    def at(self) -> Place:
        """The first place."""
        return self.findings[0].at

    @property
    def what(self) -> Text:
        """What was found in the first place, and where else."""
        others = [finding.at.cell for finding in self.findings[1:] if finding.at.cell]
        said = what(self.findings[0])
        if not others:
            return said
        places = join(others[:PLACES_NAMED], CLAUSES)
        return _ALSO(what=said, places=_MORE(places=places) if len(others) > PLACES_NAMED else places)

    @property
    def fix(self) -> Text:
        return fix(self.findings[0])


def open_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Those that ask something of somebody: what was put right already does not."""
    return [finding for finding in findings if finding.severity is not Severity.FIX]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The open ones, the worst first, else in the order of the book."""
    groups: dict[tuple[str, Severity, str, str], list[Finding]] = {}
    for finding in open_findings(findings):
        key = (finding.code, finding.severity, finding.at.sheet, finding.at.column)
        groups.setdefault(key, []).append(finding)
    return sorted((Group(tuple(same)) for same in groups.values()), key=lambda group: _RANKS[group.severity])


def cell_marks(findings: Iterable[Finding]) -> str:
    """``|!G4¦约50万|?H7¦|``: the cells that open findings of a sheet are about, with what stands in them, so
    that a cell is no longer marked once somebody changes it; ``!`` where a row is left out, else ``?``."""
    marks: dict[str, None] = {}
    for finding in open_findings(findings):
        if not finding.at.cell:
            continue
        for got in _as_cells_show(finding.got):
            marks[f"{'!' if finding.severity.blocks else '?'}{finding.at.cell}¦{got}"] = None
    return f"|{'|'.join(marks)}|" if marks else ""


def _as_cells_show(got: str) -> tuple[str, ...]:
    """A date is a number to the formula that compares."""
    try:
        return got, str((dt.date.fromisoformat(got) - _DAY_ZERO).days)
    except ValueError:
        return (got,)
