"""``kasales cache``: what earlier runs remember of books that have not changed."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import click

from kasales_xl.batch.cache.place import VARIABLE, cache_folder, secret
from kasales_xl.batch.cache.store import FILE, Store, connect, damaged, drop, held, shrink
from kasales_xl.commands.terminal.declaring import Group, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, tell
from kasales_xl.core.text import Text
from kasales_xl.text.commands import HELPS
from kasales_xl.text.subcommands import SUBHELPS

_MEGABYTE = 1 << 20
NOTHING_KEPT = Text(
    "还没有缓存（{folder}）。评一次级就有了。", "There is no cache yet ({folder}). Scoring once makes one."
)
UNUSABLE = Text(
    "缓存用不了（{folder}）：{why}。删掉这个文件夹就好，里面没有丢不起的东西。",
    "The cache cannot be used ({folder}): {why}. Delete the folder: nothing in it is lost for good.",
)
cache_group = Group("cache", help=HELPS["cache"])


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    """Ends the command where there is no cache, or none that can be used."""
    folder = cache_folder()
    if not (folder / FILE).is_file():
        tell(NOTHING_KEPT(folder=folder))
        sys.exit(FINE)
    try:
        # what is damaged as a whole is made anew
        Store(folder, secret()).close()
        with closing(connect(folder / FILE)) as connection:
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise Stop(UNUSABLE(folder=folder, why=str(error))) from error


@cache_group.command("show", help=SUBHELPS["cache show"])
def show_cache() -> None:
    with _opened() as connection:
        kept = held(connection)
    words = Text(
        "{folder}\n记得 {read} 本账簿的内容、{book} 份评级结果、{team} 份团队记分卡，共 {size} MB。"
        "换地方：设环境变量 {variable}。",
        "{folder}\nRemembers the cells of {read} books, {book} gradings and {team} team workbooks, {size} MB "
        "in all. To move it set {variable}.",
    )
    counts = {kind: kept.entries.get(kind, 0) for kind in ("read", "book", "team")}
    size = -(-kept.size // _MEGABYTE)
    tell(words(folder=cache_folder(), size=size, variable=VARIABLE, **counts))


@cache_group.command("verify", help=SUBHELPS["cache verify"])
def verify_cache() -> None:
    with _opened() as connection:
        entries = sum(held(connection).entries.values())
        bad = list(damaged(connection, secret()))
        drop(connection, bad)
    if bad:
        words = Text(
            "{n} 条里有 {bad} 条对不上，已经去掉；那几本下次重读。",
            "Of {n} entries {bad} are not what was put there. They are gone; those books will be read again.",
        )
        tell(words(n=entries, bad=len(bad)))
    else:
        tell(Text("{n} 条都对得上。", "All {n} entries are whole.")(n=entries))
    sys.exit(FINDINGS if bad else FINE)


@cache_group.command("prune", help=SUBHELPS["cache prune"])
@option(
    "--to",
    "megabytes",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="MB",
    help=Text("留下多少，最久没用的先去掉", "How much stays; what was not used for longest goes first"),
)
def prune_cache(megabytes: int) -> None:
    with _opened() as connection:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            gone = shrink(connection, megabytes * _MEGABYTE)
        connection.execute("VACUUM")
        left = -(-held(connection).size // _MEGABYTE)
    tell(Text("去掉了 {n} 条，还剩 {left} MB。", "{n} entries removed, {left} MB left.")(n=gone, left=left))
