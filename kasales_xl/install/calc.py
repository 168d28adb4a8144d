"""Puts the LibreOffice extension and the way to the package where LibreOffice finds them; takes both out."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from kasales_xl.build.calc import oxt
from kasales_xl.files.whole import write_whole
from kasales_xl.install.calc_desk import CalcDesk

FILE, NOTE = "kasales.oxt", "python-path.txt"
#: What LibreOffice says while one of its windows is open.
_OPEN = "lock file"


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


def add_to_calc(desk: CalcDesk, extension: Path) -> tuple[str, str]:
    """Has LibreOffice take the extension in. A code of ``text.addin.CALC``, ``calc-added`` when it did, and
    what LibreOffice said."""
    if desk.unopkg is None:
        return "calc-by-hand", ""
    if desk.root:
        return "calc-root", ""
    done = desk.run([desk.unopkg, "add", "--force", "--suppress-license", str(extension)])
    if done.code == 0:
        return "calc-added", ""
    return "calc-open" if _OPEN in done.said.lower() else "calc-refused", done.said


def remove_from_calc(desk: CalcDesk) -> tuple[str, str]:
    """The same for taking it out: ``calc-removed`` when nothing of ours is left. Our files go in any case."""
    for name in (FILE, NOTE):
        (desk.folder / name).unlink(missing_ok=True)
    if desk.folder.exists() and not any(desk.folder.iterdir()):
        desk.folder.rmdir()
    if desk.unopkg is None:
        return "calc-remove-by-hand", ""
    if desk.root:
        return "calc-root-remove", ""
    if not added_version(desk):
        return "calc-removed", ""
    done = desk.run([desk.unopkg, "remove", oxt.IDENTIFIER])
    if done.code == 0:
        return "calc-removed", ""
    return "calc-open" if _OPEN in done.said.lower() else "calc-refused", done.said


def added_version(desk: CalcDesk) -> str:
    """Of the extension that LibreOffice holds; blank where it holds none."""
    if desk.unopkg is None or desk.root:
        return ""
    done = desk.run([desk.unopkg, "list", oxt.IDENTIFIER])
    lines = [line.strip() for line in done.said.splitlines()]
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("Version:"))
    return next(named, "") if done.code == 0 else ""
