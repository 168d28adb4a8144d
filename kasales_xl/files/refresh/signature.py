"""A digital signature says that a file is as somebody signed it: one that has changed must not carry it."""

from __future__ import annotations

import io
import shutil
import zipfile

_FOLDER = "_xmlsignatures/"
_RELATIONS, _TYPES = "_rels/.rels", "[Content_Types].xml"
#: In the type of a relation to a signature, and in the content type of its parts.
_KIND = b"digital-signature"


def is_signed(data: bytes) -> bool:
    """data: a package that the guard let pass."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(name.startswith(_FOLDER) for name in package.namelist())


def without_signature(data: bytes) -> bytes:
    """The package without its signature and whatever points at it; all other parts as they were."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(done, "w") as package:
        package.comment = old.comment
        for info in old.infolist():
            if info.filename.startswith(_FOLDER):
                continue
            entry = zipfile.ZipInfo(info.filename, info.date_time)
            entry.compress_type, entry.external_attr = info.compress_type, info.external_attr
            if info.filename in (_RELATIONS, _TYPES):
                package.writestr(entry, _without_pointers(old.read(info)))
            else:
                with old.open(info) as source, package.open(entry, "w") as target:
                    shutil.copyfileobj(source, target)
    return done.getvalue()


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
