"""What calculated cells come to that somebody typed over: a finding shows both values (53)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import pick
from kasales_xl.functions.declared import Refusal
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.functions.registry import FUNCTIONS
from kasales_xl.layout.formulas import calculated_call
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import number_text
from kasales_xl.text.findings.formulas import COMES_TO, TYPED_OVER


def with_computed(
    findings: Iterable[Finding], book: Book, policy: Policy, on: dt.date
) -> tuple[Finding, ...]:
    """The findings in their order; ``now`` of each ``typed-over`` is what the program computes for the
    cell, blank where that is nothing or the row is left out."""
    every = tuple(findings)
    if all(finding.kind != TYPED_OVER for finding in every):
        return every
    # a reminder speaks of what is odd in its row; that it was typed over itself is none of its business
    others = tuple(finding for finding in book.findings if finding.kind != TYPED_OVER)
    open_book = OpenBook(replace(book, findings=others), policy, on)
    rows = {(key, row.row): row for key in LAYOUT if key != "seller" for row in getattr(book, key)}
    calculated = {(c.sheet, c.key): c for layout in LAYOUT.values() for c in layout.calculated}

    def computed(finding: Finding) -> str:
        row = rows.get((finding.at.sheet, finding.at.row))
        if row is None:
            return ""
        cells = {key: getattr(row, key) for key in type(row).model_fields}
        name, args = calculated_call(calculated[finding.at.sheet, finding.at.column], cells)
        try:
            return _text(pick(FUNCTIONS[name].run(open_book, *args), open_book.lang))
        except Refusal as refusal:
            return refusal.error.value

    return tuple(_telling(f, computed(f)) if f.kind == TYPED_OVER else f for f in every)


def _telling(finding: Finding, computed: str) -> Finding:
    """The finding with what its cell comes to, where it comes to anything."""
    if not computed:
        return finding
    return replace(finding, now=computed, words=(*finding.words, ("computed", COMES_TO(computed=computed))))


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return number_text(value) if isinstance(value, float) else str(value)
