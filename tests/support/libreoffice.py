"""Drives a real, headless LibreOffice Calc with the extension in it."""

from __future__ import annotations

import io
import json
import os
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import kasales_xl
from kasales_xl.build.calc import oxt
from kasales_xl.functions import CellError

SESSION = Path(__file__).with_name("calc_session.py")
#: The scoring day of every host test.
TODAY = "2026-06-30"
NAME_ERROR = 525
_ERRORS = {32767: CellError.NA, 519: CellError.VALUE, 524: CellError.REF}
_RECALCULATE_ON_LOAD = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def _python_with_bridge() -> str | None:
    """The interpreter that LibreOffice's Python bridge belongs to."""
    for candidate in ("/usr/bin/python3", shutil.which("python3")):
        if candidate and subprocess.run([candidate, "-c", "import uno"], capture_output=True).returncode == 0:
            return candidate
    return None


def why_not() -> str:
    """Why Calc cannot be driven here, blank when it can."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return "LibreOffice is not installed (.ci/install-libreoffice)"
    said = subprocess.run([soffice, "--version"], capture_output=True, text=True).stdout.split()
    version = tuple(int(part) for part in said[1].split(".")[:2]) if len(said) > 1 else (0, 0)
    if version < (25, 2):
        return f"LibreOffice {said[1:2]} is older than 25.2"
    bridge = _python_with_bridge()
    if bridge is None:
        return "no Python with LibreOffice's bridge (python3-uno)"
    program = "import sys; print(*sys.version_info[:2])"
    theirs = subprocess.run([bridge, "-c", program], capture_output=True, text=True).stdout.split()
    ours = [str(part) for part in sys.version_info[:2]]
    return "" if theirs == ours else f"LibreOffice runs Python {theirs}, the package is for {ours}"


class Calc:
    """A running Calc. ``today``: the scoring day of its functions. extension: is it there? Without it a
    formula that asks us is an unknown name, as on most desks."""

    def __init__(self, home: Path, today: str, *, extension: bool = True) -> None:
        bundled, profile = home / "bundled", home / "profile"
        python, soffice = _python_with_bridge(), shutil.which("soffice")
        assert python is not None
        assert soffice is not None
        bundled.mkdir(parents=True)
        if extension:
            with zipfile.ZipFile(io.BytesIO(oxt.build())) as built:
                built.extractall(bundled / "kasales")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_RECALCULATE_ON_LOAD)
        package = Path(kasales_xl.__file__).parent.parent
        paths = os.pathsep.join([str(package), *site.getsitepackages()])
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))},
            # the Python inside LibreOffice takes the first python3 of the path for its home
            "PATH": os.pathsep.join([str(Path(python).parent), os.environ["PATH"]]),
            "KASALES_TODAY": today,
            "KASALES_LANG": "zh",
            "PYTHONPATH": paths,
        }
        self._log = (home / "soffice.log").open("w")
        self._process = subprocess.Popen(
            [python, str(SESSION), soffice, str(profile), str(bundled)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env=environment,
        )
        assert self._read() == "ready", (home / "soffice.log").read_text()

    def open(self, path: Path | None = None) -> Document:
        opened = self._ask("open", str(path) if path else "")
        return Document(self, opened["document"], opened["seconds"])

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._log.close()

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return json.loads(line) if line else None

    def _ask(self, name: str, *args: Any) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name, args]) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        if answer is None or "failed" in answer:
            raise RuntimeError(f"{name}: {answer and answer['failed']}")
        return answer["ok"]


class Document:
    """An open spreadsheet. Errors read as ``CellError``, those that aren't ours as their number."""

    def __init__(self, calc: Calc, number: int, seconds: float) -> None:
        self.calc, self.number, self.seconds = calc, number, seconds

    def sheets(self) -> list[str]:
        return self.calc._ask("sheets", self.number)

    def area(self, sheet: str, cells: str = "") -> list[list[Any]]:
        rows = self.calc._ask("area", self.number, sheet, cells)
        return [[_value(cell) for cell in row] for row in rows]

    def cell(self, sheet: str, cell: str) -> Any:
        return self.area(sheet, cell)[0][0]

    def formulas(self, sheet: str, cells: str) -> list[list[str]]:
        return self.calc._ask("formulas", self.number, sheet, cells)

    def put(self, sheet: str, cell: str, value: str | float) -> None:
        self.calc._ask("put", self.number, sheet, cell, value)

    def put_array(self, sheet: str, cells: str, formula: str) -> None:
        self.calc._ask("put_array", self.number, sheet, cells, formula)

    def insert_row(self, sheet: str, row: int) -> None:
        """A blank row above ``row``, 1-based."""
        self.calc._ask("insert_row", self.number, sheet, row)

    def delete_row(self, sheet: str, row: int) -> None:
        self.calc._ask("delete_row", self.number, sheet, row)

    def sort(self, sheet: str, cells: str, column: int, *, ascending: bool = True) -> None:
        """Rows without a header by one of their columns, 0-based from the left of ``cells``."""
        self.calc._ask("sort", self.number, sheet, cells, column, ascending)

    def calculate(self) -> float:
        return self.calc._ask("calculate", self.number)

    def save(self, path: Path, kind: str = "Calc MS Excel 2007 XML") -> None:
        self.calc._ask("save", self.number, str(path), kind)

    def close(self) -> None:
        self.calc._ask("close", self.number)


def _value(cell: Any) -> Any:
    if isinstance(cell, dict):
        return _ERRORS.get(cell["error"], cell["error"])
    return cell
