"""``kasales return``: every refreshed book and a page of what to fix, ready to be mailed back."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.one_book.refreshing import NotRead, Ready
from kasales_xl.batch.one_book.refreshing_apart import ready_apart
from kasales_xl.batch.run import not_counted
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.bringing_up.words import OUR_FAULT
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, spoken, tell
from kasales_xl.commands.terminal.options import (
    NEW_FOLDER,
    books_at,
    history_at,
    load_policy,
    on_option,
    policy_option,
    timeout_option,
)
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import HALVES, Text, as_line, join
from kasales_xl.files.refresh.place import put_back
from kasales_xl.files.replace import OpenElsewhere
from kasales_xl.files.whole import CannotWrite, write_whole
from kasales_xl.files.xlsx_in.book import refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.pages.explain.note import TO_FIX, return_note
from kasales_xl.text.findings.sentences import fix, what

if TYPE_CHECKING:
    # the database library is slow to load, and only --history needs it
    from kasales_xl.files.history.store import History

_HISTORY = Text(
    "画走势用的历史：记分卡文件夹、SQLite 文件或数据库地址；只读",
    "The history for the trend: a scorecards folder, a SQLite file or a URL; it is only read",
)
_BOOK = Text("{name}：{file}，要改 {n} 处", "{name}: {file}, {n} to fix")
_SKIPPED = Text("跳过 {file}：{why}", "Skipped {file}: {why}")
_OPEN = Text(
    "{target} 正开着（旁边有 {lock}），关掉再来", "{target} is open ({lock}); close it and come again"
)
_NO_ROOM = Text("{target} 写不进去（{reason}）", "{target} cannot be written ({reason})")
_ITSELF = Text(
    "{out} 就是账簿所在的文件夹，原来的账簿会被盖住。-o 换一个文件夹。",
    "{out} is where the books are; they would be written over. Choose another folder for -o.",
)
_DONE = Text(
    "{n} 本，每本两个文件（账簿和「{to_fix}」），在 {out}，可以直接发给本人。",
    "Returned: {n}, two files each (the book and “{to_fix}”), in {out}, ready to mail.",
)
_SOME_SKIPPED = Text(
    "跳过 {n} 个文件，上面点了名，请找本人要一份好的。",
    "Skipped: {n}, named above; ask for a good copy.",
)


@command("return")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@option(
    "-o", "--output", "out", type=NEW_FOLDER, required=True,
    help=Text("放到哪个文件夹", "Which folder to put them in"),
)  # fmt: skip
@option("--history", "where", metavar="WHERE", help=_HISTORY)
@on_option
@policy_option
@timeout_option
def give_back(
    books: tuple[str, ...],
    out: Path,
    where: str | None,
    on: dt.date,
    policy_file: Path | None,
    timeout: float,
) -> None:
    company, limits = load_policy(policy_file), Limits(timeout)
    for folder in (path if path.is_dir() else path.parent for path in map(Path, books)):
        if folder.resolve() == out.resolve():
            raise Stop(_ITSELF(out=out))
    sources = books_at(books, out, locks=False)
    skipped, copies = 0, not_counted(sources, on=on, company=company, limits=limits)
    with (
        nullcontext() if where is None else history_at(where) as history,
        progress(Text("整理", "Preparing"), shown=len(sources) > 1) as watch,
    ):
        for number, source in enumerate(sources):
            watch(number, len(sources))
            copy = copies.get(source.path)
            if copy is not None:
                # whoever gets two books back goes on in both
                skipped += not _skipped(source, _why([copy]))
            else:
                skipped += not _one(source, out / source.name, on, company, history, limits)
    if skipped:
        tell(_SOME_SKIPPED(n=skipped))
    if skipped < len(sources):
        tell(_DONE(n=len(sources) - skipped, to_fix=TO_FIX, out=out))
    sys.exit(FINDINGS if skipped else FINE)


def _one(
    source: Source,
    target: Path,
    on: dt.date,
    company: Policy | None,
    history: History | None,
    limits: Limits,
) -> bool:
    """One book and its page; says what was done, or why it was skipped. False where it was."""
    try:
        source.check()
        ready = ready_apart(source.path, on, company, history, limits=limits)
        put_back(source.path, target, ready.data, ready.result)
        groups = ready.to_fix()
        note = target.with_name(f"{target.stem} {TO_FIX.pick(ready.card.book.lang)}.txt")
        write_whole(note, _page(ready, target.name))
    except Refused as refused:
        return _skipped(source, _why(refused_book(refused, source.name).findings))
    except NotRead as unread:
        return _skipped(source, _why(unread.findings))
    except OpenElsewhere as error:
        return _skipped(source, _OPEN(target=target, lock=str(error)))
    except CannotWrite as error:
        return _skipped(source, _NO_ROOM(target=error.path, reason=error.reason))
    except Exception as error:
        # our own fault, and no reason for the other books to wait
        return _skipped(source, OUR_FAULT(error=f"{type(error).__name__}: {error}"[:120]))
    name, n = ready.card.seller.name, sum(len(group.findings) for group in groups)
    tell(_BOOK(name=name, file=source.name, n=n))
    return True


def _why(findings: Iterable[Finding]) -> Text:
    return join((join((what(f), fix(f)), Text("。", ". ")) for f in findings), HALVES)


def _page(ready: Ready, file: str) -> bytes:
    """In the book's language, as every Windows editor and phone shows it."""
    lines = return_note(ready.card, ready.to_fix(), file)
    text = "".join(f"{as_line(line, ready.card.book.lang)}\r\n" for line in lines)
    return text.encode("utf-8-sig")


def _skipped(source: Source, why: Text) -> bool:
    tell(click.style(spoken(_SKIPPED(file=source.name, why=why)), fg="red"), err=True)
    return False
