"""A VBA project from its sources ([MS-OVBA]): no compiled code, so that Office compiles it on loading."""

from __future__ import annotations

import struct
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kasales_xl.files.vba.compound import compound

_CHUNK, _NEAR = 4096, 32
#: No cached compilation that any version of Office would use.
_SOURCE_ONLY = bytes.fromhex("cc61ffff000000")
_STDOLE = r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation"
_OFFICE = (
    r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files\Microsoft Shared"
    r"\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library"
)
_REFERENCES = (("stdole", _STDOLE), ("Office", _OFFICE))
_WORKBOOK = "{00020819-0000-0000-C000-000000000046}"
_WORKSHEET = "{00020820-0000-0000-C000-000000000046}"
_CLASS = "{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
_KINDS = {"workbook": "Document", "sheet": "Document", "module": "Module", "class": "Class"}
_MODULE_TYPE = {"module": 0x21}


@dataclass(frozen=True)
class Module:
    """``source`` as in the VBA editor, without ``Attribute VB_Name`` and other attributes of the module
    itself; ASCII only, for a project has one code page and users have many."""

    name: str
    kind: Literal["workbook", "sheet", "module", "class"]
    source: str = ""

    @property
    def text(self) -> str:
        """The module as it is stored, its own attributes first."""
        lines = [f'Attribute VB_Name = "{self.name}"', *_attributes(self.kind), *self.source.splitlines()]
        return "\r\n".join(lines) + "\r\n"


def _attributes(kind: str) -> list[str]:
    if kind == "module":
        return []
    document = kind != "class"
    base = {"workbook": _WORKBOOK, "sheet": _WORKSHEET, "class": _CLASS}[kind]
    flags = {
        "VB_GlobalNameSpace": False,
        "VB_Creatable": False,
        "VB_PredeclaredId": document,
        "VB_Exposed": document,
    }
    flags |= {"VB_TemplateDerived": False, "VB_Customizable": document}
    return [
        f'Attribute VB_Base = "0{base}"',
        *(f"Attribute {name} = {value}" for name, value in flags.items()),
    ]


def vba_project(name: str, modules: Sequence[Module]) -> bytes:
    """The bytes of ``vbaProject.bin``; equal sources give equal bytes. Raises ValueError (a
    UnicodeEncodeError) for a source that is not ASCII."""
    streams = {
        ("PROJECT",): _project(name, modules),
        ("PROJECTwm",): b"".join(_names(module) for module in modules) + bytes(2),
        ("VBA", "dir"): compress(_directory(name, modules)),
        ("VBA", "_VBA_PROJECT"): _SOURCE_ONLY,
    }
    for module in modules:
        streams["VBA", module.name] = compress(module.text.encode("ascii"))
    return compound(streams)


def _names(module: Module) -> bytes:
    return module.name.encode("ascii") + b"\0" + module.name.encode("utf-16le") + bytes(2)


def _project(name: str, modules: Sequence[Module]) -> bytes:
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, name + repr([m.name for m in modules]))).upper()
    guid = f"{{{identity}}}"
    key = sum(guid.encode()) & 0xFF
    lines = [f'ID="{guid}"']
    for module in modules:
        ending = "/&H00000000" if _KINDS[module.kind] == "Document" else ""
        lines.append(f"{_KINDS[module.kind]}={module.name}{ending}")
    lines += [f'Name="{name}"', 'HelpContextID="0"', 'VersionCompatible32="393222000"']
    veiled = (("CMG", bytes(4), 0x3C), ("DPB", bytes(1), 0x52), ("GC", b"\xff", 0xA4))
    lines += [f'{field}="{_veil(data, key, seed)}"' for field, data, seed in veiled]
    lines += ["", "[Host Extender Info]"]
    lines += ["&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000", "", "[Workspace]"]
    lines += [f"{module.name}=0, 0, 0, 0, C" for module in modules]
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def _veil(data: bytes, key: int, seed: int) -> str:
    """Project protection, here always "none", in the veiled form of [MS-OVBA] 2.4.3."""
    out = [seed, seed ^ 2, seed ^ key]
    plain, last, before = key, seed ^ key, seed ^ 2
    for byte in bytes([7]) * ((seed & 6) // 2) + struct.pack("<I", len(data)) + data:
        coded = byte ^ (before + plain & 0xFF)
        out.append(coded)
        plain, last, before = byte, coded, last
    return bytes(out).hex().upper()


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _directory(name: str, modules: Sequence[Module]) -> bytes:
    """The dir stream: project, references, modules ([MS-OVBA] 2.3.4.2)."""
    english, code_page = struct.pack("<I", 0x409), struct.pack("<H", 1252)
    out = _record(0x01, struct.pack("<I", 3)) + _record(0x02, english) + _record(0x14, english)
    out += _record(0x03, code_page) + _record(0x04, name.encode("ascii"))
    out += b"".join(map(_record, (0x05, 0x40, 0x06, 0x3D)))
    out += _record(0x07, bytes(4)) + _record(0x08, bytes(4))
    out += struct.pack("<HIIH", 0x09, 4, 0x65BE0257, 17) + _record(0x0C) + _record(0x3C)
    for title, library in _REFERENCES:
        body = struct.pack("<I", len(library)) + library.encode("ascii") + bytes(6)
        out += _record(0x16, title.encode()) + _record(0x3E, title.encode("utf-16le")) + _record(0x0D, body)
    out += _record(0x0F, struct.pack("<H", len(modules))) + _record(0x13, b"\xff\xff")
    for module in modules:
        short, wide = module.name.encode("ascii"), module.name.encode("utf-16le")
        out += _record(0x19, short) + _record(0x47, wide) + _record(0x1A, short) + _record(0x32, wide)
        out += _record(0x1C) + _record(0x48) + _record(0x31, bytes(4)) + _record(0x1E, bytes(4))
        out += _record(0x2C, b"\xff\xff") + _record(_MODULE_TYPE.get(module.kind, 0x22)) + _record(0x2B)
    return out + _record(0x10)


def compress(data: bytes) -> bytes:
    """The compressed container of [MS-OVBA] 2.4.1."""
    chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    return b"\x01" + b"".join(map(_chunk, chunks))


def _chunk(chunk: bytes) -> bytes:
    body, at = bytearray(), 0
    seen: dict[bytes, list[int]] = {}
    while at < len(chunk):
        flags, tokens = 0, bytearray()
        for bit in range(8):
            if at >= len(chunk):
                break
            length, offset, bits = _match(chunk, at, seen)
            if length:
                tokens += struct.pack("<H", (offset - 1) << (16 - bits) | length - 3)
                flags |= 1 << bit
            else:
                tokens.append(chunk[at])
                length = 1
            for known in range(at, at + length):
                seen.setdefault(chunk[known : known + 3], []).append(known)
            at += length
        body += bytes([flags]) + tokens
    if len(body) > _CHUNK:
        return struct.pack("<H", 0x3FFF) + chunk.ljust(_CHUNK, b"\0")
    return struct.pack("<H", 0xB000 | len(body) - 1) + body


def _match(chunk: bytes, at: int, seen: dict[bytes, list[int]]) -> tuple[int, int, int]:
    """Length and distance of the longest earlier copy of what comes next, 0 if none is worth a token;
    how many bits the distance takes here."""
    bits = max(4, (at - 1).bit_length()) if at else 4
    longest = min((0xFFFF >> bits) + 3, len(chunk) - at)
    length = distance = 0
    for start in reversed(seen.get(chunk[at : at + 3], [])[-_NEAR:]):
        same = 3
        while same < longest and chunk[start + same] == chunk[at + same]:
            same += 1
        if longest >= 3 and same > length:
            length, distance = same, at - start
    return length, distance, bits
