"""A person's book replaced by a new state of it: never over an open file, never over what somebody saved
meanwhile, never without a copy of the old one beside."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kasales_xl.files.backup import backup
from kasales_xl.files.leftovers import temporary_file
from kasales_xl.files.whole import CannotWrite, put_in_place, writing
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_CHANGING


class OpenElsewhere(Exception):
    """The book is open in a spreadsheet program; the text is the lock file beside it."""


def lock_beside(path: Path) -> str | None:
    """The lock file of a book that is open: Excel and WPS lock ``book.xlsx`` by ``~$book.xlsx``, LibreOffice
    by ``.~lock.book.xlsx#``."""
    names = (f"~${path.name}", f".~lock.{path.name}#")
    return next((name for name in names if path.with_name(name).exists()), None)


def check_closed(path: Path) -> None:
    """Raises OpenElsewhere."""
    for place in {path, Path(os.path.realpath(path))}:
        lock = lock_beside(place)
        if lock is not None:
            raise OpenElsewhere(lock)


def replace_book(path: Path, data: bytes, *, old: bytes | None) -> Path | None:
    """Put ``data`` in the place of the book at ``path``, all or nothing, and on the disk when this returns.
    old: what the book must still hold; None where nothing is expected of it, so that any file there is
    kept. Returns the copy of what stood there, None where nothing did. Permissions and owner stay; a link
    stays a link: the file that it leads to is replaced, and its copy lies beside it.

    Raises CannotWrite, OpenElsewhere, and Refused where somebody saved the book meanwhile; then the old
    book stands as it was, and no half-made copy beside it."""
    place = Path(os.path.realpath(path))
    there = place.exists()
    if there and not os.access(place, os.W_OK):
        raise CannotWrite(path, os.strerror(errno.EACCES))
    kept = None
    with writing(path):
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_file(place.parent, place.suffix)
        try:
            temporary.write_bytes(data)
            check_closed(path)
            if old is not None and place.read_bytes() != old:
                raise Refused(FILE_CHANGING)
            kept = backup(place) if there else None
            put_in_place(temporary, place)
        except CannotWrite as error:
            raise CannotWrite(path, error.reason) from error
        finally:
            temporary.unlink(missing_ok=True)
    return kept
