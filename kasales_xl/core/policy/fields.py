"""The policy as a table of fields: kind, unit, range, source; and plain values checked against it.

A TOML file, the book's 规则 sheet and a form all come through :func:`check_policy`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kasales_xl.core.policy import DEFAULT_POLICY, SLOT_FIELDS, Policy
from kasales_xl.core.terms import Lang

#: The most accounts a slot may ask for.
SLOT_MOST = 1000


@dataclass(frozen=True)
class PolicyField:
    """``kind``: ``number integer choice slots text content``; ``choices`` are the codes of a choice;
    ``low`` and ``high`` are inclusive, None where open; ``optional``: may be left blank.
    ``content`` is a field of sentences that has a shape of its own."""

    key: str
    zh: str
    en: str
    group: str
    source: str
    unit: str
    rule: str
    kind: str
    default: Any
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False

    def label(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class PolicyProblem:
    """``code``: ``policy-unknown-key policy-blank policy-not-a-number policy-not-whole
    policy-out-of-range policy-not-in-list policy-slots policy-not-text policy-invalid``;
    ``got`` as found, as text."""

    key: str
    code: str
    got: str


def _field(key: str, info: FieldInfo) -> PolicyField:
    declared: Any = info.json_schema_extra
    annotation: Any = info.annotation
    optional = isinstance(annotation, UnionType) and type(None) in get_args(annotation)
    if optional:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    choices: tuple[str, ...] = ()
    low = high = None
    if key in SLOT_FIELDS:
        kind, low, high = "slots", 0.0, float(SLOT_MOST)
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        kind, choices = "choice", tuple(str(member.value) for member in annotation)
    elif get_origin(annotation) is None and annotation in (int, float):
        kind = "integer" if annotation is int else "number"
    else:
        kind = "text" if annotation is str else "content"
    for rule in info.metadata:
        low = getattr(rule, "ge", low)
        high = getattr(rule, "le", high)
    return PolicyField(
        key=key,
        kind=kind,
        default=getattr(DEFAULT_POLICY, key),
        low=low,
        high=high,
        choices=choices,
        optional=optional,
        **declared,
    )


#: Every field of the policy in its own order.
POLICY_FIELDS: dict[str, PolicyField] = {key: _field(key, info) for key, info in Policy.model_fields.items()}


_GROUP_ORDER = ("edition", "accounts", "tiers", "score", "levels", "moves", "dimensions")


def policy_groups() -> dict[str, tuple[PolicyField, ...]]:
    """The fields by group, in the order in which a reader meets them in the method."""
    groups: dict[str, list[PolicyField]] = {group: [] for group in _GROUP_ORDER}
    for field in POLICY_FIELDS.values():
        groups.setdefault(field.group, []).append(field)
    return {group: tuple(members) for group, members in groups.items() if members}


def plain_value(value: object) -> Any:
    """A policy value as files hold it: codes for choices, lists for tuples, None for blank."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain_value(part) for part in value]
    return value


def check_policy(values: Mapping[str, object]) -> tuple[Policy | None, tuple[PolicyProblem, ...]]:
    """values: plain values by field key (numbers, codes, ``[minimum, full mark]`` for slots, None for
    blank); what is left out keeps its default. Returns the policy, or None with every problem."""
    problems = [_problem(key, value) for key, value in values.items()]
    wrong = tuple(problem for problem in problems if problem is not None)
    if wrong:
        return None, wrong
    try:
        return Policy.model_validate(dict(values)), ()
    except ValidationError as error:
        return None, tuple(
            PolicyProblem(str(e["loc"][0]) if e["loc"] else "", "policy-invalid", str(e["msg"]))
            for e in error.errors()
        )


def _problem(key: str, value: object) -> PolicyProblem | None:
    field = POLICY_FIELDS.get(key)
    code = _code(field, value) if field else "policy-unknown-key"
    return PolicyProblem(key, code, show(value)) if code else None


def _code(field: PolicyField, value: object) -> str:
    if value is None:
        return "" if field.optional else "policy-blank"
    if field.kind == "choice":
        return "" if value in field.choices else "policy-not-in-list"
    if field.kind == "slots":
        return "" if _is_slots(value) else "policy-slots"
    if field.kind == "text":
        return "" if isinstance(value, str) and value.strip() else "policy-not-text"
    if field.kind == "content":
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return "policy-not-a-number"
    if field.kind == "integer" and value != int(value):
        return "policy-not-whole"
    inside = (field.low is None or value >= field.low) and (field.high is None or value <= field.high)
    return "" if inside else "policy-out-of-range"


def _is_slots(value: object) -> bool:
    if not isinstance(value, list | tuple) or len(value) != 2:
        return False
    low, full = value
    whole = all(isinstance(n, int | float) and not isinstance(n, bool) and n == n // 1 for n in value)
    return whole and 0 <= low <= full <= SLOT_MOST


def show(value: object) -> str:
    """A plain value in one line: ``0.3``, ``[5, 10]``, ``cascade``; blank for None."""
    if value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(plain_value(value))


@dataclass(frozen=True)
class PolicyChange:
    """One field that two policies answer differently; ``was`` and ``now`` are plain values."""

    field: PolicyField
    was: Any
    now: Any


def policy_changes(was: Policy, now: Policy) -> tuple[PolicyChange, ...]:
    """What differs between two policies, the edition's name aside, in the order of the policy."""
    changes = []
    for key, field in POLICY_FIELDS.items():
        before, after = getattr(was, key), getattr(now, key)
        if before != after and key != "edition":
            changes.append(PolicyChange(field, plain_value(before), plain_value(after)))
    return tuple(changes)
