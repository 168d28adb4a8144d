"""A made-up Windows for every test of the installation."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up_windows import Registry, new_machine, new_registry

from kasales_xl.install.machine import Machine


@pytest.fixture
def registry() -> Registry:
    return new_registry()


@pytest.fixture
def machine(tmp_path: Path, registry: Registry) -> Machine:
    return new_machine(tmp_path, registry)
