"""A policy as a TOML file that explains itself: label, unit, allowed range, source and rule a line."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.core.terms import Lang
from kasales_xl.text.verdicts.policy import SOURCES, allowed, group_name, unit_name

_HEAD: dict[Lang, str] = {
    "zh": """\
# 规则：每个门槛都可以调。删掉的行按默认值。
# 每项上面：名称；单位；允许范围；来源（方法原文、本产品默认、行业惯例）和规则号；英文名。
# 检查：kasales policy check 本文件；看谁会升降：kasales score --policy 旧 --compare 本文件
""",
    "en": """\
# Policy: every threshold may be adjusted. A line left out keeps its default.
# Above each: name; unit; allowed range; source (the method, our default, field practice), rule; Chinese name.
# Check it: kasales policy check FILE; who would rise or fall: kasales score --policy OLD --compare FILE
""",
}


def policy_text(policy: Policy, lang: Lang = "zh") -> str:
    """The whole policy as TOML with comments. The same policy gives the same text."""
    parts = [_HEAD[lang]]
    for group, fields in policy_groups().items():
        if group != "edition":
            parts.append(f"\n[{group}]  # {group_name(group).pick(lang)}\n")
        parts += [_entry(field, getattr(policy, field.key), lang) for field in fields]
    return "".join(parts)


def _entry(field: PolicyField, value: object, lang: Lang) -> str:
    other: Lang = "en" if lang == "zh" else "zh"
    source = " ".join(part for part in (SOURCES[field.source].pick(lang), field.rule) if part)
    facts = [
        field.label(lang),
        unit_name(field.unit).pick(lang),
        allowed(field).pick(lang),
        source,
        field.label(other),
    ]
    comment = "；" if lang == "zh" else "; "
    line = f"{field.key} = {_literal(value)}" if value is not None else f"# {field.key} ="
    return f"# {comment.join(fact for fact in facts if fact)}\n{line}\n"


def _literal(value: object) -> str:
    """A TOML value. Sentences and tables of a company's own come one to a line."""
    value = plain_value(value)
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_literal(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return _array(list(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _string(str(value))


def _array(values: list[Any]) -> str:
    parts = [_literal(value) for value in values]
    if all(isinstance(value, int | float) for value in values):
        return "[" + ", ".join(parts) + "]"
    return "[\n" + "".join(f"  {part},\n" for part in parts) + "]"


def _key(key: object) -> str:
    text = str(key)
    return text if text.isascii() and text.isidentifier() else _string(text)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
