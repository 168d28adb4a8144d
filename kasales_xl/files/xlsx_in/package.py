"""The zip package of a workbook: its directory within limits, its parts one by one, their CRCs compared on
the way (11, 57)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from kasales_xl.files.xlsx_in.markup import local, pairs, parser_of, walk
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import (
    FILE_DAMAGED,
    FILE_ENCRYPTED,
    FILE_OTHER_FORMAT,
    FILE_TOO_BIG,
    FILE_UNSAFE,
    NOT_OUR_TEMPLATE,
)

#: No account book is near these sizes (bytes): one unpacked part, all parts together.
MOST_PART, MOST_TOTAL = 150 << 20, 300 << 20
WORKBOOK, RELATIONS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[content_types].xml"
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1


class Package:
    """``parts``: the directory's entries by name in small letters."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts = {info.filename.casefold(): info for info in archive.infolist()}
        if len(self.parts) != len(archive.infolist()):
            raise Refused(FILE_DAMAGED, "zip: double entry")
        self._check_directory()
        if "xl/workbook.bin" in self.parts:
            raise Refused(FILE_OTHER_FORMAT, ".xlsb")
        if WORKBOOK not in self.parts or TYPES not in self.parts:
            raise Refused(NOT_OUR_TEMPLATE)

    def _check_directory(self) -> None:
        """By the directory alone: unpacking stops at the sizes it states."""
        infos = [info for name, info in self.parts.items() if not name.startswith("xl/media/")]
        sizes = [info.file_size for info in infos]
        if max(sizes, default=0) > MOST_PART or sum(sizes) > MOST_TOTAL:
            raise Refused(FILE_TOO_BIG, f"{max(max(sizes), sum(sizes)) / (1 << 20):.0f} MB")
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise Refused(FILE_ENCRYPTED)
            if info.compress_type not in _PACKED:
                raise Refused(FILE_DAMAGED, f"{info.filename}: zip {info.compress_type}")

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.parts

    def spelled(self, name: str) -> str:
        """As the directory spells it."""
        return self._entry(name).filename

    def size(self, name: str) -> int:
        """Unpacked, as the directory says."""
        return self._entry(name).file_size

    def content(self, name: str) -> bytes:
        """A part as a whole. Raises Refused where it is not there."""
        return self._archive.read(self._entry(name))

    def stream(self, name: str) -> IO[bytes]:
        """The same, to be read in pieces."""
        return self._archive.open(self._entry(name))

    def _entry(self, name: str) -> zipfile.ZipInfo:
        info = self.parts.get(name.casefold())
        if info is None:
            raise Refused(FILE_DAMAGED, name)
        return info

    def relations(self) -> dict[str, tuple[str, str]]:
        """Of the workbook, by ID: the last word of the kind, and the part."""
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: list[str]) -> None:
            if local(name) == "Relationship":
                said = pairs(attributes)
                kind = said.get("Type", "").rpartition("/")[2]
                found[said.get("Id", "")] = (kind, _target(said.get("Target", "")))

        if RELATIONS in self.parts:
            walk(self.content(RELATIONS), parser_of(start, None, None), RELATIONS)
        return found

    def refuse_document_types(self) -> None:
        """No part may declare one, whether it is read here or by whoever opens the file next."""
        for name in self.parts:
            if name.endswith((".xml", ".rels", ".vml")) and self._declares(name):
                raise Refused(FILE_UNSAFE)

    def _declares(self, name: str) -> bool:
        """A document type stands before the first element: so much is looked at, whatever the encoding."""
        with self.stream(name) as part:
            head = part.read(_PROLOG).replace(b"\0", b"")
        return b"<!DOCTYPE" in head


#: Bytes in which the first element begins.
_PROLOG = 1 << 13


def _target(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


@contextmanager
def opened(data: bytes) -> Iterator[Package]:
    """Raises Refused for whatever is wrong with the package, inside the block too."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Package(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    except RuntimeError as error:
        raise Refused(FILE_ENCRYPTED) from error
