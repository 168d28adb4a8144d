"""What a workbook's package says besides cells: sheets, their parts, tables, names, shared strings."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from kasales_xl.files.formulas.tables import SheetTable
from kasales_xl.files.formulas.tree import Node, NotUnderstood, parse
from kasales_xl.files.refresh.sheet_cells import decoded
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.grid import column_number
from kasales_xl.text.findings.files import FILE_DAMAGED, FILE_UNSAFE

_TEXTS = (".xml", ".rels")


@dataclass
class Parts:
    """``content``: every part that is XML; ``sheets``: part by title; ``names``: what defined names of
    the whole workbook stand for; names of tables, columns and cells in small letters."""

    content: dict[str, bytes]
    sheets: dict[str, str]
    tables: dict[str, SheetTable] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    strings: list[str] = field(default_factory=list)

    def related(self, part: str, kind: str) -> list[str]:
        """Parts of a kind (``table``, ``drawing``, ``chart``) that a part points at."""
        return list(self.relations(part, kind).values())

    def relations(self, part: str, kind: str) -> dict[str, str]:
        """The same by the IDs of the relations."""
        folder, _, name = part.rpartition("/")
        text = self.content.get(f"{folder}/_rels/{name}.rels")
        return {
            relation.get("Id", ""): _target(folder, relation.get("Target", ""))
            for relation in (() if text is None else _tree(text))
            if relation.get("Type", "").endswith("/" + kind)
        }

    def named(self, name: str) -> Node:
        """What a name stands for. Raises NotUnderstood."""
        text = self.names.get(name.casefold())
        if text is None:
            raise NotUnderstood(name)
        return parse(text)


def read_parts(data: bytes) -> Parts:
    """data: a workbook that the guard let pass. Raises Refused."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = {n: package.read(n) for n in package.namelist() if n.lower().endswith(_TEXTS)}
    try:
        parts = Parts(content, {})
        parts.sheets = dict(_sheets(parts))
        parts.names = dict(_names(content[workbook_part(content)]))
        for title, part in parts.sheets.items():
            for table in parts.related(part, "table"):
                if table in content:
                    name, read = _read_table(content[table], title)
                    parts.tables[name.casefold()] = read
        for part in parts.related(workbook_part(content), "sharedStrings"):
            parts.strings = list(_strings(content[part]))
    except (ElementTree.ParseError, KeyError, ValueError, IndexError) as error:
        raise Refused(FILE_DAMAGED, str(error)[:80]) from error
    return parts


def workbook_part(content: Mapping[str, bytes]) -> str:
    return next(name for name in content if name.casefold() == "xl/workbook.xml")


def _tree(text: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in text.replace(b"\0", b""):
        raise Refused(FILE_UNSAFE)
    return ElementTree.fromstring(text)  # no document type, so no entities  # noqa: S314  # nosec B314


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def _sheets(parts: Parts) -> Iterator[tuple[str, str]]:
    workbook = workbook_part(parts.content)
    relations = parts.relations(workbook, "worksheet")
    for element in _tree(parts.content[workbook]).iter():
        if _local(element) == "sheet":
            relation_id = next((value for key, value in element.items() if key.endswith("}id")), "")
            part = relations.get(relation_id, "")
            if part in parts.content:
                yield element.get("name", ""), part


def _names(workbook: bytes) -> Iterator[tuple[str, str]]:
    for element in _tree(workbook).iter():
        if _local(element) == "definedName" and element.get("localSheetId") is None and element.text:
            yield element.get("name", "").casefold(), element.text


def _read_table(text: bytes, sheet: str) -> tuple[str, SheetTable]:
    root = _tree(text)
    corners = [(c.rstrip("0123456789"), c) for c in root.get("ref", "").replace("$", "").split(":")]
    places = [(int(cell[len(name) :]), column_number(name)) for name, cell in corners]
    (top, left), (bottom, right) = places[0], places[-1]
    columns = [decoded(e.get("name", "")).casefold() for e in root.iter() if _local(e) == "tableColumn"]
    header = int(root.get("headerRowCount", "1"))
    totals = int(root.get("totalsRowCount", "0"))
    place = (sheet, top, left, bottom, right)
    return root.get("displayName", root.get("name", "")), SheetTable(place, tuple(columns), header, totals)


def _strings(text: bytes) -> Iterator[str]:
    for item in _tree(text):
        if _local(item) == "si":
            yield decoded("".join(_runs(item)))


def _runs(item: ElementTree.Element) -> Iterator[str]:
    """The text of a string, of its runs, but not how to pronounce it."""
    for child in item:
        if _local(child) == "t":
            yield child.text or ""
        elif _local(child) == "r":
            yield from _runs(child)


def with_parts(data: bytes, new: Mapping[str, bytes], without: Collection[str] = ()) -> bytes:
    """The package with these parts instead of its own, and ``without`` some; all others, and their order,
    as they were."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(done, "w") as package:
        package.comment = old.comment
        for info in old.infolist():
            if info.filename in without:
                continue
            entry = zipfile.ZipInfo(info.filename, info.date_time)
            entry.compress_type, entry.external_attr = info.compress_type, info.external_attr
            entry.file_size = info.file_size
            if info.filename in new:
                package.writestr(entry, new[info.filename])
            else:
                with old.open(info) as source, package.open(entry, "w") as target:
                    shutil.copyfileobj(source, target)
    return done.getvalue()
