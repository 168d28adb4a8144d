"""``kasales upgrade`` and ``kasales repair``: books in a fresh template, every typed cell carried over."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kasales_xl.batch.one_book.refreshing import Renewing
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.bringing_up.many import bring_up, out_option
from kasales_xl.commands.bringing_up.one import Job
from kasales_xl.commands.terminal.declaring import command
from kasales_xl.commands.terminal.options import load_policy, on_option, policy_option, timeout_option
from kasales_xl.core.text import Text


@command("upgrade")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@out_option
@on_option
@policy_option
@timeout_option
def upgrade(
    books: tuple[str, ...], out: Path | None, on: dt.date, policy_file: Path | None, timeout: float
) -> None:
    job = Job(on, load_policy(policy_file), limits=Limits(timeout), only_older=True)
    bring_up(books, out, job, doing=Text("升级", "Upgrading"))


@command("repair")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@out_option
@on_option
@policy_option
@timeout_option
def repair(
    books: tuple[str, ...], out: Path | None, on: dt.date, policy_file: Path | None, timeout: float
) -> None:
    job = Job(on, load_policy(policy_file), limits=Limits(timeout), renewing=Renewing.EVERY)
    bring_up(books, out, job, doing=Text("修复", "Repairing"))
