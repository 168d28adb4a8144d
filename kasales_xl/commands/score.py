"""``kasales score``: scorecards of all teams from a pile of books."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.batch.cache.place import cache_folder
from kasales_xl.batch.engines.opening import CLUSTER, ClusterError
from kasales_xl.batch.options import OLD_AFTER, RunOptions
from kasales_xl.batch.output.writing import USUAL
from kasales_xl.batch.run import Outcome, grade
from kasales_xl.batch.run import score as write_scorecards
from kasales_xl.batch.sources.discover import NothingToRead, discover
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import (
    NEW_FOLDER,
    POLICY,
    READ_FILE,
    history_at,
    jobs_option,
    load_policy,
    on_option,
    policy_option,
    timeout_option,
)
from kasales_xl.commands.terminal.outcome import summary, tell_outcome
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.card.policy_effect import effect
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.editions import FIRST
from kasales_xl.core.policy.fields import policy_changes
from kasales_xl.core.text import Text, join, same
from kasales_xl.files.cards_json.write import NEWEST, VERSIONS
from kasales_xl.files.libreoffice.convert import CannotConvert
from kasales_xl.files.outputs.staged import ready
from kasales_xl.files.pictures.cannot_draw import CannotDraw
from kasales_xl.files.roster import RosterError, read_roster
from kasales_xl.pages.workbooks import Sheets
from kasales_xl.text.verdicts.policy import NOT_BROUGHT_BACK
from kasales_xl.text.verdicts.progress import effect_line

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History


NOT_COMPARED = Text(
    "没比的 {n} 个文件：{names}。为什么，看 kasales check",
    "Not compared, {n} {n:file|files}: {names}. kasales check says why",
)


def cluster(value: str) -> str:
    """``dask://host:port``."""
    if value and not (value.startswith(CLUSTER) and value.removeprefix(CLUSTER).strip("/")):
        words = Text("写成 dask://HOST:8786", "Write it as dask://host:8786")
        raise click.BadParameter(spoken(words))
    return value


@command("score")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@option(
    "-o",
    "--output",
    "out",
    type=NEW_FOLDER,
    help=Text("输出文件夹", "Output folder"),
)
@on_option
@policy_option
@option(
    "--compare",
    "compare_file",
    type=POLICY,
    is_flag=False,
    flag_value=DEFAULT_POLICY.edition,
    metavar="[FILE]",
    help=Text(
        "换成这份规则（不写就是现在的默认规则），谁的等级会变；只看，不写文件",
        "Whose level this policy would change (today's default where none is named); writes nothing",
    ),
)
@option(
    "--history",
    "where",
    metavar="URL",
    help=Text(
        "历史库：文件或数据库地址；默认在输出文件夹里",
        "History: file or URL; in the output folder by default",
    ),
)
@option("--no-history", is_flag=True, help=Text("不看也不记历史", "Neither read nor keep a history"))
@option(
    "--roster",
    type=READ_FILE,
    help=Text(
        "名单（csv 或 xlsx）：谁没交、交了几本、交的是旧的",
        "The roster (csv or xlsx): who sent nothing, several books, an old one",
    ),
)
@option(
    "--redact",
    is_flag=True,
    help=Text(
        "记分卡里不写客户联系人的名字，换成代号", "Contacts under code names in everything that is written"
    ),
)
@option(
    "--cards",
    type=click.IntRange(min(VERSIONS), NEWEST),
    default=NEWEST,
    show_default=True,
    metavar="N",
    help=Text("cards.json 写成哪一版", "Which version of cards.json to write"),
)
@option(
    "--old-after",
    type=click.IntRange(min=1),
    default=OLD_AFTER,
    show_default=True,
    metavar="DAYS",
    help=Text("账簿多少天没保存就算旧的", "Days without a save after which a book is an old one"),
)
@option(
    "--details",
    is_flag=True,
    help=Text(
        "每人再加一份五维明细，团队再加全部清单（客户、商机、人脉、支持、数据问题……）",
        "Add a second page a seller and every list of the team (accounts, deals, people, support, findings)",
    ),
)
@option(
    "--plans",
    is_flag=True,
    help=Text(
        "每家大客户再加一页经营计划（关系图、差距、下一步、商机）",
        "Add a page a key account: map, gap, next moves, deals",
    ),
)
@option(
    "--ranking",
    is_flag=True,
    help=Text(
        "团队一览按等级从高到低排；默认按编号，不排名",
        "The team's index from the highest level down; by default in order of ID, not ranked",
    ),
)
@option(
    "--no-web",
    is_flag=True,
    help=Text("不写网页 index.html", "Write no web page (index.html)"),
)
@option(
    "--png",
    is_flag=True,
    help=Text(
        "每人一张分享图（1080 像素宽），发微信、企业微信、钉钉用",
        "A share card of each seller (PNG, 1080 pixels wide) for chat tools",
    ),
)
@option(
    "--pdf",
    is_flag=True,
    help=Text(
        "每人一份 PDF 记分卡（加 --plans 还有每家大客户的计划），要装 LibreOffice",
        "Each seller's page as PDF, with --plans the account plans too; LibreOffice must be installed",
    ),
)
@jobs_option
@timeout_option
@option(
    "--engine",
    type=cluster,
    metavar="dask://HOST:PORT",
    default="",
    help=Text(
        "在一个 Dask 集群上评，而不是只用这台电脑；见 docs/scale.md",
        "Grade on a Dask cluster instead of this computer alone; see docs/scale.md",
    ),
)
@option(
    "--no-cache",
    is_flag=True,
    help=Text("每一本都重读，不用上次的结果", "Read every book again, whatever is remembered of it"),
)
@option("--json", "as_json", is_flag=True, help=Text("把结果摘要打印成 JSON", "Print the summary as JSON"))
def score(
    paths: tuple[str, ...],
    out: Path | None,
    on: dt.date,
    policy_file: Path | None,
    compare_file: Path | None,
    where: str | None,
    no_history: bool,
    roster: Path | None,
    redact: bool,
    cards: int,
    old_after: int,
    details: bool,
    plans: bool,
    ranking: bool,
    no_web: bool,
    png: bool,
    pdf: bool,
    jobs: int | None,
    timeout: float,
    engine: str,
    no_cache: bool,
    as_json: bool,
) -> None:
    options = RunOptions(
        on=on,
        lang=language(),
        company=load_policy(policy_file),
        roster=roster,
        redact=redact,
        cards=cards,
        old_after=old_after,
        web=not no_web,
        png=png,
        pdf=pdf,
        jobs=jobs,
        limits=Limits(timeout),
        sheets=Sheets(details=details, plans=plans, ranking=ranking),
        cache=None if no_cache else cache_folder(),
        engine=engine,
    )
    if compare_file is not None:
        print_comparison(paths, options, load_policy(compare_file) or DEFAULT_POLICY)
        return
    if out is None:
        raise click.UsageError(spoken(Text("少了 -o：记分卡写到哪个文件夹？", "-o is missing: where to?")))
    if roster is not None:
        check_roster(roster)
    with _books_there():
        # a mistyped path ends the command before a folder or a history is made
        discover(paths, out)
    if where is None:
        ready(out, USUAL)
    with nullcontext() if no_history else history_at(where or out, writing=True) as history:
        outcome = run_scoring(paths, out, options, history=history, quiet=as_json)
        kept = history.where if history else ""
    if as_json:
        click.echo(json.dumps(summary(outcome), ensure_ascii=False))
    else:
        tell_outcome(outcome)
        if kept:
            words = Text("历史：新增 {n} 个快照，{kept}", "History: {n} new, {kept}")
            tell(words(n=outcome.remembered, kept=kept))
    absent = outcome.attendance and outcome.attendance.absent
    sys.exit(FINDINGS if outcome.rejected or absent or not outcome.sellers else FINE)


def check_roster(roster: Path) -> None:
    """Ends the command before any work where the roster cannot be used."""
    try:
        read_roster(roster)
    except RosterError as error:
        raise Stop(same("{file}：{why}")(file=roster, why=error.text)) from error


@contextmanager
def _books_there() -> Iterator[None]:
    """Ends the command where a path holds no book."""
    try:
        yield
    except ClusterError as error:
        raise Stop(error.text) from error
    except NothingToRead as error:
        words = Text(
            "{path} 里没有账簿。路径对吗？账簿是 .xlsx 文件。",
            "No book found at {path}. Is the path right? Books are .xlsx files.",
        )
        raise Stop(error.text or words(path=error.path)) from error


@contextmanager
def _parts_there() -> Iterator[None]:
    """Ends the command where pictures or PDF are wanted and what makes them is missing."""
    try:
        yield
    except (CannotDraw, CannotConvert) as error:
        raise Stop(error.text) from error


def print_comparison(paths: tuple[str, ...], options: RunOptions, new: Policy) -> None:
    """Whose level and tiers another policy would change; nothing is written."""
    on, company = options.on, options.company
    with _books_there():
        cards = grade(paths, on=on, company=company, jobs=options.jobs, limits=options.limits)
    tell(_rules(cards, new))
    if FIRST in (company, new):
        tell(NOT_BROUGHT_BACK)
    effects = [effect(card, make_card(card.book, new, on)) for card in cards]
    for changed in (e for e in effects if e.any):
        tell(effect_line(changed))
    up, down = (sum(e.direction == way for e in effects) for way in (1, -1))
    words = Text(
        "{n} 位销售：{up} 位会升，{down} 位会降，{same} 位等级不变。",
        "{n} sellers: {up} would rise, {down} would fall, {same} keep their level.",
    )
    tell(words(n=len(effects), up=up, down=down, same=len(effects) - up - down))
    compared = {card.book.file for card in cards}
    left = [source.name for source in discover(paths) if source.name not in compared]
    if left:
        tell(NOT_COMPARED(n=len(left), names=join(left)))
    sys.exit(FINDINGS if left or not cards else FINE)


def _rules(cards: list[SellerCard], new: Policy) -> Text:
    """``规则 2026 · 648d3f3c → 2027 · 5f287721，不同 3 项``: from what to what is compared."""
    olds = {card.policy.fingerprint: card.policy for card in cards}
    if len(olds) != 1:
        return Text("规则：各人账簿里的 → {new}", "Policy: each book's own → {new}")(new=new.title)
    (old,) = olds.values()
    words = Text("规则 {old} → {new}，不同 {n} 项", "Policy {old} → {new}, {n} changed")
    return words(old=old.title, new=new.title, n=len(policy_changes(old, new)))


def run_scoring(
    paths: tuple[str, ...],
    out: Path,
    options: RunOptions,
    *,
    history: History | None,
    quiet: bool = False,
) -> Outcome:
    """Score with a progress bar; ends the command where there is nothing to read."""
    with _books_there(), _parts_there(), progress(Text("评级", "Grading"), shown=not quiet) as watch:
        return write_scorecards(paths, out, options, watch=watch, history=history)
