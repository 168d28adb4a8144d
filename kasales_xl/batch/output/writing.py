"""What a run leaves in its folder: every team's scorecard, the organisation's, findings and cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kasales_xl.batch.across.similar import suggestions
from kasales_xl.batch.engines.engine import Engine, Entry, Team
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.each_seller import write_each_seller
from kasales_xl.batch.output.file_names import file_name
from kasales_xl.batch.output.team import midnight
from kasales_xl.batch.output.web import WebTeam, write_web
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.findings import Finding, tally
from kasales_xl.files.cards_json.write import write_cards
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.outputs.staged import Published, Staged
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.files.web.index import HOME
from kasales_xl.files.whole import writing
from kasales_xl.pages.organisation.roster import Attendance
from kasales_xl.pages.page import Page
from kasales_xl.pages.workbooks import FileFindings, organisation_pages

#: Files that every run writes, beside one a team.
ORGANISATION, FINDINGS, CARDS = "organisation.xlsx", "findings.csv", "cards.json"
USUAL = (HOME, ORGANISATION, FINDINGS, CARDS)


@dataclass
class Outcome:
    """What a run did. ``published``: which files it put in place, kept and took away; ``findings`` by
    severity; ``remembered``: snapshots that the history did not have yet; ``reused``: books that
    were known and not read again; ``attendance``: where a roster was
    given."""

    files: int = 0
    sellers: int = 0
    teams: int = 0
    published: Published = field(default_factory=Published)
    findings: dict[str, int] = field(default_factory=lambda: tally([]))
    rejected: list[str] = field(default_factory=list)
    remembered: int = 0
    reused: int = 0
    attendance: Attendance | None = None

    @property
    def written(self) -> list[Path]:
        """The output files in the order of writing."""
        return self.published.written


def stage_outputs(
    kept: Sequence[Entry],
    files: Sequence[FileFindings],
    findings: Iterable[Iterable[Finding]],
    engine: Engine,
    staged: Staged,
    options: RunOptions,
    outcome: Outcome,
) -> None:
    """kept: by team and seller ID; findings: of each file, then those of several. What ``outcome`` says of
    the roster is on the pages. Raises CannotWrite."""

    def lists() -> None:
        write_findings(staged.place(FINDINGS), _counted(findings, outcome), lang)
        lines = (engine.get(e.card) for e in kept)
        write_cards(staged.place(CARDS), lines, on, options.policy, options.cards)

    on, lang = options.on, options.lang
    with writing(staged.out), ThreadPoolExecutor(1) as beside:
        begun = beside.submit(lists) if engine.meanwhile else None
        pasts, web, taken = _write_teams(kept, engine, staged, options, outcome)
        begun.result() if begun else lists()
    standings = [e.standing for e in kept]
    contacts = {e.standing.file: e.contacts for e in kept}
    similar = suggestions(standings, lambda seller: engine.get(contacts[seller.file]))

    def pages(details: bool) -> tuple[Page, ...]:
        return organisation_pages(
            standings,
            files,
            on.isoformat(),
            pasts,
            options.policy,
            attendance=outcome.attendance,
            similar=similar,
            details=details,
        )

    if options.web:
        write_web(staged, options, standings, web, pages(True), engine)
    with staged.file(ORGANISATION) as path:
        write_pages(path, pages(options.sheets.details), lang, created=midnight(on))
    for name in (FINDINGS, CARDS):
        staged.take(name)
    write_each_seller(staged, options, kept, engine, taken)


def _write_teams(
    kept: Sequence[Entry], engine: Engine, staged: Staged, options: RunOptions, outcome: Outcome
) -> tuple[list[Pooled], list[WebTeam], set[str]]:
    """Returns what the closed deals of each team come to, what the web page takes of it, and the names of
    files that are taken."""
    taken = {"organisation", "index"}
    teams, web = [], []
    for team, grouped in groupby(kept, key=lambda entry: entry.standing.team):
        members, stem = list(grouped), file_name(team, options.lang, taken)
        name, parts = f"{stem}.xlsx", tuple(entry.parts for entry in members)
        beside = staged.place(f"{stem}.part") if options.web else None
        path, before = staged.place(name), staged.out / name
        teams.append(Team(team, name, path, before, parts, options.on, options.lang, beside, options.sheets))
        if beside:
            web.append(WebTeam(team, stem, beside, tuple(entry.web for entry in members if entry.web)))
    pasts = dict(engine.write(teams))
    for one in teams:
        staged.take(one.name)
    outcome.teams = len(teams)
    return [pasts[number] for number in range(len(teams))], web, taken


def _counted(groups: Iterable[Iterable[Finding]], outcome: Outcome) -> Iterator[Finding]:
    for group in groups:
        for finding in group:
            outcome.findings[finding.severity.value] += 1
            yield finding
