"""``kasales new``: a fresh account book for one seller."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import Day, Filled, Unit, lang_option, money, today
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import MoneyUnit


@click.command(
    help=t(
        """新建一本账簿，发给销售就能填。

        \b
        例：
          kasales new --name 张三 --seller-id S001 --team 华东 -o 张三.xlsx
          kasales new --name 李四 --seller-id S002 --team 华北 --target 800 --unit 万元 -o 李四.xlsx
        """,
        """Make a fresh account book, ready to be filled in.

        \b
        Examples:
          kasales new --name "Ann Lee" --seller-id S001 --team East -o ann.xlsx
          kasales new --name "Bo Chen" --seller-id S002 --team North --target 800 --unit wan -o bo.xlsx
        """,
    )
)
@click.option("--name", type=Filled(), required=True, help=t("姓名", "Name"))
@click.option(
    "--seller-id",
    type=Filled(),
    required=True,
    help=t("销售编号，公司内唯一", "Seller ID, unique in the company"),
)
@click.option("--team", type=Filled(), required=True, help=t("团队", "Team"))
@click.option("--manager", default="", help=t("经理", "Manager"))
@click.option(
    "--target",
    metavar=t("金额", "AMOUNT"),
    help=t("年度目标，例如 800 或 800万", "Annual target, like 800"),
)
@click.option(
    "--unit",
    type=Unit(),
    default=t("万元", "yuan"),
    show_default=True,
    help=t("金额单位", "Money unit"),
)
@click.option(
    "--period-start",
    type=Day(),
    help=t("目标年度的第一天（默认今年1月1日）", "First day of the target year (1 January)"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help=t("存到哪", "Where to"),
)
@click.option(
    "--force", is_flag=True, help=t("已有同名文件时备份后覆盖", "Replace an existing file, keeping a backup")
)
@lang_option
def new(
    name: str,
    seller_id: str,
    team: str,
    manager: str,
    target: str | None,
    unit: MoneyUnit,
    period_start: dt.date | None,
    output: Path,
    force: bool,
) -> None:
    from kasales_xl.files.backup import backup
    from kasales_xl.files.book.book import write_book
    from kasales_xl.files.whole import whole_file

    if output.suffix.lower() != ".xlsx":
        raise click.ClickException(t("文件名要以 .xlsx 结尾", "The file name must end in .xlsx"))
    if output.exists() and not force:
        raise click.ClickException(
            t(
                f"{output} 已经有了，换个名字，或加 --force（会先备份）",
                f"{output} exists; choose another name or --force",
            )
        )
    on = today()
    annual = None if target is None else money(target, unit, "--target")
    seller = Seller(
        seller_id=seller_id,
        name=name,
        team=team,
        manager=manager.strip(),
        annual_target=annual,
        period_start=period_start or on.replace(month=1, day=1),
        money_unit=unit,
    )
    if output.exists():
        kept = backup(output)
        click.echo(t(f"原来的文件备份在 {kept}", f"The old file is kept as {kept}"))
    with whole_file(output) as path:
        write_book(path, Book(seller, lang=LANG), policy=DEFAULT_POLICY, on=on, lang=LANG)
    click.echo(
        t(
            f"账簿建好了：{output}\n先填「客户」，再填「联系人」和「商机」；黄底的格子要填，其余会自己算。",
            f"The book is ready: {output}\nFill in Accounts first, then Contacts and Deals.",
        )
    )
