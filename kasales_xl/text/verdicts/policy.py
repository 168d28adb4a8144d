"""The policy in words: groups, units, sources, allowed ranges, and what is wrong with a value."""

from __future__ import annotations

from kasales_xl.core.findings import Finding
from kasales_xl.core.policy.fields import POLICY_FIELDS, SLOT_MOST, PolicyChange, PolicyField, show
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import NOTHING, Text, same

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

SOURCES: dict[str, Text] = {
    "E": Text("方法原文", "the method"),
    "D": Text("本产品默认", "our default"),
    "F": Text("行业惯例", "field practice"),
}

PROBLEMS: dict[str, tuple[str, str]] = {
    "policy-unknown-key": ("没有「{key}」这一项{near}", "there is no setting {key}{near}"),
    "policy-wrong-table": ("「{key}」应写在 [{group}] 下面", "{key} belongs under [{group}]"),
    "policy-not-on-top": (
        "「{key}」应写在文件最上面，所有 [ ] 之前",
        "{key} belongs at the top of the file, before any [table]",
    ),
    "policy-blank": ("「{label}」不能空", "{label} cannot be blank"),
    "policy-not-a-number": (
        "「{label}」要填数字，现在是 {got}；允许 {allowed}",
        "{label} must be a number, found {got}; allowed: {allowed}",
    ),
    "policy-not-whole": (
        "「{label}」要填整数，现在是 {got}；允许 {allowed}",
        "{label} must be a whole number, found {got}; allowed: {allowed}",
    ),
    "policy-out-of-range": (
        "「{label}」超出范围：{got}；允许 {allowed}",
        "{label} is out of range: {got}; allowed: {allowed}",
    ),
    "policy-not-in-list": (
        "「{label}」只能选 {allowed}，现在是 {got}",
        "{label} must be one of {allowed}, found {got}",
    ),
    "policy-slots": (
        "「{label}」要写下限和满分两个数，文件里写 [5, 10]，账簿里写 5-10；{allowed}，现在是 {got}",
        "{label} takes a minimum and a full mark, [5, 10] in a file, 5-10 in a book; {allowed}, found {got}",
    ),
    "policy-not-text": ("「{label}」要填文字，现在是 {got}", "{label} must be text, found {got}"),
    "policy-invalid": ("「{label}」不成立：{got}", "{label} breaks a rule: {got}"),
    "policy-unreadable": ("打不开规则文件：{got}", "the policy file cannot be read: {got}"),
    "policy-syntax": ("规则文件写法有误：{got}", "the policy file is not valid TOML: {got}"),
    "policy-differs": (
        "「{label}」：账簿写的是 {got}，按公司规则 {now} 计算",
        "{label}: this book says {got}, the company policy {now} was used",
    ),
}

FIXES: dict[str, tuple[str, str]] = {
    "policy-unknown-key": (
        "用 kasales policy export 导出一份，照着写",
        "write one with kasales policy export and start from it",
    ),
    "policy-wrong-table": ("把这一行移过去", "move the line there"),
    "policy-not-on-top": ("把这一行移过去", "move the line there"),
    "policy-syntax": ("对照 kasales policy export 的写法", "compare with kasales policy export"),
    "policy-unreadable": ("检查路径和权限", "check the path and the permissions"),
    "policy-differs": (
        "把账簿「规则」表改成公司的值，或不用理会",
        "set the book's Policy sheet to the company's value, or leave it",
    ),
}
_FIX = ("改成允许的值再试", "put in an allowed value and try again")


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[0] if lang == "zh" else pair[1]


_BLANK = Text("空", "blank")
_SLOTS = Text("0 <= 下限 <= 满分 <= {most}", "0 <= minimum <= full mark <= {most}")
_RANGE = Text("{low} 到 {high}", "{low} to {high}")
_CHANGE = Text("{name} ({key})：{was} → {now}", "{name} ({key}): {was} → {now}")


def unit_name(unit: str) -> Text:
    """Blank for a setting that has no unit."""
    return UNITS.get(unit, NOTHING)


def group_name(group: str) -> Text:
    return GROUPS.get(group, same(group))


def allowed(field: PolicyField) -> Text:
    """What a field may hold: ``0.01 到 1``, ``cascade | cumulative``, ``>= 0``； blank if anything."""
    if field.kind == "choice":
        return same(" | ".join(field.choices))
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


def policy_problem(code: str, lang: Lang, **found: str) -> str:
    """The sentence of a problem; ``key``, ``got``, ``now``, ``group`` and ``near`` where they apply."""
    field = POLICY_FIELDS.get(found.get("key", ""))
    words = {"key": "", "got": "", "now": "", "group": "", "near": ""} | found
    near = words["near"]
    if near:
        words["near"] = f"（是不是 {near}）" if lang == "zh" else f" (did you mean {near}?)"
    label = field.label(lang) if field else words["key"]
    blank = "空" if lang == "zh" else "blank"
    words["got"], words["now"] = words["got"] or blank, words["now"] or blank
    scope = allowed(field).pick(lang) if field else ""
    return _pick(PROBLEMS[code], lang).format(label=label, allowed=scope, **words)


def policy_fix(code: str, lang: Lang) -> str:
    return _pick(FIXES.get(code, _FIX), lang)


def policy_line(finding: Finding, lang: Lang) -> str:
    """A mistake in a policy file: ``公司.toml:12 key_share：…。改成允许的值再试``"""
    where = finding.at.file + (f":{finding.at.row}" if finding.at.row else "")
    key = f" {finding.at.column}" if finding.at.column else ""
    words = dict(finding.args) | {"got": finding.got, "now": finding.now}
    sentence, fix = policy_problem(finding.code, lang, **words), policy_fix(finding.code, lang)
    return f"{where}{key}：{sentence}。{fix}" if lang == "zh" else f"{where}{key}: {sentence}; {fix}"
