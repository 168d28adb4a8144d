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
#: How many wordings a line quotes, and how much of each.
WORDINGS, _LETTERS = 3, 24
_QUOTED = Text("「{got}」", "“{got}”")
_READ = Text("「{got}」→{now}", "“{got}” → {now}")
_WITH = Text("{what}；还有{others}", "{what}; also {others}")
_WITH_MORE = Text("{what}；还有{others}，等 {n} 处", "{what}; also {others}, {n} places in all")
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
        """What was found in the first place; columns that a sentence names are all named, and up to three
        wordings are quoted."""
        headers = dict.fromkeys(header for f in self.findings if (header := column_header(f.at)))
        first = what(self.findings[0])
        if len(headers) > 1:
            first = what(self.findings[0], label=join(headers), column=join(headers))
        others = self._other_wordings()
        if not others:
            return first
        said = join(others[: WORDINGS - 1])
        if len(others) < WORDINGS:
            return _WITH(what=first, others=said)
        return _WITH_MORE(what=first, others=said, n=len(self.findings))

    def _other_wordings(self) -> list[Text]:
        """What else stands in the cells, and what is used for it, where the sentence quotes the cell."""
        if "{got}" not in self.findings[0].kind.what.zh:
            return []
        quoted: dict[str, Text] = {}
        for finding in self.findings:
            got = " ".join(finding.got.split())
            shown = got if len(got) <= _LETTERS else f"{got[:_LETTERS]}…"
            quoted.setdefault(got, (_READ if finding.now else _QUOTED)(got=shown, now=finding.now))
        return list(quoted.values())[1:]

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


def is_open(finding: Finding) -> bool:
    """Does it ask something of somebody? What was put right already does not."""
    return finding.severity is not Severity.FIX


def stages_read(findings: Iterable[Finding]) -> Text:
    """``「投标」→方案、「已签」→合同``: stages in other words, for they move money; blank for none."""
    in_other_words = {
        " ".join(finding.got.split()): finding.now
        for finding in findings
        if (finding.code, finding.at.sheet, finding.at.column) == ("synonym", "deals", "stage")
    }
    return join(_READ(got=got, now=now) for got, now in in_other_words.items())


def open_findings(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if is_open(finding)]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The open ones: what costs something first, then the worst; of equal weight what moves a verdict, then
    in the order of the book."""
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


def _weight(group: Group) -> tuple[bool, int, bool]:
    """First what costs something: a row or a scoring cell left out, money that is not counted."""
    moves = any(_scores(finding.at) for finding in group.findings)
    costs = group.findings[0].kind.costs or (moves and group.severity.blocks)
    return not costs, _RANKS[group.severity], not moves


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
