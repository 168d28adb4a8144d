"""The policy that the scores were made with: every value, its source, and what was adjusted."""

from __future__ import annotations

from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.core.terms import Lang
from kasales_xl.pages.page import Cell, Column, Content, Note, Page, Paragraph, Table
from kasales_xl.pages.style import CENTER, LONG, QUIET, WATCH
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.policy import SOURCES, group_name, unit_name


def policy_page(policy: Policy, subtitle: Words, lang: Lang) -> Page:
    """One row a setting, as the method groups them; fields of sentences are left to the policy file."""
    columns = (
        Column("group", word("area", lang)),
        Column("label", word("setting", lang), LONG),
        Column("value", word("value", lang), CENTER),
        Column("default", word("default", lang), CENTER),
        Column("unit", word("unit", lang)),
        Column("source", word("source", lang)),
        Column("clause", word("clause", lang)),
        Column("key", word("policy-key", lang), QUIET),
    )
    rows = tuple(
        _row(field, policy, lang)
        for fields in policy_groups().values()
        for field in fields
        if field.kind not in ("content", "text")
    )
    return Page(
        "policy",
        word("title-policy", lang),
        word("tab-policy", lang),
        (
            Note(word("fair-use", lang)),
            Paragraph(word("sources-note", lang), QUIET),
            Paragraph(word("edition", lang, edition=policy.edition, fingerprint=policy.fingerprint), QUIET),
            Table("policy", columns, rows),
        ),
        subtitle,
        "list",
    )


def _row(field: PolicyField, policy: Policy, lang: Lang) -> tuple[Content, ...]:
    value = getattr(policy, field.key)
    shown = _shown(value, lang)
    changed = value != field.default
    return (
        group_name(field.group).pick(lang),
        field.label(lang),
        Cell(f"▲ {shown}", WATCH) if changed else shown,
        _shown(field.default, lang),
        unit_name(field.unit).pick(lang),
        SOURCES[field.source].pick(lang),
        field.rule,
        field.key,
    )


def _shown(value: object, lang: Lang) -> str | int | float:
    """A setting as people read it: numbers as numbers, slots as ``5–10``, choices in words."""
    plain = plain_value(value)
    if isinstance(plain, list):
        return "–".join(f"{part:g}" for part in plain)
    if plain is None:
        return word("blank", lang)
    return plain if isinstance(plain, int | float) else word(f"choice-{plain}", lang)
