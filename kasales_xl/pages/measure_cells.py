"""Indicators as cells and figures: a number with its n, or 数据不足, never a 0 that nobody measured."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text, same
from kasales_xl.pages.page import Cell, Column, Content, Figure, Figures
from kasales_xl.pages.style import GOOD, INT, MONEY, NEUTRAL, NUMBER, RATIO, SHARE, WATCH
from kasales_xl.text.pages.words import WORDS

#: Key figures side by side.
_TILES = 5
_STYLES = {"share": SHARE, "times": RATIO, "count": INT, "money": MONEY, "days": INT}


def measure_cell(measure: Measure) -> Cell:
    """The plain value in the style of its unit; 数据不足 where it cannot be said."""
    if measure.value is None:
        return Cell(WORDS["few"], NEUTRAL)
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
        return WORDS[f"unit-{unit}"](n=f"{value:.0f}")
    return same(f"{value:,.0f}" if unit in ("count", "money") else f"{value:.2f}")


def measure_tiles(measures: Sequence[Measure], unit: MoneyUnit) -> tuple[Figures, ...]:
    """Every indicator as a key figure with its n, at most five side by side."""
    rows = -(-len(measures) // _TILES)
    each = -(-len(measures) // rows) if rows else 1
    reached = any(m.code == "tas.attainment" and m.value is not None and m.value >= 1 for m in measures)
    tiles = [_tile(measure, unit, reached) for measure in measures]
    return tuple(Figures(tuple(tiles[start : start + each])) for start in range(0, len(tiles), each))


def _tile(measure: Measure, unit: MoneyUnit, reached: bool) -> Figure:
    """reached: the annual target is, so nothing is left to be covered."""
    declared = INDICATORS[measure.code]
    label = declared.name
    if declared.unit == "money":
        label = WORDS["tile-unit"](name=label, unit=unit)
    if measure.code == "tas.coverage" and reached:
        return Figure(label, Cell(WORDS["target-reached"], GOOD))
    if measure.value is None:
        note = WORDS["tile-few"](n=measure.recorded) if measure.recorded else WORDS["no-record"]
        return Figure(label, Cell(WORDS["few"], NEUTRAL), note=note)
    note = WORDS["tile-n"](n=measure.n)
    if measure.low is not None and measure.high is not None:
        won = round(measure.value * measure.n)
        low, high = f"{measure.low:.0%}", f"{measure.high:.0%}"
        note = WORDS["tile-interval"](won=won, closed=measure.n, low=low, high=high)
    if measure.code == "tas.attainment":
        return Figure(label, Cell(measure.value, SHARE), note=note)
    in_words = declared.unit in ("days", "months")
    return Figure(label, value_text(measure) if in_words else measure_cell(measure), note=note)


def measure_text(measure: Measure) -> Text:
    """``45%（n=20）``: value and the cases behind it in one breath."""
    text = value_text(measure)
    return text if measure.value is None else WORDS["with-n"](value=text, n=measure.n)


def named_measure(measure: Measure) -> Text:
    """``赢率：45%（n=20）``"""
    return WORDS["pair"](name=INDICATORS[measure.code].name, text=measure_text(measure))


def coverage_cell(seller: Standing) -> Cell:
    """pipeline_coverage beside what the win rate requires: ``✓ 3.2×`` or ``▲ 1.1×``."""
    measure, needed = seller.measures["tas.coverage"], seller.measures["tas.coverage_needed"].value
    attained = seller.measures["tas.attainment"].value
    if attained is not None and attained >= 1:
        return Cell(WORDS["target-reached"], GOOD)
    if measure.value is None:
        return measure_cell(measure)
    text = value_text(measure)
    if needed is None:
        return Cell(text, NEUTRAL)
    enough = measure.value >= needed
    return Cell(f"{'✓' if enough else '▲'} {text}", GOOD if enough else WATCH)


def coverage_figure(seller: Standing) -> Figure:
    needed = seller.measures["tas.coverage_needed"]
    note = WORDS["coverage-needed"](need=value_text(needed)) if needed.value else ""
    return Figure(INDICATORS["tas.coverage"].name, coverage_cell(seller), note=note)


def result_figures(seller: Standing, unit: MoneyUnit) -> tuple[Figure, ...]:
    """Target, won, attainment, win rate: what has already happened."""
    money = unit
    rate = seller.measures["tas.win_rate"]
    won, closed = seller.won_of_closed
    of_closed = WORDS["won-of-closed"](won=won, closed=closed)
    return (
        Figure(WORDS["target"](unit=money), amount(seller.target, unit), MONEY),
        Figure(WORDS["won"](unit=money), _won(seller, unit), MONEY, WORDS["in-period"]),
        Figure(WORDS["attainment"], _attainment(seller)),
        Figure(INDICATORS["tas.win_rate"].name, measure_cell(rate), note=of_closed),
    )


def result_columns(unit: MoneyUnit) -> tuple[Column, ...]:
    group, money = WORDS["lagging-group"], unit
    return (
        Column("target", WORDS["target"](unit=money), MONEY, group=group),
        Column("won", WORDS["won"](unit=money), MONEY, group=group),
        Column("attainment", WORDS["attainment"], SHARE, group=group),
    )


def result_cells(seller: Standing, unit: MoneyUnit) -> tuple[Content, ...]:
    return amount(seller.target, unit), _won(seller, unit), _attainment(seller)


def _won(seller: Standing, unit: MoneyUnit) -> Content:
    return Cell(WORDS["few"], NEUTRAL) if seller.won is None else amount(seller.won, unit)


def _attainment(seller: Standing) -> Cell:
    """A share of the target, as salespeople say it: 120%."""
    measure = seller.measures["tas.attainment"]
    return measure_cell(measure) if measure.value is None else Cell(measure.value, SHARE)


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


def sum_figures(sellers: Sequence[Standing], unit: MoneyUnit) -> tuple[Figure, ...]:
    """Target, won, attainment and won of closed deals of several sellers together."""
    target, won, attained = sum_cells(sellers, unit)
    few = Cell(WORDS["few"], NEUTRAL)
    money = unit
    deals, closed = (sum(s.won_of_closed[place] for s in sellers) for place in (0, 1))
    return (
        Figure(WORDS["target"](unit=money), few if target is None else target, MONEY),
        Figure(WORDS["won"](unit=money), few if won is None else won, MONEY, WORDS["in-period"]),
        Figure(WORDS["attainment"], few if attained is None else attained, SHARE),
        Figure(WORDS["closed-deals"], closed, note=WORDS["won-of-closed"](won=deals, closed=closed)),
    )


def amount(yuan: float | None, unit: MoneyUnit) -> float | None:
    """An amount in yuan as a number of ``unit``; to the cent, whatever the unit."""
    return None if yuan is None else round(yuan / unit.yuan, 6)
