"""``docs/findings.md``: every finding by its code, what is done about it and how to put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kasales_xl.build.reference.markdown import GENERATED, both, table
from kasales_xl.core.findings import Severity
from kasales_xl.text.findings.crm import CRM_MESSAGES
from kasales_xl.text.findings.files import FILE_MESSAGES
from kasales_xl.text.findings.formulas import FORMULA_MESSAGES
from kasales_xl.text.findings.sentences import MESSAGES
from kasales_xl.text.findings.severities import severities
from kasales_xl.text.findings.sheets import SHEET_MESSAGES
from kasales_xl.text.findings.values import VALUE_MESSAGES
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.policy import PROBLEMS, policy_fix

_PARTS: tuple[tuple[str, str, Iterable[str]], ...] = (
    ("格子里的值", "Values in cells", VALUE_MESSAGES),
    ("表、列、行", "Sheets, columns and rows", SHEET_MESSAGES),
    ("公式和设置", "Formulas and settings", FORMULA_MESSAGES),
    ("文件", "Files", FILE_MESSAGES),
    ("CRM 导入", "Import from a CRM", CRM_MESSAGES),
    ("规则", "Policy", PROBLEMS),
)
#: Words of a sentence that are often left out altogether.
_OPTIONAL = re.compile(r"\{(?:who|name_of|maybe|near|did_you_mean)\}")
_FIELD = re.compile(r"\{\w+\}")

_HEAD = """# 数据问题 · Findings

{generated}

账簿、CRM 导出、规则文件里发现的每个问题都有一个代码，写明在哪一格、怎么处理的、怎么改。
不会悄悄丢掉，也从不改动原文件。代码不改名、不另作他用，可以放心拿来筛选。「…」是那一格的内容。

Whatever is found in a book, a CRM export or a policy file has a code that keeps its meaning, and says which
cell, what was done and how to put it right. Nothing is dropped in silence and no original is written to.
“…” stands for what the cell holds.

{severities}"""

_MEANING: dict[Severity, tuple[str, str]] = {
    Severity.FIX: ("认得出来，按规整后的值用", "understood: the tidied value is used"),
    Severity.WARN: (
        "照样用（读不出的当作没填），最好看一眼",
        "used (or blank where it cannot be read), worth a look",
    ),
    Severity.HOLD: ("这一行、这一格先不算，改好再算", "the row or cell is left out until it is put right"),
    Severity.REJECT: ("整个文件或整张表没有读", "the whole file or sheet is left out"),
}


def page() -> str:
    """The whole page as Markdown; the same tables give the same text."""
    kinds = table(
        ("处理 Severity", "意思", "Meaning"),
        ((_severity(severity), *_MEANING[severity]) for severity in Severity),
    )
    return "\n".join(
        [
            _HEAD.format(generated=GENERATED, severities=kinds),
            *(_part(zh, en, codes) for zh, en, codes in _PARTS),
        ]
    )


def _part(zh: str, en: str, codes: Iterable[str]) -> str:
    head = ("代码 Code", "处理 Severity", "发现了什么 What", "怎么改 How to fix")
    return f"## {zh} · {en}\n\n" + table(head, map(_row, codes))


def _row(code: str) -> tuple[str, ...]:
    kinds = "<br>".join(_severity(severity) for severity in severities(code))
    if code in PROBLEMS:
        return (
            f"`{code}`",
            kinds,
            _shown(*PROBLEMS[code]),
            both(policy_fix(code, "zh"), policy_fix(code, "en")),
        )
    message = MESSAGES[code]
    return f"`{code}`", kinds, _shown(message.zh, message.en), _shown(message.fix_zh, message.fix_en)


def _severity(severity: Severity) -> str:
    return both(*(word(f"severity-{severity.value}", lang) for lang in ("zh", "en")))


def _shown(zh: str, en: str) -> str:
    return both(*(_FIELD.sub("…", _OPTIONAL.sub("", text)) for text in (zh, en)))
