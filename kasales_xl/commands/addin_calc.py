"""``kasales addin … --libreoffice``: the extension of LibreOffice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kasales_xl.commands.addin_checks import report
from kasales_xl.commands.terminal.exit_codes import WRONG_USE
from kasales_xl.commands.terminal.language import tell
from kasales_xl.text.addin import SENTENCES
from kasales_xl.text.addin_calc import CALC, CALC_DIAGNOSES, CALC_NEXT, CALC_PROVE
from kasales_xl.version import __version__


def install_for_calc() -> None:
    """Ends with an error unless LibreOffice has taken the extension."""
    from kasales_xl.install.calc import add_to_calc, package_paths, put_for_calc
    from kasales_xl.install.calc_desk import this_desk

    desk = this_desk(os.environ, Path.home())
    extension = put_for_calc(desk.folder, package_paths())
    tell(SENTENCES["built"](path=extension))
    code, said = add_to_calc(desk, extension)
    tell(CALC[code](path=extension, said=said, version=__version__))
    if code != "calc-added":
        sys.exit(WRONG_USE)


def remove_for_calc() -> None:
    from kasales_xl.install.calc import FILE, remove_from_calc
    from kasales_xl.install.calc_desk import this_desk

    desk = this_desk(os.environ, Path.home())
    code, said = remove_from_calc(desk)
    tell(CALC[code](path=desk.folder / FILE, said=said))
    if code != "calc-removed":
        sys.exit(WRONG_USE)


def examine_for_calc() -> None:
    from kasales_xl.install.calc_desk import this_desk
    from kasales_xl.install.calc_doctor import examine_calc

    checks = examine_calc(this_desk(os.environ, Path.home()))
    report(checks, CALC_DIAGNOSES, CALC_NEXT, CALC_PROVE(version=__version__))
