"""Rows to cells: what a book's tables hold, the reader's way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kasales_xl.core.names import NameIndex
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_groups
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.rows.columns import Ref
from kasales_xl.core.terms import Lang, Term
from kasales_xl.core.text import Text, join, pick, same
from kasales_xl.layout.practices import GRID, SENTENCES
from kasales_xl.layout.sheets import LAYOUT, Column
from kasales_xl.layout.template import FORM_HEADERS, POLICY_HEADERS
from kasales_xl.text.book import BESIDE
from kasales_xl.text.verdicts.policy import SOURCES, allowed, choice_name, choice_names, unit_name

#: What a cell of a book is filled with; texts and terms are painted by whoever writes it.
BookCell = str | float | int | dt.date | Text | Term | None
#: The same once painted.
PlainCell = str | float | int | dt.date | None


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


def cell(row: Row, column: Column, known: References) -> BookCell:
    """One field as a cell: names for references, None for blank. ``unknown`` is written blank: both
    mean the same, and a blank cell asks to be filled."""
    value = getattr(row, column.key)
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, Term):
        default = type(row).model_fields[column.key].default
        return None if value is default and value.value == "unknown" else value
    if isinstance(value, tuple):
        return join(value)
    if isinstance(column.kind, Ref):
        return known.spell(column.kind.sheet, str(value))
    if column.full_key == "links.from_person":
        return known.spell("contacts", str(value))
    if isinstance(value, str | int | float | dt.date):
        return value
    raise TypeError(f"{column.full_key}: {type(value).__name__} is no cell")


def data_cells(book: Book, sheet: str, known: References) -> list[list[BookCell]]:
    """The data rows of a table, inputs only; 能力 always has the 35 practices, in their order."""
    columns, rows = LAYOUT[sheet].columns, getattr(book, sheet)
    if sheet == "practices":
        rows = _practice_rows(book)
    lines = [[cell(row, column, known) for column in columns] for row in rows]
    if sheet == "practices":
        at = columns.index(LAYOUT[sheet].by_key["practice"])
        for line, row in zip(lines, rows, strict=True):
            line[at] = line[at] or SENTENCES.get(row.practice_id)
    return lines


def _practice_rows(book: Book) -> tuple[Row, ...]:
    given = {row.practice_id: row for row in book.practices}
    return (*(given.pop(row.practice_id, row) for row in GRID), *given.values())


def profile_cells(book: Book) -> list[list[BookCell]]:
    """Key, label, value and help of each field of 我的信息; an empty book has its defaults."""
    layout, nothing = LAYOUT["seller"], References({})
    lines: list[list[BookCell]] = []
    for column in layout.columns:
        if book.seller is not None:
            value = cell(book.seller, column, nothing)
        else:
            default = layout.model.model_fields[column.key].default
            value = default if isinstance(default, Term) else None
        lines.append([column.full_key, column.header, value, column.help or None])
    return lines


def policy_fields() -> tuple[PolicyField, ...]:
    """The fields that stand on 规则, in order: all but sentences, which live in a company's file."""
    every = (field for group in policy_groups().values() for field in group)
    return tuple(field for field in every if field.kind != "content")


def policy_value(field: PolicyField, value: object) -> BookCell:
    """A policy value as a cell: a choice in words, ``5-10`` for slots."""
    if value is None:
        return None
    simple = plain_value(value)
    if field.kind == "slots":
        low, full = simple
        return f"{low}-{full}"
    if field.kind == "choice":
        return choice_name(str(simple))
    return simple if isinstance(simple, str | int | float) else str(simple)


def policy_cells(policy: Policy) -> list[list[BookCell]]:
    """Key, label, value, default, unit, range, source and rule of each field on 规则."""
    return [
        [
            f"policy.{field.key}",
            Text(field.zh, field.en),
            policy_value(field, getattr(policy, field.key)),
            policy_value(field, getattr(DEFAULT_POLICY, field.key)),
            unit_name(field.unit) or None,
            range_text(field) or None,
            same("{code} {source}")(code=field.source, source=SOURCES[field.source]),
            field.rule or None,
        ]
        for field in policy_fields()
    ]


def range_text(field: PolicyField) -> Text:
    """What a field may hold; nothing where that is anything."""
    if field.kind == "choice":
        return choice_names(field)
    return BESIDE["policy-slots"] if field.kind == "slots" else allowed(field)


def book_tables(book: Book, policy: Policy, lang: Lang) -> dict[str, list[list[PlainCell]]]:
    """Every table by sheet key as ``KA_BOOK`` receives it, in one language: header row first, inputs
    only."""
    known = references(book)
    tables: dict[str, list[list[BookCell]]] = {"seller": [[*FORM_HEADERS], *profile_cells(book)]}
    for layout in LAYOUT.values():
        if not layout.form:
            top: list[BookCell] = [column.header for column in layout.columns]
            tables[layout.key] = [top, *data_cells(book, layout.key, known)]
    tables["policy"] = [[*POLICY_HEADERS], *policy_cells(policy)]
    return {key: [[pick(cell, lang) for cell in row] for row in rows] for key, rows in tables.items()}
