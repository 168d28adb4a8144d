"""A person's file is never overwritten without a copy of it beside."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path


def backup(path: Path) -> Path:
    """Copy ``book.xlsx`` to ``book.bak1.xlsx`` (the first free number) beside it; returns the copy."""
    for number in count(1):
        copy = path.with_name(f"{path.stem}.bak{number}{path.suffix}")
        if not copy.exists():
            shutil.copy2(path, copy)
            return copy
    raise AssertionError("numbers never end")
