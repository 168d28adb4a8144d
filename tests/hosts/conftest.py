"""One Calc for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from libreoffice import TODAY, Calc, why_not
from needed import needed


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    """One Calc for all tests of a worker."""
    needed(why_not())
    running = Calc(tmp_path_factory.mktemp("calc"), TODAY)
    yield running
    running.stop()
