"""What is wrong in a policy: in a company's file, or on a book's own sheet. ``{label}`` and ``{allowed}`` are
the name and the range of the setting ``{key}``."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.findings import HOLD, REJECT, WARN, Finding, FindingKind
from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.verdicts.policy import allowed


def _bad_value(code: str, zh: str, en: str) -> FindingKind:
    return HOLD.kind(
        code,
        Text(zh, en),
        Text("改成允许的值再试", "Put in an allowed value and try again"),
    )


POLICY_UNKNOWN_KEY = HOLD.kind(
    "policy-unknown-key",
    Text("没有「{key}」这一项{near}", "There is no setting {key}{near}")(near=NOTHING),
    Text(
        "用 kasales policy export 导出一份，照着写", "Write one with kasales policy export and start from it"
    ),
)
POLICY_WRONG_TABLE = REJECT.kind(
    "policy-wrong-table",
    Text("「{key}」应写在 [{group}] 下面", "{key} belongs under [{group}]"),
    Text("把这一行移过去", "Move the line there"),
)
POLICY_NOT_ON_TOP = REJECT.kind(
    "policy-not-on-top",
    Text(
        "「{key}」应写在文件最上面，所有 [ ] 之前", "{key} belongs at the top of the file, before any [table]"
    ),
    Text("把这一行移过去", "Move the line there"),
)
POLICY_BLANK = replace(
    _bad_value("policy-blank", "「{label}」不能空", "{label} cannot be blank"), severity=REJECT
)
POLICY_NOT_A_NUMBER = _bad_value(
    "policy-not-a-number",
    "「{label}」要填数字，现在是 {got}；允许 {allowed}",
    "{label} must be a number, found {got}; allowed: {allowed}",
)
POLICY_NOT_WHOLE = _bad_value(
    "policy-not-whole",
    "「{label}」要填整数，现在是 {got}；允许 {allowed}",
    "{label} must be a whole number, found {got}; allowed: {allowed}",
)
POLICY_OUT_OF_RANGE = _bad_value(
    "policy-out-of-range",
    "「{label}」超出范围：{got}；允许 {allowed}",
    "{label} is out of range: {got}; allowed: {allowed}",
)
POLICY_NOT_IN_LIST = _bad_value(
    "policy-not-in-list",
    "「{label}」只能选 {allowed}，现在是 {got}",
    "{label} must be one of {allowed}, found {got}",
)
POLICY_SLOTS = _bad_value(
    "policy-slots",
    "「{label}」要写下限和满分两个数，文件里写 [5, 10]，账簿里写 5-10；{allowed}，现在是 {got}",
    "{label} takes a minimum and a full mark, [5, 10] in a file, 5-10 in a book; {allowed}, found {got}",
)
POLICY_NOT_TEXT = _bad_value(
    "policy-not-text", "「{label}」要填文字，现在是 {got}", "{label} must be text, found {got}"
)
POLICY_INVALID = _bad_value("policy-invalid", "「{label}」不成立：{got}", "{label} breaks a rule: {got}")
POLICY_UNREADABLE = REJECT.kind(
    "policy-unreadable",
    Text("打不开规则文件：{got}", "The policy file cannot be read: {got}"),
    Text("检查路径和权限", "Check the path and the permissions"),
)
POLICY_SYNTAX = REJECT.kind(
    "policy-syntax",
    Text("规则文件写法有误：{got}", "The policy file is not valid TOML: {got}"),
    Text("对照 kasales policy export 的写法", "Compare with kasales policy export"),
)
POLICY_DIFFERS = WARN.kind(
    "policy-differs",
    Text(
        "「{label}」：账簿写的是 {got}，按公司规则 {now} 计算",
        "{label}: this book says {got}, the company policy {now} was used",
    ),
    Text(
        "把账簿「规则」表改成公司的值，或不用理会",
        "Set the book's Policy sheet to the company's value, or leave it",
    ),
)

_IN_BOTH = (
    POLICY_UNKNOWN_KEY,
    POLICY_NOT_A_NUMBER,
    POLICY_NOT_WHOLE,
    POLICY_OUT_OF_RANGE,
    POLICY_NOT_IN_LIST,
    POLICY_SLOTS,
    POLICY_NOT_TEXT,
    POLICY_INVALID,
)
#: What ``check_policy`` may say of a value, by its code: it holds one cell of a book's 规则 sheet, but
#: rejects a company's policy file.
IN_BOOK: dict[str, FindingKind] = {kind.code: kind for kind in _IN_BOTH}
IN_FILE: dict[str, FindingKind] = {
    kind.code: replace(kind, severity=REJECT) for kind in (*_IN_BOTH, POLICY_BLANK)
}
#: Behind an unknown key that is close to a known one.
DID_YOU_MEAN = Text("（是不是 {near}）", " (did you mean {near}?)")


def setting(key: str, **more: object) -> tuple[tuple[str, object], ...]:
    """The words of a finding about this setting, its name and what it may hold among them."""
    field = POLICY_FIELDS.get(key)
    label = Text(field.zh, field.en) if field else key
    return (("key", key), ("label", label), ("allowed", allowed(field) if field else ""), *more.items())


def policy_line(mistake: Finding) -> Text:
    """A mistake in a policy file: ``公司.toml:12 key_share：…。改成允许的值再试``"""
    at = mistake.at
    line = f"{at.file}:{at.row}" if at.row else at.file
    sentence = Text("{where}：{what}。{fix}", "{where}: {what}; {fix}")
    return sentence(where=join((line, at.column), same(" ")), what=what(mistake), fix=fix(mistake))
