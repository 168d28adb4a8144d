"""``kasales explain``: the level, what blocks it, the gap, the way up, and every tier with its reasons."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.commands.terminal.books import find_account, graded_book
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, language, tell
from kasales_xl.commands.terminal.options import READ_FILE, load_policy, on_option, policy_option
from kasales_xl.commands.terminal.printing import print_findings, tally_line
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.moves.move import Move
from kasales_xl.core.moves.plan import account_ways
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import NOTHING, Text, as_line
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.explain import card as words
from kasales_xl.pages.explain.whole import explain_everything, explain_supposed
from kasales_xl.reading.what_if import NotUnderstood, read_phrases
from kasales_xl.text.verdicts.moves import explain_ways


@command("explain")
@click.argument("book", type=READ_FILE)
@option("--account", help=Text("只看这一家客户（名称或编号）", "This account only, by name or ID"))
@option("--if", "wish", help=Text("假如做到了这些，会怎样", "What if these were done"))
@on_option
@policy_option
def explain(book: Path, account: str | None, wish: str | None, on: dt.date, policy_file: Path | None) -> None:
    read = graded_book(book, on)
    own, _ = policy_for(read, None)
    policy, differences = policy_for(read, load_policy(policy_file))
    now = make_card(read, own, on)
    head = f"{now.seller.name} ({now.seller.seller_id}) · {now.seller.team} · {on}"
    click.echo(click.style(head, bold=True))
    if wish is None and policy_file is None:
        lines = _one_account(now, find_account(now, account)) if account else _everything(now)
    else:
        moves = _moves(wish, read)
        then = make_card(apply_moves(read, moves, policy, on), policy, on)
        one = (find_account(now, account), find_account(then, account)) if account else None
        lines = explain_supposed(now, then, moves, one)
    click.echo("\n".join(as_line(line, language()) for line in lines))
    blocking = [f for f in read.findings if f.severity.blocks]
    if blocking or differences:
        click.echo()
        print_findings([*blocking, *differences])
    tally = tally_line(now.findings) or Text("没有问题", "no findings")
    tell(Text("\n数据：{tally}", "\nData: {tally}")(tally=tally))
    sys.exit(FINDINGS if blocking else FINE)


def _moves(wish: str | None, book: Book) -> tuple[Move, ...]:
    try:
        return read_phrases(wish, book) if wish is not None else ()
    except NotUnderstood as error:
        raise Stop(error.text) from error


def _one_account(card: SellerCard, verdict: AccountVerdict) -> Iterator[Text]:
    """The verdicts on one account, and the least that would bring it to each higher tier."""
    yield from words.explain_account(verdict)
    yield from explain_ways(account_ways(card, verdict))


def _everything(card: SellerCard) -> Iterator[Text]:
    for number, part in enumerate(explain_everything(card)):
        if number:
            yield NOTHING
        yield from part
