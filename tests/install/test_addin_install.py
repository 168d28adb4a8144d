"""Installing the Excel add-in and removing it, on a Windows made of a folder and a dictionary."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner
from made_up_windows import DLL, SOURCE, VERSION, Registry, install, run, wrong

import kasales_xl
from kasales_xl.build.excel import xlam
from kasales_xl.commands import addin as command
from kasales_xl.hosts.excel.vba import kept_source
from kasales_xl.install import excel_settings
from kasales_xl.install.excel import NoDll, addin_path, installing, removing, settings
from kasales_xl.install.machine import SWITCHES, Machine, this_machine
from kasales_xl.install.registry import Registry as NoRegistry
from kasales_xl.install.settings_file import read_settings, write_settings
from kasales_xl.text.addin import DIAGNOSES, NEXT

_SERVER = "kasales_xl.hosts.excel.server"


def test_after_installing_the_doctor_finds_nothing(machine: Machine) -> None:
    assert wrong(machine) == ["no-addin-file", "no-settings", "no-dll"]
    install(machine)
    assert wrong(machine) == []
    assert addin_path(machine).read_bytes() == xlam.build()
    assert (machine.settings_folder / DLL).read_bytes() == b"dll"


def test_the_add_in_learns_its_python_and_where_its_dll_is(machine: Machine) -> None:
    install(machine)
    noted = read_settings(machine.settings_file, machine.encoding)
    assert noted["INTERPRETER_WIN"] == str(machine.python)
    assert noted["DLL_FOLDER"] == str(machine.settings_folder)
    assert noted["ADD_WORKBOOK_TO_PYTHONPATH"] == "False"


def test_excel_opens_it_from_its_start_folder_read_only(machine: Machine) -> None:
    """From there a formula is written by the file's name alone, the same for everybody who shares a book; and
    a second Excel opens a file that nobody may write without asking."""
    install(machine)
    assert addin_path(machine) == machine.appdata / "Microsoft" / "Excel" / "XLSTART" / "kasales.xlam"
    assert not addin_path(machine).stat().st_mode & 0o222
    addin_path(machine).chmod(0o644)
    addin_path(machine).write_bytes(b"old")
    addin_path(machine).chmod(0o444)
    install(machine)
    assert addin_path(machine).read_bytes() == xlam.build()


def test_the_add_in_of_the_old_place_goes_and_add_ins_of_others_stay(
    machine: Machine, registry: Registry
) -> None:
    old = machine.addins / "kasales.xlam"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"0.2.0")
    options = {"OPEN": '"C:\\a.xlam"', "OPEN1": '/R "D:\\old\\kasales.xlam"', "OPEN2": "b.xla", "Font": "x"}
    registry.content[excel_settings.OPTIONS] = dict(options)
    assert wrong(machine)[1] == "opened-elsewhere"
    install(machine)
    install(machine)
    assert registry.content[excel_settings.OPTIONS] == {
        "OPEN": '"C:\\a.xlam"', "OPEN1": "b.xla", "Font": "x",
    }  # fmt: skip
    assert not old.exists()
    assert wrong(machine) == []


def test_removing_leaves_no_gap_and_nothing_of_ours(machine: Machine, registry: Registry) -> None:
    install(machine)
    registry.write(excel_settings.OPTIONS, "OPEN", '/R "C:\\AddIns\\kasales.xlam"')
    registry.write(excel_settings.OPTIONS, "OPEN1", '"C:\\later.xlam"')
    steps = removing(machine)
    assert [step.code for step in steps] == ["close-addin", "remove-addin", "remove-settings"]
    for step in steps:
        step.do()
    assert registry.content[excel_settings.OPTIONS] == {"OPEN": '"C:\\later.xlam"'}
    assert not addin_path(machine).exists()
    assert not machine.settings_folder.exists()
    assert removing(machine) == []


def test_removing_keeps_what_somebody_else_put_beside_our_settings(machine: Machine) -> None:
    install(machine)
    (machine.settings_folder / "notes.txt").write_text("mine")
    for step in removing(machine):
        step.do()
    assert [path.name for path in machine.settings_folder.iterdir()] == ["notes.txt"]


def test_a_missing_dll_stops_before_anything_is_written(machine: Machine) -> None:
    (machine.python.parent / DLL).unlink()
    with pytest.raises(NoDll, match=re.escape(DLL)):
        installing(machine, SOURCE)
    assert not machine.settings_folder.exists()


def test_excel_of_32_bits_needs_its_own_dll(machine: Machine, registry: Registry) -> None:
    registry.content[excel_settings.CLICK_TO_RUN] = {"Platform": "x86"}
    with pytest.raises(NoDll, match="xlwings32"):
        installing(machine, SOURCE)
    small = f"xlwings32-{VERSION}.dll"
    (machine.python.parent / small).write_bytes(b"small")
    install(machine)
    assert (machine.settings_folder / small).exists()
    assert (machine.settings_folder / DLL).exists()
    assert wrong(machine) == []


def test_a_pinned_dll_outlives_an_upgrade_of_xlwings(machine: Machine) -> None:
    install(machine)
    (machine.python.parent / DLL).unlink()
    assert wrong(machine) == []
    install(machine)
    assert (machine.settings_folder / DLL).read_bytes() == b"dll"


def test_a_chinese_user_name_is_fine_where_windows_is_chinese(machine: Machine, tmp_path: Path) -> None:
    python = tmp_path / "张三" / "python.exe"
    python.parent.mkdir()
    python.write_bytes(b"")
    chinese = replace(machine, python=python)
    install(chinese)
    assert wrong(chinese) == []
    assert read_settings(chinese.settings_file, "gbk")["INTERPRETER_WIN"] == str(python)


def test_a_path_that_vba_cannot_read_is_refused_before_anything_is_written(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = replace(machine, python=tmp_path / "张三" / "python.exe", encoding="cp1252")
    assert "odd-path" in wrong(odd)
    code, said = run(monkeypatch, odd, "install")
    assert code == 2
    assert "VBA" in said
    assert not machine.settings_folder.exists()


def test_settings_are_written_the_way_vba_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "kasales.conf"
    write_settings(path, {"INTERPRETER_WIN": "C:\\Program Files\\Python\\python.exe"}, "gbk")
    assert path.read_bytes() == b'"INTERPRETER_WIN","C:\\Program Files\\Python\\python.exe"\r\n'
    assert read_settings(tmp_path / "none.conf", "gbk") == {}
    path.write_bytes(b"\xff\xff\xff")
    assert read_settings(path, "utf-8") == {}


def test_entries_of_other_files_are_not_ours() -> None:
    for entry in ('/R "C:\\a b\\kasales.xlam"', "kasales.xlam", '"C:\\KASALES.XLAM"', "C:/x/kasales.xlam"):
        assert excel_settings.opens(entry, xlam.FILE), entry
    for entry in ('"C:\\my-kasales.xlam"', "C:\\kasales.xlam\\other.xla", ""):
        assert not excel_settings.opens(entry, xlam.FILE), entry


def test_the_command_installs_examines_and_removes(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run(monkeypatch, machine, "doctor")
    assert code == 1
    assert "3 个问题" in said
    assert said.count("下一步：") == 3
    code, said = run(monkeypatch, machine, "install")
    assert (code, addin_path(machine).exists()) == (0, True)
    assert "=KA_VERSION()" in said
    code, said = run(monkeypatch, machine, "doctor")
    assert code == 0
    assert "没有发现问题" in said
    code, said = run(monkeypatch, machine, "uninstall")
    assert (code, addin_path(machine).exists()) == (0, False)


def test_nothing_is_touched_while_excel_is_open(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    open_now = replace(machine, excel_runs=lambda: True)
    code, said = run(monkeypatch, open_now, "install")
    assert code == 2
    assert "Excel 开着" in said
    assert not addin_path(machine).exists()


def test_elsewhere_the_command_says_what_it_would_do_and_does_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = replace(machine, windows=False, registry=NoRegistry())
    for name in ("install", "uninstall", "doctor"):
        code, said = run(monkeypatch, elsewhere, name)
        assert code == 0
        assert "不是 Windows" in said
        assert name == "doctor" or said.count("\n  ") >= 2, "what it would do"
    assert not machine.home.exists()
    assert not machine.appdata.exists()


def test_libreoffice_gets_the_extension_and_the_way_to_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no LibreOffice is found, the rest is said to be done by hand, and the command has not succeeded."""
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    done = CliRunner().invoke(command.addin_group, ["install", "--libreoffice"])
    folder = tmp_path / "kasales"
    assert done.exit_code == 2
    assert str(folder / "kasales.oxt") in done.output
    noted = (folder / "python-path.txt").read_text("utf-8").splitlines()
    assert str(Path(kasales_xl.__file__).parent.parent) in noted
    assert all(Path(path).exists() for path in noted)


def test_build_writes_what_check_then_finds_up_to_date(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(command.addin_group, ["build", "-o", str(tmp_path), "--check"]).exit_code == 1
    assert runner.invoke(command.addin_group, ["build", "-o", str(tmp_path)]).exit_code == 0
    assert runner.invoke(command.addin_group, ["build", "-o", str(tmp_path), "--check"]).exit_code == 0
    (tmp_path / "excel" / xlam.FILE).write_bytes(b"other")
    stale = runner.invoke(command.addin_group, ["build", "-o", str(tmp_path), "--check"])
    assert stale.exit_code == 1
    assert "不一致" in stale.output


def test_paths_of_windows_are_what_excel_reads(registry: Registry) -> None:
    """No Windows is at hand: its own rules of paths are."""
    there = PureWindowsPath("C:\\Users\\张三")
    machine = Machine(
        windows=False,
        home=there,  # type: ignore[arg-type]
        appdata=there / "AppData" / "Roaming",  # type: ignore[arg-type]
        python=PureWindowsPath("D:\\Python 3.11\\python.exe"),  # type: ignore[arg-type]
        python_version=(3, 11),
        python_bits=64,
        prefixes=(),
        versions={},
        registry=registry,
    )
    assert str(addin_path(machine)) == (
        "C:\\Users\\张三\\AppData\\Roaming\\Microsoft\\Excel\\XLSTART\\kasales.xlam"
    )
    assert str(machine.settings_file) == "C:\\Users\\张三\\.kasales\\kasales.conf"
    assert settings(machine)["INTERPRETER_WIN"] == "D:\\Python 3.11\\python.exe"
    assert settings(machine)["DLL_FOLDER"] == "C:\\Users\\张三\\.kasales"


def test_the_vba_starts_python_with_the_switches_that_the_doctor_tries() -> None:
    assert f'" {" ".join(SWITCHES)} -m "' in kept_source("KaPython")
    assert f'"{_SERVER}"' in kept_source("KaPython")


def test_a_python_is_tried_as_the_add_in_starts_it() -> None:
    """For real: this computer has no pywin32, which is what the trial says."""
    trial = this_machine().try_server(Path(sys.executable))
    assert trial.code == 1
    assert "pywin32" in trial.said
    gone = this_machine().try_server(Path("/no/such/python"))
    assert gone.code == 1
    assert "/no/such/python" in gone.said


def test_this_computer_can_be_looked_at() -> None:
    machine = this_machine()
    assert machine.python.exists()
    assert machine.versions["xlwings"]
    assert machine.excel_runs() is False


def test_advice_is_given_only_for_what_the_doctor_finds() -> None:
    assert NEXT.keys() <= DIAGNOSES.keys()
