"""A digital signature says that a file is as somebody signed it: one that has changed must not carry it."""

from __future__ import annotations

import io
import zipfile

from kasales_xl.files.refresh.workbook_parts import with_parts

_FOLDER = "_xmlsignatures/"
#: What lists relations and content types of the package.
_POINTING = ("_rels/.rels", "[Content_Types].xml")
#: In the type of a relation to a signature, and in the content type of its parts.
_KIND = b"digital-signature"


def is_signed(data: bytes) -> bool:
    """data: a package that the guard let pass."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(map(_of_signature, package.namelist()))


def without_signature(data: bytes) -> bytes:
    """The package without its signature and whatever points at it; all other parts as they were."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        pointers = {name: _without_pointers(package.read(name)) for name in _POINTING if name in names}
    return with_parts(data, pointers, frozenset(filter(_of_signature, names)))


def _of_signature(name: str) -> bool:
    return name.startswith(_FOLDER)


def _without_pointers(text: bytes) -> bytes:
    """A list of relations or of content types without the elements that are about a signature."""
    kept: list[bytes] = []
    closing = b""
    # no ``<`` can stand inside an element of well-formed XML
    for piece in text.split(b"<"):
        if closing and piece.startswith(closing):
            closing = b""
        elif _KIND in piece:
            closing = b"" if piece.rstrip().endswith(b"/>") else b"/" + piece.split(maxsplit=1)[0]
        else:
            kept.append(piece)
    return b"<".join(kept)
