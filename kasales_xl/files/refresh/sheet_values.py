"""New values into a worksheet's XML. Only the bytes of a value and of its type change: what Excel, WPS or
LibreOffice wrote around them stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from kasales_xl.files.formulas.tree import Value, Wrong
from kasales_xl.files.refresh.sheet_cells import SheetXml, Span, Spot, XmlCell, XmlRow, read_sheet
from kasales_xl.files.styles.text_size import writable
from kasales_xl.reading.grid import letters

_PREFIX = re.compile(rb"</?((?:[^\s/>:]+:)?)")
_TYPE = re.compile(rb"""(?<!\s)\s++t\s*+=\s*+(?:"[^"]*"|'[^']*')""")
_STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_MEANT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class New(NamedTuple):
    """A value to write. ``typed``: as if somebody had typed it, not as a formula's result. ``formula``: the
    one that the cell is to have, without its ``=``; blank leaves it as it is. ``style``: the number of the
    look that a cell gets which is not there yet."""

    value: Value
    typed: bool = False
    formula: str = ""
    style: str = ""


def replaced(xml: bytes, new: Mapping[Spot, New]) -> bytes:
    """The sheet with these values; cells and rows that are missing are made."""
    sheet = read_sheet(xml, new.keys())
    pieces, done = [], 0
    for (start, end), content in sorted(_changes(sheet, new), key=lambda change: change[0]):
        pieces += [xml[done:start], content]
        done = end
    return b"".join([*pieces, xml[done:]])


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
            yield (at, at), made_row(name, number, cells)
        else:
            yield from _into_row(sheet, row, cells)


def _into_row(sheet: SheetXml, row: XmlRow, cells: dict[int, New]) -> Iterator[tuple[Span, bytes]]:
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
    tag = _PREFIX.match(xml, at)
    return tag[1] if tag else b""


def made_row(prefix: bytes, number: int, cells: Mapping[int, New]) -> bytes:
    """A row with these cells by column. prefix: ``x:`` where the sheet's tags have one."""
    return b'<%srow r="%d">%s</%srow>' % (prefix, number, _made_all(prefix, number, cells), prefix)


def _made_all(prefix: bytes, row: int, cells: Mapping[int, New]) -> bytes:
    return b"".join(_made(prefix, row, column, new) for column, new in sorted(cells.items()))


def _made(prefix: bytes, row: int, column: int, new: New) -> bytes:
    tag = b'<%sc r="%s%d"' % (prefix, letters(column).encode(), row)
    if new.style:
        tag += b' s="%s"' % new.style.encode()
    kind, content = spelled(new, prefix)
    content = _f(prefix, new) + content
    return tag + (b' t="%s"' % kind if kind else b"") + b">" + content + b"</%sc>" % prefix


def _f(prefix: bytes, new: New) -> bytes:
    return b"<%sf>%s</%sf>" % (prefix, escape(new.formula).encode(), prefix) if new.formula else b""


def _with_value(xml: bytes, cell: XmlCell, new: New) -> bytes:
    """The same cell, its value and type replaced."""
    start, end = cell.span
    tag = xml[start : cell.opening]
    prefix = _prefix(xml, start)
    kind, content = spelled(new, prefix)
    empty = tag.endswith(b"/>")
    bare = _TYPE.sub(b"", tag.rstrip(b"/>") if empty else tag[:-1], count=1).rstrip()
    head = bare + (b' t="%s"' % kind if kind else b"") + b">"
    content = _f(prefix, new) + content
    if empty:
        return head + content + b"</%sc>" % prefix
    gone = ("f", "v", "is") if new.formula else ("v", "is")
    spans = [cell.parts[name] for name in gone if name in cell.parts]
    at = spans[0][0] if spans else cell.parts["f"][1] if "f" in cell.parts else cell.opening
    pieces, done = [head], cell.opening
    for first, last in sorted([(at, at), *spans]):
        pieces.append(xml[done:first])
        pieces.append(content if (first, last) == (at, at) else b"")
        done = last
    return b"".join(pieces) + xml[done:end]


def style_of(xml: bytes, cell: XmlCell) -> str:
    """The number of a cell's look, blank for the plain one."""
    style = _STYLE.search(xml, cell.span[0], cell.opening)
    return style[1].decode() if style else ""


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
