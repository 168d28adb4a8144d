"""Puts the LibreOffice extension where a user's LibreOffice finds it and the package it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from kasales_xl.build.calc import oxt
from kasales_xl.files.whole import write_whole

FILE, NOTE = "kasales.oxt", "python-path.txt"
#: Seconds that LibreOffice may take to add the extension.
PATIENCE = 120


def calc_folder(environment: Mapping[str, str], home: Path) -> Path:
    """The folder in which the extension looks for the note."""
    base = environment.get("APPDATA") or environment.get("XDG_CONFIG_HOME")
    return (Path(base) if base else home / ".config") / "kasales"


def package_paths() -> list[Path]:
    """Where this Python has kasales_xl and what it needs."""
    paths = sysconfig.get_paths()
    package = Path(__file__).resolve().parents[2]
    return list(dict.fromkeys([package, Path(paths["purelib"]), Path(paths["platlib"])]))


def put_for_calc(folder: Path, paths: list[Path]) -> Path:
    """Writes the extension and the note of the package's paths; where the extension is."""
    write_whole(folder / NOTE, "".join(f"{path}\n" for path in paths).encode())
    write_whole(folder / FILE, oxt.build())
    return folder / FILE


def add_to_calc(extension: Path) -> bool:
    """Has LibreOffice taken the extension in? False: there is no unopkg on the path, or it refused."""
    unopkg = shutil.which("unopkg")
    if unopkg is None:
        return False
    command = [unopkg, "add", "--force", "--suppress-license", str(extension)]
    try:
        done = subprocess.run(  # noqa: S603 - LibreOffice's own tool, arguments as a list
            command, capture_output=True, timeout=PATIENCE, env=dict(os.environ)
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
