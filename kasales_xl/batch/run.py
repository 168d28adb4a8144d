"""A whole run: every book graded, then every team's scorecard, the organisation's, findings and cards."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.across.attendance import attendance, attendance_findings, owners_of
from kasales_xl.batch.across.duplicates import choose
from kasales_xl.batch.engines.opening import engine_for
from kasales_xl.batch.grading.everything import Watch, grade_all, unwatched
from kasales_xl.batch.grading.judging import Wanted, grade_card
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.each_seller import ready_for_each
from kasales_xl.batch.output.writing import USUAL, Outcome, stage_outputs
from kasales_xl.batch.sources.discover import Source, discover
from kasales_xl.batch.workers.collecting import rare_collection
from kasales_xl.batch.workers.pool import LIMITS, Limits, Lost, each, in_order
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing, conflicts
from kasales_xl.core.findings import Finding
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.files.outputs.staged import ready, staged
from kasales_xl.files.roster import read_roster
from kasales_xl.pages.organisation.books import with_late
from kasales_xl.reading.people.owners import parts_of
from kasales_xl.text.findings.files import SHARED_ACCOUNT
from kasales_xl.text.findings.rows import OWNER_UNKNOWN

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History

#: Bytes that the outputs take for each book at the very least: with less room no run can end well.
_LEAST_A_BOOK = 20_000

__all__ = ["Outcome", "Watch", "grade", "score", "shared_accounts"]


@rare_collection()
def grade(
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: dt.date,
    company: Policy | None,
    jobs: int | None = None,
    limits: Limits = LIMITS,
) -> list[SellerCard]:
    """The cards of all books, by team and seller ID, copies left out as in ``score``."""
    wanted = [Wanted(source, on, company) for source in discover(paths)]
    came = in_order(each(grade_card, wanted, jobs=jobs, limits=limits))
    graded = [(card, of) for card, of in (one for one in came if not isinstance(one, Lost)) if card and of]
    left_out = choose(claimant for _card, claimant in graded).left_out
    cards = [card for card, claimant in graded if claimant.path not in left_out]
    return sorted(cards, key=lambda card: (card.seller.team, card.seller.seller_id))


@rare_collection()
def not_counted(
    sources: Iterable[Source], *, on: dt.date, company: Policy | None, limits: Limits = LIMITS
) -> dict[Path, Finding]:
    """Books that ``score`` leaves out because another of the same seller counts, and why, by their paths."""
    wanted = [Wanted(source, on, company) for source in sources]
    came = in_order(each(grade_card, wanted, limits=limits))
    claimants = [one[1] for one in came if not isinstance(one, Lost) and one[1]]
    choice = choose(claimants)
    paths = {claimant.name: claimant.path for claimant in claimants}
    why = {paths[finding.at.file]: finding for finding in choice.findings if finding.at.file in paths}
    return {path: why[path] for path in choice.left_out if path in why}


@rare_collection()
def score(
    paths: Sequence[str | os.PathLike[str]],
    out: Path,
    options: RunOptions,
    *,
    watch: Watch = unwatched,
    history: History | None = None,
) -> Outcome:
    """Grade every book below ``paths`` and write ``out``: all files of the run together, or those of the run
    before stay. A file that cannot be read becomes a finding. history: what was before is shown; the present
    is added right before the files go into place. Raises RosterError, NothingToRead, CannotWrite, CannotDraw
    and CannotConvert, before any work wherever that can be known."""
    sources = discover(paths, out)
    members = () if options.roster is None else read_roster(options.roster)
    ready_for_each(options)
    ready(out, USUAL, need=_LEAST_A_BOOK * len(sources))
    with engine_for(options, history) as engine:
        before = history.address if history else None
        wanted = [
            Wanted(
                source,
                options.on,
                options.company,
                before,
                redact=options.redact,
                cards=options.cards,
                details=options.sheets.details,
                plans=options.sheets.plans,
                web=options.web,
            )
            for source in sources
        ]
        came = grade_all(wanted, engine, watch)
        files, entries = [one.file for one in came], [one.entry for one in came if one.entry]
        choice = choose((entry.claimant for entry in entries), owners=owners_of(members))
        shared = [replace(one, history=None, apart=True) for one in wanted if one.source.path in choice.apart]
        told_apart = [one.entry for one in grade_all(shared, engine, unwatched) if one.entry]
        kept = [e for e in entries if e.claimant.path not in choice.left_out | choice.apart] + told_apart
        kept.sort(key=lambda e: (e.standing.team, e.standing.seller_id))
        standings = [e.standing for e in kept]
        late = [*choice.findings, *shared_accounts(standings), *unknown_owners(standings)]
        outcome = Outcome(files=len(sources), sellers=len(kept), reused=engine.reused)
        outcome.rejected = [f.file for f in files if f.findings["reject"] and not f.seller]
        if options.roster is not None:
            outcome.attendance = attendance(
                members,
                options.roster.name,
                [entry.claimant for entry in entries],
                choice,
                outcome.rejected,
                on=options.on,
                old_after=options.old_after,
            )
            late += attendance_findings(outcome.attendance)
        found = chain((engine.get(one.findings) for one in came), (tuple(late),))

        def remember() -> None:
            # before the files go into place, not after: a scoring that somebody can read is in the history
            # whatever happens, and one that is there twice over is stored once
            if history is not None:
                outcome.remembered = history.append(engine.get(e.snapshot) for e in kept if e.snapshot)

        with staged(out) as stage:
            stage_outputs(kept, with_late(files, late), found, engine, stage, options, outcome)
            outcome.published = stage.publish(options.on, remember)
    return outcome


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


def unknown_owners(standings: Sequence[Standing]) -> Iterator[Finding]:
    """An account whose owner has no book in this run: nobody counts it (L8)."""
    sellers = {name_key(name) for seller in standings for name in (seller.seller_id, seller.name)}
    for seller in standings:
        for claim in seller.claims:
            named = {name_key(claim.owner), *map(name_key, parts_of(claim.owner))}
            if not claim.owned and not named & sellers:
                yield Finding(OWNER_UNKNOWN, seller.owner_place(claim), claim.owner)


def _some(names: Sequence[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    more = f" +{len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more
