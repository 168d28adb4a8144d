"""All or nothing: a file appears whole under its name, or the old one stays as it was."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


class CannotWrite(Exception):
    """The place cannot be written to: no such folder, no permission, or open in another program."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
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
    """Yields a temporary path beside ``path``; renames it to ``path`` when the block ends well, removes
    it otherwise. Raises CannotWrite."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=".kasales-", suffix=path.suffix, dir=path.parent)
        os.close(number)
    temporary = Path(name)
    try:
        with writing(path):
            yield temporary
            temporary.chmod(0o666 & ~_umask())
            os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


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
        tempfile.TemporaryFile(dir=path).close()
