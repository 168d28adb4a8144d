"""May this file be opened at all? By its name, size and first bytes, before anything is unpacked
(pitfalls 1–3, 12, 57); what is in it is checked where it is read."""

from __future__ import annotations

from pathlib import PurePath

from kasales_xl.core.text import NOTHING
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import (
    FILE_DAMAGED,
    FILE_EMPTY,
    FILE_ENCRYPTED,
    FILE_LOCK,
    FILE_NO_WORKBOOK,
    FILE_OLD_EXCEL,
    FILE_OTHER_FORMAT,
    FILE_PLACEHOLDER,
    FILE_TOO_BIG,
    HAS_IT_OPEN,
)

#: Bytes; no account book is near this size.
MOST_FILE = 100 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = frozenset({".xls", ".xlt"})
_OURS = frozenset({".xlsx", ".xlsm", ""})

#: How files begin that people rename to .xlsx.
_STARTS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"<": "HTML / XML",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}


def check_name(name: str, data: bytes = b"") -> None:
    """Refuse lock files and formats that are not ours by their file name. ``data`` tells who has it."""
    path = PurePath(name.replace("\\", "/"))
    if path.name.startswith("~$"):
        holder = _holder(data)
        raise Refused(FILE_LOCK, who=HAS_IT_OPEN(name=holder) if holder else NOTHING)
    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise Refused(FILE_OLD_EXCEL, suffix)
    if suffix == ".icloud":
        raise Refused(FILE_PLACEHOLDER)
    if suffix not in _OURS:
        raise Refused(FILE_OTHER_FORMAT, suffix)


def check_start(data: bytes) -> None:
    """Refuse what is no zip package, by its size and first bytes."""
    if not data:
        raise Refused(FILE_EMPTY)
    if len(data) > MOST_FILE:
        raise Refused(FILE_TOO_BIG, _megabytes(len(data)))
    if data.startswith(_OLE):
        old = "Workbook".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
        raise Refused(FILE_OLD_EXCEL if old else FILE_ENCRYPTED, ".xls" if old else "")
    if not data.startswith(b"PK"):
        if not data.strip(b"\0") or data.startswith(b"bplist00"):
            raise Refused(FILE_PLACEHOLDER)
        other = next((name for start, name in _STARTS.items() if data.lstrip().startswith(start)), "")
        raise Refused(FILE_NO_WORKBOOK, other) if other else Refused(FILE_DAMAGED, data[:4].hex(" "))


def _holder(data: bytes) -> str:
    """Who has the book open, as Excel's lock file says: a length, then the name in UTF-16 at byte 55."""
    if len(data) < 57:
        return ""
    length = int.from_bytes(data[55:57], "little")
    name = data[57 : 57 + 2 * length].decode("utf-16-le", "replace") if length <= 54 else ""
    return name.strip("\0 ") if name.isprintable() else ""


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.0f} MB"
