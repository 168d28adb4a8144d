"""One deal with its advantages, win rates and win patterns."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.exact import percent
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.functions import typed
from kasales_xl.functions.arguments import ACCOUNT_OR_ALL, BOOK, DEAL
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import DEAL_ITEMS, DEAL_SOURCES, HEADERS
from kasales_xl.text.verdicts.chances import chance_text
from kasales_xl.text.verdicts.dimensions import flags
from kasales_xl.text.verdicts.elements import element_name, value_name
from kasales_xl.text.verdicts.patterns import fit_text, standing_text
from kasales_xl.text.verdicts.verdicts import plain

#: What KA_DEAL can be asked for, with the words that mean it.
MEASURES: dict[str, tuple[str, ...]] = {
    "score": ("合计", "四项优势合计"),
    "chance": ("赢单把握", "把握"),
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
    """Four advantages 0–3 with their sum, win chance 0–1, expected amount (book's money unit), fit,
    warnings, the questions of S2, days in stage, days past the expected close, person-days of support;
    each with where it comes from. Blank where the book does not say. Rules G2, G3."""
    card = book.card.dimensions.tas.card(typed.find(book.deals, name).deal_id)
    if card is None:
        raise Refusal(NA)
    wanted = typed.read_option(measure, MEASURES, "")
    if wanted:
        return _MEASURED[wanted](book, card)
    lines = ((DEAL_ITEMS[key], get(book, card), _source(key, book, card)) for key, get in _MEASURED.items())
    return [HEADERS["deal"], *lines]


def _source(key: str, book: OpenBook, card: DealCard) -> Text:
    """Where a line of the table comes from: the dimension or the sheet behind it (G3)."""
    source, chance, stay = DEAL_SOURCES.get(key, NOTHING), card.chance, card.stay
    if key == "relationship":
        return source(tier=book.card.dimensions.rows.tier(card.deal.account))
    if key == "expected":
        return source(rate=percent(chance.value)) if chance else NOTHING
    if key == "chance":
        return chance_text(chance, card.deal.stage) if chance else NOTHING
    if key == "stay":
        return source(usual=plain(stay.usual), n=stay.n) if stay else NOTHING
    return source


def _number(value: float | None) -> Value:
    return "" if value is None else float(value)


def _fit(book: OpenBook, card: DealCard) -> Text:
    if not card.deal.stage.is_open:
        return NOTHING
    pbm = book.card.dimensions.pbm
    return fit_text(pbm.fits.get(card.deal.deal_id), pbm.spelt)


_MEASURED: dict[str, Callable[[OpenBook, DealCard], Value]] = {
    "relationship": lambda _, card: _number(card.advantages.relationship),
    "solution": lambda _, card: _number(card.advantages.solution),
    "price": lambda _, card: _number(card.advantages.price),
    "insight": lambda _, card: _number(card.advantages.insight),
    "score": lambda _, card: _number(card.advantages.total),
    "chance": lambda _, card: _number(card.chance.value if card.chance else None),
    "expected": lambda _, card: _number(card.expected),
    "fit": _fit,
    "warnings": lambda _, card: flags(card.flags),
    "real": lambda _, card: card.deal.is_real,
    "win": lambda _, card: card.deal.can_win,
    "stay": lambda _, card: _number(card.stay.days if card.stay else None),
    "overdue": lambda _, card: _number(card.overdue_days),
    "support": lambda _, card: float(card.granted),
}


def _account_id(book: OpenBook, account: str) -> str:
    return typed.find(book.card.by_name, account).account.account_id


def win_rate(book: OpenBook, account: str | None) -> Rows:
    """Won, closed, rate and its 95% interval; no rate under ``policy.rate_min_deals`` closed deals."""
    tas = book.card.dimensions.tas
    rate = tas.rates.seller if account is None else tas.rates.of(_account_id(book, account))
    interval = (_number(rate.rate), _number(rate.low), _number(rate.high))
    return [HEADERS["win-rate"], (float(rate.k), float(rate.n), *interval)]


def patterns(book: OpenBook, account: str | None) -> Rows:
    """What is recorded of the account's closed deals, or of all of the seller's, laws first: element,
    value, won, closed, 95% interval, rate shrunk to the mean, lift against the seller's rate, whether
    it may be said as a rule."""
    pbm = book.card.dimensions.pbm
    shown = pbm.seller_patterns if account is None else pbm.patterns_of(_account_id(book, account))
    rows: Rows = [HEADERS["pattern"]]
    for pattern in shown:
        name, value = element_name(pattern.element), value_name(pattern.element, pattern.value, pbm.spelt)
        counts = (float(pattern.k), float(pattern.n), pattern.low, pattern.high)
        rates = (_number(pattern.rate), _number(pattern.lift))
        rows.append((name, value, *counts, *rates, standing_text(pattern)))
    return rows


DECLARED = (
    Function(
        "KA_DEAL",
        (BOOK, DEAL, Argument(
            "measure",
            Text("要哪一项：score 合计、chance 赢单把握、expected 预期金额、fit 规律匹配、"
                 "relationship 关系、solution 方案、price 价格、insight 规律、warnings 提醒、real 需求属实、"
                 "win 有机会赢、stay 停留天数、overdue 过期天数、support 批准人天；不填是整张表",
                 "One of score, chance, expected, fit, relationship, solution, price, insight, warnings, "
                 "real, win, stay, overdue, support; left out: all"),
            "text", optional=True,
        )),
        Text("一个商机：四项优势、合计、赢单把握、预期金额、规律匹配、提醒、验证两问、停留和过期天数、支持，各有来源。",
             "One deal: four advantages, sum, win chance, expected amount, pattern fit, warnings, real "
             "and winnable, days in stage and overdue, support; each with its source."),
        "table", '=KA_DEAL(KA,"D03","score")', deal, (NA, VALUE, REF),
    ),
    Function(
        "KA_WINRATE", (BOOK, ACCOUNT_OR_ALL),
        Text("赢率：赢几个、共几个、比例和 95% 区间；结案太少时不给比例。",
             "Win rate: won, closed, rate with its 95% interval; no rate for too few closed deals."),
        "table", "=KA_WINRATE(KA)", win_rate, (NA, VALUE, REF),
    ),
    Function(
        "KA_PATTERN", (BOOK, ACCOUNT_OR_ALL),
        Text("这家客户（或全部客户）的已结商机是怎么赢、怎么输的：次数、95% 区间、估计赢率、相对平均。",
             "How the closed deals of an account, or of all, were won and lost: counts, 95% interval, "
             "estimated win rate, against the mean."),
        "table", '=KA_PATTERN(KA,"江海电力")', patterns, (NA, VALUE, REF),
    ),
)  # fmt: skip
