"""Indicators as cells and figures: a number with its n, or 数据不足, never a 0 that nobody measured."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.core.text import Text, same
from kasales_xl.pages.page import Cell, Column, Content, Figure, Figures
from kasales_xl.pages.style import GOOD, INT, MONEY, NEUTRAL, NUMBER, RATIO, SHARE, WATCH
from kasales_xl.text.pages.words import WORDS, word

#: Key figures side by side.
_TILES = 5
_STYLES = {"share": SHARE, "times": RATIO, "count": INT, "money": MONEY, "days": INT}


def measure_cell(measure: Measure, lang: Lang) -> Cell:
    """The plain value in the style of its unit; 数据不足 where it cannot be said."""
    if measure.value is None:
        return Cell(word("few", lang), NEUTRAL)
    style = _STYLES.get(INDICATORS[measure.code].unit, NUMBER)
    return Cell(round(measure.value, 2) if style == NUMBER else measure.value, style)


def value_text(measure: Measure) -> Text:
    """The value with its unit: ``45%``, ``3.2×``, ``30 天``; 数据不足 where it cannot be said."""
    value = measure.value
    if value is None:
        return Text(measure.status.zh, measure.status.en)
    unit = INDICATORS[measure.code].unit
    if unit == "share":
        return same(f"{value:.0%}")
    if unit == "times":
        return same(f"{value:.1f}×")
    if unit in ("days", "months"):
        return Text(*WORDS[f"unit-{unit}"])(n=f"{value:.0f}")
    return same(f"{value:,.0f}" if unit in ("count", "money") else f"{value:.2f}")


def measure_tiles(measures: Sequence[Measure], unit: MoneyUnit, lang: Lang) -> tuple[Figures, ...]:
    """Every indicator as a key figure with its n, at most five side by side."""
    rows = -(-len(measures) // _TILES)
    each = -(-len(measures) // rows) if rows else 1
    reached = any(m.code == "tas.attainment" and m.value is not None and m.value >= 1 for m in measures)
    tiles = [_tile(measure, unit, reached, lang) for measure in measures]
    return tuple(Figures(tuple(tiles[start : start + each])) for start in range(0, len(tiles), each))


def _tile(measure: Measure, unit: MoneyUnit, reached: bool, lang: Lang) -> Figure:
    """reached: the annual target is, so nothing is left to be covered."""
    declared = INDICATORS[measure.code]
    label = declared.name.pick(lang)
    if declared.unit == "money":
        label = word("tile-unit", lang, name=label, unit=unit.label(lang))
    if measure.code == "tas.coverage" and reached:
        return Figure(label, Cell(word("target-reached", lang), GOOD))
    if measure.value is None:
        note = word("tile-few", lang, n=measure.recorded) if measure.recorded else word("no-record", lang)
        return Figure(label, Cell(word("few", lang), NEUTRAL), note=note)
    note = word("tile-n", lang, n=measure.n)
    if measure.low is not None and measure.high is not None:
        won = round(measure.value * measure.n)
        low, high = f"{measure.low:.0%}", f"{measure.high:.0%}"
        note = word("tile-interval", lang, won=won, closed=measure.n, low=low, high=high)
    if measure.code == "tas.attainment":
        return Figure(label, Cell(measure.value, SHARE), note=note)
    in_words = declared.unit in ("days", "months")
    return Figure(
        label, value_text(measure).pick(lang) if in_words else measure_cell(measure, lang), note=note
    )


def measure_text(measure: Measure) -> Text:
    """``45%（n=20）``: value and the cases behind it in one breath."""
    text = value_text(measure)
    return text if measure.value is None else Text(*WORDS["with-n"])(value=text, n=measure.n)


def named_measure(measure: Measure) -> Text:
    """``赢率：45%（n=20）``"""
    return Text(*WORDS["pair"])(name=INDICATORS[measure.code].name, text=measure_text(measure))


def coverage_cell(seller: Standing, lang: Lang) -> Cell:
    """pipeline_coverage beside what the win rate requires: ``✓ 3.2×`` or ``▲ 1.1×``."""
    measure, needed = seller.measures["tas.coverage"], seller.measures["tas.coverage_needed"].value
    attained = seller.measures["tas.attainment"].value
    if attained is not None and attained >= 1:
        return Cell(word("target-reached", lang), GOOD)
    if measure.value is None:
        return measure_cell(measure, lang)
    text = value_text(measure).pick(lang)
    if needed is None:
        return Cell(text, NEUTRAL)
    enough = measure.value >= needed
    return Cell(f"{'✓' if enough else '▲'} {text}", GOOD if enough else WATCH)


def coverage_figure(seller: Standing, lang: Lang) -> Figure:
    needed = seller.measures["tas.coverage_needed"]
    note = word("coverage-needed", lang, need=value_text(needed).pick(lang)) if needed.value else ""
    return Figure(INDICATORS["tas.coverage"].name.pick(lang), coverage_cell(seller, lang), note=note)


def result_figures(seller: Standing, unit: MoneyUnit, lang: Lang) -> tuple[Figure, ...]:
    """Target, won, attainment, win rate: what has already happened."""
    money = unit.label(lang)
    rate = seller.measures["tas.win_rate"]
    won, closed = seller.won_of_closed
    of_closed = word("won-of-closed", lang, won=won, closed=closed)
    return (
        Figure(word("target", lang, unit=money), amount(seller.target, unit), MONEY),
        Figure(word("won", lang, unit=money), _won(seller, unit, lang), MONEY, word("in-period", lang)),
        Figure(word("attainment", lang), _attainment(seller, lang)),
        Figure(INDICATORS["tas.win_rate"].name.pick(lang), measure_cell(rate, lang), note=of_closed),
    )


def result_columns(unit: MoneyUnit, lang: Lang) -> tuple[Column, ...]:
    group, money = word("lagging-group", lang), unit.label(lang)
    return (
        Column("target", word("target", lang, unit=money), MONEY, group=group),
        Column("won", word("won", lang, unit=money), MONEY, group=group),
        Column("attainment", word("attainment", lang), SHARE, group=group),
    )


def result_cells(seller: Standing, unit: MoneyUnit, lang: Lang) -> tuple[Content, ...]:
    return amount(seller.target, unit), _won(seller, unit, lang), _attainment(seller, lang)


def _won(seller: Standing, unit: MoneyUnit, lang: Lang) -> Content:
    return Cell(word("few", lang), NEUTRAL) if seller.won is None else amount(seller.won, unit)


def _attainment(seller: Standing, lang: Lang) -> Cell:
    """A share of the target, as salespeople say it: 120%."""
    measure = seller.measures["tas.attainment"]
    return measure_cell(measure, lang) if measure.value is None else Cell(measure.value, SHARE)


def sum_cells(sellers: Sequence[Standing], unit: MoneyUnit) -> tuple[Content, ...]:
    """Target, won and attainment of several sellers; attainment over those who have both numbers."""
    targets = [s.target for s in sellers if s.target is not None]
    won = [s.won for s in sellers if s.won is not None]
    both = [(s.won, s.target) for s in sellers if s.won is not None and s.target]
    whole = math.fsum(target for _won, target in both)
    return (
        amount(math.fsum(targets), unit) if targets else None,
        amount(math.fsum(won), unit) if won else None,
        math.fsum(done for done, _target in both) / whole if whole > 0 else None,
    )


def sum_figures(sellers: Sequence[Standing], unit: MoneyUnit, lang: Lang) -> tuple[Figure, ...]:
    """Target, won, attainment and won of closed deals of several sellers together."""
    target, won, attained = sum_cells(sellers, unit)
    few = Cell(word("few", lang), NEUTRAL)
    money = unit.label(lang)
    deals, closed = (sum(s.won_of_closed[place] for s in sellers) for place in (0, 1))
    return (
        Figure(word("target", lang, unit=money), few if target is None else target, MONEY),
        Figure(word("won", lang, unit=money), few if won is None else won, MONEY, word("in-period", lang)),
        Figure(word("attainment", lang), few if attained is None else attained, SHARE),
        Figure(
            word("closed-deals", lang), closed, note=word("won-of-closed", lang, won=deals, closed=closed)
        ),
    )


def amount(yuan: float | None, unit: MoneyUnit) -> float | None:
    """An amount in yuan as a number of ``unit``; to the cent, whatever the unit."""
    return None if yuan is None else round(yuan / unit.yuan, 6)
