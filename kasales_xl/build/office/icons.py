"""The add-in's icon: three rising steps on green, drawn without any picture library."""

from __future__ import annotations

import struct
import zlib

SIZES = (16, 32, 64, 80, 128)
_GREEN, _WHITE = b"\x1f\x6f\x54\xff", b"\xff\xff\xff\xff"
#: Each step from the left: from where to where, and how high, as shares of the side.
_STEPS = ((0.18, 0.34, 0.28), (0.42, 0.58, 0.46), (0.66, 0.82, 0.66))
_FLOOR = 0.82


def icon(side: int) -> bytes:
    """A PNG of side × side."""
    rows = b"".join(b"\x00" + b"".join(_pixel(x, y, side) for x in range(side)) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _pixel(x: int, y: int, side: int) -> bytes:
    right, down = (x + 0.5) / side, (y + 0.5) / side
    for start, end, height in _STEPS:
        if start <= right < end and _FLOOR - height <= down < _FLOOR:
            return _WHITE
    return _GREEN


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
