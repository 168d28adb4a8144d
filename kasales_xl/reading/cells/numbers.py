"""Plain numbers, grades, whole numbers in a range and shares, as people type them."""

from __future__ import annotations

import re

from kasales_xl.core.terms import Grade
from kasales_xl.reading.cells.cell import (
    Context,
    Note,
    Noted,
    figures_in,
    noted,
    number_text,
)
from kasales_xl.text.findings.amounts import (
    GRADE_UNREADABLE,
    INT_UNREADABLE,
    NUMBER_APPROXIMATE,
    NUMBER_NEGATIVE,
    NUMBER_RANGE,
    NUMBER_UNREADABLE,
    PERCENT_NUMBER,
    PERCENT_TEXT,
    SHARE_ONE,
    SHARE_UNREADABLE,
)
from kasales_xl.text.findings.texts import TEXT_NUMBER

_NUMBER = re.compile(
    r"(?P<about>大约|大概|约|~|≈|about)?(?P<figure>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(?P<unit>[^\d%]*)"
)
_DAY_WORDS = "天 人天 人日 工日 日 个人天 个工作日 工作日 day days d pd md persondays"
_DAYS = frozenset(["", *_DAY_WORDS.split()])
_RANGE = re.compile(r"\d(?:天|人天)?(?:-|~|—|–|至|到|to)\d")
_GRADES = {**{term.zh: term.rank for term in Grade}, **{term.en: term.rank for term in Grade}}
_MONTHS = {name: n for n, name in enumerate([*"一二三四五六七八九十", "十一", "十二"], start=1)}


def read_number(raw: object, blank: object, context: Context) -> object:
    """A number of person-days; negative ones are used, and said."""
    if raw.__class__ is float and 0 <= raw < 1e15:
        return raw
    text, answer = figures_in(raw, blank, noted(blank, NUMBER_UNREADABLE))
    if not text:
        return answer
    if _RANGE.search(text):
        return noted(blank, NUMBER_RANGE)
    if text.startswith("半") and text[1:] in _DAYS:
        return noted(0.5, TEXT_NUMBER, "0.5")
    match = _NUMBER.fullmatch(text)
    if not match or match["figure"] in ("", "+", "-") or match["unit"] not in _DAYS:
        return noted(blank, NUMBER_UNREADABLE)
    number = float(match["figure"].replace(",", ""))
    notes = []
    if isinstance(raw, str):
        about = bool(match["about"])
        notes.append(Note(NUMBER_APPROXIMATE if about else TEXT_NUMBER, number_text(number)))
    if number < 0:
        notes.append(Note(NUMBER_NEGATIVE, number_text(number)))
    return Noted(number, tuple(notes))


def read_grade(raw: object, blank: object, context: Context, low: int) -> object:
    """A whole grade from ``low`` to 3."""
    if raw.__class__ is float and raw in (1.0, 2.0, 3.0, 0.0) and raw >= low:
        return int(raw)
    unreadable = noted(blank, GRADE_UNREADABLE, low=low)
    text, answer = figures_in(raw, blank, unreadable)
    if not text:
        return answer
    grade = _GRADES.get(text)
    digits = text.rstrip("分级")
    if grade is None and digits in ("0", "1", "2", "3"):
        grade = int(digits)
    if grade is None or grade < low:
        return unreadable
    return noted(grade, TEXT_NUMBER, str(grade))


def read_int(raw: object, blank: object, context: Context, low: int, high: int) -> object:
    """A whole number within the range; for months ``5月`` and ``五月`` too."""
    unreadable = noted(blank, INT_UNREADABLE, low=low, high=high)
    text, answer = figures_in(raw, blank, unreadable)
    if not text:
        return answer
    digits = text.removesuffix("份").removesuffix("月")
    number = _MONTHS.get(digits) or (
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None
    )
    if number is None or not low <= number <= high:
        return unreadable
    return number if isinstance(raw, float) else noted(number, TEXT_NUMBER, str(number))


def read_share(raw: object, blank: object, context: Context) -> object:
    """A share 0–1. ``30%`` is 0.3; 30 is read as 30% and said; exactly 1 could be both and is asked."""
    text, answer = figures_in(raw, blank, noted(blank, SHARE_UNREADABLE))
    if not text:
        return answer
    percent = text.endswith("%")
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        return noted(blank, SHARE_UNREADABLE)
    if percent:
        return noted(number / 100, PERCENT_TEXT, f"{number_text(number)}%")
    if number == 1:
        return noted(blank, SHARE_ONE)
    if 1 < number <= 100:
        return noted(number / 100, PERCENT_NUMBER, f"{number_text(number)}%")
    if not 0 <= number < 1:
        return noted(blank, SHARE_UNREADABLE)
    return number if isinstance(raw, float) else noted(number, TEXT_NUMBER, number_text(number))
