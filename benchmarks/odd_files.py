"""What it costs to refuse a zip bomb and to let go of a million formatted blank rows.

Run: python benchmarks/odd_files.py [megabytes] [rows]
The peer is openpyxl opening the same file in its read-only way and walking through the sheet; of the
bomb it only unpacks the part. Processor time."""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from odd_packages import with_blanks, with_part  # noqa: E402

from kasales_xl.build.templates import sample_bytes  # noqa: E402
from kasales_xl.files.xlsx_in.book import read_book_bytes  # noqa: E402

ON = dt.date(2026, 6, 30)
SHEET, TITLE = "xl/worksheets/sheet4.xml", "客户"


def with_blank_rows(data: bytes, rows: int) -> bytes:
    blank = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(2000, 2000 + rows))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read(SHEET)
    longer = sheet.replace(b"</sheetData>", blank + b"</sheetData>")
    return with_part(data, SHEET, lambda out: out.writestr(SHEET, longer))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def unpacked(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(SHEET) as part:
        while part.read(1 << 20):
            pass


def walked(data: bytes) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    sheet = workbook[TITLE]
    sheet.reset_dimensions()
    assert sum(1 for _ in sheet.iter_rows(values_only=True)) > 2000


def main(megabytes: int = 400, rows: int = 1_000_000) -> int:
    sound = sample_bytes("zh")
    huge, long = with_blanks(sound, SHEET, megabytes), with_blank_rows(sound, rows)
    assert read_book_bytes(huge, "a.xlsx", on=ON).seller is None
    assert read_book_bytes(long, "a.xlsx", on=ON).accounts
    for what, ours, theirs in (
        (
            f"a part of {megabytes} MB blanks",
            seconds(lambda: read_book_bytes(huge, "a.xlsx", on=ON)),
            seconds(lambda: unpacked(huge)),
        ),
        (
            f"{rows} blank rows",
            seconds(lambda: read_book_bytes(long, "a.xlsx", on=ON)),
            seconds(lambda: walked(long)),
        ),
    ):
        print(f"{what:28}{ours * 1e3:9.1f} ms, the peer {theirs * 1e3:9.1f} ms: 1/{theirs / ours:.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
