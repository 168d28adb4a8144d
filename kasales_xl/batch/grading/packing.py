"""How what was made of a book waits on disk and goes from process to process: pickled and compressed.

Reading it back builds values of this program and of the standard library's plain kinds, and nothing else:
what lies on a disk may have been tampered with, and must not be able to call anything."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

#: Fast is what counts: most of it is read once.
_LEVEL = 1
#: Rooms whose classes are values.
_ROOMS = ("core", "pages", "reading", "files.xlsx_in", "batch.across", "batch.grading", "text")
_PLAIN = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
        ("collections", "OrderedDict"),
        ("builtins", "set"),
        ("builtins", "frozenset"),
    }
)


class Unpacked(Exception):
    """These bytes are not what was packed."""


def packed(item: Any) -> bytes:
    return zlib.compress(pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpacked(content: bytes) -> Any:
    """Raises Unpacked for bytes that cannot be read, or that ask for more than values."""
    try:
        return _Values(io.BytesIO(zlib.decompress(content))).load()
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise Unpacked(f"{type(error).__name__}: {error}") from error


class _Values(pickle.Unpickler):
    """Finds classes of values only."""

    known: dict[tuple[str, str], type] = {}  # noqa: RUF012 shared on purpose

    def find_class(self, module: str, name: str) -> type:
        found = self.known.get((module, name))
        if found is None:
            if not (_is_room(module) or (module, name) in _PLAIN):
                raise pickle.UnpicklingError(f"{module}.{name}")
            found = super().find_class(module, name)
            if not isinstance(found, type):
                raise pickle.UnpicklingError(f"{module}.{name}")
            self.known[module, name] = found
        return found


def _is_room(module: str) -> bool:
    return any(module == f"kasales_xl.{room}" or module.startswith(f"kasales_xl.{room}.") for room in _ROOMS)
