"""What a run leaves in its folder: every team's scorecard, the organisation's, findings and cards."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kasales_xl.batch.across.similar import suggestions
from kasales_xl.batch.grading.everything import Entry
from kasales_xl.batch.grading.spool import Spool
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.file_names import file_name
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.findings import Finding, tally
from kasales_xl.files.cards_json.write import write_cards
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.outputs.staged import Published, Staged
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.pages.organisation.roster import Attendance
from kasales_xl.pages.workbooks import FileFindings, organisation_pages, team_pages, team_past

#: Files that every run writes, beside one a team.
USUAL = ORGANISATION, FINDINGS, CARDS = ("organisation.xlsx", "findings.csv", "cards.json")


@dataclass
class Outcome:
    """What a run did. ``published``: which files it put in place, kept and took away; ``findings`` by
    severity; ``remembered``: snapshots that the history did not have yet; ``attendance``: where a roster was
    given."""

    files: int = 0
    sellers: int = 0
    teams: int = 0
    published: Published = field(default_factory=Published)
    findings: dict[str, int] = field(default_factory=lambda: tally([]))
    rejected: list[str] = field(default_factory=list)
    remembered: int = 0
    attendance: Attendance | None = None

    @property
    def written(self) -> list[Path]:
        """The output files in the order of writing."""
        return self.published.written


def stage_outputs(
    kept: Sequence[Entry],
    files: Sequence[FileFindings],
    findings: Iterable[Iterable[Finding]],
    spool: Spool,
    staged: Staged,
    options: RunOptions,
    outcome: Outcome,
) -> None:
    """kept: by team and seller ID; findings: of each file, then those of several. What ``outcome`` says of
    the roster is on the pages. Raises CannotWrite."""
    on, lang = options.on, options.lang
    pasts = _write_teams(kept, spool, staged, options, outcome)
    standings = [e.standing for e in kept]
    contacts = {e.standing.file: e.contacts for e in kept}
    similar = suggestions(standings, lambda seller: spool.get(contacts[seller.file]))
    pages = organisation_pages(
        standings,
        files,
        on.isoformat(),
        pasts,
        options.policy,
        attendance=outcome.attendance,
        similar=similar,
        details=options.details,
    )
    with staged.file(ORGANISATION) as path:
        write_pages(path, pages, lang, created=midnight(on))
    with staged.file(FINDINGS) as path:
        write_findings(path, _counted(findings, outcome), lang)
    with staged.file(CARDS) as path:
        write_cards(path, (spool.get(e.card) for e in kept), on, options.policy, options.cards)


def _write_teams(
    kept: Sequence[Entry], spool: Spool, staged: Staged, options: RunOptions, outcome: Outcome
) -> list[Pooled]:
    """Returns what the closed deals of each team come to."""
    on, lang = options.on, options.lang
    taken, pasts = {"organisation"}, []
    for team, members in groupby(kept, key=lambda entry: entry.standing.team):
        parts = [spool.get(entry.parts) for entry in members]
        past = team_past(parts)
        with staged.file(f"{file_name(team, lang, taken)}.xlsx") as path:
            pages = team_pages(team, parts, past, ranking=options.ranking)
            write_pages(path, pages, lang, created=midnight(on))
        pasts.append(past)
        outcome.teams += 1
        # one team at a time in memory
        del parts
        gc.collect(0)
    return pasts


def midnight(on: dt.date) -> dt.datetime:
    """The scoring day as a moment, for the properties of the workbooks: the clock has no say."""
    return dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)


def _counted(groups: Iterable[Iterable[Finding]], outcome: Outcome) -> Iterator[Finding]:
    for group in groups:
        for finding in group:
            outcome.findings[finding.severity.value] += 1
            yield finding
