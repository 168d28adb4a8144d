"""Workbooks as PDF by LibreOffice, several at a time: each process has a profile of its own, so that none
waits for another and none touches the user's."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kasales_xl.core.text import Text

#: Where installers put it when it is not on the path.
_USUAL = {
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.com",),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
#: Files that one process converts before another takes over, and seconds for a start and for each file.
_AT_ONCE, _START, _EACH = 20, 60, 20
#: Processes side by side: each takes some 200 MB.
_MOST = 8

NOT_THERE = Text(
    "这台电脑没有装 LibreOffice，转不成 PDF。装好 LibreOffice 再来，或者不加 --pdf（Excel 里也能另存为 PDF）",
    "LibreOffice is not installed here, and it is what makes the PDF. Install it, or leave out --pdf "
    "(Excel can save as PDF too)",
)
NOT_CONVERTED = Text(
    "LibreOffice 没把 {file} 转成 PDF：{reason}",
    "LibreOffice made no PDF of {file}: {reason}",
)
_TOO_SLOW = Text("太久没有动静", "it took too long")


class CannotConvert(Exception):
    """LibreOffice is missing, or it made nothing of a file."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def soffice() -> Path:
    """Its program. Raises CannotConvert."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = [found] if found else _USUAL.get(sys.platform, ())
    for place in map(Path, places):
        if place.is_file():
            return place
    raise CannotConvert(NOT_THERE)


def to_pdf(books: Sequence[Path], folder: Path, jobs: int) -> dict[Path, Text | str]:
    """A PDF of each workbook into ``folder`` under its own stem, in up to ``jobs`` processes: which came to
    none, not even alone, and why. Raises CannotConvert where LibreOffice is missing."""
    program, jobs = soffice(), min(jobs, _MOST)
    size = max(1, min(_AT_ONCE, -(-len(books) // jobs)))
    batches = [books[start : start + size] for start in range(0, len(books), size)]
    failed: dict[Path, Text | str] = {}
    with ThreadPoolExecutor(jobs) as side_by_side:
        for lost in side_by_side.map(lambda batch: _convert(program, batch, folder), batches):
            for book in lost:
                failed |= _convert(program, [book], folder)
    return failed


def _convert(program: Path, books: Sequence[Path], folder: Path) -> dict[Path, Text | str]:
    """Which of them it left out, and what it said."""
    with tempfile.TemporaryDirectory(prefix="kasales-", ignore_cleanup_errors=True) as profile:
        command = [
            str(program),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder)),
            *map(str, books),
        ]
        reason: Text | str = ""
        try:
            done = subprocess.run(  # noqa: S603 - LibreOffice's own program, arguments as a list
                command, capture_output=True, timeout=_START + _EACH * len(books), stdin=subprocess.DEVNULL
            )
            reason = done.stderr.decode("utf-8", "replace").strip()[-200:]
        except subprocess.TimeoutExpired:
            reason = _TOO_SLOW
        except OSError as error:
            reason = str(error)
    return {book: reason for book in books if not (folder / f"{book.stem}.pdf").is_file()}
