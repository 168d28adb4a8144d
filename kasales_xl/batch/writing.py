"""What a run leaves in its folder: every team's scorecard, the organisation's, findings and cards."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kasales_xl.batch.file_names import file_name
from kasales_xl.batch.grading_all import Entry
from kasales_xl.batch.spool import Spool, Ticket
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.findings import Finding, tally
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Lang
from kasales_xl.files.cards_json.write import write_cards
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.files.whole import whole_file
from kasales_xl.pages.seller_parts import SellerParts
from kasales_xl.pages.workbooks import FileFindings, organisation_pages, team_pages, team_past


@dataclass
class Outcome:
    """What a run did. ``written`` in the order of writing; ``findings`` by severity; ``remembered``:
    snapshots that the history did not have yet."""

    files: int = 0
    sellers: int = 0
    teams: int = 0
    written: list[Path] = field(default_factory=list)
    findings: dict[str, int] = field(default_factory=lambda: tally([]))
    rejected: list[str] = field(default_factory=list)
    remembered: int = 0


def write_outputs(
    kept: Sequence[Entry],
    files: Sequence[FileFindings],
    findings: Iterable[Iterable[Finding]],
    spool: Spool,
    out: Path,
    *,
    on: dt.date,
    policy: Policy,
    lang: Lang,
    outcome: Outcome,
) -> None:
    """kept: by team and seller ID; findings: of each file, then those of several. Raises CannotWrite."""
    pasts = _write_teams(kept, spool, out, on, lang, outcome)
    standings = [e.standing for e in kept]
    pages = organisation_pages(standings, files, on.isoformat(), pasts, policy)
    with whole_file(out / "organisation.xlsx") as path:
        write_pages(path, pages, lang, created=midnight(on))
    outcome.written.append(out / "organisation.xlsx")
    with whole_file(out / "findings.csv") as path:
        write_findings(path, _counted(findings, outcome), lang)
    outcome.written.append(out / "findings.csv")
    with whole_file(out / "cards.json") as path:
        write_cards(path, (spool.get(e.card) for e in kept), on, policy)
    outcome.written.append(out / "cards.json")


def _write_teams(
    kept: Sequence[Entry], spool: Spool, out: Path, on: dt.date, lang: Lang, outcome: Outcome
) -> list[Pooled]:
    """Returns what the closed deals of each team come to."""
    taken, pasts = {"organisation"}, []
    for team, members in groupby(kept, key=lambda entry: entry.standing.team):
        path = out / f"{file_name(team, lang, taken)}.xlsx"
        pasts.append(_write_team(path, team, [entry.parts for entry in members], spool, on, lang))
        outcome.written.append(path)
        outcome.teams += 1
        gc.collect(0)
    return pasts


def _write_team(
    path: Path, team: str, members: Sequence[Ticket[SellerParts]], spool: Spool, on: dt.date, lang: Lang
) -> Pooled:
    parts = [spool.get(one) for one in members]
    past = team_past(parts)
    with whole_file(path) as temporary:
        write_pages(temporary, team_pages(team, parts, past), lang, created=midnight(on))
    return past


def midnight(on: dt.date) -> dt.datetime:
    """The scoring day as a moment, for the properties of the workbooks: the clock has no say."""
    return dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)


def _counted(groups: Iterable[Iterable[Finding]], outcome: Outcome) -> Iterator[Finding]:
    for group in groups:
        for finding in group:
            outcome.findings[finding.severity.value] += 1
            yield finding
