"""Amounts as people type them: ``3.5万``, ``1.2亿``, ``￥12,000``, ``约50万``; and what can't be read."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from kasales_xl.reading.cells.cell import (
    Context,
    Note,
    Noted,
    figures_in,
    noted,
    number_text,
    plain,
    shown,
)
from kasales_xl.text.findings.amounts import (
    MONEY_APPROXIMATE,
    MONEY_CURRENCY,
    MONEY_HUGE,
    MONEY_NEGATIVE,
    MONEY_RANGE,
    MONEY_TEXT,
    MONEY_UNREADABLE,
    MONEY_ZERO,
)
from kasales_xl.text.findings.texts import TEXT_NUMBER

#: 100亿 yuan: beyond it an amount is more likely in the wrong unit than real.
HUGE_YUAN = 10_000_000_000
#: A bare number this many times above or below the column's median is in the other unit: 10^4 with
#: half a decade of room for the spread of real amounts.
UNIT_SLIP = 3162
#: Fewer amounts than this have no median worth comparing with.
LEAST_AMOUNTS = 5

_SCALES = {
    "": 1, "元": 1, "块": 1, "圆": 1, "千": 10**3, "k": 10**3, "万": 10**4, "w": 10**4, "十万": 10**5,
    "百万": 10**6, "m": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10,
    "thousand": 10**3, "million": 10**6, "mn": 10**6, "wan": 10**4, "yuan": 1, "10kyuan": 10**4,
}  # fmt: skip
#: Letters people use for a unit without saying which: used, and said.
_LOOSE = frozenset({"w", "k", "m", "mn"})
_UNIT = "十亿|百亿|十万|百万|千万|亿|万|千|thousand|million|10kyuan|wan|yuan|mn|w|k|m"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+"
_PART = re.compile(rf"({_FIGURE})({_UNIT})?")
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]?)(?P<parts>(?:(?:{_FIGURE})(?:{_UNIT})?)+)(?P<tail>元|块|圆|yuan)?(?:整|钱)?"
)
_RANGE = re.compile(rf"\d(?:{_UNIT}|元)?(?:-|~|—|–|〜|至|到|to)¥?\d")
_FOREIGN = re.compile(
    r"us\$|hk\$|nt\$|[$€£₩₽฿]|usd|eur|gbp|hkd|jpy|krw|sgd|twd|aud|cad|chf|美元|美金|欧元|英镑|港币|港元|日元|日币"
    r"|韩元|新币|新台币|台币|澳元|加元|瑞士法郎|dollar|euro"
)
_HOME = re.compile(r"^(?:¥|rmb|cny|人民币)|(?:rmb|cny|人民币|¥)$")
_ABOUT = re.compile(
    r"^(?:大约|大概|约合|约|近|预计|估计|~|≈|about|approx\.?|ca\.?|around)+|(?:左右|上下|以上|以内|出头|多|余|\+|许)$"
)
_INNER_ABOUT = re.compile(r"(?<=\d)[多余几](?=[万亿千百])")


def read_money(raw: object, blank: object, context: Context) -> object:
    """An amount in the book's money unit, or a ``Noted`` one (pitfalls 34, 36, 37)."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and raw == raw:
        return _judged(float(raw), (), context)
    text, answer = figures_in(raw, blank, noted(blank, MONEY_UNREADABLE))
    return _from_text(text, blank, context) if text else answer


def _from_text(text: str, blank: object, context: Context) -> object:
    if _FOREIGN.search(text):
        return noted(blank, MONEY_CURRENCY)
    figure, about = _without(_ABOUT, text)
    figure, home = _without(_HOME, figure)
    figure, again = _without(_ABOUT, figure)
    figure, inner = _without(_INNER_ABOUT, figure)
    if _RANGE.search(figure):
        return noted(blank, MONEY_RANGE)
    if figure.startswith("(") and figure.endswith(")"):
        figure = "-" + figure[1:-1]
    match = _AMOUNT.fullmatch(figure)
    yuan, units = _yuan(match["parts"]) if match else (None, set())
    if match is None or yuan is None:
        return noted(blank, MONEY_UNREADABLE)
    if match["sign"] == "-":
        yuan = -yuan
    named = bool(units) or bool(match["tail"]) or home
    return _converted(yuan, named, about or again or inner or bool(_LOOSE & units), context)


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    rest = pattern.sub("", text)
    return rest, rest != text


def _yuan(parts: str) -> tuple[Decimal | None, set[str]]:
    """``1亿2000万`` in yuan, and the units named; None where the parts make no sense together."""
    total, last = Decimal(0), None
    units: set[str] = set()
    for figure, unit in _PART.findall(parts):
        scale = _SCALES[unit]
        if last is not None and scale >= last:
            return None, units
        try:
            total += Decimal(figure.replace(",", "")) * scale
        except InvalidOperation:
            return None, units
        last = scale
        if unit:
            units.add(unit)
    return total, units


def _converted(yuan: Decimal, named: bool, about: bool, context: Context) -> object:
    amount = float(yuan / context.unit.yuan if named else yuan)
    now = f"{number_text(amount)} {context.unit.label(context.lang)}"
    if about:
        note = Note(MONEY_APPROXIMATE, now)
    elif named:
        note = Note(MONEY_TEXT, now)
    else:
        note = Note(TEXT_NUMBER, number_text(amount))
    return _judged(amount, (note,), context)


def _judged(amount: float, notes: tuple[Note, ...], context: Context) -> object:
    """Pitfall 37: a negative, zero or huge amount is used, and said."""
    if 0 < amount < HUGE_YUAN / context.unit.yuan:
        return Noted(amount, notes) if notes else amount
    if not abs(amount) < 1e300:
        return noted(None, MONEY_UNREADABLE)
    odd = MONEY_ZERO if amount == 0 else MONEY_NEGATIVE if amount < 0 else MONEY_HUGE
    return Noted(amount, (*notes, Note(odd, number_text(amount))))


def unit_slips(raws: Sequence[object], amounts: Sequence[object]) -> list[int]:
    """Indexes of bare numbers 10^4 off the median of their column: 元 and 万元 mixed (pitfall 35).
    Amounts typed with their unit are never doubted."""
    known = [a for a in amounts if isinstance(a, float) and a > 0]
    if len(known) < LEAST_AMOUNTS:
        return []
    median = statistics.median(known)
    low, high = median / UNIT_SLIP, median * UNIT_SLIP
    if low <= min(known) and max(known) <= high:
        return []
    return [
        i
        for i, amount in enumerate(amounts)
        if isinstance(amount, float) and amount > 0 and not low <= amount <= high and _bare(raws[i])
    ]


def _bare(raw: object) -> bool:
    return not isinstance(raw, str) or plain(shown(raw)).replace(",", "").replace(".", "").isdigit()
