"""Rows to cells: what a book's tables hold, the reader's way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kasales_xl.core.names import NameIndex
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.core.rows import Practice, Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.rows.columns import Ref
from kasales_xl.core.terms import Lang, Term
from kasales_xl.layout.practices import default_practices
from kasales_xl.layout.sheets import LAYOUT, Column
from kasales_xl.layout.template import FORM_HEADERS, POLICY_HEADERS, headers
from kasales_xl.text.book import beside
from kasales_xl.text.verdicts.policy import SOURCES, allowed, unit_name

Cell = str | float | int | dt.date | None


@dataclass(frozen=True)
class References:
    """What a person writes to name a row of another sheet: its name where no other row has it, else
    its ID. ``names``: by sheet and ID."""

    names: Mapping[str, Mapping[str, str]]

    def spell(self, sheet: str, row_id: str) -> str:
        return self.names.get(sheet, {}).get(row_id, row_id)


def references(book: Book) -> References:
    return References(
        {
            "accounts": _unique({a.account_id: a.account for a in book.accounts}),
            "contacts": _unique({c.contact_id: c.name for c in book.contacts}),
            "deals": _unique({d.deal_id: d.deal for d in book.deals}),
        }
    )


def _unique(names: Mapping[str, str]) -> dict[str, str]:
    """names: by ID. Those that the reader takes for this very row."""
    index = NameIndex((row_id, name, row_id) for row_id, name in names.items())
    return {row_id: name for row_id, name in names.items() if name and index.find(name) == row_id}


def cell(row: Row, column: Column, known: References, lang: Lang) -> Cell:
    """One field as a cell: labels for terms, names for references, None for blank. ``unknown`` is
    written blank: both mean the same, and a blank cell asks to be filled."""
    value = getattr(row, column.key)
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, Term):
        default = type(row).model_fields[column.key].default
        return None if value is default and value.value == "unknown" else value.label(lang)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(value)
    if isinstance(column.kind, Ref):
        return known.spell(column.kind.sheet, str(value))
    if column.full_key == "links.from_person":
        return known.spell("contacts", str(value))
    if isinstance(value, str | int | float | dt.date):
        return value
    raise TypeError(f"{column.full_key}: {type(value).__name__} is no cell")


def sheet_rows(book: Book, sheet: str, lang: Lang) -> tuple[Row, ...]:
    """The rows of a sheet as they are written; 能力 always has the 35 practices, in their order."""
    rows: tuple[Row, ...] = getattr(book, sheet)
    if sheet != "practices":
        return rows
    given = {row.practice_id: row for row in book.practices}
    standard: list[Practice] = []
    for practice in default_practices(lang):
        found = given.pop(practice.practice_id, practice)
        if not found.practice:
            found = found.model_copy(update={"practice": practice.practice})
        standard.append(found)
    return (*standard, *given.values())


def data_cells(book: Book, sheet: str, lang: Lang, known: References) -> list[list[Cell]]:
    """The data rows of a table, inputs only."""
    columns = LAYOUT[sheet].columns
    return [[cell(row, column, known, lang) for column in columns] for row in sheet_rows(book, sheet, lang)]


def profile_cells(book: Book, lang: Lang) -> list[list[Cell]]:
    """Key, label, value and help of each field of 我的信息; an empty book has its defaults."""
    layout, nothing = LAYOUT["seller"], References({})
    found: list[list[Cell]] = []
    for column in layout.columns:
        value: Cell
        if book.seller is not None:
            value = cell(book.seller, column, nothing, lang)
        else:
            default = layout.model.model_fields[column.key].default
            value = default.label(lang) if isinstance(default, Term) else None
        found.append([column.full_key, column.label(lang), value, column.help(lang) or None])
    return found


def policy_fields() -> tuple[PolicyField, ...]:
    """The fields that stand on 规则, in order: all but sentences, which live in a company's file."""
    every = (field for group in policy_groups().values() for field in group)
    return tuple(field for field in every if field.kind != "content")


def policy_value(field: PolicyField, value: object) -> Cell:
    """A policy value as a cell: a code for a choice, ``5-10`` for slots."""
    if value is None:
        return None
    simple = plain_value(value)
    if field.kind == "slots":
        low, full = simple
        return f"{low}-{full}"
    return simple if isinstance(simple, str | int | float) else str(simple)


def policy_cells(policy: Policy, lang: Lang) -> list[list[Cell]]:
    """Key, label, value, default, unit, range, source and rule of each field on 规则."""
    return [
        [
            f"policy.{field.key}",
            field.label(lang),
            policy_value(field, getattr(policy, field.key)),
            policy_value(field, getattr(DEFAULT_POLICY, field.key)),
            unit_name(field.unit).pick(lang) or None,
            (beside("policy-slots", lang) if field.kind == "slots" else allowed(field).pick(lang)) or None,
            f"{field.source} {SOURCES[field.source].pick(lang)}",
            field.rule or None,
        ]
        for field in policy_fields()
    ]


def book_tables(book: Book, policy: Policy, lang: Lang) -> dict[str, list[list[Cell]]]:
    """Every table by sheet key as ``KA_BOOK`` receives it: header row first, inputs only."""
    known = references(book)
    tables: dict[str, list[list[Cell]]] = {
        "seller": [[*headers(FORM_HEADERS, lang)], *profile_cells(book, lang)]
    }
    for layout in LAYOUT.values():
        if not layout.form:
            top: list[Cell] = [column.label(lang) for column in layout.columns]
            tables[layout.key] = [top, *data_cells(book, layout.key, lang, known)]
    tables["policy"] = [[*headers(POLICY_HEADERS, lang)], *policy_cells(policy, lang)]
    return tables
