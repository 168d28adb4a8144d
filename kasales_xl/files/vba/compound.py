"""A compound file ([MS-CFB], version 3): named streams in folders, the container of VBA projects."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

Streams = Mapping[tuple[str, ...], bytes]

_SECTOR, _MINI_SECTOR, _CUTOFF = 512, 64, 4096
_END, _FAT_SECTOR, _FREE, _NONE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF, 0xFFFFFFFF
_FAT_IN_HEADER, _LINKS = 109, _SECTOR // 4
_FOLDER, _STREAM, _ROOT = 1, 2, 5


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    number: int = 0
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = 0
    size: int = 0
    inside: list[_Entry] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, str]:
        """Shorter names first, then by upper case: the order that readers search in."""
        return len(self.name), self.name.upper()


def compound(streams: Streams) -> bytes:
    """streams: content by path. The same streams give the same bytes. Raises ValueError beyond 7 MB."""
    entries = _entries(streams)
    sectors = _Sectors()
    mini, mini_links = bytearray(), list[int]()
    for entry in entries:
        entry.size = len(entry.data)
        if entry.kind != _STREAM:
            continue
        if entry.size >= _CUTOFF:
            entry.start = sectors.put(entry.data)
        elif entry.size:
            entry.start = _chain(mini_links, -(-entry.size // _MINI_SECTOR))
            mini += _padded(entry.data, _MINI_SECTOR)
        else:
            entry.start = _END
    root = entries[0]
    root.size, root.start = len(mini), sectors.put(bytes(mini)) if mini else _END
    links = _padded(struct.pack(f"<{len(mini_links)}I", *mini_links), _SECTOR, b"\xff")
    mini_start = sectors.put(links) if links else _END
    directory = sectors.put(_padded(b"".join(map(_record, entries)), 4 * len(_BLANK), _BLANK))
    fat = sectors.close()
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<I", len(fat)) + struct.pack("<I", directory) + bytes(4)
    header += struct.pack("<5I", _CUTOFF, mini_start, len(links) // _SECTOR, _END, 0)
    header += struct.pack(f"<{_FAT_IN_HEADER}I", *fat, *[_FREE] * (_FAT_IN_HEADER - len(fat)))
    return header + b"".join(sectors.content)


def _entries(streams: Streams) -> list[_Entry]:
    """Every folder and stream, the root first, numbered and linked into search trees."""
    root = _Entry("Root Entry", _ROOT)
    for path, data in streams.items():
        folder = root
        for name in path[:-1]:
            known = [entry for entry in folder.inside if entry.name == name]
            if not known:
                known = [_Entry(name, _FOLDER)]
                folder.inside += known
            folder = known[0]
        folder.inside.append(_Entry(path[-1], _STREAM, data))
    entries = [root]
    for entry in entries:
        entries.extend(entry.inside)
    for number, entry in enumerate(entries):
        entry.number = number
    for entry in entries:
        entry.child = _tree(sorted(entry.inside, key=lambda inside: inside.order))
    return entries


def _tree(entries: list[_Entry]) -> int:
    """The number of the middle entry, the lesser ones to its left, the greater to its right."""
    if not entries:
        return _NONE
    middle = len(entries) // 2
    top = entries[middle]
    top.left, top.right = _tree(entries[:middle]), _tree(entries[middle + 1 :])
    return top.number


_BLANK = bytes(64) + struct.pack("<HBBIII", 0, 0, 0, _NONE, _NONE, _NONE) + bytes(48)


def _record(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16le")
    links = (entry.left, entry.right, entry.child)
    head = name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name) + 2, entry.kind, 1, *links)
    return head + bytes(36) + struct.pack("<IQ", entry.start, entry.size)


def _chain(links: list[int], count: int) -> int:
    """Append a chain of that many sectors; the number of its first."""
    first = len(links)
    links += [*range(first + 1, first + count), _END]
    return first


def _padded(data: bytes, unit: int, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % unit // len(filler))


class _Sectors:
    def __init__(self) -> None:
        self.content: list[bytes] = []
        self._links: list[int] = []

    def put(self, data: bytes) -> int:
        padded = _padded(data, _SECTOR)
        self.content += [padded[i : i + _SECTOR] for i in range(0, len(padded), _SECTOR)]
        return _chain(self._links, len(padded) // _SECTOR)

    def close(self) -> list[int]:
        """Append the sectors that hold the links, their own included; their numbers."""
        used, count = len(self._links), 1
        while used + count > count * _LINKS:
            count += 1
        if count > _FAT_IN_HEADER:
            raise ValueError("too much for one compound file")
        links = [*self._links, *[_FAT_SECTOR] * count]
        table = _padded(struct.pack(f"<{len(links)}I", *links), _SECTOR, b"\xff")
        self.content += [table[i : i + _SECTOR] for i in range(0, len(table), _SECTOR)]
        return list(range(used, used + count))
