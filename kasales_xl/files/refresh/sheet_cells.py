"""The cells of a worksheet's XML, each with where it stands in the bytes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from kasales_xl.files.formulas.tree import Value, Wrong
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.grid import column_number
from kasales_xl.text.findings.files import FILE_DAMAGED

Spot = tuple[int, int]
Span = tuple[int, int]

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TAG = re.compile(rb"""<[^\s/<>]++(?:\s++[^\s=<>/"']++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'))*+\s*+/?>""")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: Parts of a cell whose text is kept.
_KEPT = frozenset({"f", "v", "t"})


@dataclass(slots=True)
class XmlCell:
    """``span`` and the spans of ``parts`` (``f``, ``v``, ``is``) are offsets; ``opening`` ends behind
    the start tag. ``text`` by part; ``formula`` the attributes of ``f``, None without one."""

    row: int
    column: int
    kind: str
    dynamic: bool
    span: Span
    opening: int = 0
    parts: dict[str, Span] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    formula: dict[str, str] | None = None


class XmlRow(NamedTuple):
    number: int
    span: Span
    opening: int


@dataclass(slots=True)
class SheetXml:
    """``cells`` that hold something, and those asked for; ``rows`` those asked for, and where the data
    end."""

    xml: bytes
    cells: dict[Spot, XmlCell]
    rows: list[XmlRow]
    end: int


class _Reader:
    """Follows the parser through the rows; everything outside ``sheetData`` is passed over."""

    def __init__(self, xml: bytes, wanted: Collection[Spot]) -> None:
        self.xml, self.wanted = xml, frozenset(wanted)
        self.wanted_rows = {row for row, _ in self.wanted}
        self.sheet = SheetXml(xml, {}, [], 0)
        self.row = self.column = 0
        self.row_start: Span = (0, 0)
        self.cell: XmlCell | None = None
        self.part, self.started, self.phonetic = "", 0, 0
        self.inside = False
        self.parser = ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.stop
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        at = self.parser.CurrentByteIndex
        if not self.inside:
            self.inside = local == "sheetData"
        elif self.cell is not None:
            self._part(self.cell, local, attributes, at)
        elif local == "row":
            self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
            self.column, self.row_start = 0, (at, self._tag_end(at))
        elif local == "c":
            self._cell(attributes, at)

    def _cell(self, attributes: dict[str, str], at: int) -> None:
        given = _REFERENCE.fullmatch(attributes.get("r", ""))
        self.column = column_number(given[1].upper()) if given else self.column + 1
        kind, dynamic = attributes.get("t", "n"), "cm" in attributes
        self.cell = XmlCell(self.row, self.column, kind, dynamic, (at, at), self._tag_end(at))

    def _part(self, cell: XmlCell, local: str, attributes: dict[str, str], at: int) -> None:
        if local == "rPh":
            self.phonetic += 1
        if local in ("f", "v", "is"):
            self.started = at
        if local == "f":
            cell.formula = dict(attributes)
        self.part = local if local in _KEPT and not self.phonetic else ""

    def characters(self, data: str) -> None:
        if self.cell is not None and self.part:
            self.cell.text[self.part] = self.cell.text.get(self.part, "") + data

    def stop(self, name: str) -> None:
        local = name.rpartition(":")[2]
        at = self.parser.CurrentByteIndex
        if not self.inside:
            return
        if local == "sheetData":
            self.inside, self.sheet.end = False, at
        elif self.cell is None:
            if local == "row" and self.wanted:
                span = (self.row_start[0], self._end(self.row_start[1], at))
                self.sheet.rows.append(XmlRow(self.row, span, self.row_start[1]))
        elif local == "c":
            self.cell.span = (self.cell.span[0], self._end(self.cell.opening, at))
            spot = self.cell.row, self.cell.column
            if self.cell.parts or spot[0] in self.wanted_rows:
                self.sheet.cells[spot] = self.cell
            self.cell = None
        else:
            self.part = ""
            self.phonetic -= local == "rPh"
            if local in ("f", "v", "is"):
                self.cell.parts[local] = (self.started, self._end(self._tag_end(self.started), at))

    def _end(self, opening: int, at: int) -> int:
        """Behind an element whose end the parser saw ``at``; that of ``<c/>`` it sees where it is over.
        opening: the end of its start tag."""
        return opening if self.xml.startswith(b"/>", opening - 2) else self._tag_end(at)

    def _tag_end(self, at: int) -> int:
        """Behind the tag that begins at ``at``."""
        if self.xml.startswith(b"</", at):
            return self.xml.index(b">", at) + 1
        tag = _TAG.match(self.xml, at)
        if tag is None:
            raise Refused(FILE_DAMAGED, "xml")
        return tag.end()


def read_sheet(xml: bytes, wanted: Collection[Spot] = ()) -> SheetXml:
    """xml: a worksheet in UTF-8. wanted: cells whose rows are needed even where they hold nothing.
    Raises Refused."""
    reader = _Reader(xml, wanted)
    try:
        reader.parser.Parse(xml, True)
    except (ExpatError, ValueError) as error:
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    return reader.sheet


def stored(cell: XmlCell, strings: list[str]) -> Value:
    """What the file says the cell's value is; None where it says nothing."""
    if "is" in cell.parts and "v" not in cell.parts:
        return decoded(cell.text.get("t", ""))
    if "v" not in cell.parts:
        return None
    text = cell.text.get("v", "")
    if cell.kind == "str":
        return decoded(text)
    try:
        if cell.kind == "s":
            return strings[int(text)]
        if cell.kind == "b":
            return text.strip() in ("1", "true")
        if cell.kind == "e":
            return Wrong(text.strip())
        return float(text)
    except (ValueError, IndexError):
        return None if not text.strip() else text


def decoded(text: str) -> str:
    """``_x000D_`` is how the format spells what XML cannot hold."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
