"""The ``kasales`` command in a process of its own, as people type it, and what it leaves in a folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kasales_xl import cli


def kasales(*arguments: str, lang: str = "zh", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "KASALES"))}
    environment |= {name: os.environ[name] for name in ("KASALES_CACHE", "KASALES_SETTINGS")}
    environment |= {"PYTHONIOENCODING": "utf-8", "KASALES_LANG": lang, "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "kasales_xl", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=cwd,
        timeout=300,
        check=False,
    )


def digests(folder: Path) -> dict[str, str]:
    """Every file below the folder by what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lines(command: click.Command, typed: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command as it is typed."""
    yield typed
    context = click.Context(command)
    # what stands in a place of its own is loaded when it is called
    command = command.make_context("", [], resilient_parsing=True).command if typed else command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from lines(inner, (*typed, name))


EVERY_COMMAND = tuple(lines(cli.kasales))
