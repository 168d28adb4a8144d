"""How a field of a row declares its column.

``kind`` says how a cell is read (``reading/cells/values.py``); a choice takes its list from the field's enum.
Blank text is ``""``; a blank number, date, grade or optional choice is ``None``; blank yes/no/unknown answers
are ``UNKNOWN`` (method §3).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from kasales_xl.core.terms import Term

Date = dt.date


class Kind(StrEnum):
    """How the cells of a column are read. Spelled as the contract of the book spells it."""

    TEXT = "text"
    ID = "id"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    GRADE = "grade"
    LIST = "list"
    CHOICE = "choice"


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


TEXT, ID, DATE, MONEY, NUMBER, GRADE, LIST, CHOICE = Kind
_BLANK: dict[ColumnKind, Any] = {TEXT: "", ID: "", LIST: ()}


def column(
    zh: str,
    en: str,
    kind: ColumnKind = TEXT,
    *,
    required: bool = False,
    default: Any = ...,
    low: int = 0,
    choices: tuple[Term, ...] = (),
    scores: bool = False,
    folded: bool = False,
    looks_back: bool = False,
    since: int = 1,
    help: tuple[str, str] = ("", ""),
) -> Any:
    """Declare a field as a column of its sheet: both headers, kind, whether a row needs it, help (zh, en).
    Columns stand in the order of the fields, ``folded`` ones behind the others in a group that is closed
    until somebody opens it. ``scores``: what is filled in may move a tier, a level or a score.
    ``looks_back``: a date of what has happened, never of what is to come. ``since``: the
    edition of the template that brought the column, which older books do without.
    A column that no row needs defaults to its kind's blank. ``low`` is the least grade of a grade column;
    ``choices`` the order of a drop-down where it is not that of the field's enum."""
    if default is ... and not required:
        default = "" if isinstance(kind, Ref) else _BLANK.get(kind)
    extra = {"zh": zh, "en": en, "kind": kind, "required": required, "low": low, "choices": choices}
    extra |= {"scores": scores, "folded": folded, "looks_back": looks_back, "since": since}
    extra |= {"help_zh": help[0], "help_en": help[1]}
    return Field(default, json_schema_extra=extra)  # type: ignore[arg-type]


class Row(BaseModel):
    """A row as the method sees it. ``row`` is its 1-based spreadsheet row, 0 where it has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sheet: ClassVar[str]
    row: int = 0
