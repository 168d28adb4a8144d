"""Installing the LibreOffice extension, removing it, and why it does not work: a LibreOffice that answers what it
is told to, and the real one."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from in_child import NOBODY, in_child
from libreoffice import why_not
from needed import needed

import kasales_xl
from kasales_xl.commands import addin as command
from kasales_xl.install import calc_desk
from kasales_xl.install.calc import NOTE, add_to_calc, package_paths, put_for_calc, remove_from_calc
from kasales_xl.install.calc_desk import CalcDesk, Ran, calc_folder, this_desk
from kasales_xl.install.calc_doctor import examine_calc
from kasales_xl.install.doctor import State
from kasales_xl.text.addin_calc import CALC_DIAGNOSES, CALC_NEXT
from kasales_xl.version import __version__

OURS = "{}.{}".format(*sys.version_info[:2])


@dataclass
class Office:
    """What its programs answer, by the first word that is in the command."""

    answers: dict[str, Ran]
    asked: list[Sequence[str]] = field(default_factory=list)

    def run(self, command: Sequence[str]) -> Ran:
        self.asked.append(command)
        return next(answer for word, answer in self.answers.items() if any(word in part for part in command))


def office(**changed: Ran) -> Office:
    well = {
        "--version": Ran(0, "LibreOffice 25.2.3.2 520(Build:2)"),
        "sys.path +=": Ran(0, "fine"),
        "import sys, uno": Ran(0, OURS),
        "list": Ran(0, f"Identifier: kasales.calc\n  Version: {__version__}\n  is registered: yes"),
        "add": Ran(0, ""),
        "remove": Ran(0, ""),
    }
    return Office(well | {key.replace("_", " "): ran for key, ran in changed.items()})


def desk_of(folder: Path, program: Office) -> CalcDesk:
    return CalcDesk(folder, "/opt/soffice", "/opt/unopkg", "/opt/python", root=False, run=program.run)


def codes(desk: CalcDesk, state: State) -> list[str]:
    return [check.code for check in examine_calc(desk) if check.state is state]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_for_calc(tmp_path / "kasales", package_paths())
    return tmp_path / "kasales"


def test_a_desk_on_which_all_is_well_has_no_problem(folder: Path) -> None:
    assert codes(desk_of(folder, office()), State.WRONG) == []
    assert codes(desk_of(folder, office()), State.NOTE) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"--version": Ran(0, "LibreOffice 25.2.0.1 00")}, None),
        ({"--version": Ran(0, "LibreOffice 24.8.9.9 00")}, "libreoffice-old"),
        ({"--version": Ran(1, "")}, "libreoffice-old"),
        ({"import sys, uno": Ran(0, "3.99")}, "calc-python"),
        ({"import sys, uno": Ran(1, "ModuleNotFoundError: No module named 'uno'")}, "calc-no-bridge"),
        (
            {"sys.path +=": Ran(1, "Traceback\nModuleNotFoundError: No module named 'pydantic'")},
            "calc-no-package",
        ),
        ({"list": Ran(1, "ERROR: There is no such extension deployed: kasales.calc")}, "calc-not-added"),
        ({"list": Ran(0, "Identifier: kasales.calc\n  Version: 0.0.1")}, "calc-other-version"),
    ],
)
def test_each_thing_that_is_wrong_is_named(changed: dict[str, Ran], code: str | None, folder: Path) -> None:
    program = office()
    program.answers |= changed
    assert codes(desk_of(folder, program), State.WRONG) == ([code] if code else [])


def test_what_is_missing_altogether_is_named_too(folder: Path) -> None:
    desk = desk_of(folder, office())
    assert codes(replace(desk, soffice=None), State.WRONG) == ["no-libreoffice"]
    assert codes(replace(desk, python=None), State.NOTE) == ["calc-python-unknown"]
    assert codes(replace(desk, unopkg=None), State.NOTE) == ["calc-unopkg"]
    assert codes(replace(desk, root=True), State.NOTE) == ["calc-root"]
    (folder / NOTE).unlink()
    assert codes(desk, State.WRONG) == ["calc-no-note"]


def test_the_reason_why_the_package_is_of_no_use_is_said(folder: Path) -> None:
    program = office()
    program.answers["sys.path +="] = Ran(1, "Traceback\nModuleNotFoundError: No module named 'pydantic'")
    check = next(c for c in examine_calc(desk_of(folder, program)) if c.code == "calc-no-package")
    assert "No module named 'pydantic'" in CALC_DIAGNOSES[check.code](**check.fields).pick("zh")
    asked = next(command for command in program.asked if "sys.path +=" in " ".join(command))
    assert str(Path(kasales_xl.__file__).parent.parent) in asked, "looked for where the extension looks"


@pytest.mark.parametrize(
    ("changed", "done"),
    [
        ({}, "calc-added"),
        ({"add": Ran(1, "ERROR: The lock file indicates it as already running.")}, "calc-open"),
        ({"add": Ran(1, "ERROR: no space left")}, "calc-refused"),
    ],
)
def test_installing_says_how_it_went(changed: dict[str, Ran], done: str, folder: Path) -> None:
    program = office()
    program.answers |= changed
    code, said = add_to_calc(desk_of(folder, program), folder / "kasales.oxt")
    assert code == done
    assert said == (changed["add"].said if changed else "")


def test_nothing_is_asked_of_libreoffice_where_it_would_refuse(folder: Path) -> None:
    program = office()
    desk = desk_of(folder, program)
    assert add_to_calc(replace(desk, root=True), folder / "x")[0] == "calc-root"
    assert add_to_calc(replace(desk, unopkg=None), folder / "x")[0] == "calc-by-hand"
    assert program.asked == []


def test_removing_takes_our_files_and_the_extension(folder: Path) -> None:
    program = office()
    assert remove_from_calc(desk_of(folder, program)) == ("calc-removed", "")
    assert not folder.exists()
    assert ["/opt/unopkg", "remove", "kasales.calc"] in program.asked
    again = office(list=Ran(1, "There is no such extension deployed"))
    assert remove_from_calc(desk_of(folder, again)) == ("calc-removed", "")
    assert remove_from_calc(replace(desk_of(folder, again), root=True))[0] == "calc-root-remove"
    assert all("remove" not in command for command in again.asked)


def test_what_somebody_else_keeps_in_that_folder_stays(folder: Path) -> None:
    (folder / "mine.txt").write_text("mine")
    remove_from_calc(desk_of(folder, office()))
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["install", "uninstall", "doctor"])
def test_as_administrator_each_command_says_what_to_do(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = replace(desk_of(tmp_path / "kasales", office()), root=True)
    monkeypatch.setattr(calc_desk, "this_desk", lambda environment, home: desk)
    done = CliRunner().invoke(command.addin_group, [name, "--libreoffice"])
    assert done.exit_code == (1 if name == "doctor" else 2)
    assert "root" in done.output
    assert "平时" in done.output


def test_the_commands_end_well_where_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_of(tmp_path / "kasales", office())
    monkeypatch.setattr(calc_desk, "this_desk", lambda environment, home: desk)
    for name, said in (("install", __version__), ("doctor", "没有发现问题"), ("uninstall", "拿掉了")):
        done = CliRunner().invoke(command.addin_group, [name, "--libreoffice"])
        assert done.exit_code == 0, done.output
        assert said in done.output


def test_advice_is_given_only_for_what_the_doctor_finds() -> None:
    assert CALC_NEXT.keys() <= CALC_DIAGNOSES.keys()


def test_the_note_stands_where_the_extension_looks_for_it() -> None:
    assert calc_folder({"APPDATA": "C:\\Users\\x\\AppData\\Roaming"}, Path("h")).name == "kasales"
    assert calc_folder({"XDG_CONFIG_HOME": "/c"}, Path("/h")) == Path("/c/kasales")
    assert calc_folder({}, Path("/h")) == Path("/h/.config/kasales")


@pytest.fixture
def home() -> Iterator[Path]:
    """Of somebody who is not the administrator, who may not look into the folders of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="kasales-home-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.host
def test_a_real_libreoffice_takes_it_in_and_gives_it_back(home: Path) -> None:
    needed(why_not())

    def act() -> list[object]:
        os.environ.update(HOME=str(home), XDG_CONFIG_HOME=str(home / "config"))
        desk = this_desk(os.environ, home)
        extension = put_for_calc(desk.folder, package_paths())
        before = codes(desk, State.WRONG)
        added = add_to_calc(desk, extension)
        during = codes(desk, State.WRONG)
        removed = remove_from_calc(desk)
        return [desk.root, before, added, during, removed, codes(desk, State.WRONG)]

    root, before, added, during, removed, after = in_child(act, powerless=True)
    assert root is False
    assert "calc-not-added" in before
    assert added == ("calc-added", "")
    assert [code for code in during if not re.match("calc-no-package|calc-python", code)] == []
    assert removed == ("calc-removed", "")
    assert {"calc-not-added", "calc-no-note"} <= set(after)
