"""What was foretold against what came, quarter by quarter, and how good the chances were."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.prediction import Candidate
from kasales_xl.core.exact import percent
from kasales_xl.core.history.foretold import Foretold, QuarterLine, StageLine
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text, join, same
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Block, Cell, Chart, Content, Page, Paragraph, Words
from kasales_xl.pages.style import CENTER, GOOD, INT, MONEY, NEUTRAL, QUIET, SHARE, STRONG, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.chances import choice_text

_USED = same("{by} {n}")
_QUARTER = same("{quarter} {foretold} / {actual}")


def forecast_page(told: Foretold, policy: Policy, unit: MoneyUnit, subtitle: Words) -> Page:
    """unit: of the amounts shown."""
    blocks: tuple[Block, ...] = (
        *(Paragraph(line, STRONG) for line in forecast_lines(told, policy)),
        table(
            "quarters",
            quarter_fields(unit),
            told.quarters,
            caption=WORDS["forecast-quarters"](unit=unit),
            empty=WORDS["forecast-none"],
        ),
        *_drawn(told, unit),
        Paragraph(WORDS["forecast-note"](sure=percent(policy.forecast_interval)), QUIET),
        table("stages", _stage_fields(policy), told.stages, caption=WORDS["forecast-stages"]),
        Paragraph(WORDS["forecast-stages-note"](n=policy.chance_stage_deals), QUIET),
    )
    return Page("forecast", WORDS["title-forecast"], WORDS["tab-forecast"], blocks, subtitle, "report")


def _drawn(told: Foretold, unit: MoneyUnit) -> tuple[Chart, ...]:
    """Forecast and actual of each quarter side by side; nothing where none is told."""
    if not told.quarters:
        return ()
    lines = (
        _QUARTER(
            quarter=line.quarter.name,
            foretold=f"{amount(line.foretold, unit):,.0f}",
            actual="–" if line.actual is None else f"{amount(line.actual, unit):,.0f}",
        )
        for line in told.quarters
    )
    about = WORDS["forecast-about"](lines=join(lines, same(", ")))
    return (Chart("columns", "", "quarters", "quarter", ("foretold", "actual"), about, low=0, lines=10),)


def forecast_lines(told: Foretold, policy: Policy) -> tuple[Text, ...]:
    """How good the chances were, which way of telling is used and why."""
    if told.score is None or told.base is None:
        score = WORDS["forecast-few"](n=told.closed, need=policy.forecast_min_deals)
    else:
        score = WORDS["forecast-score"](n=told.closed, score=f"{told.score:.3f}", base=f"{told.base:.3f}")
    used = join(_USED(by=by, n=n) for by, n in told.used.items())
    if set(told.used) <= {Candidate.RATE} and told.choice.base is None:
        return score, choice_text(told.choice, policy)
    return score, choice_text(told.choice, policy), WORDS["forecast-used"](used=used)


def quarter_fields(unit: MoneyUnit) -> tuple[Field[QuarterLine], ...]:
    def money(value: float | None) -> float | None:
        return amount(value, unit)

    return (
        Field("quarter", WORDS["quarter"], lambda line: line.quarter.name, CENTER),
        Field("sellers", WORDS["sellers-n"], lambda line: line.sellers, INT, 1),
        Field("deals", WORDS["open-then"], lambda line: line.deals, INT, 1),
        Field("foretold", WORDS["foretold"], lambda line: money(line.foretold), MONEY),
        Field("low", WORDS["at-least"], lambda line: money(line.low), MONEY),
        Field("high", WORDS["at-most"], lambda line: money(line.high), MONEY),
        Field("actual", WORDS["actual"], lambda line: money(line.actual), MONEY),
        Field("inside", WORDS["inside"], _inside, CENTER),
    )


def _inside(line: QuarterLine) -> Content:
    if line.actual is None:
        return Cell(WORDS["still-running"], NEUTRAL)
    if line.inside:
        return Cell(WORDS["inside-yes"], GOOD)
    return Cell(WORDS["came-more" if line.actual > line.high else "came-less"], WATCH)


def _stage_fields(policy: Policy) -> tuple[Field[StageLine], ...]:
    return (
        Field("stage", WORDS["stage"], lambda line: line.stage, CENTER),
        Field("told", WORDS["stage-told"], lambda line: line.told, SHARE),
        Field("won", WORDS["won-n"], lambda line: line.won, INT),
        Field("closed", WORDS["closed-n"], lambda line: line.closed, INT),
        Field("rate", WORDS["stage-own"], lambda line: stage_rate(line, policy), SHARE),
    )


def stage_rate(line: StageLine, policy: Policy) -> Content:
    """What deals at this stage came to in this company; 数据不足 below ``policy.chance_stage_deals``."""
    if line.closed < policy.chance_stage_deals:
        return Cell(WORDS["few"], NEUTRAL)
    return line.won / line.closed
