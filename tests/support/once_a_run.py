"""What is dear to make is made by one worker of a test run, and read by all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name, filled by ``make`` in whichever worker comes first; the others wait for it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    done, failed = folder.with_suffix(".done"), folder.with_suffix(".failed")
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not done.exists():
            assert not failed.exists(), f"{name}: {failed.read_text('utf-8')}"
            assert time.monotonic() < until, f"{name} is not there after {PATIENCE} s"
            time.sleep(0.05)
        return folder
    try:
        make(folder)
    except BaseException as error:
        failed.write_text(repr(error), "utf-8")
        raise
    done.touch()
    return folder
