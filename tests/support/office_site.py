"""The Office add-in's site, built once a run, and a Node session in which its scripts and Python run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from kasales_xl.build.office.site import site
from kasales_xl.build.office.sources import missing
from kasales_xl.commands.office_site import TRIAL_URL

SESSION = Path(__file__).with_name("office_session.mjs")
#: Names the folder with the pinned archives in ``parts`` and the Node packages that judge the site in ``tools``.
FOLDER = "KASALES_OFFICE"


def why_not() -> str:
    """Why no site can be run here, blank when it can."""
    if not os.environ.get(FOLDER) or missing(Path(parts())):
        return f"{FOLDER} names no folder with Pyodide and its wheels; .ci/install-pyodide prints its path"
    return "" if shutil.which("node") else "Node is not installed"


def parts() -> str:
    return os.path.join(os.environ[FOLDER], "parts")


def node() -> str:
    return shutil.which("node") or ""


def no_tools(package: str) -> str:
    """Why a Node package cannot be asked, blank when it can."""
    folder = os.environ.get(FOLDER, "")
    if not folder or not (Path(folder) / "tools" / "node_modules" / package).is_dir():
        return (
            f"{FOLDER} names no folder with the Node package {package}; .ci/install-pyodide prints its path"
        )
    return "" if node() else "Node is not installed"


def tool(package: str, *arguments: str) -> str:
    """What a command of a Node package prints."""
    command = Path(os.environ[FOLDER]) / "tools" / "node_modules" / package / "cli.js"
    done = subprocess.run(
        [node(), str(command), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_into(folder: Path) -> None:
    for name, content in site(TRIAL_URL, Path(parts())).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    # for Node, which otherwise takes scripts for another kind of module
    (folder / "package.json").write_text('{"type": "module"}')


class Session:
    """The add-in under Node."""

    def __init__(self, folder: Path) -> None:
        node = shutil.which("node")
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(SESSION), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, what: str, **value: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"what": what, "value": value}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the session ended"
        answer = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer["answer"]

    def cells(self, calls: list[Any], name: str = "plain") -> list[Any]:
        """What cells show: rows of values, or an error as ``{"error": …}``."""
        answers: list[Any] = self.ask("cells", name=name, calls=calls)["answers"]
        return answers

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
