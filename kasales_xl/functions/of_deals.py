"""One deal with its advantages, win rates and win patterns."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.functions import words_in
from kasales_xl.functions.declared import CellError, Refusal
from kasales_xl.functions.shelf import OpenBook
from kasales_xl.sheets.words_dimensions import flags
from kasales_xl.sheets.words_functions import headers, say
from kasales_xl.sheets.words_patterns import element_name, fit_text, standing_text, value_name

Rows = list[list[str | float]]
Value = str | float

#: What KA_DEAL can be asked for, with the words that mean it.
MEASURES: dict[str, tuple[str, ...]] = {
    "score": ("合计", "四项优势合计"),
    "expected": ("预期金额",),
    "fit": ("规律匹配",),
    "relationship": ("关系",),
    "solution": ("方案",),
    "price": ("价格",),
    "insight": ("规律",),
    "warnings": ("提醒",),
}


def deal(book: OpenBook, name: str, measure: str | None) -> Value | Rows:
    """Four advantages 0–3 with their sum, expected amount (book's money unit), fit, warnings; blank
    where the book does not say. Rules G2, G3."""
    found = book.card.dimensions.tas.card(words_in.deal(book, name).deal_id)
    if found is None:
        raise Refusal(CellError.NA)
    wanted = words_in.option(measure, MEASURES, "")
    if wanted:
        return _MEASURED[wanted](book, found)
    rows: Rows = [[*headers("deal", book.lang)]]
    return [*rows, *([say(f"deal-{key}", book.lang), get(book, found)] for key, get in _MEASURED.items())]


def _number(value: float | None) -> Value:
    return "" if value is None else float(value)


def _fit(book: OpenBook, card: DealCard) -> str:
    if not card.deal.stage.is_open:
        return ""
    return fit_text(book.card.dimensions.pbm.fits.get(card.deal.deal_id), book.lang)


def _warnings(book: OpenBook, card: DealCard) -> str:
    return flags(card.flags, book.lang)


_MEASURED: dict[str, Callable[[OpenBook, DealCard], Value]] = {
    "relationship": lambda _, card: _number(card.advantages.relationship),
    "solution": lambda _, card: _number(card.advantages.solution),
    "price": lambda _, card: _number(card.advantages.price),
    "insight": lambda _, card: _number(card.advantages.insight),
    "score": lambda _, card: _number(card.advantages.total),
    "expected": lambda _, card: _number(card.expected),
    "fit": _fit,
    "warnings": _warnings,
}


def win_rate(book: OpenBook, account: str | None) -> Rows:
    """Won, closed, rate and its 95% interval; no rate under ``policy.rate_min_deals`` closed deals."""
    tas = book.card.dimensions.tas
    if account is None:
        found = tas.win_rate
    else:
        found = tas.win_rate_of(words_in.account(book, account).account.account_id)
    interval = [_number(found.rate), _number(found.low), _number(found.high)]
    return [[*headers("win-rate", book.lang)], [float(found.k), float(found.n), *interval]]


def pattern(book: OpenBook, account: str) -> Rows:
    """What is recorded of the account's closed deals, laws first: element, value, won, closed, rate
    shrunk to the mean, whether it may be said as a rule."""
    pbm, lang = book.card.dimensions.pbm, book.lang
    rows: Rows = [[*headers("pattern", lang)]]
    for found in pbm.patterns_of(words_in.account(book, account).account.account_id):
        value = value_name(found.element, found.value, pbm.spelt, lang)
        counts: list[Value] = [float(found.k), float(found.n), _number(found.rate)]
        rows.append([element_name(found.element, lang), value, *counts, standing_text(found, lang)])
    return rows
