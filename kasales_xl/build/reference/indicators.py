"""``docs/indicators.md``: the grades (G1) and the indicators (G2) of the five dimensions."""

from __future__ import annotations

from kasales_xl.build.reference.markdown import GENERATED, both, table
from kasales_xl.core.dimensions.catalogue import INDICATORS, Indicator
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import DIMENSION_NAMES, LANGS, Dimension, Grade
from kasales_xl.layout.practices import GRID, SENTENCES
from kasales_xl.text.verdicts.policy import SOURCES

_UNITS: dict[str, tuple[str, str]] = {
    "share": ("比例", "share"),
    "count": ("个数", "count"),
    "money": ("账簿的金额单位", "the book's money unit"),
    "days": ("天", "days"),
    "months": ("个月", "months"),
    "times": ("百分比", "percent"),
    "number": ("数", "number"),
}
_BETTER: dict[bool | None, tuple[str, str]] = {
    True: ("越高越好", "higher is better"),
    False: ("越低越好", "lower is better"),
    None: ("只作参考", "for orientation only"),
}

_HEAD = """# 五维：等级和指标 · Five dimensions: grades and indicators

{generated}

**等级**由人评：能力表 5×7 条做法，每条 {grades_zh}。一个维度的等级 = 七条的平均，向下取整；
没填的按 0，经理评过的以经理为准（G1）。这样评是{d_zh}，35 句做法是我们写的，公司可以在能力表里换成自己的。

**指标**由账簿里的数据算出（G2），全部是{f_zh}，不是方法原文。指标从不改变销售等级；
评到 {backed} 级以上、账簿里却没有记录的，会提示一句。没有数据就写「数据不足」，不写 0。
公式里的数是默认规则的值。★ 是每个维度的主指标。

**Grades** are given by people: 5 × 7 practices on the capability sheet, each {grades_en}.
The grade of a dimension is the mean of its seven, rounded down; a blank counts 0, the manager's grade goes
before the rep's own (G1). This way of grading is {d_en}; the 35 sentences are ours, and a company may replace
them on its capability sheet.

**Indicators** are computed from the book (G2). All of them are {f_en}, not the method's words, and none
ever changes a level; a grade of {backed} or more with nothing recorded is flagged. Where there is no data
they say so, never 0. Numbers in the formulas are those of the default policy. ★ marks the main one of each.
"""


def page() -> str:
    """The whole page as Markdown; the same tables give the same text."""
    head = _HEAD.format(
        generated=GENERATED,
        grades_zh="、".join(f"{grade.value} {grade.zh}" for grade in Grade),
        grades_en=", ".join(f"{grade.value} {grade.en}" for grade in Grade),
        d_zh=SOURCES["D"].pick("zh"),
        d_en=SOURCES["D"].pick("en"),
        f_zh=SOURCES["F"].pick("zh"),
        f_en=SOURCES["F"].pick("en"),
        backed=DEFAULT_POLICY.backed_grade,
    )
    return "\n".join([head, *(_section(dimension) for dimension in Dimension)])


def _section(dimension: Dimension) -> str:
    name_zh, name_en = DIMENSION_NAMES[dimension]
    indicators = [indicator for indicator in INDICATORS.values() if indicator.dimension is dimension]
    return "\n".join(
        [
            f"## {dimension.zh} {name_zh} · {dimension.en} {name_en}\n",
            table(
                (
                    "代码 Code",
                    "指标 Indicator",
                    "怎么算 Formula",
                    "单位 Unit",
                    "何时数据不足 No value when",
                    "来源 Source",
                ),
                map(_row, indicators),
            ),
            table(("做法 Practice", "阶段 Stage", "中文", "English"), _practices(dimension)),
        ]
    )


def _row(indicator: Indicator) -> tuple[str, ...]:
    numbers = dict(DEFAULT_POLICY)
    zh, en = (indicator.formula(**numbers).pick(lang) for lang in LANGS)
    none_zh, none_en = (indicator.none(**numbers).pick(lang) for lang in LANGS)
    unit, better = _UNITS[indicator.unit], _BETTER[indicator.high_is_good]
    return (
        f"`{indicator.code}`{' ★' if indicator.headline else ''}",
        both(indicator.name.zh, indicator.name.en),
        both(zh, en),
        both(f"{unit[0]}，{better[0]}", f"{unit[1]}, {better[1]}"),
        both(none_zh, none_en),
        f"{indicator.source} {indicator.rule}",
    )


def _practices(dimension: Dimension) -> list[tuple[str, ...]]:
    return [
        (row.practice_id, both(row.stage.zh, row.stage.en), sentence.zh, sentence.en)
        for row in GRID
        if row.dimension is dimension and (sentence := SENTENCES[row.practice_id])
    ]
