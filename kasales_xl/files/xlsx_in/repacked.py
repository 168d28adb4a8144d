"""What the fast reader is given: the very parts that were checked, unpacked already and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping

#: The reader looks through a whole sheet for merged cells once more after its values. It stops at this.
_NONE_MERGED = b"<mergeCells></mergeCells>"
_VALUES, _END = b"<sheetData", b"</sheetData>"
#: Bytes of all parts together.
MOST_COPIED = 32 << 20


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts by their names in the file, stored as they are."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text)
    return into.getvalue()


def readable(parts: Mapping[str, bytes], sheets: Collection[str]) -> bytes:
    """The parts, ``sheets`` among them marked where no cells are merged. Blank for a workbook so large
    that a second copy in memory costs more than it saves."""
    if sum(map(len, parts.values())) > MOST_COPIED:
        return b""
    return packed({name: _marked(text) if name in sheets else text for name, text in parts.items()})


def _marked(sheet: bytes) -> bytes:
    place, end = sheet.find(_VALUES), sheet.rfind(_END)
    if place < 0 or end < 0 or b"mergeCell" in sheet[:place] or b"mergeCell" in sheet[end:]:
        return sheet
    return sheet[:place] + _NONE_MERGED + sheet[place:]
