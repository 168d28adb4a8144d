"""Which grid is which sheet: by its hidden keys, then by its title, then by its headers (17–19, 27)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kasales_xl.core.findings import FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.terms import Lang
from kasales_xl.layout.sheets import LAYOUT, TAB_TITLES
from kasales_xl.reading.grid import Grid
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.header_words import header_key, labels
from kasales_xl.text.findings.sheets import (
    MISSING_SHEET,
    SHEET_COPIED,
    SHEET_HIDDEN,
    SHEET_IGNORED,
    SHEET_RENAMED,
)

#: Titles, keys and headers are looked for in this many rows from the top.
TOP_ROWS = 20
#: One cell that happens to look like a key makes no sheet of ours.
LEAST_KEYS = 2
#: A sheet without keys or title is told by its headers if it has at least this many of them.
LEAST_LABELS = 3
#: Tabs of ours that nobody fills in.
OURS = frozenset({"guide", "scorecard", "checks", "lists", "results"})
#: Sheets that a book can do without: the policy's defaults, and what only we look at.
_OPTIONAL = frozenset({"policy", "_meta"})

_KEY = re.compile(r"(seller|accounts|contacts|deals|support|links|practices|career|policy)\.([a-z0-9_]+)")
#: It begins where the blanks begin: tried from each of very many, it would take their square.
_COPY = re.compile(
    r"(?<![-\s_])[-\s_]*+(?:[(（]\d+[)）]|副本\d*|复制|copy\s*\d*)$|^(?:copy of|副本)[-\s]*", re.IGNORECASE
)
_TITLES = {name_key(title): key for key, tab in TAB_TITLES.items() for title in (tab.zh, tab.en)}


@dataclass(frozen=True, slots=True)
class Tab:
    """A grid known to be sheet ``key``. ``keys``: (row index, column index) → column key, for the
    hidden keys that were found on it."""

    key: str
    grid: Grid
    keys: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def key_row(self) -> int:
        """Index of the row with the most keys, -1 without any: a key that somebody typed into a cell
        further down names no column."""
        rows = Counter(r for r, _ in self.keys)
        return max(rows, key=lambda r: (rows[r], -r), default=-1)


def find_tabs(grids: Iterable[Grid], journal: Journal) -> dict[str, Tab]:
    """Every sheet that could be told, by key."""
    keyed: list[Tab] = []
    plain: list[Grid] = []
    for grid in grids:
        tab = by_keys(grid)
        if tab:
            keyed.append(tab)
        else:
            plain.append(grid)
    tabs: dict[str, Tab] = {}
    for key in dict.fromkeys(tab.key for tab in keyed):
        tabs[key] = _original([tab for tab in keyed if tab.key == key], journal)
    _by_title(plain, tabs, journal)
    for key, tab in tabs.items():
        if tab.keys and _title_key(tab.grid.title) != key:
            _say(journal, SHEET_RENAMED, tab)
        if tab.grid.hidden and key in LAYOUT:
            _say(journal, SHEET_HIDDEN, tab)
    return tabs


def report_missing(tabs: dict[str, Tab], journal: Journal, lang: Lang) -> None:
    for key, title in TAB_TITLES.items():
        if key not in tabs and key not in OURS | _OPTIONAL:
            journal.add_at(MISSING_SHEET, Place(journal.file, key, title.pick(lang)), label=title)


def is_filled_in(title: str) -> bool:
    """May a sheet with this title hold what people filled in? Not the tabs that only we write."""
    return _title_key(title) not in OURS


def top_rows(grid: Grid) -> Sequence[Sequence[object]]:
    """The rows in which titles, keys and headers may stand."""
    return grid.cells[: max(0, TOP_ROWS + 1 - grid.first_row)]


def by_keys(grid: Grid) -> Tab | None:
    """The sheet that the hidden keys of a grid name; None without them."""
    keys: dict[tuple[int, int], tuple[str, str]] = {}
    for r, row in enumerate(top_rows(grid)):
        for c, cell in enumerate(row):
            if cell.__class__ is str and "." in cell and (match := _KEY.fullmatch(cell.strip())):
                keys[r, c] = (match[1], match[2])
    if len(keys) < LEAST_KEYS:
        return None
    sheet = Counter(name for name, _ in keys.values()).most_common(1)[0][0]
    return Tab(sheet, grid, {spot: column for spot, (name, column) in keys.items() if name == sheet})


def _title_key(title: str) -> str:
    return _TITLES.get(name_key(title), "")


def _original(tabs: list[Tab], journal: Journal) -> Tab:
    """Of several copies of a sheet the one with the sheet's own title, else the least copied one."""
    key = tabs[0].key
    ranked = sorted(
        tabs, key=lambda tab: (_title_key(tab.grid.title) != key, bool(_COPY.search(tab.grid.title)))
    )
    for tab in ranked[1:]:
        _say(journal, SHEET_COPIED, tab, now=ranked[0].grid.title)
    return ranked[0]


def _by_title(grids: list[Grid], tabs: dict[str, Tab], journal: Journal) -> None:
    others: list[Grid] = []
    for grid in grids:
        key = _title_key(grid.title)
        if key and key not in tabs and key not in OURS:
            tabs[key] = Tab(key, grid)
        elif not key:
            others.append(grid)
    for grid in others:
        meant = _title_key(_COPY.sub("", grid.title))
        if meant in OURS or _is_empty(grid):
            continue
        key = meant if meant and meant not in tabs else _by_headers(grid)
        if key and key not in tabs:
            tabs[key] = Tab(key, grid)
            _say(journal, SHEET_RENAMED, tabs[key])
        elif meant:
            _say(journal, SHEET_COPIED, Tab(meant, grid), now=tabs[meant].grid.title)
        else:
            _say(journal, SHEET_IGNORED, Tab("", grid))


def _by_headers(grid: Grid) -> str:
    """The data sheet whose required columns all stand in one row of this grid; blank if none does."""
    for layout in LAYOUT.values():
        known, required = labels(layout.key), {c.key for c in layout.columns if c.required}
        for row in top_rows(grid):
            named = {known.get(header_key(cell)) for cell in row if isinstance(cell, str)} - {None}
            if required <= named and len(named) >= LEAST_LABELS and not layout.form:
                return layout.key
    return ""


def _is_empty(grid: Grid) -> bool:
    return not any(cell not in ("", None) for row in top_rows(grid) for cell in row)


def _say(journal: Journal, kind: FindingKind, tab: Tab, now: str = "") -> None:
    place = Place(journal.file, tab.key, tab.grid.title)
    journal.add_at(kind, place, tab.grid.title, now)
