"""The policy that the scores were made with: every value, its source, and what was adjusted."""

from __future__ import annotations

from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.pages.page import Cell, Column, Content, Note, Page, Paragraph, Table
from kasales_xl.pages.style import CENTER, LONG, QUIET, WATCH
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.policy import SOURCES, group_name, unit_name


def policy_page(policy: Policy, subtitle: Words) -> Page:
    """One row a setting, as the method groups them; fields of sentences are left to the policy file."""
    columns = (
        Column("group", WORDS["area"]),
        Column("label", WORDS["setting"], LONG),
        Column("value", WORDS["value"], CENTER),
        Column("default", WORDS["default"], CENTER),
        Column("unit", WORDS["unit"]),
        Column("source", WORDS["source"]),
        Column("clause", WORDS["clause"]),
        Column("key", WORDS["policy-key"], QUIET),
    )
    rows = tuple(
        _row(field, policy)
        for fields in policy_groups().values()
        for field in fields
        if field.kind not in ("content", "text")
    )
    return Page(
        "policy",
        WORDS["title-policy"],
        WORDS["tab-policy"],
        (
            Note(WORDS["fair-use"]),
            Paragraph(WORDS["sources-note"], QUIET),
            Paragraph(WORDS["edition"](edition=policy.edition, fingerprint=policy.fingerprint), QUIET),
            Table("policy", columns, rows),
        ),
        subtitle,
        "list",
    )


def _row(field: PolicyField, policy: Policy) -> tuple[Content, ...]:
    value = getattr(policy, field.key)
    shown = _shown(value)
    changed = value != field.default
    return (
        group_name(field.group),
        field,
        Cell(f"▲ {shown}", WATCH) if changed else shown,
        _shown(field.default),
        unit_name(field.unit),
        SOURCES[field.source],
        field.rule,
        field.key,
    )


def _shown(value: object) -> str | int | float:
    """A setting as people read it: numbers as numbers, slots as ``5–10``, choices in words."""
    plain = plain_value(value)
    if isinstance(plain, list):
        return "–".join(f"{part:g}" for part in plain)
    if plain is None:
        return WORDS["blank"]
    return plain if isinstance(plain, int | float) else WORDS[f"choice-{plain}"]
