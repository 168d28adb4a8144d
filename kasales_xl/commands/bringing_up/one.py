"""One book brought up to date: its template, its formulas, its results; and what is said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.one_book.refreshing import NotRead, Renewing
from kasales_xl.batch.one_book.refreshing_apart import ready_apart
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import LIMITS, Limits
from kasales_xl.commands.bringing_up.words import (
    BESIDE,
    CARRIED,
    EDITION,
    GIVEN,
    LATEST,
    NO_ROOM,
    NOT_CARRIED,
    NOT_REFRESHED,
    OPEN,
    OUR_FAULT,
    OWN_COLUMNS,
    OWN_SHEETS,
    RESPELLED,
    RESPELLED_FOR,
    UNSIGNED,
)
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import LISTED, NOTHING, Text, join
from kasales_xl.files.refresh.book import Refreshed
from kasales_xl.files.refresh.place import Done, put_back
from kasales_xl.files.renew.renewed import NotCarried, Renewed, is_older
from kasales_xl.files.replace import OpenElsewhere, check_closed
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import file_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.spelling import Host
from kasales_xl.layout.template import TEMPLATE_VERSION
from kasales_xl.text.findings.files import FILE_CHANGING
from kasales_xl.text.findings.sentences import fix, what

if TYPE_CHECKING:
    # the database library is slow to load, and only --history needs it
    from kasales_xl.files.history.store import History

#: How many cells are named.
_SHOWN = 3


@dataclass(frozen=True)
class Job:
    """What is done to each book. ``policy``: the company's, which goes before the book's own.
    ``only_older``: books of today's template edition are left alone. ``host``: in whose spelling formulas
    shall be."""

    on: dt.date
    policy: Policy | None
    history: History | None = None
    renewing: Renewing = Renewing.OLDER
    only_older: bool = False
    limits: Limits = LIMITS
    host: Host | None = None


class Outcome(Enum):
    """LATER: the book is open, is being saved or cannot be written just now; nothing is wrong with it."""

    DONE = "done"
    LATER = "later"
    FAILED = "failed"


@dataclass(frozen=True)
class Brought:
    """``written``: the file at the target is another than before; ``kept``: the copy of that."""

    outcome: Outcome
    written: bool = False
    kept: Path | None = None


def bring_one(source: Source, target: Path, job: Job, *, unchanged: bool = True) -> Brought:
    """Says what was done, or why nothing was. unchanged: say so too where there was nothing to do."""
    path = source.path
    try:
        source.check()
        check_closed(target)
        if job.only_older and not is_older(file_bytes(path)):
            tell(LATEST(path=path))
            return Brought(Outcome.DONE)
        ready = ready_apart(path, job.on, job.policy, job.history, job.renewing, job.limits, host=job.host)
        done = put_back(path, target, ready.data, ready.result)
    except NotRead as unread:
        if unread.renewed is None:
            return _refused(path, unread.findings)
        data, renewed = unread.renewed
        done = put_back(path, target, data, Refreshed(renewed.data, 0, ()))
        _tell_done(path, done, renewed)
        return Brought(Outcome.DONE, done.written, done.kept)
    except Refused as refused:
        outcome = Outcome.LATER if refused.kind == FILE_CHANGING else Outcome.FAILED
        return _refused(path, refused_book(refused, path.name).findings, outcome)
    except OpenElsewhere as error:
        return _failed(path, OPEN(lock=str(error)), Outcome.LATER)
    except CannotWrite as error:
        return _failed(path, NO_ROOM(reason=error.reason), Outcome.LATER)
    except NotCarried as lost:
        return _failed(path, NOT_CARRIED(cell=lost.cell, before=lost.before, after=lost.after))
    except Exception as error:
        # our own fault, and no reason for the other books to wait; nothing of this one was replaced
        return _failed(path, OUR_FAULT(error=f"{type(error).__name__}: {error}"[:120]))
    if unchanged or done.written:
        _tell_done(path, done, ready.renewed, ready.result, no_trend=ready.no_trend, host=job.host)
        for finding in ready.differences:
            tell(f"  {spoken(what(finding))}")
    return Brought(Outcome.DONE, done.written, done.kept)


def _tell_done(
    path: Path,
    done: Done,
    renewed: Renewed | None,
    result: Refreshed | None = None,
    *,
    no_trend: bool = False,
    host: Host | None = None,
) -> None:
    tell(Text("{path}：{result}", "{path}: {result}")(path=path, result=_result(done, renewed)))
    if renewed is not None:
        _tell_renewed(renewed)
    if result is not None and result.given:
        tell(GIVEN(n=result.given))
    if result is not None and result.respelled:
        tell(RESPELLED(n=result.respelled) if host is None else RESPELLED_FOR[host](n=result.respelled))
    if result is not None and result.unsigned:
        tell(UNSIGNED)
    if done.left:
        words = Text("  {n} 格的公式不认得，没动：{shown}", "  {n} formulas left as they are: {shown}")
        tell(words(n=len(done.left), shown=join(done.left[:_SHOWN], LISTED)))
    if no_trend:
        tell(Text("  历史里没有更早的评级，走势先不画", "  no earlier scoring in the history: no trend yet"))


def _tell_renewed(renewed: Renewed) -> None:
    """What came along, and what a template has no place for."""
    tell(CARRIED(n=renewed.cells))
    if renewed.columns:
        tell(OWN_COLUMNS(shown=join(renewed.columns, LISTED)))
    if renewed.sheets:
        tell(OWN_SHEETS(shown=join(renewed.sheets, LISTED)))
    for place, value in renewed.beside:
        tell(BESIDE(place=place, value=value))


def _result(done: Done, renewed: Renewed | None) -> Text:
    if not done.changed and not done.written:
        return Text("已经是最新，没动", "Up to date already, not touched")
    there, kept = NOTHING, NOTHING
    if not done.in_place:
        there = Text("，写到 {target}", ", written to {target}")(target=done.target)
    if done.kept:
        kept = Text("，原文件备份在 {kept}", "; the old file is kept as {kept}")(kept=done.kept.name)
    if renewed is None:
        count = Text("结果已更新", "Results are up to date")
    elif renewed.edition == TEMPLATE_VERSION:
        count = Text("换上了全新的模板", "Moved to a fresh template")
    else:
        count = EDITION(old=renewed.edition or "?", new=TEMPLATE_VERSION)
    return join((count, there, kept), NOTHING)


def _refused(path: Path, findings: Iterable[Finding], outcome: Outcome = Outcome.FAILED) -> Brought:
    for finding in findings:
        _failed(path, join((what(finding), fix(finding)), Text("。", ". ")))
    return Brought(outcome)


def _failed(path: Path, why: Text, outcome: Outcome = Outcome.FAILED) -> Brought:
    head = click.style(spoken(NOT_REFRESHED), fg="red", bold=True)
    tell(Text("{path}：{head}，{why}", "{path}: {head}, {why}")(path=path, head=head, why=why), err=True)
    return Brought(outcome)
