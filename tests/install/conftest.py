"""A made-up Windows for every test of the installation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from made_up_windows import Registry, new_machine, new_registry

from kasales_xl.build.excel import xlam
from kasales_xl.install.machine import Machine

build_once = cache(xlam.build)


@pytest.fixture(autouse=True)
def built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The add-in is the same bytes every time, which its own tests hold."""
    monkeypatch.setattr(xlam, "build", build_once)


@pytest.fixture
def registry() -> Registry:
    return new_registry()


@pytest.fixture
def machine(tmp_path: Path, registry: Registry) -> Machine:
    return new_machine(tmp_path, registry)
