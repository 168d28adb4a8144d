"""The book's own 规则 sheet → Policy; a value that can't be used is named, and the default counts."""

from __future__ import annotations

import re
from dataclasses import replace

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.earlier import RENAMED, todays_key
from kasales_xl.core.policy.fields import POLICY_FIELDS, PolicyField, check_policy, plain_value
from kasales_xl.core.rows.book import Sheet
from kasales_xl.reading.cells.cell import Context, Noted, is_error, plain, shown, tidy
from kasales_xl.reading.cells.choices import read_option
from kasales_xl.reading.cells.money import read_money
from kasales_xl.reading.cells.numbers import read_share
from kasales_xl.reading.forms.form import FormCell, form_cells
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.header_words import header_key
from kasales_xl.reading.shape.tabs import Tab
from kasales_xl.text.findings.policy import IN_BOOK, POLICY_UNKNOWN_KEY, setting
from kasales_xl.text.findings.texts import FORMULA_ERROR
from kasales_xl.text.verdicts.policy import choice_name

_SLOTS = re.compile(r"[\[(]?(\d{1,9})(?:\.0+)?(?:\s*+[-~,，、–—至到/]\s*+|\s++)(\d{1,9})(?:\.0+)?[\])]?")
#: A choice by the words in which a book shows it.
_CHOICES = {
    (field.key, name_key(words)): code
    for field in POLICY_FIELDS.values()
    for code in field.choices
    for words in (choice_name(code).zh, choice_name(code).en)
}
_LABELS = {
    header_key(text): f.key for f in POLICY_FIELDS.values() for text in (f.zh, f.en, f"policy.{f.key}")
}
_LABELS |= {header_key(f"policy.{old}"): old for old in RENAMED}
_WHOLE = POLICY_FIELDS["strong_min_departments"]


def policy_key(label: str) -> str | None:
    """The field that a label of the sheet names."""
    return _LABELS.get(label)


def read_policy_sheet(tab: Tab | None, context: Context, journal: Journal) -> Policy | None:
    """None where the book has no such sheet. Blank cells keep the default."""
    if tab is None:
        return None
    journal.sheets["policy"] = Sheet(tab.grid.title)
    values: dict[str, object] = {}
    for written in form_cells(tab, policy_key):
        key = todays_key(
            written.key, _plain(_WHOLE, written.raw, context) if written.key in RENAMED else None
        )
        if not key:
            continue
        cell = replace(written, key=key)
        field = POLICY_FIELDS.get(cell.key)
        place = Place(journal.file, "policy", tab.grid.title, cell.row, cell.key, cell.address)
        if field is None:
            journal.add_at(POLICY_UNKNOWN_KEY, place, cell.key, key=cell.key)
            continue
        if cell.raw in ("", None) or field.kind == "content":
            continue
        if is_error(cell.raw):
            journal.add_at(FORMULA_ERROR, place, shown(cell.raw))
            continue
        value = _value(field, cell, context, place, journal)
        if value is not None:
            values |= {field.key: value}
    return _policy(values, tab, journal)


def _value(field: PolicyField, cell: FormCell, context: Context, place: Place, journal: Journal) -> object:
    """The plain value of a cell, None where the default stands; problems are told."""
    value = _plain(field, cell.raw, context)
    if isinstance(value, Noted):
        for note in value.notes:
            journal.add_at(note.kind, place, shown(cell.raw), note.now, **dict(note.words))
        if value.held:
            return None
        value = value.value
    if value is None or value == plain_value(field.default):
        return None
    _, problems = check_policy({field.key: value})
    for problem in problems:
        journal.findings.append(
            Finding(IN_BOOK[problem.code], place, shown(cell.raw), words=setting(field.key))
        )
    return None if problems else value


def _plain(field: PolicyField, raw: object, context: Context) -> object:
    raw = tidy(raw) if isinstance(raw, str) else raw
    if raw == "":
        return None
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = float(raw) if abs(raw) < 10**15 else str(raw)
    if field.kind == "slots":
        match = _SLOTS.fullmatch(shown(raw).strip())
        return [int(match[1]), int(match[2])] if match else shown(raw)
    if field.kind == "choice":
        kind = Policy.model_fields[field.key].annotation
        option = read_option(raw, kind if isinstance(kind, type) else _first_type(kind))
        return option.value if option else _CHOICES.get((field.key, name_key(shown(raw))), shown(raw))
    if field.kind == "text":
        return shown(raw)
    if raw == field.default:
        return raw
    if field.unit == "share":
        return read_share(raw, None, context)
    if field.unit == "money":
        return read_money(raw, None, context)
    return _number(raw, field)


def _number(raw: object, field: PolicyField) -> object:
    if isinstance(raw, str):
        try:
            raw = float(plain(raw).replace(",", ""))
        except ValueError:
            return raw
    if isinstance(raw, float) and field.kind == "integer" and raw == raw and raw == raw // 1:
        return int(raw)
    return raw if isinstance(raw, float) else shown(raw)


def _first_type(annotation: object) -> type:
    return next(part for part in getattr(annotation, "__args__", ()) if part is not type(None))  # type: ignore[no-any-return]


def _policy(values: dict[str, object], tab: Tab, journal: Journal) -> Policy:
    policy, problems = check_policy(values)
    if policy is not None:
        return policy
    place = Place(journal.file, "policy", tab.grid.title)
    for problem in problems:
        at = replace(place, column=problem.key)
        journal.findings.append(Finding(IN_BOOK[problem.code], at, problem.got, words=setting(problem.key)))
    return Policy.model_validate({})
