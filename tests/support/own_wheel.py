"""The product's wheel, made from this checkout as ``pip wheel`` makes it, without a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest
from once_a_run import made_once
from paths import ROOT

_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")
_BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


def own_wheel(factory: pytest.TempPathFactory) -> Path:
    """Made once a run."""
    return next(made_once(factory, "wheel", _make).glob("*.whl"))


def _make(folder: Path) -> None:
    source = folder / "source"
    shutil.copytree(ROOT / "kasales_xl", source / "kasales_xl", ignore=shutil.ignore_patterns("__pycache__"))
    for name in _SOURCES:
        shutil.copy(ROOT / name, source)
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(folder)], cwd=source, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    shutil.rmtree(source)


def metadata(wheel: Path) -> Message:
    """What pip and micropip read before they install it."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return BytesParser().parsebytes(archive.read(name))
