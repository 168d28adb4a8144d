"""Floor 5: the reference pages in ``docs``, zh beside en, each made from the table that the product runs on.

``python -m kasales_xl.build.reference [FOLDER]`` writes them, ``--check`` compares instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kasales_xl.build.reference import findings, functions, indicators, policy

#: Every page by its file name.
PAGES: dict[str, Callable[[], str]] = {
    "findings.md": findings.page,
    "functions.md": functions.page,
    "indicators.md": indicators.page,
    "policy.md": policy.page,
}


def differing(folder: Path) -> list[str]:
    """Names of pages that are missing or not what the builder makes."""
    found = []
    for name, page in PAGES.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != page().encode():
            found.append(name)
    return found
