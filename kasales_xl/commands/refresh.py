"""``kasales refresh``: the computed values into people's own books, nothing else touched."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from pathlib import Path

import click
from click.core import ParameterSource

from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.bringing_up.many import bring_up, out_option
from kasales_xl.commands.bringing_up.one import Job
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.language import spoken
from kasales_xl.commands.terminal.options import (
    history_at,
    load_policy,
    on_option,
    policy_option,
    timeout_option,
)
from kasales_xl.core.text import Text
from kasales_xl.functions.spelling import HOSTS, Host


@command("refresh")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@out_option
@option(
    "--history",
    "where",
    metavar="WHERE",
    help=Text(
        "画走势用的历史：输出文件夹、SQLite 文件或数据库地址；只读",
        "The history for the trend: an output folder, a SQLite file or a URL; it is only read",
    ),
)
@option(
    "--watch",
    is_flag=True,
    help=Text(
        "守着文件夹：账簿一保存就更新，直到按 Ctrl+C",
        "Stay and refresh each book of the folder as it is saved, until Ctrl+C",
    ),
)
@option(
    "--copies",
    type=click.IntRange(1, 1000),
    default=5,
    show_default=True,
    help=Text(
        "守着时每本留几份备份，旧的先删",
        "While watching: how many copies of a book to keep, the oldest go",
    ),
)
@option(
    "--polling",
    is_flag=True,
    help=Text(
        "守着网络盘或同步盘时用：隔一秒看一次",
        "While watching a network or cloud drive: look every second instead of waiting for reports",
    ),
)
@option(
    "--host",
    type=click.Choice(HOSTS),
    help=Text(
        "接下来用哪种 Excel 打开：office 加载项、装了 Python 的 Excel（xlwings）、LibreOffice（calc）；"
        "只换公式里函数的写法",
        "What opens the book next: the Office add-in, Excel with Python (xlwings), LibreOffice (calc); only "
        "the spelling of our functions changes",
    ),
)
@on_option
@policy_option
@timeout_option
@click.pass_context
def refresh(
    context: click.Context,
    books: tuple[str, ...],
    out: Path | None,
    where: str | None,
    watch: bool,
    copies: int,
    polling: bool,
    host: Host | None,
    on: dt.date,
    policy_file: Path | None,
    timeout: float,
) -> None:
    with nullcontext() if where is None else history_at(where) as history:
        job = Job(on, load_policy(policy_file), history, limits=Limits(timeout), host=host)
        if watch:
            from kasales_xl.commands.bringing_up.watching import Watching
            from kasales_xl.commands.bringing_up.watching import watch as watch_books

            if out is not None:
                raise click.UsageError(spoken(_NO_OUT))
            given = context.get_parameter_source("on") is ParameterSource.COMMANDLINE
            watch_books(books, job, Watching(on if given else None, copies, polling))
        bring_up(books, out, job, doing=Text("更新", "Refreshing"))


_NO_OUT = Text(
    "--watch 只更新原处的账簿，不能和 -o 一起用", "--watch refreshes books where they are; leave -o out"
)
