"""Every finding in words, zh beside en, by its code."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.findings import Finding
from kasales_xl.core.terms import Lang
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.crm import CRM_MESSAGES
from kasales_xl.text.findings.files import FILE_MESSAGES
from kasales_xl.text.findings.formulas import FORMULA_MESSAGES
from kasales_xl.text.findings.sheets import SHEET_MESSAGES
from kasales_xl.text.findings.values import VALUE_MESSAGES
from kasales_xl.text.verdicts.policy import PROBLEMS, policy_fix, policy_problem


@dataclass(frozen=True, slots=True)
class Message:
    """What was found and done, and how to fix it; fields in braces are filled from the finding."""

    zh: str
    en: str
    fix_zh: str
    fix_en: str

    def what(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def fix(self, lang: Lang) -> str:
        return self.fix_zh if lang == "zh" else self.fix_en


#: Every code but those of the policy, whose sentences are in ``words_policy``.
MESSAGES: dict[str, Message] = {
    code: Message(*texts)
    for texts_by_code in (VALUE_MESSAGES, SHEET_MESSAGES, FORMULA_MESSAGES, FILE_MESSAGES, CRM_MESSAGES)
    for code, texts in texts_by_code.items()
}
POLICY_CODES = frozenset(PROBLEMS)


def what(finding: Finding, lang: Lang) -> str:
    """What was found in this cell, and what was done."""
    if finding.code in POLICY_CODES:
        return policy_problem(finding.code, lang, **_given(finding))
    message = MESSAGES.get(finding.code)
    return message.what(lang).format_map(_words(finding, lang)) if message else finding.code


def fix(finding: Finding, lang: Lang) -> str:
    """How to put it right; blank where there is nothing to do."""
    if finding.code in POLICY_CODES:
        return policy_fix(finding.code, lang)
    message = MESSAGES.get(finding.code)
    return message.fix(lang).format_map(_words(finding, lang)) if message else ""


def say(finding: Finding, lang: Lang) -> str:
    """``客户!G4 「50-80万」是一个范围,这一行先不算。填一个最可能的数``: one line."""
    advice = fix(finding, lang)
    stop = "。" if lang == "zh" else ". "
    place = " ".join(part for part in (finding.at.file, str(finding.at)) if part)
    return f"{place} {what(finding, lang)}{stop + advice if advice else ''}".strip()


def _given(finding: Finding) -> dict[str, str]:
    known = {"key": finding.at.column, "got": finding.got, "now": finding.now}
    allowed = {"key", "got", "now", "group", "near"}
    return known | {name: value for name, value in finding.args if name in allowed}


class _Words(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return ""


def _words(finding: Finding, lang: Lang) -> _Words:
    """The fields of a sentence: the finding's own, and what can be said about its place."""
    at, zh = finding.at, lang == "zh"
    layout = LAYOUT.get(at.sheet)
    column = layout.by_key.get(at.column) if layout else None
    words = _Words(
        got=finding.got.replace("\n", " ") or ("空" if zh else "blank"),
        now=finding.now,
        row=str(at.row),
        cell=at.cell,
        column=column.label(lang) if column else at.column,
    )
    words.update(finding.args)
    words["departments"] = words["departments"] or ("没填" if zh else "none declared")
    words.setdefault("label", words[lang] or words["column"])
    if words["nearest"]:
        words["did_you_mean"] = (
            f"是不是「{words['nearest']}」？" if zh else f"Did you mean “{words['nearest']}”? "
        )
    if words["others"] and finding.code == "surname-only":
        words["maybe"] = f"，可能就是 {words['others']}" if zh else f"; perhaps {words['others']}"
    if finding.got and finding.code == "book-empty":
        words["name_of"] = f"（{words['got']}）" if zh else f" ({words['got']})"
    if finding.now and finding.code == "typed-over":
        words["computed"] = f"「{finding.now}」" if zh else f" “{finding.now}”"
    if words["who_has_it"]:
        name = words["who_has_it"]
        words["who"] = f"（{name} 正打开着账簿）" if zh else f" ({name} has the book open)"
    return words
