"""One page being written: its packed parts as they come, then the index, then the program that reads them."""

from __future__ import annotations

from pathlib import Path

from kasales_xl.core.terms import Lang
from kasales_xl.files.web.shell import shell

#: A kind of script that no browser runs: only its text is taken.
_PART = b'<script type="text/plain" id="d-%b">%b</script>\n'


class PageFile:
    """Memory does not grow with what is put into it."""

    def __init__(self, path: Path, lang: Lang) -> None:
        """Raises OSError."""
        before, self._after = shell(lang)
        self._file = path.open("wb")
        self._file.write(before)

    def put(self, name: str, packed: bytes) -> None:
        """name: of letters, figures and hyphens, once a page; packed: see ``seller.packed``."""
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise ValueError(f"no name of a part: {name}")
        self._file.write(_PART % (name.encode(), packed))

    def close(self, index: bytes) -> None:
        self.put("index", index)
        self._file.write(self._after)
        self._file.close()

    def give_up(self) -> None:
        """After an error: what was written is of no use."""
        self._file.close()
