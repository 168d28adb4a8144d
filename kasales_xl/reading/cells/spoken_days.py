"""Days as people say them: ``11月5日``, ``2026年底``, ``去年12月``, ``上周``, ``下周三``. Only what plainly
means one day is read, and it is always said which; what could be two days is asked (pitfall 38)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from kasales_xl.core.calendar import add_months
from kasales_xl.core.findings import FindingKind
from kasales_xl.text.findings.dates import DATE_PART, DATE_RELATIVE, DATE_YEAR

#: Years by the word before them, counted from the scoring date's.
_YEARS = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "当年": 0,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_MONTHS = {"上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "当月": 0, "下个月": 1, "下月": 1,
           "last month": -1, "this month": 0, "next month": 1}  # fmt: skip
_WEEKS = {"上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1}
_DAYS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
         "yesterday": -1, "today": 0, "tomorrow": 1}  # fmt: skip
_ENGLISH_WEEKS = {"last week": -1, "this week": 0, "next week": 1}
_WEEKDAYS = {
    day: number for number, days in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for day in days
}
MONTH_NAMES = {
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

_YEAR = r"(?P<year>\d{4})年?|(?P<said>前年|去年|上年|今年|本年|当年|明年|来年|后年)|"
_END = re.compile(rf"(?:{_YEAR})(?:年)?(?P<end>底|末|年底|年末|终)(?:前|之前)?")
_MONTH_END = re.compile(rf"(?:{_YEAR})(?P<month>\d{{1,2}})月(?P<end>底|末)(?:前|之前)?")
_MONTH = re.compile(rf"(?:{_YEAR})(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})[日号])?")
_THIS_END = re.compile(r"(?P<which>上个?|本|这个?|下个?)?月(?:底|末)(?:前|之前)?")
_WEEK = re.compile(r"(?P<which>上个?|本|这个?|下个?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])?")
_ENGLISH_DAY = re.compile(
    r"(?:(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[a-z]{3,9}))"
)
_ENGLISH_END = re.compile(
    r"(?:year[- ]end|end of(?: the year)?) ?(?P<year>\d{4})|(?:the )?end of the year|year[- ]end"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The day that is meant and what there is to say about it."""

    day: dt.date
    kind: FindingKind


def spoken_day(text: str, spaced: str, on: dt.date, period_start: dt.date | None) -> Said | None:
    """text: without white space; spaced: with single blanks, for English; both in lower case. on: the
    scoring date, from which ``上周`` is counted. period_start: the first day of the target year, whose year
    a day without one gets. None for what does not plainly mean one day."""
    try:
        return _chinese(text, on, period_start) or _english(spaced, on, period_start)
    except (ValueError, OverflowError):
        return None


def _chinese(text: str, on: dt.date, period_start: dt.date | None) -> Said | None:
    if text in _DAYS:
        return Said(on + dt.timedelta(days=_DAYS[text]), DATE_RELATIVE)
    if text in _MONTHS:
        return Said(add_months(on.replace(day=1), _MONTHS[text]), DATE_RELATIVE)
    if match := _WEEK.fullmatch(text):
        return Said(_in_week(on, _WEEKS[match["which"]], match["day"]), DATE_RELATIVE)
    if match := _THIS_END.fullmatch(text):
        named = add_months(on.replace(day=1), _WEEKS[match["which"] or "本"])
        return Said(_last(named.year, named.month), DATE_RELATIVE)
    if (match := _END.fullmatch(text)) and (match["year"] or match["said"] or text.startswith("年")):
        year = _year(match, on)
        kind = DATE_PART if match["year"] else DATE_RELATIVE
        return Said(dt.date(year if year is not None else on.year, 12, 31), kind)
    if match := _MONTH_END.fullmatch(text):
        year, month = _year(match, on), int(match["month"])
        first = dt.date(year, month, 1) if year is not None else _in_period(month, 1, on, period_start)
        kind = DATE_PART if match["year"] else DATE_RELATIVE if match["said"] else DATE_YEAR
        return Said(_last(first.year, first.month), kind)
    if (match := _MONTH.fullmatch(text)) and not match["year"]:
        year, month, day = _year(match, on), int(match["month"]), int(match["day"] or 1)
        if year is not None:
            return Said(dt.date(year, month, day), DATE_RELATIVE)
        return Said(_in_period(month, day, on, period_start), DATE_YEAR)
    return None


def _english(text: str, on: dt.date, period_start: dt.date | None) -> Said | None:
    if text in _MONTHS:
        return Said(add_months(on.replace(day=1), _MONTHS[text]), DATE_RELATIVE)
    if text in _ENGLISH_WEEKS:
        return Said(_in_week(on, _ENGLISH_WEEKS[text], None), DATE_RELATIVE)
    if match := _ENGLISH_END.fullmatch(text):
        return Said(
            dt.date(int(match["year"] or on.year), 12, 31), DATE_PART if match["year"] else DATE_RELATIVE
        )
    match = _ENGLISH_DAY.fullmatch(text)
    number = MONTH_NAMES.get(match["month"] or match["month2"]) if match else None
    if match is None or number is None:
        return None
    return Said(_in_period(number, int(match["day"] or match["day2"]), on, period_start), DATE_YEAR)


def _year(match: re.Match[str], on: dt.date) -> int | None:
    """None where no year is said."""
    if match["year"]:
        return int(match["year"])
    return on.year + _YEARS[match["said"]] if match["said"] else None


def _in_period(month: int, day: int, on: dt.date, period_start: dt.date | None) -> dt.date:
    """The one day of this name within the twelve months of the target year."""
    start = period_start or dt.date(on.year, 1, 1)
    found = dt.date(start.year, month, day)
    return found if found >= start else dt.date(start.year + 1, month, day)


def _in_week(on: dt.date, weeks: int, day: str | None) -> dt.date:
    """The Monday of that week where no day is named, as a month without a day is its first."""
    monday = on - dt.timedelta(days=on.weekday()) + dt.timedelta(weeks=weeks)
    return monday + dt.timedelta(days=_WEEKDAYS[day] if day else 0)


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
