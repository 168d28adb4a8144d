"""A whole run: every book graded, then every team's scorecard, the organisation's, findings and cards."""

from __future__ import annotations

import datetime as dt
import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.collecting import rare_collection
from kasales_xl.batch.discover import Source, discover
from kasales_xl.batch.duplicates import Claimant, choose
from kasales_xl.batch.grading import Graded, grade_file
from kasales_xl.batch.spool import Spool, Ticket
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing, conflicts
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.findings import Finding, tally
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.files.cards_json.write import card_line, write_cards
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.files.whole import whole_file, writable_folder
from kasales_xl.pages.seller_parts import SellerParts, seller_parts
from kasales_xl.pages.workbooks import FileFindings, organisation_pages, team_pages, team_past
from kasales_xl.text.findings.files import SHARED_ACCOUNT
from kasales_xl.version import __version__

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History

#: Called after each file with (done, total, file name).
Watch = Callable[[int, int, str], None]


#: The file name of those whose books name no team.
NO_TEAM = Text("未分团队", "no team")


def _unwatched(done: int, total: int, name: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays in memory for one graded book, and the tickets of what waits on disk."""

    claimant: Claimant
    standing: Standing
    card: Ticket[str]
    parts: Ticket[SellerParts]
    snapshot: Ticket[Snapshot] | None


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


@rare_collection()
def grade(
    paths: Sequence[str | os.PathLike[str]], *, on: dt.date, company: Policy | None
) -> list[SellerCard]:
    """The cards of all books, by team and seller ID, copies left out as in ``score``."""
    graded = [grade_file(source, on, company) for source in discover(paths)]
    left_out = {f.at.file for f in choose(g.claimant for g in graded if g.claimant)}
    cards = [g.card for g in graded if g.card and g.source.name not in left_out]
    return sorted(cards, key=lambda card: (card.seller.team, card.seller.seller_id))


@rare_collection()
def score(
    paths: Sequence[str | os.PathLike[str]],
    out: Path,
    *,
    on: dt.date,
    company: Policy | None,
    lang: Lang,
    watch: Watch = _unwatched,
    history: History | None = None,
) -> Outcome:
    """Grade every book below ``paths`` and write ``out``. Each file appears whole or not at all; a file
    that cannot be read becomes a finding. history: what was before is shown, and once everything is
    written the present is added. Raises NothingToRead and CannotWrite before any work."""
    sources = discover(paths, out)
    writable_folder(out)
    with Spool() as spool:
        findings: list[Ticket[tuple[Finding, ...]]] = []
        entries, files = _grade_all(sources, on, company, spool, findings, watch, history)
        copies = choose(entry.claimant for entry in entries)
        left_out = {finding.at.file for finding in copies}
        kept = [e for e in entries if e.claimant.name not in left_out]
        kept.sort(key=lambda e: (e.standing.team, e.standing.seller_id))
        late = (*copies, *shared_accounts(e.standing for e in kept))
        outcome = Outcome(files=len(sources), sellers=len(kept))
        outcome.rejected = [f.file for f in files if f.findings["reject"] and not f.seller]
        pasts = _write_teams(kept, spool, out, on, lang, outcome)
        standings = [e.standing for e in kept]
        policy = company or DEFAULT_POLICY
        pages = organisation_pages(standings, files, on.isoformat(), pasts, policy)
        with whole_file(out / "organisation.xlsx") as path:
            write_pages(path, pages, lang, created=midnight(on))
        outcome.written.append(out / "organisation.xlsx")
        with whole_file(out / "findings.csv") as path:
            write_findings(path, _counted(chain(map(spool.get, findings), (late,)), outcome), lang)
        outcome.written.append(out / "findings.csv")
        with whole_file(out / "cards.json") as path:
            write_cards(path, (spool.get(e.card) for e in kept), on, policy)
        outcome.written.append(out / "cards.json")
        if history is not None:
            outcome.remembered = history.append(spool.get(e.snapshot) for e in kept if e.snapshot)
    return outcome


def _grade_all(
    sources: Sequence[Source],
    on: dt.date,
    company: Policy | None,
    spool: Spool,
    findings: list[Ticket[tuple[Finding, ...]]],
    watch: Watch,
    history: History | None,
) -> tuple[list[Entry], list[FileFindings]]:
    entries, files = [], []
    for done, source in enumerate(sources, 1):
        graded = grade_file(source, on, company)
        findings.append(spool.put(graded.findings))
        files.append(_file_findings(graded))
        if graded.card is not None and graded.claimant is not None:
            entries.append(_entry(graded.card, graded.claimant, spool, history))
        # one book at a time in memory: the next is read where this one was
        del graded
        watch(done, len(sources), source.name)
    return entries, files


def _entry(card: SellerCard, claimant: Claimant, spool: Spool, history: History | None) -> Entry:
    now = snapshot(card, __version__) if history else None
    parts = seller_parts(card, history.past(now) if history and now else None)
    return Entry(
        claimant,
        parts.standing,
        spool.put(card_line(card)),
        spool.put(parts),
        spool.put(now) if now else None,
    )


def _file_findings(graded: Graded) -> FileFindings:
    seller = graded.book.seller
    return FileFindings(
        graded.source.name,
        seller.name if seller else "",
        seller.team if seller else "",
        tally(graded.findings),
    )


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


def file_name(team: str, lang: Lang, taken: set[str]) -> str:
    """A team's name as a file name that every system takes, once each."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", team).strip(" .")[:80]
    name = name or NO_TEAM.pick(lang)
    unique, number = name, 1
    while unique.casefold() in taken:
        number += 1
        unique = f"{name} ({number})"
    taken.add(unique.casefold())
    return unique


def shared_accounts(standings: Iterable[Standing]) -> Iterator[Finding]:
    """An account that several sellers count as their own (L8): one finding in each book."""
    for conflict in conflicts(standings):
        owners = [(seller, claim) for seller, claim in conflict.claims if claim.owned]
        if len(owners) < 2:
            continue
        for seller, claim in owners:
            others = _some([f"{s.name} ({s.seller_id})" for s, _ in owners if s is not seller])
            place = seller.owner_place(claim)
            yield Finding(SHARED_ACCOUNT, place, claim.account, words=(("others", others),))


def _some(names: Sequence[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    more = f" +{len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _counted(groups: Iterable[Iterable[Finding]], outcome: Outcome) -> Iterator[Finding]:
    for group in groups:
        for finding in group:
            outcome.findings[finding.severity.value] += 1
            yield finding
