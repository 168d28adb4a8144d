"""``docs/policy.md``: every number and choice of the method, with its default, range, source and rule."""

from __future__ import annotations

from kasales_xl.build.reference.markdown import GENERATED, both, table
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups, show
from kasales_xl.core.terms import LANGS
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.policy import SOURCES, allowed, group_name, unit_name

_HEAD = """# 规则里的每个数 · Every number of the policy

{generated}

每个门槛都可以按公司情况调整：`kasales policy export -o 公司规则.toml`，改好后 `kasales policy check`；
看谁会升降：`kasales score 账簿 -o 记分卡 --policy 旧 --compare 新`。账簿的「规则」表也能改，公司规则优先。

Every threshold is meant to be adjusted: `kasales policy export -o company.toml`, then `kasales policy check`;
to see who would rise or fall: `kasales score BOOKS -o SCORECARDS --policy OLD --compare NEW`. A book's own
Policy sheet counts where the company gives no policy.

{sources}"""

_MEANING: dict[str, tuple[str, str]] = {
    "E": (
        "方法自己说的。方法也说这些数可以按实际调",
        "stated by the method, which says itself that its numbers are meant to be adjusted",
    ),
    "D": (
        "方法没说、或说得不具体的地方，我们定的默认，不是方法的话",
        "our default where the method is silent or vague; not the method's word",
    ),
    "F": (
        "方法里没有，按行业常见做法加的，不是方法的话",
        "not in the method; added from general practice in the field",
    ),
}


def page() -> str:
    """The whole page as Markdown; the same tables give the same text."""
    marks = table(
        ("来源 Source", "意思", "Meaning"),
        ((f"**{mark}** {both(SOURCES[mark].zh, SOURCES[mark].en)}", *_MEANING[mark]) for mark in SOURCES),
    )
    parts = [_group(group, fields) for group, fields in policy_groups().items() if group != "edition"]
    return "\n".join([_HEAD.format(generated=GENERATED, sources=marks), *parts])


def _group(group: str, fields: tuple[PolicyField, ...]) -> str:
    title = " · ".join(group_name(group).pick(lang) for lang in LANGS)
    shown = [f"## {title} `[{group}]`\n"]
    plain = [field for field in fields if field.kind != "content"]
    if plain:
        head = (
            "代码 Key",
            "意思 Meaning",
            "默认 Default",
            "单位 Unit",
            "允许 Allowed",
            "来源 Source",
            "规则 Rule",
        )
        shown.append(table(head, map(_row, plain)))
    return "\n".join([*shown, *(_content(field) for field in fields if field.kind == "content")])


def _row(field: PolicyField) -> tuple[str, ...]:
    return (
        f"`{field.key}`",
        both(field.zh, field.en),
        show(field.default) or both("空", "blank"),
        both(*(unit_name(field.unit).pick(lang) for lang in LANGS)),
        _choices(field) if field.choices else both(*(allowed(field).pick(lang) for lang in LANGS)),
        field.source,
        field.rule,
    )


def _choices(field: PolicyField) -> str:
    named = ((code, WORDS[f"choice-{code}"]) for code in field.choices)
    return "<br>".join(f"`{code}` {both(words.zh, words.en)}" for code, words in named)


def _content(field: PolicyField) -> str:
    """A list of sentences: each entry a line, its own columns as its head."""
    entries = [entry.model_dump() for entry in getattr(DEFAULT_POLICY, field.key)]
    source = " ".join((field.source, *(SOURCES[field.source].pick(lang) for lang in LANGS), field.rule))
    rows = ([show(plain_value(value)) for value in entry.values()] for entry in entries)
    return f"`{field.key}` {field.zh} · {field.en} ({source})\n\n" + table(entries[0], rows)
