"""A forecast against what came, as a terminal, a workbook and a policy file take it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.printing import print_table
from kasales_xl.core.exact import percent
from kasales_xl.core.history.foretold import Foretold
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text
from kasales_xl.files.whole import whole_file, write_whole
from kasales_xl.pages.organisation.forecast import forecast_lines, forecast_page, quarter_fields
from kasales_xl.pages.page import Cell
from kasales_xl.text.pages.words import WORDS

#: Amounts of many books stand side by side in it.
_UNIT = MoneyUnit.WAN
_WRITTEN = Text("已写到 {file}", "Written to {file}")
_WON_OF = Text("赢/已结", "Won/closed")
_AS_OF = Text("历史到 {day}", "History up to {day}")


def print_forecast(told: Foretold, policy: Policy) -> None:
    fields = quarter_fields(_UNIT)
    rows = [[_shown(field.get(line)) for field in fields] for line in told.quarters]
    head = [Text(_side(field.label, "zh"), _side(field.label, "en")) for field in fields]
    print_table(head, rows, title=WORDS["forecast-quarters"](unit=_UNIT))
    stages = [
        (spoken(Text(line.stage.zh, line.stage.en)), percent(line.told), f"{line.won}/{line.closed}")
        for line in told.stages
    ]
    print_table((WORDS["stage"], WORDS["stage-told"], _WON_OF), stages)
    for line in forecast_lines(told, policy):
        tell(line)


def _side(label: object, lang: str) -> str:
    return str(getattr(label, lang, label))


def _shown(content: object) -> str:
    value = content.value if isinstance(content, Cell) else content
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}"
    return spoken(value) if isinstance(value, Text) else str(value)


def write_forecast(told: Foretold, policy: Policy, latest: dt.date, output: Path) -> None:
    from kasales_xl.files.scorecard.workbook import write_pages

    page = forecast_page(told, policy, _UNIT, _AS_OF(day=latest.isoformat()))
    created = dt.datetime.combine(latest, dt.time(), dt.UTC)
    with whole_file(output) as temporary:
        write_pages(temporary, [page], language(), created=created)
    tell(_WRITTEN(file=output))


def write_stages(told: Foretold, policy: Policy, output: Path) -> None:
    """The policy with the company's own chance of every stage that has enough outcomes; a stage without is
    told no lower than the one before it."""
    from kasales_xl.files.policy.write import policy_text

    own = told.own_stages(policy.chance_stage_deals)
    if not own:
        words = Text("没有一个阶段满 {n} 个结果", "No stage has {n} outcomes yet")
        raise Stop(words(n=policy.chance_stage_deals))
    chances: dict[str, float] = {}
    least = 0.0
    for line in told.stages:
        least = max(least, round(own.get(line.stage, line.told), 2))
        chances[f"chance_{line.stage.value}"] = least
    made = policy.model_copy(update=chances)
    write_whole(output, policy_text(made, language()).encode())
    tell(_WRITTEN(file=output))
