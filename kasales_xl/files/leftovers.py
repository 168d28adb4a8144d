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
#: Seconds after which a leftover of another machine, or of an unknown one, is nobody's any more.
_DAY = 24 * 3600
_NAME = re.compile(r"\.kasales-([0-9a-f]{6})-(\d+)-.*", re.DOTALL)


def owner_mark() -> str:
    """``a1b2c3-4711``: this machine and this process."""
    host = hashlib.blake2b(platform.node().encode("utf-8", "replace"), digest_size=3).hexdigest()
    return f"{host}-{os.getpid()}"


def temporary_file(folder: Path, suffix: str) -> Path:
    """A new empty file in the folder. Raises OSError."""
    number, name = tempfile.mkstemp(prefix=f"{PREFIX}{owner_mark()}-", suffix=suffix, dir=folder)
    os.close(number)
    return Path(name)


def temporary_folder(folder: Path) -> Path:
    """A new empty folder in the folder. Raises OSError."""
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{owner_mark()}-", dir=folder))


def is_alive(mark: str, *, since: float) -> bool:
    """Does whoever bears this mark still run? since: when it wrote last, by the file system; another
    machine can't be asked and is given a day."""
    host, _, number = mark.partition("-")
    own_host, _, own_number = owner_mark().partition("-")
    if time.time() - since > _DAY:
        return False
    return host != own_host or number == own_number or _runs(int(number))


def clear_leftovers(folder: Path) -> None:
    """Remove what programs that are gone left in this folder; what can't be removed stays."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name.startswith(PREFIX) and not _in_use(entry):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    Path(entry.path).unlink(missing_ok=True)


def _in_use(entry: os.DirEntry[str]) -> bool:
    match = _NAME.fullmatch(entry.name)
    since = entry.stat(follow_symlinks=False).st_mtime
    if match is None:
        # 0.1.0 did not say whose a file was: one that was touched just now may be somebody's
        return time.time() - since < _DAY / 24
    return is_alive(f"{match[1]}-{match[2]}", since=since)


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
