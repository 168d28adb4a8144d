# ruff: noqa: E402
from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from libreoffice import Calc, why_not
from needed import needed

#: The scoring day of every host test.
TODAY = "2026-06-30"


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    """One Calc for all tests of a worker."""
    needed(why_not())
    running = Calc(tmp_path_factory.mktemp("calc"), TODAY)
    yield running
    running.stop()
