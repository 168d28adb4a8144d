"""Temporary files beside what they are for: named after who makes them, so that what a dead program left
behind can be told from what a living one is writing."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

#: Where every temporary name begins; nothing that begins so is ever a book or an output.
PREFIX = ".kasales-"
#: What a set of outputs that is being put in place is written down in; it goes when that is done.
JOURNAL = ".kasales_swap.json"
#: Seconds after which a leftover of another machine, or of an unknown one, is nobody's any more.
_DAY = 24 * 3600
#: What this very process has made: its number may have been that of another one before.
_MINE: set[str] = set()
_NAME = re.compile(r"\.kasales-([0-9a-f]{6})-(\d+)-.*", re.DOTALL)


def owner_mark() -> str:
    """``a1b2c3-4711``: this machine and this process."""
    host = hashlib.blake2b(platform.node().encode("utf-8", "replace"), digest_size=3).hexdigest()
    return f"{host}-{os.getpid()}"


def temporary_file(folder: Path, suffix: str) -> Path:
    """A new empty file in the folder. Raises OSError."""
    number, name = tempfile.mkstemp(prefix=f"{PREFIX}{owner_mark()}-", suffix=suffix, dir=folder)
    os.close(number)
    _MINE.add(os.path.basename(name))
    return Path(name)


def temporary_folder(folder: Path) -> Path:
    """A new empty folder in the folder. Raises OSError."""
    made = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{owner_mark()}-", dir=folder))
    _MINE.add(made.name)
    return made


def is_alive(mark: str, *, since: float) -> bool:
    """Does whoever bears this mark still run? since: when it wrote last, by the file system; another
    machine can't be asked and is given a day."""
    host, _, number = mark.partition("-")
    own_host, _, own_number = owner_mark().partition("-")
    if time.time() - since > _DAY:
        return False
    return host != own_host or number == own_number or _runs(int(number))


def clear_leftovers(folder: Path) -> None:
    """Remove what programs that are gone left in this folder; what can't be removed stays, and so does a
    stage that a journal still needs."""
    needed = (folder / JOURNAL).exists()
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if not entry.name.startswith(PREFIX) or _in_use(entry):
                continue
            if not entry.is_dir(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)
            elif not needed:
                shutil.rmtree(entry.path, ignore_errors=True)


def _in_use(entry: os.DirEntry[str]) -> bool:
    match = _NAME.fullmatch(entry.name)
    since = entry.stat(follow_symlinks=False).st_mtime
    if match is None:
        # 0.1.0 did not say whose a file was: one that was touched just now may be somebody's
        return time.time() - since < _DAY / 24
    mark = f"{match[1]}-{match[2]}"
    return entry.name in _MINE if mark == owner_mark() else is_alive(mark, since=since)


def _runs(number: int) -> bool:
    if sys.platform == "win32":
        return _runs_on_windows(number)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(number: int) -> bool:
    """There signal 0 is Ctrl+C, so the process is opened instead, and asked whether it has ended."""
    import ctypes

    synchronize, ended = 0x0010_0000, 0
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(synchronize, False, number)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) != ended)
    finally:
        kernel.CloseHandle(handle)
