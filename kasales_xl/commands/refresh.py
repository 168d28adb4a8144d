"""``kasales refresh``: the computed values into people's own books, nothing else touched."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.discover import Source
from kasales_xl.batch.refreshing import NotRead, made_ready
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.commands.terminal.options import (
    NEW_PLACE,
    books_at,
    history_at,
    load_policy,
    on_option,
    policy_option,
)
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import LISTED, NOTHING, Text, join
from kasales_xl.files.leftovers import clear_leftovers
from kasales_xl.files.refresh.place import Done, put_back
from kasales_xl.files.replace import OpenElsewhere, check_closed
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.sentences import fix, what

if TYPE_CHECKING:
    # the database library is slow to load, and only --history needs it
    from kasales_xl.files.history.store import History

#: How many unknown formulas are named.
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
NO_ROOM = Text("写不进去（{reason}）。文件开着的话先关掉", "cannot be written ({reason})")


@command("refresh")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@option(
    "-o",
    "--out",
    "out",
    type=NEW_PLACE,
    help=Text(
        "写到别处：一本写成文件，多本写进文件夹；默认改原文件",
        "Write elsewhere: a file for one book, a folder for several; by default the book itself",
    ),
)
@option(
    "--history",
    "where",
    metavar="WHERE",
    help=Text(
        "画走势用的历史：输出文件夹、SQLite 文件或数据库地址；只读",
        "The history for the trend: an output folder, a SQLite file or a URL; it is only read",
    ),
)
@on_option
@policy_option
def refresh(
    books: tuple[str, ...], out: Path | None, where: str | None, on: dt.date, policy_file: Path | None
) -> None:
    company = load_policy(policy_file)
    sources = books_at(books, locks=False)
    many = len(sources)
    several = many > 1 or any(Path(book).is_dir() for book in books)
    targets = [_target(source, out, several=several) for source in sources]
    for folder in {Path(os.path.realpath(target)).parent for target in targets}:
        clear_leftovers(folder)
    failed = 0
    doing = Text("更新", "Refreshing")
    with (
        nullcontext() if where is None else history_at(where) as history,
        progress(doing, shown=many > 1) as watch,
    ):
        for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
            watch(number, many)
            failed += not _one(source, target, on, company, history)
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


def _one(source: Source, target: Path, on: dt.date, company: Policy | None, history: History | None) -> bool:
    """One book; says what was done, or why nothing was. False where it failed."""
    path = source.path
    try:
        source.check()
        check_closed(target)
        ready = made_ready(path, on, company, history)
        done = put_back(path, target, ready.data, ready.result)
    except NotRead as unread:
        return _refused(path, unread.findings)
    except Refused as refused:
        return _refused(path, refused_book(refused, path.name).findings)
    except OpenElsewhere as error:
        return _failed(path, OPEN(lock=str(error)))
    except CannotWrite as error:
        return _failed(path, NO_ROOM(reason=error.reason))
    except Exception as error:
        # our own fault, and no reason for the other books to wait; nothing of this one was replaced
        return _failed(path, OUR_FAULT(error=f"{type(error).__name__}: {error}"[:120]))
    _tell_done(path, done, no_trend=ready.no_trend)
    for finding in ready.differences:
        tell(f"  {spoken(what(finding))}")
    return True


def _tell_done(path: Path, done: Done, *, no_trend: bool) -> None:
    tell(Text("{path}：{result}", "{path}: {result}")(path=path, result=_result(done)))
    if done.left:
        words = Text("  {n} 格的公式不认得，没动：{shown}", "  {n} formulas left as they are: {shown}")
        tell(words(n=len(done.left), shown=join(done.left[:_SHOWN], LISTED)))
    if no_trend:
        tell(Text("  历史里没有更早的评级，走势先不画", "  no earlier scoring in the history: no trend yet"))


def _result(done: Done) -> Text:
    if not done.changed and not done.written:
        return Text("已经是最新，没动", "Up to date already, not touched")
    there, kept = NOTHING, NOTHING
    if not done.in_place:
        there = Text("，写到 {target}", ", written to {target}")(target=done.target)
    if done.kept:
        kept = Text("，原文件备份在 {kept}", "; the old file is kept as {kept}")(kept=done.kept.name)
    count = Text("结果已更新", "Results are up to date")
    return join((count, there, kept), NOTHING)


def _refused(path: Path, findings: Iterable[Finding]) -> bool:
    for finding in findings:
        _failed(path, join((what(finding), fix(finding)), Text("。", ". ")))
    return False


def _failed(path: Path, why: Text) -> bool:
    head = click.style(spoken(NOT_REFRESHED), fg="red", bold=True)
    tell(Text("{path}：{head}，{why}", "{path}: {head}, {why}")(path=path, head=head, why=why), err=True)
    return False
