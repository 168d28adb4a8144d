"""Which program it is: a change of any of its files, or of a library that reads or writes, may change what
comes of a book."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kasales_xl
from kasales_xl.version import __version__

_LIBRARIES = ("pydantic", "pydantic-core", "XlsxWriter", "python-calamine", "openpyxl", "rapidfuzz")


@lru_cache(maxsize=1)
def program_fingerprint() -> str:
    """Of its source, not only of its version: whoever develops it must not see yesterday's results."""
    content = hashlib.blake2b(digest_size=16)
    root = Path(kasales_xl.__file__).parent
    for file in sorted(root.rglob("*")) if root.is_dir() else ():
        if file.is_file() and file.suffix not in (".pyc", ".pyo"):
            content.update(f"{file.relative_to(root).as_posix()}\0{file.stat().st_size}\0".encode())
            content.update(file.read_bytes())
    content.update("\0".join((__version__, sys.version, *map(_version, _LIBRARIES))).encode())
    return content.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
