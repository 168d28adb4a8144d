"""The policy that the scores were made with: every value, its source, and what was adjusted."""

from __future__ import annotations

from typing import NamedTuple

from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.core.text import Text, same
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Cell, Content, Note, Page, Paragraph, Value, Words
from kasales_xl.pages.style import CENTER, LONG, QUIET, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.policy import SOURCES, group_name, unit_name

_ADJUSTED = same("▲ {value}")


class Setting(NamedTuple):
    """A field of the policy and what it is set to."""

    field: PolicyField
    value: object


def policy_page(policy: Policy, subtitle: Words) -> Page:
    """One row a setting, as the method groups them; fields of sentences are left to the policy file."""
    settings = [
        Setting(field, getattr(policy, field.key))
        for fields in policy_groups().values()
        for field in fields
        if field.kind not in ("content", "text")
    ]
    return list_page(
        "policy",
        table("policy", _FIELDS, settings),
        subtitle,
        Note(WORDS["fair-use"]),
        Paragraph(WORDS["sources-note"], QUIET),
        Paragraph(WORDS["edition"](edition=policy.edition, fingerprint=policy.fingerprint), QUIET),
    )


def _value(setting: Setting) -> Content:
    """What was adjusted is marked."""
    shown = _shown(setting.value)
    return shown if setting.value == setting.field.default else Cell(_ADJUSTED(value=shown), WATCH)


def _shown(value: object) -> Value:
    """A setting as people read it: numbers as numbers, slots as ``5–10``, choices in words."""
    plain = plain_value(value)
    if isinstance(plain, list):
        return "–".join(f"{part:g}" for part in plain)
    if plain is None:
        return WORDS["blank"]
    return plain if isinstance(plain, int | float) else WORDS[f"choice-{plain}"]


_FIELDS: tuple[Field[Setting], ...] = (
    Field("group", WORDS["area"], lambda of: group_name(of.field.group)),
    Field("label", WORDS["setting"], lambda of: Text(of.field.zh, of.field.en), LONG),
    Field("value", WORDS["value"], _value, CENTER),
    Field("default", WORDS["default"], lambda of: _shown(of.field.default), CENTER),
    Field("unit", WORDS["unit"], lambda of: unit_name(of.field.unit)),
    Field("source", WORDS["source"], lambda of: SOURCES[of.field.source]),
    Field("clause", WORDS["clause"], lambda of: of.field.rule),
    Field("key", WORDS["policy-key"], lambda of: of.field.key, QUIET),
)
