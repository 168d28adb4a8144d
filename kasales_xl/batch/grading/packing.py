"""How what was made of a book waits on disk and goes from process to process: pickled and compressed.

Reading it back builds values of this program and of the standard library's plain kinds, and nothing else:
what lies on a disk may have been tampered with, and must not be able to call anything."""

from __future__ import annotations

import dataclasses
import io
import pickle
import zlib
from collections.abc import Callable
from operator import attrgetter
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
    into = io.BytesIO()
    pickler = pickle.Pickler(into, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _APART
    pickler.dump(item)
    return zlib.compress(into.getbuffer(), _LEVEL)


class _Apart(dict[type, Callable[[Any], Any]]):
    """By class, how its values are taken apart. A frozen dataclass with slots is what it is made of, and is
    made of it again: the way of the standard library asks every value for its fields, and takes twice the
    time."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, type):
            # a class goes by its name
            raise KeyError(kind)
        made = self[kind] = _whole(kind) if _is_plain_value(kind) else _by_itself
        return made


def _is_plain_value(kind: type) -> bool:
    if not dataclasses.is_dataclass(kind) or hasattr(kind, "__post_init__"):
        return False
    own = all(field.init and not field.kw_only for field in dataclasses.fields(kind))
    plain = kind.__reduce__ is object.__reduce__ and kind.__reduce_ex__ is object.__reduce_ex__
    return own and plain and kind.__dictoffset__ == 0 and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def _whole(kind: type) -> Callable[[Any], Any]:
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) < 2:
        return lambda value: (kind, tuple(getattr(value, name) for name in names))
    parts = attrgetter(*names)
    return lambda value: (kind, parts(value))


def _by_itself(value: Any) -> Any:
    return value.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


_APART = _Apart()


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
