"""Books brought up to date, one after the other: their template, their formulas, their results; and what is
said about each. ``refresh``, ``upgrade`` and ``repair`` differ only in when a template is renewed."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.discover import Source
from kasales_xl.batch.policies import policy_for
from kasales_xl.commands.terminal.declaring import option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.commands.terminal.options import NEW_PLACE, books_at
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import LISTED, NOTHING, Text, join
from kasales_xl.files.leftovers import clear_leftovers
from kasales_xl.files.refresh.book import Refreshed, refresh_book
from kasales_xl.files.refresh.place import Done, put_back
from kasales_xl.files.refresh.trend_cells import trend_of
from kasales_xl.files.renew.renewed import NotCarried, Renewed, renewed_book, typed_cells
from kasales_xl.files.replace import OpenElsewhere, check_closed
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.template import TEMPLATE_VERSION
from kasales_xl.text.findings.files import BOOK_EMPTY, TEMPLATE_OLDER
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.version import __version__

if TYPE_CHECKING:
    # the database library is slow to load, and only --history needs it
    from kasales_xl.files.history.store import History

#: How many cells are named.
_SHOWN = 3
NOT_REFRESHED = Text("没更新", "Not refreshed")
OPEN = Text(
    "正开着（旁边有 {lock}）。关掉再来；要是没开，删掉这个锁文件",
    "is open in another program ({lock}). Close it; if it isn't open, delete that file",
)
OUR_FAULT = Text(
    "程序在这本上出错了（{error}），原文件没动。请把账簿和这一行发给维护人",
    "the program failed on this book ({error}), which was not touched. Please report it with this line",
)
NOT_CARRIED = Text(
    "{cell} 搬不过去（原来是 {before}，搬完是 {after}），原文件没动。请把账簿和这一行发给维护人",
    "{cell} would change ({before} → {after}); the book was not touched. Please report it with this line",
)
EDITION = Text("模板从第 {old} 版换到第 {new} 版", "Template edition {old} → {new}")
CARRIED = Text("  填写的 {n} 格逐格核对过，一格不差", "  all {n} typed cells compared, none differs")
OWN_COLUMNS = Text("  自己加的列带过来了：{shown}", "  own columns came along: {shown}")
OWN_SHEETS = Text(
    "  自己加的工作表带过来了（内容和公式；图表、图片看备份）：{shown}",
    "  own sheets came along (cells and formulas; charts and pictures are in the old file): {shown}",
)
BESIDE = Text(
    "  表头上方的内容没有地方放，留在备份里：{place}「{value}」",
    "  no place above the headers for {place} “{value}”; it is in the old file",
)
GIVEN = Text(
    "  {n} 格补上了公式（插入的行、写在表下面的行）",
    "  {n} cells got their formula (inserted rows, rows below a table)",
)
RESPELLED = Text("  {n} 格的公式改回通用写法", "  {n} formulas spelled plainly again")
NO_ROOM = Text("写不进去（{reason}）。文件开着的话先关掉", "cannot be written ({reason})")


class Renewing(Enum):
    """Which books get a fresh template: those of an older edition, before their results are written; only
    such books, the others are left alone; every book."""

    OLDER = "older"
    ONLY_OLDER = "only-older"
    EVERY = "every"


@dataclass(frozen=True)
class Job:
    """What is done to each book. ``policy``: the company's, which goes before the book's own."""

    on: dt.date
    policy: Policy | None
    history: History | None
    renewing: Renewing


out_option = option(
    "-o",
    "--out",
    "out",
    type=NEW_PLACE,
    help=Text(
        "写到别处：一本写成文件，多本写进文件夹；默认改原文件",
        "Write elsewhere: a file for one book, a folder for several; by default the book itself",
    ),
)


def bring_up(books: tuple[str, ...], out: Path | None, job: Job, *, doing: Text) -> None:
    """Ends the program with exit code 1 where a book failed."""
    sources = books_at(books, locks=False)
    many = len(sources)
    several = many > 1 or any(Path(book).is_dir() for book in books)
    targets = [_target(source, out, several=several) for source in sources]
    for folder in {Path(os.path.realpath(target)).parent for target in targets}:
        clear_leftovers(folder)
    failed = 0
    with progress(doing, shown=many > 1) as watch:
        for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
            watch(number, many)
            failed += not _one(source.path, target, job)
    if many > 1:
        words = Text(
            "{n} 本：{fresh} 本是最新的，{failed} 本没更新。",
            "{n} books: {fresh} are up to date, {failed} failed.",
        )
        tell(words(n=many, fresh=many - failed, failed=failed))
    sys.exit(FINDINGS if failed else FINE)


def _target(source: Source, out: Path | None, *, several: bool) -> Path:
    if out is None:
        return source.path
    if several or out.is_dir():
        return out / source.name
    if out.suffix.lower() != source.path.suffix.lower():
        words = Text("文件名要以 {suffix} 结尾：{out}", "The name must end in {suffix}: {out}")
        raise click.UsageError(spoken(words(suffix=source.path.suffix, out=out)))
    return out


def _one(path: Path, target: Path, job: Job) -> bool:
    """One book; says what was done, or why nothing was. False where it failed."""
    try:
        check_closed(target)
        return _brought_up(path, target, file_bytes(path), job)
    except Refused as refused:
        return _refused(path, refused_book(refused, path.name).findings)
    except OpenElsewhere as error:
        return _failed(path, OPEN(lock=str(error)))
    except CannotWrite as error:
        return _failed(path, NO_ROOM(reason=error.reason))
    except NotCarried as lost:
        return _failed(path, NOT_CARRIED(cell=lost.cell, before=lost.before, after=lost.after))
    except Exception as error:
        # our own fault, and no reason for the other books to wait; nothing of this one was replaced
        return _failed(path, OUR_FAULT(error=f"{type(error).__name__}: {error}"[:120]))


def _brought_up(path: Path, target: Path, data: bytes, job: Job) -> bool:
    book = read_book_bytes(data, path.name, on=job.on)
    older = any(finding.kind == TEMPLATE_OLDER for finding in book.findings)
    if job.renewing is Renewing.ONLY_OLDER and not older:
        typed_cells(data)
        tell(
            Text("{path}：模板已经是最新的，没动", "{path}: The template is up to date, not touched")(
                path=path
            )
        )
        return True
    renewed = None
    if older or job.renewing is Renewing.EVERY:
        renewed = renewed_book(data, path.name, on=job.on)
        book = read_book_bytes(renewed.data, path.name, on=job.on)
    if book.seller is None:
        empty = renewed is not None and any(finding.kind == BOOK_EMPTY for finding in book.findings)
        if renewed is None or not empty:
            return _refused(path, [f for f in book.findings if f.severity is Severity.REJECT])
        _tell_done(path, put_back(path, target, data, Refreshed(renewed.data, 0, ())), renewed)
        return True
    policy, differences = policy_for(book, job.policy)
    trend = None
    if job.history is not None:
        past = job.history.past(snapshot(make_card(book, policy, job.on), __version__))
        trend = trend_of(past) if past else None
    current = data if renewed is None else renewed.data
    result = refresh_book(current, book, policy=policy, on=job.on, trend=trend)
    done = put_back(path, target, data, result)
    _tell_done(path, done, renewed, result, no_trend=job.history is not None and trend is None)
    for finding in differences:
        tell(f"  {spoken(what(finding))}")
    return True


def _tell_done(
    path: Path,
    done: Done,
    renewed: Renewed | None,
    result: Refreshed | None = None,
    *,
    no_trend: bool = False,
) -> None:
    tell(Text("{path}：{result}", "{path}: {result}")(path=path, result=_result(done, renewed)))
    if renewed is not None:
        _tell_renewed(renewed)
    if result is not None and result.given:
        tell(GIVEN(n=result.given))
    if result is not None and result.respelled:
        tell(RESPELLED(n=result.respelled))
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


def _refused(path: Path, findings: Iterable[Finding]) -> bool:
    for finding in findings:
        _failed(path, join((what(finding), fix(finding)), Text("。", ". ")))
    return False


def _failed(path: Path, why: Text) -> bool:
    head = click.style(spoken(NOT_REFRESHED), fg="red", bold=True)
    tell(Text("{path}：{head}，{why}", "{path}: {head}, {why}")(path=path, head=head, why=why), err=True)
    return False
