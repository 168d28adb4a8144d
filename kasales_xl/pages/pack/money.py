"""Target, won, forecast with its interval, and the pipeline by quarter."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from kasales_xl.core.card.outlook import together
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.forecast import ForecastLine, Span
from kasales_xl.core.exact import percent
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.pages.measure_cells import amount, attainment_cell, sum_figures, won_content
from kasales_xl.pages.page import Beside, Block, Cell, Chart, Content, Figure, Figures, Heading, Paragraph
from kasales_xl.pages.style import (
    DELTA,
    FALLING,
    INT,
    MONEY,
    NEUTRAL,
    QUIET,
    RISING,
    SHARE,
    STRONG,
    TEXT,
    Style,
)
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS

_FEW = Cell(WORDS["few"], NEUTRAL)
_SPANS = {Span.YEAR: "span-year", Span.LATER: "span-later", Span.NO_DAY: "span-no-day"}
_QUARTER = same("{quarter} {n}")


def money_figures(sellers: Sequence[Standing], unit: MoneyUnit, policy: Policy) -> Figures:
    """Target, won, attainment; the year's forecast with its interval, and what it lacks of the target."""
    target, won, attainment, _closed = sum_figures(sellers, unit)
    year = _year(together((seller.outlook for seller in sellers), policy.forecast_interval))
    return Figures(
        (
            replace(target, label=WORDS["target-plain"]),
            replace(won, label=WORDS["won-plain"]),
            attainment,
            _forecast_figure(year, unit, policy),
            _short(sellers, unit),
        ),
        WORDS["money-group"](unit=unit),
    )


def _year(lines: Sequence[ForecastLine]) -> ForecastLine:
    return next(line for line in lines if line.span is Span.YEAR)


def _forecast_figure(year: ForecastLine, unit: MoneyUnit, policy: Policy) -> Figure:
    label = WORDS["year-forecast"]
    if year.won is None:
        return Figure(label, _FEW)
    span = _span(*(amount(year.won + end, unit) or 0 for end in (year.low, year.high)))
    note: Text = NOTHING if year.deals else WORDS["none-due"]
    if span:
        note = WORDS["tile-span"](span=span, sure=percent(policy.forecast_interval))
    return Figure(label, amount(year.won + year.expected, unit), MONEY, note)


def _span(low: float, high: float) -> str:
    """``1,200–3,400``; blank where both are one number, which would say nothing."""
    ends = f"{low:,.0f}", f"{high:,.0f}"
    return "" if ends[0] == ends[1] else "–".join(ends)


def result_figures(seller: Standing, unit: MoneyUnit, policy: Policy) -> Figures:
    """Target, won, attainment of one seller, and what the year should come to."""
    year = _year(together((seller.outlook,), policy.forecast_interval))
    return Figures(
        (
            Figure(WORDS["target-plain"], amount(seller.target, unit), MONEY),
            Figure(WORDS["won-plain"], won_content(seller, unit), MONEY, WORDS["in-period"]),
            Figure(WORDS["attainment"], attainment_cell(seller)),
            _forecast_figure(year, unit, policy),
        ),
        WORDS["lagging-in"](unit=unit),
    )


def forecast_of(sellers: Sequence[Standing]) -> float | None:
    """Yuan won and expected in their target years; None where nobody has written down a deal."""
    year = [one for seller in sellers for one in seller.outlook if one.span is Span.QUARTER]
    known = [one.won for one in year if one.won is not None]
    if not known:
        return None
    return math.fsum(known) + math.fsum(size * chance for one in year for size, chance in one.bets)


def against_target(sellers: Sequence[Standing]) -> float | None:
    """Yuan by which the forecast of those who have a target is above it, below 0 where it falls short."""
    aimed = [seller for seller in sellers if seller.target]
    foretold = forecast_of(aimed)
    return None if foretold is None else foretold - math.fsum(seller.target or 0.0 for seller in aimed)


def delta_cell(value: float | None, unit: MoneyUnit) -> Content:
    """``+120``, ``−80``: coloured by which way it goes."""
    shown = amount(value, unit)
    return _FEW if shown is None else Cell(shown, FALLING if shown < 0 else RISING)


def against_how(sellers: Sequence[Standing], unit: MoneyUnit) -> tuple[Paragraph, ...]:
    """Both numbers of the difference, where they are not those shown: somebody has no target."""
    aimed = [seller for seller in sellers if seller.target]
    others = [seller for seller in sellers if not seller.target]
    foretold, rest = forecast_of(aimed), forecast_of(others)
    if foretold is None or not rest:
        return ()
    target = math.fsum(seller.target or 0.0 for seller in aimed)
    parts = (f"{amount(money, unit):,.0f}" for money in (foretold, target, rest))
    words = dict(zip(("foretold", "target", "rest"), parts, strict=True))
    return (Paragraph(WORDS["against-how"](n=len(others), **words)),)


def _short(sellers: Sequence[Standing], unit: MoneyUnit) -> Figure:
    without = sum(not seller.target for seller in sellers)
    note: Text = WORDS["without-target"](n=without) if without else NOTHING
    return Figure(WORDS["against-target"], delta_cell(against_target(sellers), unit), DELTA, note)


def money_fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    """Money at risk, target, won, forecast of the year and how it stands against the target, of one seller;
    the unit stands once, over them all."""

    def foretold(seller: Standing) -> Content:
        value = forecast_of((seller,))
        return _FEW if value is None else amount(value, unit)

    def against(seller: Standing) -> Content:
        return delta_cell(against_target((seller,)), unit)

    money: tuple[tuple[str, Text, Callable[[Standing], Content], Style], ...] = (
        ("stake", WORDS["at-risk"], lambda s: amount(s.stake.amount, unit), MONEY),
        ("target", WORDS["target-plain"], lambda s: amount(s.target, unit), MONEY),
        ("won", WORDS["won-plain"], lambda s: won_content(s, unit), MONEY),
        ("attainment", WORDS["attainment"], attainment_cell, SHARE),
        ("foretold", WORDS["year-forecast"], foretold, MONEY),
        ("against", WORDS["against-target"], against, DELTA),
    )
    group = WORDS["money-group"](unit=unit)
    return tuple(Field(key, label, get, style, group=group) for key, label, get, style in money)


def pipeline_blocks(sellers: Sequence[Standing], unit: MoneyUnit, policy: Policy) -> tuple[Block, ...]:
    """Each quarter: what is won, what open deals should bring, between what and what, against the target."""
    lines = together((seller.outlook for seller in sellers), policy.forecast_interval)
    quarters = [line for line in lines if line.span is Span.QUARTER]
    about = WORDS["pipeline-about"](
        lines=join(
            (
                _QUARTER(quarter=line.quarter.name, n=f"{amount((line.won or 0) + line.expected, unit):,.0f}")
                for line in quarters
                if line.quarter
            ),
            same(", "),
        )
    )
    chart = Chart(
        kind="stacked",
        title="",
        table="quarters",
        categories="span",
        series=("won", "expected"),
        about=about,
        low=0,
        line=("target",),
        rows=len(quarters),
    )
    return (
        Heading(WORDS["pipeline"](unit=unit)),
        Beside((table("quarters", _fields(unit, policy), lines),), (chart,), 0.6),
        Paragraph(WORDS["pipeline-note"](sure=percent(policy.forecast_interval)), QUIET),
    )


def _fields(unit: MoneyUnit, policy: Policy) -> tuple[Field[ForecastLine], ...]:
    def money(get: Callable[[ForecastLine], float | None]) -> Callable[[ForecastLine], Content]:
        return lambda line: amount(get(line), unit)

    def span(line: ForecastLine) -> Content:
        if line.quarter is not None:
            return line.quarter.name
        return Cell(WORDS[_SPANS[line.span]], STRONG if line.span is Span.YEAR else None)

    def between(line: ForecastLine) -> Content:
        if not line.deals:
            return None
        return _span(*(amount(end, unit) or 0 for end in (line.low, line.high))) or None

    return (
        Field("span", WORDS["quarter"], span, TEXT, 4),
        Field("target", WORDS["quarter-target"], money(lambda line: line.target), MONEY, 3),
        Field("won", WORDS["quarter-won"], money(lambda line: line.won), MONEY, 3),
        Field("deals", WORDS["open-n"], lambda line: line.deals or None, INT, 2),
        Field(
            "expected", WORDS["expected"], money(lambda line: line.expected if line.deals else None), MONEY, 3
        ),
        Field("between", WORDS["between"](sure=percent(policy.forecast_interval)), between, MONEY, 4),
    )
