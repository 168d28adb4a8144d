"""What the installer and the doctor see of a computer: folders, Python, the registry. All of it is an
argument, so that every case can be tried on any system."""

from __future__ import annotations

import os
import site
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from kasales_xl.install.registry import Registry, WindowsRegistry

#: With which the add-in starts Python: nothing from the folder that Excel happens to stand in.
SWITCHES = ("-P", "-B", "-X", "utf8")
#: Seconds that a try may take.
PATIENCE = 60


@dataclass(frozen=True)
class Trial:
    """How starting the add-in's Python went: its exit code, the last line it said, seconds."""

    code: int
    said: str
    seconds: float


@dataclass(frozen=True)
class Machine:
    """``prefixes``: where pip may have put xlwings' DLL. ``versions``: of installed packages, by name.
    ``encoding``: the code page in which VBA reads our settings file. ``excel_runs``: is Excel open now?
    ``try_server``: starts a Python as the add-in does, to see whether it could."""

    windows: bool
    home: Path
    appdata: Path
    python: Path
    python_version: tuple[int, int]
    python_bits: int
    prefixes: tuple[Path, ...]
    versions: dict[str, str]
    registry: Registry
    encoding: str = "utf-8"
    excel_runs: Callable[[], bool] = field(default=lambda: False)
    try_server: Callable[[Path], Trial] = field(default=lambda python: Trial(0, "", 0.0))

    @property
    def startup(self) -> Path:
        """The folder whose workbooks Excel opens when it starts. It is a trusted location, and Excel writes a
        function from there into a book by its file's name alone, which is the same on every desk; from any
        other folder it writes the path of this person's copy, and whoever shares the book gets that."""
        return self.appdata / "Microsoft" / "Excel" / "XLSTART"

    @property
    def addins(self) -> Path:
        """Where the add-in stood up to version 0.2."""
        return self.appdata / "Microsoft" / "AddIns"

    @property
    def settings_folder(self) -> Path:
        return self.home / ".kasales"

    @property
    def settings_file(self) -> Path:
        return self.settings_folder / "kasales.conf"


def this_machine() -> Machine:
    """The computer that this runs on."""
    windows = sys.platform == "win32"
    home = Path.home()
    return Machine(
        windows=windows,
        home=home,
        appdata=Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming"),
        python=Path(sys.executable),
        python_version=sys.version_info[:2],
        python_bits=8 * struct.calcsize("P"),
        prefixes=_prefixes(),
        versions={name: v for name in ("kasales_xl", "xlwings", "pywin32") if (v := _version(name))},
        registry=WindowsRegistry() if windows else Registry(),
        encoding="mbcs" if windows else "utf-8",
        excel_runs=_excel_runs if windows else lambda: False,
        try_server=_try_server,
    )


def _prefixes() -> tuple[Path, ...]:
    places = [Path(sys.executable).parent, Path(sys.prefix), Path(sys.base_prefix), Path(site.getuserbase())]
    return tuple(dict.fromkeys(places))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _try_server(python: Path) -> Trial:
    command = [str(python), *SWITCHES, "-m", "kasales_xl.hosts.excel.server", "--try"]
    started = time.monotonic()
    try:
        done = subprocess.run(  # noqa: S603 - the Python of our own settings, arguments as a list
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Trial(1, str(error), time.monotonic() - started)
    said = done.stderr.strip().splitlines()
    return Trial(done.returncode, said[-1] if said else "", time.monotonic() - started)


def _excel_runs() -> bool:
    """Is a window of Excel open?"""
    import ctypes

    return bool(getattr(ctypes, "windll").user32.FindWindowW("XLMAIN", None))  # noqa: B009 - Windows only
