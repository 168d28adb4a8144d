"""``kasales history``: show, export, check and thin out the snapshots of past scorings."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import Day, lang_option, today
from kasales_xl.core.history.progress import compare
from kasales_xl.core.names import NameIndex
from kasales_xl.core.policy import edition_title
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.files.whole import whole_file
from kasales_xl.text.verdicts.progress import progress_lines

if TYPE_CHECKING:
    # the database library is slow to load, and most commands need none
    from kasales_xl.files.history.rows import Point
    from kasales_xl.files.history.store import History


#: How many sellers are named where none fits.
_SOME = 5


@click.group(
    "history",
    help=t(
        """历史：每次评级留下的快照。WHERE 是输出文件夹、SQLite 文件或数据库地址。

        \b
        例：
          kasales history show 记分卡
          kasales history show 记分卡 --seller S001
          kasales history export 记分卡 -o 历史.jsonl
          kasales history prune 记分卡 --before 2025-01-01 --yes
        """,
        """The history: a snapshot of every scoring. WHERE is an output folder, a SQLite file or a URL.

        \b
        Examples:
          kasales history show scorecards
          kasales history show scorecards --seller S001
          kasales history export scorecards -o history.jsonl
          kasales history prune scorecards --before 2025-01-01 --yes
        """,
    ),
)
def history_group() -> None:
    pass


@contextmanager
def _opened(where: str) -> Iterator[History]:
    from kasales_xl.files.history.database import HistoryError
    from kasales_xl.files.history.store import History

    try:
        with History(where) as history:
            history.must_exist()
            yield history
    except HistoryError as error:
        raise click.ClickException(error.say(LANG)) from error


@history_group.command(
    "show", help=t("每人最近一次；加 --seller 看一个人", "The latest of each, or one seller")
)
@click.argument("where")
@click.option("--seller", "seller_id", help=t("销售编号或姓名", "Seller by ID or name"))
@lang_option
def show(where: str, seller_id: str | None) -> None:
    with _opened(where) as history:
        points = _of_one(history, seller_id) if seller_id else history.sellers()
        if not points:
            raise click.ClickException(t("还没有快照", "no snapshots yet"))
        Console().print(_table(points, by_day=bool(seller_id)))
        if seller_id:
            _changes(history, points)


def _of_one(history: History, wanted: str) -> tuple[Point, ...]:
    """By ID, or by a name that is one seller's alone."""
    everybody = history.sellers()
    sellers = NameIndex((point.seller_id, point.name, point) for point in everybody)
    one, namesakes = sellers.find(wanted), sellers.namesakes(wanted)
    if one is not None:
        return history.series(one.seller_id)
    known = "、".join(f"{point.name} ({point.seller_id})" for point in namesakes or everybody[:_SOME])
    if namesakes:
        raise click.ClickException(
            t(
                f"叫这个名字的有 {len(namesakes)} 位，写编号：{known}",
                f"several have this name; give the ID: {known}",
            )
        )
    more = "…" if len(everybody) > _SOME else ""
    raise click.ClickException(
        t(f"历史里没有这位销售。有：{known}{more}", f"no such seller; there are: {known}{more}")
    )


def _table(points: tuple[Point, ...], *, by_day: bool) -> Table:
    table = Table()
    table.add_column(t("日期", "Day"), no_wrap=True)
    for head in () if by_day else (t("编号", "ID"), t("姓名", "Name"), t("团队", "Team")):
        table.add_column(head, overflow="fold")
    ladders = t("客户/五维", "Accounts/grades")
    for head in (t("等级", "Level"), ladders, t("进度", "Progress"), _counts_head(), t("规则", "Policy")):
        table.add_column(head, overflow="fold")
    for point in points:
        table.add_row(
            str(point.on),
            *(() if by_day else (point.seller_id, point.name, point.team)),
            point.level.label(LANG),
            f"{point.accounts_level.label(LANG)}/{point.capability_level.label(LANG)}",
            f"{point.progress:.0%}",
            "/".join(str(count) for count in point.counts),
            edition_title(point.edition, point.policy),
        )
    return table


def _counts_head() -> str:
    return "/".join(tier.label(LANG) for tier in SLOT_TIERS)


def _changes(history: History, points: tuple[Point, ...]) -> None:
    """Against the step before, and against the best day where that is another."""
    now = history.load(points[-1].key)
    before = history.load(points[-2].key) if len(points) > 1 else None
    best = history.best(points[-1].seller_id)
    if now is None:
        return
    if before is not None:
        click.echo("\n".join(line.pick(LANG) for line in progress_lines(compare(now, before))))
    if best is not None and best.on not in (now.on, before.on if before else None):
        click.echo(t("和最好的一次比：", "Against the best:"))
        click.echo("\n".join(line.pick(LANG) for line in progress_lines(compare(now, best))))


@history_group.command("export", help=t("一行一个快照的 JSON", "One snapshot a line, as JSON"))
@click.argument("where")
@click.option("-o", "--output", type=click.Path(path_type=Path), help=t("写到哪里", "Where to"))
@lang_option
def export_history(where: str, output: Path | None) -> None:
    from kasales_xl.files.history.upkeep import export

    with _opened(where) as history:
        if output is None:
            for line in export(history):
                click.echo(line)
            return
        with whole_file(output) as temporary, temporary.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in export(history))
    click.echo(t(f"已写到 {output}", f"written to {output}"))


@history_group.command(
    "verify", help=t("逐个核对快照，有问题退出码为 1", "Check every snapshot; exit 1 on problems")
)
@click.argument("where")
@lang_option
def verify_history(where: str) -> None:
    from kasales_xl.files.history.upkeep import verify

    with _opened(where) as history:
        count, problems = verify(history)
    for problem in problems:
        click.echo(problem.say(LANG))
    click.echo(t(f"{count} 个快照，{len(problems)} 个问题", f"{count} snapshots, {len(problems)} problems"))
    sys.exit(1 if problems else 0)


@history_group.command(
    "prune",
    help=t(
        "删掉旧快照；每人最好和最近的总会留下",
        "Remove old snapshots; each seller's best and last always stay",
    ),
)
@click.argument("where")
@click.option("--before", type=Day(), required=True, help=t("删这一天以前的", "Those of earlier days"))
@click.option(
    "--yes", is_flag=True, help=t("真的删；不加只列出来", "Really remove; without it they are listed")
)
@lang_option
def prune_history(where: str, before: dt.date, yes: bool) -> None:
    from kasales_xl.files.history.upkeep import prune

    if before > today():
        raise click.BadParameter(t("这一天还没到", "that day is yet to come"), param_hint="'--before'")
    with _opened(where) as history:
        gone = prune(history, before=before, really=yes).snapshots
    for point in gone:
        click.echo(f"{point.on} {point.seller_id} {point.name} {point.level.label(LANG)}")
    n = len(gone)
    done = (
        t(f"删了 {n} 个", f"{n} removed")
        if yes
        else t(f"会删 {n} 个，加 --yes 执行", f"{n} would go; add --yes")
    )
    click.echo(done)
