"""Is this file safe to open? Bounded checks before a reader may see the bytes (pitfalls 1–3, 11, 12,
16, 57, 58).

The fast reader aborts the whole process on a lone value far outside the tables, so every part that it
will touch is unpacked here first, within limits, and its CRC compared."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePath

from kasales_xl.core.text import NOTHING
from kasales_xl.files.xlsx_in.extent import check_extent
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.repacked import packed, readable
from kasales_xl.files.xlsx_in.trimming import trimmed_part
from kasales_xl.text.findings.files import (
    FILE_DAMAGED,
    FILE_EMPTY,
    FILE_ENCRYPTED,
    FILE_LOCK,
    FILE_OLD_EXCEL,
    FILE_OTHER_FORMAT,
    FILE_PLACEHOLDER,
    FILE_TOO_BIG,
    FILE_UNSAFE,
    HAS_IT_OPEN,
    NOT_OUR_TEMPLATE,
)

#: No account book is near these sizes (bytes): the file, one unpacked part, all parts together, and a
#: sheet that is read whole instead of in pieces.
MOST_FILE, MOST_PART, MOST_TOTAL, READ_WHOLE = 100 << 20, 150 << 20, 300 << 20, 4 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = frozenset({".xls", ".xlt"})
_OURS = frozenset({".xlsx", ".xlsm", ""})
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COUNT = re.compile(rb"""<(?:\w+:)?sst\b[^>]*?\buniqueCount\s*=\s*["'](\d+)["']""")
_DATES_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true)["']""")


@dataclass(frozen=True)
class Checked:
    """A workbook that may be opened. ``data`` is the file, without its formatted blank rows where
    there were very many; ``readable`` what of it a reader of values needs; ``sheets`` the XML of each
    worksheet by title, in its order."""

    data: bytes
    readable: bytes
    sheets: dict[str, bytes] = field(default_factory=dict)
    trimmed: tuple[str, ...] = ()
    dates_1904: bool = False


def check_name(name: str, data: bytes = b"") -> None:
    """Refuse lock files and formats that are not ours by their file name. ``data`` tells who has it."""
    path = PurePath(name.replace("\\", "/"))
    if path.name.startswith("~$"):
        holder = _holder(data)
        raise Refused(FILE_LOCK, who=HAS_IT_OPEN(name=holder) if holder else NOTHING)
    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise Refused(FILE_OLD_EXCEL, suffix)
    if suffix == ".icloud":
        raise Refused(FILE_PLACEHOLDER)
    if suffix not in _OURS:
        raise Refused(FILE_OTHER_FORMAT, suffix)


def check_bytes(data: bytes) -> Checked:
    """Unpack within limits what a reader will touch. Raises Refused."""
    _check_header(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _check_package(package, data)
    except Refused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    except RuntimeError as error:
        raise Refused(FILE_ENCRYPTED) from error


def _check_header(data: bytes) -> None:
    if not data:
        raise Refused(FILE_EMPTY)
    if len(data) > MOST_FILE:
        raise Refused(FILE_TOO_BIG, _megabytes(len(data)))
    if data.startswith(_OLE):
        old = "Workbook".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
        raise Refused(FILE_OLD_EXCEL if old else FILE_ENCRYPTED, ".xls" if old else "")
    if not data.startswith(b"PK"):
        if not data.strip(b"\0") or data.startswith(b"bplist00"):
            raise Refused(FILE_PLACEHOLDER)
        raise Refused(FILE_DAMAGED, "zip?")


def _check_package(package: zipfile.ZipFile, data: bytes) -> Checked:
    parts = {info.filename.casefold(): info for info in package.infolist()}
    if len(parts) != len(package.infolist()):
        raise Refused(FILE_DAMAGED, "zip: double entry")
    _check_sizes(parts)
    if "xl/workbook.bin" in parts:
        raise Refused(FILE_OTHER_FORMAT, ".xlsb")
    if "xl/workbook.xml" not in parts or "[content_types].xml" not in parts:
        raise Refused(NOT_OUR_TEMPLATE)
    texts = {name: _checked_text(package.read(info)) for name, info in parts.items() if _is_read(name)}
    if "xl/sharedstrings.xml" in texts:
        _check_strings(texts["xl/sharedstrings.xml"])
    titles, trimmed = _titles(texts), []
    for title, name in titles.items():
        if name not in parts:
            raise Refused(FILE_DAMAGED, name or title)
        texts[name], cut = _sheet(package, parts[name])
        if cut:
            trimmed.append(title)
    named = {parts[name].filename: text for name, text in texts.items()}
    whole = packed(named) if trimmed else data
    return Checked(
        whole,
        readable(named, {parts[name].filename for name in titles.values()}) or whole,
        {title: texts[name] for title, name in titles.items()},
        tuple(trimmed),
        _DATES_1904.search(texts["xl/workbook.xml"]) is not None,
    )


def _check_sizes(parts: dict[str, zipfile.ZipInfo]) -> None:
    """By the directory alone: unpacking stops at the sizes it states."""
    sizes = [info.file_size for name, info in parts.items() if not name.startswith("xl/media/")]
    if max(sizes, default=0) > MOST_PART or sum(sizes) > MOST_TOTAL:
        raise Refused(FILE_TOO_BIG, _megabytes(max(max(sizes), sum(sizes))))


def _sheet(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """A worksheet's XML, and whether blank rows were let go."""
    if info.file_size > READ_WHOLE:
        text, cut = trimmed_part(package, info)
    else:
        text, cut = package.read(info), False
    check_extent(_checked_text(text))
    return text, cut


def _is_read(name: str) -> bool:
    """Does a reader touch this part, whatever the workbook says? Worksheets are found by their
    relations; drawings, charts and pictures are none of its business."""
    if name.endswith(".rels"):
        return name in ("_rels/.rels", "xl/_rels/workbook.xml.rels")
    return name.endswith(".xml") and name.rpartition("/")[0] in ("", "xl")


def _checked_text(text: bytes) -> bytes:
    """XML without a document type (58). UTF-16 is spelled with a zero beside each letter."""
    head = text[:4]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head
    narrow = text.replace(b"\0", b"") if wide else text
    if b"<!DOCTYPE" in narrow:
        raise Refused(FILE_UNSAFE)
    return text


def _check_strings(text: bytes) -> None:
    """Fewer shared strings than declared: the rest is lost, and readers reserve room for them all."""
    declared = _COUNT.search(text)
    if declared and int(declared[1]) > text.count(b"si>") + text.count(b"<si/>") + text.count(b"<si "):
        raise Refused(FILE_DAMAGED, f"sharedStrings {declared[1].decode()}")


def _titles(texts: dict[str, bytes]) -> dict[str, str]:
    """Worksheet title → part, in the order of the workbook."""
    relations = {}
    for tag in _RELATION.findall(texts.get("xl/_rels/workbook.xml.rels", b"")):
        attributes = _attributes(tag)
        target = attributes.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        relations[attributes.get("Id", "")] = part
    titles = {}
    for tag in _SHEET.findall(texts["xl/workbook.xml"]):
        attributes = _attributes(tag)
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        titles[attributes.get("name", "")] = relations.get(relation, "").casefold()
    return titles


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        key.decode("utf-8", "replace"): html.unescape((double or single).decode("utf-8", "replace"))
        for key, double, single in _ATTRIBUTE.findall(tag)
    }


def _holder(data: bytes) -> str:
    """Who has the book open, as Excel's lock file says: a length, then the name in UTF-16 at byte 55."""
    if len(data) < 57:
        return ""
    length = int.from_bytes(data[55:57], "little")
    name = data[57 : 57 + 2 * length].decode("utf-16-le", "replace") if length <= 54 else ""
    return name.strip("\0 ") if name.isprintable() else ""


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.0f} MB"
