"""``kasales refresh``: the computed values into people's own books, nothing else touched."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from pathlib import Path

import click

from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.bring_up import Job, bring_up, out_option
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.options import (
    history_at,
    load_policy,
    on_option,
    policy_option,
    timeout_option,
)
from kasales_xl.core.text import Text


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
@on_option
@policy_option
@timeout_option
def refresh(
    books: tuple[str, ...],
    out: Path | None,
    where: str | None,
    on: dt.date,
    policy_file: Path | None,
    timeout: float,
) -> None:
    with nullcontext() if where is None else history_at(where) as history:
        job = Job(on, load_policy(policy_file), history, limits=Limits(timeout))
        bring_up(books, out, job, doing=Text("更新", "Refreshing"))
