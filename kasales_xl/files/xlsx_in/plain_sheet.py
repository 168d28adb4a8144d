"""Worksheets that are spelled as Excel, WPS, LibreOffice and our own writer spell them go a quick way. One
pattern knows every byte of the rows: each cell with its address, in its row, within the usual rectangle, no
character spelled by its number; expat proves what stands around them. Then nothing is left that two readers
could read differently, and the fast one may have it. All others are read tag by tag (``sheet.py``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from xml.parsers import expat

from kasales_xl.files.xlsx_in.markup import MALFORMED, parser_of
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.sheet import CellReader
from kasales_xl.reading.cells.cell import UNSAVED
from kasales_xl.reading.grid import column_number
from kasales_xl.text.findings.files import FILE_DAMAGED

#: Bytes above which a part goes the other way, which takes it in pieces.
MOST_PLAIN = 8 << 20
_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
#: All rows, up to CZ9999. Possessive: no byte is looked at twice.
_OTHERS = rb'(?:[ ][\w:]++="[^"<]*+")*+'
_FORMULA = rb"(?:<f%s(?:/>|>[^<]*+</f>))?" % _OTHERS
_NUMBER = rb"-?[0-9]{1,40}+(?:\.[0-9]{1,40}+)?(?:[eE][-+]?[0-9]{1,2}+)?"
_ROWS = re.compile(
    rb"""\s*+(?:<row[ ]r="([1-9][0-9]{0,3})"%(others)s(?:/>\s*+|>\s*+
    (?:<c[ ]r="[A-C]?[A-Z]\1"(?:[ ]s="[0-9]{1,5}+")?
    (?:/>
    |[ ]t="s"><v>[0-9]{1,7}+</v></c>
    |(?:[ ]t="n")?(?:/>|>%(formula)s(?:<v>%(number)s</v>|<v[ ]?/>|<v></v>)?</c>)
    |[ ]t="str">%(formula)s(?:<v>[^<]*+</v>|<v[ ]?/>)?</c>
    |[ ]t="e">%(formula)s<v>\#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)</v></c>
    |[ ]t="b">%(formula)s<v>[01]</v></c>
    )\s*+)*+</row>\s*+))*+"""
    % {b"others": _OTHERS, b"formula": _FORMULA, b"number": _NUMBER},
    re.VERBOSE,
)
#: What a sheet says its size is; it may be wrong.
DIMENSION = re.compile(rb'<dimension ref="[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?"/>')
_ENTITY = re.compile(rb"&(?:amp|lt|gt|quot|apos);")
#: Not to be found in text, but for tabs and line feeds.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10))
_ROW = re.compile(rb'<row r="(\d+)"')
_ERROR = re.compile(rb'<c r="([A-Z]+)(\d+)"(?: s="\d+")? t="e">(?:<f[^>]*>(?:[^<]*</f>)?)?<v>([^<]*)</v>')
#: A formula without a stored result; the second is a shared formula's short form.
_NO_RESULT = (
    re.compile(rb"</f>(?:</c>|<v></v>|<v ?/>)"),
    re.compile(rb"<f [^>]*/>(?:</c>|<v></v>|<v ?/>)"),
)
_OPENING = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*)>')


def proven(xml: bytes, reader: CellReader) -> bool:
    """Is this sheet plain? Then the reader holds what stands around its cells; else it is of no more use.
    Raises Refused."""
    start, end = xml.find(_OPEN) + len(_OPEN), xml.rfind(_CLOSE)
    # a second one, be it empty, would be the only one for another reader
    if len(xml) > MOST_PLAIN or not len(_OPEN) <= start <= end or xml.count(b"sheetData") != 2:
        return False
    if xml.count(b"dimension", 0, start) != len(DIMENSION.findall(xml, 0, start)):
        return False
    section = xml[start:end]
    if not _ROWS.fullmatch(section) or not _is_text(section):
        return False
    rows = list(map(int, _ROW.findall(section)))
    if any(following <= row for row, following in pairwise(rows)):
        return False
    parser = parser_of(reader.start, reader.end, None)
    only_tags(parser)
    try:
        parser.Parse(xml[:start], False)
        if not reader.inside or reader.prefix:
            return False
        # the rows are proven already
        parser.Parse(xml[end:], True)
    except Unusual:
        return False
    except MALFORMED as error:
        raise Refused(FILE_DAMAGED, f"{reader.name}: {error}"[:80]) from error
    return True


def _is_text(section: bytes) -> bool:
    """UTF-8 that XML allows; only the five characters are spelled by names, and none by its number."""
    try:
        section.decode("utf-8")
    except UnicodeDecodeError:
        return False
    named = section.count(b"&")
    return (not named or named == len(_ENTITY.findall(section))) and len(section) == len(
        section.translate(None, _CONTROLS)
    )


class Unusual(Exception):
    """Not for the quick way."""


def only_tags(parser: expat.XMLParserType) -> None:
    """The parser raises Unusual for anything but tags and text in UTF-8."""
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = _unusual
    parser.XmlDeclHandler = _check_encoding


def _unusual(*_found: object) -> None:
    raise Unusual


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.upper() != "UTF-8":
        raise Unusual


def errors_in(xml: bytes) -> dict[tuple[int, int], str]:
    """(row, column), 1-based → ``#REF!`` and the like, or UNSAVED for a formula without a result. An
    empty text result is a result. Of a plain sheet."""
    errors: dict[tuple[int, int], str] = {}
    if b' t="e"' in xml:
        for letters, row, text in _ERROR.findall(xml):
            errors[int(row), column_number(letters.decode())] = text.decode()
    for ending in _NO_RESULT:
        for match in ending.finditer(xml):
            opening = _OPENING.match(xml, xml.rfind(b"<c ", 0, match.start()))
            if opening and b't="str"' not in opening[3]:
                errors.setdefault((int(opening[2]), column_number(opening[1].decode())), UNSAVED)
    return errors


def units_in(xml: bytes, units: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """(row, column), 1-based → the unit of the cell's style, of cells that hold something. Of a plain
    sheet."""
    if not units:
        return {}
    styles = "|".join(sorted(units, key=int)).encode()
    found = re.findall(rb'<c r="([A-Z]+)(\d+)" s="(' + styles + rb')"[^>]*><[vf]', xml)
    return {(int(row), column_number(at.decode())): units[style.decode()] for at, row, style in found}


def typed_over(xml: bytes, columns: Collection[str]) -> tuple[list[tuple[int, str]], frozenset[str]]:
    """columns: A1 letters of calculated columns. Returns (row, letters) of cells that hold a value
    without a formula, headers among them, and the columns in which other cells have one."""
    letters = "|".join(sorted(columns)).encode()
    found = re.findall(rb'<c r="(' + letters + rb')(\d+)"[^>]*><([vf])', xml)
    typed = [(int(row), column.decode()) for column, row, what in found if what == b"v"]
    return typed, frozenset(column.decode() for column, _row, what in found if what == b"f")
