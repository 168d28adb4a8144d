"""The command ``kasales`` as a process of its own: how the ribbon gets what needs files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: Seconds that a scorecard may take.
PATIENCE = 300
_LINES = 6


class CommandFailed(Exception):
    """The last lines of what the command said."""


def interpreter() -> str:
    """This Python with a console to write to, even where Excel started the one without."""
    python = Path(sys.executable)
    console = python.with_name(python.name.replace("pythonw", "python"))
    return str(console if console.exists() else python)


def run_command(arguments: Sequence[str]) -> str:
    """What the command printed. Raises CommandFailed when it ends with an error or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - our own command, arguments as a list
            [interpreter(), "-m", "kasales_xl", *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=os.environ | {"PYTHONUTF8": "1"},
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommandFailed(str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise CommandFailed("\n".join(said[-_LINES:]))
    return done.stdout
