"""Files that hung or ate memory (D7): each is read, or refused by name, in a worker with half of a file's limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from books_of import ON
from small_books import small_book, tiny_book

from kasales_xl.batch.one_book.apart import checked_apart
from kasales_xl.batch.one_book.refreshing import NotRead
from kasales_xl.batch.one_book.refreshing_apart import ready_apart
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import Limits

LIMITS = Limits(seconds=15, megabytes=500)
SHEET = "xl/worksheets/sheet2.xml"


def changed(change: Callable[[bytes], bytes], data: bytes, part: str = SHEET) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return packed.getvalue()


def before_end(text: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", text + b"</sheetData>")


def behind(text: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + text)


MERGES = b"".join(b'<mergeCell ref="A%d:AA1048576"/>' % n for n in range(1, 2001))
HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "76 KB of opening cells": before_end(b"<c " * 26_000),
    "200,000 error cells without a value": before_end(b'<row r="9">' + b'<c t="e"/>' * 200_000 + b"</row>"),
    "2,000 merges over whole columns": behind(b"<mergeCells>" + MERGES + b"</mergeCells>"),
    "one merge down to the last row": behind(b'<mergeCells><mergeCell ref="B3:B1048576"/></mergeCells>'),
    "a word of 32,000 letters": before_end(
        b'<row r="30"><c r="A30" t="inlineStr"><is><t>' + b"a" * 32_000 + b"</t></is></c></row>"
    ),
    "100,000 elements within each other": before_end(b"<row>" + b"<g>" * 100_000),
    "an attribute of 20 MB": before_end(b'<row r="9" a="' + b"x" * (20 << 20) + b'"/>'),
    "a cell of 20 MB": before_end(
        b'<row r="9"><c r="A9" t="str"><v>' + b"x" * (20 << 20) + b"</v></c></row>"
    ),
    "a million blank cells": before_end(
        b"".join(b'<row r="%d">%s</row>' % (n, b'<c s="1"/>' * 20) for n in range(100, 50_100))
    ),
    "a million numbers": before_end(
        b"".join(b'<row r="%d">%s</row>' % (n, b"<c><v>1</v></c>" * 20) for n in range(100, 50_100))
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_no_file_takes_longer_or_more_memory_than_it_may_in_check_and_refresh(
    what: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(HOSTILE[what], tiny_book() if "word" in what else small_book()))
    codes = {finding.code for finding in checked_apart(Source(path, "a.xlsx"), ON, LIMITS).findings}
    assert not codes & {"file-slow", "file-memory", "file-crashed"}
    refreshed: set[str] = set()
    try:
        ready_apart(path, ON, None, None, limits=LIMITS)
    except NotRead as unread:
        refreshed = {finding.code for finding in unread.findings}
    assert not refreshed & {"file-slow", "file-memory", "file-crashed"}
