"""Books brought up to date, one after the other: their template, their formulas, their results; and what is
said about each. ``refresh``, ``upgrade`` and ``repair`` differ only in when a template is renewed."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.one_book.refreshing import NotRead, Renewing
from kasales_xl.batch.one_book.refreshing_apart import ready_apart
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import LIMITS, Limits
from kasales_xl.commands.terminal.declaring import option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.commands.terminal.options import NEW_PLACE, books_at
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import LISTED, NOTHING, Text, join
from kasales_xl.files.leftovers import clear_leftovers
from kasales_xl.files.refresh.book import Refreshed
from kasales_xl.files.refresh.place import Done, put_back
from kasales_xl.files.renew.renewed import NotCarried, Renewed, is_older
from kasales_xl.files.replace import OpenElsewhere, check_closed
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import file_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.layout.template import TEMPLATE_VERSION
from kasales_xl.text.findings.sentences import fix, what

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
UNSIGNED = Text(
    "  文件改过，原来的数字签名不再有效，已去掉；签过的原件在备份里",
    "  The file has changed, so its digital signature is gone; the signed one is the backup",
)
NO_ROOM = Text(
    "写不进去（{reason}）。文件开着的话先关掉", "cannot be written ({reason}). If it is open, close it first"
)


@dataclass(frozen=True)
class Job:
    """What is done to each book. ``policy``: the company's, which goes before the book's own.
    ``only_older``: books of today's template edition are left alone."""

    on: dt.date
    policy: Policy | None
    history: History | None = None
    renewing: Renewing = Renewing.OLDER
    only_older: bool = False
    limits: Limits = LIMITS


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
            failed += not _one(source, target, job)
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


def _one(source: Source, target: Path, job: Job) -> bool:
    """One book; says what was done, or why nothing was. False where it failed."""
    path = source.path
    try:
        source.check()
        check_closed(target)
        if job.only_older and not is_older(file_bytes(path)):
            tell(
                Text("{path}：模板已经是最新的，没动", "{path}: The template is up to date, not touched")(
                    path=path
                )
            )
            return True
        ready = ready_apart(path, job.on, job.policy, job.history, job.renewing, job.limits)
        done = put_back(path, target, ready.data, ready.result)
    except NotRead as unread:
        if unread.renewed is None:
            return _refused(path, unread.findings)
        data, renewed = unread.renewed
        _tell_done(path, put_back(path, target, data, Refreshed(renewed.data, 0, ())), renewed)
        return True
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
    _tell_done(path, done, ready.renewed, ready.result, no_trend=ready.no_trend)
    for finding in ready.differences:
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


def _refused(path: Path, findings: Iterable[Finding]) -> bool:
    for finding in findings:
        _failed(path, join((what(finding), fix(finding)), Text("。", ". ")))
    return False


def _failed(path: Path, why: Text) -> bool:
    head = click.style(spoken(NOT_REFRESHED), fg="red", bold=True)
    tell(Text("{path}：{head}，{why}", "{path}: {head}, {why}")(path=path, head=head, why=why), err=True)
    return False
