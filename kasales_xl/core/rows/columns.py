"""How a field of a row declares its column.

The field order is the column order. ``kind`` says how a cell is read (``reading/cells/values.py``):
``text id date money number grade int:LOW-HIGH list choice ref:SHEET``; a choice takes its list from
the field's enum. Blank text is ``""``; a blank number, date, grade or optional choice is ``None``;
blank yes/no/unknown answers are ``UNKNOWN`` (method §3).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Date = dt.date


def column(
    zh: str,
    en: str,
    *,
    kind: str = "text",
    required: bool = False,
    default: Any = ...,
    low: int = 0,
    help_zh: str = "",
    help_en: str = "",
) -> Any:
    """Declare a field as a column of its sheet: both headers, kind, whether a row needs it, help.
    ``low`` is the least grade of a grade column."""
    extra = {
        "zh": zh,
        "en": en,
        "kind": kind,
        "required": required,
        "low": low,
        "help_zh": help_zh,
        "help_en": help_en,
    }
    return Field(default, json_schema_extra=extra)  # type: ignore[arg-type]


class Row(BaseModel):
    """A row as the method sees it. ``row`` is its 1-based spreadsheet row, 0 where it has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sheet: ClassVar[str]
    row: int = 0
