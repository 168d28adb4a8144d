"""All or nothing: a file appears whole under its name, or the old one stays as it was. What stands there
afterwards is on the disk, not in a cache, before the old one goes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kasales_xl.core.text import Text
from kasales_xl.files.leftovers import temporary_file


class CannotWrite(Exception):
    """The place cannot be written to: no such folder, no permission, no room, open in another program."""

    def __init__(self, path: Path, reason: str | Text) -> None:
        super().__init__(f"{path}: {reason if isinstance(reason, str) else reason.en}")
        self.path, self.reason = path, reason


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Says of whatever the system refuses inside that ``path`` cannot be written. Raises CannotWrite."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yields a temporary path beside ``path``; puts it in the place of ``path`` when the block ends well,
    removes it otherwise. Permissions and owner of a file that was there stay; a link stays a link, and the
    file that it leads to is replaced. Raises CannotWrite."""
    with writing(path):
        place = Path(os.path.realpath(path)) if path.is_symlink() else path
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_file(place.parent, place.suffix)
    try:
        with writing(path):
            yield temporary
            put_in_place(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)


def put_in_place(temporary: Path, place: Path) -> None:
    """The last step of ``whole_file``. Raises OSError."""
    like_before(temporary, place)
    flush(temporary)
    os.replace(temporary, place)
    flush_folder(place.parent)


def like_before(temporary: Path, place: Path) -> None:
    """Permissions, owner and attributes of what stands at ``place``; the usual ones where nothing does."""
    try:
        before = place.stat()
    except OSError:
        temporary.chmod(0o666 & ~_umask())
        return
    if sys.platform != "win32" and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        # only an administrator may give a file away; whoever may not keeps at least its group
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.chown(temporary, -1, before.st_gid)
    shutil.copystat(place, temporary)
    os.utime(temporary)


def flush(file: Path) -> None:
    """What was written is on the disk when this returns. Raises OSError."""
    number = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(number)
    finally:
        os.close(number)


def flush_folder(folder: Path) -> None:
    """The same for the names in a folder, where the system can do it."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def write_whole(path: Path, content: bytes) -> None:
    """Raises CannotWrite."""
    with whole_file(path) as temporary:
        temporary.write_bytes(content)


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def writable_folder(path: Path) -> None:
    """Make the folder and prove that it takes a file, before hours of work. Raises CannotWrite."""
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
        temporary_file(path, "").unlink()
