"""Drop-downs, input messages and error alerts of a cell. No formula in them is volatile, and none needs an
extension of the file format."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kasales_xl.book.filling import range_text
from kasales_xl.core.policy.fields import PolicyField
from kasales_xl.core.rows.columns import Kind, Ref, Whole
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.layout.sheets import TAB_TITLES, Calculated, Column
from kasales_xl.layout.template import TYPING_ROWS, choices, list_name, reference_name
from kasales_xl.text.book import BESIDE
from kasales_xl.text.verdicts.policy import unit_name

Rule = dict[str, Any]

#: Dates before it are typing mistakes; no book of a working seller goes back further.
EARLIEST = dt.date(1970, 1, 1)


def _rule(validate: str, title: Text, message: Text, **more: Any) -> Rule:
    """What the library takes, with texts; one that says and limits nothing is empty."""
    if message:
        more |= {"input_title": title, "input_message": message}
    return {"validate": validate, **more} if more else {}


def _message(column: Column, hint: Text = NOTHING) -> Text:
    return join((column.help, hint), same("\n"))


def header_rule(column: Column | Calculated) -> Rule:
    """What a header says when it is selected: required or calculated, and its help."""
    mark = NOTHING
    if isinstance(column, Calculated):
        mark = BESIDE["calculated"]
    elif column.required:
        mark = BESIDE["required"]
    return _rule("any", column.header, join((mark, column.help), Text("", " ")))


def cell_rule(column: Column, first_cell: str) -> Rule:
    """The validation of an input column; ``first_cell`` is its first data cell, A1. Empty for plain
    text without help. Choices stop what is not in the list, references warn: a new name may stay."""
    if list_name(column):
        return _rule(
            "list", column.header, _message(column, BESIDE["pick"]),
            value=f"={list_name(column)}", error_title=BESIDE["pick-title"],
            error_message=BESIDE["pick-error"](choices=join(choices(column))),
        )  # fmt: skip
    match column.kind:
        case Ref(sheet):
            return _reference(column, sheet)
        case Whole(low, high):
            return _whole(column, low, high)
        case Kind.DATE:
            return _date(column)
        case Kind.NUMBER:
            return _number(column)
        case Kind.ID:
            return _unique(column, first_cell)
    hint = BESIDE["money"](sheet=TAB_TITLES["seller"]) if column.kind is Kind.MONEY else NOTHING
    return _rule("any", column.header, _message(column, hint))


def _reference(column: Column, key: str) -> Rule:
    sheet = TAB_TITLES[key]
    return _rule(
        "list", column.header, _message(column, BESIDE["reference"](sheet=sheet)),
        value=f"={reference_name(key)}", error_type="warning",
        error_title=BESIDE["reference-title"](sheet=sheet),
        error_message=BESIDE["reference-error"](sheet=sheet),
    )  # fmt: skip


def _date(column: Column) -> Rule:
    return _rule(
        "date", column.header, _message(column, BESIDE["date"]),
        criteria=">=", value=EARLIEST, error_type="warning",
        error_title=BESIDE["date-title"], error_message=BESIDE["date-error"],
    )  # fmt: skip


def _number(column: Column) -> Rule:
    return _rule(
        "decimal", column.header, _message(column, BESIDE["number"]),
        criteria=">=", value=0, error_type="warning",
        error_title=BESIDE["number-title"], error_message=BESIDE["number-error"],
    )  # fmt: skip


def _whole(column: Column, low: int, high: int) -> Rule:
    error = BESIDE["whole-error"](low=low, high=high)
    return _rule(
        "integer", column.header, _message(column, error),
        criteria="between", minimum=low, maximum=high,
        error_title=BESIDE["number-title"], error_message=error,
    )  # fmt: skip


def _unique(column: Column, first: str) -> Rule:
    letters = first.rstrip("0123456789")
    row = first[len(letters) :]
    span = f"${letters}${row}:${letters}${TYPING_ROWS}"
    return _rule(
        "custom", column.header, column.help or BESIDE["id"],
        value=f"=COUNTIF({span},{first})=1", error_type="warning",
        error_title=BESIDE["id-title"], error_message=BESIDE["id-error"],
    )  # fmt: skip


#: Refuses typing over a calculated cell, also where sheet protection would stop the table.
CALCULATED_RULE: Rule = {
    "validate": "custom",
    "value": "=FALSE",
    "error_title": BESIDE["calculated-title"],
    "error_message": BESIDE["calculated-error"],
}


def policy_rule(field: PolicyField) -> Rule:
    """The allowed values of a field on 规则."""
    scope = range_text(field)
    message = join((scope, unit_name(field.unit)), same(" · "))
    alert = {
        "error_title": BESIDE["policy-title"],
        "error_message": BESIDE["policy-error"](allowed=scope),
    }
    title = Text(field.zh, field.en)
    if field.kind == "choice":
        return _rule("list", title, message, value=list(field.choices), **alert)
    if field.kind in ("number", "integer") and field.low is not None:
        validate = "integer" if field.kind == "integer" else "decimal"
        limits: Rule = {"criteria": ">=", "value": field.low}
        if field.high is not None:
            limits = {"criteria": "between", "minimum": field.low, "maximum": field.high}
        return _rule(validate, title, message, **limits, **alert)
    return _rule("any", title, message)
