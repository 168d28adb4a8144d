"""What number formats show: a number as a date, a time of day or a duration, and a unit of money."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from kasales_xl.files.xlsx_in.markup import Depth, local, pairs, parser_of, walk
from kasales_xl.reading.cells.units import format_unit


class Shown(Enum):
    """How a number is shown, where it is not as a number."""

    DATE = "date"
    DURATION = "duration"


#: Built-in formats without a code in the file; 27–36 and 50–58 are those of Chinese and Japanese Excel.
_DATES = frozenset([*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)])
_DURATION = 46
_ASIDE = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\[\]]*+\]', re.DOTALL)
_ELAPSED = re.compile(r"\[[hms]+\]")
_DATE_LETTERS = frozenset("dmyhs")
#: Serial numbers of the last day that spreadsheets know, and of the day that 1900 did not have.
_LAST, _NO_DAY = 2958466, 60
_FIRST = dt.datetime(1899, 12, 30)  # noqa: DTZ001 days without a time zone
#: Days by which serials of 1904 books are behind.
DAYS_1904 = 1462


@dataclass(frozen=True)
class Styles:
    """By the number of a cell style, as cells spell it: those that show dates, and those that write a unit
    beside the figure (``units.format_unit``)."""

    shown: Mapping[str, Shown] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def read_styles(part: bytes | None) -> Styles:
    """part: xl/styles.xml, most often the one of the book before. Raises Refused."""
    if part is None:
        return Styles()
    codes: dict[str, str] = {}
    numbers: list[str] = []
    depth = Depth()

    def start(name: str, attributes: list[str]) -> None:
        plain = local(name)
        # those of conditional formats have numbers of their own
        if plain == "numFmt" and "numFmts" in depth.path:
            said = pairs(attributes)
            codes[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif plain == "xf" and "cellXfs" in depth.path:
            numbers.append(pairs(attributes).get("numFmtId", "0"))
        depth.enter(plain)

    walk(part, parser_of(start, lambda _name: depth.leave(), None), "xl/styles.xml")
    shown = {str(style): _shown(number, codes) for style, number in enumerate(numbers)}
    units = {str(style): _unit(codes.get(number, "")) for style, number in enumerate(numbers)}
    return Styles(
        {style: how for style, how in shown.items() if how is not None},
        {style: unit for style, unit in units.items() if unit},
    )


@lru_cache(maxsize=1024)
def _unit(code: str) -> str:
    return format_unit(code) if code else ""


def _shown(number: str, codes: Mapping[str, str]) -> Shown | None:
    if number in codes:
        return shown_as(codes[number])
    if not number.isdecimal():
        return None
    return Shown.DURATION if int(number) == _DURATION else Shown.DATE if int(number) in _DATES else None


@lru_cache(maxsize=1024)
def shown_as(code: str) -> Shown | None:
    """``yyyy"年"m"月"`` is a date, ``[h]:mm`` a duration, ``0.00`` neither."""
    first = _ASIDE.sub("", code.partition(";")[0]).casefold()
    if _ELAPSED.search(first):
        return Shown.DURATION
    if first.strip() in ("general", "standard", "@"):
        return None
    return Shown.DATE if _DATE_LETTERS & set(first) else None


@lru_cache(maxsize=8192)
def moment(serial: float, shown: Shown, *, dates_1904: bool) -> object:
    """The day (no time of day), the moment, the time of day (no day) or the duration that a number means;
    the number itself where it means none."""
    if shown is Shown.DURATION:
        return dt.timedelta(days=serial) if abs(serial) < _LAST else serial
    since_1900 = serial + (DAYS_1904 if dates_1904 else 0)
    if not 0 <= since_1900 < _LAST:
        return serial
    days, part = divmod(since_1900, 1)
    seconds = round(part * 86_400_000) / 1000
    if days == 0:
        return (_FIRST + dt.timedelta(seconds=seconds)).time() if seconds < 86_400 else serial
    at = _FIRST + dt.timedelta(days=days + (days < _NO_DAY), seconds=seconds)
    return at.date() if at.time() == dt.time() else at
