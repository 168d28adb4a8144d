"""Drives the Open XML schema validator: Node and the schemas are loaded once, then a file takes a second."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

SESSION = Path(__file__).with_name("validator_session.mjs")


def why_not() -> str:
    """Why no file can be judged here, blank when it can."""
    if not os.environ.get("KASALES_OOXML_VALIDATE"):
        return "KASALES_OOXML_VALIDATE names no validator; .ci/install-validator prints its path"
    return "" if shutil.which("node") else "Node is not installed"


class Validator:
    """A running validator."""

    def __init__(self) -> None:
        node, command = shutil.which("node"), os.environ["KASALES_OOXML_VALIDATE"]
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(SESSION), os.path.abspath(command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def errors(self, path: Path) -> list[dict[str, Any]]:
        """What the schema forbids in the file; its kind goes by the suffix."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"the validator ended at {path}"
        return json.loads(answer)

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
