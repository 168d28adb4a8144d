"""A whole account book as .xlsx: a fresh one for a rep, or one filled with rows. The same rows, policy,
day and language give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from xlsxwriter.workbook import Workbook

from kasales_xl.book.filling import book_tables, references
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.files.book.checks import ChecksSheet
from kasales_xl.files.book.forms import write_policy, write_profile
from kasales_xl.files.book.guide import write_guide
from kasales_xl.files.book.lists import write_lists, write_meta
from kasales_xl.files.book.my_scorecard.page import write_scorecard
from kasales_xl.files.book.my_scorecard.parts import CardPage
from kasales_xl.files.book.my_scorecard.trend import Step
from kasales_xl.files.book.sheets import write_data_sheet
from kasales_xl.files.book.styles import Styles
from kasales_xl.files.styles.formats import FONTS
from kasales_xl.files.whole import whole_file
from kasales_xl.functions.stored_answers import Answers, answers_for
from kasales_xl.layout.sheets import LAYOUT, TABS

#: The calculation engine that the file says it was last calculated by: a current one, so that opening
#: it does not calculate anew and a program without the add-in keeps showing the cached values.
CALC_ENGINE = 191029

_NORMAL = b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
_NORMAL_UNLOCKED = (
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyProtection="1">'
    b'<protection locked="0"/></xf></cellStyleXfs>'
)
_BLANK_TEXT = re.compile(rb'<c (r="[A-Z]+\d+"(?: s="\d+")?)>(<f>[^<]*</f>)<v></v></c>')
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_book(
    path: Path | str,
    book: Book,
    *,
    policy: Policy,
    on: dt.date,
    lang: Lang,
    answers: Answers | None = None,
    created_by: str = "kasales",
    trend: Sequence[Step] = (),
) -> None:
    """Write ``book_bytes`` to ``path``, all or nothing. Raises CannotWrite."""
    content = book_bytes(
        book, policy=policy, on=on, lang=lang, answers=answers, created_by=created_by, trend=trend
    )
    with whole_file(Path(path)) as temporary:
        temporary.write_bytes(content)


def book_bytes(
    book: Book,
    *,
    policy: Policy,
    on: dt.date,
    lang: Lang,
    answers: Answers | None = None,
    created_by: str = "kasales",
    trend: Sequence[Step] = (),
) -> bytes:
    """The file's bytes. book: may be empty (``seller`` None), then every table has its ready rows only.
    on: the day it is made and the cached values are true for. answers: gives those values; left out,
    they are worked out from the book as it is written. trend: earlier scorings, for My scorecard.
    Money is written in the book's unit, as rows hold it."""
    stream = io.BytesIO()
    font = FONTS[lang]
    workbook = Workbook(
        stream,
        {
            "in_memory": True,
            "default_format_properties": {
                "font_name": font,
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
            "author": created_by,
            "company": "",
            "created": dt.datetime.combine(on, dt.time()),
        }
    )
    _write_tabs(
        workbook, book, policy, on, lang, answers or answers_for(book, policy, on, lang), created_by, trend
    )
    workbook.close()
    return _finished(stream.getvalue())


def _write_tabs(
    workbook: Workbook,
    book: Book,
    policy: Policy,
    on: dt.date,
    lang: Lang,
    answers: Answers,
    created_by: str,
    trend: Sequence[Step],
) -> None:
    unit = book.seller.money_unit if book.seller else MoneyUnit.WAN
    styles = Styles(workbook, lang, unit)
    sheets = {key: workbook.add_worksheet(zh if lang == "zh" else en) for key, zh, en in TABS}
    known = references(book)
    write_guide(sheets["guide"], styles)
    page = CardPage(workbook, sheets["scorecard"], styles, policy, answers)
    write_scorecard(page, book.seller, trend)
    write_profile(workbook, sheets["seller"], book, styles)
    for layout in LAYOUT.values():
        if not layout.form:
            write_data_sheet(workbook, sheets[layout.key], layout, book, styles, known, answers)
    write_policy(sheets["policy"], policy, styles)
    ChecksSheet(workbook, sheets["checks"], styles, answers).write(book_tables(book, policy, lang))
    write_lists(workbook, sheets["lists"], styles)
    write_meta(
        workbook,
        sheets["_meta"],
        styles,
        seller_id=book.seller.seller_id if book.seller else "",
        created_by=created_by,
        created_on=on,
        answers=answers,
    )
    sheets["guide"].activate()


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
