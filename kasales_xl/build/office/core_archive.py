"""Our own part of the add-in: the rooms of the package that a worksheet function goes through, zipped."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

from kasales_xl.build.zipped import zipped

FILE = "kasales_core.zip"
#: Files and rooms of the package; nothing else goes into the browser.
ROOMS = (
    "__init__.py", "version.py", "core", "layout", "reading", "text", "pages", "book", "functions",
    "hosts/__init__.py", "hosts/today.py", "hosts/language.py", "hosts/excel/__init__.py",
    "hosts/excel/dialects.py", "hosts/excel/tables.py", "hosts/hidden_keys.py", "hosts/officejs",
)  # fmt: skip


def core_archive() -> bytes:
    package = resources.files("kasales_xl")
    parts: dict[str, bytes | str] = {}
    for room in ROOMS:
        _add(parts, f"kasales_xl/{room}", package / room)
    return zipped(parts)


def _add(parts: dict[str, bytes | str], name: str, place: Traversable) -> None:
    if place.is_file():
        parts[name] = place.read_bytes()
        return
    for inside in sorted(place.iterdir(), key=lambda one: one.name):
        if inside.is_dir() or inside.name.endswith(".py"):
            _add(parts, f"{name}/{inside.name}", inside)
