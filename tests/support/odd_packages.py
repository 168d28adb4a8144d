"""Workbooks with a part that no program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable


def with_part(data: bytes, name: str, write: Callable[[zipfile.ZipFile], None]) -> bytes:
    """The file, its part of that name written anew by ``write``."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for other in source.namelist():
            if other != name:
                out.writestr(other, source.read(other))
        write(out)
    return packed.getvalue()


def with_blanks(data: bytes, name: str, megabytes: int) -> bytes:
    """A part that unpacks to so many megabytes of blanks."""

    def blanks(out: zipfile.ZipFile) -> None:
        with out.open(name, "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * (1 << 20))

    return with_part(data, name, blanks)
