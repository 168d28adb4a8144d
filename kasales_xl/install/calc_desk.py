"""What the installer and the doctor see of a LibreOffice: its programs, its Python, the account of its user.
All of it is an argument, so that every case can be tried on any system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Seconds that LibreOffice may take for one thing.
PATIENCE = 120


@dataclass(frozen=True)
class Ran:
    """A command: its exit code and what it said, all in one."""

    code: int
    said: str


@dataclass(frozen=True)
class CalcDesk:
    """``folder``: where the extension looks for our note. ``python``: the interpreter that LibreOffice runs;
    None for each that was not found. ``root``: LibreOffice refuses to add extensions for that account."""

    folder: Path
    soffice: str | None
    unopkg: str | None
    python: str | None
    root: bool
    run: Callable[[Sequence[str]], Ran]


def calc_folder(environment: Mapping[str, str], home: Path) -> Path:
    """The folder in which the extension looks for the note."""
    base = environment.get("APPDATA") or environment.get("XDG_CONFIG_HOME")
    return (Path(base) if base else home / ".config") / "kasales"


def this_desk(environment: Mapping[str, str], home: Path) -> CalcDesk:
    """The computer that this runs on."""
    soffice = _program("soffice", environment)
    return CalcDesk(
        folder=calc_folder(environment, home),
        soffice=soffice,
        unopkg=_program("unopkg", environment),
        python=next((str(p) for p in _pythons(soffice) if p.exists()), None),
        root=getattr(os, "geteuid", lambda: 1)() == 0,
        run=run,
    )


def run(command: Sequence[str]) -> Ran:
    """What it said; a program that cannot be started or takes too long is a failure that says so."""
    try:
        done = subprocess.run(  # noqa: S603 - LibreOffice's own programs, arguments as a list
            list(command), capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Ran(1, str(error))
    return Ran(done.returncode, (done.stdout + done.stderr).strip())


def _program(name: str, environment: Mapping[str, str]) -> str | None:
    """On the path, else where LibreOffice puts it on Windows and macOS."""
    found = shutil.which(name, path=environment.get("PATH", ""))
    programs = Path(environment.get("PROGRAMFILES", "C:\\Program Files"))
    places = (
        programs / "LibreOffice" / "program" / f"{name}.com",
        Path("/Applications/LibreOffice.app/Contents/MacOS") / name,
    )
    return found or next((str(place) for place in places if place.exists()), None)


def _pythons(soffice: str | None) -> Iterator[Path]:
    """LibreOffice's own interpreter beside its program; distributions give it the system's."""
    if soffice:
        program = Path(soffice).resolve().parent
        yield from (program / "python.exe", program / "python", program.parent / "Resources" / "python")
        if sys.platform == "linux":
            yield Path("/usr/bin/python3")
