"""How a field of a row declares its column.

The field order is the column order. ``kind`` says how a cell is read (``reading/cells/values.py``); a choice
takes its list from the field's enum. Blank text is ``""``; a blank number, date, grade or optional choice is
``None``; blank yes/no/unknown answers are ``UNKNOWN`` (method §3).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Date = dt.date


class Kind(Enum):
    """How the cells of a column are read. Spelled as the contract of the book spells it."""

    TEXT = "text"
    ID = "id"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    GRADE = "grade"
    LIST = "list"
    CHOICE = "choice"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Ref:
    """The name or ID of a row of another sheet, by its key."""

    sheet: str

    def __str__(self) -> str:
        return f"ref:{self.sheet}"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``low`` to ``high``, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"int:{self.low}-{self.high}"


ColumnKind = Kind | Ref | Whole


def column(
    zh: str,
    en: str,
    *,
    kind: ColumnKind = Kind.TEXT,
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
