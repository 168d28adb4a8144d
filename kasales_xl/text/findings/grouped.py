"""Findings as a person works through them: what is still open, the worst first, equal ones as one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kasales_xl.core.findings import Finding, Place, Severity
from kasales_xl.core.text import Text, join
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.sentences import column_header, fix, what

#: How many places a line names.
PLACES_NAMED = 6
_ALSO = Text("{what}（还有 {places}）", "{what} (also {places})")
_MORE = Text("{places} 等 {n} 处", "{places} and more, {n} in all")
_RANKS = {severity: rank for rank, severity in enumerate(reversed(Severity))}
_DAY_ZERO = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Group:
    """Findings of one kind, wherever in the book, in its order; never empty."""

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
        others = _places(self.findings[1:], beside=self.at.title)
        return _ALSO(what=self.example, places=others) if others else self.example

    @property
    def example(self) -> Text:
        """What was found in the first place; columns that a sentence names are all named."""
        headers = dict.fromkeys(header for f in self.findings if (header := column_header(f.at)))
        if len(headers) < 2:
            return what(self.findings[0])
        return what(self.findings[0], label=join(headers), column=join(headers))

    @property
    def places(self) -> Text:
        """``客户!B3、商机!C4、C6``"""
        return _places(self.findings)

    @property
    def fix(self) -> Text:
        return fix(self.findings[0])


def _places(findings: Sequence[Finding], beside: str = "") -> Text:
    """A sheet is named once for the cells that follow; ``beside``: the one that stands before."""
    said: dict[str, None] = {}
    sheet = beside
    for finding in findings:
        at = finding.at
        spot = at.cell or (str(at.row) if at.row else "")
        said[spot if spot and (at.title or at.sheet) == sheet else str(at)] = None
        sheet = at.title or at.sheet
    named = [place for place in said if place]
    places = join(named[:PLACES_NAMED])
    return _MORE(places=places, n=len(named)) if len(named) > PLACES_NAMED else places


def open_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Those that ask something of somebody: what was put right already does not."""
    return [finding for finding in findings if finding.severity is not Severity.FIX]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The open ones, the worst first; of equal weight what moves a verdict, then in the order of the book."""
    return groups_of(open_findings(findings))


def groups_of(findings: Iterable[Finding]) -> list[Group]:
    """All of these in that order, those that were put right already at the end."""
    kinds: dict[tuple[str, Severity, object], list[Finding]] = {}
    for finding in findings:
        # whoever may choose among other words is told so on a line of its own
        kinds.setdefault((finding.code, finding.severity, dict(finding.words).get("allowed")), []).append(
            finding
        )
    return sorted((Group(tuple(same)) for same in kinds.values()), key=_weight)


def _weight(group: Group) -> tuple[int, bool]:
    return _RANKS[group.severity], not any(_scores(finding.at) for finding in group.findings)


def _scores(at: Place) -> bool:
    """Is it about a cell that may move a tier, a level or a score?"""
    layout = LAYOUT.get(at.sheet)
    column = layout.by_key.get(at.column) if layout else None
    return column is not None and (column.scores or column.required)


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
