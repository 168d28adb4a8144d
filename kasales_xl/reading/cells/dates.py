"""Days as people type them; what could be two days is asked, never guessed (pitfalls 38–40)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from kasales_xl.core.findings import FindingKind
from kasales_xl.reading.cells.cell import (
    Context,
    Noted,
    blank_word,
    is_blank_word,
    noted,
    plain,
    tidy,
)
from kasales_xl.reading.cells.spoken_days import MONTH_NAMES, spoken_day
from kasales_xl.text.findings.dates import (
    DATE_IMPOSSIBLE,
    DATE_MONTH_ONLY,
    DATE_SERIAL,
    DATE_UNCLEAR,
    DATE_UNREADABLE,
    TEXT_DATE,
)

#: Day 0 of the 1900 date system, as it counts from March 1900 on.
EPOCH = dt.date(1899, 12, 30)
#: By so many days the serial numbers of the 1904 date system are behind.
DAYS_1904 = 1462
#: No account book holds an older or a later day than these.
EARLIEST, LATEST = dt.date(1950, 1, 1), dt.date(2100, 12, 31)
_FIRST_SERIAL, _LAST_SERIAL = (EARLIEST - EPOCH).days, (LATEST - EPOCH).days

_CLOCK = re.compile(
    r"(?<=\d|日|号)(?:\s+|t|\s+(?:上午|下午))\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?(?:\s*(?:am|pm|z|\+\d\d:?\d\d))?$"
)
_WEEKDAY = re.compile(r"(?<=[\d日号])\s?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$")
_SEP = r"[-./,。、\\_~—–]"
_FULL = re.compile(rf"(\d{{4}})(?:{_SEP}|年)(\d{{1,2}})(?:{_SEP}|月)(\d{{1,2}})(?:日|号)?")
_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MONTH_ONLY = re.compile(rf"(\d{{4}})(?:{_SEP}|年)(\d{{1,2}})月?(?:份)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}})")
_NAMED = re.compile(
    rf"(?:(\d{{1,2}}){_SEP}?([a-z]{{3,9}})\.?{_SEP}?(\d{{4}})|([a-z]{{3,9}})\.?(\d{{1,2}}),?(\d{{4}}))"
)


def read_date(raw: object, blank: object, context: Context) -> object:
    """A ``date`` between 1950 and 2100, or a ``Noted`` one."""
    if isinstance(raw, dt.datetime):
        return _known(raw.date(), blank)
    if isinstance(raw, dt.date):
        return _known(raw, blank)
    if isinstance(raw, bool):
        return noted(blank, DATE_UNREADABLE)
    if isinstance(raw, int | float):
        if raw != raw:
            return blank
        return _number(raw, blank, context)
    if not isinstance(raw, str):
        return noted(blank, DATE_IMPOSSIBLE)
    spaced = unicodedata.normalize("NFKC", tidy(raw)).casefold()
    text = plain(_WEEKDAY.sub("", _CLOCK.sub("", spaced)))
    if not text:
        return blank
    if is_blank_word(text):
        return blank_word(blank)
    read, on = _from_text(text, blank, context), context.on
    if on is None or not (isinstance(read, Noted) and read.held):
        return read
    said = spoken_day(text, " ".join(spaced.split()), on, context.period_start)
    if said is None:
        return read
    if not EARLIEST <= said.day <= LATEST:
        return noted(blank, DATE_IMPOSSIBLE)
    # what is over cannot lie ahead: then the year that is meant is anybody's guess
    if context.looks_back and said.day > on:
        return noted(blank, DATE_UNCLEAR)
    return noted(said.day, said.kind, said.day.isoformat())


def _known(day: dt.date, blank: object) -> object:
    return day if EARLIEST <= day <= LATEST else noted(blank, DATE_IMPOSSIBLE)


def _number(number: float, blank: object, context: Context) -> object:
    """A number in a date column: a serial, or digits that spell a day (``20230501``)."""
    if (day := _of_serial(number, context)) is not None:
        return day if context.serials else noted(day, DATE_SERIAL, day.isoformat())
    if number == int(number) if abs(number) < 1e15 else False:
        return _from_text(str(int(number)), blank, context)
    return noted(blank, DATE_UNCLEAR)


def _of_serial(number: float, context: Context) -> dt.date | None:
    """The day of a serial number; None where it is none of an account book's days."""
    number += DAYS_1904 if context.dates_1904 else 0
    if not _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return None
    return EPOCH + dt.timedelta(days=int(number))


def _from_text(text: str, blank: object, context: Context) -> object:
    if match := _FULL.fullmatch(text) or _DIGITS.fullmatch(text):
        return _day(match[1], match[2], match[3], blank)
    if match := _MONTH_ONLY.fullmatch(text):
        return _day(match[1], match[2], "1", blank, DATE_MONTH_ONLY)
    if _SERIAL.fullmatch(text) and (day := _of_serial(float(text), context)) is not None:
        return noted(day, DATE_SERIAL, day.isoformat())
    if match := _DAY_FIRST.fullmatch(text):
        return _day_first(int(match[1]), int(match[2]), match[3], blank)
    if (match := _NAMED.fullmatch(text)) and (month := MONTH_NAMES.get(match[2] or match[4])):
        return _day(match[3] or match[6], str(month), match[1] or match[5], blank)
    digits = any(c.isdigit() for c in text)
    return noted(blank, DATE_UNCLEAR if digits else DATE_UNREADABLE)


def _day(year: str, month: str, day: str, blank: object, kind: FindingKind = TEXT_DATE) -> Noted:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return noted(blank, DATE_IMPOSSIBLE)
    if not EARLIEST <= date <= LATEST:
        return noted(blank, DATE_IMPOSSIBLE)
    return noted(date, kind, date.isoformat())


def _day_first(first: int, second: int, year: str, blank: object) -> Noted:
    """``25/3/2024`` can be one day only; ``3/4/2024`` could be two, and is asked."""
    if first > 12 >= second:
        return _day(year, str(second), str(first), blank)
    if second > 12 >= first or first == second:
        return _day(year, str(first), str(second), blank)
    return noted(blank, DATE_UNCLEAR if max(first, second) <= 12 else DATE_IMPOSSIBLE)
