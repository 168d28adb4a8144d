"""``kasales new``: a fresh account book for one seller."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.language import Stop, language, tell
from kasales_xl.commands.terminal.options import DAY, NEW_FILE, day, money, money_unit, text, today
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text
from kasales_xl.files.backup import backup
from kasales_xl.files.book.book import write_book
from kasales_xl.files.whole import whole_file
from kasales_xl.text.book import FIRST_ORDER


@command("new")
@option("--name", type=text, required=True, help=Text("姓名", "Name"))
@option(
    "--seller-id",
    type=text,
    required=True,
    help=Text("销售编号，公司内唯一", "Seller ID, unique in the company"),
)
@option("--team", type=text, required=True, help=Text("团队", "Team"))
@option("--manager", default="", help=Text("经理", "Manager"))
@option(
    "--target",
    metavar=Text("金额", "AMOUNT"),
    help=Text("年度目标，例如 800 或 800万", "Annual target, like 800"),
)
@option(
    "--unit",
    type=money_unit,
    metavar=Text("[元|万元]", "[YUAN|WAN]"),
    default=Text("万元", "yuan"),
    show_default=True,
    help=Text("金额单位", "Money unit"),
)
@option(
    "--period-start",
    type=day,
    metavar=DAY,
    help=Text("目标年度的第一天（默认今年1月1日）", "First day of the target year (1 January)"),
)
@option(
    "-o",
    "--output",
    type=NEW_FILE,
    required=True,
    help=Text("存到哪", "Where to"),
)
@option(
    "--force",
    is_flag=True,
    help=Text("已有同名文件时备份后覆盖", "Replace an existing file, keeping a backup"),
)
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
    if output.suffix.lower() != ".xlsx":
        raise Stop(Text("文件名要以 .xlsx 结尾", "The file name must end in .xlsx"))
    if output.exists() and not force:
        words = Text(
            "{file} 已经有了，换个名字，或加 --force（会先备份）",
            "{file} exists; choose another name or --force",
        )
        raise Stop(words(file=output))
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
        tell(Text("原来的文件备份在 {kept}", "The old file is kept as {kept}")(kept=backup(output)))
    lang = language()
    with whole_file(output) as path:
        write_book(path, Book(seller, lang=lang), policy=DEFAULT_POLICY, on=on, lang=lang)
    done = Text(
        "账簿建好了：{file}\n{order}。浅黄格先填，灰色格自己会算。",
        "The book is ready: {file}\n{order}. Fill in the pale yellow cells first; grey ones are calculated.",
    )
    tell(done(file=output, order=FIRST_ORDER))
