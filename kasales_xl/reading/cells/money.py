"""Amounts as people type them: ``3.5万``, ``1.2亿``, ``￥12,000``, ``约50万``; and what can't be read."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kasales_xl.core.findings import FindingKind
from kasales_xl.reading.cells.cell import (
    Context,
    Note,
    Noted,
    figures_in,
    noted,
    number_text,
    plain,
)
from kasales_xl.reading.cells.units import FOREIGN, SCALES, UNIT
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
#: Letters people use for a unit without saying which: used, and said.
_LOOSE = frozenset({"w", "k", "m", "mn"})
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+"
_PART = re.compile(rf"({_FIGURE})({UNIT})?")
#: Every figure but the last has its unit: so a long row of digits is looked at once.
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]?)(?P<parts>(?:(?:{_FIGURE})(?:{UNIT}))*(?:{_FIGURE})(?:{UNIT})?)(?P<tail>元|块|圆|yuan)?(?:整|钱)?"
)
_RANGE = re.compile(rf"\d(?:{UNIT}|元)?(?:-|~|—|–|〜|至|到|to)¥?\d")
_HOME = re.compile(r"^(?:¥|rmb|cny|人民币)|(?:rmb|cny|人民币|¥)$")
_ABOUT = re.compile(
    r"^(?:大约|大概|约合|约|近|预计|估计|~|≈|about|approx\.?|ca\.?|around)+|(?:左右|上下|以上|以内|出头|多|余|\+|许)$"
)
_INNER_ABOUT = re.compile(r"(?<=\d)[多余几](?=[万亿千百])")


def read_money(raw: object, blank: object, context: Context) -> object:
    """An amount in the book's money unit, or a ``Noted`` one (pitfalls 34, 36, 37). A bare figure where
    nobody knows its unit is blank: that is said once, where the unit is named."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and raw == raw:
        amount = _scaled(float(raw), context)
        return blank if amount is None else _judged(amount, (), context)
    text, answer = figures_in(raw, blank, noted(blank, MONEY_UNREADABLE))
    return _from_text(text, blank, context) if text else answer


def _scaled(amount: float, context: Context) -> float | None:
    if context.scale is None or context.scale == 1 or not abs(amount) < 1e300:
        return None if context.scale is None else amount
    return float(Decimal(repr(amount)) * context.scale)


def _from_text(text: str, blank: object, context: Context) -> object:
    if FOREIGN.search(text):
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
    about = about or again or inner or bool(_LOOSE & units)
    if named:
        return _converted(
            float(yuan / context.unit.yuan), MONEY_APPROXIMATE if about else MONEY_TEXT, context
        )
    amount = _scaled(float(yuan), context)
    if amount is None:
        return blank
    return _converted(amount, MONEY_APPROXIMATE if about else TEXT_NUMBER, context)


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    rest = pattern.sub("", text)
    return rest, rest != text


def _yuan(parts: str) -> tuple[Decimal | None, set[str]]:
    """``1亿2000万`` in yuan, and the units named; None where the parts make no sense together."""
    total, last = Decimal(0), None
    units: set[str] = set()
    for figure, unit in _PART.findall(parts):
        scale = Decimal(SCALES[unit])
        if last is not None and not unit:
            scale = _of_last_digits(figure, last)
        if not scale or (last is not None and scale >= last):
            return None, units
        try:
            total += Decimal(figure.replace(",", "")) * scale
        except InvalidOperation:
            return None, units
        last = scale
        if unit:
            units.add(unit)
    return total, units


def _of_last_digits(figure: str, unit: Decimal) -> Decimal:
    """What digits behind a unit count: ``3万5`` is 35,000, ``3万5000`` too; 0 where that is not plain."""
    zeros = len(str(unit)) - 1
    if not figure.isdecimal() or figure.startswith("0") or len(figure) not in (1, zeros):
        return Decimal(0)
    return unit / 10 if len(figure) == 1 else Decimal(1)


def _converted(amount: float, kind: FindingKind, context: Context) -> object:
    now = number_text(amount)
    if kind is not TEXT_NUMBER:
        now = f"{now} {context.unit.label(context.lang)}"
    return _judged(amount, (Note(kind, now),), context)


def _judged(amount: float, notes: tuple[Note, ...], context: Context) -> object:
    """Pitfall 37: a negative, zero or huge amount is used, and said."""
    if 0 < amount < HUGE_YUAN / context.unit.yuan:
        return Noted(amount, notes) if notes else amount
    if not abs(amount) < 1e300:
        return noted(None, MONEY_UNREADABLE)
    odd = MONEY_ZERO if amount == 0 else MONEY_NEGATIVE if amount < 0 else MONEY_HUGE
    return Noted(amount, (*notes, Note(odd, number_text(amount))))


def names_unit(raw: object) -> bool:
    """Is the amount typed with its unit? ``about 500,000`` is not."""
    if not isinstance(raw, str):
        return False
    figure = _ABOUT.sub("", plain(raw).casefold())
    return not figure.replace(",", "").replace(".", "").isdigit()
