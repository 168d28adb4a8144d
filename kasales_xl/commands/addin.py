"""``kasales addin``: put the worksheet functions into Excel, take them out, find out what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.commands.addin_calc import examine_for_calc, install_for_calc, remove_for_calc
from kasales_xl.commands.addin_checks import next_step, report
from kasales_xl.commands.office_site import (
    OFFICE_FOLDER,
    TRIAL_PORT,
    build_office_site,
    download_option,
    host_url_option,
    parts_option,
)
from kasales_xl.commands.terminal.declaring import Group, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, spoken, tell
from kasales_xl.commands.terminal.options import NEW_FOLDER
from kasales_xl.core.text import Text, join, same
from kasales_xl.text.addin import DIAGNOSES, NEXT, SENTENCES, STEPS
from kasales_xl.text.commands import HELPS
from kasales_xl.text.subcommands import SUBHELPS
from kasales_xl.version import __version__

if TYPE_CHECKING:
    from kasales_xl.install.excel import Step

_NO_CHECK = Text(
    "--check 只核对 workbook 里的文件，不和 --office 一起用",
    "--check is for the files of workbook, not for --office",
)
addin_group = Group("addin", help=HELPS["addin"])


@addin_group.command("install", help=SUBHELPS["addin install"])
@option("--libreoffice", is_flag=True, help=Text("装进 LibreOffice", "Put it into LibreOffice instead"))
def install_addin(libreoffice: bool) -> None:
    from kasales_xl.build.excel.xlwings_vba import UnknownXlwings, shipped
    from kasales_xl.install.excel import NoDll, OddPath, installing
    from kasales_xl.install.machine import this_machine

    if libreoffice:
        install_for_calc()
        return
    machine = this_machine()
    try:
        steps = installing(machine, shipped())
    except UnknownXlwings as unknown:
        raise _stop("unknown-xlwings", what=unknown, python=sys.executable) from unknown
    except OddPath as odd:
        raise _stop("odd-path", path=odd) from odd
    except NoDll as missing:
        places = ", ".join(map(str, missing.places))
        raise Stop(SENTENCES["no-dll-found"](name=missing.name, places=places)) from missing
    _go(steps, windows=machine.windows, excel_open=machine.excel_runs(), done="installed")
    if machine.windows:
        tell(SENTENCES["prove"](version=__version__))


@addin_group.command("uninstall", help=SUBHELPS["addin uninstall"])
@option(
    "--libreoffice", is_flag=True, help=Text("从 LibreOffice 里拿掉", "Take it out of LibreOffice instead")
)
def uninstall_addin(libreoffice: bool) -> None:
    from kasales_xl.install.excel import removing
    from kasales_xl.install.machine import this_machine

    if libreoffice:
        remove_for_calc()
        return
    machine = this_machine()
    _go(removing(machine), windows=machine.windows, excel_open=machine.excel_runs(), done="removed")


@addin_group.command("doctor", help=SUBHELPS["addin doctor"])
@option("--libreoffice", is_flag=True, help=Text("看 LibreOffice", "Look at LibreOffice instead"))
def examine_addin(libreoffice: bool) -> None:
    from kasales_xl.install.doctor import examine
    from kasales_xl.install.machine import this_machine

    if libreoffice:
        examine_for_calc()
        return
    report(examine(this_machine()), DIAGNOSES, NEXT, SENTENCES["prove"](version=__version__))


@addin_group.command("build", help=SUBHELPS["addin build"])
@option(
    "-o", "--output", "folder", type=NEW_FOLDER, show_default=Text("workbook", "workbook"),
    help=Text("放在哪里", "Where to put them"),
)  # fmt: skip
@option("--check", is_flag=True, help=Text("只看是不是最新的，不写", "Only see whether they are up to date"))
@option(
    "--office", is_flag=True,
    help=Text("没有 Python 也能用的加载项：静态网站", "The add-in for Excel without Python: a site"),
)  # fmt: skip
@host_url_option
@parts_option
@download_option
def build_addin(
    folder: Path | None, check: bool, office: bool, host_url: str, pyodide: Path | None, download: bool
) -> None:
    if office and check:
        raise click.UsageError(spoken(_NO_CHECK))
    if office:
        build_office_site(folder or Path(OFFICE_FOLDER), host_url, pyodide, download)
        return
    folder = folder or Path("workbook")
    from kasales_xl.build.committed import FOR_PROGRAMS, differences
    from kasales_xl.files.whole import write_whole

    stale = False
    for name, build in FOR_PROGRAMS.items():
        path = folder / name
        if not check:
            write_whole(path, build())
            tell(SENTENCES["built"](path=path))
            continue
        parts = differences(path, build())
        stale |= parts != []
        code = "missing" if parts is None else "differs" if parts else "same"
        tell(SENTENCES[code](path=path, parts=", ".join(parts or ())))
    sys.exit(FINDINGS if stale else FINE)


@addin_group.command("serve", help=SUBHELPS["addin serve"])
@click.argument("folder", type=NEW_FOLDER, default=Path(OFFICE_FOLDER), metavar="[DIR]")
@option(
    "--port", type=click.IntRange(1, 65535), default=TRIAL_PORT, show_default=True,
    help=Text("端口；要和做网站时的网址一致", "Port; as in the address the site was built for"),
)  # fmt: skip
@option("--log", is_flag=True, help=Text("列出每个请求", "List every request"))
def serve_addin(folder: Path, port: int, log: bool) -> None:
    from kasales_xl.commands.office_serve import serve

    serve(folder, port, log)


def _go(steps: list[Step], windows: bool, excel_open: bool, done: str) -> None:
    """Do the steps and say so; on other systems only say them."""
    if not windows:
        tell(SENTENCES["would"])
    elif excel_open:
        raise Stop(SENTENCES["excel-open"])
    for step in steps:
        if windows:
            step.do()
        tell(same("  {step}")(step=STEPS[step.code](path=step.path)))
    if windows:
        tell(SENTENCES[done])


def _stop(code: str, **fields: object) -> Stop:
    """What was found and what to do about it."""
    return Stop(join((DIAGNOSES[code](**fields), next_step(NEXT[code](**fields))), same("\n")))
