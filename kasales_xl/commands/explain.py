"""``kasales explain``: the level, what blocks it, the gap, and every tier with its reasons."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from pathlib import Path

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, load_policy, on_option, policy_option
from kasales_xl.commands.printing import print_findings, tally_line
from kasales_xl.core.accounts import AccountVerdict
from kasales_xl.core.card import SellerCard, make_card
from kasales_xl.core.findings import Severity
from kasales_xl.core.names import name_key
from kasales_xl.sheets import explain as words


@click.command(
    help=t(
        """说清楚一本账簿的等级：卡在哪、差什么、每家客户为什么是这个关系。

        \b
        例：
          kasales explain 张三.xlsx
          kasales explain 张三.xlsx --account 华东医药
        """,
        """Explain a book's level: what blocks it, what is missing, why each account has its tier.

        \b
        Examples:
          kasales explain ann.xlsx
          kasales explain ann.xlsx --account "Acme Corporation"
        """,
    )
)
@click.argument("book", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--account", help=t("只看这一家客户（名称或编号）", "This account only, by name or ID"))
@on_option
@policy_option
@lang_option
def explain(book: Path, account: str | None, on: dt.date, policy_file: Path | None) -> None:
    from kasales_xl.batch.policies import policy_for
    from kasales_xl.files.books_in import read_book

    read = read_book(book, on=on)
    blocking = [f for f in read.findings if f.severity.blocks]
    if read.seller is None:
        print_findings([f for f in blocking if f.severity is Severity.REJECT] or blocking)
        raise click.ClickException(t("这本账簿评不了级", "This book cannot be graded"))
    policy, differences = policy_for(read, load_policy(policy_file))
    card = make_card(read, policy, on)
    if account:
        lines = [*words.explain_account(_find(card, account), LANG)]
    else:
        lines = [*words.explain_level(card, LANG), "", *words.explain_gap(card, LANG)]
        for verdict in card.accounts:
            lines += ["", *words.explain_account(verdict, LANG)]
    head = f"{card.seller.name} ({card.seller.seller_id}) · {card.seller.team} · {on}"
    click.echo(click.style(head, bold=True))
    click.echo("\n".join(lines))
    if blocking or differences:
        click.echo()
        print_findings([*blocking, *differences])
    click.echo(t("数据：", "Data: ") + (tally_line(card.findings) or t("没有问题", "no findings")))


def _find(card: SellerCard, account: str) -> AccountVerdict:
    found = card.by_name.get(name_key(account))
    if found is None:
        names = [v.account.account for v in card.accounts]
        near = get_close_matches(account, names, 3, 0.3)
        hint = t("，是不是：", "; did you mean: ") + t("、", ", ").join(near) if near else ""
        raise click.ClickException(t(f"没有这家客户：{account}{hint}", f"No such account: {account}{hint}"))
    return found
