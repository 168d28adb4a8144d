"""Puts the add-in into Excel and takes it out again, step by step."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kasales_xl.build.excel import xlam, xlwings_vba
from kasales_xl.files.whole import whole_file, write_whole
from kasales_xl.install import excel_settings
from kasales_xl.install.machine import Machine
from kasales_xl.install.settings_file import readable, write_settings

_WRITABLE, _READ_ONLY = 0o644, 0o444


@dataclass(frozen=True)
class Step:
    """``code`` as in ``text.addin.STEPS``."""

    code: str
    path: Path
    do: Callable[[], None]


class NoDll(Exception):
    """xlwings' DLL is in none of the places."""

    def __init__(self, name: str, places: tuple[Path, ...]) -> None:
        super().__init__(name)
        self.name, self.places = name, places


class OddPath(Exception):
    """This Python's path has characters that Excel's VBA cannot read."""


def addin_path(machine: Machine) -> Path:
    return machine.startup / xlam.FILE


def settings(machine: Machine) -> dict[str, str]:
    """What the add-in reads: its Python, its DLL, and nothing from the folder of a workbook."""
    return {
        "INTERPRETER_WIN": str(machine.python),
        xlwings_vba.DLL_FOLDER: str(machine.settings_folder),
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "SHOW CONSOLE": "False",
    }


def installing(machine: Machine, xlwings_source: str) -> list[Step]:
    """The steps of an installation, nothing done yet. Raises UnknownXlwings, OddPath, and NoDll on
    Windows."""
    if not readable(str(machine.python), machine.encoding):
        raise OddPath(str(machine.python))
    dlls = xlwings_vba.dll_names(xlwings_vba.version(xlwings_source))
    target, built = addin_path(machine), xlam.build(xlwings_source)
    conf, folder = machine.settings_file, machine.settings_folder
    pinning = (
        Step("pin-dll", folder / dll.name, partial(_pin, dll, machine)) for dll in _dlls(machine, dlls)
    )
    return [
        *pinning,
        Step("write-settings", conf, partial(write_settings, conf, settings(machine), machine.encoding)),
        Step("write-addin", target, partial(_put, target, built)),
        *_closing(machine),
    ]


def removing(machine: Machine) -> list[Step]:
    """The steps of taking the add-in out; what isn't there is no step. Away from Windows all that it
    would take."""
    target = addin_path(machine)
    steps, elsewhere = _closing(machine), not machine.windows
    if elsewhere or target.exists():
        steps.append(Step("remove-addin", target, partial(_take_away, target)))
    if elsewhere or machine.settings_folder.exists():
        folder = machine.settings_folder
        steps.append(Step("remove-settings", folder, partial(_remove_settings, machine)))
    return steps


def _dlls(machine: Machine, names: dict[int, str]) -> list[Path]:
    """The DLLs to pin: those that pip installed, one at least for the Excel of this machine."""
    if not machine.windows:
        return [Path(names[64])]
    installed: list[Path] = []
    for name in names.values():
        places = [prefix / name for prefix in (*machine.prefixes, machine.settings_folder)]
        installed += [place for place in places if place.exists()][:1]
    wanted = names[excel_settings.excel_bits(machine.registry) or 64]
    if wanted not in [dll.name for dll in installed]:
        raise NoDll(wanted, machine.prefixes)
    return installed


def _pin(dll: Path, machine: Machine) -> None:
    target = machine.settings_folder / dll.name
    if target != dll:
        with whole_file(target) as temporary:
            shutil.copyfile(dll, temporary)


def _put(target: Path, content: bytes) -> None:
    """Read-only, so that a second Excel opens it without asking; such a file is not written over."""
    if target.exists():
        target.chmod(_WRITABLE)
    write_whole(target, content)
    target.chmod(_READ_ONLY)


def _take_away(target: Path) -> None:
    target.chmod(_WRITABLE)
    target.unlink()


def _closing(machine: Machine) -> list[Step]:
    """The steps that take an add-in of version 0.2 out of its place: Excel must not open two."""
    old, steps = machine.addins / xlam.FILE, []
    entries = excel_settings.opened(machine.registry)
    if any(excel_settings.opens(entry, xlam.FILE) for entry in entries):
        steps.append(Step("close-addin", old, partial(_close, machine)))
    if old.exists():
        steps.append(Step("remove-addin", old, partial(_take_away, old)))
    return steps


def _close(machine: Machine) -> None:
    excel_settings.write_opened(machine.registry, _others(machine))


def _others(machine: Machine) -> list[str]:
    entries = excel_settings.opened(machine.registry)
    return [entry for entry in entries if not excel_settings.opens(entry, xlam.FILE)]


def _remove_settings(machine: Machine) -> None:
    """Our files; the folder too when nothing else is in it."""
    machine.settings_file.unlink(missing_ok=True)
    for dll in machine.settings_folder.glob("xlwings*.dll"):
        dll.unlink()
    if not any(machine.settings_folder.iterdir()):
        machine.settings_folder.rmdir()
