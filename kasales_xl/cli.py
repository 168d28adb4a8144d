"""``kasales``: the command line of the product."""

from __future__ import annotations

import sys

import click

from kasales_xl import __version__
from kasales_xl.commands.addin import addin_group
from kasales_xl.commands.check import check
from kasales_xl.commands.crm import crm_command
from kasales_xl.commands.demo import demo
from kasales_xl.commands.explain import explain
from kasales_xl.commands.history import history_group
from kasales_xl.commands.language import t
from kasales_xl.commands.new import new
from kasales_xl.commands.policy import policy_group
from kasales_xl.commands.refresh import refresh
from kasales_xl.commands.score import score
from kasales_xl.files.whole import CannotWrite

_HELP = t(
    """大客户销售评级：一本账簿进，一张记分卡出，每个数字都说得清来历。

    \b
    常用：
      kasales demo                                       看一遍样例
      kasales new --name 张三 --seller-id S001 --team 华东 -o 张三.xlsx
      kasales check 张三.xlsx                            填得对不对
      kasales explain 张三.xlsx                          等级、差什么、为什么
      kasales refresh 张三.xlsx                          算好的结果写回账簿
      kasales score 账簿文件夹 -o 记分卡                 出全部团队的记分卡
    """,
    """Grades key-account sellers: account books in, scorecards out, every number explained.

    \b
    Common:
      kasales demo                                       see it all on sample data
      kasales new --name "Ann Lee" --seller-id S001 --team East -o ann.xlsx
      kasales check ann.xlsx                             is it filled in well?
      kasales explain ann.xlsx                           level, gap and reasons
      kasales refresh ann.xlsx                           results into the book itself
      kasales score BOOKS -o SCORECARDS                  scorecards of all teams
    """,
)


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    help=t("界面和输出的语言", "Language of messages and output"),
)
@click.version_option(__version__, prog_name="kasales")
def kasales() -> None:
    pass


@kasales.group("import", help=t("把别处的数据变成账簿", "Turn data from elsewhere into account books"))
def import_group() -> None:
    pass


import_group.add_command(crm_command)
for command in (
    demo,
    new,
    check,
    explain,
    refresh,
    score,
    import_group,
    policy_group,
    history_group,
    addin_group,
):
    kasales.add_command(command)


def main() -> None:
    """Entry point: errors of people's making end in one plain line and exit code 2."""
    try:
        kasales.main()
    except CannotWrite as error:
        click.echo(
            t(
                f"写不进去：{error.path}（{error.reason}）。文件是不是正开着？换个位置或关掉再试。",
                f"Cannot write {error.path} ({error.reason}). Close it elsewhere, or choose another place.",
            ),
            err=True,
        )
        sys.exit(2)
