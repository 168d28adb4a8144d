"""How a number or choice of the method is declared, so that a company can adjust it (L1)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

Source = Literal["E", "D", "F"]


def number(
    default: Any,
    zh: str,
    en: str,
    *,
    source: Source,
    unit: str = "",
    rule: str = "",
    low: float | None = None,
    high: float | None = None,
    group: str,
) -> Any:
    """Declare a field of the policy. ``low`` and ``high`` are inclusive; ``unit`` is one of
    ``share days months years count money points weight grade factor`` or blank for a choice."""
    extra = {"zh": zh, "en": en, "source": source, "unit": unit, "rule": rule, "group": group}
    return Field(default, ge=low, le=high, json_schema_extra=extra)  # type: ignore[arg-type]
