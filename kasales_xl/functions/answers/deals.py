"""One deal with its advantages, win rates and win patterns."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.functions import words_in
from kasales_xl.functions.declared import CellError, Refusal, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import HEADERS, WORDS
from kasales_xl.text.verdicts.dimensions import flags, percent
from kasales_xl.text.verdicts.patterns import element_name, fit_text, standing_text, value_name
from kasales_xl.text.verdicts.verdicts import plain

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
    "real": ("需求属实",),
    "win": ("有机会赢",),
    "stay": ("停留天数",),
    "overdue": ("过期天数",),
    "support": ("批准人天",),
}


def deal(book: OpenBook, name: str, measure: str | None) -> Value | Rows:
    """Four advantages 0–3 with their sum, expected amount (book's money unit), fit, warnings, the
    questions of S2, days in stage, days past the expected close, person-days of support; each with
    where it comes from. Blank where the book does not say. Rules G2, G3."""
    found = book.card.dimensions.tas.card(words_in.deal(book, name).deal_id)
    if found is None:
        raise Refusal(CellError.NA)
    wanted = words_in.option(measure, MEASURES, "")
    if wanted:
        return _MEASURED[wanted](book, found)
    lines = (
        (WORDS[f"deal-{key}"], get(book, found), _source(key, book, found)) for key, get in _MEASURED.items()
    )
    return [HEADERS["deal"], *lines]


def _source(key: str, book: OpenBook, card: DealCard) -> Text:
    """Where a line of the table comes from: the dimension or the sheet behind it (G3)."""
    if key == "relationship":
        return WORDS["source-relationship"](tier=book.card.dimensions.rows.tier(card.deal.account))
    if key == "expected" and card.weight:
        weight = card.weight
        return WORDS["source-expected"](rate=percent(weight.value), k=weight.k, n=weight.n)
    if key == "stay" and card.stay:
        return WORDS["source-stay"](usual=plain(card.stay.usual), n=card.stay.n)
    return WORDS[_SOURCES[key]] if key in _SOURCES else NOTHING


def _number(value: float | None) -> Value:
    return "" if value is None else float(value)


def _fit(book: OpenBook, card: DealCard) -> Text:
    if not card.deal.stage.is_open:
        return NOTHING
    return fit_text(book.card.dimensions.pbm.fits.get(card.deal.deal_id))


_SOURCES = {
    "solution": "source-own-grade",
    "price": "source-own-grade",
    "insight": "source-insight",
    "score": "source-score",
    "support": "source-support",
}
_MEASURED: dict[str, Callable[[OpenBook, DealCard], Value]] = {
    "relationship": lambda _, card: _number(card.advantages.relationship),
    "solution": lambda _, card: _number(card.advantages.solution),
    "price": lambda _, card: _number(card.advantages.price),
    "insight": lambda _, card: _number(card.advantages.insight),
    "score": lambda _, card: _number(card.advantages.total),
    "expected": lambda _, card: _number(card.expected),
    "fit": _fit,
    "warnings": lambda _, card: flags(card.flags),
    "real": lambda _, card: card.is_real,
    "win": lambda _, card: card.can_win,
    "stay": lambda _, card: _number(card.stay.days if card.stay else None),
    "overdue": lambda _, card: _number(card.overdue_days),
    "support": lambda _, card: float(card.granted),
}


def win_rate(book: OpenBook, account: str | None) -> Rows:
    """Won, closed, rate and its 95% interval; no rate under ``policy.rate_min_deals`` closed deals."""
    tas = book.card.dimensions.tas
    if account is None:
        found = tas.win_rate
    else:
        found = tas.win_rate_of(words_in.account(book, account).account.account_id)
    interval = [_number(found.rate), _number(found.low), _number(found.high)]
    return [HEADERS["win-rate"], [float(found.k), float(found.n), *interval]]


def pattern(book: OpenBook, account: str | None) -> Rows:
    """What is recorded of the account's closed deals, or of all of the seller's, laws first: element,
    value, won, closed, 95% interval, rate shrunk to the mean, lift against the seller's rate, whether
    it may be said as a rule."""
    pbm = book.card.dimensions.pbm
    if account is None:
        patterns = pbm.seller_patterns
    else:
        patterns = pbm.patterns_of(words_in.account(book, account).account.account_id)
    rows: Rows = [HEADERS["pattern"]]
    for found in patterns:
        name, value = element_name(found.element), value_name(found.element, found.value, pbm.spelt)
        counts = (float(found.k), float(found.n), found.low, found.high)
        rates = (_number(found.rate), _number(found.lift))
        rows.append((name, value, *counts, *rates, standing_text(found)))
    return rows
