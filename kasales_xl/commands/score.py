"""``kasales score``: scorecards of all teams from a pile of books."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kasales_xl.batch.discover import NothingToRead, discover
from kasales_xl.batch.run import Outcome, Watch, grade
from kasales_xl.batch.run import score as run
from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, load_policy, on_option, policy_option
from kasales_xl.commands.printing import severity_name
from kasales_xl.core.card.policy_effect import effect
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.fields import policy_changes
from kasales_xl.files.whole import writable_folder
from kasales_xl.text.verdicts.progress import effect_line

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History


@click.command(
    help=t(
        """给账簿评级，每个团队出一份记分卡。PATH 可以是文件、文件夹或通配符。

        \b
        写出：OUT/<团队>.xlsx、organisation.xlsx、findings.csv、cards.json
        例：
          kasales score 账簿 -o 记分卡
          kasales score 账簿/华东 账簿/华北/*.xlsx -o 记分卡 --on 2026-06-30
          kasales score 账簿 -o 记分卡 --policy 公司规则.toml --json
          kasales score 账簿 --policy 旧规则.toml --compare 新规则.toml
        """,
        """Grade books and write one scorecard a team. PATH is a file, a folder or a glob.

        \b
        Writes OUT/<team>.xlsx, organisation.xlsx, findings.csv, cards.json
        Examples:
          kasales score books -o scorecards
          kasales score books/east books/north/*.xlsx -o scorecards --on 2026-06-30
          kasales score books -o scorecards --policy company.toml --json
          kasales score books --policy old.toml --compare new.toml
        """,
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    help=t("输出文件夹", "Output folder"),
)
@on_option
@policy_option
@click.option(
    "--compare",
    "compare_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=t(
        "换成这份规则，谁的等级会变；只看，不写文件", "Whose level this policy would change; writes nothing"
    ),
)
@click.option(
    "--history",
    "where",
    metavar="URL",
    help=t(
        "历史库：文件或数据库地址；默认在输出文件夹里",
        "History: file or URL; in the output folder by default",
    ),
)
@click.option("--no-history", is_flag=True, help=t("不看也不记历史", "Neither read nor keep a history"))
@click.option("--json", "as_json", is_flag=True, help=t("把结果摘要打印成 JSON", "Print the summary as JSON"))
@lang_option
def score(
    paths: tuple[str, ...],
    out: Path | None,
    on: dt.date,
    policy_file: Path | None,
    compare_file: Path | None,
    where: str | None,
    no_history: bool,
    as_json: bool,
) -> None:
    company = load_policy(policy_file)
    if compare_file is not None:
        print_comparison(paths, on, company, load_policy(compare_file) or DEFAULT_POLICY)
        return
    if out is None:
        raise click.UsageError(t("少了 -o：记分卡写到哪个文件夹？", "-o is missing: where to?"))
    _something_to_read(paths, out)
    if where is None:
        writable_folder(out)
    with history_at(None if no_history else where or out) as history:
        outcome = run_scoring(paths, out, on, company, quiet=as_json, history=history)
        kept = history.where if history else ""
    if as_json:
        click.echo(json.dumps(_summary(outcome), ensure_ascii=False))
    else:
        print_outcome(outcome)
        if kept:
            click.echo(
                t(f"历史：新增 {outcome.remembered} 个快照，", f"History: {outcome.remembered} new, ") + kept
            )
    sys.exit(0 if outcome.sellers else 1)


@contextmanager
def history_at(where: str | Path | None) -> Iterator[History | None]:
    """The history, proven to be writable before any work; None where none is wanted. A history that
    cannot be used ends the command."""
    if where is None:
        yield None
        return
    from kasales_xl.files.history.database import WAY_OUT, HistoryError
    from kasales_xl.files.history.store import open_history

    try:
        with open_history(where) as history:
            yield history
    except HistoryError as error:
        raise click.ClickException(error.say(LANG) + t(*WAY_OUT)) from error


def print_comparison(paths: tuple[str, ...], on: dt.date, company: Policy | None, new: Policy) -> None:
    """Whose level and tiers another policy would change; nothing is written."""
    try:
        cards = grade(paths, on=on, company=company)
    except NothingToRead as error:
        raise _nothing(error) from error
    click.echo(_rules(cards, new))
    effects = [effect(card, make_card(card.book, new, on)) for card in cards]
    for found in (e for e in effects if e.any):
        click.echo(effect_line(found).pick(LANG))
    up, down = (sum(e.direction == way for e in effects) for way in (1, -1))
    same = len(effects) - up - down
    click.echo(
        t(
            f"{len(effects)} 位销售：{up} 位会升，{down} 位会降，{same} 位等级不变。",
            f"{len(effects)} sellers: {up} would rise, {down} would fall, {same} keep their level.",
        )
    )


def _something_to_read(paths: tuple[str, ...], out: Path) -> None:
    """A mistyped path ends the command before a folder or a history is made."""
    try:
        discover(paths, out)
    except NothingToRead as error:
        raise _nothing(error) from error


def _rules(cards: list[SellerCard], new: Policy) -> str:
    """``规则 2026 · 648d3f3c → 2027 · 5f287721，不同 3 项``: from what to what is compared."""
    olds = {card.policy.fingerprint: card.policy for card in cards}
    if len(olds) != 1:
        return t(f"规则：各人账簿里的 → {new.title}", f"Policy: each book's own → {new.title}")
    (old,) = olds.values()
    n = len(policy_changes(old, new))
    return t(f"规则 {old.title} → {new.title}，不同 {n} 项", f"Policy {old.title} → {new.title}, {n} changed")


def _nothing(error: NothingToRead) -> click.ClickException:
    return click.ClickException(
        t(
            f"{error.path} 里没有账簿。路径对吗？账簿是 .xlsx 文件。",
            f"No book found at {error.path}. Is the path right? Books are .xlsx files.",
        )
    )


def run_scoring(
    paths: tuple[str, ...],
    out: Path,
    on: dt.date,
    company: Policy | None,
    quiet: bool = False,
    history: History | None = None,
) -> Outcome:
    """Score with a progress bar on standard error; ends the command where there is nothing to read."""
    console = Console(stderr=True)
    columns = (TextColumn(t("评级", "Grading")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = not quiet and console.is_terminal
    try:
        with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
            return run(paths, out, on=on, company=company, lang=LANG, watch=_watch(bar), history=history)
    except NothingToRead as error:
        raise _nothing(error) from error


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
        "remembered": outcome.remembered,
        "rejected": outcome.rejected,
        "written": [str(path) for path in outcome.written],
    }
