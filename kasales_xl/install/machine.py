"""What the installer and the doctor see of a computer: folders, Python, the registry. All of it is an
argument, so that every case can be tried on any system."""

from __future__ import annotations

import os
import site
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from kasales_xl.install.registry import Registry, WindowsRegistry


@dataclass(frozen=True)
class Machine:
    """``prefixes``: where pip may have put xlwings' DLL. ``versions``: of installed packages, by name.
    ``encoding``: the code page in which VBA reads our settings file. ``excel_runs``: is Excel open now?"""

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

    @property
    def addins(self) -> Path:
        """Excel's own folder for add-ins."""
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
    )


def _prefixes() -> tuple[Path, ...]:
    places = [Path(sys.executable).parent, Path(sys.prefix), Path(sys.base_prefix), Path(site.getuserbase())]
    return tuple(dict.fromkeys(places))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _excel_runs() -> bool:
    """Is a window of Excel open?"""
    import ctypes

    return bool(getattr(ctypes, "windll").user32.FindWindowW("XLMAIN", None))  # noqa: B009 - Windows only
