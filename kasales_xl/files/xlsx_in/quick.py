"""The fast reader, for worksheets proven plain: it gets a package that we write, of parts that we checked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from kasales_xl.files.xlsx_in.markup import MALFORMED, pairs, parser_of
from kasales_xl.files.xlsx_in.plain_sheet import DIMENSION, MOST_PLAIN, Unusual, only_tags
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_DAMAGED

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The reader looks through a whole sheet for merged cells once more; it stops at this.
_NONE_MERGED, _VALUES = b"<mergeCells></mergeCells>", b"<sheetData"
#: The end of a string that is in no other.
_SIDE_BY_SIDE = re.compile(rb"(?:</si>|<si/>)\s*+(?=<si[ />]|</sst)")

Values = tuple[list[list[object]], int, int]


def are_plain(xml: bytes) -> bool:
    """May these shared strings go the quick way? Not where there are fewer than declared, or one in
    another. Raises Refused."""
    if len(xml) > MOST_PLAIN or b"&#" in xml or b"\r" in xml or b":si" in xml:
        return False
    declared = 0

    def start(name: str, attributes: list[str]) -> None:
        nonlocal declared
        if name != "sst":
            raise Unusual
        count = pairs(attributes).get("uniqueCount", "0")
        declared = int(count) if count.isdecimal() and len(count) < 10 else MOST_PLAIN
        parser.StartElementHandler = None

    parser = parser_of(start, None, None)
    only_tags(parser)
    try:
        parser.Parse(xml, True)
    except Unusual:
        return False
    except MALFORMED as error:
        raise Refused(FILE_DAMAGED, f"sharedStrings: {error}"[:80]) from error
    strings = xml.count(b"</si>") + xml.count(b"<si/>")
    return declared <= strings == len(_SIDE_BY_SIDE.findall(xml))


def read_quickly(
    sheets: Mapping[str, bytes], strings: bytes | None, styles: bytes | None, *, dates_1904: bool
) -> dict[str, Values]:
    """sheets: plain worksheets by title. By title: rows, and the row and column where they begin. Raises
    Refused."""
    from python_calamine import CalamineError, CalamineWorkbook

    pages = {title: f"s{number}" for number, title in enumerate(sheets)}
    package = _packed({pages[title]: xml for title, xml in sheets.items()}, strings, styles, dates_1904)
    read: dict[str, Values] = {}
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(package))
        for title, name in pages.items():
            page = workbook.get_sheet_by_name(name)
            row, column = page.start or (0, 0)
            rows: list[list[Any]] = page.to_python()
            read[title] = rows, row + 1, column + 1
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    except BaseException as error:
        # The reader's own panics derive from BaseException.
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    return read


def _packed(
    pages: Mapping[str, bytes], strings: bytes | None, styles: bytes | None, dates_1904: bool
) -> bytes:
    parts: dict[str, bytes | str] = {f"xl/{name}.xml": _bare(xml) for name, xml in pages.items()}
    kinds = dict.fromkeys(pages, "worksheet")
    for kind, given in (("sharedStrings", strings), ("styles", styles)):
        if given is not None:
            parts[f"xl/{kind}.xml"], kinds[kind] = given, kind
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="{name}"/>' for number, name in enumerate(pages, 1)
    )
    parts["xl/workbook.xml"] = (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><workbookPr date1904="{int(dates_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{_DOCUMENT}/{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">'
    parts["xl/_rels/workbook.xml.rels"] = f"{relations}{related}</Relationships>"
    parts["_rels/.rels"] = (
        f'{relations}<Relationship Id="w" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    )
    parts["[Content_Types].xml"] = f'{_HEAD}<Types xmlns="{_PACKAGE}content-types"/>'
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content)
    return into.getvalue()


def _bare(xml: bytes) -> bytes:
    """Without what it says of its size and its merged cells."""
    place = xml.find(_VALUES)
    return DIMENSION.sub(b"", xml[:place]) + _NONE_MERGED + xml[place:]
