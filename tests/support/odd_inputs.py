"""Inputs as nobody makes them: a small book with its XML and its cells changed at a few places, by somebody who
knows how the format is built. What to change is drawn from a stream of choices: random ones, or those of a fuzzer
that learns from what they reach."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from kasales_xl.reading.grid import Grid

Item = TypeVar("Item")

_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_PARTS = re.compile(
    r"xl/(?:worksheets/sheet\d+|sharedStrings|styles|workbook|_rels/workbook)\.xml(?:\.rels)?$"
)
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')

TEXTS: tuple[bytes, ...] = (
    b"", b" ", b"0", b"-1", b"1e309", b"nan", b"99999999999999999999", b"3&#53;0", b"&amp;", b"&nbsp;", b"&#0;",
    b"<![CDATA[7]]>", b"<!-- x -->", b"<?x y?>", b"]]>", b">", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r\n",
    b"_xD800_", b"_x0000_", "３．５万".encode(), "50-80万".encode(), "2026年2月30日".encode(), b"=1+1", b"@x", b"TRUE",
    b"#REF!", "张总/李总".encode(), b"A" * 40_000, "人".encode() * 11_000, b"a@" * 9_000, b"1" * 400, b"(" * 3_000,
)  # fmt: skip
SOUND_TEXTS = tuple(
    text for text in TEXTS[:27] if not set(text) & set(b"<>\x00\xff\xed") and text not in (b"&nbsp;", b"&#0;")
)
TAGS: tuple[bytes, ...] = (
    b"<c>", b"</c>", b'<c r="XFD1048576">', b'<c r="A1" t="e"/>', b'<c r="B3" a="/>">', b"<c ", b"<row>", b"</row>",
    b'<row r="1048576">', b"<v>", b"</v>", b"<v/>", b"<f>", b"</f>", b'<f t="shared" si="0"/>', b"<is><t>", b"</t></is>",
    b"<rPh>", b"</si>", b"<si>", b"<t/>", b"<sheetData>", b"</sheetData>", b"<sheetData/>", b"<x:c/>",
    b'<mergeCell ref="A1:XFD1048576"/>', b'<mergeCell ref="B3:B1048576"/>', b'<dataValidation type="list" sqref="A1:XFD9"/>',
    b"<!DOCTYPE a>", b'<a b="' + b"x" * 9_000 + b'"/>', b"<g>" * 300,
)  # fmt: skip
VALUES: tuple[bytes, ...] = (
    b"", b"0", b"s", b"str", b"n", b"b", b"e", b"d", b"inlineStr", b"what", b"A1", b"XFD1048576", b"ZZZZ99", b"A0",
    b"a3", b"-1", b"1048577", b"99999999999", b"1", b"true", b"/>", b">", b"&lt;", b"'", b"A1:B2", b"veryHidden",
)  # fmt: skip
CELLS: tuple[object, ...] = (
    "", None, 0.0, -1.0, 1e308, float("nan"), float("inf"), True, False, "是", "？", "待定", "张总/李总", "50-80万", "3万5",
    "2026-02-30", "44927", "１２", "=1+1", "#REF!", "=…", "合计", "示例", "我", "-", "A1", "a@b.cn", "13800138000",
    "x" * 40_000, "人" * 11_000, "1" * 400, "(" * 3_000, "a@" * 9_000, "、".join("人" * 4_000), "\ud800", "\x00", "\n" * 500,
)  # fmt: skip


class Choices:
    """Numbers from a random source, or from bytes as long as they last."""

    def __init__(self, source: Random | bytes) -> None:
        self._source = source
        self._at = 0

    def below(self, limit: int) -> int:
        if limit <= 1:
            return 0
        if isinstance(self._source, Random):
            return self._source.randrange(limit)
        size = 1 if limit <= 256 else 3
        taken = self._source[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % limit

    def one(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]


def odd_file(sound: bytes, choices: Choices) -> bytes:
    """The book with one to four changes in one to two of its parts, packed anew or damaged as a package."""
    with zipfile.ZipFile(io.BytesIO(sound)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = sorted(name for name in parts if _PARTS.match(name))
    for _ in range(1 + choices.below(2)):
        name = choices.one(names)
        for _ in range(1 + choices.below(4)):
            parts[name] = _odd_part(parts[name], choices)
    if not choices.below(40):
        parts.pop(choices.one(sorted(parts)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    data = packed.getvalue()
    if not choices.below(30):
        at = choices.below(len(data))
        data = data[:at] + bytes([choices.below(256)]) + data[at + choices.below(9) :]
    return data


def _odd_part(xml: bytes, choices: Choices) -> bytes:
    tokens = _TOKEN.findall(xml)
    if not tokens:
        return choices.one(TEXTS)
    at = choices.below(len(tokens))
    way = choices.below(16)
    if way >= 8:
        # well-formed as before
        tokens[at] = _sound_token(tokens[at], choices)
    elif way == 0:
        tokens[at] = choices.one(TEXTS)
    elif way == 1:
        tokens.insert(at, choices.one(TAGS))
    elif way == 2:
        del tokens[at : at + 1 + choices.below(5)]
    elif way == 3:
        to = choices.below(len(tokens))
        tokens[at], tokens[to] = tokens[to], tokens[at]
    elif way == 4:
        tokens[at:at] = tokens[at : at + 1 + choices.below(30)] * (1 + choices.below(20))
    elif way == 5:
        tokens[at] = _odd_attribute(tokens[at], choices)
    elif way == 6:
        tokens[at] = choices.one(TAGS)
    else:
        some = tokens[at]
        cut = choices.below(len(some))
        tokens[at] = some[:cut] + choices.one(TEXTS) + some[cut:]
    return b"".join(tokens)


def _sound_token(token: bytes, choices: Choices) -> bytes:
    if not token.startswith(b"<"):
        return choices.one(SOUND_TEXTS)
    return token if token.startswith((b"</", b"<?")) else _odd_attribute(token, choices)


def _odd_attribute(tag: bytes, choices: Choices) -> bytes:
    found = list(_ATTRIBUTE.finditer(tag))
    if not found:
        return tag.replace(b">", b' r="%s">' % choices.one(VALUES), 1)
    match = choices.one(found)
    new = match[1] + b'="' + choices.one(VALUES) + b'"'
    return tag[: match.start()] + new + tag[match.end() :]


def odd_grids(sound: Sequence[Grid], choices: Choices) -> list[Grid]:
    """The grids with up to six cells, rows, columns, errors and merged ranges changed."""
    grids = list(sound)
    for _ in range(1 + choices.below(6)):
        at = choices.below(len(grids))
        grid = grids[at]
        cells = [list(row) for row in grid.cells]
        errors, merged, title = dict(grid.errors), grid.merged, grid.title
        row = choices.below(len(cells)) if cells else 0
        way = choices.below(9)
        if way < 4 and cells and cells[row]:
            cells[row][choices.below(len(cells[row]))] = choices.one(CELLS)
        elif way == 4 and cells:
            cells[row:row] = [list(cells[row])] * (1 + choices.below(3))
        elif way == 5 and cells:
            del cells[row]
        elif way == 6:
            column = choices.below(20)
            cells = [
                line[:column] + [choices.one(CELLS)] * choices.below(2) + line[column:] for line in cells
            ]
        elif way == 7:
            errors[1 + choices.below(9), 1 + choices.below(20)] = "#REF!"
            merged = (*merged, (1 + choices.below(5), 1 + choices.below(9), 1 + choices.below(1 << 20), 20))
        else:
            title = choices.one(["客户 (2)", "Contacts", "x", title, grids[0].title])
        grids[at] = Grid(title, cells, grid.first_row, grid.first_column, grid.hidden, merged, errors)
    return grids
