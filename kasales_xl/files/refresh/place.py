"""A refreshed book back to its place: never over an open file, never without a copy of the old one."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.files.backup import backup
from kasales_xl.files.refresh.book import Refreshed
from kasales_xl.files.whole import CannotWrite, whole_file
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_CHANGING


class OpenElsewhere(Exception):
    """The book is open in a spreadsheet program; the text is the lock file beside it."""


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


def check_closed(path: Path) -> None:
    """Raises OpenElsewhere: Excel and WPS lock ``book.xlsx`` by ``~$book.xlsx``, LibreOffice by
    ``.~lock.book.xlsx#``."""
    for name in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(name).exists():
            raise OpenElsewhere(name)


def put_back(source: Path, target: Path, old: bytes, result: Refreshed) -> Done:
    """Write what changed, all or nothing. Raises CannotWrite, OpenElsewhere, and Refused where somebody
    saved the book meanwhile."""
    in_place = target.resolve() == source.resolve()
    there = target.exists()
    if result.data is old if in_place else there and target.read_bytes() == result.data:
        return Done(target, in_place, False, 0, result.left)
    if there and not os.access(target, os.W_OK):
        raise CannotWrite(target, os.strerror(errno.EACCES))
    kept = None
    try:
        with whole_file(target) as temporary:
            temporary.write_bytes(result.data)
            check_closed(target)
            if in_place and source.read_bytes() != old:
                raise Refused(FILE_CHANGING)
            kept = backup(target) if there else None
    except CannotWrite:
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise
    return Done(target, in_place, True, result.changed, result.left, kept)
