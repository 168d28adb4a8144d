"""Zip archives: the same bytes every time, and in which parts two of them differ."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NO_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """parts: content by name, stored in this order without dates; text as UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()


def differing_parts(one: bytes, other: bytes) -> list[str]:
    """The parts in which two archives differ, however they were compressed."""
    left, right = _parts(one), _parts(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def _parts(archive: bytes) -> dict[str, bytes]:
    """What is no archive is one part without a name."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except zipfile.BadZipFile:
        return {"": archive}
