"""The policy in words: groups, units, sources and allowed ranges."""

from __future__ import annotations

from kasales_xl.core.policy.fields import SLOT_MOST, PolicyChange, PolicyField, show
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import NOTHING, Text, same

GROUPS: dict[str, tuple[str, str]] = {
    "edition": ("版本", "Edition"),
    "accounts": ("大客户判定", "Key account test"),
    "tiers": ("关系等级", "Relationship tier"),
    "score": ("关系分", "Account score"),
    "levels": ("销售等级", "Seller level"),
    "moves": ("升级举措", "Moves"),
    "dimensions": ("五维指标", "Five dimensions"),
    "coach": ("教练问题", "Coach's questions"),
    "elements": ("关系要素", "Relationship elements"),
    "success": ("类型与成功", "Types and success"),
}

UNITS: dict[str, tuple[str, str]] = {
    "share": ("比例，0.3 就是 30%", "share, 0.3 is 30%"),
    "days": ("天", "days"),
    "months": ("个月", "months"),
    "years": ("年", "years"),
    "points": ("分", "points"),
    "count": ("个数", "count"),
    "money": ("金额", "money"),
    "weight": ("权重", "weight"),
    "grade": ("级", "grade"),
    "factor": ("倍", "times"),
}

SOURCES: dict[str, tuple[str, str]] = {
    "E": ("方法原文", "the method"),
    "D": ("本产品默认", "our default"),
    "F": ("行业惯例", "field practice"),
}


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[0] if lang == "zh" else pair[1]


def unit_name(unit: str, lang: Lang) -> str:
    return _pick(UNITS[unit], lang) if unit in UNITS else ""


def source_name(source: str, lang: Lang) -> str:
    return _pick(SOURCES[source], lang)


def group_name(group: str, lang: Lang) -> str:
    return _pick(GROUPS[group], lang) if group in GROUPS else group


def allowed(field: PolicyField) -> Text:
    """What a field may hold: ``0.01 到 1``, ``cascade | cumulative``, ``>= 0``； blank if anything."""
    if field.kind == "choice":
        return same(" | ".join(field.choices))
    if field.kind == "slots":
        return Text("0 <= 下限 <= 满分 <= {most}", "0 <= minimum <= full mark <= {most}")(most=SLOT_MOST)
    if field.low is None or field.high is None:
        return NOTHING if field.low is None else same(f">= {show(field.low)}")
    return Text("{low} 到 {high}", "{low} to {high}")(low=show(field.low), high=show(field.high))


def change_line(change: PolicyChange, lang: Lang) -> str:
    """``大客户：潜力占年度目标的最低比例 (key_share)：0.3 → 0.25``"""
    blank = "空" if lang == "zh" else "blank"
    was, now = show(change.was) or blank, show(change.now) or blank
    colon = "：" if lang == "zh" else ": "
    return f"{change.field.label(lang)} ({change.field.key}){colon}{was} → {now}"
