"""A person's file is never overwritten without a copy of it beside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from itertools import count
from pathlib import Path

_COPY = re.compile(r"(.+)\.bak\d+")


def is_backup(path: Path) -> bool:
    """Is it such a copy, with the book beside it?"""
    match = _COPY.fullmatch(path.stem)
    return match is not None and path.with_name(match[1] + path.suffix).exists()


def backup(path: Path) -> Path:
    """Copy ``book.xlsx`` to ``book.bak1.xlsx`` (the first free number) beside it; returns the copy."""
    copy = first_free(path.with_name(f"{path.stem}.bak{number}{path.suffix}") for number in count(1))
    shutil.copy2(path, copy)
    return copy


def first_free(paths: Iterable[Path]) -> Path:
    """The first where nothing stands yet."""
    return next(path for path in paths if not path.exists())
