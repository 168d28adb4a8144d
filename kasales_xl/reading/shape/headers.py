"""Which column of a grid is which: by header, hidden key and synonym (pitfalls 20–24)."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass, field, replace

from kasales_xl.core.rows.book import Sheet
from kasales_xl.layout.sheets import LAYOUT, Column, SheetLayout
from kasales_xl.reading.cells.cell import shown
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.header_words import header_key, labels, synonyms
from kasales_xl.reading.shape.tabs import Tab, top_rows
from kasales_xl.text.findings.sheets import (
    COLUMN_IGNORED,
    COLUMN_MOVED,
    COLUMN_TWICE,
    HEADER_LOWER,
    HEADER_RENAMED,
    HEADER_UNSURE,
    MISSING_COLUMN,
    MISSING_HEADER,
    MISSING_OPTIONAL_COLUMN,
)

#: Share of alike letters from which a header is taken to mean a missing column.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Head:
    """The table of a sheet: ``header`` is the row index of its headers, ``columns`` and ``calculated``
    the column indexes by key, ``texts`` the headers."""

    layout: SheetLayout
    grid: Grid
    header: int
    columns: dict[str, int]
    calculated: dict[str, int]
    texts: list[str]


@dataclass
class _Matching:
    """Columns of one sheet while they are told apart: by key what is claimed, by column index what
    the hidden key row says."""

    layout: SheetLayout
    texts: list[str]
    keys: dict[int, str]
    claimed: dict[str, int] = field(default_factory=dict)
    renamed: list[int] = field(default_factory=list)

    def claim(self) -> None:
        known = labels(self.layout.key)
        named = {i: known[key] for i, text in enumerate(self.texts) if (key := header_key(text)) in known}
        times = Counter(named.values())
        for i, key in named.items():
            if times[key] == 1 or self.keys.get(i) == key:
                self.claimed.setdefault(key, i)
        for i, key in named.items():
            self.claimed.setdefault(key, i)
        self._claim_others({i: key for i, key in self.keys.items() if i not in named})
        words = synonyms(self.layout.key)
        self._claim_others(
            {i: words[key] for i, text in enumerate(self.texts) if (key := header_key(text)) in words}
        )

    def _claim_others(self, wanted: dict[int, str]) -> None:
        taken = set(self.claimed.values())
        for i, key in wanted.items():
            if i not in taken and key not in self.claimed:
                self.claimed[key] = i
                self.renamed.append(i)


def match_columns(tab: Tab, journal: Journal, edition: int = 0) -> Head | None:
    """Tell the columns of a data sheet; None where a required one is missing, with its finding. edition: of
    the book's template, 0 where it is not told."""
    grid = tab.grid
    journal.sheets[tab.key] = Sheet(grid.title)
    matched = _matched(tab)
    if matched is None:
        journal.add(MISSING_HEADER, tab.key, got=grid.title)
        return None
    head, match = matched
    at = {key: letters(i + grid.first_column) for key, i in (head.columns | head.calculated).items()}
    journal.sheets[tab.key] = Sheet(grid.title, at)
    _report(head, match, journal, edition)
    lost = [c for c in head.layout.columns if c.required and c.key not in head.columns]
    return None if lost else head


def find_columns(tab: Tab) -> Head | None:
    """The columns that can be told, whichever are missing; None for a sheet without headers."""
    matched = _matched(tab)
    return None if matched is None else matched[0]


def _matched(tab: Tab) -> tuple[Head, _Matching] | None:
    layout, grid = LAYOUT[tab.key], tab.grid
    header = _header_row(tab)
    if header is None:
        return None
    texts = [shown(cell).strip() for cell in grid.cells[header]]
    key_row = tab.key_row
    keys = {c: key for (r, c), key in tab.keys.items() if r == key_row}
    texts += [""] * (max(keys, default=-1) + 1 - len(texts))
    match = _Matching(layout, texts, keys)
    match.claim()
    inputs = {c.key: match.claimed[c.key] for c in layout.columns if c.key in match.claimed}
    calculated = {c.key: match.claimed[c.key] for c in layout.calculated if c.key in match.claimed}
    return Head(layout, grid, header, inputs, calculated, texts), match


def _header_row(tab: Tab) -> int | None:
    """The row below the keys, or else among the first 20, with the most known headers (24)."""
    start = tab.key_row + 1
    known = labels(tab.key).keys() | synonyms(tab.key).keys()
    best, most = None, 0
    for r, row in enumerate(top_rows(tab.grid)[start:], start=start):
        fits = sum(1 for cell in row if cell.__class__ is str and cell and header_key(cell) in known)
        if fits > most:
            best, most = r, fits
    if best is None and start and start < len(tab.grid.cells):
        return start
    return best if tab.keys or most >= min(2, len(known)) else None


def _report(head: Head, match: _Matching, journal: Journal, edition: int) -> None:
    sheet, top = head.layout.key, head.header + head.grid.first_row
    for i in sorted(match.renamed):
        key = next(key for key, at in match.claimed.items() if at == i)
        if key in head.columns:
            journal.add(HEADER_RENAMED, sheet, top, key, got=head.texts[i])
    if head.header + head.grid.first_row > 2 and not match.keys:
        journal.add(HEADER_LOWER, sheet, top)
    _report_unknown_columns(head, match, journal)
    _report_moved(head, journal)
    for column in head.layout.columns:
        # that its template is older is said of the book as a whole
        newer = edition and column.since > edition
        if column.key not in head.columns and not newer:
            kind = MISSING_COLUMN if column.required else MISSING_OPTIONAL_COLUMN
            journal.add(kind, sheet, 0, column.key)


def _report_unknown_columns(head: Head, match: _Matching, journal: Journal) -> None:
    """A column that is none of ours is left out (20); where it resembles a missing one, it is asked."""
    sheet, top = head.layout.key, head.header + head.grid.first_row
    taken = set(match.claimed.values())
    known = labels(sheet)
    missing = [c for c in head.layout.columns if c.key not in head.columns]
    for i, text in enumerate(head.texts):
        if i in taken or not text:
            continue
        at = replace(journal.place(sheet, top), cell=f"{letters(i + head.grid.first_column)}{top}")
        if header_key(text) in known:
            journal.add_at(COLUMN_TWICE, at, text)
            continue
        near = _nearest(header_key(text), missing)
        if near:
            journal.add_at(HEADER_UNSURE, at, text, label=near.header)
        else:
            journal.add_at(COLUMN_IGNORED, at, text)


def _nearest(text: str, missing: list[Column]) -> Column | None:
    spelled = {header_key(label): column for column in missing for label in (column.zh, column.en)}
    close = difflib.get_close_matches(text, spelled, n=1, cutoff=ALIKE)
    if close:
        return spelled[close[0]]
    return next((column for label, column in spelled.items() if len(label) > 1 and label in text), None)


def _report_moved(head: Head, journal: Journal) -> None:
    """Columns that stand elsewhere than in the book's own order (22): the fewest that explain it."""
    order = sorted(head.columns, key=head.columns.__getitem__)
    own = [c.key for c in head.layout.columns if c.key in head.columns]
    # books of template edition 1 have their columns in the order of the fields
    if order in (own, [key for key in head.layout.model.model_fields if key in head.columns]):
        return
    blocks = difflib.SequenceMatcher(None, own, order, autojunk=False).get_matching_blocks()
    kept = {key for block in blocks for key in own[block.a : block.a + block.size]}
    for key in order:
        if key not in kept:
            journal.add(
                COLUMN_MOVED, head.layout.key, head.header + head.grid.first_row, key,
                got=head.texts[head.columns[key]],
            )  # fmt: skip
