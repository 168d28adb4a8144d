"""``kasales refresh``: the computed values into people's own books, nothing else touched."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import track

from kasales_xl.batch.discover import NothingToRead, Source, discover
from kasales_xl.batch.policies import policy_for
from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, load_policy, on_option, policy_option
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.files.whole import CannotWrite
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.version import __version__

if TYPE_CHECKING:
    # the database library is slow to load, and only --history needs it
    from kasales_xl.files.history.store import History
    from kasales_xl.files.refresh.place import Done, OpenElsewhere


@click.command(
    help=t(
        """把等级、关系、下一步等算好的结果写进账簿；别的一个字也不动，原文件先备份。

        不装插件的人（WPS、手机、预览）打开也能看到结果。加 --history，「我的记分卡」上有走势和变化的原因。

        \b
        例：
          kasales refresh 张三.xlsx
          kasales refresh 账簿文件夹 --history 记分卡
          kasales refresh 张三.xlsx -o 张三_已算.xlsx --policy 公司规则.toml
        """,
        """Write the computed results (levels, tiers, next moves) into account books; nothing else is
        touched, and the old file is kept as a backup.

        People without the add-in see them too. With --history, My scorecard shows the trend and why it
        moved.

        \b
        Examples:
          kasales refresh ann.xlsx
          kasales refresh books --history scorecards
          kasales refresh ann.xlsx -o ann_done.xlsx --policy company.toml
        """,
    )
)
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@click.option(
    "-o",
    "--out",
    "out",
    type=click.Path(path_type=Path),
    help=t(
        "写到别处：一本写成文件，多本写进文件夹；默认改原文件",
        "Write elsewhere: a file for one book, a folder for several; by default the book itself",
    ),
)
@click.option(
    "--history",
    "where",
    metavar="WHERE",
    help=t(
        "画走势用的历史：输出文件夹、SQLite 文件或数据库地址；只读",
        "The history for the trend: an output folder, a SQLite file or a URL; it is only read",
    ),
)
@on_option
@policy_option
@lang_option
def refresh(
    books: tuple[str, ...], out: Path | None, where: str | None, on: dt.date, policy_file: Path | None
) -> None:
    company = load_policy(policy_file)
    sources = _sources(books)
    several = len(sources) > 1 or any(Path(book).is_dir() for book in books)
    failed = 0
    with _history(where) as history:
        for source in _watched(sources):
            target = _target(source, out, several=several)
            failed += not _one(source.path, target, on, company, history)
    if len(sources) > 1:
        click.echo(
            t(
                f"{len(sources)} 本：{len(sources) - failed} 本是最新的，{failed} 本没更新。",
                f"{len(sources)} books: {len(sources) - failed} are up to date, {failed} failed.",
            )
        )
    sys.exit(1 if failed else 0)


def _sources(books: tuple[str, ...]) -> list[Source]:
    """Books, not the lock files beside open ones."""
    try:
        found = [source for source in discover(books) if not source.path.name.startswith("~$")]
        if not found:
            raise NothingToRead(books[0])
    except NothingToRead as error:
        raise click.ClickException(
            t(f"找不到账簿：{error.path}", f"No book found at {error.path}")
        ) from error
    return found


def _target(source: Source, out: Path | None, *, several: bool) -> Path:
    if out is None:
        return source.path
    if several or out.is_dir():
        return out / source.name
    if out.suffix.lower() != source.path.suffix.lower():
        raise click.UsageError(
            t(
                f"文件名要以 {source.path.suffix} 结尾：{out}",
                f"The name must end in {source.path.suffix}: {out}",
            )
        )
    return out


def _watched(sources: list[Source]) -> Iterable[Source]:
    console = Console(stderr=True)
    if len(sources) < 2 or not console.is_terminal:
        return sources
    return track(sources, t("更新", "Refreshing"), console=console, transient=True)


@contextmanager
def _history(where: str | None) -> Iterator[History | None]:
    if where is None:
        with nullcontext():
            yield None
        return
    from kasales_xl.files.history.database import HistoryError
    from kasales_xl.files.history.store import History

    try:
        with History(where) as history:
            history.must_exist()
            yield history
    except HistoryError as error:
        raise click.ClickException(error.say(LANG)) from error


def _one(path: Path, target: Path, on: dt.date, company: Policy | None, history: History | None) -> bool:
    """One book; says what was done, or why nothing was. False where it failed."""
    from kasales_xl.files.refresh.book import refresh_book
    from kasales_xl.files.refresh.place import OpenElsewhere, check_closed, put_back
    from kasales_xl.files.refresh.trend_cells import trend_of
    from kasales_xl.files.xlsx_in.book import file_bytes, read_book_bytes, refused_book
    from kasales_xl.files.xlsx_in.refusal import Refused

    try:
        check_closed(target)
        data = file_bytes(path)
        book = read_book_bytes(data, path.name, on=on)
        if book.seller is None:
            return _failed(path, [f for f in book.findings if f.severity is Severity.REJECT])
        policy, differences = policy_for(book, company)
        past = history.past(snapshot(make_card(book, policy, on), __version__)) if history else None
        trend = trend_of(past) if past else None
        result = refresh_book(data, book, policy=policy, on=on, trend=trend)
        done = put_back(path, target, data, result)
    except Refused as refused:
        return _failed(path, refused_book(refused, path.name).findings)
    except OpenElsewhere as error:
        return _said(path, _open_words(error))
    except CannotWrite as error:
        words = (f"写不进去（{error.reason}）。文件开着的话先关掉", f"cannot be written ({error.reason})")
        return _said(path, t(*words))
    _report(path, done, no_trend=history is not None and trend is None)
    for finding in differences:
        click.echo(f"  {what(finding, LANG)}")
    return True


def _open_words(error: OpenElsewhere) -> str:
    return t(
        f"正开着（旁边有 {error.lock}）。关掉再来；要是没开，删掉这个锁文件",
        f"is open in another program ({error.lock}). Close it; if it isn't open, delete that file",
    )


def _report(path: Path, done: Done, *, no_trend: bool) -> None:
    lines = [f"{path}{t('：', ': ')}{_result_words(done)}"]
    if done.left:
        shown = "、".join(done.left[:3]) if LANG == "zh" else ", ".join(done.left[:3])
        count = len(done.left)
        lines.append(
            t(f"  {count} 格的公式不认得，没动：{shown}", f"  {count} formulas left as they are: {shown}")
        )
    if no_trend:
        lines.append(
            t("  历史里没有更早的评级，走势先不画", "  no earlier scoring in the history: no trend yet")
        )
    click.echo("\n".join(lines))


def _result_words(done: Done) -> str:
    if not done.changed and not done.written:
        return t("已经是最新，没动", "up to date, not touched")
    where = done.kept and t(f"，原文件备份在 {done.kept.name}", f"; the old file is kept as {done.kept.name}")
    there = "" if done.in_place else t(f"，写到 {done.target}", f", written to {done.target}")
    return t(f"更新了 {done.changed} 格", f"{done.changed} cells refreshed") + there + (where or "")


def _failed(path: Path, findings: Iterable[Finding]) -> bool:
    for finding in findings:
        advice = fix(finding, LANG)
        _said(path, what(finding, LANG) + (t("。", ". ") + advice if advice else ""))
    return False


def _said(path: Path, words: str) -> bool:
    head = click.style(t("没更新", "not refreshed"), fg="red", bold=True)
    click.echo(f"{path}{t('：', ': ')}{head}{t('，', ', ')}{words}", err=True)
    return False
