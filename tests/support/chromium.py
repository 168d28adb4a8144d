"""Drives Chromium without a window: it starts once, then each order takes some milliseconds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

SESSION = Path(__file__).with_name("chromium_session.mjs")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program() -> str:
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def why_not() -> str:
    """Why no page can be opened here, blank when it can."""
    if not os.environ.get("KASALES_CHROMIUM"):
        return "KASALES_CHROMIUM names no folder of packages; .ci/install-chromium prints its path"
    if not program():
        return "Chromium is not installed"
    return "" if shutil.which("node") else "Node is not installed"


class Browser:
    """A running browser with one window at a time."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(SESSION), os.path.abspath(os.environ["KASALES_CHROMIUM"]), program()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def order(self, order: str, **given: Any) -> Any:
        """One order of the session, by name. Raises AssertionError where the browser can't carry it out."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"order": order, **given}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the browser ended at {order}"
        told = json.loads(line)
        assert "error" not in told, f"{order} {given}: {told['error']}"
        return told["answer"]

    def window(self, width: int = 1280, height: int = 900, *, dark: bool = False) -> None:
        self.order("window", width=width, height=height, dark=dark)

    def open(self, path: Path, route: str = "/") -> float:
        """Milliseconds until the page is drawn."""
        took: float = self.order("open", url=f"{path.as_uri()}#{route}")
        return took

    def go(self, route: str) -> None:
        self.order("go", route=route)

    def ask(self, script: str, given: Any = None) -> Any:
        """What a function of JavaScript returns in the page."""
        return self.order("evaluate", script=script, given=given)

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
