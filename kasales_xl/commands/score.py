"""``kasales score``: scorecards of all teams from a pile of books."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kasales_xl.batch.discover import NothingToRead
from kasales_xl.batch.run import Outcome, Watch
from kasales_xl.batch.run import score as run
from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, load_policy, on_option, policy_option
from kasales_xl.commands.printing import severity_name
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import Policy


@click.command(
    help=t(
        """给账簿评级，每个团队出一份记分卡。PATH 可以是文件、文件夹或通配符。

        \b
        写出：OUT/<团队>.xlsx、organisation.xlsx、findings.csv、cards.json
        例：
          kasales score 账簿 -o 记分卡
          kasales score 账簿/华东 账簿/华北/*.xlsx -o 记分卡 --on 2026-06-30
          kasales score 账簿 -o 记分卡 --policy 公司规则.toml --json
        """,
        """Grade books and write one scorecard a team. PATH is a file, a folder or a glob.

        \b
        Writes OUT/<team>.xlsx, organisation.xlsx, findings.csv, cards.json
        Examples:
          kasales score books -o scorecards
          kasales score books/east books/north/*.xlsx -o scorecards --on 2026-06-30
          kasales score books -o scorecards --policy company.toml --json
        """,
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help=t("输出文件夹", "Output folder"),
)
@on_option
@policy_option
@click.option("--json", "as_json", is_flag=True, help=t("把结果摘要打印成 JSON", "Print the summary as JSON"))
@lang_option
def score(paths: tuple[str, ...], out: Path, on: dt.date, policy_file: Path | None, as_json: bool) -> None:
    outcome = run_scoring(paths, out, on, load_policy(policy_file), quiet=as_json)
    if as_json:
        click.echo(json.dumps(_summary(outcome), ensure_ascii=False))
    else:
        print_outcome(outcome)
    sys.exit(0 if outcome.sellers else 1)


def run_scoring(
    paths: tuple[str, ...], out: Path, on: dt.date, company: Policy | None, quiet: bool = False
) -> Outcome:
    """Score with a progress bar on standard error; ends the command where there is nothing to read."""
    console = Console(stderr=True)
    columns = (TextColumn(t("评级", "Grading")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(
            *columns, console=console, transient=True, disable=quiet or not console.is_terminal
        ) as bar:
            return run(paths, out, on=on, company=company, lang=LANG, watch=_watch(bar))
    except NothingToRead as error:
        raise click.ClickException(
            t(
                f"{error.path} 里没有账簿。路径对吗？账簿是 .xlsx 文件。",
                f"No book found at {error.path}. Is the path right? Books are .xlsx files.",
            )
        ) from error


def _watch(bar: Progress) -> Watch:
    task = bar.add_task("", total=None)

    def watch(done: int, total: int, name: str) -> None:
        bar.update(task, completed=done, total=total)

    return watch


def print_outcome(outcome: Outcome) -> None:
    """What was graded, what was left out, what was written."""
    click.echo(
        t(
            f"读了 {outcome.files} 个文件，评了 {outcome.sellers} 位销售、{outcome.teams} 个团队。",
            f"Read {outcome.files} files, graded {outcome.sellers} sellers in {outcome.teams} teams.",
        )
    )
    for name in outcome.rejected:
        click.echo(click.style(t(f"没收：{name}", f"Left out: {name}"), fg="red"))
    counts = [f"{severity_name(s)} {outcome.findings[s.value]}" for s in reversed(Severity)]
    click.echo(t("数据问题：", "Findings: ") + " · ".join(counts))
    for path in outcome.written:
        click.echo(f"  {path}")


def _summary(outcome: Outcome) -> dict[str, object]:
    return {
        "files": outcome.files,
        "sellers": outcome.sellers,
        "teams": outcome.teams,
        "findings": outcome.findings,
        "rejected": outcome.rejected,
        "written": [str(path) for path in outcome.written],
    }
