"""``kasales demo``: a sample organisation, scored, and where to look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kasales_xl.batch.options import RunOptions
from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.commands.score import run_scoring
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import NEW_FILE, NEW_FOLDER, history_at, on_option
from kasales_xl.commands.terminal.outcome import tell_outcome
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.text import Text
from kasales_xl.demo import earlier_books, make_demo
from kasales_xl.files.book.book import write_book
from kasales_xl.files.whole import writable_folder
from kasales_xl.version import __version__

BOOKS, SCORECARDS = Text("账簿", "books"), Text("记分卡", "scorecards")
WHERE_TO_LOOK = Text(
    """
接下来看：
  {web}  双击打开的网页：全公司 → 团队 → 销售 → 客户，点到每个数背后的格
  {organisation}  全公司一页看完
  {team}  团队记分卡，一人一页
  {findings}  哪本账簿哪一格有问题、怎么改
  kasales history show "{out}"  过去一年每个季度的走势
  kasales explain "{book}"  一位销售的等级是怎么来的
  kasales check "{book}"  一本账簿填得对不对""",
    """
Look at:
  {web}  a page for the browser: company, teams, reps, accounts, the cells behind each number
  {organisation}  the whole company
  {team}  a team, one page a seller
  {findings}  which cell of which book is wrong and how to fix it
  kasales history show "{out}"  the way of the last four quarters
  kasales explain "{book}"  how a seller's level came about
  kasales check "{book}"  is a book filled in well?""",
)


SAMPLE = Text(
    "填好的样例账簿：{file}（{name}，{day}）。看它要加 --on {day}：\n  kasales explain {typed} --on {day}",
    "A filled-in sample book: {file} ({name}, {day}). Look at it as of that day:\n"
    "  kasales explain {typed} --on {day}",
)
EXISTS = Text("{file} 已经有了，换个名字", "{file} exists; choose another name")


@command("demo")
@click.argument("directory", metavar="[DIR]", default="kasales-demo", type=NEW_FOLDER)
@option(
    "--book",
    type=NEW_FILE,
    help=Text("只要一本填好的样例账簿，存到这里", "Only one filled-in sample book, saved here"),
)
@on_option
def demo(directory: Path, book: Path | None, on: dt.date) -> None:
    if book is not None:
        _one_book(book)
        return
    books, out = directory / spoken(BOOKS), directory / spoken(SCORECARDS)
    writable_folder(out)
    made = make_demo(books, on, language())
    with history_at(out, writing=True) as history:
        cards = (make_card(book, DEFAULT_POLICY, day) for day, book in earlier_books(on, language()))
        history.append(snapshot(card, __version__) for card in cards)
        outcome = run_scoring((str(books),), out, RunOptions(on=on, lang=language()), history=history)
    tell_outcome(outcome)
    tell(
        WHERE_TO_LOOK(
            web=out / "index.html",
            organisation=out / "organisation.xlsx",
            team=outcome.written[0],
            findings=out / "findings.csv",
            out=out,
            book=made[0],
        )
    )


def _one_book(path: Path) -> None:
    if path.exists():
        raise Stop(EXISTS(file=path))
    book = sample_book(language())
    write_book(path, book, policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=language())
    name = book.seller.name if book.seller else ""
    typed = f'"{path}"' if " " in str(path) else path
    tell(SAMPLE(file=path, name=name, day=SAMPLE_DAY, typed=typed))
