"""One page being written: its packed parts as they come, then the index, then the program that reads them."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import BinaryIO

from kasales_xl.core.terms import Lang
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.files.web.shell import shell
from kasales_xl.files.web.squeezed import squeezed

#: A kind of script that no browser runs: only its text is taken.
_PART = b'<script type="text/plain" id="d-%b">%b</script>\n'


def part(name: str, squeezed: bytes) -> bytes:
    """name: of letters, figures and hyphens, once a page; squeezed: see ``squeezed``. Raises
    ValueError for another name."""
    if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
        raise ValueError(f"no name of a part: {name}")
    return _PART % (name.encode(), squeezed)


@cache
def packed_map() -> bytes:
    """The scripts that draw relationship maps, once a run."""
    return squeezed(map_script())


class PageFile:
    """Memory does not grow with what is put into it."""

    def __init__(self, path: Path, lang: Lang) -> None:
        """Raises OSError."""
        before, self._after = shell(lang)
        self._file = path.open("wb")
        self._file.write(before)

    def put(self, name: str, squeezed: bytes) -> None:
        self._file.write(part(name, squeezed))

    def put_parts(self, parts: BinaryIO) -> None:
        """Several at once, as they lie on the disk."""
        shutil.copyfileobj(parts, self._file)

    def end(self) -> None:
        """After the last part: what draws maps, and the page is whole."""
        self.put("map", packed_map())
        self._file.write(self._after)

    def close(self) -> None:
        self._file.close()
