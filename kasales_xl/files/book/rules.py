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
from kasales_xl.text.verdicts.policy import choice_name, unit_name

Rule = dict[str, Any]

#: Message, title and alert of a rule whose words have other names than its own.
_SAID = {"whole": ("whole-error", "number-title", "whole-error")}
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
    said: dict[str, object] = {}
    if list_name(column):
        said = {"choices": join(choices(column))}
        return _checked(column, "list", "pick", said, warns=False, value=f"={list_name(column)}")
    match column.kind:
        case Ref(key):
            said = {"sheet": TAB_TITLES[key]}
            return _checked(column, "list", "reference", said, value=f"={reference_name(key)}")
        case Whole(low, high):
            limits = {"criteria": "between", "minimum": low, "maximum": high}
            said = {"low": low, "high": high}
            return _checked(column, "integer", "whole", said, warns=False, **limits)
        case Kind.DATE:
            return _checked(column, "date", "date", {}, criteria=">=", value=EARLIEST)
        case Kind.NUMBER:
            return _checked(column, "decimal", "number", {}, criteria=">=", value=0)
        case Kind.ID:
            letters = first_cell.rstrip("0123456789")
            row = first_cell[len(letters) :]
            span = f"${letters}${row}:${letters}${TYPING_ROWS}"
            unique = f"=COUNTIF({span},{first_cell})=1"
            return _checked(column, "custom", "id", {}, value=unique)
    hint = BESIDE["money"](sheet=TAB_TITLES["seller"]) if column.kind is Kind.MONEY else NOTHING
    return _rule("any", column.header, _message(column, hint))


def _checked(
    column: Column, validate: str, code: str, said: dict[str, object], *, warns: bool = True, **limits: Any
) -> Rule:
    """A rule with its message and alert of ``BESIDE``, filled with ``said``. warns: a value may stay."""
    hint, title, error = _SAID.get(code, (code, f"{code}-title", f"{code}-error"))
    hint_text = NOTHING if code == "id" and column.help else BESIDE[hint](**said)
    alert: Rule = {"error_title": BESIDE[title](**said), "error_message": BESIDE[error](**said)}
    if warns:
        alert["error_type"] = "warning"
    return _rule(validate, column.header, _message(column, hint_text), **alert, **limits)


#: Refuses typing over a calculated cell, also where sheet protection would stop the table.
CALCULATED_RULE: Rule = {
    "validate": "custom",
    "value": "=FALSE",
    "input_title": BESIDE["calculated-title"],
    "input_message": BESIDE["calculated-cell"],
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
        return _rule("list", title, message, value=[choice_name(code) for code in field.choices], **alert)
    if field.kind in ("number", "integer") and field.low is not None:
        validate = "integer" if field.kind == "integer" else "decimal"
        limits: Rule = {"criteria": ">=", "value": field.low}
        if field.high is not None:
            limits = {"criteria": "between", "minimum": field.low, "maximum": field.high}
        return _rule(validate, title, message, **limits, **alert)
    return _rule("any", title, message)
