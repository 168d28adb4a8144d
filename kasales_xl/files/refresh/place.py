"""A refreshed book back to its place, or to another one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.files.refresh.book import Refreshed
from kasales_xl.files.replace import replace_book


@dataclass(frozen=True)
class Done:
    """``kept`` is the copy of what stood at ``target`` before, None where nothing did or nothing
    changed."""

    target: Path
    in_place: bool
    written: bool
    changed: int
    left: tuple[str, ...]
    kept: Path | None = None


def put_back(source: Path, target: Path, old: bytes, result: Refreshed) -> Done:
    """Write what changed, all or nothing. Raises CannotWrite, OpenElsewhere, and Refused where somebody
    saved the book meanwhile."""
    in_place = os.path.realpath(target) == os.path.realpath(source)
    there = target.exists()
    if result.data is old if in_place else there and target.read_bytes() == result.data:
        return Done(target, in_place, False, 0, result.left)
    kept = replace_book(target, result.data, old=old if in_place else None)
    return Done(target, in_place, True, result.changed, result.left, kept)
