"""The policy in words: groups, units, sources and allowed ranges."""

from __future__ import annotations

from kasales_xl.core.policy.fields import SLOT_MOST, PolicyChange, PolicyField, show
from kasales_xl.core.text import LISTED, NOTHING, Text, join, same
from kasales_xl.text.pages.words import WORDS

GROUPS: dict[str, Text] = {
    "edition": Text("版本", "Edition"),
    "accounts": Text("大客户判定", "Key account test"),
    "tiers": Text("关系等级", "Relationship tier"),
    "score": Text("关系分", "Account score"),
    "levels": Text("销售等级", "Seller level"),
    "moves": Text("升级举措", "Moves"),
    "dimensions": Text("五维指标", "Five dimensions"),
    "coach": Text("教练问题", "Coach's questions"),
    "elements": Text("关系要素", "Relationship elements"),
    "success": Text("类型与成功", "Types and success"),
}

UNITS: dict[str, Text] = {
    "share": Text("比例，0.3 就是 30%", "share, 0.3 is 30%"),
    "days": Text("天", "days"),
    "months": Text("个月", "months"),
    "years": Text("年", "years"),
    "points": Text("分", "points"),
    "count": Text("个数", "count"),
    "money": Text("金额", "money"),
    "weight": Text("权重", "weight"),
    "grade": Text("级", "grade"),
    "factor": Text("倍", "times"),
}

#: Said wherever the rules of 0.1 are compared with others.
NOT_BROUGHT_BACK = Text(
    "0.1 里只有还能选的这几条按旧的算：强关系要几个部门、几位关键决策人，升降比多少个月。"
    "大客户现在看成交的大单合计，读不出的格子不再整行不算，这两条没有旧算法可选。",
    "Of 0.1 only what is still a choice is judged the old way: departments and key decision makers of a "
    "strong relation, months compared. Key accounts now rest on what was won together, and an unreadable "
    "cell no longer costs its row: there is no old way to choose for these two.",
)

SOURCES: dict[str, Text] = {
    "E": Text("方法原文", "the method"),
    "D": Text("本产品默认", "our default"),
    "F": Text("行业惯例", "field practice"),
}


_BLANK = Text("空", "blank")
_CHOICE = same("{code} {name}")
_SLOTS = Text("0 <= 下限 <= 满分 <= {most}", "0 <= minimum <= full mark <= {most}")
_RANGE = Text("{low} 到 {high}", "{low} to {high}")
_CHANGE = Text("{name} ({key})：{was} → {now}", "{name} ({key}): {was} → {now}")


def unit_name(unit: str) -> Text:
    """Blank for a setting that has no unit."""
    return UNITS.get(unit, NOTHING)


def group_name(group: str) -> Text:
    return GROUPS.get(group, same(group))


def choice_name(code: str) -> Text:
    """A choice as people read it; ``cascade`` is what a policy file says."""
    return WORDS[f"choice-{code}"]


def choice_names(field: PolicyField) -> Text:
    """The choices as a book's own sheet lists them, without their codes."""
    return join(map(choice_name, field.choices), LISTED)


def allowed(field: PolicyField) -> Text:
    """What a field may hold in a file: ``0.01 到 1``, ``mean 看平均 | …``, ``>= 0``； blank if anything."""
    if field.kind == "choice":
        named = (_CHOICE(code=code, name=choice_name(code)) for code in field.choices)
        return join(named, same(" | "))
    if field.kind == "slots":
        return _SLOTS(most=SLOT_MOST)
    if field.low is None or field.high is None:
        return NOTHING if field.low is None else same(f">= {show(field.low)}")
    return _RANGE(low=show(field.low), high=show(field.high))


def change_line(change: PolicyChange) -> Text:
    """``大客户：潜力占年度目标的最低比例 (key_share)：0.3 → 0.25``"""
    return _CHANGE(
        name=Text(change.field.zh, change.field.en),
        key=change.field.key,
        was=show(change.was) or _BLANK,
        now=show(change.now) or _BLANK,
    )
