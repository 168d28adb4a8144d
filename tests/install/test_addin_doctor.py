"""What the doctor finds wrong with the Excel add-in, each case on a made-up Windows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_up_windows import VERSION, Registry, install, run, wrong

from kasales_xl.install import excel_settings, locked_desk
from kasales_xl.install.doctor import AT_ONCE, State, examine
from kasales_xl.install.excel import addin_path
from kasales_xl.install.machine import Machine, Trial
from kasales_xl.install.settings_file import read_settings, write_settings
from kasales_xl.text.addin import DIAGNOSES


def test_an_add_in_of_another_version_is_noticed(machine: Machine) -> None:
    install(machine)
    addin_path(machine).chmod(0o644)
    addin_path(machine).write_bytes(b"old")
    assert wrong(machine) == ["addin-differs"]


def test_another_persons_copy_is_noticed(machine: Machine, registry: Registry) -> None:
    install(machine)
    registry.write(excel_settings.OPTIONS, "OPEN", '/R "C:\\Users\\other\\kasales.xlam"')
    assert wrong(machine) == ["opened-elsewhere"]


def test_an_add_in_that_excel_switched_off_is_noticed(machine: Machine, registry: Registry) -> None:
    install(machine)
    registry.content[excel_settings.DISABLED] = {
        "1A": b"\x00" + "c:\\AddIns\\Kasales.xlam".encode("utf-16le")
    }
    assert wrong(machine) == ["disabled"]
    registry.content[excel_settings.DISABLED] = {"1A": "c:\\other.xlam".encode("utf-16le")}
    assert wrong(machine) == []


def test_a_python_that_is_gone_is_a_problem_and_another_one_only_a_note(machine: Machine) -> None:
    install(machine)
    settings = read_settings(machine.settings_file, "gbk")
    write_settings(machine.settings_file, settings | {"INTERPRETER_WIN": "C:\\gone\\python.exe"}, "gbk")
    assert wrong(machine) == ["no-settings"]
    other = machine.home / "python.exe"
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"")
    write_settings(machine.settings_file, settings | {"INTERPRETER_WIN": str(other)}, "gbk")
    assert wrong(machine) == []
    assert "other-python" in [check.code for check in examine(machine) if check.state is State.NOTE]


@pytest.mark.parametrize(
    ("key", "name", "value", "code"),
    [
        (excel_settings.SECURITY, "VBAWarnings", 4, "no-macros"),
        (excel_settings.SECURITY, "VBAWarnings", 3, None),
        (excel_settings.SECURITY, "VBAWarnings", 2, None),
        (excel_settings.POLICIES, "VBAWarnings", 3, "no-unsigned"),
        (excel_settings.POLICIES, "VBAWarnings", 4, "no-macros"),
        (excel_settings.SECURITY, "RequireAddinSig", 1, "no-unsigned"),
        (excel_settings.SECURITY, "RequireAddinSig", 0, None),
        (excel_settings.SECURITY, "DisableAllAddins", 1, "no-addins"),
        (excel_settings.POLICIES, "DisableAllAddins", 1, "no-addins"),
    ],
)
def test_trust_settings_that_bar_the_add_in_are_named(
    key: str, name: str, value: int, code: str | None, machine: Machine, registry: Registry
) -> None:
    install(machine)
    registry.content[key] = {name: value}
    assert wrong(machine) == ([code] if code else [])
    if code:
        locked = next(check for check in examine(machine) if check.code == code).fields["locked"]
        assert locked is (key == excel_settings.POLICIES)


@pytest.mark.parametrize(
    ("key", "name", "value", "code"),
    [
        (locked_desk.VBA[0], "VBAOff", 1, "no-vba"),
        (locked_desk.VBA[1], "VBAOff", 1, "no-vba"),
        (locked_desk.VBA[2], "VBAOff", 1, "no-vba"),
        (locked_desk.VBA[0], "VBAOff", 0, None),
        (locked_desk.LOCATIONS[0], "AllLocationsDisabled", 1, "no-locations"),
        (locked_desk.LOCATIONS[0], "AllLocationsDisabled", 0, None),
        (locked_desk.RULES[0], locked_desk.CHILDREN.upper(), "1", "no-children"),
        (locked_desk.RULES[0], locked_desk.CHILDREN, "2", None),
        (locked_desk.RULES[0], locked_desk.CHILDREN, "6", "no-children"),
        (locked_desk.RULES[1], "{" + locked_desk.CHILDREN + "}", 1, "no-children"),
        (locked_desk.RULES[1], locked_desk.API_CALLS, 1, "no-api-calls"),
        (
            locked_desk.MANAGED_RULES,
            locked_desk.MANAGED_NAME,
            f"{locked_desk.CHILDREN}=2|{{{locked_desk.API_CALLS}}}=1",
            "no-api-calls",
        ),
        (locked_desk.MANAGED_RULES, locked_desk.MANAGED_NAME, "", None),
    ],
)
def test_what_a_company_forbids_is_named_with_whom_to_ask(
    key: str, name: str, value: str | int, code: str | None, machine: Machine, registry: Registry
) -> None:
    install(machine)
    registry.content[key] = {name: value}
    assert wrong(machine) == ([code] if code else [])


def test_a_policy_goes_before_the_rule_of_the_computer_itself(machine: Machine, registry: Registry) -> None:
    install(machine)
    registry.content[locked_desk.RULES[1]] = {locked_desk.CHILDREN: 1}
    registry.content[locked_desk.RULES[0]] = {locked_desk.CHILDREN: "2"}
    assert wrong(machine) == []


@pytest.mark.parametrize(
    ("key", "name", "value", "code"),
    [
        (locked_desk.PROMPT, "DisableCMD", 1, "no-prompt"),
        (locked_desk.PROMPT, "DisableCMD", 2, "no-prompt"),
        (locked_desk.PROMPT, "DisableCMD", 0, None),
        (locked_desk.APPLOCKER, "EnforcementMode", 1, "applocker"),
        (locked_desk.APPLOCKER, "EnforcementMode", 0, None),
        (locked_desk.CITRIX, "ProductVersion", "2402", "citrix"),
    ],
)
def test_what_is_only_good_to_know_is_a_note(
    key: str, name: str, value: str | int, code: str | None, machine: Machine, registry: Registry
) -> None:
    install(machine)
    registry.content[key] = {name: value}
    assert wrong(machine) == []
    assert notes(machine) == ([code] if code else [])


@pytest.mark.parametrize(
    ("trial", "problems", "noted"),
    [
        (Trial(0, "", 0.4), [], []),
        (Trial(0, "", AT_ONCE), [], []),
        (Trial(0, "", AT_ONCE + 0.1), [], ["slow-start"]),
        (Trial(1, "ModuleNotFoundError: No module named 'win32api'", 0.4), ["no-start"], []),
    ],
)
def test_the_add_ins_python_is_started_to_see_whether_it_could(
    trial: Trial, problems: list[str], noted: list[str], machine: Machine
) -> None:
    install(machine)
    tried: list[str] = []

    def try_server(python: Path) -> Trial:
        tried.append(str(python))
        return trial

    desk = replace(machine, try_server=try_server)
    assert wrong(desk) == problems
    assert notes(desk) == noted
    assert set(tried) == {str(machine.python)}
    if problems:
        check = next(check for check in examine(desk) if check.code == "no-start")
        assert "win32api" in DIAGNOSES["no-start"](**check.fields).pick("zh")


def test_a_python_from_the_store_writes_where_excel_does_not_look(machine: Machine) -> None:
    install(machine)
    store = Path("C:/Users/x/AppData/Local/Microsoft/WindowsApps/python.exe")
    assert "python-store" in wrong(replace(machine, python=store))


def notes(machine: Machine) -> list[str]:
    return [check.code for check in examine(machine) if check.state is State.NOTE]


def test_an_administrators_policy_goes_before_the_users_own_setting(
    machine: Machine, registry: Registry
) -> None:
    install(machine)
    registry.content[excel_settings.SECURITY] = {"VBAWarnings": 4}
    registry.content[excel_settings.POLICIES] = {"VBAWarnings": 2}
    assert wrong(machine) == []


def test_old_python_and_missing_packages_come_first(machine: Machine) -> None:
    install(machine)
    assert wrong(replace(machine, python_version=(3, 10))) == ["python-old"]
    assert wrong(replace(machine, python_version=(3, 11))) == []
    assert wrong(replace(machine, versions={"xlwings": VERSION})) == ["no-package"]
    notes = [check.code for check in examine(replace(machine, python_bits=32)) if check.state is State.NOTE]
    assert notes == ["python-32"]


def test_no_excel_is_said_plainly(machine: Machine, registry: Registry) -> None:
    install(machine)
    del registry.content[excel_settings.CLICK_TO_RUN]
    assert wrong(machine) == ["no-excel"]
    registry.content[excel_settings.APP_PATH] = {"": "C:\\EXCEL.EXE"}
    assert wrong(machine) == []


def test_a_locked_setting_is_a_matter_for_it(
    machine: Machine, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(machine)
    registry.content[excel_settings.POLICIES] = {"DisableAllAddins": 1}
    code, said = run(monkeypatch, machine, "doctor")
    assert code == 1
    assert "请找 IT" in said
