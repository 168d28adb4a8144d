"""A worksheet with a million formatted but empty rows is read in pieces, and the empty ones are let
go (pitfall 16)."""

from __future__ import annotations

import zipfile

from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_TOO_BIG

#: Bytes unpacked at a time, and the most that a sheet's filled rows may take.
PIECE, MOST_FILLED = 1 << 20, 40 << 20
_MARKS = (b"<v>", b"<v ", b"<is>", b"<is ", b"<f>", b"<f ", b":v>", b":is>", b":f>")


def trimmed_part(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """The sheet's XML without its pieces of empty rows, and whether any was let go. The CRC is
    compared on the way. Raises Refused where the filled rows alone are too many."""
    kept, size, cut = [], 0, False
    carried = b""
    with package.open(info) as part:
        while piece := part.read(PIECE):
            text = carried + piece
            end = text.rfind(b"<row ")
            if end <= 0:
                carried = text
                _limit(size + len(carried))
                continue
            block, carried = _filled(text[:end]), text[end:]
            cut |= len(block) < end
            kept.append(block)
            size += len(block)
            _limit(size)
    rest = _filled(carried)
    return b"".join([*kept, rest]), cut or len(rest) < len(carried)


def _limit(size: int) -> None:
    if size > MOST_FILLED:
        raise Refused(FILE_TOO_BIG, f"{size >> 20} MB")


def _filled(block: bytes) -> bytes:
    """The block, or what stands before and after its rows where none holds a value."""
    first = block.find(b"<row ")
    if first < 0 or any(mark in block for mark in _MARKS):
        return block
    after = block.find(b"</sheetData>", first)
    return block[:first] + (block[after:] if after >= 0 else b"")
