"""``docs/findings.md``: every finding by its code, what is done about it and how to put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kasales_xl.build.reference.markdown import GENERATED, both, table
from kasales_xl.core.findings import FindingKind, Severity
from kasales_xl.core.text import Text
from kasales_xl.text.findings.catalogue import PARTS
from kasales_xl.text.pages.words import WORDS

#: Words of a sentence that are often left out altogether.
_OPTIONAL = re.compile(r"\{(?:who|name_of|maybe|near|did_you_mean)\}")
#: The cell, or the row where the cell is required.
_LEFT = Text("这一格（必填的，连这一行）先不算", "the cell, or its row where it is required, is left out")
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
    Severity.FIX: ("认得出来，按认出的值用", "understood: used as it was meant"),
    Severity.WARN: (
        "照样用（读不出的当作没填），最好看一眼",
        "used (or blank where it cannot be read), worth a look",
    ),
    Severity.HOLD: ("这一行、这一格先不算，改好再算", "the row or cell is left out until it is put right"),
    Severity.REJECT: ("整个文件或整张表没有读", "the whole file or sheet is left out"),
}


def page() -> str:
    """The whole page as Markdown; the same tables give the same text."""
    severities = table(
        ("处理 Severity", "意思", "Meaning"),
        ((_severity(severity), *_MEANING[severity]) for severity in Severity),
    )
    return "\n".join(
        [
            _HEAD.format(generated=GENERATED, severities=severities),
            *(_part(title, kinds) for title, kinds in PARTS),
        ]
    )


def _part(title: Text, kinds: Iterable[FindingKind]) -> str:
    head = ("代码 Code", "处理 Severity", "发现了什么 What", "怎么改 How to fix")
    by_code: dict[str, list[FindingKind]] = {}
    for kind in kinds:
        by_code.setdefault(kind.code, []).append(kind)
    return f"## {title.zh} · {title.en}\n\n" + table(head, map(_row, by_code.values()))


def _row(kinds: list[FindingKind]) -> tuple[str, ...]:
    """Kinds of one code differ in nothing but what is done about them."""
    told = {kind.severity for kind in kinds}
    done = "<br>".join(_severity(severity) for severity in Severity if severity in told)
    return f"`{kinds[0].code}`", done, _shown(kinds[0].what), _shown(kinds[0].fix)


def _severity(severity: Severity) -> str:
    words = WORDS[f"severity-{severity.value}"]
    return both(words.pick("zh"), words.pick("en"))


def _shown(text: Text) -> str:
    return both(
        *(
            _FIELD.sub("…", _OPTIONAL.sub("", side.replace("{left}", left)))
            for side, left in ((text.zh, _LEFT.zh), (text.en, _LEFT.en))
        )
    )
