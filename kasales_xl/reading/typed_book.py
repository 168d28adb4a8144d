"""What people typed into a book, cell by cell as it stands there, apart from where the template puts it.

Nothing is judged and nothing is left out: a total, a remark or a slip is carried like any other cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kasales_xl.core.policy.earlier import todays_key
from kasales_xl.core.terms import Lang
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import book_language, is_ours
from kasales_xl.reading.forms.form import Meta, form_cells, profile_form_cells, read_meta
from kasales_xl.reading.forms.policy import policy_key
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.headers import Head, find_columns
from kasales_xl.reading.shape.tabs import Tab, find_tabs

#: A gap of more blank rows than this closes up: somebody scrolled far down before typing on.
WIDEST_GAP = 50
_BLANK = ("", None)


@dataclass(frozen=True)
class ExtraColumn:
    """A column of somebody's own. ``values`` by the number of the row, from 0."""

    header: str
    values: Mapping[int, object]


@dataclass(frozen=True)
class TypedSheet:
    """``rows`` from the first below the headers: what stands in the columns of ours, by key; a row that is
    blank there is an empty mapping. ``beside``: cells with no place in a table, ``客户!A1`` and what they
    hold."""

    rows: tuple[Mapping[str, object], ...] = ()
    extra: tuple[ExtraColumn, ...] = ()
    beside: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class TypedBook:
    """``profile`` and ``policy`` by field; ``others``: the titles of sheets that are none of ours."""

    meta: Meta
    lang: Lang
    sheets: Mapping[str, TypedSheet]
    profile: Mapping[str, object] = field(default_factory=dict)
    policy: Mapping[str, object] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    def cells(self) -> Iterator[tuple[str, object]]:
        """Every cell that a new template takes over, with a name that does not depend on its place."""
        for name, form in (("seller", self.profile), ("policy", self.policy)):
            yield from ((f"{name}.{key}", value) for key, value in form.items() if value not in _BLANK)
        for sheet, typed in self.sheets.items():
            for number, row in enumerate(typed.rows):
                yield from ((f"{sheet}.{key}[{number}]", value) for key, value in row.items())
            for at, column in enumerate(typed.extra):
                yield from ((f"{sheet}+{at}[{number}]", value) for number, value in column.values.items())


def read_typed(grids: Iterable[Grid]) -> TypedBook | None:
    """None for a workbook that is not ours."""
    journal = Journal()
    every = list(grids)
    tabs = find_tabs(every, journal)
    meta = read_meta(tabs["_meta"].grid if "_meta" in tabs else None)
    if not is_ours(tabs, meta):
        return None
    sheets = {
        key: _typed(head)
        for key in LAYOUT
        if key in tabs and not LAYOUT[key].form and (head := find_columns(tabs[key])) is not None
    }
    ours = {id(tab.grid) for tab in tabs.values()}
    return TypedBook(
        meta,
        meta.lang or book_language(tabs),
        sheets,
        _form(tabs.get("seller"), profile=True),
        _form(tabs.get("policy"), profile=False),
        tuple(grid.title for grid in every if id(grid) not in ours),
    )


def _form(tab: Tab | None, *, profile: bool) -> dict[str, object]:
    if tab is None:
        return {}
    cells = profile_form_cells(tab) if profile else form_cells(tab, policy_key)
    typed = ((cell.key if profile else todays_key(cell.key, cell.raw), cell.raw) for cell in cells)
    return {key: raw for key, raw in typed if key and raw not in _BLANK}


def _typed(head: Head) -> TypedSheet:
    grid = head.grid
    taken = set(head.columns.values()) | set(head.calculated.values())
    lines = list(_lines(head))
    rows = tuple(
        {key: value for key, c in head.columns.items() if (value := _at(grid, r, c)) not in _BLANK}
        for r in lines
    )
    width = max(map(len, grid.cells), default=0)
    extra = []
    for c in sorted(set(range(width)) - taken):
        values = {n: value for n, r in enumerate(lines) if (value := _at(grid, r, c)) not in _BLANK}
        header = head.texts[c] if c < len(head.texts) else ""
        if values or header:
            extra.append(ExtraColumn(header, values))
    return TypedSheet(rows, tuple(extra), tuple(_above(head)))


def _lines(head: Head) -> Iterator[int]:
    """Indexes of the rows below the headers down to the last that holds something of somebody's."""
    calculated = set(head.calculated.values())
    blank = 0
    for r in range(head.header + 1, len(head.grid.cells)):
        line = head.grid.cells[r]
        if all(_at(head.grid, r, c) in _BLANK for c in range(len(line)) if c not in calculated):
            blank += 1
            continue
        if blank <= WIDEST_GAP:
            yield from range(r - blank, r)
        blank = 0
        yield r


def _above(head: Head) -> Iterator[tuple[str, object]]:
    """What stands over the headers and is no hidden key of ours."""
    for r, line in enumerate(head.grid.cells[: head.header]):
        for c, value in enumerate(line):
            if value not in _BLANK and not str(value).startswith(f"{head.layout.key}."):
                row, column = r + head.grid.first_row, c + head.grid.first_column
                yield f"{head.grid.title}!{letters(column)}{row}", value


def _at(grid: Grid, r: int, c: int) -> object:
    """An error stands for itself; a formula that was never worked out is blank: nothing is known of it."""
    error = grid.errors.get((r + grid.first_row, c + grid.first_column))
    if error is not None:
        return error if error.startswith("#") else ""
    line = grid.cells[r]
    return line[c] if c < len(line) else ""


def same_value(one: object, other: object) -> bool:
    """Are two cells alike, as far as a file can tell? A day is its midnight; numbers keep 15 digits."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return _number(one) == _number(other)


def _number(value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.replace(microsecond=0)
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    return f"{value:.15g}" if isinstance(value, (int, float)) else value
