"""Why the functions don't work in Excel, found from outside: the add-in, Python, xlwings, trust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from kasales_xl.build.excel import xlam, xlwings_vba
from kasales_xl.build.zipped import differing_parts
from kasales_xl.install import excel_settings
from kasales_xl.install.excel import addin_path
from kasales_xl.install.locked_desk import barriers
from kasales_xl.install.machine import Machine
from kasales_xl.install.settings_file import read_settings, readable

OLDEST_PYTHON = (3, 11)
#: Seconds for which Excel waits; later the cells follow by themselves.
AT_ONCE = 3.0
#: Part of the path of a Python from Microsoft's store, which writes where Excel does not look.
_STORE = "windowsapps"
#: Packages that the add-in cannot do without, beside our own.
NEEDED = ("xlwings", "pywin32")


class State(Enum):
    WELL = "well"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Check:
    """``code`` as in ``text.addin.DIAGNOSES`` and ``NEXT``."""

    state: State
    code: str
    fields: dict[str, object] = field(default_factory=dict)


def examine(machine: Machine) -> list[Check]:
    """Everything that was looked at, in the order in which problems are best solved."""
    checks = [*_python(machine)]
    if not machine.windows:
        return [Check(State.NOTE, "not-windows"), *checks]
    packages = [*_packages(machine)]
    checks += [*packages, *_excel(machine)]
    try:
        source = xlwings_vba.shipped()
        version = xlwings_vba.version(source)
        xlwings_vba.ours(source)
    except xlwings_vba.UnknownXlwings as unknown:
        if all(check.state is State.WELL for check in packages):
            checks.append(_wrong("unknown-xlwings", what=unknown, python=machine.python))
        return [*checks, *_trust(machine)]
    checks += [*_file(machine, source), *_opened(machine), *_settings(machine), *_dll(machine, version)]
    return [*checks, *_trust(machine), *_start(machine)]


def problems(checks: list[Check]) -> list[Check]:
    return [check for check in checks if check.state is State.WRONG]


def _well(code: str, **fields: object) -> Check:
    return Check(State.WELL, code, fields)


def _wrong(code: str, **fields: object) -> Check:
    return Check(State.WRONG, code, fields)


def _python(machine: Machine) -> Iterator[Check]:
    version = ".".join(map(str, machine.python_version))
    if machine.python_version < OLDEST_PYTHON:
        yield _wrong("python-old", version=version)
    else:
        yield _well("python", version=version, bits=machine.python_bits, path=machine.python)
    if _STORE in str(machine.python).lower():
        yield _wrong("python-store", path=machine.python)
    if machine.python_bits == 32:
        yield Check(State.NOTE, "python-32")


def _packages(machine: Machine) -> Iterator[Check]:
    for name in NEEDED:
        if name in machine.versions:
            yield _well("package", name=name, version=machine.versions[name])
        else:
            yield _wrong("no-package", name=name, python=machine.python)


def _excel(machine: Machine) -> Iterator[Check]:
    yield _well("excel") if excel_settings.excel_installed(machine.registry) else _wrong("no-excel")


def _file(machine: Machine, source: str) -> Iterator[Check]:
    path = addin_path(machine)
    if not path.exists():
        yield _wrong("no-addin-file", path=path)
    elif differing_parts(path.read_bytes(), xlam.build(source)):
        yield _wrong("addin-differs", path=path)
    else:
        yield _well("addin-file", path=path)
    if excel_settings.disabled(machine.registry, xlam.FILE):
        yield _wrong("disabled")


def _opened(machine: Machine) -> Iterator[Check]:
    entries = [e for e in excel_settings.opened(machine.registry) if excel_settings.opens(e, xlam.FILE)]
    if entries:
        yield _wrong("opened-elsewhere", path=entries[0])
    elif addin_path(machine).exists():
        yield _well("opened")


def _settings(machine: Machine) -> Iterator[Check]:
    python = read_settings(machine.settings_file, machine.encoding).get("INTERPRETER_WIN", "")
    if not readable(str(machine.python), machine.encoding):
        yield _wrong("odd-path", path=machine.python)
    elif not python or not Path(python).exists():
        yield _wrong("no-settings")
    elif Path(python) != machine.python:
        yield Check(State.NOTE, "other-python", {"path": python})
    else:
        yield _well("settings")


def _dll(machine: Machine, version: str) -> Iterator[Check]:
    bits = excel_settings.excel_bits(machine.registry) or 64
    name = xlwings_vba.dll_names(version)[bits]
    if (machine.settings_folder / name).exists():
        yield _well("dll", name=name)
    else:
        yield _wrong("no-dll", name=name, version=version, python=machine.python)


def _trust(machine: Machine) -> Iterator[Check]:
    trust = excel_settings.trust(machine.registry)
    allowances = {"no-addins": trust.addins, "no-unsigned": trust.unsigned, "no-macros": trust.macros}
    barred = [code for code, allowed in allowances.items() if not allowed]
    for code in barred:
        yield _wrong(code, locked=trust.locked)
    forbidden = [*barriers(machine.registry)]
    for barrier in forbidden:
        state = State.WRONG if barrier.bars else State.NOTE
        yield Check(state, barrier.code, {"locked": barrier.locked and barrier.bars})
    if not barred and not any(barrier.bars for barrier in forbidden):
        yield _well("trusted")


def _start(machine: Machine) -> Iterator[Check]:
    """The Python of the add-in, started as the add-in starts it."""
    python = read_settings(machine.settings_file, machine.encoding).get("INTERPRETER_WIN", "")
    if not python or not Path(python).exists():
        return
    trial = machine.try_server(Path(python))
    fields = {"python": python, "seconds": f"{trial.seconds:.1f}", "why": trial.said}
    if trial.code:
        yield _wrong("no-start", **fields)
    elif trial.seconds > AT_ONCE:
        yield Check(State.NOTE, "slow-start", dict(fields))
    else:
        yield _well("starts", **fields)
