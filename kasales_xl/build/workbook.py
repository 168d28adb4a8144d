"""The files in ``workbook`` that spreadsheet programs load, and whether they are what would be built now."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from kasales_xl.build import examples
from kasales_xl.build.calc import oxt
from kasales_xl.build.excel import xlam

#: How each file below ``workbook`` is made.
BUILT: dict[str, Callable[[], bytes]] = {
    f"excel/{xlam.FILE}": xlam.build,
    "calc/kasales.oxt": oxt.build,
    examples.FILE: examples.build,
}


def differences(one: bytes, other: bytes) -> list[str]:
    """The parts in which two archives differ, however they were compressed."""
    left, right = _parts(one), _parts(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def same(one: bytes, other: bytes) -> bool:
    return not differences(one, other)


def _parts(archive: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except zipfile.BadZipFile:
        return {"": archive}
