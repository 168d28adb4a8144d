"""Days as people type them; what could be two days is asked, never guessed (pitfalls 38–40)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from kasales_xl.reading.cells.cell import (
    FIX,
    HOLD,
    WARN,
    Context,
    Note,
    Noted,
    blank_word,
    is_blank_word,
    noted,
    plain,
    tidy,
)

#: Day 0 of the 1900 date system, as it counts from March 1900 on.
EPOCH = dt.date(1899, 12, 30)
#: No account book holds an older or a later day than these.
EARLIEST, LATEST = dt.date(1950, 1, 1), dt.date(2100, 12, 31)
_FIRST_SERIAL, _LAST_SERIAL = (EARLIEST - EPOCH).days, (LATEST - EPOCH).days

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<=\d|日|号)(?:\s+|t|\s+(?:上午|下午))\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?(?:\s*(?:am|pm|z|\+\d\d:?\d\d))?$"
)
_WEEKDAY = re.compile(r"\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$")
_SEP = r"[-./,。、\\_~—–]"
_FULL = re.compile(rf"(\d{{4}})(?:{_SEP}|年)(\d{{1,2}})(?:{_SEP}|月)(\d{{1,2}})(?:日|号)?")
_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MONTH_ONLY = re.compile(rf"(\d{{4}})(?:{_SEP}|年)(\d{{1,2}})月?(?:份)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}})")
_NAMED = re.compile(rf"(?:(\d{{1,2}}){_SEP}?([a-z]+)\.?{_SEP}?(\d{{4}})|([a-z]+)\.?(\d{{1,2}}),?(\d{{4}}))")


def read_date(raw: object, blank: object, context: Context) -> object:
    """A ``date`` between 1950 and 2100, or a ``Noted`` one."""
    if isinstance(raw, dt.datetime):
        return _known(raw.date(), blank)
    if isinstance(raw, dt.date):
        return _known(raw, blank)
    if isinstance(raw, bool):
        return noted(blank, "date-unreadable", HOLD)
    if isinstance(raw, int | float):
        if raw != raw:
            return blank
        return _number(raw, blank, context)
    if not isinstance(raw, str):
        return noted(blank, "date-impossible", HOLD)
    spaced = unicodedata.normalize("NFKC", tidy(raw)).casefold()
    text = plain(_WEEKDAY.sub("", _CLOCK.sub("", spaced)))
    if not text:
        return blank
    if is_blank_word(text):
        return blank_word(blank)
    return _from_text(text, blank)


def _known(day: dt.date, blank: object) -> object:
    return day if EARLIEST <= day <= LATEST else noted(blank, "date-impossible", HOLD)


def _number(number: float, blank: object, context: Context) -> object:
    """A number in a date column: a serial, or digits that spell a day (``20230501``)."""
    if _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        day = EPOCH + dt.timedelta(days=int(number))
        return day if context.serials else noted(day, "date-serial", WARN, day.isoformat())
    if number == int(number) if abs(number) < 1e15 else False:
        return _from_text(str(int(number)), blank)
    return noted(blank, "date-unclear", HOLD)


def _from_text(text: str, blank: object) -> object:
    if match := _FULL.fullmatch(text) or _DIGITS.fullmatch(text):
        return _day(match[1], match[2], match[3], blank)
    if match := _MONTH_ONLY.fullmatch(text):
        return _day(match[1], match[2], "1", blank, Note("date-month-only", WARN))
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= float(text) < _LAST_SERIAL + 1:
        day = EPOCH + dt.timedelta(days=int(float(text)))
        return noted(day, "date-serial", WARN, day.isoformat())
    if match := _DAY_FIRST.fullmatch(text):
        return _day_first(int(match[1]), int(match[2]), match[3], blank)
    if (match := _NAMED.fullmatch(text)) and (month := _MONTHS.get(match[2] or match[4])):
        return _day(match[3] or match[6], str(month), match[1] or match[5], blank)
    digits = any(c.isdigit() for c in text)
    return noted(blank, "date-unclear" if digits else "date-unreadable", HOLD)


def _day(year: str, month: str, day: str, blank: object, note: Note | None = None) -> Noted:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return noted(blank, "date-impossible", HOLD)
    if not EARLIEST <= found <= LATEST:
        return noted(blank, "date-impossible", HOLD)
    said = note or Note("text-date", FIX)
    return Noted(found, (Note(said.code, said.severity, found.isoformat()),))


def _day_first(first: int, second: int, year: str, blank: object) -> Noted:
    """``25/3/2024`` can be one day only; ``3/4/2024`` could be two, and is asked."""
    if first > 12 >= second:
        return _day(year, str(second), str(first), blank, Note("text-date", FIX))
    if second > 12 >= first or first == second:
        return _day(year, str(first), str(second), blank, Note("text-date", FIX))
    return noted(blank, "date-unclear" if max(first, second) <= 12 else "date-impossible", HOLD)
