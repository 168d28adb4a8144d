"""Drop-downs, input messages and error alerts of a cell, in the book's language. No formula in them
is volatile, and none needs an extension of the file format."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kasales_xl.core.policy.fields import PolicyField
from kasales_xl.core.rows.columns import Kind, Ref, Whole
from kasales_xl.core.terms import Lang
from kasales_xl.layout.sheets import LAYOUT, Calculated, Column
from kasales_xl.layout.template import TYPING_ROWS, list_name, reference_name
from kasales_xl.text.book import TEXT_LIMIT, TITLE_LIMIT, beside, short
from kasales_xl.text.verdicts.policy import allowed, unit_name

Rule = dict[str, Any]

#: Dates before it are typing mistakes; no book of a working seller goes back further.
EARLIEST = dt.date(1970, 1, 1)


def _rule(validate: str, lang: Lang, title: str, message: str, **more: Any) -> Rule:
    rule: Rule = {"validate": validate, **more}
    if message:
        rule["input_title"] = short(title, TITLE_LIMIT)
        rule["input_message"] = short(message, TEXT_LIMIT)
    if "error_message" in rule:
        rule["error_title"] = short(rule["error_title"], TITLE_LIMIT)
        rule["error_message"] = short(rule["error_message"], TEXT_LIMIT)
    return rule


def _message(column: Column, hint: str, lang: Lang) -> str:
    parts = [column.help(lang), hint]
    return "\n".join(part for part in parts if part)


def header_rule(column: Column | Calculated, lang: Lang) -> Rule:
    """What a header says when it is selected: required or calculated, and its help."""
    mark = ""
    if isinstance(column, Calculated):
        mark = beside("calculated", lang)
    elif column.required:
        mark = beside("required", lang)
    text = ("" if lang == "zh" else " ").join(part for part in (mark, column.help(lang)) if part)
    return _rule("any", lang, column.label(lang), text) if text else {}


def cell_rule(column: Column, first_cell: str, lang: Lang) -> Rule:
    """The validation of an input column; ``first_cell`` is its first data cell, A1. Empty for plain
    text without help. Choices stop what is not in the list, references warn: a new name may stay."""
    label = column.label(lang)
    if list_name(column):
        error = beside("pick-error", lang, choices="、".join(column.choice_labels(lang)))
        return _rule(
            "list", lang, label, _message(column, beside("pick", lang), lang),
            value=f"={list_name(column)}", error_title=beside("pick-title", lang),
            error_message=error if lang == "zh" else error.replace("、", ", "),
        )  # fmt: skip
    match column.kind:
        case Ref(sheet):
            return _reference(column, sheet, lang)
        case Whole(low, high):
            return _whole(column, low, high, lang)
        case Kind.DATE:
            return _date(column, lang)
        case Kind.NUMBER:
            return _number(column, lang)
        case Kind.ID:
            return _unique(column, first_cell, lang)
    hint = beside("money", lang, sheet=LAYOUT["seller"].title(lang)) if column.kind is Kind.MONEY else ""
    message = _message(column, hint, lang)
    return _rule("any", lang, label, message) if message else {}


def _reference(column: Column, key: str, lang: Lang) -> Rule:
    sheet = LAYOUT[key].title(lang)
    return _rule(
        "list", lang, column.label(lang), _message(column, beside("reference", lang, sheet=sheet), lang),
        value=f"={reference_name(key)}", error_type="warning",
        error_title=beside("reference-title", lang, sheet=sheet),
        error_message=beside("reference-error", lang, sheet=sheet),
    )  # fmt: skip


def _date(column: Column, lang: Lang) -> Rule:
    return _rule(
        "date", lang, column.label(lang), _message(column, beside("date", lang), lang),
        criteria=">=", value=EARLIEST, error_type="warning",
        error_title=beside("date-title", lang), error_message=beside("date-error", lang),
    )  # fmt: skip


def _number(column: Column, lang: Lang) -> Rule:
    return _rule(
        "decimal", lang, column.label(lang), _message(column, beside("number", lang), lang),
        criteria=">=", value=0, error_type="warning",
        error_title=beside("number-title", lang), error_message=beside("number-error", lang),
    )  # fmt: skip


def _whole(column: Column, low: int, high: int, lang: Lang) -> Rule:
    error = beside("whole-error", lang, low=str(low), high=str(high))
    return _rule(
        "integer", lang, column.label(lang), _message(column, error, lang),
        criteria="between", minimum=low, maximum=high,
        error_title=beside("number-title", lang), error_message=error,
    )  # fmt: skip


def _unique(column: Column, first: str, lang: Lang) -> Rule:
    letters = first.rstrip("0123456789")
    row = first[len(letters) :]
    span = f"${letters}${row}:${letters}${TYPING_ROWS}"
    return _rule(
        "custom", lang, column.label(lang), column.help(lang) or beside("id", lang),
        value=f"=COUNTIF({span},{first})=1", error_type="warning",
        error_title=beside("id-title", lang), error_message=beside("id-error", lang),
    )  # fmt: skip


def calculated_rule(lang: Lang) -> Rule:
    """Refuses typing over a calculated cell, also where sheet protection would stop the table."""
    return _rule(
        "custom", lang, "", "", value="=FALSE", error_title=beside("calculated-title", lang),
        error_message=beside("calculated-error", lang),
    )  # fmt: skip


def policy_rule(field: PolicyField, lang: Lang) -> Rule:
    """The allowed values of a field on 规则."""
    scope = beside("policy-slots", lang) if field.kind == "slots" else allowed(field).pick(lang)
    message = " · ".join(part for part in (scope, unit_name(field.unit).pick(lang)) if part)
    alert = {
        "error_title": beside("policy-title", lang),
        "error_message": beside("policy-error", lang, allowed=scope),
    }
    title = field.label(lang)
    if field.kind == "choice":
        return _rule("list", lang, title, message, value=list(field.choices), **alert)
    if field.kind in ("number", "integer") and field.low is not None:
        validate = "integer" if field.kind == "integer" else "decimal"
        limits: Rule = {"criteria": ">=", "value": field.low}
        if field.high is not None:
            limits = {"criteria": "between", "minimum": field.low, "maximum": field.high}
        return _rule(validate, lang, title, message, **limits, **alert)
    return _rule("any", lang, title, message) if message else {}
