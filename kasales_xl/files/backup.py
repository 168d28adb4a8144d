"""A person's file is never overwritten without a copy of it beside."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from pathlib import Path

from kasales_xl.files.leftovers import temporary_file
from kasales_xl.files.whole import flush, flush_folder, writing

_COPY = re.compile(r"(.+)\.bak\d+")


def is_backup(path: Path) -> bool:
    """Is it such a copy, with the book beside it?"""
    match = _COPY.fullmatch(path.stem)
    return match is not None and path.with_name(match[1] + path.suffix).exists()


def backup(path: Path) -> Path:
    """Copy ``book.xlsx`` to ``book.bak1.xlsx`` (the first free number) beside it; returns the copy, which
    appears whole or not at all. A copy of the same content that is there already serves: a run that was
    broken off leaves one. Raises CannotWrite."""
    last = list(takewhile(Path.exists, _copies(path)))[-1:]
    if last and filecmp.cmp(path, last[0], shallow=False):
        return last[0]
    with writing(path.with_name(f"{path.stem}.bak1{path.suffix}")):
        temporary = temporary_file(path.parent, path.suffix)
        try:
            shutil.copy2(path, temporary)
            flush(temporary)
            copy = next(copy for copy in _copies(path) if _named(temporary, copy))
            flush_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    return copy


def _copies(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.stem}.bak{number}{path.suffix}") for number in count(1))


def _named(temporary: Path, copy: Path) -> bool:
    """Give the file this name unless somebody has it: a link never replaces what is there."""
    if copy.exists():
        return False
    try:
        os.link(temporary, copy)
    except FileExistsError:
        return False
    except OSError:
        # a file system without links
        temporary.rename(copy)
    return True


def first_free(paths: Iterable[Path]) -> Path:
    """The first where nothing stands yet."""
    return next(path for path in paths if not path.exists())
