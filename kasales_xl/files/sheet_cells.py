"""The cells of a worksheet's XML, each with where it stands in the bytes, and new values put there.

Only the bytes of a value and of its type change: what Excel, WPS or LibreOffice wrote around them stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

from kasales_xl.files.formula_tree import Value, Wrong
from kasales_xl.files.refusal import Refused
from kasales_xl.files.text_size import writable
from kasales_xl.sheets.grid import column_number, letters

Spot = tuple[int, int]
Span = tuple[int, int]

_REFERENCE = re.compile(r"\$?([A-Za-z]+)\$?(\d+)")
_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_PREFIX = re.compile(rb"</?((?:[^\s/>:]+:)?)")
_TYPE = re.compile(rb"""\s+t\s*=\s*(?:"[^"]*"|'[^']*')""")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MEANT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: Parts of a cell whose text is kept.
_KEPT = frozenset({"f", "v", "t"})


@dataclass(slots=True)
class Cell:
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


class Row(NamedTuple):
    number: int
    span: Span
    opening: int


class New(NamedTuple):
    """A value to write. ``typed``: as if somebody had typed it, not as a formula's result."""

    value: Value
    typed: bool = False


@dataclass(slots=True)
class SheetXml:
    """``cells`` that hold something, and those asked for; ``rows`` those asked for, and where the data
    end."""

    xml: bytes
    cells: dict[Spot, Cell]
    rows: list[Row]
    end: int


class _Reader:
    """Follows the parser through the rows; everything outside ``sheetData`` is passed over."""

    def __init__(self, xml: bytes, wanted: Collection[Spot]) -> None:
        self.xml, self.wanted = xml, frozenset(wanted)
        self.wanted_rows = {row for row, _ in self.wanted}
        self.found = SheetXml(xml, {}, [], 0)
        self.row = self.column = 0
        self.row_start: Span = (0, 0)
        self.cell: Cell | None = None
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
        self.cell = Cell(self.row, self.column, kind, dynamic, (at, at), self._tag_end(at))

    def _part(self, cell: Cell, local: str, attributes: dict[str, str], at: int) -> None:
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
            self.inside, self.found.end = False, at
        elif self.cell is None:
            if local == "row" and self.wanted:
                span = (self.row_start[0], self._end(self.row_start[0], at))
                self.found.rows.append(Row(self.row, span, self.row_start[1]))
        elif local == "c":
            self.cell.span = (self.cell.span[0], self._end(self.cell.span[0], at))
            spot = self.cell.row, self.cell.column
            if self.cell.parts or spot[0] in self.wanted_rows:
                self.found.cells[spot] = self.cell
            self.cell = None
        else:
            self.part = ""
            self.phonetic -= local == "rPh"
            if local in ("f", "v", "is"):
                self.cell.parts[local] = (self.started, self._end(self.started, at))

    def _end(self, start: int, at: int) -> int:
        """Behind an element whose end the parser saw ``at``; that of ``<c/>`` it sees where it is over."""
        opening = self._tag_end(start)
        return opening if self.xml.startswith(b"/>", opening - 2) else self._tag_end(at)

    def _tag_end(self, at: int) -> int:
        """Behind the tag that begins at ``at``."""
        if self.xml.startswith(b"</", at):
            return self.xml.index(b">", at) + 1
        found = _TAG.match(self.xml, at)
        if found is None:
            raise Refused("file-damaged", "xml")
        return found.end()


def read_sheet(xml: bytes, wanted: Collection[Spot] = ()) -> SheetXml:
    """xml: a worksheet in UTF-8. wanted: cells whose rows are needed even where they hold nothing.
    Raises Refused."""
    reader = _Reader(xml, wanted)
    try:
        reader.parser.Parse(xml, True)
    except (ExpatError, ValueError) as error:
        raise Refused("file-damaged", str(error)[:80]) from error
    return reader.found


def stored(cell: Cell, strings: list[str]) -> Value:
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


def replaced(xml: bytes, new: Mapping[Spot, New]) -> bytes:
    """The sheet with these values; cells and rows that are missing are made."""
    sheet = read_sheet(xml, new.keys())
    changes = list(_changes(sheet, new))
    for (start, end), content in sorted(changes, key=lambda change: change[0], reverse=True):
        xml = xml[:start] + content + xml[end:]
    return xml


def _changes(sheet: SheetXml, new: Mapping[Spot, New]) -> Iterator[tuple[Span, bytes]]:
    missing: dict[int, dict[int, New]] = {}
    for spot, value in new.items():
        cell = sheet.cells.get(spot)
        if cell is not None:
            yield cell.span, _with_value(sheet.xml, cell, value)
        else:
            missing.setdefault(spot[0], {})[spot[1]] = value
    rows = {row.number: row for row in sheet.rows}
    for number, cells in sorted(missing.items()):
        row = rows.get(number)
        if row is None:
            at = next((r.span[0] for r in sheet.rows if r.number > number), sheet.end)
            name = _prefix(sheet.xml, sheet.end)
            inside = _made_all(name, number, cells)
            yield (at, at), b'<%srow r="%d">%s</%srow>' % (name, number, inside, name)
        else:
            yield from _into_row(sheet, row, cells)


def _into_row(sheet: SheetXml, row: Row, cells: dict[int, New]) -> Iterator[tuple[Span, bytes]]:
    name = _prefix(sheet.xml, row.span[0])
    there = sorted(cell.column for spot, cell in sheet.cells.items() if spot[0] == row.number)
    tag = sheet.xml[row.span[0] : row.opening]
    if tag.endswith(b"/>"):
        inside = _made_all(name, row.number, cells)
        yield row.span, tag[:-2].rstrip() + b">" + inside + b"</%srow>" % name
        return
    groups: dict[int, bytes] = {}
    closing = sheet.xml.rindex(b"</", row.span[0], row.span[1])
    for column, value in sorted(cells.items()):
        right = next((c for c in there if c > column), None)
        at = closing if right is None else sheet.cells[row.number, right].span[0]
        groups[at] = groups.get(at, b"") + _made(name, row.number, column, value)
    yield from (((at, at), content) for at, content in groups.items())


def _prefix(xml: bytes, at: int) -> bytes:
    """``x:`` where the tag that begins there is spelled ``<x:row>`` or ``</x:sheetData>``."""
    found = _PREFIX.match(xml, at)
    return found[1] if found else b""


def _made_all(prefix: bytes, row: int, cells: Mapping[int, New]) -> bytes:
    return b"".join(_made(prefix, row, column, new) for column, new in sorted(cells.items()))


def _made(prefix: bytes, row: int, column: int, new: New) -> bytes:
    tag = b'<%sc r="%s%d"' % (prefix, letters(column).encode(), row)
    kind, content = spelled(new, prefix)
    return tag + (b' t="%s"' % kind if kind else b"") + b">" + content + b"</%sc>" % prefix


def _with_value(xml: bytes, cell: Cell, new: New) -> bytes:
    """The same cell, its value and type replaced."""
    start, end = cell.span
    tag = xml[start : cell.opening]
    prefix = _prefix(xml, start)
    kind, content = spelled(new, prefix)
    empty = tag.endswith(b"/>")
    bare = _TYPE.sub(b"", tag.rstrip(b"/>") if empty else tag[:-1], count=1).rstrip()
    head = bare + (b' t="%s"' % kind if kind else b"") + b">"
    if empty:
        return head + content + b"</%sc>" % prefix
    spans = [cell.parts[name] for name in ("v", "is") if name in cell.parts]
    at = spans[0][0] if spans else cell.parts["f"][1] if "f" in cell.parts else cell.opening
    pieces, done = [head], cell.opening
    for first, last in sorted([(at, at), *spans]):
        pieces.append(xml[done:first])
        pieces.append(content if (first, last) == (at, at) else b"")
        done = last
    return b"".join(pieces) + xml[done:end]


def spelled(new: New, prefix: bytes = b"") -> tuple[bytes, bytes]:
    """The type attribute (blank for a number) and the XML of a value."""
    value = new.value
    if value is None and new.typed:
        return b"", b""
    if isinstance(value, bool):
        return b"b", _v(prefix, "1" if value else "0")
    if isinstance(value, float | int):
        return b"", _v(prefix, repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value))
    if isinstance(value, Wrong):
        return b"e", _v(prefix, value.text)
    text = escape(_MEANT.sub("_x005F_", writable(value or "")), {"\r": "&#13;"})
    if not new.typed:
        return b"str", _v(prefix, text)
    inline = b'<%sis><%st xml:space="preserve">%s</%st></%sis>'
    return b"inlineStr", inline % (prefix, prefix, text.encode(), prefix, prefix)


def _v(prefix: bytes, text: str) -> bytes:
    return b"<%sv>%s</%sv>" % (prefix, text.encode(), prefix)
