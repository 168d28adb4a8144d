"""What the open deals should bring, by quarter."""

from __future__ import annotations

import re

from kasales_xl.core.dimensions.forecast import ForecastLine, Quarter, Span, quarter_of
from kasales_xl.core.names import name_key
from kasales_xl.core.text import Text, same
from kasales_xl.functions.arguments import BOOK
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import FORECAST_SPANS, HEADERS

_YEAR_AND_QUARTER = re.compile(r"(?:(\d{4})年?[-/ ]?)?(?:q|第)?([1-4一二三四])(?:季度?|q)?")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
_THIS, _NEXT = ("本季", "本季度", "这季度", "thisquarter", "this"), ("下季", "下季度", "nextquarter", "next")
_WHOLE_YEAR = ("全年", "年度", "本年度", "year", "all", "full")


def forecast_table(book: OpenBook, quarter: str | float | None) -> Rows:
    """Expected amount of the open deals by the quarter in which they should close, with its interval, what
    was won, the target, and what neither covers (book's money unit); without a quarter the whole table:
    its lines add up to the last one. Rule G2."""
    lines = book.card.dimensions.forecast
    # a blank cell comes as 0 from LibreOffice, and no quarter is called so
    if quarter not in (None, 0.0):
        lines = (_asked(lines, quarter or "", book),)
    return [HEADERS["forecast"], *map(_row, lines)]


def _asked(lines: tuple[ForecastLine, ...], quarter: str | float, book: OpenBook) -> ForecastLine:
    text = name_key(f"{quarter:g}" if isinstance(quarter, float) else str(quarter)).replace(" ", "")
    if text in _WHOLE_YEAR:
        return next(line for line in lines if line.span is Span.YEAR)
    this = quarter_of(book.on)
    wanted = this if text in _THIS else this.next() if text in _NEXT else None
    for line in lines:
        if line.quarter is not None and (line.quarter == wanted or _names(text, line.quarter)):
            return line
    known = wanted is not None or _YEAR_AND_QUARTER.fullmatch(text) is not None
    raise Refusal(NA if known else VALUE)


def _names(text: str, quarter: Quarter) -> bool:
    """``2026Q3``, ``Q3``, ``3``, ``三季度``, ``2026年3季度``"""
    found = _YEAR_AND_QUARTER.fullmatch(text)
    if found is None:
        return False
    year, number = found.groups()
    return quarter.number == (_DIGITS.get(number) or int(number)) and year in (None, str(quarter.year))


def _row(line: ForecastLine) -> list[Value]:
    name: Text = same(line.quarter.name) if line.quarter is not None else FORECAST_SPANS[line.span.value]
    told = (line.expected, line.low, line.high, float(line.deals), line.won, line.target, line.gap)
    return [name, *("" if value is None else float(value) for value in told)]


DECLARED = (
    Function(
        "KA_FORECAST",
        (BOOK, Argument(
            "quarter",
            Text("哪个季度：2026Q3、Q3、三季度、本季、下季，或全年；不填是整张表",
                 "Which quarter: 2026Q3, Q3, this, next, or year; left out: the whole table"),
            "text", optional=True,
        )),
        Text("按季度预测：在手商机预期金额和 80% 区间、已赢、目标、按预期还差多少。",
             "Forecast by quarter: expected amount of the open deals with its 80% interval, won, target, and "
             "what neither covers."),
        "table", "=KA_FORECAST(KA)", forecast_table, (NA, VALUE, REF),
    ),
)  # fmt: skip
