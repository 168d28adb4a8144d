"""``kasales history``: show, export, check and thin out the snapshots of past scorings."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.commands.terminal.declaring import Group, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import (
    DAY,
    FILE,
    NEW_FILE,
    NEW_FOLDER,
    day,
    history_at,
    load_policy,
    today,
)
from kasales_xl.commands.terminal.printing import print_table
from kasales_xl.core.exact import percent
from kasales_xl.core.history.causes import compare
from kasales_xl.core.names import NameIndex
from kasales_xl.core.policy import DEFAULT_POLICY, edition_title
from kasales_xl.core.terms import Level
from kasales_xl.core.text import Text, same
from kasales_xl.files.whole import whole_file
from kasales_xl.text.commands import HELPS
from kasales_xl.text.subcommands import SUBHELPS
from kasales_xl.text.verdicts.progress import progress_lines

if TYPE_CHECKING:
    # the database library is slow to load, and the help of a command needs none
    from kasales_xl.files.history.rows import Point
    from kasales_xl.files.history.store import History

#: How many sellers are named where none fits.
_SOME = 5
_DAY, _ID, _NAME, _TEAM = Text("日期", "Day"), Text("编号", "ID"), Text("姓名", "Name"), Text("团队", "Team")
_SELLERS = Text("销售", "Sellers")
_LEVEL, _PROGRESS = Text("等级", "Level"), Text("进度", "Progress")
_SIDES, _COUNTS = Text("客户/五维", "Accounts/\ngrades"), Text("强/中级/初级", "Strong/\nmid/\njunior")
_POLICY = Text("规则", "Policy")
_DEFAULT = Text("默认规则", "the default")
history_group = Group("history", help=HELPS["history"])


@history_group.command("show", help=SUBHELPS["history show"])
@click.argument("where")
@option("--seller", "seller_id", help=Text("销售编号或姓名", "Seller by ID or name"))
def show(where: str, seller_id: str | None) -> None:
    with history_at(where) as history:
        points = _of_one(history, seller_id) if seller_id else history.sellers()
        if not points:
            raise Stop(Text("还没有快照", "There are no snapshots yet"))
        _print_points(points, by_day=bool(seller_id))
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
        words = Text("叫这个名字的有 {n} 位，写编号：{known}", "Several have this name; give the ID: {known}")
        raise Stop(words(n=len(namesakes), known=known))
    more = "…" if len(everybody) > _SOME else ""
    words = Text("历史里没有这位销售。有：{known}{more}", "No such seller; there are: {known}{more}")
    raise Stop(words(known=known, more=more))


def _print_points(points: tuple[Point, ...], *, by_day: bool) -> None:
    """by_day: they are one seller's. The policy stands below where it is one for all."""
    lang = language()
    policies = {policy_name(point) for point in points}
    head = [_DAY, *(() if by_day else (_ID, _NAME, _TEAM)), _LEVEL, *((_SIDES,) if by_day else ())]
    head += [_PROGRESS, _COUNTS, *((_POLICY,) if len(policies) > 1 else ())]
    rows = (
        (
            str(point.on),
            *(() if by_day else (point.seller_id, point.name, point.team)),
            point.level.label(lang),
            *((_sides(point),) if by_day else ()),
            percent(point.progress),
            "/".join(str(count) for count in point.counts),
            *((policy_name(point),) if len(policies) > 1 else ()),
        )
        for point in points
    )
    print_table(head, rows, folding=(_NAME, _TEAM))
    if len(policies) == 1:
        tell(Text("规则：{policy}", "Policy: {policy}")(policy=policies.pop()))


def _sides(point: Point) -> str:
    """What the accounts and what the five dimensions give."""
    accounts, grades = (level.label(language()) for level in (point.accounts_level, point.capability_level))
    return f"{accounts}/\n{grades}" if language() == "en" else f"{accounts}/{grades}"


def policy_name(point: Point) -> str:
    """Edition and fingerprint, as people read them."""
    edition = point.edition if point.edition != DEFAULT_POLICY.edition else spoken(_DEFAULT)
    return edition_title(edition, point.policy)


def _changes(history: History, points: tuple[Point, ...]) -> None:
    """Against the step before, and against the best day where that is another."""
    now = history.load(points[-1].key)
    before = history.load(points[-2].key) if len(points) > 1 else None
    best = history.best(points[-1].seller_id)
    if now is None:
        return
    if before is not None:
        click.echo("\n".join(map(spoken, progress_lines(compare(now, before)))))
    if best is not None and best.on not in (now.on, before.on if before else None):
        tell(Text("和最好的一次比：", "Against the best:"))
        click.echo("\n".join(map(spoken, progress_lines(compare(now, best)))))


@history_group.command("export", help=SUBHELPS["history export"])
@click.argument("where")
@option("-o", "--output", type=NEW_FILE, help=Text("写到哪里", "Where to"))
@option(
    "--parquet",
    type=NEW_FOLDER,
    metavar="FOLDER",
    help=Text(
        "写成 Parquet 表，放进这个文件夹，给分析工具用", "Parquet tables in this folder, for analysis tools"
    ),
)
def export_history(where: str, output: Path | None, parquet: Path | None) -> None:
    from kasales_xl.files.history.upkeep import export

    if parquet is not None:
        if output is not None:
            raise click.UsageError(spoken(Text("-o 和 --parquet 只写一个", "Either -o or --parquet")))
        _export_parquet(where, parquet)
        return
    with history_at(where) as history:
        if output is None:
            for line in export(history):
                click.echo(line)
            return
        with whole_file(output) as temporary, temporary.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in export(history))
    tell(Text("已写到 {file}", "Written to {file}")(file=output))


def _export_parquet(where: str, folder: Path) -> None:
    from kasales_xl.files.history.parquet import NotInstalled, export_parquet

    with history_at(where) as history:
        folder.mkdir(exist_ok=True)
        try:
            written = export_parquet(history, folder)
        except NotInstalled as error:
            raise Stop(error.text) from error
    for file, rows in written:
        tell(Text("已写到 {file}（{n} 行）", "Written to {file} ({n} {n:row|rows})")(file=file, n=rows))


@history_group.command("trend", help=SUBHELPS["history trend"])
@click.argument("where")
@option(
    "--last",
    type=click.IntRange(min=1),
    default=12,
    show_default=True,
    metavar="N",
    help=Text("只看最近几次", "Only so many days, the latest"),
)
def show_trend(where: str, last: int) -> None:
    with history_at(where) as history:
        days = history.organisation()
    if not days:
        raise Stop(Text("还没有快照", "There are no snapshots yet"))
    lang = language()
    head = [_DAY, _SELLERS, *(same(level.label(lang)) for level in Level), _COUNTS]
    rows = (
        (
            str(day.on),
            str(day.sellers),
            *(str(day.levels.get(level, 0)) for level in Level),
            "/".join(str(count) for count in day.counts),
        )
        for day in days[-last:]
    )
    print_table(head, rows)
    if len(days) > last:
        words = Text("共 {n} 次，上面是最近 {last} 次", "{n} days in all; above the latest {last}")
        tell(words(n=len(days), last=last))


@history_group.command("verify", help=SUBHELPS["history verify"])
@click.argument("where")
def verify_history(where: str) -> None:
    from kasales_xl.files.history.upkeep import verify

    with history_at(where) as history:
        count, problems = verify(history)
    for problem in problems:
        tell(problem.text)
    words = Text("{n} 个快照，{problems} 个问题", "{n} snapshots, {problems} problems")
    tell(words(n=count, problems=len(problems)))
    sys.exit(FINDINGS if problems else FINE)


@history_group.command("prune", help=SUBHELPS["history prune"])
@click.argument("where")
@option(
    "--before", type=day, metavar=DAY, required=True, help=Text("删这一天以前的", "Those of earlier days")
)
@option("--yes", is_flag=True, help=Text("真的删；不加只列出来", "Really remove; without it they are listed"))
def prune_history(where: str, before: dt.date, yes: bool) -> None:
    from kasales_xl.files.history.upkeep import prune

    if before > today():
        words = Text("这一天还没到", "That day is yet to come")
        raise click.BadParameter(spoken(words), param_hint="'--before'")
    with history_at(where) as history:
        gone = prune(history, before=before, really=yes)
    for point in gone:
        tell(f"{point.on} {point.seller_id} {point.name} {spoken(point.level)}")
    done = Text("删了 {n} 个", "{n} removed")
    planned = Text("会删 {n} 个，加 --yes 执行", "{n} would go; add --yes")
    tell((done if yes else planned)(n=len(gone)))


@history_group.command("forecast", help=SUBHELPS["history forecast"])
@click.argument("where")
@option("-o", "--output", type=NEW_FILE, help=Text("也写成 .xlsx", "Write it as .xlsx, too"))
@option("--policy", "policy_file", type=FILE, help=Text("公司规则（.toml）", "The company's policy (.toml)"))
@option(
    "--stages-to",
    type=NEW_FILE,
    help=Text("把公司自己的阶段把握写成规则文件", "Write the company's own stage chances as a policy file"),
)
def forecast_history(
    where: str, output: Path | None, policy_file: Path | None, stages_to: Path | None
) -> None:
    from kasales_xl.commands.terminal.forecasting import print_forecast, write_forecast, write_stages
    from kasales_xl.files.history.foretold import foretold_by

    policy = load_policy(policy_file)
    with history_at(where) as history:
        told, company, latest = foretold_by(history, policy)
    if latest is None:
        raise Stop(Text("还没有快照", "There are no snapshots yet"))
    print_forecast(told, company)
    if output is not None:
        write_forecast(told, company, latest, output)
    if stages_to is not None:
        write_stages(told, company, stages_to)
