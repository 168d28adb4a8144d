"""Names that people typed as file names that every system takes."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
#: Windows keeps these for devices, whatever follows a dot.
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
#: Systems count bytes (255 of them) or UTF-16 units; room is left for numbers, endings and temporary names.
_BYTES = 180


def safe_name(wanted: str, taken: set[str], *, blank: str) -> str:
    """``wanted`` without what no file name holds, short enough by its bytes, never a device of Windows, and
    none of ``taken`` (case-folded; the name is added). blank: what stands for nothing. Without an ending."""
    plain = "".join(c for c in _UNSAFE.sub("_", wanted) if unicodedata.category(c) not in ("Cs", "Cf"))
    name = _cut(plain.strip(" .")) or blank
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    unique, number = name, 1
    while unique.casefold() in taken:
        number += 1
        unique = f"{name} ({number})"
    taken.add(unique.casefold())
    return unique


def _cut(name: str) -> str:
    return name.encode()[:_BYTES].decode("utf-8", "ignore").strip(" .")
