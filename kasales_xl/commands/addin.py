"""``kasales addin``: put the worksheet functions into Excel, take them out, find out what is wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option
from kasales_xl.text.addin import FOUND, NEXT, SENTENCES, STEPS, say
from kasales_xl.version import __version__

if TYPE_CHECKING:
    from kasales_xl.install.excel import Step

_MARKS = {"well": ("✓", "green"), "note": ("·", "yellow"), "wrong": ("✗", "red")}


@click.group(
    "addin",
    help=t(
        """Excel 插件：安装、拿掉、检查。

        \b
        常用：
          kasales addin install     装进 Excel（先关掉 Excel）
          kasales addin doctor      用不了的时候：缺什么、怎么办
          kasales addin uninstall   拿掉
        """,
        """The Excel add-in: install, remove, examine.

        \b
        Common:
          kasales addin install     put it into Excel (close Excel first)
          kasales addin doctor      when it does not work: what is missing, what to do
          kasales addin uninstall   take it out
        """,
    ),
)
def addin_group() -> None:
    pass


@addin_group.command(
    "install", help=t("装进 Excel，不改任何安全设置", "Put it into Excel; no security setting is changed")
)
@click.option("--libreoffice", is_flag=True, help=t("装进 LibreOffice", "Put it into LibreOffice instead"))
@lang_option
def install_addin(libreoffice: bool) -> None:
    from kasales_xl.build.excel.xlwings_vba import UnknownXlwings, shipped
    from kasales_xl.install.excel import NoDll, OddPath, installing
    from kasales_xl.install.machine import this_machine

    if libreoffice:
        _install_for_calc()
        return
    machine = this_machine()
    try:
        steps = installing(machine, shipped())
    except UnknownXlwings as unknown:
        raise _told("unknown-xlwings", what=unknown, python=sys.executable) from unknown
    except OddPath as odd:
        raise _told("odd-path", path=odd) from odd
    except NoDll as missing:
        places = ", ".join(map(str, missing.places))
        raise click.ClickException(
            say(SENTENCES, "no-dll-found", LANG, name=missing.name, places=places)
        ) from missing
    _go(steps, windows=machine.windows, excel_open=machine.excel_runs(), done="installed")
    if machine.windows:
        click.echo(say(SENTENCES, "prove", LANG, version=__version__))


def _install_for_calc() -> None:
    from kasales_xl.install.calc import add_to_calc, calc_folder, package_paths, put_for_calc

    extension = put_for_calc(calc_folder(os.environ, Path.home()), package_paths())
    click.echo(say(SENTENCES, "built", LANG, path=extension))
    added = add_to_calc(extension)
    click.echo(say(SENTENCES, "calc-added" if added else "calc-by-hand", LANG, path=extension))


@addin_group.command("uninstall", help=t("从 Excel 里拿掉", "Take it out of Excel"))
@lang_option
def uninstall_addin() -> None:
    from kasales_xl.install.excel import removing
    from kasales_xl.install.machine import this_machine

    machine = this_machine()
    _go(removing(machine), windows=machine.windows, excel_open=machine.excel_runs(), done="removed")


@addin_group.command(
    "doctor",
    help=t(
        "逐项检查，说清下一步。有问题时退出码为 1",
        "Check everything, say what to do. Exit code 1 on problems",
    ),
)
@lang_option
def examine_addin() -> None:
    from kasales_xl.install.doctor import examine, problems
    from kasales_xl.install.machine import this_machine

    checks = examine(this_machine())
    for check in checks:
        mark, colour = _MARKS[check.state.value]
        click.echo(click.style(mark, fg=colour) + " " + say(FOUND, check.code, LANG, **check.fields))
        if check.code in NEXT:
            advice = say(NEXT, check.code, LANG, **check.fields)
            if check.fields.get("locked"):
                advice += t("（由单位统一管理，请找 IT）", " (set by your organisation: ask IT)")
            click.echo("    " + say(SENTENCES, "next", LANG) + advice)
    found = problems(checks)
    click.echo(say(SENTENCES, "problems", LANG, n=len(found)) if found else say(SENTENCES, "well", LANG))
    click.echo(say(SENTENCES, "prove", LANG, version=__version__))
    sys.exit(1 if found else 0)


@addin_group.command(
    "build",
    help=t(
        "重建 workbook 里的插件文件，在任何系统上都行", "Build the add-in files of workbook, on any system"
    ),
)
@click.option(
    "-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("workbook"),
    show_default=True, help=t("放在哪里", "Where to put them"),
)  # fmt: skip
@click.option(
    "--check", is_flag=True, help=t("只看是不是最新的，不写", "Only see whether they are up to date")
)
@lang_option
def build_addin(folder: Path, check: bool) -> None:
    from kasales_xl.build.workbook import BUILT, differences
    from kasales_xl.files.whole import whole_file

    stale = False
    for name, build in BUILT.items():
        path, content = folder / name, build()
        if not check:
            with whole_file(path) as temporary:
                temporary.write_bytes(content)
            click.echo(say(SENTENCES, "built", LANG, path=path))
            continue
        parts = differences(path.read_bytes(), content) if path.exists() else None
        stale |= parts != []
        code = "missing" if parts is None else "differs" if parts else "same"
        click.echo(say(SENTENCES, code, LANG, path=path, parts=", ".join(parts or ())))
    sys.exit(1 if stale else 0)


def _go(steps: list[Step], windows: bool, excel_open: bool, done: str) -> None:
    """Do the steps and say so; on other systems only say them."""
    if not windows:
        click.echo(say(SENTENCES, "would", LANG))
    elif excel_open:
        raise click.ClickException(say(SENTENCES, "excel-open", LANG))
    for step in steps:
        if windows:
            step.do()
        click.echo("  " + say(STEPS, step.code, LANG, path=step.path))
    if windows:
        click.echo(say(SENTENCES, done, LANG))


def _told(code: str, **fields: object) -> click.ClickException:
    """What was found and what to do about it."""
    found, advice = say(FOUND, code, LANG, **fields), say(NEXT, code, LANG, **fields)
    return click.ClickException(f"{found}\n{say(SENTENCES, 'next', LANG)}{advice}")
