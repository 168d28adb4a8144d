"""A Windows made of a folder and a dictionary, on which the Excel add-in is installed and examined."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kasales_xl.build.excel import xlwings_vba
from kasales_xl.commands import addin as command
from kasales_xl.install import excel_settings
from kasales_xl.install.doctor import examine, problems
from kasales_xl.install.excel import installing
from kasales_xl.install.machine import Machine
from kasales_xl.install.registry import Value

SOURCE = xlwings_vba.shipped()
VERSION = xlwings_vba.version(SOURCE)
DLL = f"xlwings64-{VERSION}.dll"


class Registry:
    """The registry as a dictionary."""

    def __init__(self, content: dict[str, dict[str, Value]]) -> None:
        self.content = content

    def values(self, key: str) -> dict[str, Value]:
        return dict(self.content.get(key, {}))

    def write(self, key: str, name: str, value: str) -> None:
        assert key.startswith("HKCU\\")
        self.content.setdefault(key, {})[name] = value

    def remove(self, key: str, name: str) -> None:
        del self.content[key][name]


def new_registry() -> Registry:
    return Registry({excel_settings.CLICK_TO_RUN: {"Platform": "x64"}})


def new_machine(tmp_path: Path, registry: Registry) -> Machine:
    python = tmp_path / "Python311" / "python.exe"
    python.parent.mkdir()
    python.write_bytes(b"")
    (python.parent / DLL).write_bytes(b"dll")
    return Machine(
        windows=True,
        home=tmp_path / "home",
        appdata=tmp_path / "appdata",
        python=python,
        python_version=(3, 11),
        python_bits=64,
        prefixes=(python.parent,),
        versions={"kasales_xl": "0", "xlwings": VERSION, "pywin32": "306"},
        registry=registry,
        encoding="gbk",
    )


def install(machine: Machine) -> None:
    for step in installing(machine, SOURCE):
        step.do()


def wrong(machine: Machine) -> list[str]:
    return [check.code for check in problems(examine(machine))]


def run(monkeypatch: pytest.MonkeyPatch, machine: Machine, *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr("kasales_xl.install.machine.this_machine", lambda: machine)
    done = CliRunner().invoke(command.addin_group, arguments)
    return done.exit_code, done.output
