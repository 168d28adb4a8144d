"""A whole account book as .xlsx: a fresh one for a rep, or one filled with rows. The same rows, policy,
day and language give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from xlsxwriter.workbook import Workbook

from kasales_xl.book.filling import references
from kasales_xl.core.history.past import Step
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.files.book.checks import ChecksSheet
from kasales_xl.files.book.forms import write_policy, write_profile
from kasales_xl.files.book.guide import write_guide
from kasales_xl.files.book.lists import AUTHOR, write_lists, write_meta
from kasales_xl.files.book.my_scorecard.page import write_scorecard
from kasales_xl.files.book.results import write_results
from kasales_xl.files.book.sheets import write_data_sheet
from kasales_xl.files.book.writer import BookWriter
from kasales_xl.files.calc_engine import CALC_ENGINE
from kasales_xl.files.styles.look import FONTS
from kasales_xl.files.whole import write_whole
from kasales_xl.layout.sheets import LAYOUT, TAB_TITLES
from kasales_xl.reading.typed_book import TypedBook

_NORMAL = b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
_NORMAL_UNLOCKED = (
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyProtection="1">'
    b'<protection locked="0"/></xf></cellStyleXfs>'
)
_BLANK_TEXT = re.compile(rb'<c (r="[A-Z]+\d+"(?: s="\d+")?)>(<f>[^<]*</f>)<v></v></c>')
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_book(
    path: Path | str, book: Book, *, policy: Policy, on: dt.date, lang: Lang, trend: Sequence[Step] = ()
) -> None:
    """Write ``book_bytes`` to ``path``, all or nothing. Raises CannotWrite."""
    write_whole(Path(path), book_bytes(book, policy=policy, on=on, lang=lang, trend=trend))


def book_bytes(
    book: Book,
    *,
    policy: Policy,
    on: dt.date,
    lang: Lang,
    trend: Sequence[Step] = (),
    typed: TypedBook | None = None,
    more: Callable[[BookWriter], None] | None = None,
) -> bytes:
    """The file's bytes. book: may be empty (``seller`` None), then every table has its ready rows only.
    on: the day it is made and the cached values are true for. trend: earlier scorings, for My
    scorecard. Money is written in the book's unit, as rows hold it. typed: what people typed into another
    copy of the book: its cells go where they belong, instead of rows and policy. more: writes further
    sheets, behind all others."""
    stream = io.BytesIO()
    workbook = Workbook(
        stream,
        {
            "in_memory": True,
            "default_format_properties": {
                "font_name": FONTS[lang],
                "font_size": 11,
                "font_scheme": False,
                "locked": False,
            },
        },
    )
    workbook.set_calc_mode("auto", CALC_ENGINE)
    workbook.calc_on_load = False
    workbook.set_properties(
        {
            "title": book.seller.name if book.seller else "",
            "author": AUTHOR,
            "company": "",
            "created": dt.datetime.combine(on, dt.time()),
        }
    )
    unit = book.seller.money_unit if book.seller else MoneyUnit.WAN
    writer = BookWriter(workbook, lang=lang, unit=unit, on=on)
    _write_tabs(writer, book, policy, trend, typed, more)
    workbook.close()
    return _finished(stream.getvalue())


def _write_tabs(
    writer: BookWriter,
    book: Book,
    policy: Policy,
    trend: Sequence[Step],
    typed: TypedBook | None,
    more: Callable[[BookWriter], None] | None,
) -> None:
    writer.add_tabs(TAB_TITLES)
    tabs, known = writer.tabs, references(book)
    write_guide(tabs["guide"], policy)
    write_scorecard(tabs["scorecard"], trend)
    write_profile(tabs["seller"], book, None if typed is None else typed.profile)
    for layout in LAYOUT.values():
        if not layout.form:
            sheet = None if typed is None else typed.sheets.get(layout.key)
            write_data_sheet(tabs[layout.key], layout, book, known, sheet)
    write_policy(tabs["policy"], policy, None if typed is None else typed.policy)
    ChecksSheet(tabs["checks"]).write()
    write_lists(tabs["lists"])
    seller_id = book.seller.seller_id if book.seller else ""
    write_meta(tabs["_meta"], seller_id if typed is None else typed.meta.seller_id or seller_id)
    write_results(tabs["results"])
    writer.calculate()
    if more is not None:
        more(writer)
    tabs["guide"].sheet.activate()


def _finished(content: bytes) -> bytes:
    """Two things that XlsxWriter has no word for: the Normal style is unlocked, so that blank cells
    can be typed into on a protected sheet; and a formula's blank answer is cached as blank text, not
    as nothing, so that no program shows a 0 for it."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(done, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/styles.xml":
                part = part.replace(_NORMAL, _NORMAL_UNLOCKED)
            elif name.startswith("xl/worksheets/sheet"):
                part = _BLANK_TEXT.sub(rb'<c \1 t="str">\2<v></v></c>', part)
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return done.getvalue()
