"""``kasales demo``: a sample organisation, scored, and where to look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, on_option
from kasales_xl.version import __version__


@click.command(
    help=t(
        """造一个样例公司：两个团队、十几位销售、几处故意填错的地方，评好级，告诉你看哪里。

        \b
        例：
          kasales demo
          kasales demo 样例 --on 2026-06-30
        """,
        """Make a sample company of two teams with a few planted mistakes, grade it, and say where to look.

        \b
        Examples:
          kasales demo
          kasales demo sample --on 2026-06-30
        """,
    )
)
@click.argument("directory", metavar="[DIR]", default="kasales-demo", type=click.Path(path_type=Path))
@on_option
@lang_option
def demo(directory: Path, on: dt.date) -> None:
    from kasales_xl.commands.score import history_at, print_outcome, run_scoring
    from kasales_xl.core.card.seller_card import make_card
    from kasales_xl.core.history.snapshot import snapshot
    from kasales_xl.core.policy import DEFAULT_POLICY
    from kasales_xl.demo import earlier_books, make_demo
    from kasales_xl.files.whole import writable_folder

    books, out = directory / t("账簿", "books"), directory / t("记分卡", "scorecards")
    writable_folder(out)
    made = make_demo(books, on, LANG)
    with history_at(out) as history:
        if history is not None:
            cards = (make_card(book, DEFAULT_POLICY, day) for day, book in earlier_books(on, LANG))
            history.append(snapshot(card, __version__) for card in cards)
        outcome = run_scoring((str(books),), out, on, None, history=history)
    print_outcome(outcome)
    click.echo(
        t(
            f"""
接下来看：
  {out / "organisation.xlsx"}  全公司一页看完
  {outcome.written[0]}  团队记分卡，一人一页
  {out / "findings.csv"}  哪本账簿哪一格有问题、怎么改
  kasales history show "{out}"  过去一年每个季度的走势
  kasales explain "{made[0]}"  一位销售的等级是怎么来的
  kasales check "{made[0]}"  一本账簿填得对不对""",
            f"""
Look at:
  {out / "organisation.xlsx"}  the whole company
  {outcome.written[0]}  a team, one page a seller
  {out / "findings.csv"}  which cell of which book is wrong and how to fix it
  kasales history show "{out}"  the way of the last four quarters
  kasales explain "{made[0]}"  how a seller's level came about
  kasales check "{made[0]}"  is a book filled in well?""",
        )
    )
