"""Typed columns to the rows of a sheet's model: checked against it once more, a column at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter

from kasales_xl.core.rows.columns import Row

Line = tuple[object, ...]


def checked_rows(model: type[Row], keys: Sequence[str], lines: Sequence[Line]) -> list[Any]:
    """lines: the values of each row, in the order of ``keys``; fields that are none of them have their
    default. What pydantic's own check of row after row gives, in half the time. Raises ValidationError."""
    checks, place = _checks(model), {key: at for at, key in enumerate(keys)}
    given = list(zip(*lines, strict=True)) if lines else []
    columns: list[Any] = []
    for key, (check, default) in checks.items():
        there = bool(lines) and key in place
        columns.append(check(list(given[place[key]])) if there else repeat(default, len(lines)))
    said, names = set(keys), tuple(checks)
    return [_row(model, dict(zip(names, line)), said) for line in zip(*columns)]  # noqa: B905 all are as long


def _row(model: type[Row], values: dict[str, object], said: set[str]) -> Row:
    """As ``BaseModel.model_construct`` makes one of values that are checked and whole, without its questions
    to every field; a test holds the two to be equal. Rows do not change, so they may share what they were
    told."""
    row = model.__new__(model)
    put = object.__setattr__
    put(row, "__dict__", values)
    put(row, "__pydantic_fields_set__", said)
    put(row, "__pydantic_extra__", None)
    put(row, "__pydantic_private__", None)
    return row


@cache
def _checks(model: type[BaseModel]) -> dict[str, tuple[Callable[[list[Any]], list[Any]], object]]:
    """By field, in the model's order: the check of a whole column, and the default."""
    found: dict[str, tuple[Callable[[list[Any]], list[Any]], object]] = {}
    for key, field in model.model_fields.items():
        kind: Any = field.annotation
        if field.metadata:
            kind = Annotated[(kind, *field.metadata)]
        found[key] = TypeAdapter(list[kind]).validator.validate_python, field.get_default()
    return found
