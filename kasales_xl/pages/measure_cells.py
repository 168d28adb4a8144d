"""Indicators as cells and figures: a number with its n, or 数据不足, never a 0 that nobody measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.exact import percent
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import NOTHING, Text, same
from kasales_xl.pages.page import Cell, Content, Figure, Figures
from kasales_xl.pages.style import GOOD, INT, MONEY, NEUTRAL, NUMBER, SHARE, WATCH
from kasales_xl.pages.table import Field
from kasales_xl.text.pages.words import WORDS

if TYPE_CHECKING:
    from kasales_xl.core.card.standing import Standing

#: Key figures side by side.
_TILES = 5
_STYLES = {"share": SHARE, "times": SHARE, "count": INT, "money": MONEY, "days": INT}
_FEW = Cell(WORDS["few"], NEUTRAL)
_Line = TypeVar("_Line")
_AGAINST = same("{mark} {text}")


def measure_cell(measure: Measure) -> Cell:
    """The plain value in the style of its unit; 数据不足 where it cannot be said."""
    if measure.value is None:
        return _FEW
    style = _STYLES.get(INDICATORS[measure.code].unit, NUMBER)
    return Cell(round(measure.value, 2) if style == NUMBER else measure.value, style)


def value_text(measure: Measure) -> Text:
    """The value with its unit: ``45%``, ``320%``, ``30 天``; 数据不足 where it cannot be said."""
    value = measure.value
    if value is None:
        return Text(measure.status.zh, measure.status.en)
    unit = INDICATORS[measure.code].unit
    if unit in ("share", "times"):
        return same(percent(value))
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
        return Figure(label, _FEW, note=note)
    note = WORDS["tile-n"](n=measure.n)
    if measure.low is not None and measure.high is not None and declared.unit == "money":
        note = WORDS["tile-span"](span=_span(measure), sure=percent(measure.sure))
    elif measure.low is not None and measure.high is not None:
        won = round(measure.value * measure.n)
        low, high = percent(measure.low), percent(measure.high)
        note = WORDS["tile-interval"](won=won, closed=measure.n, low=low, high=high)
    if measure.code == "tas.attainment":
        return Figure(label, Cell(measure.value, SHARE), note=note)
    in_words = declared.unit in ("days", "months")
    return Figure(label, value_text(measure) if in_words else measure_cell(measure), note=note)


def measure_text(measure: Measure) -> Text:
    """``45%（依据 20 条）``: value and the cases behind it in one breath."""
    text = value_text(measure)
    if measure.value is None:
        return text
    if INDICATORS[measure.code].unit == "money" and measure.low is not None:
        sure = percent(measure.sure)
        return WORDS["with-span"](value=text, n=measure.n, span=_span(measure), sure=sure)
    return WORDS["with-n"](value=text, n=measure.n)


def _span(measure: Measure) -> str:
    """``1,200–3,400``"""
    return f"{measure.low or 0:,.0f}–{measure.high or 0:,.0f}"


def named_measure(measure: Measure) -> Text:
    """``赢率：45%（依据 20 条）``"""
    return WORDS["pair"](name=INDICATORS[measure.code].name, text=measure_text(measure))


def coverage_cell(seller: Standing) -> Cell:
    """pipeline_coverage beside what the win rate requires: ``✓ 320%`` or ``▲ 110%``."""
    measure, needed = seller.measures["tas.coverage"], seller.measures["tas.coverage_needed"].value
    attained = seller.measures["tas.attainment"].value
    if attained is not None and attained >= 1:
        return Cell(WORDS["target-reached"], GOOD)
    if measure.value is None:
        return measure_cell(measure)
    text = value_text(measure)
    if needed is None:
        return Cell(text, NEUTRAL)
    mark, style = ("✓", GOOD) if measure.value >= needed else ("▲", WATCH)
    return Cell(_AGAINST(mark=mark, text=text), style)


def coverage_figure(seller: Standing) -> Figure:
    needed = seller.measures["tas.coverage_needed"]
    note = WORDS["coverage-needed"](need=value_text(needed)) if needed.value else NOTHING
    return Figure(INDICATORS["tas.coverage"].name, coverage_cell(seller), note=note)


def sum_figures(sellers: Sequence[Standing], unit: MoneyUnit) -> tuple[Figure, ...]:
    """Target, won, attainment and won of closed deals of several sellers together."""
    sums = (
        _sum((s.target for s in sellers), unit),
        _sum((s.won for s in sellers), unit),
        _attainment_of(sellers),
    )
    target, won, attained = (_FEW if one is None else one for one in sums)
    deals, closed = (sum(s.won_of_closed[place] for s in sellers) for place in (0, 1))
    return (
        Figure(WORDS["target"](unit=unit), target, MONEY),
        Figure(WORDS["won"](unit=unit), won, MONEY, _won_note(sellers, unit)),
        Figure(WORDS["attainment"], attained, SHARE),
        Figure(WORDS["closed-deals"], closed, note=WORDS["won-of-closed"](won=deals, closed=closed)),
    )


def _won_note(sellers: Sequence[Standing], unit: MoneyUnit) -> Text:
    """Says why won / target is not the attainment, where somebody has won without a target."""
    without = [seller for seller in sellers if seller.won and not seller.target]
    if not without:
        return WORDS["in-period"]
    won = _sum((seller.won for seller in without), unit)
    return WORDS["in-period-but"](won=f"{won:,.0f}", n=len(without))


def result_fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    """Target, won and attainment of one seller."""
    return _result_fields(
        unit,
        target=lambda seller: amount(seller.target, unit),
        won=lambda seller: won_content(seller, unit),
        attainment=attainment_cell,
    )


def sum_fields(unit: MoneyUnit) -> tuple[Field[Sequence[Standing]], ...]:
    """Target, won and attainment of several sellers together; blank where nobody has the numbers."""
    return _result_fields(
        unit,
        target=lambda sellers: _sum((s.target for s in sellers), unit),
        won=lambda sellers: _sum((s.won for s in sellers), unit),
        attainment=_attainment_of,
    )


def _result_fields(
    unit: MoneyUnit,
    *,
    target: Callable[[_Line], Content],
    won: Callable[[_Line], Content],
    attainment: Callable[[_Line], Content],
) -> tuple[Field[_Line], ...]:
    group = WORDS["lagging-group"]
    return (
        Field("target", WORDS["target"](unit=unit), target, MONEY, group=group),
        Field("won", WORDS["won"](unit=unit), won, MONEY, group=group),
        Field("attainment", WORDS["attainment"], attainment, SHARE, group=group),
    )


def won_content(seller: Standing, unit: MoneyUnit) -> Content:
    return _FEW if seller.won is None else amount(seller.won, unit)


def attainment_cell(seller: Standing) -> Cell:
    """A share of the target, as salespeople say it: 120%."""
    measure = seller.measures["tas.attainment"]
    return measure_cell(measure) if measure.value is None else Cell(measure.value, SHARE)


def _sum(amounts: Iterable[float | None], unit: MoneyUnit) -> float | None:
    known = [one for one in amounts if one is not None]
    return amount(math.fsum(known), unit) if known else None


def _attainment_of(sellers: Sequence[Standing]) -> float | None:
    """Won of the target, over those who have both numbers."""
    both = [(s.won, s.target) for s in sellers if s.won is not None and s.target]
    whole = math.fsum(target for _won, target in both)
    return math.fsum(won for won, _target in both) / whole if whole > 0 else None


def amount(money: float | None, unit: MoneyUnit, of: MoneyUnit = MoneyUnit.YUAN) -> float | None:
    """An amount ``of`` one unit as a number of another; to the cent, whatever the unit."""
    return None if money is None else round(money * of.yuan / unit.yuan, 6)
